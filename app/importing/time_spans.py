"""Lists that write "22:00 - 06:00" or "1 Dec 2026 to 3 Jan 2027" in one cell, given a column for each end."""

from __future__ import annotations

import re

from app.importing.dates import DateReader
from app.importing.delimited import Records
from app.importing.words import spellings

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
_ENDS = frozenset({"start", "end", "finish", "start time", "end time"})
_SAMPLED = 300
_LEAST_SHARE = 0.8


def with_both_ends(parsed: Records) -> Records:
    """A list with a column of clock times or of dates, some of them spans of two, with "Start" and "End" in
    front.

    A single time in that column is a start, a single date both. Any other list is given back as it is, and so
    is one that has such columns.
    """
    if not parsed.records or any(_ENDS & set(spellings(name)) for name in parsed.records[0]):
        return parsed
    place = _spanning(parsed.records)
    if place is None:
        return parsed
    rows = [["Start", "End", *parsed.records[0]]]
    for record in parsed.records[1:]:
        rows.append([*_ends(record[place] if place < len(record) else ""), *record] if record else [])
    return Records(parsed.delimiter, rows, parsed.width + 2, parsed.regularity, parsed.warnings)


def is_clock_span(cell: str) -> bool:
    """Whether a cell says from when to when by the clock: "22:00 - 06:00"."""
    return _SPAN.match(cell) is not None


def _spanning(records: list[list[str]]) -> int | None:
    """The first column with a span in it whose filled cells are nearly all clock times or dates, or spans of
    two."""
    for place in range(len(records[0])):
        cells = [row[place] for row in records[1:_SAMPLED] if place < len(row) and row[place].strip()]
        for is_span, is_single in ((_SPAN.match, _TIME.match), (_days_of, _DAYS.day)):
            spans = sum(is_span(cell) is not None for cell in cells)
            singles = sum(is_single(cell.strip()) is not None for cell in cells) if spans else 0
            if spans and spans + singles >= _LEAST_SHARE * len(cells):
                return place
    return None


def _days_of(cell: str) -> tuple[str, str] | None:
    """The dates, with or without times, from and to which a cell says that something lasts; of an end on the
    same day perhaps the time alone."""
    found = _FROM_DAY_TO_DAY.match(cell)
    if found is None or _DAYS.day(found[1]) is None:
        return None
    is_end = _DAYS.day(found[2]) or (_TIME.match(found[2]) and not _DAYS.whole_day(found[1]))
    return (found[1], found[2]) if is_end else None


def _ends(cell: str) -> tuple[str, str]:
    found = _SPAN.match(cell)
    if found:
        return found[1], found[2]
    single = cell.strip()
    return _days_of(cell) or (single, single if _DAYS.whole_day(single) else "")
