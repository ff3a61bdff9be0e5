"""The point of no return of each change: the last minute from which rolling it back still fits the window.

    point of no return(c) = window - rollback(c) - sum of rollback(d) for every d that stands on c

* rollback(c): the durations of the change's rollback steps together, if it has any; otherwise the
  `rollback_minutes` of its other activities together. One after the other: the promise must not depend on
  free hands.
* d stands on c when a chain of links leads from c's activities to d's, change by change, and d is deployed
  no earlier than c (by the start of its first deploy step; of its first step where it has none).
* A change that says nothing about its rollback has no point of no return (a conflict says so); standing on
  another change it counts as 0.

It is past when the change's last deploy or verify step finishes after it: what fails then cannot be undone
within the window.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from app.sequencing.model import Activity, ActivityState, Phase, Sequence
from app.sequencing.passes import Schedule

_OUT = (ActivityState.SKIPPED, ActivityState.ROLLED_BACK)
_DEPLOY, _VERIFY, _ROLLBACK = Phase.DEPLOY, Phase.VERIFY, Phase.ROLLBACK


@dataclass(frozen=True, slots=True)
class PointOfNoReturn:
    """The point of one change in minutes of the window, what it is made of, and when the change is proven."""

    change_key: str
    minute: int
    rollback_minutes: int
    dependants: tuple[str, ...]
    dependants_rollback_minutes: int
    proven_at: int

    @property
    def is_past(self) -> bool:
        """Whether the change is still being deployed or verified after its point of no return."""
        return self.proven_at > self.minute


def rollback_minutes(activities: list[Activity]) -> int | None:
    """How long rolling back one change takes; None when nothing says so."""
    steps = [activity.duration_minutes for activity in activities if activity.phase is _ROLLBACK]
    if steps:
        return sum(steps)
    stated = [activity.rollback_minutes for activity in activities if activity.rollback_minutes is not None]
    return sum(stated) if stated else None


def standing_on(sequence: Sequence) -> dict[str, set[str]]:
    """For each change the changes that stand on it through links, directly or not, wherever they start."""
    return {change_key: set(above) for change_key, above in sequence.changes_above.items()}


class Moments(NamedTuple):
    """When a change is deployed first and proven last, and how long its rollback takes, in minutes."""

    deployed_at: int
    proven_at: int
    rollback: int | None


def points_of_no_return(
    sequence: Sequence,
    schedule: Schedule,
    last: Mapping[str, PointOfNoReturn] | None = None,
    changed: Collection[str] | None = None,
    known: dict[str, Moments | None] | None = None,
) -> dict[str, PointOfNoReturn]:
    """The point of no return of every change that says how long its rollback takes, by change key.

    With `last`, the points of the same steps before an edit, only those that the `changed` changes reach are
    worked out again: their own, and those of what they stand on. `known` holds the moments of changes that
    stand as they were; those worked out are added.
    """
    moments = {} if known is None else known

    def moments_of(change_key: str) -> Moments | None:
        if change_key not in moments:
            activities = sequence.by_change.get(change_key)
            moments[change_key] = _moments(activities, schedule) if activities else None
        return moments[change_key]

    above = sequence.changes_above
    reached = None if changed is None else frozenset(changed)
    points = {}
    for change_key in sequence.by_change:
        dependants = above.get(change_key, ())
        if last is not None and reached is not None:
            is_reached = change_key in reached or not reached.isdisjoint(dependants)
            if not is_reached:
                if change_key in last:
                    points[change_key] = last[change_key]
                continue
        own = moments_of(change_key)
        if own is None or own.rollback is None:
            continue
        others, later = 0, []
        for other in dependants:
            found = moments_of(other)
            if found is not None and found.deployed_at >= own.deployed_at:
                later.append(other)
                others += found.rollback or 0
        minute = sequence.window_minutes - own.rollback - others
        points[change_key] = PointOfNoReturn(
            change_key, minute, own.rollback, tuple(later), others, own.proven_at
        )
    return points


def _moments(activities: list[Activity], schedule: Schedule) -> Moments | None:
    """The moments of one change; None where all of its steps are skipped or rolled back."""
    timings = schedule.timings
    steps = [
        (activity.phase, timings[activity.id])
        for activity in activities
        if activity.phase is not _ROLLBACK and activity.state not in _OUT
    ]
    if not steps:
        return None
    deploys = [timing[0] for phase, timing in steps if phase is _DEPLOY]
    proofs = [timing[1] for phase, timing in steps if phase is _DEPLOY or phase is _VERIFY]
    return Moments(
        min(deploys) if deploys else min(timing[0] for _, timing in steps),
        max(proofs) if proofs else max(timing[1] for _, timing in steps),
        rollback_minutes(activities),
    )
