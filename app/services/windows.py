"""Use cases of maintenance windows: find one as people name it, list them, make a one-off, let time pass."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from app.domain.windows import MaintenanceWindow, WindowState
from app.services.errors import RefusedError
from app.services.workplace import Workplace
from app.store.queries import windows as queries
from app.store.unit_of_work import find

NEXT = "next"
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
                raise RefusedError(f"There is no window {wanted}. `lockstep windows` lists them with their ids.")
            return by_id[0]
        day = _day(reference)
        midnight = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo("UTC"))
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
