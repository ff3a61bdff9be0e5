"""Keys that are those of records here but for capitals: "ops-12" is OPS-12."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
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


def in_other_case(keys: Iterable[str], here: Container[str]) -> dict[str, str]:
    """Keys that are not `here`, with what they are in the other case, where they have one."""
    return {key: other for key in keys if key not in here and (other := other_case(key))}


def meant_by(
    others: Mapping[str, str], here: Container[str], listed: Callable[[], Container[str]]
) -> dict[str, str]:
    """Those of `others` that are `here` in other case, and that no row has so; `listed` gives the keys of all
    rows, and is asked only where there is such a record."""
    found = {key: other for key, other in others.items() if other in here}
    taken = listed() if found else ()
    return {key: other for key, other in found.items() if other not in taken}


def keyed_as_here(rows: Sequence[ImportRow], here: Container[str]) -> tuple[list[ImportRow], tuple[str, ...]]:
    """The rows, those with the keys of records `here` in other case under these, where no other row has them;
    and a sentence about them."""
    listed = {row.key for row in rows}
    meant = meant_by(in_other_case(listed, here), here, lambda: listed)
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
