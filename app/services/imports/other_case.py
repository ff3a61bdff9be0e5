"""Keys that are those of records here but for capitals: "ops-12" is OPS-12."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from app.importing.converting.rows import ImportRow
from app.importing.words.spelling import shortened
from app.services.imports.matches import first_few


def other_case(key: str) -> str:
    """A key all in capitals without any, and the other way about; "" for keys of both, which some programs
    tell apart by nothing else."""
    if key.isupper():
        return key.lower()
    return key.upper() if key.islower() else ""


def keyed_as_here(rows: Sequence[ImportRow], here: Container[str]) -> tuple[list[ImportRow], tuple[str, ...]]:
    """The rows, those with the keys of records `here` in other case under these, where no other row has them;
    and a sentence about them."""
    listed = {row.key for row in rows}
    meant = {
        key: other
        for key in listed
        if key not in here and (other := other_case(key)) in here and other not in listed
    }
    if not meant:
        return list(rows), ()
    found = [replace(row, key=meant[row.key]) if row.key in meant else row for row in rows]
    return found, told_in_other_case(meant)


def told_in_other_case(meant: Mapping[str, str]) -> tuple[str, ...]:
    """A sentence about keys of a list that are those of records here in other case."""
    if not meant:
        return ()
    named = [f'"{shortened(key)}" as {shortened(other)}' for key, other in sorted(meant.items())]
    return (f"Keys that are here in other case: {first_few(named)}.",)
