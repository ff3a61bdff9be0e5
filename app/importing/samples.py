"""The first few different cells of every column of a list, found in one walk through it."""

from __future__ import annotations

from itertools import islice

from app.importing.spool import chunks_of
from app.importing.table import Table

_FILLED_LOOKED_AT = 200


def samples_of(table: Table, most: int) -> dict[str, tuple[str, ...]]:
    """Up to `most` different cells under each header, from the first 200 of it that are not empty.

    A column without any costs a walk through the whole list: not for the thread of a window.
    """
    found: dict[str, list[str]] = {header: [] for header in table.headers}
    missing = table.positions()
    for chunk in chunks_of(table.rows):
        for header in list(missing):
            cells = found[header]
            filled = (cell for row in chunk for place in missing[header] if (cell := row[place]))
            cells += islice(filled, _FILLED_LOOKED_AT - len(cells))
            if len(cells) >= _FILLED_LOOKED_AT:
                del missing[header]
        if not missing:
            break
    return {header: tuple(islice(dict.fromkeys(cells), most)) for header, cells in found.items()}
