"""Queries that find audit events: by text, by record, newest first, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, or_, select

from db import tables

_EVENT = tables.audit_event.c


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event of the chain, texts exactly as hashed; `happened_at` is ISO 8601 in UTC."""

    sequence: int
    happened_at: str
    actor: str
    action: str
    record_kind: str
    record_id: str
    reason: str
    before: str
    after: str
    previous_hash: str
    hash: str


@dataclass(frozen=True, slots=True)
class EventSearch:
    """What events to find: every word of `text` somewhere in the event; empty fields do not matter."""

    text: str = ""
    record_kind: str = ""
    record_id: str = ""
    before_sequence: int | None = None
    limit: int = 500


def find_events(connection: Connection, wanted: EventSearch) -> tuple[EventRow, ...]:
    """The newest events that fit, newest first."""
    statement = select(*(_EVENT[name] for name in EventRow.__slots__))
    if wanted.record_kind:
        statement = statement.where(_EVENT.record_kind == wanted.record_kind)
    if wanted.record_id:
        statement = statement.where(_EVENT.record_id == wanted.record_id)
    if wanted.before_sequence is not None:
        statement = statement.where(_EVENT.sequence < wanted.before_sequence)
    searched = (
        _EVENT.actor,
        _EVENT.action,
        _EVENT.record_kind,
        _EVENT.record_id,
        _EVENT.reason,
        _EVENT.after,
        _EVENT.before,
        _EVENT.happened_at,
        _EVENT.hash,
    )
    for word in wanted.text.split():
        statement = statement.where(or_(*(column.icontains(word, autoescape=True) for column in searched)))
    rows = connection.execute(statement.order_by(_EVENT.sequence.desc()).limit(wanted.limit))
    return tuple(EventRow(*row) for row in rows)


def record_kinds(connection: Connection) -> tuple[str, ...]:
    """The kinds of record that have events, by name."""
    statement = select(_EVENT.record_kind).distinct().order_by(_EVENT.record_kind)
    return tuple(connection.execute(statement).scalars())
