"""Brings the rules to a window's records: gates, states, risk and conflicts of its changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from app.domain import conflicts as conflict_rules
from app.domain import evaluation as gate_rules
from app.domain.changes import Change, Waiver
from app.domain.gates import Gate
from app.domain.progress import PROGRESS_STATES
from app.domain.register import Application, BuildMachine, ConfigurationItem, Environment, Stage
from app.domain.risk import Risk, RiskFacts, risk_of
from app.domain.windows import Checkpoint, MaintenanceWindow
from app.services.exceptions.reading import approved_for, fallen_exceptions
from app.services.night_flags import NightFlags, night_flags
from app.store.queries import board as queries
from app.store.queries import board_names
from app.store.queries.aftermath import overdue_actions
from app.store.queries.board import ChangeRecords
from app.store.reading import find


@dataclass(frozen=True, slots=True)
class Assessed:
    """Risk and conflicts by change id."""

    risks: dict[int, Risk]
    conflicts: dict[int, tuple[str, ...]]


def live_gates(
    connection: Connection, checkpoints: Sequence[Checkpoint], records: ChangeRecords, at: datetime
) -> dict[int, tuple[Gate, ...]]:
    """The gates of every change at every checkpoint of its window, as known at an instant (UTC)."""
    stages = {one.id or 0: one.stage for one in find(connection, Environment)} if checkpoints else {}
    machines = (
        frozenset(one.id or 0 for one in find(connection, BuildMachine, is_archived=False))
        if checkpoints
        else frozenset()
    )
    records = replace(records, waivers=_standing_waivers(connection, records))
    found: dict[int, tuple[Gate, ...]] = {}
    for change in records.changes:
        assert change.id is not None
        facts = _facts(change, records, stages, machines, at)
        found[change.id] = tuple(
            gate_rules.gate(checkpoint.name, spec, facts)
            for checkpoint in checkpoints
            if checkpoint.window_id == change.window_id
            for spec in checkpoint.criteria
            if gate_rules.applies(spec, change)
        )
    return found


def _standing_waivers(connection: Connection, records: ChangeRecords) -> dict[int, tuple[Waiver, ...]]:
    """The waivers that count: those of an exception only while it stands approved."""
    by_exception = {
        one.exception_id for waivers in records.waivers.values() for one in waivers if one.exception_id
    }
    fallen = fallen_exceptions(connection, by_exception)
    return {
        change_id: tuple(one for one in waivers if one.exception_id not in fallen)
        for change_id, waivers in records.waivers.items()
    }


def gates_at(
    connection: Connection, checkpoint: Checkpoint, records: ChangeRecords, at: datetime
) -> dict[int, tuple[Gate, ...]]:
    """The gates of one checkpoint, as known at an instant (UTC)."""
    return live_gates(connection, [checkpoint], records, at)


def _facts(
    change: Change, records: ChangeRecords, stages: dict[int, Stage], machines: frozenset[int], at: datetime
) -> gate_rules.Facts:
    change_id = change.id or 0
    return gate_rules.Facts(
        change=change,
        tickets=records.tickets.get(change_id, ()),
        builds=tuple(
            one for one in records.builds.get(change_id, ()) if one.built_at is None or one.built_at <= at
        ),
        deployments=tuple(one for one in records.deployments.get(change_id, ()) if one.deployed_at <= at),
        attestations=tuple(one for one in records.attestations.get(change_id, ()) if one.attested_at <= at),
        waivers=tuple(one for one in records.waivers.get(change_id, ()) if one.granted_at <= at),
        steps=tuple(
            (step.title, bool(step.players) or step.team_id is not None)
            for step in records.activities.get(change_id, ())
        ),
        stages=stages,
        machines=machines,
    )


def assess(
    connection: Connection,
    window: MaintenanceWindow | None,
    checkpoints: Sequence[Checkpoint],
    records: ChangeRecords,
    now: datetime,
) -> Assessed:
    """Risk of every change, and its conflicts within a window."""
    used = applications(connection, records.changes)
    starts_at = window.starts_at if window else now
    failures = board_names.failures_before(connection, starts_at)
    late = [point.frozen_at for point in checkpoints if point.frozen_at is not None]
    items = tuple(find(connection, ConfigurationItem)) if window else ()
    night = night_flags(connection, window, items) if window and records.activities else NightFlags()
    risks = {
        change.id or 0: risk_of(_risk_facts(change, used, failures, late, night))
        for change in records.changes
    }
    if window is None:
        return Assessed(risks, {})
    steps = {
        change_id: [(step.planned_start, step.duration_minutes) for step in found if step.phase != "rollback"]
        for change_id, found in records.activities.items()
    }
    in_flow = tuple(change for change in records.changes if change.state in PROGRESS_STATES)
    facts = conflict_rules.ConflictFacts(
        window=window,
        checkpoints=tuple(checkpoints),
        changes=in_flow,
        spans={change_id: conflict_rules.spans_of(found) for change_id, found in steps.items()},
        minutes={
            change.id or 0: sum(minutes for _, minutes in steps.get(change.id or 0, ()))
            or change.expected_downtime_minutes
            for change in in_flow
        },
        items=items,
        freezes=queries.freezes_between(connection, window.starts_at, window.ends_at),
        bookings=queries.bookings_between(connection, window.starts_at, window.ends_at),
        deployments=records.deployments,
        stages={one.id or 0: one.stage for one in find(connection, Environment)},
        applications=tuple(find(connection, Application, id=list(used))) if used else (),
        overdue_actions=overdue_actions(connection, now, window.zone_name),
        night={change.id or 0: night.reasons.get(change.key, ()) for change in in_flow},
        approved=approved_for(connection, window.id or 0),
        now=now,
    )
    return Assessed(risks, conflict_rules.conflicts(facts))


def _risk_facts(
    change: Change,
    used: dict[int, tuple[str, int]],
    failures: dict[int, tuple[int, int]],
    late: Sequence[datetime],
    night: NightFlags,
) -> RiskFacts:
    rollback, slack = night.ways_back.get(change.key, (None, None))
    return RiskFacts(
        impact=change.impact,
        likelihood=change.likelihood,
        tiers=tuple((used[one][0], used[one][1]) for one in change.applications if one in used),
        failures=tuple(
            (used[one][0], *failures[one]) for one in change.applications if one in failures and one in used
        ),
        is_emergency=change.change_class == "emergency",
        is_late=any(change.created_at and change.created_at > frozen for frozen in late),
        rollback_minutes=rollback,
        slack_minutes=slack,
    )


def applications(connection: Connection, changes: Sequence[Change]) -> dict[int, tuple[str, int]]:
    """(name, tier) of the applications that changes touch, by id."""
    return board_names.tiers(connection, {one for change in changes for one in change.applications})
