"""Ids that no record has ever had: who still holds a removed record must not write into another one."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Integer, Select, cast, func, select, text

from app.store.kinds import Kind
from db import tables

_EVENT = tables.audit_event.c


def fresh_ids(connection: Connection, kind: Kind, count: int) -> range:
    """Ids in a row; the write transaction keeps others from taking them."""
    is_local = connection.dialect.name == "sqlite"
    highest = _highest_locally(connection, kind) if is_local else _highest_on_server(connection, kind, count)
    return range(highest + 1, highest + 1 + count)


def _highest_locally(connection: Connection, kind: Kind) -> int:
    """SQLite goes on from the highest record there is: the audit trail tells of those that were removed."""
    highest = int(connection.execute(_highest(kind)).scalar_one())
    mine = _EVENT.record_kind == kind.name
    next_one = select(_EVENT.sequence).where(mine, _EVENT.record_id == str(highest + 1)).limit(1)
    if connection.execute(next_one).first() is None:
        return highest
    return int(connection.execute(select(func.max(cast(_EVENT.record_id, Integer))).where(mine)).scalar_one())


def _highest_on_server(connection: Connection, kind: Kind, count: int) -> int:
    """The server counts on by itself, which only has to be told how many are taken."""
    connection.execute(text(f'LOCK TABLE "{kind.table.name}" IN SHARE ROW EXCLUSIVE MODE'))
    counter = {"name": f'"{kind.table.name}"'}
    drawn = connection.execute(
        text("SELECT nextval(pg_get_serial_sequence(:name, 'id'))"), counter
    ).scalar_one()
    highest: int = max(connection.execute(_highest(kind)).scalar_one(), drawn - 1)
    last = {"last": highest + count, **counter}
    connection.execute(text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :last)"), last)
    return highest


def _highest(kind: Kind) -> Select[Any]:
    return select(func.coalesce(func.max(kind.table.c.id), 0))
