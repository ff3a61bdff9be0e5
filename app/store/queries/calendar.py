"""Queries that fill the calendar: the windows of a span with their counts, gates, freezes and bookings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, distinct, func, select

from app.domain.windows import EnvironmentBooking, Freeze, MaintenanceWindow
from app.store.kinds import kind_of
from app.store.plain import from_rows
from app.store.reading import find
from db import tables

_WINDOW = tables.maintenance_window.c
_CHANGE = tables.change.c
_WAIVER = tables.waiver.c
_CHECKPOINT = tables.checkpoint.c
_FREEZE = tables.freeze.c
_BOOKING = tables.environment_booking.c
_SERIES = tables.window_series.c

OUT_OF_THE_FLOW = ("withdrawn", "deferred")
READY = ("ready", "deployed", "closed")
WENT_WRONG = ("rolled_back", "failed")


@dataclass(frozen=True, slots=True)
class WindowCounts:
    """A window's changes: all that are to go in, those ready or done, gone wrong, waived; their downtime."""

    changes: int = 0
    ready: int = 0
    went_wrong: int = 0
    waived: int = 0
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class CalendarCheckpoint:
    """A checkpoint as the calendar shows it, without its criteria; instants are UTC."""

    id: int
    window_id: int
    name: str
    cutoff_at: datetime
    meeting_at: datetime
    is_final: bool
    is_frozen: bool


@dataclass(frozen=True, slots=True)
class CalendarWindow:
    """A window with its counts and checkpoints (by cutoff)."""

    window: MaintenanceWindow
    counts: WindowCounts = field(default_factory=WindowCounts)
    checkpoints: tuple[CalendarCheckpoint, ...] = ()

    @property
    def id(self) -> int:
        """The window's id."""
        assert self.window.id is not None
        return self.window.id


@dataclass(frozen=True, slots=True)
class CalendarBooking:
    """A booking with the name of its environment (empty for long-range work)."""

    booking: EnvironmentBooking
    environment_name: str


@dataclass(frozen=True, slots=True)
class SeriesName:
    """A series as a filter offers it."""

    id: int
    name: str
    is_archived: bool


def windows_between(
    connection: Connection, starts_at: datetime, ends_at: datetime
) -> tuple[CalendarWindow, ...]:
    """The windows that share time with the span (UTC), or have a checkpoint in it, by start.

    Four statements whatever their number; counts come from the index on a change's window and state.
    """
    inside = _ids_between(starts_at, ends_at)
    kind = kind_of(MaintenanceWindow)
    result = connection.execute(
        select(kind.table).where(_WINDOW.id.in_(inside)).order_by(_WINDOW.starts_at, _WINDOW.id)
    )
    windows = from_rows(kind, result.keys(), result.all())
    counts = _counts(connection, inside)
    checkpoints = _checkpoints(connection, inside)
    return tuple(
        CalendarWindow(window, counts.get(window.id, WindowCounts()), tuple(checkpoints.get(window.id, ())))
        for window in windows
    )


def _ids_between(starts_at: datetime, ends_at: datetime) -> Select[Any]:
    by_time = select(_WINDOW.id).where(_WINDOW.starts_at < ends_at, _WINDOW.ends_at > starts_at)
    by_checkpoint = select(_CHECKPOINT.window_id).where(
        _CHECKPOINT.cutoff_at >= starts_at, _CHECKPOINT.cutoff_at < ends_at
    )
    either = by_time.union(by_checkpoint).subquery()
    return select(either.c[0])


