"""A list as read: headers and rows of text, before anything is known about their meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from app.importing.spool import chunks_of
from app.importing.words.spelling import first_with_digit

BETWEEN_CELLS = "\x1f"
"""Stands between the cells of a row where they are looked at as one text."""
_MOST_DAYS = 100_000


@dataclass(frozen=True, slots=True)
class Table:
    """Rows all have as many cells as there are headers. `row_numbers` are those a spreadsheet shows.

    `delimiter` and `encoding` are empty for workbooks, where `sheet` names the sheet that was read.
    `warnings` are full sentences about what was set right or passed over while reading; cells that read
    otherwise than in the file, or stand elsewhere, make it one that is not `as_it_stands`.
    """

    encoding: str
    delimiter: str
    headers: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    row_numbers: Sequence[int]
    has_header: bool = True
    warnings: tuple[str, ...] = ()
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    as_it_stands: bool = True
    _days: dict[str, dict[str, str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def columns(self) -> list[tuple[str, ...]]:
        """The cells column by column."""
        if not self.rows:
            return [() for _ in self.headers]
        return list(zip(*self.rows, strict=True))

    def positions(self) -> dict[str, list[int]]:
        """Where each header stands; a repeated header has several places."""
        places: dict[str, list[int]] = {}
        for index, header in enumerate(self.headers):
            places.setdefault(header, []).append(index)
        return places

    def cells(self, header: str) -> Iterator[str]:
        """Every non-empty cell under this header, repeated columns included."""
        for index in self.positions().get(header, []):
            yield from (row[index] for row in self.rows if row[index])

    def headers_with(self, holds: Callable[[str], bool]) -> list[str]:
        """The headers below which `holds` is true of the first filled cell among the first rows."""
        first = next(iter(chunks_of(self.rows)), ())
        cells = {
            header: next((row[place] for place in places for row in first if row[place].strip()), "")
            for header, places in self.positions().items()
        }
        return [header for header, cell in cells.items() if cell and holds(cell)]

    def days(self, headers: Sequence[str]) -> dict[str, list[str]]:
        """For each of these columns one cell of every different first word with a digit: of
        dates, one cell a day.

        Of a column with more different words than any calendar has days, not all are given.
        """
        places = self.positions()
        wanted = {header: places.get(header, []) for header in headers if header not in self._days}
        found: dict[str, dict[str, str]] = {header: {} for header in wanted}
        for chunk in chunks_of(self.rows) if wanted else ():
            for header, columns in wanted.items():
                days = found[header]
                if len(days) < _MOST_DAYS:
                    cells = [cell for place in columns for cell in _differing([row[place] for row in chunk])]
                    days.update((first_with_digit(cell), cell) for cell in cells if cell)
        self._days.update(found)
        return {header: list(self._days[header].values()) for header in headers}


def _differing(column: list[str]) -> list[str]:
    """One cell of every first word that begins with a digit, and every other cell."""
    by_word = dict(zip([cell.partition(" ")[0] for cell in column], column, strict=True))
    numbered = [cell for word, cell in by_word.items() if word[:1].isdigit()]
    if len(numbered) == len(by_word):
        return numbered
    return numbered + list(dict.fromkeys(cell for cell in column if not cell[:1].isdigit()))
