"""Queries behind the audit: the records of a period row by row, and events found by what they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from app.store.plain import instant_text
from db import tables

STREAMED_ROWS = 500
_CHANGE = tables.change
_WINDOW = tables.maintenance_window
_CHECKPOINT = tables.checkpoint
_PERSON = tables.person
_TEAM = tables.team
_EVENT = tables.audit_event.c
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` until before `end` (UTC); events only up to the number `last_event`."""

    start: datetime
    end: datetime
    last_event: int

    def holds(self, column: Any) -> ColumnElement[bool]:
        """The condition that an instant lies in the period."""
        return and_(column >= self.start, column < self.end)


def windows(connection: Connection, period: Period) -> Iterator[Row]:
    """The windows that start in the period, with how many changes they hold now."""
    load = (
        select(func.count()).where(_CHANGE.c.window_id == _WINDOW.c.id).correlate(_WINDOW).scalar_subquery()
    )
    c = _WINDOW.c
    statement = select(
        c.id, c.title, c.starts_at, c.ends_at, c.zone_name, c.state, load, c.is_moved, c.cancel_reason
    )
    return _streamed(connection, statement.where(period.holds(c.starts_at)).order_by(c.starts_at, c.id))


def window_ids(connection: Connection, period: Period) -> list[int]:
    """The ids of the windows that start in the period, by start."""
    statement = select(_WINDOW.c.id).where(period.holds(_WINDOW.c.starts_at))
    return list(connection.execute(statement.order_by(_WINDOW.c.starts_at, _WINDOW.c.id)).scalars())


def changes(connection: Connection, period: Period) -> Iterator[Row]:
    """The changes of the period's windows, and those made in the period that have no window."""
    c = _CHANGE.c
    owner, requester = _PERSON.alias("owner"), _PERSON.alias("requester")
    statement = (
        select(
            c.key,
            c.title,
            c.kind,
            c.change_class,
            c.state,
            c.impact,
            c.likelihood,
            func.coalesce(owner.c.name, c.owner_name),
            func.coalesce(requester.c.name, c.requester_name),
            func.coalesce(_TEAM.c.name, c.team_name),
            _WINDOW.c.title,
            _WINDOW.c.starts_at,
            c.deployment_on,
            c.is_date_approved,
            c.expected_downtime_minutes,
            c.backout_plan,
            c.verification_plan,
            c.planned_digest,
            c.source_system,
            c.source_state,
            c.created_at,
        )
        .join(_WINDOW, _WINDOW.c.id == c.window_id, isouter=True)
        .join(owner, owner.c.id == c.owner_id, isouter=True)
        .join(requester, requester.c.id == c.requester_id, isouter=True)
        .join(_TEAM, _TEAM.c.id == c.team_id, isouter=True)
        .where(
            or_(period.holds(_WINDOW.c.starts_at), and_(c.window_id.is_(None), period.holds(c.created_at)))
        )
        .order_by(_WINDOW.c.starts_at, c.key)
    )
    return _streamed(connection, statement)


def checkpoints(connection: Connection, period: Period) -> Iterator[Row]:
    """The checkpoints whose cutoff lies in the period."""
    c = _CHECKPOINT.c
    statement = (
        select(
            _WINDOW.c.title,
            _WINDOW.c.starts_at,
            c.name,
            c.cutoff_at,
            c.meeting_at,
            c.criteria_revision,
            c.frozen_at,
            c.frozen_hash,
        )
        .join(_WINDOW, _WINDOW.c.id == c.window_id)
        .where(period.holds(c.cutoff_at))
        .order_by(c.cutoff_at, c.id)
    )
    return _streamed(connection, statement)


def criteria(connection: Connection) -> Iterator[tuple[int, str, str, str]]:
    """What each checkpoint asks for, the oldest checkpoint first: its id and name, code and label."""
    c = _CHECKPOINT.c
    for checkpoint_id, name, found in connection.execute(select(c.id, c.name, c.criteria).order_by(c.id)):
        for one in found:
            yield checkpoint_id, name, one["code"], one["label"]


def gates(connection: Connection, period: Period) -> Iterator[Row]:
    """The evaluations frozen in the period; before each criterion's code, the id of its checkpoint."""
    c = tables.frozen_gate.c
    point = _CHECKPOINT.c
    statement = (
        select(
            point.frozen_at,
            _WINDOW.c.title,
            _WINDOW.c.starts_at,
            point.name,
            _CHANGE.c.key,
            point.id,
            c.criterion_code,
            c.result,
            c.why,
            c.evidence,
            point.frozen_hash,
        )
        .join(_CHECKPOINT, point.id == c.checkpoint_id)
        .join(_WINDOW, _WINDOW.c.id == point.window_id)
        .join(_CHANGE, _CHANGE.c.id == c.change_id)
        .where(period.holds(point.frozen_at))
        .order_by(point.frozen_at, point.id, _CHANGE.c.key, c.id)
    )
    return _streamed(connection, statement)


