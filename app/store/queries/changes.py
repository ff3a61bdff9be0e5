"""Queries about single changes and small sets of them: keys, intake, load, history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, or_, select

from db import tables

_CHANGE = tables.change.c
_WINDOW = tables.maintenance_window.c
_CHECKPOINT = tables.checkpoint.c
_EVENT = tables.audit_event.c
OUT_OF_THE_FLOW = ("withdrawn", "deferred")


@dataclass(frozen=True, slots=True)
class WindowLoad:
    """How much a window holds: its changes that are still to go in, and their downtime in minutes."""

    changes: int
    minutes: int


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One audit event of a change or of a record on it; texts as they were hashed."""

    sequence: int
    happened_at: str
    actor: str
    action: str
    record_kind: str
    record_id: str
    reason: str
    before: str
    after: str


def next_key(connection: Connection) -> str:
    """The next free key of the form CHG-0001."""
    number = (connection.execute(select(func.max(_CHANGE.id))).scalar() or 0) + 1
    while True:
        key = f"CHG-{number:04d}"
        if connection.execute(select(_CHANGE.id).where(_CHANGE.key == key)).first() is None:
            return key
        number += 1


def is_key_taken(connection: Connection, key: str, own_id: int | None) -> bool:
    """Whether another change than `own_id` has this key."""
    found = connection.execute(select(_CHANGE.id).where(_CHANGE.key == key)).scalars().all()
    return any(change_id != own_id for change_id in found)


def load_of(connection: Connection, window_id: int) -> WindowLoad:
    """The load of a window, without what was withdrawn or deferred."""
    row = connection.execute(
        select(func.count(), func.coalesce(func.sum(_CHANGE.expected_downtime_minutes), 0)).where(
            _CHANGE.window_id == window_id, _CHANGE.state.not_in(OUT_OF_THE_FLOW)
        )
    ).one()
    return WindowLoad(int(row[0]), int(row[1]))


def window_ids_after(connection: Connection, after: datetime, limit: int) -> list[int]:
    """Ids of windows that start after an instant and may still take changes, soonest first."""
    statement = (
        select(_WINDOW.id)
        .where(
            _WINDOW.starts_at > after, _WINDOW.state.in_(("planned", "intake", "testing", "final", "locked"))
        )
        .order_by(_WINDOW.starts_at)
        .limit(limit)
    )
    return list(connection.execute(statement).scalars())


def due_checkpoints(connection: Connection, now: datetime) -> list[tuple[int, int, str]]:
    """(checkpoint id, window id, name) of checkpoints past their cutoff and not frozen, by cutoff.

    Windows that are closed or cancelled are left alone: their record is made.
    """
    statement = (
        select(_CHECKPOINT.id, _CHECKPOINT.window_id, _CHECKPOINT.name)
        .join(tables.maintenance_window, _WINDOW.id == _CHECKPOINT.window_id)
        .where(
            _CHECKPOINT.cutoff_at <= now,
            _CHECKPOINT.frozen_at.is_(None),
            _WINDOW.state.not_in(("closed", "cancelled")),
            _WINDOW.ends_at > now,
        )
        .order_by(_CHECKPOINT.cutoff_at, _CHECKPOINT.id)
    )
    return [(int(row[0]), int(row[1]), str(row[2])) for row in connection.execute(statement)]


def intake_ids(connection: Connection, limit: int) -> list[int]:
    """Ids of changes without a window that are still to go in, newest first."""
    statement = (
        select(_CHANGE.id)
        .where(
            _CHANGE.window_id.is_(None),
            _CHANGE.state.in_(("intake", "in_test", "tested", "pre_production", "ready")),
        )
        .order_by(_CHANGE.id.desc())
        .limit(limit)
    )
    return list(connection.execute(statement).scalars())


def history(
    connection: Connection, change_id: int, records: Sequence[tuple[str, int]]
) -> tuple[HistoryRow, ...]:
    """The audit events of a change and of the records (kind, id) on it, newest first."""
    by_kind: dict[str, list[str]] = {"change": [str(change_id)]}
    for kind, record_id in records:
        by_kind.setdefault(kind, []).append(str(record_id))
    wanted = or_(*((_EVENT.record_kind == kind) & _EVENT.record_id.in_(ids) for kind, ids in by_kind.items()))
    statement = select(*(_EVENT[name] for name in HistoryRow.__slots__)).where(wanted)
    rows = connection.execute(statement.order_by(_EVENT.sequence.desc())).all()
    return tuple(HistoryRow(*row) for row in rows)
