"""What sources last said of the records they brought: kept to tell later what they say anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select, tuple_

from app.store.frozen_values import frozen, thawed
from app.store.reading import parts_of
from app.store.said import Said, said_at
from app.store.unit_of_work import UnitOfWork
from db import tables

_BATCH = tables.import_batch
_MEMORY = tables.import_memory
_SAID = tables.import_said
_PACKED_AT_ONCE, _UNPACKED_AT_ONCE, _READ_AT_ONCE = 1_000, 20, 5_000
_COLUMNS = ("kind", "key", "record_id", "content_hash", "import_id", "part", "place")


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is remembered of a record: its id, and the hash of what the source last said."""

    record_id: int
    content_hash: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a source says of one record now."""

    key: str
    record_id: int
    digest: str
    values: Mapping[str, Any]


class Remembering:
    """Remembers what one import says of records of one kind, in the transaction of `work`.

    What was remembered of the same keys is replaced; `replaces` False says that nothing was. What is said is
    packed in parts, numbered by `parts`, which all kinds of record of one import count on together.
    """

    def __init__(
        self, work: UnitOfWork, kind: str, import_id: int, parts: Iterator[int], *, replaces: bool = True
    ) -> None:
        self._work, self._kind, self._import_id = work, kind, import_id
        self._replaces = replaces
        self._parts = parts

    def records(self, spoken: Sequence[Spoken]) -> None:
        """Remember what is said record by record."""
        for some in parts_of(spoken, _PACKED_AT_ONCE):
            keys, ids = [one.key for one in some], [one.record_id for one in some]
            said = Said.of_records([one.values for one in some])
            self._insert(keys, ids, [one.digest for one in some], said)

    def columns(
        self,
        keys: Sequence[str],
        ids: Sequence[int],
        digests: Sequence[str],
        columns: Mapping[str, Sequence[Any]],
    ) -> None:
        """Remember what is said of some thousand records, column by column."""
        self._insert(keys, ids, digests, Said(columns, {}))

    def _insert(self, keys: Sequence[str], ids: Sequence[int], digests: Sequence[str], said: Said) -> None:
        if self._replaces:
            forget(self._work, self._kind, keys)
        part, number = next(self._parts), len(keys)
        which = {"import_id": [self._import_id], "part": [part]}
        self._work.insert_made(_SAID, lambda: {**which, "content": [said.packed()]})
        batch = [self._import_id] * number
        cells = ([self._kind] * number, keys, ids, digests, batch, [part] * number, range(number))
        self._work.insert_columns(_MEMORY, dict(zip(_COLUMNS, cells, strict=True)))


def remember_again(
    work: UnitOfWork, kind: str, spoken: Iterable[Spoken], import_ids: Mapping[str, int]
) -> None:
    """Remember of each record what an earlier import said of it, one of those in `import_ids` by key."""
    rows = [
        {
            "kind": kind,
            "key": one.key,
            "record_id": one.record_id,
            "content_hash": one.digest,
            "content": frozen(one.values),
            "import_id": import_ids[one.key],
        }
        for one in spoken
    ]
    if rows:
        work.connection.execute(insert(_MEMORY), rows)


def forget(work: UnitOfWork, kind: str, keys: Sequence[str]) -> None:
    """Remember nothing of these keys any more."""
    for part in parts_of(keys):
        work.connection.execute(delete(_MEMORY).where(_MEMORY.c.kind == kind, _MEMORY.c.key.in_(part)))


def drop_what_nobody_asks(work: UnitOfWork) -> None:
    """Drop what imports said of which nothing is remembered any more."""
    remembered = select(_MEMORY.c.id).where(_MEMORY.c.import_id == _SAID.c.import_id).exists()
    work.connection.execute(delete(_SAID).where(~remembered))


def read_memory(connection: Connection, kind: str) -> dict[str, Remembered]:
    """What is remembered of every record of a kind, by key, what was said last last."""
    statement = (
        select(_MEMORY.c.key, _MEMORY.c.record_id, _MEMORY.c.content_hash)
        .where(_MEMORY.c.kind == kind)
        .order_by(_MEMORY.c.import_id, _MEMORY.c.id)
    )
    return {
        key: Remembered(record_id, digest) for key, record_id, digest in connection.execute(statement).all()
    }


def keys_of(connection: Connection, kind: str, ids: Sequence[int]) -> dict[int, list[str]]:
    """The keys under which sources spoke of each of these records, whatever they are called now, the last
    last."""
    found: dict[int, list[str]] = {}
    for some in parts_of(ids):
        statement = (
            select(_MEMORY.c.record_id, _MEMORY.c.key)
            .where(_MEMORY.c.kind == kind, _MEMORY.c.record_id.in_(some))
            .order_by(_MEMORY.c.import_id, _MEMORY.c.id)
        )
        for record_id, key in connection.execute(statement):
            found.setdefault(int(record_id), []).append(str(key))
    return found


def read_digests(connection: Connection, kind: str, keys: Sequence[str]) -> dict[str, str]:
    """The hash of what the source last said of the records with these keys."""
    found: dict[str, str] = {}
    for some in parts_of(keys):
        asked = select(_MEMORY.c.key, _MEMORY.c.content_hash).where(
            _MEMORY.c.kind == kind, _MEMORY.c.key.in_(some)
        )
        found.update((row[0], row[1]) for row in connection.execute(asked))
    return found


def remembers_any(connection: Connection, kind: str) -> bool:
    """Whether anything is remembered of a kind."""
    return connection.execute(select(_MEMORY.c.id).where(_MEMORY.c.kind == kind).limit(1)).first() is not None


def read_contents(connection: Connection, kind: str, keys: Sequence[str]) -> dict[str, dict[str, Any]]:
    """What the source last said of the records with these keys."""
    memory = _MEMORY.c
    found: dict[str, dict[str, Any]] = {}
    packed: dict[tuple[int, int], list[tuple[int, str]]] = {}
    for some in parts_of(keys):
        statement = select(memory.key, memory.content, memory.import_id, memory.part, memory.place).where(
            memory.kind == kind, memory.key.in_(some)
        )
        for key, content, import_id, part, place in connection.execute(statement).all():
            if content is not None:
                found[key] = thawed(content)
            else:
                packed.setdefault((import_id, part), []).append((place, key))
    for which, content in _packed(connection, list(packed)):
        places, its_keys = zip(*packed[which], strict=True)
        found.update(zip(its_keys, said_at(content, places), strict=True))
    return found


def _packed(
    connection: Connection, wanted: Sequence[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], bytes]]:
    """Packed parts by the number of their import and their own."""
    columns = _SAID.c
    for some in parts_of(wanted, _UNPACKED_AT_ONCE):
        which = tuple_(columns.import_id, columns.part).in_(some)
        rows = connection.execute(select(columns.import_id, columns.part, columns.content).where(which))
        for import_id, part, content in rows:
            yield (import_id, part), content


def memory_of_source(
    connection: Connection, kind: str, source: str, shapes: Collection[str]
) -> Iterator[tuple[str, int, int]]:
    """Key, record id and last import's id of every record of a kind that a source brought.

    Lists of no known source ("") may come from anywhere: only those with a header of these shapes count.
    """
    statement = (
        select(_MEMORY.c.key, _MEMORY.c.record_id, _MEMORY.c.import_id)
        .join(_BATCH, _BATCH.c.id == _MEMORY.c.import_id)
        .where(_MEMORY.c.kind == kind, _BATCH.c.source == source)
        .execution_options(yield_per=_READ_AT_ONCE)
    )
    if not source:
        statement = statement.where(_BATCH.c.shape.in_([shape for shape in shapes if shape]))
    for row in connection.execute(statement):
        yield row[0], row[1], row[2]
