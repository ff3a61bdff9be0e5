"""Queries of the audit about what followed the night: which records a period holds, and signatures on it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, and_, select

from app.domain.gates import CriterionSpec
from app.domain.incidents import FollowUpAction, Incident
from app.domain.register import Person, Role
from app.domain.windows import Checkpoint
from app.store.kinds import kind_of
from app.store.plain import instant_text
from app.store.queries.audit import STREAMED_ROWS, Period
from app.store.reading import find
from db import tables

R = TypeVar("R")
_ATTESTATION = tables.attestation.c
_CHANGE = tables.change.c
_CHECKPOINT = tables.checkpoint.c
_EVENT = tables.audit_event.c


def of_period(
    connection: Connection, value_type: type[R], column: str, start: datetime, end: datetime
) -> Iterator[list[R]]:
    """Records whose instant in `column` lies from `start` until before `end`, some hundred at a time."""
    table = kind_of(value_type).table.c
    statement = select(table.id).where(table[column] >= start, table[column] < end)
    ids = list(connection.execute(statement.order_by(table[column], table.id)).scalars())
    for first in range(0, len(ids), STREAMED_ROWS):
        part = ids[first : first + STREAMED_ROWS]
        found: dict[int, Any] = {one.id: one for one in find(connection, value_type, id=part)}  # type: ignore[attr-defined]
        yield [found[one] for one in part if one in found]


def actions_of(connection: Connection, incidents: Sequence[Incident]) -> list[FollowUpAction]:
    """The follow-up actions of some incidents, by incident and id."""
    wanted = [one.id for one in incidents]
    found = find(connection, FollowUpAction, incident_id=wanted) if wanted else []
    return sorted(found, key=lambda action: (wanted.index(action.incident_id), action.id or 0))


def said_in(connection: Connection, period: Period) -> list[tuple[Any, ...]]:
    """Attestations of the period that say "met": (change key, checkpoint, code, role, person, id, when,
    cutoff or None, criteria)."""
    person = tables.person.c
    statement = (
        select(
            _CHANGE.key,
            _ATTESTATION.checkpoint_name,
            _ATTESTATION.criterion_code,
            _ATTESTATION.role,
            person.name,
            person.id,
            _ATTESTATION.attested_at,
            _CHECKPOINT.cutoff_at,
            _CHECKPOINT.id,
        )
        .join(tables.change, _CHANGE.id == _ATTESTATION.change_id)
        .join(tables.person, person.id == _ATTESTATION.person_id)
        .join(
            tables.checkpoint,
            and_(
                _CHECKPOINT.window_id == _CHANGE.window_id, _CHECKPOINT.name == _ATTESTATION.checkpoint_name
            ),
            isouter=True,
        )
        .where(period.holds(_ATTESTATION.attested_at), _ATTESTATION.is_met)
        .order_by(_ATTESTATION.attested_at, _ATTESTATION.id)
    )
    return [tuple(row) for row in connection.execute(statement)]


def criteria_of(connection: Connection, checkpoint_ids: Sequence[int]) -> dict[int, dict[str, CriterionSpec]]:
    """The criteria of checkpoints by their code."""
    found = find(connection, Checkpoint, id=list(checkpoint_ids)) if checkpoint_ids else []
    return {one.id or 0: {spec.code: spec for spec in one.criteria} for one in found}


def roles_at(connection: Connection, person_id: int, at: datetime) -> tuple[str, ...]:
    """The roles a person held at an instant (UTC), by the audit trail; the first known ones before it."""
    mine = (_EVENT.record_kind == "person", _EVENT.record_id == str(person_id), _EVENT.after != "")
    before = (
        select(_EVENT.after)
        .where(*mine, _EVENT.happened_at <= instant_text(at))
        .order_by(_EVENT.sequence.desc())
        .limit(1)
    )
    after = connection.execute(before).scalar_one_or_none()
    if after is None:
        earliest = select(_EVENT.after).where(*mine).order_by(_EVENT.sequence).limit(1)
        after = connection.execute(earliest).scalar_one_or_none()
    if after is None:
        people = find(connection, Person, id=person_id)
        return tuple(role.value for role in people[0].roles) if people else ()
    return tuple(json.loads(after).get("roles", ()))


def holds_role(connection: Connection, person_id: int, role: Role | str, at: datetime) -> bool:
    """Whether a person held a role at an instant (UTC)."""
    return str(role) in roles_at(connection, person_id, at)
