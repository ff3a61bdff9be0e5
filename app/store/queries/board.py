"""Queries behind the board: everything on record about the changes of one window, or of one change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, false, select

from app.domain.changes import Attestation, Build, Change, Deployment, FrozenGate, Ticket, Waiver
from app.domain.windows import Checkpoint, EnvironmentBooking, Freeze, MaintenanceWindow
from app.store.kinds import kind_of
from app.store.plain import from_rows
from app.store.reading import find
from db import tables

T = TypeVar("T")
_CHANGE = tables.change.c
_ACTIVITY = tables.activity.c
_FROZEN = tables.frozen_gate.c
_CHECKPOINT = tables.checkpoint.c
_FREEZE = tables.freeze.c
_BOOKING = tables.environment_booking.c


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One step of a change in its window's sequence; times are minutes from the window's start."""

    id: str
    change_id: int
    title: str
    phase: str
    state: str
    duration_minutes: int
    planned_start: int | None
    rollback_minutes: int | None
    players: tuple[int, ...]
    team_id: int | None
    configuration_items: tuple[int, ...]
    position: int


@dataclass(frozen=True, slots=True)
class ChangeRecords:
    """The changes of a scope with all that hangs on them, each by change id."""

    changes: tuple[Change, ...]
    tickets: dict[int, tuple[Ticket, ...]]
    builds: dict[int, tuple[Build, ...]]
    deployments: dict[int, tuple[Deployment, ...]]
    attestations: dict[int, tuple[Attestation, ...]]
    waivers: dict[int, tuple[Waiver, ...]]
    activities: dict[int, tuple[ActivityRow, ...]]


class Scope:
    """Which changes are meant: those of a window, or those with given ids."""

    def __init__(self, *, window_id: int | None = None, change_ids: Sequence[int] = ()) -> None:
        self._window_id = window_id
        self._change_ids = tuple(change_ids)

    def of_change(self) -> ColumnElement[bool]:
        """The condition on the table of changes."""
        if self._window_id is not None:
            return _CHANGE.window_id == self._window_id
        return _CHANGE.id.in_(self._change_ids) if self._change_ids else false()

    def of_owner(self, column: Any) -> ColumnElement[bool]:
        """The condition on a table whose `column` names the change."""
        if self._window_id is not None:
            inside: ColumnElement[bool] = column.in_(
                select(_CHANGE.id).where(_CHANGE.window_id == self._window_id)
            )
            return inside
        wanted: ColumnElement[bool] = column.in_(self._change_ids) if self._change_ids else false()
        return wanted


def change_records(connection: Connection, scope: Scope) -> ChangeRecords:
    """Everything gates, risk and conflicts rest on: nine statements whatever the number of changes."""
    return ChangeRecords(
        changes=_changes(connection, scope),
        tickets=_by_change(connection, scope, Ticket, "id"),
        builds=_by_change(connection, scope, Build, "built_at", "id"),
        deployments=_by_change(connection, scope, Deployment, "deployed_at", "id"),
        attestations=_by_change(connection, scope, Attestation, "attested_at", "id"),
        waivers=_by_change(connection, scope, Waiver, "id"),
        activities=_activities(connection, scope),
    )


def _changes(connection: Connection, scope: Scope) -> tuple[Change, ...]:
    kind = kind_of(Change)
    result = connection.execute(select(kind.table).where(scope.of_change()).order_by(_CHANGE.key))
    names, rows = result.keys(), result.all()
    links: dict[str, dict[int, list[int]]] = {}
    for name, link in kind.links.items():
        owner, target = link.table.c[link.owner], link.table.c[link.target]
        found: dict[int, list[int]] = defaultdict(list)
        statement = select(owner, target).where(scope.of_owner(owner)).order_by(owner, target)
        for owner_id, target_id in connection.execute(statement):
            found[owner_id].append(target_id)
        links[name] = found
    return tuple(from_rows(kind, names, rows, links))


def _by_change(
    connection: Connection, scope: Scope, value_type: type[T], *order: str
) -> dict[int, tuple[T, ...]]:
    kind = kind_of(value_type)
    columns = kind.table.c
    statement: Select[Any] = (
        select(kind.table)
        .where(scope.of_owner(columns.change_id))
        .order_by(columns.change_id, *(columns[name] for name in order))
    )
    found: dict[int, list[T]] = defaultdict(list)
    result = connection.execute(statement)
    for value in from_rows(kind, result.keys(), result.all()):
        found[value.change_id].append(value)
    return {change_id: tuple(values) for change_id, values in found.items()}


