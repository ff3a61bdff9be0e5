"""The first filled cells of each column, by which a list shows what it is."""

from __future__ import annotations

from itertools import islice

from app.importing.spool import chunks_of
from app.importing.table import Table

_SAMPLE = 200


class Samples:
    """The first filled cells of each column, looked up once."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._found: dict[str, list[str]] = {}

    def of(self, header: str) -> list[str]:
        """Up to 200 cells that hold something."""
        if not self._found:
            self._look()
        return self._found.get(header, [])

    def share_filled(self, header: str) -> float:
        """The share of the first rows that hold something in a column."""
        rows = next(iter(chunks_of(self.table.rows)), ())[:_SAMPLE]
        places = self.table.positions().get(header, [])
        filled = sum(any(row[place].strip() for place in places) for row in rows)
        return filled / max(1, len(rows))

    def _look(self) -> None:
        """One walk through the rows, ended when every column has shown enough."""
        self._found = {header: [] for header in self.table.headers}
        missing = self.table.positions()
        for chunk in chunks_of(self.table.rows):
            for header in list(missing):
                cells = [cell for row in chunk for place in missing[header] if (cell := row[place])]
                found = self._found[header]
                found += islice((cell for cell in cells if not cell.isspace()), _SAMPLE - len(found))
                if len(found) >= _SAMPLE:
                    del missing[header]
            if not missing:
                return


def samples_of(table: Table, most: int) -> dict[str, tuple[str, ...]]:
    """Up to `most` different cells under each header, from the first 200 of it that are not empty.

    A column without any costs a walk through the whole list: not for the thread of a window.
    """
    samples = Samples(table)
    return {header: tuple(islice(dict.fromkeys(samples.of(header)), most)) for header in table.headers}
