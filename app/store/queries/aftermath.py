"""Queries of what follows the night: names for lists, recorded work around detections, evidence, debts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, and_, func, or_, select

from app.domain.reconciliation import RecordedWork, WorkKind
from app.domain.time_words import day_words, span_words
from app.domain.zones import local
from app.store.kinds import kind_of
from db import tables

_CHANGE = tables.change.c
_CHANGE_CI = tables.change_ci.c
_WINDOW = tables.maintenance_window.c
_ACTIVITY = tables.activity.c
_DEPLOYMENT = tables.deployment.c
_ENVIRONMENT = tables.environment.c
_FIX = tables.production_fix.c
_FIX_CI = tables.production_fix_ci.c
_INCIDENT = tables.incident.c
_TOUCHED = tables.incident_application.c
_ACTION = tables.follow_up_action.c
_NOT_DONE = ("withdrawn", "deferred")
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Names:
    """What applications, configuration items and people are called, by id."""

    applications: dict[int, str]
    configuration_items: dict[int, str]
    people: dict[int, str]

    def where(self, applications: tuple[int, ...], items: tuple[int, ...], place: str = "") -> str:
        """Applications, then items, then the words typed, separated by commas."""
        parts = [self.applications[one] for one in applications if one in self.applications]
        parts += [self.configuration_items[one] for one in items if one in self.configuration_items]
        if place.strip() and place.strip() not in parts:
            parts.append(place.strip())
        return ", ".join(parts)


def names(connection: Connection) -> Names:
    """The names of the register that lists of this part show."""
    return Names(
        _names(connection, tables.application),
        _names(connection, tables.configuration_item),
        _names(connection, tables.person),
    )


def change_keys(connection: Connection, ids: set[int]) -> dict[int, str]:
    """The keys of changes by id."""
    if not ids:
        return {}
    statement = select(_CHANGE.id, _CHANGE.key).where(_CHANGE.id.in_(sorted(ids)))
    return {row.id: row.key for row in connection.execute(statement)}


def next_number(connection: Connection, value_type: type[Any]) -> int:
    """The number that the next record's key is made of: one more than the highest id there is."""
    table = kind_of(value_type).table
    return int(connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()) + 1


def recorded_work(connection: Connection, since: datetime, until: datetime) -> list[RecordedWork]:
    """Work recorded between two instants (UTC) on configuration items, with its times."""
    found = list(_of_windows(connection, since, until))
    found += _of_fixes(connection, since, until)
    found += _of_deployments(connection, since, until)
    return found


def _of_windows(connection: Connection, since: datetime, until: datetime) -> Iterator[RecordedWork]:
    """Activities by their actual times where known, else their planned ones; and the changes' windows."""
    is_near = and_(
        _WINDOW.starts_at < until, _WINDOW.ends_at > since, _WINDOW.state.not_in(("cancelled", "planned"))
    )
    items = _items_of_changes(connection, is_near)
    with_steps: set[tuple[int, int]] = set()
    statement = (
        select(
            _ACTIVITY.title,
            _ACTIVITY.change_id,
            _ACTIVITY.configuration_items,
            _ACTIVITY.phase,
            _ACTIVITY.duration_minutes,
            func.coalesce(_ACTIVITY.planned_start, _ACTIVITY.fixed_start, 0).label("planned"),
            _ACTIVITY.actual_start,
            _ACTIVITY.actual_finish,
            _WINDOW.starts_at,
        )
        .join(tables.maintenance_window, _WINDOW.id == _ACTIVITY.window_id)
        .where(is_near, _ACTIVITY.state != "skipped")
        .where(or_(_ACTIVITY.phase != "rollback", _ACTIVITY.actual_start.is_not(None)))
    )
    for row in connection.execute(statement):
        change = items.get(row.change_id or 0)
        held = [int(one["ci_id"]) for one in row.configuration_items or ()]
        if not held and change is not None and row.phase == "deploy":
            held = change.items
        start = row.planned if row.actual_start is None else row.actual_start
        end = start + row.duration_minutes if row.actual_finish is None else row.actual_finish
        begins, ends = row.starts_at + start * _MINUTE, row.starts_at + max(start, end) * _MINUTE
        key = change.key if change else ""
        words = f"{key}: “{row.title}”" if key else f"“{row.title}”"
        for item in held:
            with_steps.add((row.change_id or 0, item))
            yield RecordedWork(WorkKind.ACTIVITY, item, key, words, begins, ends)
    for change_id, change in items.items():
        for item in change.items:
            kind = WorkKind.CHANGE_WINDOW if (change_id, item) in with_steps else WorkKind.WINDOW
            words = f"the window of {change.key}, {span_words(change.starts_at, change.ends_at, change.zone)}"
            yield RecordedWork(kind, item, change.key, words, change.starts_at, change.ends_at)


