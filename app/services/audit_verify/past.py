"""Records as they were when an event was written: what a rule is held against afterwards."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from app.domain.register import Person
from app.store.kinds import kind_of
from app.store.plain import structure
from app.store.queries.audit_states import RecordedState, state_before

T = TypeVar("T")
TOLERANCE = timedelta(minutes=2)


def then(connection: Connection, value_type: type[T], record_id: int | None, sequence: int) -> T | None:
    """A record as it was when an event was written; None where there was none."""
    content = state_before(connection, kind_of(value_type).name, record_id or 0, sequence)
    return None if content is None else structure(content, value_type)


def ids_of(connection: Connection, value_type: type[Any]) -> list[int]:
    """The ids of all records of a kind, also of those that no program can read."""
    column = kind_of(value_type).table.c.id
    return list(connection.execute(select(column).order_by(column)).scalars())


def people_called(connection: Connection, name: str, sequence: int) -> list[Person]:
    """Everybody who bore a name when an event was written."""
    were = (then(connection, Person, one, sequence) for one in ids_of(connection, Person))
    return [one for one in were if one is not None and one.name == name]


def other_time(said: datetime | None, event: RecordedState) -> str:
    """What is wrong when a record says another time than its event was written at; empty when nothing."""
    written = datetime.fromisoformat(event.happened_at)
    if said is None or abs(written - said) <= TOLERANCE:
        return ""
    return f"says {said.isoformat(timespec='seconds')}, but event {event.sequence} was written at {written}"
