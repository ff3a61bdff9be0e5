"""Queries that hold records against the audit trail: their last events, and their state at any event."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Integer, String, cast, func, select

from app.store.kinds import Kind
from db import tables

PART = 500
_STATES = ("created", "changed", "removed")
_EVENT = tables.audit_event.c


@dataclass(frozen=True, slots=True)
class RecordedState:
    """What an event says a record became; `after` is canonical JSON, empty once it was removed."""

    record_id: str
    sequence: int
    happened_at: str
    action: str
    after: str


def last_states(connection: Connection, kind_name: str, begin_after: str = "") -> list[RecordedState]:
    """The last event of each of the next 500 records of a kind, in the order of their ids as texts."""
    part = (
        select(_EVENT.record_id, func.max(_EVENT.sequence).label("last"))
        .where(_EVENT.record_kind == kind_name, _EVENT.record_id > begin_after, _EVENT.action.in_(_STATES))
        .group_by(_EVENT.record_id)
        .order_by(_EVENT.record_id)
        .limit(PART)
        .subquery()
    )
    statement = (
        select(_EVENT.record_id, _EVENT.sequence, _EVENT.happened_at, _EVENT.action, _EVENT.after)
        .join(part, part.c.last == _EVENT.sequence)
        .order_by(part.c.record_id)
    )
    return [RecordedState(*row) for row in connection.execute(statement)]


def unrecorded_ids(connection: Connection, kind: Kind, most: int) -> list[int]:
    """The ids of stored records of a kind that no event speaks of, at most so many.

    As a difference of sets: looked up one by one, a server that knows nothing yet of tables that were just
    filled goes through all events for each record.
    """
    stored = select(cast(kind.table.c.id, String).label("record_id"))
    recorded = select(_EVENT.record_id).where(_EVENT.record_kind == kind.name, _EVENT.action.in_(_STATES))
    missing = cast(stored.except_(recorded).subquery().c.record_id, Integer)
    return list(connection.execute(select(missing).order_by(missing).limit(most)).scalars())


def state_before(
    connection: Connection, kind_name: str, record_id: int | str, sequence: int
) -> dict[str, Any] | None:
    """What a record was when an event was written, by the last event of the record before that one.

    None where there was none yet, or it had been removed.
    """
    statement = (
        select(_EVENT.after)
        .where(
            _EVENT.record_kind == kind_name,
            _EVENT.record_id == str(record_id),
            _EVENT.sequence < sequence,
            _EVENT.action.in_(_STATES),
        )
        .order_by(_EVENT.sequence.desc())
        .limit(1)
    )
    after = connection.execute(statement).scalar_one_or_none()
    return json.loads(after) if after else None


def created_events(connection: Connection, kind_name: str, ids: Sequence[int]) -> dict[int, RecordedState]:
    """The events that created some records of a kind, by record id."""
    statement = (
        select(_EVENT.record_id, _EVENT.sequence, _EVENT.happened_at, _EVENT.action, _EVENT.after)
        .where(
            _EVENT.record_kind == kind_name,
            _EVENT.record_id.in_([str(one) for one in ids]),
            _EVENT.action == "created",
        )
        .order_by(_EVENT.sequence.desc())
    )
    return {int(row[0]): RecordedState(*row) for row in connection.execute(statement)}


def later_events(connection: Connection, kind_name: str) -> Iterator[tuple[str, int, str]]:
    """(record id, number, action) of every event that altered or removed a record of a kind."""
    statement = (
        select(_EVENT.record_id, _EVENT.sequence, _EVENT.action)
        .where(_EVENT.record_kind == kind_name, _EVENT.action.in_(("changed", "removed")))
        .order_by(_EVENT.sequence)
    )
    for row in connection.execute(statement):
        yield row.record_id, row.sequence, row.action


def names_borne(connection: Connection, person_id: int) -> tuple[str, ...]:
    """Every name a person ever had by the events, in order: a signature keeps the one of its day."""
    statement = (
        select(_EVENT.after)
        .where(_EVENT.record_kind == "person", _EVENT.record_id == str(person_id), _EVENT.action.in_(_STATES))
        .order_by(_EVENT.sequence)
    )
    texts = connection.execute(statement).scalars()
    return tuple(dict.fromkeys(json.loads(text)["name"] for text in texts if text))


def makers_named(connection: Connection, fix_id: int, before: int | None = None) -> frozenset[str]:
    """Everybody whom the events of a production fix (before one, if numbered) named as who made it."""
    statement = select(_EVENT.after).where(
        _EVENT.record_kind == "production_fix", _EVENT.record_id == str(fix_id), _EVENT.action.in_(_STATES)
    )
    if before is not None:
        statement = statement.where(_EVENT.sequence < before)
    return frozenset(json.loads(text)["made_by"] for text in connection.execute(statement).scalars() if text)


def settings_of(connection: Connection, kind_name: str, names: Sequence[str]) -> Iterator[RecordedState]:
    """The events, in order, by which some fields of a kind came to be what they are, the first not empty."""
    statement = (
        select(
            _EVENT.record_id, _EVENT.sequence, _EVENT.happened_at, _EVENT.action, _EVENT.before, _EVENT.after
        )
        .where(_EVENT.record_kind == kind_name, _EVENT.action.in_(("created", "changed")))
        .order_by(_EVENT.sequence)
    )
    for record_id, sequence, happened_at, action, before, after in connection.execute(statement):
        was, became = json.loads(before or "{}"), json.loads(after or "{}")
        if became.get(names[0]) and [was.get(name) for name in names] != [became.get(name) for name in names]:
            yield RecordedState(record_id, sequence, happened_at, action, after)


def event_hash_at(connection: Connection, sequence: int) -> str | None:
    """The hash of the event with a number, or None where there is none."""
    statement = select(_EVENT.hash).where(_EVENT.sequence == sequence)
    return connection.execute(statement).scalar_one_or_none()
