"""What was imported, in the database: batches, what the source last said, and remembered mappings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from app.store.json_texts import encoder_of, objects_of
from app.store.kinds import table_of
from app.store.plain import instant_text
from app.store.unit_of_work import UnitOfWork
from db import tables
from db.bulk import JsonTexts

_BATCH = table_of(tables.ImportBatch)
_MEMORY = table_of(tables.ImportMemory)
_PROFILE = table_of(tables.ImportProfile)
_PART = 500
_REMEMBERED_AT_ONCE = 5_000
_MEMORY_COLUMNS = ("kind", "key", "record_id", "content_hash", "content", "import_id")
_INSTANT, _DATE, _TUPLE = "@instant", "@date", "@tuple"
_PLAIN = frozenset({str, int, float, bool, type(None)})


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is remembered of a record: its id, and the hash of what the source last said."""

    record_id: int
    content_hash: str


@dataclass(frozen=True, slots=True)
class BatchCounts:
    """The figures of one import."""

    rows: int
    created: int
    updated: int
    unchanged: int
    rejected: int


def read_memory(connection: Connection, kind: str) -> dict[str, Remembered]:
    """What is remembered of every record of a kind, by key."""
    statement = select(_MEMORY.c.key, _MEMORY.c.record_id, _MEMORY.c.content_hash).where(
        _MEMORY.c.kind == kind
    )
    return {key: Remembered(record_id, digest) for key, record_id, digest in connection.execute(statement)}


def read_contents(connection: Connection, kind: str, keys: Sequence[str]) -> dict[str, dict[str, Any]]:
    """What the source last said of the records with these keys."""
    found: dict[str, dict[str, Any]] = {}
    for start in range(0, len(keys), _PART):
        part = list(keys[start : start + _PART])
        statement = select(_MEMORY.c.key, _MEMORY.c.content).where(
            _MEMORY.c.kind == kind, _MEMORY.c.key.in_(part)
        )
        found.update({key: unfrozen(content) for key, content in connection.execute(statement)})
    return found


def add_batch(
    work: UnitOfWork, kind: str, source: str, file_name: str, counts: BatchCounts, shape: str
) -> int:
    """Record an import of a list whose header has this shape; returns its id."""
    row = {
        "kind": kind,
        "source": source,
        "file_name": file_name,
        "imported_at": work.now,
        "imported_by": work.actor,
        "rows": counts.rows,
        "created": counts.created,
        "updated": counts.updated,
        "unchanged": counts.unchanged,
        "rejected": counts.rejected,
        **({"shape": shape} if shape else {}),
    }
    import_id = work.connection.execute(insert(_BATCH).values(**row).returning(_BATCH.c.id)).scalar_one()
    work.note("import", import_id, "imported", {**row, "imported_at": instant_text(work.now)})
    return int(import_id)


def remember(
    work: UnitOfWork,
    kind: str,
    import_id: int,
    items: Iterable[tuple[str, int, str, Mapping[str, Any]]],
    *,
    replaces: bool = True,
) -> None:
    """Remember what the source says now: (key, record id, hash, values); what was remembered is replaced.

    `replaces` False says that nothing was remembered of these keys.
    """
    rows = list(items)
    if replaces:
        _forget(work, kind, [row[0] for row in rows])
    for start in range(0, len(rows), _REMEMBERED_AT_ONCE):
        keys, ids, digests, values = zip(*rows[start : start + _REMEMBERED_AT_ONCE], strict=True)
        _insert(work, kind, import_id, keys, ids, digests, list(map(_encode, values)))


def remember_columns(
    work: UnitOfWork,
    kind: str,
    import_id: int,
    keys: Sequence[str],
    ids: Sequence[int],
    digests: Sequence[str],
    columns: Mapping[str, Sequence[Any]],
    *,
    replaces: bool = True,
) -> None:
    """As `remember`, with the values of some thousand records column by column."""
    if replaces:
        _forget(work, kind, keys)
    _insert(work, kind, import_id, keys, ids, digests, objects_of(columns, _encode))


def _forget(work: UnitOfWork, kind: str, keys: Sequence[str]) -> None:
    for start in range(0, len(keys), _PART):
        part = keys[start : start + _PART]
        work.connection.execute(delete(_MEMORY).where(_MEMORY.c.kind == kind, _MEMORY.c.key.in_(part)))


