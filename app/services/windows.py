"""Use cases of maintenance windows: find one as people name it, list them, make a single one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.window_rules import time_problems
from app.domain.windows import Checkpoint, MaintenanceWindow, WindowState
from app.services.errors import RefusedError
from app.services.workplace import Done, Workplace
from app.store.queries import calendar as calendar_queries
from app.store.queries import windows as queries
from app.store.queries.calendar import CalendarWindow
from app.store.reading import find, get

NEXT = "next"
__all__ = [
    "CalendarWindow",
    "create_window",
    "edit_window",
    "find_window",
    "list_windows",
    "local_day",
    "read_window",
]
LONGEST_DAY_OFFSET = timedelta(hours=15)
"""No zone is further than 14 hours from UTC, so a local day lies within this of the UTC day."""


def find_window(workplace: Workplace, reference: str) -> MaintenanceWindow:
    """The window that `reference` names: an id, its local start date (2026-11-28), or `next`.

    `next` is the first window that is neither over, closed nor cancelled. A date that several windows
    start on prefers those that are not cancelled. Raises RefusedError saying what would be understood.
    """
    wanted = reference.strip().casefold()
    with workplace.read() as connection:
        if wanted == NEXT:
            found = queries.next_window_id(connection, workplace.now())
            if found is None:
                raise RefusedError("No window lies ahead. Make a window series, or a single window, first.")
            return find(connection, MaintenanceWindow, id=found)[0]
        if wanted.isdecimal() and len(wanted) <= 9:
            by_id = find(connection, MaintenanceWindow, id=int(wanted))
            if not by_id:
                raise RefusedError(
                    f"There is no window {wanted}. `lockstep windows` lists them with their ids."
                )
            return by_id[0]
        day = _day(reference)
        midnight = _utc(day)
        ids = queries.window_ids_starting(
            connection, midnight - LONGEST_DAY_OFFSET, midnight + timedelta(days=1) + LONGEST_DAY_OFFSET
        )
        return _the_one(day, find(connection, MaintenanceWindow, id=ids) if ids else [])


def _day(reference: str) -> date:
    try:
        return date.fromisoformat(reference.strip())
    except ValueError:
        raise RefusedError(
            f"'{reference}' names no window. Give an id, a date such as 2026-11-28, or next."
        ) from None


def _the_one(day: date, candidates: list[MaintenanceWindow]) -> MaintenanceWindow:
    starting = [window for window in candidates if local_day(window) == day]
    standing = [window for window in starting if window.state is not WindowState.CANCELLED]
    chosen = standing or starting
    if not chosen:
        raise RefusedError(f"No window starts on {day.isoformat()}. `lockstep windows` lists them.")
    if len(chosen) > 1:
        listed = ", ".join(f"{window.id} ({window.title})" for window in chosen)
        raise RefusedError(f"Several windows start on {day.isoformat()}: {listed}. Give the id of one.")
    return chosen[0]


def local_day(window: MaintenanceWindow) -> date:
    """The date on which the window starts, in its own zone."""
    return window.starts_at.astimezone(ZoneInfo(window.zone_name)).date()


def read_window(workplace: Workplace, window_id: int) -> MaintenanceWindow:
    """The window with this id; raises MissingRecordError."""
    with workplace.read() as connection:
        return get(connection, MaintenanceWindow, window_id)


def create_window(
    workplace: Workplace,
    window: MaintenanceWindow,
    checkpoints: Sequence[Checkpoint] = (),
    reason: str = "",
) -> Done[MaintenanceWindow]:
    """Record a single window (no series) with its checkpoints. Raises RefusedError with every problem."""
    with workplace.write() as unit:
        fresh = replace(window, title=window.title.strip(), series_id=None, occurrence_day=None)
        _refuse_unsound(fresh, time_problems(fresh, fresh.starts_at, fresh.ends_at, (), unit.now))
        stored = unit.add(fresh, reason)
        unit.add_all([replace(point, window_id=stored.id) for point in checkpoints], reason)
        return workplace.done(stored, unit.commit())


def edit_window(workplace: Workplace, window: MaintenanceWindow, reason: str = "") -> Done[MaintenanceWindow]:
    """Store a window's title, capacity and QA time; its times are changed by `move_window`.

    Raises RefusedError, StaleRecordError.
    """
    with workplace.write() as unit:
        before = unit.get(MaintenanceWindow, window.id or 0)
        after = replace(
            before,
            title=window.title.strip(),
            capacity_deployments=window.capacity_deployments,
            capacity_minutes=window.capacity_minutes,
            minimum_qa_hours=window.minimum_qa_hours,
            version=window.version,
        )
        _refuse_unsound(after, ())
        stored = unit.save(after, reason)
        return workplace.done(stored, unit.commit())


def list_windows(
    workplace: Workplace, first_day: date | None = None, last_day: date | None = None
) -> tuple[CalendarWindow, ...]:
    """The windows that start on local days from `first_day` to `last_day` (both included), by start.

    Default: from a week ago to 13 weeks ahead.
    """
    today = workplace.now().date()
    first = first_day or today - timedelta(days=7)
    last = last_day or max(first, today) + timedelta(weeks=13)
    if last < first:
        raise RefusedError(f"The last day {last.isoformat()} lies before the first one {first.isoformat()}.")
    with workplace.read() as connection:
        found = calendar_queries.windows_between(
            connection, _utc(first) - LONGEST_DAY_OFFSET, _utc(last) + timedelta(days=1) + LONGEST_DAY_OFFSET
        )
    return tuple(one for one in found if first <= local_day(one.window) <= last)


def _refuse_unsound(window: MaintenanceWindow, problems: tuple[str, ...]) -> None:
    found = list(problems)
    if not window.title:
        found.insert(0, "A window needs a name.")
    try:
        ZoneInfo(window.zone_name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        found.append(f"'{window.zone_name}' is no time zone; choose one such as Europe/Berlin.")
    if window.capacity_deployments < 0 or window.capacity_minutes < 0 or window.minimum_qa_hours < 0:
        found.append("Capacity and QA time cannot be negative.")
    if found:
        raise RefusedError(f"The window was not saved. {found[0]}", tuple(found))


def _utc(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
