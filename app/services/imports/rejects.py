"""Rejected rows as CSV, each with its row number, column and reason before its own cells; and read again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from app.importing.converting.rows import Rejection
from app.importing.table import Table
from app.services.files import whole_file

REASONED = ("Row", "Column", "Reason")
"""The columns before those of the list."""
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_MARK = "'"
_USUAL = ","


def write_rejects(path: Path, table: Table, rejected: Iterable[Rejection]) -> None:
    """Write the rejected rows of a list to a file, whole or not at all. Raises RefusedError."""
    content = rejects_csv(table.headers, rejected, table.delimiter)
    with whole_file(path) as target:
        target.write(content)


def rejects_csv(headers: Sequence[str], rejected: Iterable[Rejection], delimiter: str = _USUAL) -> bytes:
    """UTF-8 with a byte-order mark, as spreadsheets read it; the reason and column come first.

    The columns end as those of the list do, which is what the spreadsheet of whoever made it expects. A cell
    that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter if len(delimiter) == 1 else _USUAL)
    writer.writerow([*REASONED, *map(_safe, headers)])
    for one in rejected:
        writer.writerow([one.row_number, _safe(one.column), _safe(one.reason), *map(_safe, one.cells)])
    return out.getvalue().encode("utf-8-sig", "replace")


def without_reasons(table: Table) -> Table:
    """The rows of a list that were rejected, and mended, as they were in that list; another list as it is."""
    added = len(REASONED)
    if table.headers[:added] != REASONED or len(table.headers) == added:
        return table
    headers = tuple(map(_as_it_was, table.headers[added:]))
    rows = [tuple(map(_as_it_was, row[added:])) for row in table.rows]
    return replace(table, headers=headers, rows=rows)


def _safe(cell: str) -> str:
    return f"{_MARK}{cell}" if cell.startswith(_FORMULA_STARTS) else cell


def _as_it_was(cell: str) -> str:
    bare = cell.removeprefix(_MARK)
    return bare if bare.startswith(_FORMULA_STARTS) else cell
