"""Spans of time in one cell: "22:00 - 06:00", "1 Dec 2026 to 3 Jan 2027"."""

from __future__ import annotations

import re

from app.importing.times.dates import DateReader

_CLOCK = r"\d{1,2}(?:[:.h]\d{2}| ?(?=[ap]\.?m))(?: ?[ap]\.?m\.?)?"
_SPAN = re.compile(
    rf"^\s*({_CLOCK})\s*(?:h|uhr)?\s*(?:-|–|—|→|to|until|till|bis|à|a|do|tot)\s*({_CLOCK})\s*(?:h|uhr)?\s*$",
    re.IGNORECASE,
)
_TIME = re.compile(rf"^\s*{_CLOCK}\s*(?:h|uhr)?\s*$", re.IGNORECASE)
_FROM_DAY_TO_DAY = re.compile(
    r"^\s*(?:(?:from|von|vom|du|del|desde|dal|de|od)\s+)?(.*\d.*?)"
    r"\s+(?:-|–|—|→|to|until|till|through|bis(?: zum)?|au|al|hasta|até|a|do|tot)\s+(.*\d.*?)\s*$",
    re.IGNORECASE,
)
_DAYS = DateReader("dmy", "UTC")


def clocks_of(cell: str) -> tuple[str, str] | None:
    """The two times of day from and to which a cell says that something lasts; None where it does not."""
    found = _SPAN.match(cell)
    return (found[1], found[2]) if found else None


def days_of(cell: str) -> tuple[str, str] | None:
    """The dates, with or without times, from and to which a cell says that something lasts; of an end on the
    same day perhaps the time alone. None where it does not."""
    found = _FROM_DAY_TO_DAY.match(cell)
    if found is None or _DAYS.day(found[1]) is None:
        return None
    is_end = _DAYS.day(found[2]) or (is_clock(found[2]) and not _DAYS.whole_day(found[1]))
    return (found[1], found[2]) if is_end else None


def is_clock(cell: str) -> bool:
    """Whether a cell is a time of day alone."""
    return _TIME.match(cell) is not None
