"""What is owed until when: working-day deadlines, how grave a debt has become, and its clock in words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.domain.errors import RuleError
from app.domain.time_words import duration_words
from app.domain.zones import local, local_instant

_WEEKEND = (6, 7)  # ISO weekdays of Saturday and Sunday


class DebtLevel(StrEnum):
    """How a debt stands, the gravest last."""

    SETTLED = "settled"
    DUE = "due"
    OVERDUE = "overdue"
    LONG_OVERDUE = "long_overdue"


PAST = (DebtLevel.OVERDUE, DebtLevel.LONG_OVERDUE)


@dataclass(frozen=True, slots=True)
class FollowUpRules:
    """The organisation's deadlines and tolerances after the night; a setting, these are the defaults.

    Working days run from the entry of a fix, or the end of an incident. `long_overdue_days` are calendar
    days past the deadline. The minutes are those of reconciliation: how far from recorded work a detection
    may lie, how far from a fix or deployment of which only one instant is known, within what silence a repeat
    folds into the first, and up to where recorded work counts as near.
    """

    fix_working_days: int = 2
    rca_working_days: int = 5
    long_overdue_days: int = 5
    tolerance_minutes: int = 15
    instant_tolerance_minutes: int = 60
    quiet_minutes: int = 60
    near_minutes: int = 720


def due_after(
    start: datetime, working_days: int, zone_name: str, days_off: Collection[date] = ()
) -> datetime:
    """The UTC instant `working_days` Mondays to Fridays after `start`, at the same wall time in the zone.

    The day of `start` does not count; days off are passed over like weekends. A wall time that is skipped
    moves forward. Raises RuleError for a negative number, UnknownZoneError.
    """
    if working_days < 0:
        raise RuleError("A deadline lies ahead; give a number of working days that is not negative.")
    wall = local(start, zone_name)
    day, left = wall.date(), working_days
    while left:
        day += timedelta(days=1)
        if day.isoweekday() not in _WEEKEND and day not in days_off:
            left -= 1
    return local_instant(datetime.combine(day, wall.time().replace(tzinfo=None, fold=0)), zone_name)


def debt_level(due_at: datetime | None, is_settled: bool, now: datetime, long_overdue_days: int) -> DebtLevel:
    """How a debt stands at `now`; one without a deadline is due and never overdue."""
    if is_settled:
        return DebtLevel.SETTLED
    if due_at is None or now <= due_at:
        return DebtLevel.DUE
    if now <= due_at + timedelta(days=long_overdue_days):
        return DebtLevel.OVERDUE
    return DebtLevel.LONG_OVERDUE


def clock_sentence(due_at: datetime | None, level: DebtLevel, now: datetime) -> str:
    """'due in 1 d 3 h', 'overdue by 5 h', 'long overdue, 9 d'; empty for a settled debt."""
    if level is DebtLevel.SETTLED:
        return ""
    if due_at is None:
        return "due"
    words = duration_words(abs(due_at - now))
    if level is DebtLevel.DUE:
        return f"due in {words}"
    return f"overdue by {words}" if level is DebtLevel.OVERDUE else f"long overdue, {words}"


def end_of_day(day: date, zone_name: str) -> datetime:
    """The UTC instant at which a local day ends: something due on a day is due until then."""
    return local_instant(datetime.combine(day + timedelta(days=1), datetime.min.time()), zone_name)
