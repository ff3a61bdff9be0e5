"""Queries behind exceptions: requests with what their signatures cover, policies in force, signatures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from app.domain.exceptions import ExceptionKind, ExceptionPolicy, ExceptionRequest, SignedFacts
from app.domain.signatures import Signature
from app.store.kinds import kind_of
from app.store.plain import from_columns
from app.store.reading import find
from db import tables

_REQUEST_TABLE = tables.exception_request
_REQUEST = _REQUEST_TABLE.c
_CHANGE_TABLE = tables.change
_CHANGE = _CHANGE_TABLE.c
_WINDOW_TABLE = tables.maintenance_window
_WINDOW = _WINDOW_TABLE.c
_PERSON_TABLE = tables.person
_PERSON = _PERSON_TABLE.c
_FREEZE_TABLE = tables.freeze
_FREEZE = _FREEZE_TABLE.c
SUBJECT = "exception_request"


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """A request with its policy, its signatures (oldest first), and what they cover beside its own words."""

    request: ExceptionRequest
    policy: ExceptionPolicy
    signatures: tuple[Signature, ...]
    facts: SignedFacts
    window_title: str
    window_starts_at: datetime | None
    zone_name: str
    window_ends_at: datetime | None = None


def requests(
    connection: Connection,
    *,
    ids: Sequence[int] | None = None,
    change_ids: Sequence[int] | None = None,
    window_id: int | None = None,
) -> tuple[RequestRecord, ...]:
    """Requests, of some changes or a window where named, the newest first."""
    wanted: list[ColumnElement[bool]] = []
    if ids is not None:
        wanted.append(_REQUEST.id.in_(ids))
    if change_ids is not None:
        wanted.append(_REQUEST.change_id.in_(change_ids))
    if window_id is not None:
        wanted.append(_REQUEST.window_id == window_id)
    statement = (
        select(
            _REQUEST_TABLE,
            _CHANGE.key.label("change_key"),
            _CHANGE.title.label("change_title"),
            _CHANGE.planned_digest.label("planned_digest"),
            _CHANGE.backout_plan.label("backout_plan"),
            _PERSON.name.label("requester"),
            _WINDOW.title.label("window_title"),
            _WINDOW.starts_at.label("window_starts_at"),
            _WINDOW.ends_at.label("window_ends_at"),
            _WINDOW.zone_name.label("window_zone"),
            _FREEZE.title.label("freeze_title"),
        )
        .join(_CHANGE_TABLE, _CHANGE.id == _REQUEST.change_id)
        .join(_PERSON_TABLE, _PERSON.id == _REQUEST.requested_by_id)
        .outerjoin(_WINDOW_TABLE, _WINDOW.id == _REQUEST.window_id)
        .outerjoin(_FREEZE_TABLE, _FREEZE.id == _REQUEST.freeze_id)
        .where(*wanted)
        .order_by(_REQUEST.id.desc())
    )
    rows = connection.execute(statement).mappings().all()
    if not rows:
        return ()
    policies = {one.id: one for one in find(connection, ExceptionPolicy)}
    signed = _signatures(connection, [row["id"] for row in rows])
    return tuple(_record(row, policies[row["policy_id"]], tuple(signed.get(row["id"], ()))) for row in rows)


def _record(
    row: Mapping[Any, Any], policy: ExceptionPolicy, signatures: tuple[Signature, ...]
) -> RequestRecord:
    facts = SignedFacts(
        row["change_key"],
        row["change_title"],
        row["planned_digest"],
        row["backout_plan"],
        _window_words(row["window_title"], row["window_starts_at"]),
        row["requester"],
        row["freeze_title"] or "",
    )
    return RequestRecord(
        from_columns(kind_of(ExceptionRequest), row),
        policy,
        signatures,
        facts,
        row["window_title"] or "",
        row["window_starts_at"],
        row["window_zone"] or "UTC",
        row["window_ends_at"],
    )


def policies_in_force(connection: Connection) -> dict[ExceptionKind, ExceptionPolicy]:
    """The newest revision of each kind's policy."""
    return {one.kind: one for one in sorted(find(connection, ExceptionPolicy), key=lambda one: one.revision)}


def exceptions_by_window(connection: Connection, window_ids: Sequence[int]) -> dict[int, int]:
    """How many changes of each window have an exception that was asked for and not withdrawn."""
    statement = (
        select(_REQUEST.window_id, func.count(_REQUEST.change_id.distinct()))
        .where(_REQUEST.window_id.in_(window_ids), _REQUEST.state == "requested")
        .group_by(_REQUEST.window_id)
    )
    return {row[0]: row[1] for row in connection.execute(statement)}


def changes_by_window(connection: Connection, window_ids: Sequence[int]) -> dict[int, int]:
    """How many changes each window has."""
    statement = (
        select(_CHANGE.window_id, func.count())
        .where(_CHANGE.window_id.in_(window_ids))
        .group_by(_CHANGE.window_id)
    )
    return {row[0]: row[1] for row in connection.execute(statement)}


def last_windows(connection: Connection, before: datetime, count: int) -> list[int]:
    """The ids of the last windows that began before an instant and were not cancelled."""
    statement = (
        select(_WINDOW.id)
        .where(_WINDOW.starts_at < before, _WINDOW.state != "cancelled")
        .order_by(_WINDOW.starts_at.desc())
        .limit(count)
    )
    return list(connection.execute(statement).scalars())


def _signatures(connection: Connection, request_ids: Sequence[int]) -> dict[int, list[Signature]]:
    found: dict[int, list[Signature]] = {}
    for one in find(connection, Signature, subject_kind=SUBJECT, subject_id=list(request_ids)):
        found.setdefault(one.subject_id, []).append(one)
    return found


def _window_words(title: str | None, starts_at: datetime | None) -> str:
    return f"{title}, {starts_at:%Y-%m-%dT%H:%MZ}" if title and starts_at else ""
