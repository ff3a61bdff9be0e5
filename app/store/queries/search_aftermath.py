"""Queries of the global search for what follows a night: fixes, incidents and exceptions, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, or_, select

from app.domain.exceptions import ExceptionKind
from app.store.queries.search import holds_word
from db import tables

_FIX = tables.production_fix.c
_INCIDENT = tables.incident.c
_REQUEST_TABLE, _CHANGE_TABLE = tables.exception_request, tables.change
_REQUEST, _CHANGE = _REQUEST_TABLE.c, _CHANGE_TABLE.c


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """A fix or an incident: its key, what it was, and when (UTC, with the zone to show it in)."""

    id: int
    key: str
    title: str
    at: datetime
    zone_name: str


@dataclass(frozen=True, slots=True)
class FoundException:
    """An exception: of which change, of what kind, and who asked for it."""

    id: int
    change_key: str
    change_title: str
    kind: ExceptionKind
    asked_by: str


def find_fixes(connection: Connection, words: Sequence[str], limit: int) -> tuple[FoundEvent, ...]:
    """Production fixes whose key, title, place and maker together hold every word; the latest first."""
    if not words:
        return ()
    texts = (_FIX.key, _FIX.title, _FIX.place, _FIX.made_by)
    statement = (
        select(_FIX.id, _FIX.key, _FIX.title, _FIX.happened_at, _FIX.zone_name)
        .where(*(or_(*(holds_word(text, word) for text in texts)) for word in words))
        .order_by(_FIX.happened_at.desc(), _FIX.id.desc())
        .limit(limit)
    )
    return tuple(FoundEvent(*row) for row in connection.execute(statement))


def find_incidents(connection: Connection, words: Sequence[str], limit: int) -> tuple[FoundEvent, ...]:
    """Incidents whose key and title together hold every word; the latest first."""
    if not words:
        return ()
    texts = (_INCIDENT.key, _INCIDENT.title)
    statement = (
        select(_INCIDENT.id, _INCIDENT.key, _INCIDENT.title, _INCIDENT.started_at, _INCIDENT.zone_name)
        .where(*(or_(*(holds_word(text, word) for text in texts)) for word in words))
        .order_by(_INCIDENT.started_at.desc(), _INCIDENT.id.desc())
        .limit(limit)
    )
    return tuple(FoundEvent(*row) for row in connection.execute(statement))


def find_exceptions(connection: Connection, words: Sequence[str], limit: int) -> tuple[FoundException, ...]:
    """Exceptions by every word in their change's key and title, reason and requester; newest first."""
    if not words:
        return ()
    texts = (_CHANGE.key, _CHANGE.title, _REQUEST.reason, _REQUEST.requester_name)
    statement = (
        select(_REQUEST.id, _CHANGE.key, _CHANGE.title, _REQUEST.kind, _REQUEST.requester_name)
        .select_from(_REQUEST_TABLE.join(_CHANGE_TABLE, _CHANGE.id == _REQUEST.change_id))
        .where(*(or_(*(holds_word(text, word) for text in texts)) for word in words))
        .order_by(_REQUEST.id.desc())
        .limit(limit)
    )
    found = connection.execute(statement).all()
    return tuple(FoundException(row[0], row[1], row[2], ExceptionKind(row[3]), row[4]) for row in found)
