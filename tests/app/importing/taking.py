"""What a list of one row is taken for: its program, its kind and the field of each of its columns."""

from __future__ import annotations

from collections.abc import Iterable

from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table

Taken = tuple[str, str, dict[str, str]]
"""The program's name ("" for none), the kind of list, and by header the field ("" for none)."""


def taken_for(headers: Iterable[str], row: str) -> Taken:
    """What a list of these headers is taken for; the cells of `row` end by semicolons."""
    found = propose(read_table(f"{';'.join(headers)}\n{row}\n".encode()))
    return found.source, found.kind, {name: found.mapping.columns.get(name, "") for name in headers}
