"""The time of day in a cell: 12 and 24 hours, seconds and fractions, offsets and zone abbreviations."""

from __future__ import annotations

import re
from typing import NamedTuple

from app.importing.words.spelling import fold

_CLOCK = re.compile(r"^(\d{1,2})[:.h](\d{2})(?:[:.m](\d{2})(?:[.,:](\d{1,9}))?)?\s*(.*)$", re.DOTALL)
_OFFSET = re.compile(r"^(?:utc|gmt|z)?\s*([+\-−])(\d{1,2}):?(\d{2})?(?:\s*\(.*\))?$")
_AFTER_NOON = frozenset({"os", "nachm.", "nachm"})
_END_OF_DAY = (24, 0, 0, 0)
_HALF = re.compile(r"^(a\.? ?m\.?|p\.? ?m\.?|oo|os|vorm\.?|nachm\.?)(?=$|\s|\()\s*")

_ZONE_MINUTES: dict[str, int] = {
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "wet": 0, "west": 60, "bst": 60, "cet": 60, "mez": 60, "cest": 120,
    "mesz": 120, "eet": 120, "eest": 180, "msk": 180, "trt": 180, "est": -300, "edt": -240, "cst": -360,
    "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "brt": -180, "jst": 540, "aest": 600,
    "aedt": 660, "nzst": 720, "nzdt": 780,
}  # fmt: skip
"""Offsets of abbreviations in minutes; the American ones as RFC 2822 section 4.3 has them."""


class ClockTime(NamedTuple):
    """A time of day, 24:00 at its end included; `offset_minutes` east of UTC, None where no zone is named."""

    hour: int
    minute: int
    second: int
    microsecond: int
    offset_minutes: int | None


def read_clock(text: str) -> ClockTime | None:
    """The time of day in a text such as "1:16 PM", "14:59:28.5+0300" or "10:15 CEST"; None for no time."""
    found = _CLOCK.match(text)
    if not found:
        return None
    hour, minute, second = int(found.group(1)), int(found.group(2)), int(found.group(3) or 0)
    fraction = int((found.group(4) or "0").ljust(6, "0")[:6])
    rest = fold(found.group(5)).removesuffix("uhr").removesuffix("h").strip() if found.group(5) else ""
    half = _HALF.match(rest)
    if half:
        after_noon = half.group(1)[0] == "p" or half.group(1) in _AFTER_NOON
        if hour <= 12:
            hour = hour % 12 + (12 if after_noon else 0)
        rest = rest[half.end() :].strip()
    offset = _offset_minutes(rest) if rest else None
    if (rest and offset is None) or minute > 59 or second > 60:
        return None
    if hour > 23 and (hour, minute, second, fraction) != _END_OF_DAY:
        return None
    return ClockTime(hour, minute, min(second, 59), fraction, offset)


def _offset_minutes(text: str) -> int | None:
    bare = text.strip("()[] ")
    if bare in _ZONE_MINUTES:
        return _ZONE_MINUTES[bare]
    found = _OFFSET.match(text) or _OFFSET.match(bare)
    if not found:
        first, _, rest = text.partition(" ")
        return _ZONE_MINUTES.get(first) if rest.startswith("(") else None
    minutes = int(found.group(2)) * 60 + int(found.group(3) or 0)
    return minutes if found.group(1) == "+" else -minutes
