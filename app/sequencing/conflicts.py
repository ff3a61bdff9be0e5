"""The conflicts of a scheduled sequence: flags with a reason, the rows concerned and the time."""

from __future__ import annotations

from collections.abc import Collection

from app.sequencing.conflict_kinds import Conflict, ConflictKind, order_of, takes_part
from app.sequencing.item_conflicts import item_conflicts
from app.sequencing.model import Activity, Phase, Sequence
from app.sequencing.no_return import PointOfNoReturn, rollback_minutes
from app.sequencing.passes import Schedule, Timing
from app.sequencing.people_conflicts import people_conflicts
from app.sequencing.surroundings import Surroundings

__all__ = ["Conflict", "ConflictKind", "find_conflicts"]


def find_conflicts(
    sequence: Sequence,
    schedule: Schedule,
    points: dict[str, PointOfNoReturn],
    surroundings: Surroundings,
) -> tuple[Conflict, ...]:
    """All conflicts of a schedule, by time. Skipped, rolled back and dormant activities raise none."""
    dormant = sequence.dormant
    timings = schedule.timings
    live = [
        (activity, timings[activity.id])
        for index, activity in enumerate(sequence.activities)
        if takes_part(activity) and index not in dormant
    ]
    found = [
        *time_conflicts(sequence, live, surroundings),
        *contradictions(sequence, schedule, surroundings),
        *freeze_conflicts(live, surroundings),
        *no_return_conflicts(sequence, points, surroundings),
        *people_conflicts(live, surroundings),
        *item_conflicts(live, surroundings),
    ]
    found.sort(key=order_of)
    return tuple(found)


def time_conflicts(
    sequence: Sequence, live: list[tuple[Activity, Timing]], surroundings: Surroundings
) -> list[Conflict]:
    """What ends after the window or a deadline, or starts before the window without being preparation."""
    found = []
    window = sequence.window_minutes
    say = surroundings.describe
    for activity, timing in live:
        start, finish = timing[0], timing[1]
        if finish > window:
            over = finish - max(window, start)
            reason = f"“{activity.title}” ends {finish - window} min after the window, at {say(finish)}."
            found.append(Conflict(ConflictKind.AFTER_WINDOW, reason, (activity.id,), finish - over, finish))
        if start < 0 and activity.phase is not Phase.PREPARE:
            reason = f"“{activity.title}” starts {-start} min before the window; only preparation may."
            end = min(0, finish)
            found.append(Conflict(ConflictKind.BEFORE_WINDOW, reason, (activity.id,), start, end))
        if activity.deadline is not None and finish > activity.deadline:
            late = finish - activity.deadline
            reason = f"“{activity.title}” ends {late} min after its deadline {say(activity.deadline)}."
            found.append(
                Conflict(ConflictKind.DEADLINE_MISSED, reason, (activity.id,), activity.deadline, finish)
            )
    return found


def contradictions(sequence: Sequence, schedule: Schedule, surroundings: Surroundings) -> list[Conflict]:
    """Fixed starts that come before their predecessors allow."""
    found = []
    for predecessor, successor, allowed in schedule.contradictions:
        before, after = sequence.activity(predecessor), sequence.activity(successor)
        if not (takes_part(before) and takes_part(after)):
            continue
        start = schedule.start_of(successor)
        reason = (
            f"“{after.title}” is fixed at {surroundings.describe(start)}, but “{before.title}” allows it "
            f"only from {surroundings.describe(allowed)}."
        )
        ids = (predecessor, successor)
        found.append(Conflict(ConflictKind.FIXED_START_CONTRADICTED, reason, ids, start, allowed))
    return found


def freeze_conflicts(live: list[tuple[Activity, Timing]], surroundings: Surroundings) -> list[Conflict]:
    """What lies in a freeze whose scope it is in."""
    found = []
    for freeze in surroundings.freezes:
        for activity, timing in live:
            if timing.start >= freeze.finish or timing.finish <= freeze.start:
                continue
            items = {hold.ci_id for hold in activity.configuration_items}
            for ci_id in tuple(items) if freeze.ci_ids else ():
                items |= surroundings.ci_closure.get(ci_id, frozenset())
            if not freeze.covers(activity.change_key, items):
                continue
            start, finish = max(timing.start, freeze.start), min(timing.finish, freeze.finish)
            way_out = "Move it out." if freeze.is_hard else "Move it out or ask for an exception."
            reason = f"“{activity.title}” lies in the freeze “{freeze.title}”. {way_out}"
            found.append(Conflict(ConflictKind.FROZEN, reason, (activity.id,), start, finish))
    return found


def no_return_conflicts(
    sequence: Sequence,
    points: dict[str, PointOfNoReturn],
    surroundings: Surroundings,
    change_keys: Collection[str] | None = None,
) -> list[Conflict]:
    """Changes proven after their point of no return, or without one; of all changes, or of some."""
    found = []
    groups = sequence.by_change
    for change_key in groups if change_keys is None else change_keys:
        activities = groups.get(change_key, [])
        steps = [activity for activity in activities if activity.phase is not Phase.ROLLBACK]
        point = points.get(change_key)
        if point is None:
            deploys = tuple(a.id for a in steps if a.phase is Phase.DEPLOY and takes_part(a))
            if deploys and rollback_minutes(activities) is None:
                reason = (
                    f"The point of no return of {change_key} is not calculated: no activity says how long "
                    "its rollback takes. Enter a rollback duration, or 0 if there is nothing to undo."
                )
                found.append(Conflict(ConflictKind.NOT_CALCULATED, reason, deploys, 0, 0))
        elif point.is_past:
            reason = (
                f"{change_key} is verified at {surroundings.describe(point.proven_at)}, "
                f"{point.proven_at - point.minute} min after its point of no return "
                f"{surroundings.describe(point.minute)}."
            )
            ids = tuple(a.id for a in steps if a.phase in (Phase.DEPLOY, Phase.VERIFY) and takes_part(a))
            found.append(
                Conflict(
                    ConflictKind.PAST_NO_RETURN,
                    reason,
                    ids or tuple(a.id for a in steps),
                    point.minute,
                    point.proven_at,
                )
            )
    return found
