"""Lists that write "22:00 - 06:00" in one cell, given a column for each end of the span."""

from __future__ import annotations

import re

from app.importing.delimited import Records
from app.importing.words import spellings

_CLOCK = r"\d{1,2}(?:[:.h]\d{2}| ?(?=[ap]\.?m))(?: ?[ap]\.?m\.?)?"
_SPAN = re.compile(
    rf"^\s*({_CLOCK})\s*(?:h|uhr)?\s*(?:-|–|—|to|until|till|bis|à|a|do|tot)\s*({_CLOCK})\s*(?:h|uhr)?\s*$",
    re.IGNORECASE,
)
_TIME = re.compile(rf"^\s*{_CLOCK}\s*(?:h|uhr)?\s*$", re.IGNORECASE)
_ENDS = frozenset({"start", "end", "finish", "start time", "end time"})
_SAMPLED = 300
_LEAST_SHARE = 0.8


def with_both_ends(parsed: Records) -> Records:
    """A list with a column of clock times, some of them spans of two, with "Start" and "End" in front.

    A single time in that column is a start. Any other list is given back as it is, and so is one that has
    such columns.
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


def _spanning(records: list[list[str]]) -> int | None:
    """The first column with a span in it whose filled cells are nearly all clock times or spans of two."""
    for place in range(len(records[0])):
        cells = [row[place] for row in records[1:_SAMPLED] if place < len(row) and row[place].strip()]
        spans = sum(_SPAN.match(cell) is not None for cell in cells)
        times = sum(_TIME.match(cell) is not None for cell in cells) if spans else 0
        if spans and spans + times >= _LEAST_SHARE * len(cells):
            return place
    return None


def _ends(cell: str) -> tuple[str, str]:
    found = _SPAN.match(cell)
    return (found[1], found[2]) if found else (cell.strip(), "")
