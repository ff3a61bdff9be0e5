"""Queries that find what an auditor would miss in a period: each yields facts, worded elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, literal, or_, select

from app.store.queries.audit import STREAMED_ROWS, Period
from db import tables

_CHANGE = tables.change
_WINDOW = tables.maintenance_window
_CHECKPOINT = tables.checkpoint
_GATE = tables.frozen_gate
_DEPLOYMENT = tables.deployment
_ENVIRONMENT = tables.environment
_BUILD = tables.build
_ACTIVITY = tables.activity
_ATTESTATION = tables.attestation
_WAIVER = tables.waiver
_PACKET = tables.packet
_IN_FLOW = ("intake", "in_test", "tested", "pre_production", "ready")
_WENT_IN = ("deployed", "rolled_back", "failed", "closed")


@dataclass(frozen=True, slots=True)
class FoundGap:
    """One gap: the kind that says how it is worded, the record, the facts to fill in, and when (UTC)."""

    kind: str
    record: str
    facts: tuple[str, ...] = ()
    when: datetime | None = None


def find_gaps(connection: Connection, period: Period, now: datetime) -> Iterator[FoundGap]:
    """All gaps of the period but those of the chain itself; windows count by their start."""
    for kind, query in _QUERIES.items():
        statement = query(period, now).execution_options(yield_per=STREAMED_ROWS)
        with connection.execute(statement) as result:
            for record, when, *facts in result:
                yield FoundGap(kind, record, tuple(str(fact or "") for fact in facts), when)


def _went_in(period: Period) -> Any:
    """Changes of the period's windows that went into production."""
    return and_(_CHANGE.c.state.in_(_WENT_IN), period.holds(_WINDOW.c.starts_at))


def _no_frozen_checkpoint(period: Period, now: datetime) -> Select[Any]:
    frozen = exists().where(_CHECKPOINT.c.window_id == _WINDOW.c.id, _CHECKPOINT.c.frozen_at.is_not(None))
    return (
        select(_CHANGE.c.key, _WINDOW.c.starts_at, _WINDOW.c.title)
        .join(_WINDOW, _WINDOW.c.id == _CHANGE.c.window_id)
        .where(_went_in(period), ~frozen)
        .order_by(_WINDOW.c.starts_at, _CHANGE.c.key)
    )


def _not_evaluated(period: Period, now: datetime) -> Select[Any]:
    """Went in although a frozen checkpoint of its window holds nothing about it: it came later."""
    own = exists().where(_GATE.c.checkpoint_id == _CHECKPOINT.c.id, _GATE.c.change_id == _CHANGE.c.id)
    anything = exists().where(_GATE.c.checkpoint_id == _CHECKPOINT.c.id)
    return (
        select(_CHANGE.c.key, _CHECKPOINT.c.frozen_at, _CHECKPOINT.c.name, _WINDOW.c.title)
        .join(_WINDOW, _WINDOW.c.id == _CHANGE.c.window_id)
        .join(_CHECKPOINT, _CHECKPOINT.c.window_id == _WINDOW.c.id)
        .where(_went_in(period), _CHECKPOINT.c.frozen_at.is_not(None), anything, ~own)
        .order_by(_WINDOW.c.starts_at, _CHANGE.c.key)
    )


def _gate_not_met(period: Period, now: datetime) -> Select[Any]:
    return (
        select(
            _CHANGE.c.key,
            _CHECKPOINT.c.frozen_at,
            _CHECKPOINT.c.name,
            _GATE.c.criterion_code,
            _GATE.c.result,
            _GATE.c.why,
        )
        .join(_CHANGE, _CHANGE.c.id == _GATE.c.change_id)
        .join(_CHECKPOINT, _CHECKPOINT.c.id == _GATE.c.checkpoint_id)
        .join(_WINDOW, and_(_WINDOW.c.id == _CHECKPOINT.c.window_id, _WINDOW.c.id == _CHANGE.c.window_id))
        .where(_went_in(period), _GATE.c.result.in_(("not_met", "not_evaluated")))
        .order_by(_CHECKPOINT.c.frozen_at, _CHANGE.c.key)
    )


