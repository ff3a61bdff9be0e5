"""The one place all writing passes through: records, versions and audit events in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Engine, Table, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError, ProgrammingError

from app.store.changed import ChangedRecords
from app.store.errors import (
    ConstraintBrokenError,
    MissingRecordError,
    NotAllowedError,
    StaleRecordError,
    TakenError,
)
from app.store.event_log import EventLog, Touched
from app.store.fresh_ids import fresh_ids
from app.store.kinds import Kind, LinkTable, kind_of
from app.store.own_events import OwnEvents
from app.store.plain import attribute_columns, canonical, canonical_of_columns, to_columns, to_many_columns
from app.store.reading import find, get, parts_of
from db.background import BackgroundInserts
from db.bulk import insert_columns

T = TypeVar("T")
_WRITTEN_BEHIND = 1_000
_NO_RIGHT = "42501"  # SQLSTATE insufficient_privilege
Clock = Callable[[], datetime]


class UnitOfWork:
    """One transaction: everything in it is kept with its audit events, or nothing is.

    Used as a context manager; leaving it without `commit()` rolls back. `actor` is who does it and
    `clock` gives the UTC instant; the numbers of its events go into `own_events`. One unit belongs to one
    thread.
    """

    def __init__(self, engine: Engine, actor: str, clock: Clock, own_events: OwnEvents | None = None) -> None:
        self._engine = engine
        self._own_events = own_events or OwnEvents()
        self.actor = actor
        self.now = clock()
        self._log = self._new_log()
        self._connection: Connection | None = None
        self._behind: BackgroundInserts | None = None

    def __enter__(self) -> Self:
        connection = self._engine.connect().execution_options(lockstep_write=True)
        try:
            connection.begin()
        except BaseException:
            connection.close()
            raise
        self._connection = connection
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._connection is not None
        if self._behind is not None:
            self._behind.close()
        self._connection.close()  # an open transaction is rolled back
        self._connection = self._behind = None
        if isinstance(error, IntegrityError):
            raise _broken(error) from error
        if isinstance(error, ProgrammingError) and getattr(error.orig, "sqlstate", "") == _NO_RIGHT:
            raise NotAllowedError from error

    @property
    def connection(self) -> Connection:
        """The open connection, for queries within the unit; all that was inserted before is there."""
        assert self._connection is not None, "the unit of work is not open"
        if self._behind is not None:
            self._behind.wait()
        return self._connection

    def insert_columns(self, table: Table, columns: Mapping[str, Sequence[Any]]) -> None:
        """Insert rows given column by column, without events; many are written while the caller goes on."""
        if self._behind is None and len(next(iter(columns.values()))) < _WRITTEN_BEHIND:
            insert_columns(self.connection, table, columns)
            return
        if self._behind is None:
            self._behind = BackgroundInserts(self.connection)
        self._behind.insert(table, columns)

    def insert_made(self, table: Table, make: Callable[[], Mapping[str, Sequence[Any]]]) -> None:
        """As `insert_columns`, of rows that are made when they are written: for what takes long to make."""
        if self._behind is None:
            insert_columns(self.connection, table, make())
        else:
            self._behind.insert_made(table, make)

    def get(self, value_type: type[T], record_id: int) -> T:
        """The record with this id; raises MissingRecordError."""
        return get(self.connection, value_type, record_id)

    def find(self, value_type: type[T], **equals: Any) -> list[T]:
        """All records whose columns equal the given values, by id."""
        return find(self.connection, value_type, **equals)

    def add(self, value: T, reason: str = "") -> T:
        """Insert a new record; returns it with its id."""
        return self.add_all([value], reason)[0]

    def add_all(self, values: Sequence[T], reason: str = "") -> list[T]:
        """Insert new records of one type; returns them with their ids."""
        if not values:
            return []
        kind = kind_of(type(values[0]))
        rows = self._with_ids(kind, [to_columns(kind, value) for value in values])
        statement = insert(kind.table).returning(kind.table.c.id, sort_by_parameter_order=True)
        ids = [row[0] for row in self.connection.execute(statement, rows)]
        stored = [replace(value, id=record_id) for value, record_id in zip(values, ids, strict=True)]  # type: ignore[type-var]
        self._insert_links(kind, stored)
        for value in stored:
            self._log.record(kind.name, value.id, "created", reason, "", canonical(value))  # type: ignore[attr-defined]
        return stored

    def _with_ids(self, kind: Kind, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The rows with ids, where the database would give them those of records that were removed."""
        if self.connection.dialect.name != "sqlite" or any("id" in row for row in rows):
            return rows
        ids = fresh_ids(self.connection, kind, len(rows))
        return [{**row, "id": one} for row, one in zip(rows, ids, strict=True)]

    def add_many(self, values: Sequence[T], reason: str = "") -> list[T]:
        """Insert thousands of new records of one type; as `add_all`, with ids drawn beforehand."""
        ids = self.add_bulk(values, reason)
        return [replace(value, id=one) for value, one in zip(values, ids, strict=True)]  # type: ignore[type-var]

    def add_bulk(self, values: Sequence[Any], reason: str = "", ids: range | None = None) -> range:
        """Insert thousands of new records of one type; returns the ids they got."""
        if not values:
            return range(0)
        kind = kind_of(type(values[0]))
        return self.add_columns(kind.value_type, attribute_columns(kind, values), reason, ids)

    def add_columns(
        self,
        value_type: type[Any],
        attributes: Mapping[str, Sequence[Any]],
        reason: str = "",
        ids: range | None = None,
    ) -> range:
        """As `add_bulk`, of records given column by column: every attribute but the id, all equally long.

        `ids` were drawn before, by `draw_ids`.
        """
        kind = kind_of(value_type)
        if ids is None:
            ids = self.draw_ids(value_type, len(next(iter(attributes.values()))))
        columns = to_many_columns(kind, attributes, ids)
        self.insert_columns(kind.table, columns)
        for name, link in kind.links.items():
            linked = ((one, found) for one, found in zip(ids, attributes[name], strict=True) if found)
            pairs = [(one, target) for one, found in linked for target in dict.fromkeys(found)]
            if pairs:
                owners, targets = zip(*pairs, strict=True)
                self.insert_columns(link.table, {link.owner: owners, link.target: targets})
        texts = canonical_of_columns(kind, {**attributes, "id": ids}, columns)
        self._log.record_batch(kind.name, ids, "created", reason, texts)
        return ids

    def draw_ids(self, value_type: type[Any], count: int) -> range:
        """Ids in a row that no record of the type has ever had; nobody else takes them meanwhile."""
        return fresh_ids(self.connection, kind_of(value_type), count)

    def save(self, value: T, reason: str = "") -> T:
        """Store a changed record whose `version` is the one that was read; returns it one version on.

        A value equal to what is stored is left alone. Raises StaleRecordError, MissingRecordError.
        """
        kind = kind_of(type(value))
        before = self.get(type(value), value.id)  # type: ignore[attr-defined]
        if kind.is_versioned and before.version != value.version:  # type: ignore[attr-defined]
            raise StaleRecordError(kind.name, value.id, before)  # type: ignore[attr-defined]
        if before == value:
            return value
        after = replace(value, version=value.version + 1)  # type: ignore[type-var, attr-defined]
        row = to_columns(kind, after)
        record_id = row.pop("id")
        columns = kind.table.c
        done = self.connection.execute(
            update(kind.table)
            .where(columns.id == record_id, columns.version == before.version)  # type: ignore[attr-defined]
            .values(**row)
        )
        if done.rowcount != 1:
            raise StaleRecordError(kind.name, record_id, before)
        self._save_links(kind, before, after)
        self._log.record(kind.name, record_id, "changed", reason, canonical(before), canonical(after))
        return after

    def save_many(
        self, values: Sequence[Any], reason: str = "", as_read: Mapping[int, Any] | None = None
    ) -> None:
        """Store thousands of changed records of one type; as `save`, with few statements.

        `as_read` are the records by id as they were read before the unit began; they are not read again where
        they stand as they did. Raises StaleRecordError, MissingRecordError for the first record that is not
        as it was read.
        """
        if not values:
            return
        kind = kind_of(type(values[0]))
        found = self._found_by_id(kind, [value.id for value in values], as_read or {})
        befores: list[Any] = []
        afters: list[Any] = []
        for value in values:
            before = found.get(value.id)
            if before is None:
                raise MissingRecordError(kind.name, value.id)
            if before.version != value.version:
                raise StaleRecordError(kind.name, value.id, before)
            if before != value:
                befores.append(before)
                afters.append(value)
        if not befores:
            return
        changed = ChangedRecords(kind, befores, afters)
        self._write_changed(kind, changed, befores[0])
        for name, link in kind.links.items():
            for record_id, old, new in changed.links(name):
                self._save_link(link, record_id, old, new)
        before_texts, after_texts = changed.texts()
        self._log.record_batch(kind.name, changed.ids, "changed", reason, after_texts, before_texts)

    def _found_by_id(self, kind: Kind, ids: Sequence[int], as_read: Mapping[int, Any]) -> dict[int, Any]:
        found: dict[int, Any] = {}
        columns = kind.table.c
        for part in parts_of(ids):
            if kind.is_versioned and as_read:
                statement = select(columns.id, columns.version).where(columns.id.in_(part))
                for record_id, version in self.connection.execute(statement).all():
                    if record_id in as_read and as_read[record_id].version == version:
                        found[record_id] = as_read[record_id]
            missing = [one for one in part if one not in found]
            if missing:
                found.update({one.id: one for one in find(self.connection, kind.value_type, id=missing)})
        return found

    def _write_changed(self, kind: Kind, changed: ChangedRecords, first: Any) -> None:
        columns = kind.table.c
        for names, rows in changed.updates():
            statement = (
                update(kind.table)
                .where(columns.id == bindparam("its_id"), columns.version == bindparam("its_version"))
                .values({name: bindparam(name) for name in names})
            )
            done = self.connection.execute(statement, rows)
            if self.connection.dialect.supports_sane_multi_rowcount and done.rowcount != len(rows):
                raise StaleRecordError(kind.name, first.id, first)

    def remove(self, value: Any, reason: str = "") -> None:
        """Delete a record that nothing points at; raises StaleRecordError, MissingRecordError."""
        kind = kind_of(type(value))
        before = self.get(type(value), value.id)
        if kind.is_versioned and before.version != value.version:
            raise StaleRecordError(kind.name, value.id, before)
        for link in kind.links.values():
            self.connection.execute(delete(link.table).where(link.table.c[link.owner] == value.id))
        self.connection.execute(delete(kind.table).where(kind.table.c.id == value.id))
        self._log.record(kind.name, value.id, "removed", reason, canonical(before), "")

    def note_removed(self, kind: Kind, ids: Sequence[int], texts: Sequence[str], reason: str) -> None:
        """Record that records were deleted; `texts` are their canonical JSON."""
        self._log.record_batch(kind.name, ids, "removed", reason, [""] * len(ids), texts)

    def note(
        self, kind: str, record_id: object, action: str, after: Any, *, before: Any = None, reason: str = ""
    ) -> None:
        """Record an event for something stored outside the plain kinds (a sequence, a packet, an import)."""
        texts = tuple("" if content is None else canonical(content) for content in (before, after))
        self._log.record(kind, record_id, action, reason, *texts)

    def commit(self) -> tuple[Touched, ...]:
        """Chain the events and commit; returns what was touched."""
        try:
            head = self._log.close()
            # The chain lets nobody else in between.
            own = range(head.sequence - self._log.events + 1, head.sequence + 1)
            with self._own_events.writing(own):
                self.connection.commit()
        except IntegrityError as error:
            raise _broken(error) from error
        touched = self._log.touched.all()
        self._log = self._new_log()
        return touched

    def _new_log(self) -> EventLog:
        return EventLog(self.actor, self.now, lambda: self.connection, self.insert_columns)

    def _insert_links(self, kind: Kind, stored: Sequence[Any]) -> None:
        for name, link in kind.links.items():
            pairs = [
                {link.owner: value.id, link.target: target}
                for value in stored
                for target in dict.fromkeys(getattr(value, name))
            ]
            if pairs:
                self.connection.execute(insert(link.table), pairs)

    def _save_links(self, kind: Kind, before: Any, after: Any) -> None:
        for name, link in kind.links.items():
            self._save_link(link, after.id, set(getattr(before, name)), set(getattr(after, name)))

    def _save_link(self, link: LinkTable, owner_id: int, old: set[int], new: set[int]) -> None:
        gone = old - new
        if gone:
            columns = link.table.c
            self.connection.execute(
                delete(link.table).where(columns[link.owner] == owner_id, columns[link.target].in_(gone))
            )
        if new - old:
            pairs = [{link.owner: owner_id, link.target: target} for target in sorted(new - old)]
            self.connection.execute(insert(link.table), pairs)


def _broken(error: IntegrityError) -> ConstraintBrokenError:
    detail = str(error.orig).strip().splitlines()[0]
    if "unique" in detail.lower():
        return TakenError(f"Another record has the same name or key already ({detail}). Choose another one.")
    if "foreign key" in detail.lower():
        return ConstraintBrokenError(
            "Other records still point at this one, or it points at one that is gone. Archive it instead."
        )
    return ConstraintBrokenError(f"The database refused this as wrong data ({detail}). Nothing was changed.")