def _activities(connection: Connection, scope: Scope) -> dict[int, tuple[ActivityRow, ...]]:
    statement = (
        select(
            _ACTIVITY.id,
            _ACTIVITY.change_id,
            _ACTIVITY.title,
            _ACTIVITY.phase,
            _ACTIVITY.state,
            _ACTIVITY.duration_minutes,
            _ACTIVITY.planned_start,
            _ACTIVITY.rollback_minutes,
            _ACTIVITY.players,
            _ACTIVITY.team_id,
            _ACTIVITY.configuration_items,
            _ACTIVITY.position,
        )
        .where(scope.of_owner(_ACTIVITY.change_id))
        .order_by(_ACTIVITY.change_id, _ACTIVITY.position)
    )
    found: dict[int, list[ActivityRow]] = defaultdict(list)
    for row in connection.execute(statement).mappings():
        content = dict(row)
        content["players"] = tuple(_ids(content["players"]))
        content["configuration_items"] = tuple(_ids(content["configuration_items"]))
        found[row["change_id"]].append(ActivityRow(**content))
    return {change_id: tuple(rows) for change_id, rows in found.items()}


def _ids(content: Any) -> list[int]:
    """Ids out of a JSON list of ids, or of holds of configuration items."""
    return [int(item["ci_id"]) if isinstance(item, dict) else int(item) for item in content or ()]


def frozen_gates(connection: Connection, window_id: int) -> tuple[FrozenGate, ...]:
    """The frozen gates of a window's checkpoints, by checkpoint, change and id."""
    kind = kind_of(FrozenGate)
    statement = (
        select(kind.table)
        .where(_FROZEN.checkpoint_id.in_(select(_CHECKPOINT.id).where(_CHECKPOINT.window_id == window_id)))
        .order_by(_FROZEN.checkpoint_id, _FROZEN.change_id, _FROZEN.id)
    )
    result = connection.execute(statement)
    return tuple(from_rows(kind, result.keys(), result.all()))


def checkpoints_of(connection: Connection, window_id: int) -> tuple[Checkpoint, ...]:
    """A window's checkpoints, by cutoff."""
    found = find(connection, Checkpoint, window_id=window_id)
    return tuple(sorted(found, key=lambda checkpoint: (checkpoint.cutoff_at, checkpoint.id)))


def freezes_between(connection: Connection, starts_at: datetime, ends_at: datetime) -> tuple[Freeze, ...]:
    """Freezes that share time with the span (UTC), with their scopes."""
    ids = connection.execute(
        select(_FREEZE.id).where(_FREEZE.starts_at < ends_at, _FREEZE.ends_at > starts_at)
    ).scalars()
    return tuple(find(connection, Freeze, id=list(ids)))


def bookings_between(
    connection: Connection, starts_at: datetime, ends_at: datetime
) -> tuple[EnvironmentBooking, ...]:
    """Environment bookings that share time with the span (UTC)."""
    ids = connection.execute(
        select(_BOOKING.id).where(_BOOKING.starts_at < ends_at, _BOOKING.ends_at > starts_at)
    ).scalars()
    return tuple(find(connection, EnvironmentBooking, id=list(ids)))


def windows_around(
    connection: Connection, window: MaintenanceWindow, before: int, after: int
) -> tuple[MaintenanceWindow, ...]:
    """The windows around one, by start: at most `before` earlier and `after` later ones."""
    columns = tables.maintenance_window.c
    earlier = (
        select(columns.id)
        .where(columns.starts_at < window.starts_at)
        .order_by(columns.starts_at.desc())
        .limit(before)
    )
    later = (
        select(columns.id)
        .where(columns.starts_at > window.starts_at)
        .order_by(columns.starts_at)
        .limit(after)
    )
    ids = [*connection.execute(earlier).scalars(), window.id, *connection.execute(later).scalars()]
    found = find(connection, MaintenanceWindow, id=ids)
    return tuple(sorted(found, key=lambda value: (value.starts_at, value.id or 0)))
