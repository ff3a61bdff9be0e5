"""What has become, since, of the records that an import wrote."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Table, null, or_, select

from app.store.import_written import Written
from app.store.imports import PastImport
from app.store.kinds import KINDS, Kind
from app.store.reading import find, parts_of
from db import tables

_BATCH = tables.import_batch
_MEMORY = tables.import_memory


@dataclass(frozen=True, slots=True)
class Standing:
    """The records that are still there: the version of each by kind and id, and those edited since."""

    versions: Mapping[tuple[str, int], int | None]
    edited: Mapping[tuple[str, int], Any]

    def has(self, one: Written) -> bool:
        """Whether a record is still there."""
        return (one.kind.name, one.record_id) in self.versions


@dataclass(frozen=True, slots=True)
class Reference:
    """A row elsewhere that points at a record: the table it stands in, and the record's table and id."""

    table: str
    pointed_at: tuple[str, int]


def hold(connection: Connection, written: Sequence[Written]) -> None:
    """Let nobody else change these records, or point at them, before the transaction has ended."""
    for kind in {one.kind.name: one.kind for one in written}.values():
        ids = sorted(one.record_id for one in written if one.kind is kind)
        for part in parts_of(ids):
            columns = kind.table.c
            rows = select(columns.id).where(columns.id.in_(part)).order_by(columns.id).with_for_update()
            connection.execute(rows).all()


def standing_of(connection: Connection, written: Sequence[Written]) -> Standing:
    """Which of these records are there, and in full those that are not as an import left them."""
    versions: dict[tuple[str, int], int | None] = {}
    edited: dict[tuple[str, int], Any] = {}
    for kind in {one.kind.name: one.kind for one in written}.values():
        mine = [one for one in written if one.kind is kind]
        for part in parts_of(mine):
            stored = _versions_of(connection, kind, [one.record_id for one in part])
            versions.update({(kind.name, record_id): version for record_id, version in stored.items()})
            others = [one.record_id for one in part if not _is_untouched(one, stored.get(one.record_id))]
            if others:
                records: list[Any] = find(connection, kind.value_type, id=others)
                edited.update({(kind.name, record.id): record for record in records})
    return Standing(versions, edited)


def _versions_of(connection: Connection, kind: Kind, ids: Sequence[int]) -> dict[int, int | None]:
    columns = kind.table.c
    asked = (columns.id, columns.version) if kind.is_versioned else (columns.id, null())
    rows = connection.execute(select(*asked).where(columns.id.in_(ids)))
    return {row[0]: row[1] for row in rows}


def _is_untouched(written: Written, version: int | None) -> bool:
    """Whether a record still has the version the import gave it."""
    return version is not None and version == written.after.get("version")


def references_to(
    connection: Connection, created: Sequence[Written], written: Sequence[Written]
) -> list[Reference]:
    """Rows that point at created records and are of none that the same import has `written`: those it
    created go, too, and those it changed get back what they pointed at before."""
    own = {(one.kind.table.name, one.record_id) for one in written}
    found: list[Reference] = []
    for kind in {one.kind.name: one.kind for one in created}.values():
        ids = [one.record_id for one in created if one.kind is kind]
        for table, column in _pointing_at(kind.table):
            owner = _owner_of(table)
            for part in parts_of(ids):
                rows = connection.execute(select(owner[1], column).where(column.in_(part)))
                found += [
                    Reference(table.name, (kind.table.name, int(at)))
                    for by, at in rows
                    if (owner[0], by) not in own
                ]
    return found


def _pointing_at(target: Table) -> list[tuple[Table, Column[Any]]]:
    """Every column of the database that points at this table, but for links that go with their owner."""
    own = {(link.table.name, link.owner) for kind in KINDS for link in kind.links.values()}
    return [
        (table, column)
        for table in target.metadata.sorted_tables
        for column in table.c
        if any(key.column.table is target for key in column.foreign_keys)
        and (table.name, column.name) not in own
    ]


def _owner_of(table: Table) -> tuple[str, Column[Any]]:
    """Which record a row belongs to: the owner of a link, or the row itself."""
    for kind in KINDS:
        for link in kind.links.values():
            if link.table is table:
                return kind.table.name, table.c[link.owner]
    return table.name, next(iter(table.primary_key.columns))


def windows_of_changes(
    connection: Connection, change_ids: Sequence[int], window_ids: Sequence[int]
) -> list[tuple[int, int]]:
    """The changes that stand on any of these windows, each with the window it stands on."""
    change = tables.change.c
    found: list[tuple[int, int]] = []
    for part in parts_of(change_ids):
        statement = select(change.id, change.window_id).where(
            change.id.in_(part), change.window_id.in_(window_ids)
        )
        found += [(int(change_id), int(window_id)) for change_id, window_id in connection.execute(statement)]
    return found


def later_import_of(
    connection: Connection, past: PastImport, list_kind: str, ids: Sequence[int]
) -> dict[int, int]:
    """Ids of records, as lists of `list_kind` bring them, about which a later import has spoken, with that
    import's number."""
    found: dict[int, int] = {}
    memory = _MEMORY.c
    of_kind = or_(memory.kind == list_kind, memory.kind.startswith(f"{list_kind}@", autoescape=True))
    for part in parts_of(ids):
        statement = (
            select(memory.record_id, memory.import_id)
            .join(_BATCH, _BATCH.c.id == memory.import_id)
            .where(of_kind, memory.record_id.in_(part), memory.import_id > past.id)
            .where(_BATCH.c.undone_at.is_(None))
        )
        found.update({int(record_id): int(later) for record_id, later in connection.execute(statement)})
    return found


def window_of_plan(connection: Connection, import_id: int) -> int | None:
    """The window whose sequence an import filled; None where it filled none."""
    names = select(_MEMORY.c.kind).where(_MEMORY.c.import_id == import_id).distinct()
    for name in connection.execute(names).scalars():
        _kind, mark, window_id = name.partition("@")
        if mark:
            return int(window_id)
    return None


def plan_came_again(connection: Connection, import_id: int, window_id: int) -> int | None:
    """The number of a later import into the same window's sequence, if there is one."""
    memory = _MEMORY.c
    statement = (
        select(memory.import_id)
        .join(_BATCH, _BATCH.c.id == memory.import_id)
        .where(memory.kind.endswith(f"@{window_id}", autoescape=True), memory.import_id > import_id)
        .where(_BATCH.c.undone_at.is_(None))
    )
    return connection.execute(statement.order_by(memory.import_id.desc()).limit(1)).scalar()


def players_elsewhere(connection: Connection, people: Collection[int], steps: Collection[str]) -> set[int]:
    """Those of `people` who play in steps other than `steps`."""
    activity = tables.activity.c
    rows = connection.execute(select(activity.id, activity.players))
    return {one for step_id, players in rows if step_id not in steps for one in players if one in people}
