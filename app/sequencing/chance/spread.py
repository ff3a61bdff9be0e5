"""How far an activity's duration spreads: three points entered, else learned from past nights, else none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.sequencing.model import Activity, ActivityState, Sequence


@dataclass(frozen=True, slots=True)
class Spread:
    """The least, the most likely and the greatest duration in minutes, in this order."""

    optimistic_minutes: float
    likely_minutes: float
    pessimistic_minutes: float

    @property
    def width_minutes(self) -> float:
        """How far the ends lie apart; zero for a duration that is certain."""
        return self.pessimistic_minutes - self.optimistic_minutes


def entered_spread(activity: Activity) -> Spread | None:
    """The three points entered with an activity, its duration being the likely one; None without any.

    An end that is missing, or lies on the wrong side, is the likely duration itself.
    """
    if activity.optimistic_minutes is None and activity.pessimistic_minutes is None:
        return None
    likely = activity.duration_minutes
    best = likely if activity.optimistic_minutes is None else min(likely, activity.optimistic_minutes)
    worst = likely if activity.pessimistic_minutes is None else max(likely, activity.pessimistic_minutes)
    return Spread(best, likely, worst)


def finished_spread(activity: Activity) -> Spread | None:
    """The duration of a finished step, which is certain; None for any other."""
    if activity.state is not ActivityState.DONE or activity.actual_start is None:
        return None
    if activity.actual_finish is None:
        return None
    minutes = max(0, activity.actual_finish - activity.actual_start)
    return Spread(minutes, minutes, minutes)


def spreads_of(sequence: Sequence, learned: Mapping[str, Spread] | None = None) -> list[Spread]:
    """The spread of each activity, in the order of `sequence.activities`.

    A finished step took what it took. Else what was entered counts before what was learned; what is neither
    keeps its planned duration.
    """
    learned = learned or {}
    return [
        finished_spread(activity)
        or entered_spread(activity)
        or learned.get(activity.id)
        or Spread(activity.duration_minutes, activity.duration_minutes, activity.duration_minutes)
        for activity in sequence.activities
    ]
