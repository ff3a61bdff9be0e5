"""A sequence and its surroundings as one scheduling problem in whole grains, each constraint with a reason.

The grain is the greatest common divisor of all minutes at which something can begin or that something takes;
dividing by it makes the search smaller and loses no solution worth having (a schedule whose activities
cannot start earlier one by one stands on sums of these minutes alone).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from app.sequencing.model import Activity
from app.sequencing.suggesting.requirements import Requirement

FAR = 10**7
"""Beyond any minute of a window."""


class Bound(NamedTuple):
    """The start of a step is at least (or, `is_upper`, at most) so many grains."""

    step: int
    grain: int
    is_upper: bool
    requirement: Requirement


class Hole(NamedTuple):
    """The start of a step lies not in [first, last]."""

    step: int
    first: int
    last: int
    requirement: Requirement


class Arc(NamedTuple):
    """start(after) >= start(before) + weight."""

    before: int
    after: int
    weight: int
    requirement: Requirement


class Away(NamedTuple):
    """Grains [start, finish) in which a person is not there."""

    person_id: int
    start: int
    finish: int
    requirement: Requirement


class ExclusiveItem(NamedTuple):
    """Holders keep all users of other changes away; users hold it, share it, or use what depends on it."""

    ci_id: int
    holders: frozenset[int]
    users: tuple[int, ...]
    requirement: Requirement


class SharedItem(NamedTuple):
    """Steps with the units they take of an item's capacity."""

    ci_id: int
    held: tuple[tuple[int, int], ...]
    capacity: int
    requirement: Requirement


class Dependant(NamedTuple):
    """A change whose rollback counts only if its first deploy step starts no earlier than the other's."""

    deploys: tuple[int, ...]
    rollback_minutes: int


class ReturnPoint(NamedTuple):
    """The proofs of a change finish by `limit_minutes`, less the rollbacks of dependants deployed later."""

    change_key: str
    proofs: tuple[int, ...]
    deploys: tuple[int, ...]
    limit_minutes: int
    dependants: tuple[Dependant, ...]
    requirement: Requirement


@dataclass(frozen=True, slots=True)
class Step:
    """An activity to place: its length in grains, who is booked, and of whom one is to be chosen."""

    activity: Activity
    length: int
    people: tuple[int, ...]
    candidates: tuple[int, ...]
    has_begun: bool


@dataclass(frozen=True)
class Problem:
    """Steps and constraints; indices are those of `steps`, arcs stand in topological order."""

    grain: int
    window_minutes: int
    steps: tuple[Step, ...]
    current: tuple[int, ...]
    """Where each step is now, in minutes."""
    bounds: tuple[Bound, ...]
    holes: tuple[Hole, ...]
    arcs: tuple[Arc, ...]
    away: tuple[Away, ...]
    exclusive: tuple[ExclusiveItem, ...]
    shared: tuple[SharedItem, ...]
    points: tuple[ReturnPoint, ...]
    order: tuple[int, ...]
    """The steps in topological order."""

    @cached_property
    def lower(self) -> list[int]:
        """The least start of each step by its own bounds, in grains."""
        least = [-FAR] * len(self.steps)
        for step, grain, is_upper, _ in self.bounds:
            if not is_upper and grain > least[step]:
                least[step] = grain
        return least

    @cached_property
    def upper(self) -> list[int]:
        """The greatest start of each step by its own bounds, in grains."""
        greatest = [FAR] * len(self.steps)
        for step, grain, is_upper, _ in self.bounds:
            if is_upper and grain < greatest[step]:
                greatest[step] = grain
        return greatest

    @cached_property
    def holes_of(self) -> dict[int, list[Hole]]:
        """The holes of each step that has any, by their first grain."""
        found: dict[int, list[Hole]] = {}
        for hole in sorted(self.holes, key=lambda hole: (hole.step, hole.first, hole.last)):
            found.setdefault(hole.step, []).append(hole)
        return found

    @cached_property
    def arcs_into(self) -> list[list[Arc]]:
        """The arcs that end at each step."""
        found: list[list[Arc]] = [[] for _ in self.steps]
        for arc in self.arcs:
            found[arc.after].append(arc)
        return found

    @cached_property
    def named(self) -> dict[int, list[int]]:
        """The steps each person is named for, by person."""
        found: dict[int, list[int]] = {}
        for index, step in enumerate(self.steps):
            for person_id in step.people:
                found.setdefault(person_id, []).append(index)
        return found

    @cached_property
    def index_of(self) -> dict[str, int]:
        """The step of each activity, by id."""
        return {step.activity.id: index for index, step in enumerate(self.steps)}

    def finish_of(self, starts: list[int]) -> int:
        """The latest finish in minutes; 0 without steps."""
        ends = (start + step.length for start, step in zip(starts, self.steps, strict=True))
        return self.grain * max(ends, default=0)
