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

from dataclasses import dataclass

from app.sequencing.model import Activity, ActivityState, Phase, Sequence
from app.sequencing.passes import Schedule

_FAR = 10**9
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


def points_of_no_return(sequence: Sequence, schedule: Schedule) -> dict[str, PointOfNoReturn]:
    """The point of no return of every change that says how long its rollback takes, by change key."""
    timings = schedule.timings
    rollbacks: dict[str, int | None] = {}
    deployed_at: dict[str, int] = {}
    proven_at: dict[str, int] = {}
    for change_key, activities in sequence.by_change.items():
        rollbacks[change_key] = rollback_minutes(activities)
        steps = [
            (activity.phase, timings[activity.id])
            for activity in activities
            if activity.phase is not _ROLLBACK and activity.state not in _OUT
        ]
        if not steps:
            continue
        deploys = [timing[0] for phase, timing in steps if phase is _DEPLOY]
        deployed_at[change_key] = min(deploys) if deploys else min(timing[0] for _, timing in steps)
        proofs = [timing[1] for phase, timing in steps if phase is _DEPLOY or phase is _VERIFY]
        proven_at[change_key] = max(proofs) if proofs else max(timing[1] for _, timing in steps)
    above = sequence.changes_above
    points = {}
    for change_key, own in rollbacks.items():
        if own is None or change_key not in deployed_at:
            continue
        own_start = deployed_at[change_key]
        dependants = tuple(
            [other for other in above.get(change_key, ()) if deployed_at.get(other, -_FAR) >= own_start]
        )
        others = sum(rollbacks.get(other) or 0 for other in dependants)
        minute = sequence.window_minutes - own - others
        points[change_key] = PointOfNoReturn(
            change_key, minute, own, dependants, others, proven_at[change_key]
        )
    return points
