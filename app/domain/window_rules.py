"""What speaks against a window standing somewhere, and the nearest place where nothing does; pure rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from app.domain.windows import MaintenanceWindow, WindowState
from app.domain.zones import shifted_local

MOVABLE = frozenset(
    {WindowState.PLANNED, WindowState.INTAKE, WindowState.TESTING, WindowState.FINAL, WindowState.LOCKED}
)
LONGEST_WINDOW = timedelta(days=7)
DAYS_SEARCHED = 60


def state_problem(window: MaintenanceWindow) -> str:
    """Why a window can no longer be moved, resized or cancelled; empty when it can."""
    if window.state in MOVABLE:
        return ""
    words = {
        WindowState.RUNNING: "is running; its times are what is happening",
        WindowState.CLOSED: "is closed; the past stays as it was",
        WindowState.CANCELLED: "is cancelled; make a new window instead",
    }
    return f"{window.title} {words[window.state]}."


def time_problems(
    window: MaintenanceWindow,
    starts_at: datetime,
    ends_at: datetime,
    others: Sequence[MaintenanceWindow],
    now: datetime,
) -> tuple[str, ...]:
    """Everything that speaks against the window lying from `starts_at` to `ends_at` (UTC instants).

    `others` are the windows around; those of the same series may not overlap it.
    """
    problems = []
    if ends_at <= starts_at:
        problems.append("A window ends after it starts.")
    elif ends_at - starts_at > LONGEST_WINDOW:
        problems.append("A window lasts at most 7 days; plan long-range work as a booking.")
    if starts_at < now:
        problems.append("That lies in the past; a window is planned ahead.")
    for other in others:
        if other.id == window.id or other.state is WindowState.CANCELLED:
            continue
        is_same = window.series_id is not None and other.series_id == window.series_id
        if is_same and other.starts_at < ends_at and other.ends_at > starts_at:
            local = other.starts_at.astimezone(ZoneInfo(other.zone_name))
            problems.append(f"It would overlap {other.title} of {local:%d %b %Y, %H:%M}.")
    return tuple(problems)


def move_problems(
    window: MaintenanceWindow,
    starts_at: datetime,
    ends_at: datetime,
    others: Sequence[MaintenanceWindow],
    now: datetime,
) -> tuple[str, ...]:
    """Everything that speaks against moving a window there: its state, then the time."""
    fixed = state_problem(window)
    if fixed:
        return (fixed,)
    return time_problems(window, starts_at, ends_at, others, now)


def nearest_legal_start(
    window: MaintenanceWindow,
    starts_at: datetime,
    length: timedelta,
    others: Sequence[MaintenanceWindow],
    now: datetime,
) -> datetime | None:
    """The legal start nearest to the wanted one, on whole days around it at the same wall time (UTC).

    None when the window cannot be moved at all, or nothing within 60 days is legal.
    """
    if state_problem(window):
        return None
    for candidate in _around(starts_at, window.zone_name):
        if not time_problems(window, candidate, candidate + length, others, now):
            return candidate
    return None


def _around(starts_at: datetime, zone_name: str) -> Iterator[datetime]:
    yield starts_at
    for distance in range(1, DAYS_SEARCHED + 1):
        yield shifted_local(starts_at, zone_name, distance)
        yield shifted_local(starts_at, zone_name, -distance)
