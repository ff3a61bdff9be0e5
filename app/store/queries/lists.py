"""Queries behind the lists one can export: changes, windows, activities' windows and events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, func, select

from app.store.queries.audit import STREAMED_ROWS, Row
from db import tables

_CHANGE = tables.change
_WINDOW = tables.maintenance_window
_PERSON = tables.person
_TEAM = tables.team
_EVENT = tables.audit_event.c
_SEQUENCE = tables.window_sequence.c


def changes(connection: Connection, window_id: int | None) -> Iterator[Row]:
    """The changes of a window, or all: (id, columns of the list...), by window and key."""
    c = _CHANGE.c
    statement = (
        select(
            c.key,
            c.title,
            c.kind,
            c.change_class,
            c.state,
            c.impact,
            c.likelihood,
            func.coalesce(_PERSON.c.name, c.owner_name),
            func.coalesce(_TEAM.c.name, c.team_name),
            _WINDOW.c.title,
            _WINDOW.c.starts_at,
            c.deployment_on,
            c.is_date_approved,
            c.expected_downtime_minutes,
            c.planned_digest,
            c.source_system,
            c.source_state,
            c.url,
        )
        .join(_WINDOW, _WINDOW.c.id == c.window_id, isouter=True)
        .join(_PERSON, _PERSON.c.id == c.owner_id, isouter=True)
        .join(_TEAM, _TEAM.c.id == c.team_id, isouter=True)
        .order_by(_WINDOW.c.starts_at, c.key)
    )
    if window_id is not None:
        statement = statement.where(c.window_id == window_id)
    return _streamed(connection, statement)


def windows(connection: Connection, window_id: int | None) -> Iterator[Row]:
    """The window, or all windows, by start, with how many changes each holds."""
    c = _WINDOW.c
    load = select(func.count()).where(_CHANGE.c.window_id == c.id).correlate(_WINDOW).scalar_subquery()
    statement = select(
        c.id,
        c.title,
        c.starts_at,
        c.ends_at,
        c.zone_name,
        c.state,
        load,
        c.capacity_deployments,
        c.capacity_minutes,
        c.cancel_reason,
    ).order_by(c.starts_at, c.id)
    if window_id is not None:
        statement = statement.where(c.id == window_id)
    return _streamed(connection, statement)


def events(connection: Connection, record_ids: tuple[tuple[str, str], ...] = ()) -> Iterator[Row]:
    """All events, or those of the records (kind, id) given, in the order of the chain."""
    statement = select(
        _EVENT.sequence,
        _EVENT.happened_at,
        _EVENT.actor,
        _EVENT.action,
        _EVENT.record_kind,
        _EVENT.record_id,
        _EVENT.reason,
        _EVENT.before,
        _EVENT.after,
        _EVENT.hash,
    ).order_by(_EVENT.sequence)
    if not record_ids:
        yield from _streamed(connection, statement)
        return
    wanted = set(record_ids)
    kinds = {kind for kind, _ in wanted}
    for row in _streamed(connection, statement.where(_EVENT.record_kind.in_(kinds))):
        if (row[4], row[5]) in wanted:
            yield row


def record_ids_of_window(connection: Connection, window_id: int) -> tuple[tuple[str, str], ...]:
    """The (kind, id) of a window and of what it holds: changes, checkpoints, activities, packets."""
    found = [("maintenance_window", str(window_id)), ("sequence", str(window_id))]
    for kind, table in (
        ("change", tables.change),
        ("checkpoint", tables.checkpoint),
        ("activity", tables.activity),
        ("packet", tables.packet),
    ):
        columns = table.c
        ids = connection.execute(select(columns.id).where(columns.window_id == window_id)).scalars()
        found += [(kind, str(one)) for one in ids]
    return tuple(found)


def windows_with_sequence(connection: Connection) -> list[int]:
    """The ids of the windows that have a sequence, by start."""
    statement = (
        select(_SEQUENCE.window_id)
        .join(_WINDOW, _WINDOW.c.id == _SEQUENCE.window_id)
        .order_by(_WINDOW.c.starts_at, _WINDOW.c.id)
    )
    return list(connection.execute(statement).scalars())


def _streamed(connection: Connection, statement: Select[Any]) -> Iterator[Row]:
    with connection.execute(statement.execution_options(yield_per=STREAMED_ROWS)) as result:
        for row in result:
            yield tuple(row)
