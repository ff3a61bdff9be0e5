"""The dry run of an import: what a list is, and what it would do to each record. Writes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from app.importing import (
    Conversion,
    DryRun,
    ExistingRecord,
    ImportRow,
    Mapping,
    Proposal,
    Table,
    content_hash,
    convert,
    dry_run,
    propose,
    read_table,
)
from app.services.errors import RefusedError
from app.services.imports.kinds import KINDS, ImportKind
from app.services.imports.names import RegisterNames, read_names
from app.services.workplace import Workplace
from app.store.imports import read_contents, read_memory, read_profile
from app.store.queries.imports import ids_by_key
from app.store.unit_of_work import find

Progress = Callable[[float, str], None]


@dataclass(frozen=True, slots=True)
class Understood:
    """A list as read and what it seems to be; `is_remembered` when its mapping was settled before."""

    table: Table
    proposal: Proposal
    is_remembered: bool


@dataclass(frozen=True, slots=True)
class Planned:
    """What importing would do, row by row; `hashes` are the rows' contents, by key."""

    kind: ImportKind
    mapping: Mapping
    conversion: Conversion
    outcome: DryRun
    hashes: dict[str, str]
    records: dict[str, object]

    @property
    def rows(self) -> int:
        """How many rows the list has."""
        return self.outcome.rows_in


def understand(workplace: Workplace, data: bytes, kind: str = "auto", sheet: str | None = None) -> Understood:
    """Read a list and say what it seems to be; a mapping remembered for its header is used.

    Raises UnreadableList for bytes that are no list.
    """
    table = read_table(data, sheet)
    first = propose(table, kind)
    with workplace.read() as connection:
        remembered = read_profile(connection, first.shape)
    if remembered is None:
        return Understood(table, first, False)
    known = Mapping.from_json(remembered)
    if kind not in ("auto", known.kind):
        return Understood(table, first, False)
    return Understood(table, propose(table, known.kind, known), True)


def plan(
    workplace: Workplace,
    table: Table,
    mapping: Mapping,
    zone_name: str,
    progress: Progress | None = None,
) -> Planned:
    """Convert the rows and compare them with the records; nothing is written.

    Times without a zone are read in `zone_name`. Raises RefusedError for a kind that cannot be imported.
    """
    kind = kind_named(mapping.kind)
    tell = progress or (lambda _share, _words: None)
    tell(0.1, f"Reading {len(table.rows):,} rows")
    conversion = convert(table, mapping, zone_name)
    tell(0.5, "Comparing with what is here")
    hashes = {row.key: content_hash(row.values) for row in conversion.rows if not row.duplicate_of}
    with workplace.read() as connection:
        existing, records, unchanged = _existing(connection, kind, conversion.rows, hashes)
    open_rows = [row for row in conversion.rows if row.key not in unchanged]
    outcome = dry_run(open_rows, existing, conversion.rejected)
    outcome.unchanged.extend(row for row in conversion.rows if row.key in unchanged)
    tell(1.0, "Compared")
    return Planned(kind, mapping, conversion, outcome, hashes, records)


def kind_named(name: str) -> ImportKind:
    """The kind of list called `name`; raises RefusedError."""
    if name not in KINDS:
        raise RefusedError(
            f"Lists of {name.replace('_', ' ')} are not imported here yet. "
            f"Name one of these kinds: {', '.join(KINDS)}."
        )
    return KINDS[name]


def _existing(
    connection: Connection, kind: ImportKind, rows: list[ImportRow], hashes: dict[str, str]
) -> tuple[dict[str, ExistingRecord], dict[str, object], set[str]]:
    """Records that the list may change, the records themselves, and keys whose rows say nothing new."""
    memory = read_memory(connection, kind.name)
    ids = ids_by_key(connection, kind.value_type, kind.key_attribute)
    unchanged = {
        key
        for key, digest in hashes.items()
        if key in memory and memory[key].content_hash == digest and key in ids
    }
    wanted = [key for key in hashes if key in ids and key not in unchanged]
    if not wanted:
        return {}, {}, unchanged
    names: RegisterNames = read_names(connection)
    contents = read_contents(connection, kind.name, wanted)
    records: dict[str, object] = {}
    existing: dict[str, ExistingRecord] = {}
    for record in _found(connection, kind, [ids[key] for key in wanted]):
        key = kind.key_of(record)
        last = contents.get(key, {})
        records[key] = record
        existing[key] = ExistingRecord(last, kind.values_now(last, record, names))
    return existing, records, unchanged


def _found(connection: Connection, kind: ImportKind, ids: list[int]) -> list[object]:
    found: list[object] = []
    for start in range(0, len(ids), 500):
        found += find(connection, kind.value_type, id=ids[start : start + 500])
    return found
