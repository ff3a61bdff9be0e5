"""Queries behind imports: which keys exist, and which open windows a deployment date could mean."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select, text

from app.domain.windows import MaintenanceWindow, WindowState
from app.store.kinds import kind_of
from app.store.reading import find, parts_of
from db import tables

_WINDOW = tables.maintenance_window.c
_CHANGE = tables.change.c
_BUILD = tables.build.c
_DEPLOYMENT = tables.deployment.c
_TICKET = tables.ticket.c
_ENVIRONMENT = tables.environment.c
_ACTIVITY = tables.activity.c
_TAKING = (WindowState.PLANNED, WindowState.INTAKE, WindowState.TESTING, WindowState.FINAL)


def ids_by_key(connection: Connection, value_type: type[Any], key_attribute: str) -> dict[str, int]:
    """The id of every record of a type by its key."""
    columns = kind_of(value_type).table.c
    rows = connection.execute(select(columns[key_attribute], columns.id))
    return {str(key): int(record_id) for key, record_id in rows}


def standing(
    connection: Connection, value_type: type[Any], memory_name: str, keys: Sequence[str]
) -> dict[str, tuple[int, str | None]]:
    """Of the records with these keys the id, and the hash of what the source last said (None: nothing)."""
    if not keys:
        return {}
    is_local = connection.dialect.name == "sqlite"
    asked = "IN (SELECT value FROM json_each(:keys))" if is_local else "= ANY(CAST(:keys AS text[]))"
    statement = text(
        f'SELECT one.key, one.id, said.content_hash FROM "{kind_of(value_type).table.name}" AS one '
        "LEFT JOIN import_memory AS said ON said.kind = :kind AND said.key = one.key "
        f"WHERE one.key {asked}"
    )
    wanted = {"keys": json.dumps(keys) if is_local else list(keys), "kind": memory_name}
    found = connection.execute(statement, wanted).all()  # in one go: reading on row by row takes longer
    return {key: (record_id, said) for key, record_id, said in found}


def called_otherwise(
    connection: Connection, value_type: type[Any], memory_name: str
) -> dict[str, tuple[int, str, str]]:
    """Of the records that are called otherwise than a source does, by the source's key: the id, the hash of
    what the source last said, and the key by now."""
    memory, record = tables.import_memory.c, kind_of(value_type).table.c
    statement = select(memory.key, record.id, memory.content_hash, record.key).where(
        memory.kind == memory_name, memory.record_id == record.id, memory.key != record.key
    )
    return {key: (one, said, now) for key, one, said, now in connection.execute(statement)}


def newest_id(connection: Connection, value_type: type[Any]) -> int:
    """The highest id of a record of a type; 0 where there is none."""
    highest = select(func.coalesce(func.max(kind_of(value_type).table.c.id), 0))
    return int(connection.execute(highest).scalar_one())


def versions_of(connection: Connection, value_type: type[Any], ids: Sequence[int]) -> dict[int, int]:
    """The version of each of these records that is there; the type is one that has versions."""
    columns = kind_of(value_type).table.c
    found: dict[int, int] = {}
    for part in parts_of(ids):
        asked = select(columns.id, columns.version).where(columns.id.in_(part))
        found.update((row[0], row[1]) for row in connection.execute(asked))
    return found


def steps_of(connection: Connection, window_id: int) -> frozenset[tuple[str, str]]:
    """The steps of a window's sequence: the title of each, and its key in the plan it was imported with."""
    asked = select(_ACTIVITY.title, _ACTIVITY.source_key).where(_ACTIVITY.window_id == window_id)
    return frozenset((title, key) for title, key in connection.execute(asked))


def links_of(connection: Connection, window_id: int) -> dict[str, tuple[tuple[str, str, int], ...]]:
    """What the steps of a window's imported plan follow, by the key of each: key, kind and minutes of lag."""
    link, before = tables.activity_link.c, tables.activity.alias()
    asked = (
        select(_ACTIVITY.source_key, before.c.source_key, link.kind, link.lag_minutes)
        .join(tables.activity_link, link.successor_id == _ACTIVITY.id)
        .join(before, before.c.id == link.predecessor_id)
        .where(_ACTIVITY.window_id == window_id, _ACTIVITY.source_key != "", before.c.source_key != "")
        .order_by(before.c.position, link.kind)
    )
    found: dict[str, tuple[tuple[str, str, int], ...]] = {}
    for key, predecessor, kind, lag in connection.execute(asked):
        found[key] = (*found.get(key, ()), (predecessor, kind, lag))
    return found


