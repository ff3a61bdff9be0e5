"""Rows of a short list held against the records that are here: what is new, changed and unchanged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Self

from sqlalchemy import Connection

from app.importing.converting.dryrun import REMOVED, Conflict, DryRun, ExistingRecord, dry_run
from app.importing.converting.rows import ImportRow, content_hash
from app.services.imports.kind import ImportKind, Refused
from app.services.imports.names import RegisterNames
from app.services.imports.parted import joined, rows_of
from app.store.import_memory import read_contents, read_memory
from app.store.reading import find_by_ids

REMOVED_HERE, _LISTED_ANEW = "removed", "listed, and changed since"
"""What is said of a record that the desk removed, instead of values of a field."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Rows held against the records; `hashes` and `records` by key. `removed` are the ids of those that were
    here and that the desk removed, by key; `refused` are changed rows whose records may not be changed so."""

    outcome: DryRun
    hashes: dict[str, str]
    records: dict[str, object]
    removed: dict[str, int]
    refused: list[Refused]

    @classmethod
    def of(
        cls,
        connection: Connection,
        kind: ImportKind,
        rows: Sequence[ImportRow],
        window_id: int | None,
        names: RegisterNames,
        now: datetime,
    ) -> Self:
        """Each row with the records of its own kind, where the list holds several."""
        if not kind.parts:
            return cls._of_one(connection, kind, rows, window_id, names, now)
        parts = {
            name: cls._of_one(connection, part, rows_of(kind, name, rows), window_id, names, now)
            for name, part in kind.parts.items()
        }
        outcome = joined({name: one.outcome for name, one in parts.items()}, kind.parted_by)
        hashes = {key: digest for one in parts.values() for key, digest in one.hashes.items()}
        records = {key: record for one in parts.values() for key, record in one.records.items()}
        removed = {key: number for one in parts.values() for key, number in one.removed.items()}
        refused = [it for one in parts.values() for it in one.refused]
        return cls(outcome, hashes, records, removed, refused)

    @classmethod
    def _of_one(
        cls,
        connection: Connection,
        kind: ImportKind,
        rows: Sequence[ImportRow],
        window_id: int | None,
        names: RegisterNames,
        now: datetime,
    ) -> Self:
        said = {row.key: row.values for row in rows if not row.duplicate_of}
        hashes = {key: content_hash(values) for key, values in said.items()}
        known = _Known.read(connection, kind, said, hashes, window_id, names)
        settled = known.unchanged | known.removed.keys()
        outcome = dry_run([row for row in rows if row.key not in settled], known.existing)
        known_already = [row for row in rows if row.key in settled]
        anew = [
            Conflict(row.row_number, row.key, REMOVED, "", REMOVED_HERE, _LISTED_ANEW)
            for row in known_already
            if row.key in known.spoken_anew and not row.duplicate_of
        ]
        outcome = replace(
            outcome,
            unchanged=[*outcome.unchanged, *known_already],
            conflicts=[*outcome.conflicts, *anew],
        )
        refused: list[Refused] = []
        if kind.refused is not None and outcome.changed:
            refused = kind.refused(connection, outcome.changed, known.records, names, now)
        return cls(_without(outcome, refused), hashes, known.records, known.removed, refused)


def _without(outcome: DryRun, refused: Sequence[Refused]) -> DryRun:
    """The outcome without rows that are refused, and what they would have changed."""
    if not refused:
        return outcome
    gone = {row.key for row, _, _ in refused}
    return replace(
        outcome,
        changed=[one for one in outcome.changed if one.row.key not in gone],
        conflicts=[one for one in outcome.conflicts if one.key not in gone],
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What is here already: keys whose rows say nothing new, and the records the list may change. `removed`
    are the ids of those that were here, by key; of those `spoken_anew` the source says something else since.
    """

    unchanged: set[str]
    existing: dict[str, ExistingRecord]
    records: dict[str, object]
    removed: dict[str, int]
    spoken_anew: set[str]

    @classmethod
    def read(
        cls,
        connection: Connection,
        kind: ImportKind,
        said: dict[str, dict[str, Any]],
        hashes: dict[str, str],
        window_id: int | None,
        names: RegisterNames,
    ) -> Self:
        memory_name = kind.memory_name(window_id)
        memory = read_memory(connection, memory_name)
        here: dict[str, Any]
        if kind.read is not None:
            here = kind.read(connection, (), window_id)
        else:
            brought = {key: one.record_id for key, one in memory.items()}
            here = kind.ids_meant(connection, said, brought)
        unchanged = {
            key
            for key, digest in hashes.items()
            if key in memory and memory[key].content_hash == digest and key in here
        }
        lost = {key: memory[key].record_id for key in hashes if key in memory and key not in here}
        if kind.needs_window and not here.keys() & hashes.keys():
            lost = {}  # of a plan that was taken out whole nothing is kept out
        removed = _removed(connection, kind, lost)
        anew = {key for key in removed if memory[key].content_hash != hashes[key]}
        wanted = {key: here[key] for key in hashes if key in here and key not in unchanged}
        if not wanted:
            return cls(unchanged, {}, {}, removed, anew)
        said_as = {key: key for key in wanted}
        if kind.read is None:  # a record may have been spoken of under the key that it had then
            spoken_of = {one.record_id: key for key, one in memory.items() if key not in said}
            said_as |= {key: spoken_of.get(wanted[key], key) for key in wanted if key not in memory}
        contents = read_contents(connection, memory_name, list(said_as.values()))
        records = wanted if kind.read is not None else _by_key(connection, kind, wanted)
        existing = {
            key: kind.existing(said[key], contents.get(said_as[key], {}), record, names)
            for key, record in records.items()
        }
        return cls(unchanged, existing, dict(records), removed, anew)


def _removed(connection: Connection, kind: ImportKind, lost: Mapping[str, int]) -> dict[str, int]:
    """Those of `lost` that the desk removed: steps of plans, and what hangs on changes; nothing else that
    lists bring is taken away by hand, one by one."""
    if kind.needs_window:
        return dict(lost)
    if not kind.hangs_on_changes:
        return {}
    standing = {one.id for one in find_by_ids(connection, kind.value_type, list(lost.values()))}
    return {key: number for key, number in lost.items() if number not in standing}


def _by_key(connection: Connection, kind: ImportKind, ids: Mapping[str, int]) -> dict[str, Any]:
    """The records with these ids, by key."""
    keys = {number: key for key, number in ids.items()}
    return {keys[one.id]: one for one in find_by_ids(connection, kind.value_type, list(keys))}
