"""Rejected rows as CSV, each with its row number, column and reason before its own cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from app.importing.rows import Rejection

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def rejects_csv(headers: Sequence[str], rejected: Iterable[Rejection]) -> bytes:
    """UTF-8 with a byte-order mark, as spreadsheets read it; the reason and column come first.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["Row", "Column", "Reason", *map(_safe, headers)])
    for one in rejected:
        writer.writerow([one.row_number, _safe(one.column), one.reason, *map(_safe, one.cells)])
    return out.getvalue().encode("utf-8-sig")


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