def open_windows(connection: Connection, now: datetime) -> list[MaintenanceWindow]:
    """The windows that have not begun and still take changes, by start."""
    return [window for window in _to_come(connection, now) if window.state in _TAKING]


def shut_windows(connection: Connection, now: datetime) -> list[MaintenanceWindow]:
    """The windows that have not begun and take no changes any more, by start."""
    return [window for window in _to_come(connection, now) if window.state not in _TAKING]


def _to_come(connection: Connection, now: datetime) -> list[MaintenanceWindow]:
    ids = connection.execute(select(_WINDOW.id).where(_WINDOW.starts_at > now)).scalars()
    found = find(connection, MaintenanceWindow, id=list(ids))
    return sorted(found, key=lambda window: window.starts_at)


def change_keys(connection: Connection) -> list[tuple[int, str]]:
    """Id and key of every change."""
    return [(int(number), str(key)) for number, key in connection.execute(select(_CHANGE.id, _CHANGE.key))]


def windows_of(connection: Connection, change_ids: Sequence[int]) -> dict[int, int | None]:
    """The window that each of these changes is on."""
    found: dict[int, int | None] = {}
    for part in parts_of(change_ids):
        rows = connection.execute(select(_CHANGE.id, _CHANGE.window_id).where(_CHANGE.id.in_(part)))
        found.update({row[0]: row[1] for row in rows})
    return found


def build_numbers(connection: Connection) -> dict[tuple[int, str], int]:
    """The id of every build by its change and number."""
    rows = connection.execute(select(_BUILD.change_id, _BUILD.number, _BUILD.id).order_by(_BUILD.id))
    return {(int(change), str(number)): int(build) for change, number, build in rows}


def build_ids(connection: Connection) -> dict[str, int]:
    """The id of every build by "change key / number"."""
    statement = select(_CHANGE.key, _BUILD.number, _BUILD.id).join(
        tables.build, _BUILD.change_id == _CHANGE.id
    )
    return {f"{key} / {number}": int(build) for key, number, build in connection.execute(statement)}


def deployment_ids(connection: Connection) -> dict[str, int]:
    """The id of every deployment by "change key / environment / instant"."""
    joined = tables.deployment.join(tables.change, _CHANGE.id == _DEPLOYMENT.change_id).join(
        tables.environment, _ENVIRONMENT.id == _DEPLOYMENT.environment_id
    )
    statement = select(_CHANGE.key, _ENVIRONMENT.name, _DEPLOYMENT.deployed_at, _DEPLOYMENT.id)
    rows = connection.execute(statement.select_from(joined))
    return {f"{key} / {name} / {at}": int(deployment) for key, name, at, deployment in rows}


def ticket_ids(connection: Connection) -> dict[str, int]:
    """The id of every ticket by "change key / system / ticket key"."""
    statement = select(_CHANGE.key, _TICKET.system, _TICKET.key, _TICKET.id).join(
        tables.ticket, _TICKET.change_id == _CHANGE.id
    )
    return {
        f"{change} / {system} / {key}": int(ticket)
        for change, system, key, ticket in connection.execute(statement)
    }


def ids_by_title_and_start(connection: Connection, value_type: type[Any]) -> dict[str, int]:
    """The id of every window or freeze by "title / start"; of several such, all but the first have their ids
    behind it."""
    columns = kind_of(value_type).table.c
    rows = connection.execute(select(columns.title, columns.starts_at, columns.id).order_by(columns.id))
    found: dict[str, int] = {}
    for title, start, record_id in rows:
        key = f"{title} / {start}"
        found[f"{key} / {record_id}" if key in found else key] = int(record_id)
    return found