def _never_frozen(period: Period, now: datetime) -> Select[Any]:
    return (
        select(_WINDOW.c.title, _CHECKPOINT.c.cutoff_at, _CHECKPOINT.c.name)
        .join(_WINDOW, _WINDOW.c.id == _CHECKPOINT.c.window_id)
        .where(
            period.holds(_CHECKPOINT.c.cutoff_at),
            _CHECKPOINT.c.cutoff_at < now,
            _CHECKPOINT.c.frozen_at.is_(None),
            _WINDOW.c.state != "cancelled",
        )
        .order_by(_CHECKPOINT.c.cutoff_at)
    )


def _without_evidence(period: Period, now: datetime) -> Select[Any]:
    person = tables.person
    said = _ATTESTATION.c
    return (
        select(_CHANGE.c.key, said.attested_at, said.checkpoint_name, said.criterion_code, person.c.name)
        .join(_CHANGE, _CHANGE.c.id == said.change_id)
        .join(person, person.c.id == said.person_id)
        .where(period.holds(said.attested_at), said.is_met, said.evidence == "")
        .order_by(said.attested_at, said.id)
    )


def _unsigned_waiver(period: Period, now: datetime) -> Select[Any]:
    waiver = _WAIVER.c
    return (
        select(_CHANGE.c.key, waiver.granted_at, waiver.checkpoint_name, waiver.criterion_code)
        .join(_CHANGE, _CHANGE.c.id == waiver.change_id)
        .where(period.holds(waiver.granted_at), or_(waiver.signatures == "", waiver.reason == ""))
        .order_by(waiver.granted_at)
    )


def _into_production(period: Period, *columns: Any) -> Select[Any]:
    return (
        select(_CHANGE.c.key, _DEPLOYMENT.c.deployed_at, _ENVIRONMENT.c.name, *columns)
        .join(_CHANGE, _CHANGE.c.id == _DEPLOYMENT.c.change_id)
        .join(_ENVIRONMENT, _ENVIRONMENT.c.id == _DEPLOYMENT.c.environment_id)
        .where(period.holds(_DEPLOYMENT.c.deployed_at), _ENVIRONMENT.c.stage == "production")
        .order_by(_DEPLOYMENT.c.deployed_at, _DEPLOYMENT.c.id)
    )


def _other_digest(period: Period, now: datetime) -> Select[Any]:
    found, planned = _DEPLOYMENT.c.digest, _CHANGE.c.planned_digest
    return _into_production(period, found, planned).where(found != "", planned != "", found != planned)


def _other_than_built(period: Period, now: datetime) -> Select[Any]:
    found, built = _DEPLOYMENT.c.digest, _BUILD.c.digest
    joined = _into_production(period, found, built, _BUILD.c.number)
    return joined.join(_BUILD, _BUILD.c.id == _DEPLOYMENT.c.build_id).where(
        found != "", built != "", found != built
    )


def _no_digest(period: Period, now: datetime) -> Select[Any]:
    return _into_production(period).where(_DEPLOYMENT.c.digest == "")


def _not_on_record(period: Period, now: datetime) -> Select[Any]:
    """Went in by its state, but no deployment into production says what, when and by whom."""
    on_record = (
        exists()
        .where(_DEPLOYMENT.c.change_id == _CHANGE.c.id, _ENVIRONMENT.c.stage == "production")
        .where(_ENVIRONMENT.c.id == _DEPLOYMENT.c.environment_id)
    )
    return (
        select(_CHANGE.c.key, _WINDOW.c.starts_at, _CHANGE.c.state, _WINDOW.c.title)
        .join(_WINDOW, _WINDOW.c.id == _CHANGE.c.window_id)
        .where(period.holds(_WINDOW.c.starts_at), _WINDOW.c.state == "closed")
        .where(_CHANGE.c.state.in_(("deployed", "rolled_back", "closed")), ~on_record)
        .order_by(_WINDOW.c.starts_at, _CHANGE.c.key)
    )


