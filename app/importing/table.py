"""A list as read: headers and rows of text, before anything is known about their meaning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """Rows all have as many cells as there are headers. `row_numbers` are those a spreadsheet shows.

    `delimiter` and `encoding` are empty for workbooks, where `sheet` names the sheet that was read.
    `warnings` are full sentences about what was set right or passed over while reading.
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
