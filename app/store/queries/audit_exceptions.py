"""Queries of exceptions for the audit: the requests and signatures of a period, and when changes went in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection, func, or_, select

from app.domain.exceptions import ExceptionPolicy
from app.domain.register import Person
from app.domain.signatures import Signature, SigningKey, StandIn
from app.store.plain import instant_text
from app.store.queries.audit import Period, Row
from app.store.queries.audit_states import names_borne
from app.store.queries.exceptions import SUBJECT, RequestRecord, requests
from app.store.reading import find
from db import tables

PART = 200
_REQUEST = tables.exception_request
_SIGNATURE = tables.signature
_WINDOW = tables.maintenance_window
_CHANGE = tables.change.c
_DEPLOYMENT = tables.deployment
_ENVIRONMENT = tables.environment


def requests_of(connection: Connection, period: Period) -> Iterator[tuple[RequestRecord, ...]]:
    """The requests asked for in the period or for a window of it, by id, some hundred at a time."""
    last = 0
    while True:
        statement = (
            select(_REQUEST.c.id)
            .join(_WINDOW, _WINDOW.c.id == _REQUEST.c.window_id, isouter=True)
            .where(
                _REQUEST.c.id > last,
                or_(period.holds(_REQUEST.c.requested_at), period.holds(_WINDOW.c.starts_at)),
            )
            .order_by(_REQUEST.c.id)
            .limit(PART)
        )
        ids = list(connection.execute(statement).scalars())
        if not ids:
            return
        last = ids[-1]
        yield tuple(sorted(requests(connection, ids=ids), key=lambda record: record.request.id or 0))


def signatures_of(connection: Connection, period: Period) -> Iterator[Signature]:
    """The signatures given in the period, or to a request for a window of it, by id."""
    first, end = (at.isoformat(timespec="seconds") for at in (period.start, period.end))
    of_windows = (
        select(_REQUEST.c.id)
        .join(_WINDOW, _WINDOW.c.id == _REQUEST.c.window_id)
        .where(period.holds(_WINDOW.c.starts_at))
    )
    signed, subject = _SIGNATURE.c.signed_at, _SIGNATURE.c.subject_id
    wanted = or_(
        (signed >= first) & (signed < end), (_SIGNATURE.c.subject_kind == SUBJECT) & subject.in_(of_windows)
    )
    last = 0
    while True:
        statement = select(_SIGNATURE.c.id).where(_SIGNATURE.c.id > last, wanted)
        ids = list(connection.execute(statement.order_by(_SIGNATURE.c.id).limit(PART)).scalars())
        if not ids:
            return
        last = ids[-1]
        yield from find(connection, Signature, id=ids)


def went_in(connection: Connection, change_ids: Sequence[int]) -> dict[int, datetime]:
    """When each of some changes was first put into production (UTC); without those that never were."""
    statement = (
        select(_DEPLOYMENT.c.change_id, func.min(_DEPLOYMENT.c.deployed_at))
        .join(_ENVIRONMENT, _ENVIRONMENT.c.id == _DEPLOYMENT.c.environment_id)
        .where(_DEPLOYMENT.c.change_id.in_(change_ids), _ENVIRONMENT.c.stage == "production")
        .group_by(_DEPLOYMENT.c.change_id)
    )
    return {row[0]: row[1] for row in connection.execute(statement)}


def windows_now(connection: Connection, change_ids: Sequence[int]) -> dict[int, int | None]:
    """The window each of some changes is in now."""
    statement = select(_CHANGE.id, _CHANGE.window_id).where(_CHANGE.id.in_(change_ids))
    return {row[0]: row[1] for row in connection.execute(statement)}


def keys(connection: Connection, _period: Period) -> Iterator[Row]:
    """Every key ever enrolled: a signature of the period may be of an old one. Times in UTC."""
    people = _names(connection)
    for key in find(connection, SigningKey):
        yield (
            key.id,
            people.get(key.person_id, ""),
            "\n".join(names_borne(connection, key.person_id)),
            key.public_key,
            people.get(key.witness_id, ""),
            instant_text(key.enrolled_at),
            instant_text(key.revoked_at) if key.revoked_at else "",
            key.revoke_reason,
        )


def policies(connection: Connection, _period: Period) -> Iterator[Row]:
    """Every revision of every policy: an exception keeps the one it was decided under."""
    for policy in sorted(find(connection, ExceptionPolicy), key=lambda one: (one.kind, one.revision)):
        yield (
            policy.kind.words,
            policy.revision,
            ", ".join(role.words for role in policy.roles),
            policy.is_ordered,
            ", ".join(role.words for role in policy.editors),
            policy.made_by,
            policy.made_at,
        )


def stand_ins(connection: Connection, _period: Period) -> Iterator[Row]:
    """Every appointment of somebody to sign for somebody else."""
    people = _names(connection)
    for one in find(connection, StandIn):
        yield (
            people.get(one.person_id, ""),
            people.get(one.stand_in_id, ""),
            one.role.words,
            one.first_day,
            one.last_day,
            one.appointed_by,
            one.is_ended,
        )


def _names(connection: Connection) -> dict[int | None, str]:
    return {person.id: person.name for person in find(connection, Person)}
