"""The analysis after an edit, worked out again only where the edit reaches; always equal to the full one.

Most edits move a few activities. Links are passed over in full (2 ms at 2,000 activities); conflicts, which
cost most, are looked for again only among the people, items and changes of what moved. Anything but times
and durations changing (titles, players, items, links, rows) works all out again.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Mapping

from app.sequencing.analysis import Analysis, analyse, analysis_of_parts
from app.sequencing.conflict_kinds import Conflict, ConflictKind, order_of, takes_part
from app.sequencing.conflicts import (
    contradictions,
    freeze_conflicts,
    no_return_conflicts,
    time_conflicts,
)
from app.sequencing.item_conflicts import item_conflicts
from app.sequencing.model import Activity, Sequence
from app.sequencing.no_return import Moments, PointOfNoReturn, points_of_no_return
from app.sequencing.passes import Schedule, Timing, schedule
from app.sequencing.people_conflicts import people_conflicts
from app.sequencing.surroundings import Surroundings

_MOST_SHARE = 0.3
"""Where more of the activities moved than this, all is worked out again: it is no slower."""
_OF_ONE = (
    ConflictKind.AFTER_WINDOW,
    ConflictKind.BEFORE_WINDOW,
    ConflictKind.DEADLINE_MISSED,
    ConflictKind.FROZEN,
)
_OF_CHANGE = (ConflictKind.PAST_NO_RETURN, ConflictKind.NOT_CALCULATED)


class Analyst:
    """Analyses one sequence after the other, remembering the last; for the editing of one window."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings = surroundings
        self._sequence: Sequence | None = None
        self._analysis: Analysis | None = None
        self._by_person: dict[int, list[int]] = {}
        self._by_item: dict[int, list[int]] = {}
        self._moments: dict[str, Moments | None] = {}

    def analyse(self, sequence: Sequence) -> Analysis:
        """The analysis of a sequence, as `analysis.analyse` gives it. Raises what that raises."""
        found = self._renewed(sequence)
        if found is None:
            found = analyse(sequence, self._surroundings)
            self._index(sequence)
        self._sequence, self._analysis = sequence, found
        return found

    def _index(self, sequence: Sequence) -> None:
        """Who plays in which activities, and which activities each item concerns."""
        self._by_person, self._by_item, self._moments = {}, {}, {}
        closure = self._surroundings.ci_closure
        for index, activity in enumerate(sequence.activities):
            for person_id in activity.booked_players:
                self._by_person.setdefault(person_id, []).append(index)
            for ci_id in _reach(activity, closure):
                self._by_item.setdefault(ci_id, []).append(index)

    def _renewed(self, sequence: Sequence) -> Analysis | None:
        """The last analysis renewed where the edit reaches; None where it reaches too far."""
        before, last = self._sequence, self._analysis
        if before is None or last is None or not _stands_alike(before, sequence):
            return None
        now = schedule(sequence)
        moved = [
            index
            for index, (old, new) in enumerate(
                zip(last.schedule.timings.values(), now.timings.values(), strict=True)
            )
            if old[0] != new[0] or old[1] != new[1]
        ]
        edited = [
            index
            for index, (old_one, new_one) in enumerate(
                zip(before.activities, sequence.activities, strict=True)
            )
            if old_one is not new_one
        ]
        changed = sorted({*moved, *edited})
        if len(changed) > max(8, _MOST_SHARE * len(sequence)):
            return None
        keys = {key for index in changed if (key := sequence.activities[index].change_key) is not None}
        for key in keys:
            self._moments.pop(key, None)
        points = points_of_no_return(sequence, now, last.points_of_no_return, keys, self._moments)
        conflicts = self._conflicts(sequence, now, points, last, changed)
        return analysis_of_parts(now, points, conflicts)

    def _conflicts(
        self,
        sequence: Sequence,
        now: Schedule,
        points: dict[str, PointOfNoReturn],
        last: Analysis,
        changed: list[int],
    ) -> tuple[Conflict, ...]:
        activities, world = sequence.activities, self._surroundings
        ids = {activities[index].id for index in changed}
        people = {person_id for index in changed for person_id in activities[index].booked_players}
        items = {ci_id for index in changed for ci_id in _reach(activities[index], world.ci_closure)}
        keys = _changes(sequence, points, last, changed)
        key_of = {activity.id: activity.change_key for activity in activities} if keys else {}

        def stays(one: Conflict) -> bool:
            if one.kind in _OF_ONE:
                return one.activity_ids[0] not in ids
            if one.kind in _OF_CHANGE:
                return key_of.get(one.activity_ids[0]) not in keys
            if one.kind is ConflictKind.FIXED_START_CONTRADICTED:
                return False
            if one.ci_id is not None:
                return one.ci_id not in items
            return one.activity_ids[0] not in ids

        kept = [
            one
            for one in last.conflicts
            if (stays(one) if (player := one.person_id) is None else player not in people)
        ]
        here = self._live(sequence, now, changed)
        players = self._live(sequence, now, _of(self._by_person, people), changed)
        holders = self._live(sequence, now, _of(self._by_item, items))
        found = [
            *time_conflicts(sequence, here, world),
            *contradictions(sequence, now, world),
            *freeze_conflicts(here, world),
            *no_return_conflicts(sequence, points, world, keys),
            *(
                one
                for one in people_conflicts(players, world)
                if one.person_id in people or (one.person_id is None and one.activity_ids[0] in ids)
            ),
            *(one for one in item_conflicts(holders, world) if one.ci_id in items),
        ]
        if len(found) > len(kept) // 8:
            return tuple(sorted([*kept, *found], key=order_of))
        for one in found:
            insort(kept, one, key=order_of)
        return tuple(kept)

    def _live(
        self, sequence: Sequence, now: Schedule, *groups: Iterable[int]
    ) -> list[tuple[Activity, Timing]]:
        """The activities of these rows that take part, in the order of the sequence, with their times."""
        dormant = sequence.dormant
        return [
            (activity, now.timings[activity.id])
            for index in sorted({index for group in groups for index in group})
            if index not in dormant and takes_part(activity := sequence.activities[index])
        ]