def _outside_window(period: Period, now: datetime) -> Select[Any]:
    joined = _into_production(period, _WINDOW.c.title)
    when = _DEPLOYMENT.c.deployed_at
    return joined.join(_WINDOW, _WINDOW.c.id == _CHANGE.c.window_id, isouter=True).where(
        or_(_WINDOW.c.id.is_(None), when < _WINDOW.c.starts_at, when > _WINDOW.c.ends_at)
    )


def _no_actuals(period: Period, now: datetime) -> Select[Any]:
    step = _ACTIVITY.c
    is_open = step.state.in_(("planned", "running"))
    is_timeless = and_(
        step.state.in_(("done", "failed")), or_(step.actual_start.is_(None), step.actual_finish.is_(None))
    )
    return (
        select(_WINDOW.c.title, _WINDOW.c.starts_at, step.title, step.state, _CHANGE.c.key)
        .join(_WINDOW, _WINDOW.c.id == step.window_id)
        .join(_CHANGE, _CHANGE.c.id == step.change_id, isouter=True)
        .where(
            period.holds(_WINDOW.c.starts_at),
            _WINDOW.c.state == "closed",
            or_(is_timeless, and_(is_open, step.phase != "rollback")),
        )
        .order_by(_WINDOW.c.starts_at, step.position)
    )


def _not_ended(period: Period, now: datetime) -> Select[Any]:
    return (
        select(_CHANGE.c.key, _WINDOW.c.starts_at, _CHANGE.c.state, _WINDOW.c.title)
        .join(_WINDOW, _WINDOW.c.id == _CHANGE.c.window_id)
        .where(period.holds(_WINDOW.c.starts_at), _WINDOW.c.state == "closed", _CHANGE.c.state.in_(_IN_FLOW))
        .order_by(_WINDOW.c.starts_at, _CHANGE.c.key)
    )


def _not_closed(period: Period, now: datetime) -> Select[Any]:
    return (
        select(_WINDOW.c.title, _WINDOW.c.ends_at, _WINDOW.c.state)
        .where(
            period.holds(_WINDOW.c.starts_at),
            _WINDOW.c.ends_at < now,
            _WINDOW.c.state.not_in(("closed", "cancelled")),
        )
        .order_by(_WINDOW.c.starts_at)
    )


def _no_packet(period: Period, now: datetime) -> Select[Any]:
    issued = exists().where(_PACKET.c.window_id == _WINDOW.c.id, _PACKET.c.meeting == "final")
    holds_changes = exists().where(_CHANGE.c.window_id == _WINDOW.c.id)
    return (
        select(_WINDOW.c.title, _WINDOW.c.starts_at, literal("final"))
        .where(period.holds(_WINDOW.c.starts_at), _WINDOW.c.state == "closed", holds_changes, ~issued)
        .order_by(_WINDOW.c.starts_at)
    )


_QUERIES: dict[str, Callable[[Period, datetime], Select[Any]]] = {
    "no_frozen_checkpoint": _no_frozen_checkpoint,
    "gate_not_met": _gate_not_met,
    "not_evaluated": _not_evaluated,
    "other_digest": _other_digest,
    "other_than_built": _other_than_built,
    "outside_window": _outside_window,
    "not_ended": _not_ended,
    "unsigned_waiver": _unsigned_waiver,
    "never_frozen": _never_frozen,
    "without_evidence": _without_evidence,
    "no_digest": _no_digest,
    "not_on_record": _not_on_record,
    "no_actuals": _no_actuals,
    "not_closed": _not_closed,
    "no_packet": _no_packet,
}
KINDS = tuple(_QUERIES)