def attestations(connection: Connection, period: Period) -> Iterator[Row]:
    """What named roles said in the period."""
    c = tables.attestation.c
    statement = (
        select(
            c.attested_at,
            _CHANGE.c.key,
            c.checkpoint_name,
            c.criterion_code,
            c.is_met,
            c.role,
            _PERSON.c.name,
            c.evidence,
        )
        .join(_CHANGE, _CHANGE.c.id == c.change_id)
        .join(_PERSON, _PERSON.c.id == c.person_id)
        .where(period.holds(c.attested_at))
        .order_by(c.attested_at, c.id)
    )
    return _streamed(connection, statement)


def waivers(connection: Connection, period: Period) -> Iterator[Row]:
    """The criteria passed by exception in the period."""
    c = tables.waiver.c
    statement = (
        select(c.granted_at, _CHANGE.c.key, c.checkpoint_name, c.criterion_code, c.reason, c.signatures)
        .join(_CHANGE, _CHANGE.c.id == c.change_id)
        .where(period.holds(c.granted_at))
        .order_by(c.granted_at, c.id)
    )
    return _streamed(connection, statement)


def builds(connection: Connection, period: Period) -> Iterator[Row]:
    """The builds of the period; those without a time go with their change's window."""
    c = tables.build.c
    machine = tables.build_machine
    statement = (
        select(
            c.built_at,
            _CHANGE.c.key,
            c.number,
            c.revision,
            func.coalesce(machine.c.name, c.machine_name),
            c.is_success,
            c.digest,
        )
        .join(_CHANGE, _CHANGE.c.id == c.change_id)
        .join(_WINDOW, _WINDOW.c.id == _CHANGE.c.window_id, isouter=True)
        .join(machine, machine.c.id == c.machine_id, isouter=True)
        .where(or_(period.holds(c.built_at), and_(c.built_at.is_(None), period.holds(_WINDOW.c.starts_at))))
        .order_by(c.built_at, c.id)
    )
    return _streamed(connection, statement)


def deployments(connection: Connection, period: Period) -> Iterator[Row]:
    """The deployments of the period, into every environment."""
    c = tables.deployment.c
    environment, build = tables.environment, tables.build
    statement = (
        select(
            c.deployed_at,
            _CHANGE.c.key,
            environment.c.name,
            environment.c.stage,
            c.outcome,
            build.c.number,
            c.digest,
            c.deployed_by,
            c.issues,
        )
        .join(_CHANGE, _CHANGE.c.id == c.change_id)
        .join(environment, environment.c.id == c.environment_id)
        .join(build, build.c.id == c.build_id, isouter=True)
        .where(period.holds(c.deployed_at))
        .order_by(c.deployed_at, c.id)
    )
    return _streamed(connection, statement)


def packets(connection: Connection, period: Period) -> Iterator[Row]:
    """The packets issued in the period, without their bytes."""
    c = tables.packet.c
    statement = (
        select(
            c.issued_at,
            _WINDOW.c.title,
            _WINDOW.c.starts_at,
            c.meeting,
            c.issued_by,
            c.recipients,
            c.pages,
            c.sha256,
            c.xlsx_sha256,
            c.audit_head,
        )
        .join(_WINDOW, _WINDOW.c.id == c.window_id)
        .where(period.holds(c.issued_at))
        .order_by(c.issued_at, c.id)
    )
    return _streamed(connection, statement)


def imports(connection: Connection, period: Period) -> Iterator[Row]:
    """The lists imported in the period."""
    c = tables.import_batch.c
    statement = select(
        c.imported_at,
        c.kind,
        c.source,
        c.file_name,
        c.imported_by,
        c.rows,
        c.created,
        c.updated,
        c.unchanged,
        c.rejected,
        c.undone_at,
    )
    return _streamed(connection, statement.where(period.holds(c.imported_at)).order_by(c.imported_at, c.id))


def events(connection: Connection, period: Period) -> Iterator[Row]:
    """The events of the period in the order of the chain, texts exactly as hashed."""
    statement = select(
        _EVENT.sequence,
        _EVENT.happened_at,
        _EVENT.actor,
        _EVENT.action,
        _EVENT.record_kind,
        _EVENT.record_id,
        _EVENT.reason,
        _EVENT.before,
        _EVENT.after,
        _EVENT.previous_hash,
        _EVENT.hash,
    )
    inside = and_(
        _EVENT.happened_at >= instant_text(period.start),
        _EVENT.happened_at < instant_text(period.end),
        _EVENT.sequence <= period.last_event,
    )
    return _streamed(connection, statement.where(inside).order_by(_EVENT.sequence))


def _streamed(connection: Connection, statement: Select[Any]) -> Iterator[Row]:
    with connection.execute(statement.execution_options(yield_per=STREAMED_ROWS)) as result:
        for row in result:
            yield tuple(row)
