"""Compile a sequence and its surroundings to a `Problem`."""

from __future__ import annotations

import math
from dataclasses import dataclass

from app.sequencing.conflict_kinds import takes_part
from app.sequencing.model import SPREAD_MINUTES, Activity, Link, Phase, Sequence
from app.sequencing.passes import Schedule
from app.sequencing.suggesting.item_rules import exclusive_items, shared_items
from app.sequencing.suggesting.problem import Arc, Away, Bound, Hole, Problem, Step
from app.sequencing.suggesting.requirements import Requirement, RequirementKind
from app.sequencing.suggesting.return_rules import return_points
from app.sequencing.surroundings import Surroundings, Unavailability

_KIND = RequirementKind


@dataclass(frozen=True, slots=True)
class Rules:
    """What a search keeps beyond what always binds.

    `kept_ids` stay where they are now. Times outside working hours bind only where asked: working at night
    is the players' trade; absences always bind.
    """

    keep_points_of_no_return: bool = True
    keep_working_hours: bool = False
    kept_ids: frozenset[str] = frozenset()
    is_exact: bool = False
    """Whether ends are told to the minute, so that what is missing can be; else they are rounded down."""


def length_minutes(activity: Activity) -> int:
    """Minutes an activity takes, or took."""
    if activity.actual_start is not None and activity.actual_finish is not None:
        return activity.actual_finish - activity.actual_start
    return activity.duration_minutes


def compile_problem(
    sequence: Sequence, surroundings: Surroundings, current: Schedule, rules: Rules | None = None
) -> Problem:
    """The problem of a sequence as scheduled now; skipped, rolled back and dormant steps are left out.

    Raises CyclicSequenceError for a network that has no order.
    """
    return _Compiler(sequence, surroundings, current, rules or Rules()).problem()


