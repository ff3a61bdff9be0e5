"""Queries that find maintenance windows and list them with their counts and checkpoints."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection, exists, select

from db import tables

_WINDOW = tables.maintenance_window.c
_CHANGE = tables.change.c
_CHECKPOINT = tables.checkpoint.c
_SEQUENCE = tables.window_sequence.c
_PACKET = tables.packet.c
_OVER = ("closed", "cancelled")


def next_window_id(connection: Connection, now: datetime) -> int | None:
    """The first window that ends after `now` (UTC) and is neither closed nor cancelled."""
    statement = (
        select(_WINDOW.id)
        .where(_WINDOW.ends_at > now, _WINDOW.state.not_in(_OVER))
        .order_by(_WINDOW.starts_at, _WINDOW.id)
        .limit(1)
    )
    found: int | None = connection.execute(statement).scalar_one_or_none()
    return found


def window_ids_starting(connection: Connection, after: datetime, before: datetime) -> list[int]:
    """The windows that start from `after` until before `before` (UTC), by start."""
    statement = (
        select(_WINDOW.id)
        .where(_WINDOW.starts_at >= after, _WINDOW.starts_at < before)
        .order_by(_WINDOW.starts_at, _WINDOW.id)
    )
    return list(connection.execute(statement).scalars())


def occurrence_days(connection: Connection, series_id: int) -> set[date]:
    """The days for which a series has its window already, moved or not."""
    statement = select(_WINDOW.occurrence_day).where(_WINDOW.series_id == series_id)
    return {day for day in connection.execute(statement).scalars() if day is not None}


def untouched_ids(connection: Connection, series_id: int, now: datetime) -> list[int]:
    """Windows of a series ahead of `now` (UTC) without changes, frozen gates, sequence, packets or a move."""
    nothing_on = [
        ~exists().where(column == _WINDOW.id)
        for column in (_CHANGE.window_id, _SEQUENCE.window_id, _PACKET.window_id)
    ]
    frozen = exists().where(_CHECKPOINT.window_id == _WINDOW.id, _CHECKPOINT.frozen_at.is_not(None))
    statement = (
        select(_WINDOW.id)
        .where(
            _WINDOW.series_id == series_id,
            _WINDOW.starts_at > now,
            _WINDOW.is_moved.is_(False),
            _WINDOW.state != "cancelled",
            ~frozen,
            *nothing_on,
        )
        .order_by(_WINDOW.starts_at)
    )
    return list(connection.execute(statement).scalars())


def following_ids(connection: Connection, series_id: int, starts_at: datetime) -> list[int]:
    """The windows of a series from one start (UTC) on, by start."""
    statement = (
        select(_WINDOW.id)
        .where(_WINDOW.series_id == series_id, _WINDOW.starts_at >= starts_at)
        .order_by(_WINDOW.starts_at, _WINDOW.id)
    )
    return list(connection.execute(statement).scalars())


def ids_overlapping(connection: Connection, starts_at: datetime, ends_at: datetime) -> list[int]:
    """The windows that share time with a span (UTC)."""
    statement = select(_WINDOW.id).where(_WINDOW.starts_at < ends_at, _WINDOW.ends_at > starts_at)
    return list(connection.execute(statement).scalars())
