"""Use cases that read the audit trail: search its events, and follow one record through its life."""

from __future__ import annotations

from app.services.workplace import Workplace
from app.store.queries import audit_events as queries
from app.store.queries.audit_events import EventRow, EventSearch

__all__ = ["EventRow", "EventSearch", "event_kinds", "record_history", "search_events"]
_MOST_HISTORY = 5000


def search_events(workplace: Workplace, wanted: EventSearch) -> tuple[EventRow, ...]:
    """The newest events that fit, newest first."""
    with workplace.read() as connection:
        return queries.find_events(connection, wanted)


def record_history(workplace: Workplace, record_kind: str, record_id: str) -> tuple[EventRow, ...]:
    """Everything that happened to one record, newest first."""
    wanted = EventSearch(record_kind=record_kind, record_id=record_id, limit=_MOST_HISTORY)
    return search_events(workplace, wanted)


def event_kinds(workplace: Workplace) -> tuple[str, ...]:
    """The kinds of record that have events."""
    with workplace.read() as connection:
        return queries.record_kinds(connection)