class _Compiler:
    """Gathers the constraints of one problem."""

    def __init__(self, sequence: Sequence, surroundings: Surroundings, current: Schedule, rules: Rules):
        self.sequence = sequence
        self.surroundings = surroundings
        self.current = current
        self.rules = rules
        dormant = sequence.dormant
        self.live = [
            activity
            for index, activity in enumerate(sequence.activities)
            if index not in dormant and takes_part(activity)
        ]
        self.place = {activity.id: index for index, activity in enumerate(self.live)}
        self.links = [link for link in sequence.links if self._binds(link)]
        self.absences = {
            person_id: merged(person.unavailable, rules.keep_working_hours)
            for person_id, person in surroundings.people.items()
            if person.unavailable
        }
        self.grain = self._grain()
        self.members: dict[int, tuple[int, ...]] = {}

    def problem(self) -> Problem:
        """All of it."""
        steps = tuple(self._step(activity) for activity in self.live)
        topology = self.sequence.topology
        ids = self.sequence.ids
        order = tuple(self.place[ids[index]] for index in topology.order if ids[index] in self.place)
        rank = {index: position for position, index in enumerate(order)}
        window = _Kinded(_KIND.WINDOW_END, self.sequence.window_minutes)
        bounds = tuple(bound for index in range(len(steps)) for bound in self._bounds(index, steps, window))
        arcs = tuple(sorted((self._arc(link, steps) for link in self.links), key=lambda a: rank[a.after]))
        keeps_points = self.rules.keep_points_of_no_return
        return Problem(
            grain=self.grain,
            window_minutes=self.sequence.window_minutes,
            steps=steps,
            current=tuple(self.current.start_of(activity.id) for activity in self.live),
            bounds=bounds,
            holes=tuple(self._holes(steps)),
            arcs=arcs,
            away=tuple(self._away()),
            exclusive=exclusive_items(steps, self.surroundings),
            shared=shared_items(steps, self.surroundings),
            points=return_points(self.sequence, steps, arcs, order) if keeps_points else (),
            order=order,
        )

    def _binds(self, link: Link) -> bool:
        """What has started is bound by nothing any more; what does not take part binds nothing."""
        if link.predecessor not in self.place or link.successor not in self.place:
            return False
        return self.live[self.place[link.successor]].actual_start is None

    def _grain(self) -> int:
        minutes = [link.lag_minutes for link in self.links]
        for activity in self.live:
            minutes.append(length_minutes(activity))
            places = (activity.earliest_start, activity.fixed_start, activity.planned_start)
            minutes += [minute for minute in (*places, activity.actual_start) if minute is not None]
            if activity.id in self.rules.kept_ids:
                minutes.append(self.current.start_of(activity.id))
        minutes += [stretch.finish for away in self.absences.values() for stretch in away]
        minutes += [freeze.finish for freeze in self.surroundings.freezes if freeze.is_hard]
        if self.rules.is_exact:
            minutes += self._ends()
        return math.gcd(*minutes) or 1

    def _ends(self) -> list[int]:
        """The minutes by which something ends; a schedule on the grain of all others need not meet them."""
        minutes = [self.sequence.window_minutes]
        for activity in self.live:
            bounds = (activity.deadline, activity.rollback_minutes)
            minutes += [minute for minute in bounds if minute is not None]
        minutes += [a.duration_minutes for a in self.sequence.activities if a.phase is Phase.ROLLBACK]
        minutes += [stretch.start for away in self.absences.values() for stretch in away]
        return minutes + [freeze.start for freeze in self.surroundings.freezes if freeze.is_hard]

    def _step(self, activity: Activity) -> Step:
        length = length_minutes(activity) // self.grain
        is_beside_other_work = activity.duration_minutes >= SPREAD_MINUTES
        needs_people = length > 0 and activity.actual_finish is None and not is_beside_other_work
        candidates: tuple[int, ...] = ()
        if needs_people and activity.team_id is not None and not activity.players:
            team = activity.team_id
            if team not in self.members:
                self.members[team] = tuple(self.surroundings.members_of(team))
            candidates = self.members[team]
        people = tuple(dict.fromkeys(activity.booked_players)) if needs_people else ()
        return Step(activity, length, people, candidates, activity.actual_start is not None)

    def _bounds(self, index: int, steps: tuple[Step, ...], window: _Kinded) -> list[Bound]:
        step = steps[index]
        activity, grain = step.activity, self.grain
        if activity.actual_start is not None:
            begun = activity.actual_start // grain
            fact = Requirement(_KIND.KEPT_PLACE, (activity.id,), minute=activity.actual_start)
            return [Bound(index, begun, False, fact), Bound(index, begun, True, fact)]
        ids = (activity.id,)
        bounds = [Bound(index, window.minute // grain - step.length, True, window.requirement)]
        if activity.deadline is not None:
            deadline = Requirement(_KIND.DEADLINE, ids, minute=activity.deadline)
            bounds.append(Bound(index, activity.deadline // grain - step.length, True, deadline))
        if activity.fixed_start is not None:
            fixed = Requirement(_KIND.FIXED_START, ids, minute=activity.fixed_start)
            start = activity.fixed_start // grain
            return [*bounds, Bound(index, start, False, fixed), Bound(index, start, True, fixed)]
        if activity.id in self.rules.kept_ids:
            now = self.current.start_of(activity.id)
            kept = Requirement(_KIND.KEPT_PLACE, ids, minute=now)
            bounds += [Bound(index, now // grain, False, kept), Bound(index, now // grain, True, kept)]
        if activity.earliest_start is not None:
            earliest = Requirement(_KIND.EARLIEST_START, ids, minute=activity.earliest_start)
            bounds.append(Bound(index, activity.earliest_start // grain, False, earliest))
        else:
            first = min(0, activity.planned_start or 0)
            begin = Requirement(_KIND.WINDOW_START, ids if first else (), minute=first)
            bounds.append(Bound(index, first // grain, False, begin))
        return bounds

    def _arc(self, link: Link, steps: tuple[Step, ...]) -> Arc:
        before, after = self.place[link.predecessor], self.place[link.successor]
        weight = link.lag_minutes // self.grain
        weight += steps[before].length if link.kind.is_from_finish else 0
        weight -= steps[after].length if link.kind.is_to_finish else 0
        ids = (link.predecessor, link.successor)
        asked = Requirement(_KIND.LINK, ids, link_kind=link.kind, lag_minutes=link.lag_minutes)
        return Arc(before, after, weight, asked)

    def _holes(self, steps: tuple[Step, ...]) -> list[Hole]:
        """Starts that a hard freeze or the absence of a named player forbids."""
        holes = []
        away = {person_id: list(self._away_of(person_id)) for person_id in self.absences}
        freezes = [freeze for freeze in self.surroundings.freezes if freeze.is_hard]
        for index, step in enumerate(steps):
            if step.has_begun:
                continue
            for person_id in step.people:
                for one in away.get(person_id, ()):
                    holes.append(Hole(index, one.start - step.length + 1, one.finish - 1, one.requirement))
            for freeze in freezes:
                items = {hold.ci_id for hold in step.activity.configuration_items}
                for ci_id in tuple(items):
                    items |= self.surroundings.ci_closure.get(ci_id, frozenset())
                if freeze.covers(step.activity.change_key, items):
                    asked = Requirement(
                        _KIND.FREEZE, minute=freeze.start, until=freeze.finish, what=freeze.title
                    )
                    first, last = freeze.start // self.grain, -(-freeze.finish // self.grain)
                    holes.append(Hole(index, first - step.length + 1, last - 1, asked))
        return [hole for hole in holes if hole.first <= hole.last]

    def _away(self) -> list[Away]:
        return [one for person_id in self.absences for one in self._away_of(person_id)]

    def _away_of(self, person_id: int) -> list[Away]:
        grain = self.grain
        return [
            Away(
                person_id,
                stretch.start // grain,
                -(-stretch.finish // grain),
                Requirement(
                    _KIND.ABSENCE,
                    person_id=person_id,
                    minute=stretch.start,
                    until=stretch.finish,
                    what=stretch.reason,
                ),
            )
            for stretch in self.absences[person_id]
        ]


class _Kinded:
    """A requirement that all steps share."""

    def __init__(self, kind: RequirementKind, minute: int) -> None:
        self.minute = minute
        self.requirement = Requirement(kind, minute=minute)


def merged(stretches: tuple[Unavailability, ...], with_hours: bool) -> list[Unavailability]:
    """The stretches that bind, in order, overlapping ones joined under the reason of the first."""
    joined: list[Unavailability] = []
    binding = (stretch for stretch in stretches if stretch.is_absence or with_hours)
    for stretch in sorted(binding, key=lambda one: (one.start, one.finish)):
        if joined and stretch.start <= joined[-1].finish:
            last = joined[-1]
            joined[-1] = Unavailability(last.start, max(last.finish, stretch.finish), last.reason)
        else:
            joined.append(stretch)
    return joined
