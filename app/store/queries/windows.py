"""Queries that find maintenance windows and list them with their counts and checkpoints."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from db import tables

_WINDOW = tables.MaintenanceWindow.__table__.c
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
