"""What editing, splitting, moving or cancelling does to a series and its windows; the past stays as it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from app.domain.errors import RecurrenceRuleError, RuleError
from app.domain.occurrences import Occurrence, occurrences
from app.domain.recurrence import continued, ending_before, occurrence_days
from app.domain.window_rules import state_problem
from app.domain.windows import MaintenanceWindow, WindowSeries, WindowState
from app.domain.zones import local

_UNTOUCHED_STATES = frozenset({WindowState.PLANNED, WindowState.INTAKE})


@dataclass(frozen=True, slots=True)
class Split:
    """A series parted at a day: what ends before it (None when nothing came before), and what goes on."""

    earlier: WindowSeries | None
    later: WindowSeries


def missing_occurrences(
    series: WindowSeries, known_days: Iterable[date], now: datetime, horizon: timedelta
) -> list[Occurrence]:
    """The occurrences from now to the horizon for which there is no window yet; what is over stays out.

    `known_days` are the occurrence days of all windows of the series, moved and cancelled ones included.
    """
    if series.is_archived:
        return []
    today = local(now, series.zone_name).date()
    known = frozenset(known_days)
    found = occurrences(series, today - timedelta(days=1), today + horizon + timedelta(days=1))
    return [one for one in found if one.day not in known and one.ends_at > max(now, one.starts_at)]


def may_follow_series(window: MaintenanceWindow, now: datetime, ids_with_work: frozenset[int]) -> bool:
    """Whether editing its series may touch a window.

    Never one that has begun, was moved by hand, is past intake, or holds recorded work (a change, a frozen
    checkpoint, an activity, a signature); `ids_with_work` names those.
    """
    return (
        window.series_id is not None
        and window.starts_at > now
        and not window.is_moved
        and window.state in _UNTOUCHED_STATES
        and window.id not in ids_with_work
    )


def split_series(
    series: WindowSeries,
    day: date,
    by_days: int = 0,
    starts_at: time | None = None,
    ends_at: time | None = None,
) -> Split:
    """ "This and following": the series ended before `day`, and the one that goes on `by_days` later.

    Local times may change with it. Raises RecurrenceRuleError when `day` is no occurrence, or when the rule
    cannot be moved by days without becoming another one.
    """
    if not occurrence_days(series, day, day + timedelta(days=1)):
        raise RecurrenceRuleError(
            f"{series.name} has no window on {day.isoformat()}; choose one of its days."
        )
    rule = continued(series, day, by_days)
    if rule is None:
        raise RecurrenceRuleError(
            f"The rule of {series.name} ({series.rule}) does not stay the same rule when it moves by "
            f"{by_days} days. Move this window alone, or edit the series and choose its new days."
        )
    later = replace(
        series,
        rule=rule,
        first_day=day + timedelta(days=by_days),
        starts_at=series.starts_at if starts_at is None else starts_at,
        ends_at=series.ends_at if ends_at is None else ends_at,
    )
    if not occurrence_days(series, series.first_day, day):
        return Split(None, later)
    return Split(replace(series, rule=ending_before(series.rule, day)), replace(later, id=None, version=1))


def moved(window: MaintenanceWindow, starts_at: datetime, ends_at: datetime) -> MaintenanceWindow:
    """One window at other UTC instants; it keeps the day its rule gave, so that the rule never refills it.

    Raises RuleError when it is running, closed or cancelled, or would end before it starts.
    """
    if problem := state_problem(window):
        raise RuleError(problem)
    if ends_at <= starts_at:
        raise RuleError(f"{window.title} would end before it starts; give it a later end.")
    return replace(window, starts_at=starts_at, ends_at=ends_at, is_moved=window.series_id is not None)


def cancelled(window: MaintenanceWindow, reason: str) -> MaintenanceWindow:
    """One window cancelled with its reason; raises RuleError without one, or when it cannot be any more."""
    if problem := state_problem(window):
        raise RuleError(problem)
    if not reason.strip():
        raise RuleError("Say why the window is cancelled; the record keeps the reason.")
    return replace(window, state=WindowState.CANCELLED, cancel_reason=reason.strip())