@dataclass(slots=True)
class _Placed:
    key: str
    starts_at: datetime
    ends_at: datetime
    zone: str
    items: list[int]


def _items_of_changes(connection: Connection, is_near: Any) -> dict[int, _Placed]:
    statement = (
        select(
            _CHANGE.id, _CHANGE.key, _WINDOW.starts_at, _WINDOW.ends_at, _WINDOW.zone_name, _CHANGE_CI.ci_id
        )
        .join(tables.maintenance_window, _WINDOW.id == _CHANGE.window_id)
        .join(tables.change_ci, _CHANGE_CI.change_id == _CHANGE.id, isouter=True)
        .where(is_near, _CHANGE.state.not_in(_NOT_DONE))
        .order_by(_CHANGE.id, _CHANGE_CI.ci_id)
    )
    found: dict[int, _Placed] = {}
    for row in connection.execute(statement):
        placed = found.setdefault(row.id, _Placed(row.key, row.starts_at, row.ends_at, row.zone_name, []))
        if row.ci_id is not None:
            placed.items.append(row.ci_id)
    return found


def _of_fixes(connection: Connection, since: datetime, until: datetime) -> Iterator[RecordedWork]:
    statement = (
        select(_FIX.key, _FIX.title, _FIX.happened_at, _FIX_CI.ci_id)
        .join(tables.production_fix_ci, _FIX_CI.fix_id == _FIX.id)
        .where(_FIX.happened_at > since, _FIX.happened_at < until)
    )
    for row in connection.execute(statement):
        words = f"{row.key}: “{row.title}”"
        yield RecordedWork(WorkKind.FIX, row.ci_id, row.key, words, row.happened_at, row.happened_at)


def _of_deployments(connection: Connection, since: datetime, until: datetime) -> Iterator[RecordedWork]:
    statement = (
        select(_CHANGE.key, _DEPLOYMENT.deployed_at, _ENVIRONMENT.name, _CHANGE_CI.ci_id)
        .join(tables.change, _CHANGE.id == _DEPLOYMENT.change_id)
        .join(tables.environment, _ENVIRONMENT.id == _DEPLOYMENT.environment_id)
        .join(tables.change_ci, _CHANGE_CI.change_id == _CHANGE.id)
        .where(
            _ENVIRONMENT.stage == "production",
            _DEPLOYMENT.deployed_at > since,
            _DEPLOYMENT.deployed_at < until,
        )
    )
    for row in connection.execute(statement):
        words = f"{row.key} deployed into {row.name}"
        yield RecordedWork(WorkKind.DEPLOYMENT, row.ci_id, row.key, words, row.deployed_at, row.deployed_at)


def _names(connection: Connection, table: Table) -> dict[int, str]:
    return {row.id: row.name for row in connection.execute(select(table.c.id, table.c.name))}


def fix_keys(connection: Connection) -> dict[int, str]:
    """The keys of all production fixes by id."""
    return {row.id: row.key for row in connection.execute(select(_FIX.id, _FIX.key))}


def overdue_actions(connection: Connection, now: datetime, zone_name: str) -> dict[int, tuple[str, ...]]:
    """Sentences of follow-up actions whose day is over at `now`, by application of their incident."""
    today = local(now, zone_name).date()
    statement = (
        select(_TOUCHED.application_id, _INCIDENT.key, _ACTION.title, _ACTION.due_on)
        .join(tables.incident, _INCIDENT.id == _TOUCHED.incident_id)
        .join(tables.follow_up_action, _ACTION.incident_id == _INCIDENT.id)
        .where(_ACTION.done_at.is_(None), _ACTION.due_on < today)
        .order_by(_TOUCHED.application_id, _ACTION.due_on, _ACTION.id)
    )
    found: dict[int, tuple[str, ...]] = {}
    for row in connection.execute(statement):
        sentence = f"Overdue since {day_words(row.due_on)} after {row.key}: {row.title}"
        found[row.application_id] = (*found.get(row.application_id, ()), sentence)
    return found


def newest_unsettled(connection: Connection, most: int) -> list[int]:
    """The ids of the detections seen last that are neither explained nor made a fix of."""
    detected = tables.detected_change.c
    statement = select(detected.id).where(detected.explanation == "", detected.fix_id.is_(None))
    return list(connection.execute(statement.order_by(detected.detected_at.desc()).limit(most)).scalars())
