"""Names for windows, freezes and incidents of a list that names none: what they are of, and when."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

WHAT = {"windows": "Maintenance", "freezes": "Freeze", "calendar": "Maintenance", "incidents": ""}
"""Kinds whose records may come without a title, and what each is called then."""
_MOST_NAMES = 3
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def title_of(record: dict[str, Any], kind: str, zone: ZoneInfo) -> str:
    """The title of a window or freeze: "Maintenance 5 Dec 2026", "Freeze of Billing 20 Dec 2026"; of an
    incident what was down, "Billing".

    The day is the one in `zone`. "" where the start is not known.
    """
    if kind == "incidents":
        down = [*(record.get("applications") or ()), *(record.get("configuration_items") or ())]
        return ", ".join(down[:_MOST_NAMES])
    start = record.get("starts_at")
    if not isinstance(start, datetime):
        return ""
    names = [*(record.get("applications") or ()), *(record.get("environments") or ())]
    of = f" of {', '.join(names[:_MOST_NAMES])}" if names else ""
    day = start.astimezone(zone)
    what = WHAT["freezes"] if record.get("entry") == "freeze" else WHAT[kind]
    return f"{what}{of} {day.day} {_MONTHS[day.month - 1]} {day.year}"
