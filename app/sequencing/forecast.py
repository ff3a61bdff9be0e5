"""The forecast of a running window: when each activity will finish, from what has happened so far.

* finished (done, failed, rolled back with a finish): as it happened; done without a finish, as a plan may say
  that comes in: as it began, or was planned, and over by now;
* running: finish = max(now, actual start + duration);
* waiting: start = max(now, what its links allow, fixed start, earliest start, pin), then its duration;
* skipped or rolled back without times: takes no time, but passes on what it waited for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from app.sequencing.model import Activity, ActivityState, Sequence

_NO_TIME = (ActivityState.SKIPPED, ActivityState.ROLLED_BACK)


class ForecastTiming(NamedTuple):
    """When an activity happened or will happen, in minutes of the window."""

    start: int
    finish: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """The forecast of all activities; `finish` leaves dormant rollback steps out.

    `late` holds the ids of activities whose forecast finish is after their deadline or the window's end.
    """

    timings: Mapping[str, ForecastTiming]
    finish: int
    fits: bool
    late: tuple[str, ...]


def forecast(sequence: Sequence, now: int) -> Forecast:
    """Forecast a window at minute `now`. Raises CyclicSequenceError, UnknownActivityError."""
    topology = sequence.topology
    incoming: dict[int, list[tuple[int, int, int, int]]] = {}
    for predecessor, successor, from_finish, to_finish, lag in topology.links:
        incoming.setdefault(successor, []).append((predecessor, from_finish, to_finish, lag))
    dormant = sequence.dormant
    timings: list[ForecastTiming] = [ForecastTiming(0, 0)] * len(sequence)
    for index in topology.order:
        activity = sequence.activities[index]
        allowed = None
        for predecessor, from_finish, to_finish, lag in incoming.get(index, ()):
            if predecessor in dormant and index not in dormant:
                continue
            minute = timings[predecessor][from_finish] + lag
            minute -= to_finish * (0 if activity.state in _NO_TIME else activity.duration_minutes)
            allowed = minute if allowed is None else max(allowed, minute)
        timings[index] = _timing(activity, allowed, now)
    live = [index for index in range(len(sequence)) if index not in dormant]
    finish = max((timings[index].finish for index in live), default=0)
    late = tuple(
        activity.id
        for activity, timing in ((sequence.activities[index], timings[index]) for index in live)
        if timing.finish > sequence.window_minutes
        or (activity.deadline is not None and timing.finish > activity.deadline)
    )
    by_id = dict(zip(sequence.ids, timings, strict=True))
    return Forecast(by_id, finish, finish <= sequence.window_minutes, late)


def _timing(activity: Activity, allowed: int | None, now: int) -> ForecastTiming:
    """The forecast of one activity; `allowed` is the start its links allow, None without links."""
    duration = activity.duration_minutes
    own = activity.not_before if activity.fixed_start is None else activity.fixed_start
    if activity.actual_finish is not None:
        start = activity.actual_start
        return ForecastTiming(activity.actual_finish if start is None else start, activity.actual_finish)
    if activity.state is ActivityState.DONE:
        start = min(now, own) if activity.actual_start is None else activity.actual_start
        return ForecastTiming(start, max(start, min(now, start + duration)))
    if activity.actual_start is not None and activity.state not in _NO_TIME:
        return ForecastTiming(activity.actual_start, max(now, activity.actual_start + duration))
    if activity.state in _NO_TIME:
        minute = own if allowed is None else allowed
        return ForecastTiming(minute, minute)
    start = max(now, own, now if allowed is None else allowed)
    return ForecastTiming(start, start + duration)