def _of(groups: dict[int, list[int]], keys: Iterable[int]) -> list[int]:
    return [index for key in keys for index in groups.get(key, ())]


def _reach(activity: Activity, closure: Mapping[int, frozenset[int]]) -> set[int]:
    """The items an activity holds and those they depend on."""
    held = {hold.ci_id for hold in activity.configuration_items}
    for ci_id in tuple(held):
        held |= closure.get(ci_id, frozenset())
    return held


def _changes(
    sequence: Sequence, points: dict[str, PointOfNoReturn], last: Analysis, changed: list[int]
) -> set[str]:
    """The changes whose point of no return, or whose steps, are others than before."""
    before = last.points_of_no_return
    keys = {key for key, point in points.items() if before.get(key) != point}
    keys |= {key for key in before if key not in points}
    edited = (sequence.activities[index].change_key for index in changed)
    return keys | {key for key in edited if key is not None}


def _stands_alike(before: Sequence, now: Sequence) -> bool:
    """Whether two sequences differ in nothing but the times and durations of their activities."""
    has_other_links = before.links is not now.links and before.links != now.links
    if has_other_links or before.window_minutes != now.window_minutes or len(before) != len(now):
        return False
    return all(
        one is other or _is_alike(one, other)
        for one, other in zip(before.activities, now.activities, strict=True)
    )


def _is_alike(one: Activity, other: Activity) -> bool:
    return (
        one.id == other.id
        and one.title == other.title
        and one.phase is other.phase
        and one.change_key == other.change_key
        and one.players == other.players
        and one.booked_players == other.booked_players
        and one.team_id == other.team_id
        and one.configuration_items == other.configuration_items
        and one.rollback_minutes == other.rollback_minutes
        and one.state is other.state
    )
