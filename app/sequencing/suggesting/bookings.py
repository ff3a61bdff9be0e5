"""Who and what is taken when, in grains, while a sequence is generated step by step."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence

from app.sequencing.suggesting.problem import FAR, Hole, Problem

Span = tuple[int, int]
_LOOK_BACK = 4
"""Bookings before a moment that may still last at it: one, but for steps begun against the rules."""
_COMPARED = 6
"""Free members of a team that are compared before one is taken."""


class Bookings:
    """The bookings of people and items of one partial sequence."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._longest = max((step.length for step in problem.steps), default=0)
        self._people: dict[int, list[Span]] = {}
        for person_id, start, finish, _ in problem.away:
            insort(self._people.setdefault(person_id, []), (start, finish))
        self.load: dict[int, int] = {}
        for person_id, indices in problem.named.items():
            self.load[person_id] = sum(problem.steps[index].length for index in indices)
        self._exclusive: list[list[tuple[int, int, int]]] = [[] for _ in problem.exclusive]
        self._groups_of: dict[int, list[int]] = {}
        for number, item in enumerate(problem.exclusive):
            for index in item.users:
                self._groups_of.setdefault(index, []).append(number)
        self._shared: list[list[tuple[int, int, int]]] = [[] for _ in problem.shared]
        self._shares_of: dict[int, list[tuple[int, int]]] = {}
        for number, shared in enumerate(problem.shared):
            for index, units in shared.held:
                self._shares_of.setdefault(index, []).append((number, units))

    def take(self, index: int, start: int, person_id: int | None) -> None:
        """Book all that a step needs, and the person chosen for it."""
        step = self._problem.steps[index]
        finish = start + step.length
        if not step.length:
            return
        for named in step.people:
            insort(self._people.setdefault(named, []), (start, finish))
        if person_id is not None:
            insort(self._people.setdefault(person_id, []), (start, finish))
            self.load[person_id] = self.load.get(person_id, 0) + step.length
        for number in self._groups_of.get(index, ()):
            insort(self._exclusive[number], (start, finish, index))
        for number, units in self._shares_of.get(index, ()):
            self._shared[number].append((start, finish, units))

    def place(self, index: int, start: int) -> tuple[int, int | None]:
        """The first grain from `start` at which a step can begin, and the person for it where one is due."""
        step = self._problem.steps[index]
        holes = self._problem.holes_of.get(index, ())
        while True:
            start = self._free_of_all(index, start, holes)
            if not step.candidates:
                return start, None
            first, person_id = self._first_of(step.candidates, start, step.length)
            if first == start:
                return start, person_id
            start = first

    def _first_of(self, candidates: tuple[int, ...], start: int, length: int) -> tuple[int, int]:
        """When somebody of a team is free first; of the first few free at once the one with least work."""
        free: list[int] = []
        soonest, who = FAR, candidates[0]
        for person_id in candidates:
            begin = self._free_person(person_id, start, length)
            if begin == start:
                free.append(person_id)
                if len(free) == _COMPARED:
                    break
            elif begin < soonest:
                soonest, who = begin, person_id
        if free:
            return start, min(free, key=lambda one: self.load.get(one, 0))
        return soonest, who

    def _free_of_all(self, index: int, start: int, holes: Sequence[Hole]) -> int:
        """The first grain at which named people, items and holes let a step begin."""
        step = self._problem.steps[index]
        while True:
            began = start
            for hole in holes:
                if hole.first <= start <= hole.last:
                    start = hole.last + 1
            if not step.length:
                if start == began:
                    return start
                continue
            for person_id in step.people:
                start = self._free_person(person_id, start, step.length)
            for number in self._groups_of.get(index, ()):
                start = self._free_item(number, index, start)
            for number, units in self._shares_of.get(index, ()):
                start = self._with_capacity(number, units, start, step.length)
            if start == began:
                return start

    def _free_person(self, person_id: int, start: int, length: int) -> int:
        spans = self._people.get(person_id)
        if not spans:
            return start
        for place in range(max(0, bisect_left(spans, (start, -1)) - _LOOK_BACK), len(spans)):
            begins, ends = spans[place]
            if begins >= start + length:
                break
            if ends > start:
                start = ends
        return start

    def _free_item(self, number: int, index: int, start: int) -> int:
        item, spans = self._problem.exclusive[number], self._exclusive[number]
        steps = self._problem.steps
        key, length = steps[index].activity.change_key, steps[index].length
        is_holder = index in item.holders
        for begins, ends, other in spans[bisect_left(spans, (start - self._longest, -1, -1)) :]:
            if begins >= start + length:
                break
            if ends <= start or not (is_holder or other in item.holders):
                continue
            if key is None or key != steps[other].activity.change_key:
                start = ends
        return start

    def _with_capacity(self, number: int, units: int, start: int, length: int) -> int:
        spans, capacity = self._shared[number], self._problem.shared[number].capacity
        if units > capacity:
            return FAR
        while True:
            near = [span for span in spans if span[0] < start + length and span[1] > start]
            full_until = start
            for minute in {start, *(span[0] for span in near if span[0] > start)}:
                holding = [span for span in near if span[0] <= minute < span[1]]
                if holding and sum(span[2] for span in holding) + units > capacity:
                    full_until = max(full_until, min(span[1] for span in holding))
            if full_until == start:
                return start
            start = full_until