def _counts(connection: Connection, inside: Select[Any]) -> dict[int, WindowCounts]:
    statement = (
        select(
            _CHANGE.window_id,
            _CHANGE.state,
            func.count(),
            func.coalesce(func.sum(_CHANGE.expected_downtime_minutes), 0),
        )
        .where(_CHANGE.window_id.in_(inside))
        .group_by(_CHANGE.window_id, _CHANGE.state)
    )
    sums: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for window_id, state, changes, minutes in connection.execute(statement):
        if state in OUT_OF_THE_FLOW:
            continue
        counted = sums[window_id]
        counted[0] += changes
        counted[1] += changes if state in READY else 0
        counted[2] += changes if state in WENT_WRONG else 0
        counted[3] += int(minutes)
    waived = _waived(connection, inside)
    return {
        window_id: WindowCounts(changes, ready, wrong, waived.get(window_id, 0), minutes)
        for window_id, (changes, ready, wrong, minutes) in sums.items()
    }


def _waived(connection: Connection, inside: Select[Any]) -> dict[int, int]:
    statement = (
        select(_CHANGE.window_id, func.count(distinct(_WAIVER.change_id)))
        .join_from(tables.waiver, tables.change, _CHANGE.id == _WAIVER.change_id)
        .where(_CHANGE.window_id.in_(inside), _CHANGE.state.not_in(OUT_OF_THE_FLOW))
        .group_by(_CHANGE.window_id)
    )
    return {row[0]: row[1] for row in connection.execute(statement)}


def _checkpoints(connection: Connection, inside: Select[Any]) -> dict[int, list[CalendarCheckpoint]]:
    statement = (
        select(
            _CHECKPOINT.id,
            _CHECKPOINT.window_id,
            _CHECKPOINT.name,
            _CHECKPOINT.cutoff_at,
            _CHECKPOINT.meeting_at,
            _CHECKPOINT.is_final,
            _CHECKPOINT.frozen_at,
        )
        .where(_CHECKPOINT.window_id.in_(inside))
        .order_by(_CHECKPOINT.window_id, _CHECKPOINT.cutoff_at, _CHECKPOINT.id)
    )
    found: dict[int, list[CalendarCheckpoint]] = defaultdict(list)
    for row in connection.execute(statement):
        point = CalendarCheckpoint(*row[:6], row[6] is not None)
        found[point.window_id].append(point)
    return found


def freezes_between(connection: Connection, starts_at: datetime, ends_at: datetime) -> tuple[Freeze, ...]:
    """The freezes that share time with the span (UTC), with their scopes, by start."""
    ids = connection.execute(
        select(_FREEZE.id).where(_FREEZE.starts_at < ends_at, _FREEZE.ends_at > starts_at)
    ).scalars()
    found = find(connection, Freeze, id=list(ids))
    return tuple(sorted(found, key=lambda freeze: (freeze.starts_at, freeze.id or 0)))


def bookings_between(
    connection: Connection, starts_at: datetime, ends_at: datetime
) -> tuple[CalendarBooking, ...]:
    """The bookings that share time with the span (UTC), with their environments' names, by start."""
    environment = tables.environment
    statement = (
        select(_BOOKING.id, environment.c.name)
        .join_from(
            tables.environment_booking,
            environment,
            environment.c.id == _BOOKING.environment_id,
            isouter=True,
        )
        .where(_BOOKING.starts_at < ends_at, _BOOKING.ends_at > starts_at)
    )
    names: dict[int, str] = {row[0]: row[1] or "" for row in connection.execute(statement)}
    found = find(connection, EnvironmentBooking, id=list(names))
    ordered = sorted(found, key=lambda booking: (booking.starts_at, booking.id or 0))
    return tuple(CalendarBooking(booking, names[booking.id or 0]) for booking in ordered)


def series_names(connection: Connection) -> tuple[SeriesName, ...]:
    """All series by name, archived ones last."""
    statement = select(_SERIES.id, _SERIES.name, _SERIES.is_archived).order_by(
        _SERIES.is_archived, _SERIES.name, _SERIES.id
    )
    return tuple(SeriesName(*row) for row in connection.execute(statement))


def has_any_window(connection: Connection) -> bool:
    """Whether the calendar holds anything to plan by: a window or a series."""
    return (
        connection.execute(select(_WINDOW.id).limit(1)).first() is not None
        or connection.execute(select(_SERIES.id).limit(1)).first() is not None
    )
