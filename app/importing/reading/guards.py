"""Signs that programs put around a cell so that a spreadsheet takes it for text: they are no part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from app.importing.table import BETWEEN_CELLS

_RISKY = "=+-@\t\r"
"""What makes a formula of a cell that begins so (CWE-1236); an apostrophe before it keeps it a text."""
_AS_TEXT = '="'
"""How a cell begins that is written as the formula of a text, so that 007 keeps its zeros: ="007"."""
_BEGINNINGS = {"'": "'", "=": _AS_TEXT}
_CLOSED = re.compile(r"'(?!\w)")


def joined(rows: Sequence[Sequence[str]]) -> str:
    """All cells of the rows, the sign `BETWEEN_CELLS` before each."""
    return BETWEEN_CELLS.join(chain(("",), chain.from_iterable(rows)))


def without_guards(rows: list[list[str]], text: str) -> list[list[str]]:
    """The rows without guards around their cells; `text` is what `joined` makes of them."""
    signs = (one for one in "'=" if one in text)  # a sign alone is looked for much faster
    if not any(BETWEEN_CELLS + _BEGINNINGS[sign] in text for sign in signs):
        return rows
    return [list(map(unguarded, row)) for row in rows]


def unguarded(cell: str) -> str:
    """The text of a cell: "'=1+1" is "=1+1", and '="007"' is "007"; what is in quotes as a whole stays so."""
    if cell[:1] == "'":
        return cell[1:] if cell[1:2] and cell[1] in _RISKY and not _CLOSED.search(cell, 1) else cell
    if cell.startswith(_AS_TEXT) and cell.endswith('"') and len(cell) > len(_AS_TEXT):
        inner = cell[len(_AS_TEXT) : -1]
        return cell if '"' in inner.replace('""', "") else inner.replace('""', '"')
    return cell
