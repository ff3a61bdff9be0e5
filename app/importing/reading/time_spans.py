"""Lists that write "22:00 - 06:00" or "1 Dec 2026 to 3 Jan 2027" in one cell, given a column for each end."""

from __future__ import annotations

from app.importing.reading.delimited import Records
from app.importing.times.dates import DateReader
from app.importing.times.spans import clocks_of, days_of, is_clock
from app.importing.words.spelling import spellings

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


def _spanning(records: list[list[str]]) -> int | None:
    """The first column with a span in it whose filled cells are nearly all clock times or dates, or spans of
    two."""
    for place in range(len(records[0])):
        cells = [row[place] for row in records[1:_SAMPLED] if place < len(row) and row[place].strip()]
        for span_of, is_single in ((clocks_of, is_clock), (days_of, _DAYS.day)):
            spans = sum(span_of(cell) is not None for cell in cells)
            singles = sum(bool(is_single(cell.strip())) for cell in cells) if spans else 0
            if spans and spans + singles >= _LEAST_SHARE * len(cells):
                return place
    return None


def _ends(cell: str) -> tuple[str, str]:
    single = cell.strip()
    return clocks_of(cell) or days_of(cell) or (single, single if _DAYS.whole_day(single) else "")
