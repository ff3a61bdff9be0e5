"""Lists that call the column of a day and the one of its time of day alike, as Outlook in French does."""

from __future__ import annotations

from dataclasses import replace

from app.importing.reading.delimited import Records
from app.importing.times.clock import read_clock
from app.importing.times.dates import DateReader

_SAMPLED = 300
_DAYS = DateReader("dmy", "UTC")


def with_times_named(parsed: Records) -> Records:
    """A list of which two neighbouring columns are called alike, one of days and one of times of day, with
    the second called a time: "Début" and "Début (time)". Any other list is given back as it is."""
    if not parsed.records:
        return parsed
    header = list(parsed.records[0])
    for place in range(1, len(header)):
        name = header[place].strip()
        if name and name == header[place - 1].strip() and _are_times(parsed.records, place):
            header[place] = f"{name} (time)"
    return parsed if header == parsed.records[0] else replace(parsed, records=[header, *parsed.records[1:]])


def _are_times(records: list[list[str]], place: int) -> bool:
    """Whether every row that says something says a time of day here, and a day just before."""
    rows = [row for row in records[1:_SAMPLED] if place < len(row) and row[place].strip()]
    return bool(rows) and all(
        read_clock(row[place].strip()) is not None and _DAYS.whole_day(row[place - 1].strip()) is not None
        for row in rows
    )
