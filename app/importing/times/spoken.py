"""Hours behind a date as people say them: "22 Uhr", "à 8h", "alle 22", "10pm", "22:00 hs"."""

from __future__ import annotations

import re

_HOUR = (
    r"(?:(?P<said>at|um|gegen|ab|a las?|à|vers|às|as|alle ore|alle|ore|(?:o )?godz\.?|g\.|o|saat|kl\.?)\s)?"
    r"(?P<hour>\d{1,2})(?:\s?[:.h]\s?(?P<minute>\d{2}))?"
    r"(?:\s?(?P<unit>uhr|h|hs|hrs?|hours?|heures?|horas?|godz\.?|m|mn|min)|\s?(?P<half>[ap]\.?\s?m\.?))?$"
)
_BEHIND_A_DAY = re.compile(rf"^(?P<day>.*?\d{{2}})(?:\s?r\.)?[\s,;/|]+{_HOUR}", re.IGNORECASE)
_ALONE = re.compile(rf"^{_HOUR}", re.IGNORECASE)
_OF_MINUTES = frozenset({"m", "mn", "min"})


def day_and_spoken_hour(text: str) -> tuple[str, str] | None:
    """The day and the clock time of "02.03.2026, 22 Uhr", "2 mars 2026 à 8h" and "2 Mar 2026 10pm"; None
    where no word says that a number is an hour."""
    found = _BEHIND_A_DAY.match(text)
    clock = _clock_of(found) if found else ""
    return (found["day"], clock) if found and clock else None


def spoken_hour(text: str) -> str:
    """The clock time of "20 Uhr", "alle 22" and "20h" as "20:00"; "" where no word says that it is one."""
    found = _ALONE.match(text)
    return _clock_of(found) if found else ""


def _clock_of(found: re.Match[str]) -> str:
    is_of_minutes = (found["unit"] or "").lower() in _OF_MINUTES
    if not (found["said"] or found["unit"] or found["half"]) or (is_of_minutes and not found["minute"]):
        return ""
    half = f" {found['half']}" if found["half"] else ""
    return f"{found['hour']}:{found['minute'] or '00'}{half}"
