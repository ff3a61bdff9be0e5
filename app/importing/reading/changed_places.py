"""Days and months that changed places when a spreadsheet program opened a list that has the day first.

One that expects the month first makes the third of November of "11/03/2026", which was the eleventh of
March, and leaves "13/03/2026" a text, since no month has that number; one that expects the day first does the
same to lists that have the month first. Both sorts of cells beside each other tell what happened.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace

from app.importing.reading.delimited import Records
from app.importing.reading.places import cell_at, cells_at

_MADE = re.compile(r"^(\d{4})-(\d{2})-(\d{2})(?=$|[ T])")
_LEFT = re.compile(r"^(\d{1,2})([/.\-])(\d{1,2})\2(\d{4})(?=$|[ ,T])")
_MONTHS = 12
_ENOUGH = 5
"""Different dates and texts in a column: a day that comes again tells nothing new. By chance a date has a day
up to twelve in 4 of 10 cases, and a later one in the others: that so many fall just so happens to one column
in a hundred."""


def with_days_and_months_back(parsed: Records) -> Records:
    """A list whose columns hold dates as they were before such a program opened it, with a sentence that says
    so. Any other list is given back as it is."""
    header, body = parsed.records[:1], parsed.records[1:]
    dated = [place for place in range(parsed.width) if _begins_with_a_date(body, place)]
    places = [place for place in dated if _changed_places(cells_at(body, place))]
    if not places:
        return parsed
    rows = [[_put_back(cell) if place in places else cell for place, cell in enumerate(row)] for row in body]
    told = tuple(_told(cell_at(header[0], place), cells_at(body, place)) for place in places)
    return replace(parsed, records=[*header, *rows], warnings=(*parsed.warnings, *told))


def _begins_with_a_date(rows: Sequence[Sequence[str]], place: int) -> bool:
    first = next((cell for row in rows if (cell := cell_at(row, place))), "")
    return _MADE.match(first) is not None or _LEFT.match(first) is not None


def _changed_places(cells: Sequence[str]) -> bool:
    """Whether all dates of a column may have been another day, and no other date in it may be read as one
    that the program would have taken for a day of its own."""
    made = {found[0]: int(found[3]) for cell in cells if (found := _MADE.match(cell))}
    left = {(int(found[1]), int(found[3]), int(found[4])) for cell in cells if (found := _LEFT.match(cell))}
    if not made or not left or len(made) + len(left) < _ENOUGH or max(made.values()) > _MONTHS:
        return False
    return all(_is_day(first, second, year) for first, second, year in left) or all(
        _is_day(second, first, year) for first, second, year in left
    )


def _is_day(day: int, month: int, year: int) -> bool:
    """Whether there is such a day, and it cannot be a month."""
    return day > _MONTHS >= month >= 1 and day <= monthrange(year, month)[1]


def _put_back(cell: str) -> str:
    return _MADE.sub(r"\1-\3-\2", cell.strip()) if _MADE.match(cell.strip()) else cell


def _told(name: str, cells: Sequence[str]) -> str:
    made = [cell for cell in cells if _MADE.match(cell)]
    left = next(cell for cell in cells if _LEFT.match(cell))
    return (
        f"In “{name}” a spreadsheet program took days and months for each other where it could ({len(made)} "
        f"of {len(cells)} cells), and left the others as text ({left}). "
        f"They are set right: {made[0]} is read as {_put_back(made[0])}."
    )
