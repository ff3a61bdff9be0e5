"""The kinds of conflict and the value that carries one, with the helper that finds overlaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from app.sequencing.model import Activity, ActivityState

_OUT = (ActivityState.SKIPPED, ActivityState.ROLLED_BACK)


class ConflictKind(StrEnum):
    """What is wrong."""

    PLAYER_DOUBLE_BOOKED = "player_double_booked"
    PLAYER_UNAVAILABLE = "player_unavailable"
    PLAYER_OVER_HOURS = "player_over_hours"
    DEVELOPER_AS_PLAYER = "developer_as_player"
    CI_CLASH = "ci_clash"
    CI_OVER_CAPACITY = "ci_over_capacity"
    BEFORE_WINDOW = "before_window"
    AFTER_WINDOW = "after_window"
    DEADLINE_MISSED = "deadline_missed"
    FIXED_START_CONTRADICTED = "fixed_start_contradicted"
    FROZEN = "frozen"
    PAST_NO_RETURN = "past_no_return"
    NOT_CALCULATED = "not_calculated"


@dataclass(frozen=True, slots=True)
class Conflict:
    """One flag: its kind, the reason as text for the user, the rows concerned, and minutes [start, finish).

    `person_id` and `ci_id` name who or what it is about, where it is about one.
    """

    kind: ConflictKind
    reason: str
    activity_ids: tuple[str, ...]
    start: int
    finish: int
    person_id: int | None = None
    ci_id: int | None = None


def order_of(conflict: Conflict) -> tuple[object, ...]:
    """What conflicts are ordered by: time first, and nothing left to chance."""
    return conflict.start, conflict.finish, conflict.kind, conflict.activity_ids, conflict.reason


# Start, finish and the place in a list of live activities of what takes somebody's or something's time;
# a plain tuple, because thousands are made at every edit.
Booking = tuple[int, int, int]


def takes_part(activity: Activity) -> bool:
    """Whether an activity still needs its people and items: not when skipped or rolled back."""
    return activity.state not in _OUT


def overlapping_pairs(bookings: list[Booking]) -> Iterator[tuple[Booking, Booking]]:
    """All pairs of bookings that share time, the earlier one first; bookings without length share none."""
    bookings = sorted(bookings)
    if all(before[1] <= after[0] for before, after in pairwise(bookings)):
        return
    open_bookings: list[Booking] = []
    for booking in bookings:
        start, finish, _ = booking
        if finish <= start:
            continue
        if open_bookings:
            open_bookings = [other for other in open_bookings if other[1] > start]
            for other in open_bookings:
                yield other, booking
        open_bookings.append(booking)
