"""Use cases that move, resize and cancel windows: one of them, or this and the following of its series."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from app.domain.changes import Change, ChangeState
from app.domain.errors import RecurrenceRuleError
from app.domain.recurrence import ending_before
from app.domain.series_changes import Split, split_series
from app.domain.window_rules import move_problems, nearest_legal_start, state_problem
from app.domain.windows import Checkpoint, MaintenanceWindow, WindowSeries, WindowState
from app.domain.zones import shifted_local, wall_shift
from app.services import progress
from app.services.errors import RefusedError
from app.services.windows_undo import Recorder, Undoable
from app.services.workplace import Done, Workplace
from app.store.queries import windows as queries
from app.store.reading import find
from app.store.unit_of_work import UnitOfWork

_AROUND = timedelta(days=70)
"""How far from a window others are looked at: farther than the nearest legal start is searched."""
_DONE_STATES = frozenset(
    {
        ChangeState.DEPLOYED,
        ChangeState.ROLLED_BACK,
        ChangeState.FAILED,
        ChangeState.CLOSED,
        ChangeState.WITHDRAWN,
    }
)


class MoveRefusedError(RefusedError):
    """The window may not lie there; `nearest_start` (UTC) is the nearest start at which it may, if any."""

    def __init__(self, message: str, problems: tuple[str, ...], nearest_start: datetime | None) -> None:
        super().__init__(message, problems)
        self.nearest_start = nearest_start


@dataclass(frozen=True, slots=True)
class _Shift:
    """How a window's wall times change: its start by days and minutes, its end by days and minutes."""

    days: int
    start_minutes: int
    end_days: int
    end_minutes: int


def move_window(
    workplace: Workplace,
    window_id: int,
    starts_at: datetime,
    ends_at: datetime,
    reason: str = "",
    *,
    with_following: bool = False,
) -> Done[Undoable]:
    """Move or resize a window to UTC instants; its open checkpoints keep their distance on the clocks.

    `with_following` moves the later windows of its series by as much, and the series from there on.
    Changes in a window that comes to another day take that day, and the approval of the date is void.
    Raises MoveRefusedError with every problem and the nearest legal start.
    """
    with workplace.write() as unit:
        window = unit.get(MaintenanceWindow, window_id)
        others = _windows_around(unit.connection, starts_at, ends_at)
        follows = _following(unit, window) if with_following else []
        moved_ids = {one.id for one in follows}
        standing = [one for one in others if one.id not in moved_ids]
        problems = move_problems(window, starts_at, ends_at, standing, unit.now)
        if problems:
            nearest = nearest_legal_start(window, starts_at, ends_at - starts_at, standing, unit.now)
            raise MoveRefusedError(_refusal(window, starts_at, nearest), problems, nearest)
        shift = _shift(window, starts_at, ends_at)
        recorder = Recorder(unit, reason)
        if with_following and window.series_id is not None:
            _move_following(unit, recorder, window, follows, shift)
        else:
            _move_one(unit, recorder, window, shift, is_moved=window.series_id is not None)
        words = f"{'Move of' if shift.days or shift.start_minutes else 'Resizing of'} {window.title}"
        return workplace.done(recorder.undoable(words), unit.commit())


def cancel_window(
    workplace: Workplace, window_id: int, reason: str, *, with_following: bool = False
) -> Done[Undoable]:
    """Cancel a window, or it and the later ones of its series, which then ends; changes go to intake.

    Raises RefusedError without a reason, or when the window is running, closed or cancelled.
    """
    if not reason.strip():
        raise RefusedError("Say why the window is cancelled; the record keeps the reason.")
    with workplace.write() as unit:
        window = unit.get(MaintenanceWindow, window_id)
        if problem := state_problem(window):
            raise RefusedError(problem)
        recorder = Recorder(unit, reason)
        targets = _following(unit, window) if with_following else [window]
        for target in targets:
            if not state_problem(target):
                _cancel_one(unit, recorder, target, reason)
        if with_following and window.series_id is not None and window.occurrence_day is not None:
            series = unit.get(WindowSeries, window.series_id)
            recorder.save(series, replace(series, rule=ending_before(series.rule, window.occurrence_day)))
        return workplace.done(recorder.undoable(f"Cancelling {window.title}"), unit.commit())


def _following(unit: UnitOfWork, window: MaintenanceWindow) -> list[MaintenanceWindow]:
    """The window and the later ones of its series, by start."""
    if window.series_id is None:
        return [window]
    ids = queries.following_ids(unit.connection, window.series_id, window.starts_at)
    return sorted(unit.find(MaintenanceWindow, id=ids), key=lambda one: one.starts_at)


def move_problems_of(
    connection: Connection, window: MaintenanceWindow, starts_at: datetime, ends_at: datetime, now: datetime
) -> tuple[str, ...]:
    """What speaks against moving a window to UTC instants, each a sentence."""
    return move_problems(window, starts_at, ends_at, _windows_around(connection, starts_at, ends_at), now)


def _windows_around(
    connection: Connection, starts_at: datetime, ends_at: datetime
) -> list[MaintenanceWindow]:
    ids = queries.ids_overlapping(connection, starts_at - _AROUND, ends_at + _AROUND)
    return find(connection, MaintenanceWindow, id=ids)


