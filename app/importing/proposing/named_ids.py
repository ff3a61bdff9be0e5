"""The column of ids that the predecessors of a plan name, whatever it is called: "AG-003" below "Tareas"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.importing.proposing.guess import Cells, Guess

_NAMED = re.compile(r"[\w.-]*\w")
_LEAST_NAMED = 2
_LEAST_SHARE = 0.8
"""The share of names that have to be ids of the column: a plan that was cut short names others as well."""


def header_of_named_ids(guesses: Sequence[Guess], cells_of: Cells) -> str:
    """The header, without a field yet, of cells that differ and that the predecessors name; "" for none, and
    for a plan that has a column of ids."""
    if any(one.field == "source_id" for one in guesses):
        return ""
    told = next((one.header for one in guesses if one.field == "predecessors"), "")
    names = [name.casefold() for cell in cells_of(told) for name in _NAMED.findall(cell)] if told else []
    if len(names) < _LEAST_NAMED:
        return ""
    for one in guesses:
        cells = [] if one.field else [cell.strip().casefold() for cell in cells_of(one.header)]
        ids = set(cells)
        if len(ids) == len(cells) and sum(name in ids for name in names) >= _LEAST_SHARE * len(names):
            return one.header
    return ""
