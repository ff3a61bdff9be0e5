"""Lists of public holidays, a day and its name, as lists of freezes: on these days nothing is changed."""

from __future__ import annotations

from collections.abc import Sequence

from app.importing.reading.delimited import Records
from app.importing.reading.places import cell_at, cells_at
from app.importing.times.dates import DateReader
from app.importing.words.holidays import OF_HOLIDAYS, are_holidays, says_holidays
from app.importing.words.spelling import spellings
from app.importing.words.synonyms import SYNONYMS

HEADER = ("Freeze", "Freeze start", "Freeze end")
_ENDS = frozenset(SYNONYMS["ends_at"])
_SAMPLED = 300
_FIRST = 3
"""Cells of a column that are looked at before all of its sample are."""
_LEAST_SHARE = 0.9
_DAYS = DateReader("dmy", "UTC")


def with_freezes_of_holidays(parsed: Records) -> Records:
    """A list of public holidays with `HEADER` in front, each row's day being start and end.

    It is one where a single column holds days and another names them: by the word for holidays above it, or
    by the holidays that most of them are. Any other list is given back as it is.
    """
    if len(parsed.records) < 2:
        return parsed
    header, rows = parsed.records[0], parsed.records[1:]
    sample = rows[:_SAMPLED]
    days = [place for place in range(len(header)) if _are_days(cells_at(sample, place))]
    if len(days) != 1 or any(
        _ENDS & set(spellings(header[place])) and cells_at(sample, place) for place in range(len(header))
    ):
        return parsed
    naming = _naming(header, sample, days[0])
    if naming is None:
        return parsed
    day = days[0]
    made = [[cell_at(row, naming), *[cell_at(row, day)] * 2, *row] if row else [] for row in rows]
    told = (*parsed.warnings, OF_HOLIDAYS)
    return Records(
        parsed.delimiter, [[*HEADER, *header], *made], parsed.width + len(HEADER), parsed.regularity, told
    )


def _naming(header: Sequence[str], rows: Sequence[Sequence[str]], day: int) -> int | None:
    """The column that names the holidays: one whose cells are known as such, else one called so."""
    others = [place for place in range(len(header)) if place != day and _are_names(cells_at(rows, place))]
    known = (place for place in others if are_holidays(cells_at(rows, place)))
    called = (place for place in others if says_holidays(header[place]))
    return next(known, next(called, None))


def _are_names(cells: Sequence[str]) -> bool:
    """Whether the cells are words, and not all the same."""
    return len(set(cells)) > 1 and all(any(map(str.isalpha, cell)) for cell in cells)


def _are_days(cells: Sequence[str]) -> bool:
    if not any(_DAYS.whole_day(cell) is not None for cell in cells[:_FIRST]):
        return False
    known = sum(_DAYS.whole_day(cell) is not None for cell in cells)
    return known >= _LEAST_SHARE * len(cells)