def moved_within(
    unit: UnitOfWork, window: MaintenanceWindow, starts_at: datetime, ends_at: datetime, reason: str
) -> MaintenanceWindow:
    """Move a window alone in an open transaction, its checkpoints and changes with it; nothing is checked."""
    shift = _shift(window, starts_at, ends_at)
    return _move_one(unit, Recorder(unit, reason), window, shift, is_moved=window.series_id is not None)


def _shift(window: MaintenanceWindow, starts_at: datetime, ends_at: datetime) -> _Shift:
    days, minutes = wall_shift(window.starts_at, starts_at, window.zone_name)
    end_days, end_minutes = wall_shift(window.ends_at, ends_at, window.zone_name)
    return _Shift(days, minutes, end_days, end_minutes)


def _move_one(
    unit: UnitOfWork,
    recorder: Recorder,
    window: MaintenanceWindow,
    shift: _Shift,
    *,
    is_moved: bool,
    series_id: int | None = None,
    occurrence_day: date | None = None,
) -> MaintenanceWindow:
    zone = window.zone_name
    moved: MaintenanceWindow = recorder.save(
        window,
        replace(
            window,
            starts_at=shifted_local(window.starts_at, zone, shift.days, shift.start_minutes),
            ends_at=shifted_local(window.ends_at, zone, shift.end_days, shift.end_minutes),
            is_moved=is_moved or window.is_moved,
            series_id=series_id if series_id is not None else window.series_id,
            occurrence_day=occurrence_day if occurrence_day is not None else window.occurrence_day,
        ),
    )
    for point in unit.find(Checkpoint, window_id=window.id):
        if point.frozen_at is None:
            recorder.save(
                point,
                replace(
                    point,
                    cutoff_at=shifted_local(point.cutoff_at, zone, shift.days),
                    meeting_at=shifted_local(point.meeting_at, zone, shift.days),
                ),
            )
    if shift.days:
        _redate_changes(unit, recorder, moved)
    return moved


def _redate_changes(unit: UnitOfWork, recorder: Recorder, window: MaintenanceWindow) -> None:
    day = window.starts_at.astimezone(ZoneInfo(window.zone_name)).date()
    changed = []
    for change in unit.find(Change, window_id=window.id):
        if change.state not in _DONE_STATES and change.deployment_on != day:
            recorder.save(change, replace(change, deployment_on=day, is_date_approved=False))
            changed.append(change.id or 0)
    progress.follow(unit, changed)


def _move_following(
    unit: UnitOfWork,
    recorder: Recorder,
    window: MaintenanceWindow,
    follows: Sequence[MaintenanceWindow],
    shift: _Shift,
) -> None:
    series = unit.get(WindowSeries, window.series_id or 0)
    day = window.occurrence_day
    assert day is not None
    try:
        split = split_series(series, day, shift.days, *_series_times(series, shift))
    except RecurrenceRuleError as error:
        raise RefusedError(str(error)) from error
    later = _later_series(recorder, series, split)
    ordered = list(follows)
    if shift.days > 0:
        ordered.reverse()  # so that no two share an occurrence day on the way
    for one in ordered:
        fixed_day = (one.occurrence_day or day) + timedelta(days=shift.days)
        if state_problem(one):
            continue
        _move_one(unit, recorder, one, shift, is_moved=False, series_id=later.id, occurrence_day=fixed_day)


def _later_series(recorder: Recorder, series: WindowSeries, split: Split) -> WindowSeries:
    """Store a parted series; returns what goes on: a new series, or the same when nothing came before."""
    if split.earlier is None:
        stored: WindowSeries = recorder.save(series, split.later)
        return stored
    recorder.save(series, split.earlier)
    fresh: WindowSeries = recorder.add(split.later)
    return fresh


def _series_times(series: WindowSeries, shift: _Shift) -> tuple[time, time]:
    start = datetime.combine(date(2000, 1, 3), series.starts_at) + timedelta(minutes=shift.start_minutes)
    end = datetime.combine(date(2000, 1, 3), series.ends_at) + timedelta(minutes=shift.end_minutes)
    return start.time(), end.time()


def _cancel_one(unit: UnitOfWork, recorder: Recorder, window: MaintenanceWindow, reason: str) -> None:
    recorder.save(window, replace(window, state=WindowState.CANCELLED, cancel_reason=reason.strip()))
    freed = []
    for change in unit.find(Change, window_id=window.id):
        if change.state not in _DONE_STATES:
            recorder.save(change, replace(change, window_id=None, is_date_approved=False))
            freed.append(change.id or 0)
    progress.follow(unit, freed)


def _refusal(window: MaintenanceWindow, starts_at: datetime, nearest: datetime | None) -> str:
    zone = ZoneInfo(window.zone_name)
    wanted = f"{starts_at.astimezone(zone):%a %d %b %Y, %H:%M}"
    offer = f" The nearest place: {nearest.astimezone(zone):%a %d %b %Y, %H:%M}." if nearest else ""
    return f"{window.title} cannot start on {wanted}.{offer}"


__all__ = ["MoveRefusedError", "Undoable", "cancel_window", "move_window"]
