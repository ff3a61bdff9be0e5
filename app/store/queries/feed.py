"""The audit events after a known one: what other desks and programs have changed."""

from __future__ import annotations

from collections.abc import Container

from sqlalchemy import Connection, select

from app.store.event_log import Touched, TouchedRecords
from db import chain, tables

_EVENT = tables.audit_event.c


def newest(connection: Connection) -> int:
    """The number of the newest event; 0 where there is none."""
    return chain.read_head(connection).sequence


def touched_after(
    connection: Connection, number: int, own: Container[int]
) -> tuple[int, tuple[Touched, ...]]:
    """The newest event's number, and what the events after `number` touched, without one's own.

    A record touched again and again is told once for each thing done to it, and many alike as many.
    """
    columns = (_EVENT.sequence, _EVENT.record_kind, _EVENT.record_id, _EVENT.action)
    rows = connection.execute(select(*columns).where(_EVENT.sequence > number).order_by(_EVENT.sequence))
    found = TouchedRecords()
    for sequence, kind, record_id, action in rows:
        number = sequence
        if sequence not in own:
            found.add(kind, (record_id,), action)
    return number, found.all()
