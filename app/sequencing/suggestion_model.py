"""The constraint model of a suggestion: links, people, exclusive items, capacities and bounds for CP-SAT.

All minutes are divided by their greatest common divisor, the grain. People named are booked by no-overlap;
"one of team X" becomes one optional interval a member, of which exactly one is taken.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.sequencing.conflict_kinds import takes_part
from app.sequencing.model import Activity, LinkKind, Phase, Sequence
from app.sequencing.no_return import points_of_no_return
from app.sequencing.passes import Schedule
from app.sequencing.surroundings import Surroundings, Unavailability

_MOVE_COST = 1
_EARLY_COST = 20


@dataclass(slots=True)
class SuggestionModel:
    """A built model: the CP-SAT model, start variables and team choices by activity id, and its aims."""

    cp: Any
    grain_minutes: int
    starts: dict[str, Any]
    finish: Any
    second_aim: Any
    choices: dict[str, list[tuple[int, Any]]]


class _Builder:
    """Fills one CP-SAT model from a sequence."""

    def __init__(
        self, sequence: Sequence, surroundings: Surroundings, current: Schedule, keep_points: bool
    ) -> None:
        from ortools.sat.python import cp_model

        self.cp: Any = cp_model.CpModel()
        self.sequence = sequence
        self.surroundings = surroundings
        self.current = current
        dormant = sequence.dormant
        self.live = [
            activity
            for index, activity in enumerate(sequence.activities)
            if index not in dormant and takes_part(activity)
        ]
        self.points = points_of_no_return(sequence, current) if keep_points else {}
        self.grain = self._grain()
        self.starts: dict[str, Any] = {}
        self.ends: dict[str, Any] = {}
        self.intervals: dict[str, Any] = {}
        self.choices: dict[str, list[tuple[int, Any]]] = {}
        self.by_person: dict[int, list[Any]] = {}

    def _grain(self) -> int:
        """The greatest common divisor of every minute that binds."""
        minutes = [self.sequence.window_minutes]
        for activity in self.live:
            bound = (activity.earliest_start, activity.fixed_start, activity.deadline, activity.actual_start)
            minutes += [activity.duration_minutes, *(minute for minute in bound if minute is not None)]
            if activity.actual_start is not None:
                minutes.append(_length(activity))
        minutes += [link.lag_minutes for link in self.sequence.links]
        minutes += [point.minute for point in self.points.values()]
        for person in self.surroundings.people.values():
            for away in person.unavailable:
                minutes += [away.start, away.finish]
        return math.gcd(*minutes) or 1

    def bounds(self, activity: Activity) -> tuple[int, int]:
        """The least and the greatest start in minutes; the window's end, deadlines and points included."""
        if activity.actual_start is not None:
            return activity.actual_start, activity.actual_start
        last = self.sequence.window_minutes
        if activity.deadline is not None:
            last = min(last, activity.deadline)
        point = self.points.get(activity.change_key or "")
        if point is not None and activity.phase in (Phase.DEPLOY, Phase.VERIFY):
            last = min(last, point.minute)
        if activity.fixed_start is not None:
            is_late = activity.fixed_start + activity.duration_minutes > last
            return activity.fixed_start, activity.fixed_start - int(is_late)
        if activity.earliest_start is not None:
            least = activity.earliest_start
        else:
            least = min(0, self.grain * math.floor((activity.planned_start or 0) / self.grain))
        return least, last - activity.duration_minutes

    def add_activities(self) -> bool:
        """Variables and intervals; False when some activity has no possible start."""
        for activity in self.live:
            least, last = self.bounds(activity)
            if last < least:
                return False
            length = _length(activity) // self.grain
            start = self.cp.new_int_var(least // self.grain, last // self.grain, activity.id)
            self.starts[activity.id] = start
            self.ends[activity.id] = start + length
            self.intervals[activity.id] = self.cp.new_fixed_size_interval_var(start, length, activity.id)
            now = self.current.start_of(activity.id) // self.grain
            self.cp.add_hint(start, min(max(now, least // self.grain), last // self.grain))
            if length and activity.actual_finish is None:
                self._add_players(activity, start, length)
        return True

    def _add_players(self, activity: Activity, start: Any, length: int) -> None:
        for person_id in activity.players:
            self.by_person.setdefault(person_id, []).append(self.intervals[activity.id])
        if activity.team_id is None or activity.players:
            return
        members = self.surroundings.members_of(activity.team_id)
        if not members:
            return
        literals = []
        for person_id in members:
            literal = self.cp.new_bool_var(f"{activity.id} by {person_id}")
            interval = self.cp.new_optional_fixed_size_interval_var(
                start, length, literal, f"{activity.id} for {person_id}"
            )
            self.by_person.setdefault(person_id, []).append(interval)
            literals.append((person_id, literal))
        self.cp.add_exactly_one(literal for _, literal in literals)
        self.choices[activity.id] = literals

    def add_links(self) -> None:
        """The four kinds of links; what has started is bound by nothing any more."""
        ends_of = {
            LinkKind.FINISH_START: (self.ends, self.starts),
            LinkKind.START_START: (self.starts, self.starts),
            LinkKind.FINISH_FINISH: (self.ends, self.ends),
            LinkKind.START_FINISH: (self.starts, self.ends),
        }
        for link in self.sequence.links:
            if link.predecessor not in self.starts or link.successor not in self.starts:
                continue
            if self.sequence.activity(link.successor).actual_start is not None:
                continue
            before, after = ends_of[link.kind]
            lag = link.lag_minutes // self.grain
            self.cp.add(after[link.successor] >= before[link.predecessor] + lag)

    def add_people(self) -> None:
        """Nobody does two things at once, nor anything while absent."""
        for person_id, intervals in self.by_person.items():
            person = self.surroundings.people.get(person_id)
            away = [
                self.cp.new_fixed_size_interval_var(
                    stretch.start // self.grain, (stretch.finish - stretch.start) // self.grain, "away"
                )
                for stretch in _merged(person.unavailable if person else ())
            ]
            if len(intervals) + len(away) > 1:
                self.cp.add_no_overlap(intervals + away)

    def add_items(self) -> None:
        """Exclusive items keep other changes out, as `item_conflicts` has it; shared ones keep a capacity."""
        exclusive: dict[int, list[Activity]] = {}
        users: dict[int, dict[str, Activity]] = {}
        shared: dict[int, list[tuple[Activity, int]]] = {}
        for activity in self.live:
            if not _length(activity) or activity.actual_finish is not None:
                continue
            for hold in activity.configuration_items:
                if hold.exclusive:
                    exclusive.setdefault(hold.ci_id, []).append(activity)
                else:
                    shared.setdefault(hold.ci_id, []).append((activity, hold.units))
                for ci_id in {hold.ci_id, *self.surroundings.ci_closure.get(hold.ci_id, ())}:
                    users.setdefault(ci_id, {})[activity.id] = activity
        pairs = {
            frozenset((holder.id, other.id))
            for ci_id, holders in exclusive.items()
            for holder in holders
            for other in users[ci_id].values()
            if holder.id != other.id and (holder.change_key is None or holder.change_key != other.change_key)
        }
        for one, other in sorted(sorted(pair) for pair in pairs):
            self.cp.add_no_overlap([self.intervals[one], self.intervals[other]])
        for ci_id, held in shared.items():
            item = self.surroundings.cis.get(ci_id)
            if item is not None and sum(units for _, units in held) > item.capacity:
                intervals = [self.intervals[activity.id] for activity, _ in held]
                self.cp.add_cumulative(intervals, [units for _, units in held], item.capacity)

    def add_freezes(self) -> None:
        """Nothing in the scope of a hard freeze overlaps it."""
        for freeze in self.surroundings.freezes:
            if not freeze.is_hard:
                continue
            first, last = freeze.start // self.grain, -(-freeze.finish // self.grain)
            block = self.cp.new_fixed_size_interval_var(first, last - first, "freeze")
            for activity in self.live:
                items = {hold.ci_id for hold in activity.configuration_items}
                for ci_id in tuple(items):
                    items |= self.surroundings.ci_closure.get(ci_id, frozenset())
                if activity.actual_start is None and freeze.covers(activity.change_key, items):
                    self.cp.add_no_overlap([self.intervals[activity.id], block])

    def second_aim(self) -> Any:
        """Deploy steps that take long to roll back early, then starts where they are now."""
        terms = []
        for activity in self.live:
            if activity.actual_start is not None or activity.fixed_start is not None:
                continue
            point = self.points.get(activity.change_key or "")
            if point is not None and activity.phase is Phase.DEPLOY:
                terms.append(_EARLY_COST * point.rollback_minutes // 10 * self.starts[activity.id])
            now = self.current.start_of(activity.id)
            if now % self.grain:
                continue
            stays = self.cp.new_bool_var(f"{activity.id} stays")
            self.cp.add(self.starts[activity.id] == now // self.grain).only_enforce_if(stays)
            terms.append(_MOVE_COST * (1 - stays))
        return sum(terms) if terms else 0


def build_model(
    sequence: Sequence, surroundings: Surroundings, current: Schedule, keep_points: bool
) -> SuggestionModel | None:
    """Build the model of a sequence as scheduled now; None when a bound alone leaves no possible start."""
    builder = _Builder(sequence, surroundings, current, keep_points)
    if not builder.add_activities():
        return None
    builder.add_links()
    builder.add_people()
    builder.add_items()
    builder.add_freezes()
    cp = builder.cp
    horizon = max([sequence.window_minutes, *(_last_end(activity) for activity in builder.live)])
    finish = cp.new_int_var(-horizon, -(-horizon // builder.grain), "finish")
    if builder.ends:
        cp.add_max_equality(finish, list(builder.ends.values()))
    else:
        cp.add(finish == 0)
    return SuggestionModel(cp, builder.grain, builder.starts, finish, builder.second_aim(), builder.choices)


def _length(activity: Activity) -> int:
    """Minutes the activity takes, or took."""
    if activity.actual_start is not None and activity.actual_finish is not None:
        return activity.actual_finish - activity.actual_start
    return activity.duration_minutes


def _last_end(activity: Activity) -> int:
    """The finish of what has started, else 0."""
    return 0 if activity.actual_start is None else activity.actual_start + _length(activity)


def _merged(stretches: Iterable[Unavailability]) -> list[Unavailability]:
    """The absences among a person's unavailable times, overlapping ones joined."""
    joined: list[Unavailability] = []
    for stretch in sorted((s for s in stretches if s.is_absence), key=lambda s: s.start):
        if joined and stretch.start <= joined[-1].finish:
            joined[-1] = Unavailability(joined[-1].start, max(joined[-1].finish, stretch.finish))
        else:
            joined.append(stretch)
    return joined