def _insert(
    work: UnitOfWork,
    kind: str,
    import_id: int,
    keys: Sequence[str],
    ids: Sequence[int],
    digests: Sequence[str],
    contents: Sequence[str],
) -> None:
    if not keys:
        return
    count = len(keys)
    cells = ([kind] * count, keys, ids, digests, JsonTexts(contents), [import_id] * count)
    work.insert_columns(_MEMORY, dict(zip(_MEMORY_COLUMNS, cells, strict=True)))


def remembers_any(connection: Connection, kind: str) -> bool:
    """Whether anything is remembered of a kind."""
    return connection.execute(select(_MEMORY.c.id).where(_MEMORY.c.kind == kind).limit(1)).first() is not None


def read_profile(connection: Connection, shape: str) -> str | None:
    """The mapping remembered for a header shape, as JSON text."""
    stored = connection.execute(select(_PROFILE.c.mapping).where(_PROFILE.c.shape == shape)).scalar()
    return None if stored is None else str(stored)


def keep_profile(work: UnitOfWork, shape: str, name: str, mapping: str) -> None:
    """Remember a mapping for a header shape."""
    before = read_profile(work.connection, shape)
    if before == mapping:
        return
    if before is not None:
        work.connection.execute(delete(_PROFILE).where(_PROFILE.c.shape == shape))
    work.connection.execute(insert(_PROFILE).values(shape=shape, name=name, mapping=mapping, version=1))
    work.note("import_profile", shape, "kept", {"name": name, "mapping": mapping})


@dataclass(frozen=True, slots=True)
class StoredProfile:
    """A remembered mapping as JSON: the shape of its header, and the list it was last used for."""

    shape: str
    name: str
    mapping: str


def profiles(connection: Connection) -> list[StoredProfile]:
    """Every remembered mapping, by name."""
    columns = _PROFILE.c
    rows = connection.execute(select(columns.shape, columns.name, columns.mapping).order_by(columns.name))
    return [StoredProfile(shape, name, str(mapping)) for shape, name, mapping in rows]


def remove_profile(work: UnitOfWork, shape: str) -> bool:
    """Forget the mapping of a header shape; False where none was remembered."""
    before = read_profile(work.connection, shape)
    if before is None:
        return False
    work.connection.execute(delete(_PROFILE).where(_PROFILE.c.shape == shape))
    work.note("import_profile", shape, "forgotten", None, before={"mapping": before})
    return True


def memory_of_source(
    connection: Connection, kind: str, source: str, shape: str
) -> Iterator[tuple[str, int, int]]:
    """Key, record id and last import's id of every record of a kind that a source brought.

    Lists of no known source ("") may come from anywhere: only those with a header of this shape count.
    """
    statement = (
        select(_MEMORY.c.key, _MEMORY.c.record_id, _MEMORY.c.import_id)
        .join(_BATCH, _BATCH.c.id == _MEMORY.c.import_id)
        .where(_MEMORY.c.kind == kind, _BATCH.c.source == source)
        .execution_options(yield_per=_REMEMBERED_AT_ONCE)
    )
    if not source:
        statement = statement.where(_BATCH.c.shape == shape, _BATCH.c.shape != "")
    for row in connection.execute(statement):
        yield row[0], row[1], row[2]


def frozen(values: Mapping[str, Any]) -> dict[str, Any]:
    """Imported values as JSON that keeps instants, dates and tuples apart from texts and lists."""
    return {name: _frozen(value) for name, value in values.items()}


def unfrozen(content: Mapping[str, Any]) -> dict[str, Any]:
    """Imported values from their JSON; imported values hold tuples, never lists."""
    return {name: value if type(value) in _PLAIN else _unfrozen(value) for name, value in content.items()}


def _frozen(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return _marked(value)
    if isinstance(value, tuple):
        return [_frozen(one) for one in value]
    return value


def _marked(value: Any) -> dict[str, str]:
    """Days and instants, which JSON does not know, under a mark of their own."""
    if isinstance(value, datetime):
        return {_INSTANT: value.isoformat()}
    if isinstance(value, date):
        return {_DATE: value.isoformat()}
    raise TypeError(f"{type(value).__name__} is no value of a list")


def _unfrozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple([one if type(one) in _PLAIN else _unfrozen(one) for one in value])
    if not isinstance(value, dict) or len(value) != 1:
        return value
    ((mark, content),) = value.items()
    if mark == _INSTANT:
        return datetime.fromisoformat(content)
    if mark == _DATE:
        return date.fromisoformat(content)
    if mark == _TUPLE:
        return tuple(_unfrozen(one) for one in content)
    return value


_encode = encoder_of(_marked)
