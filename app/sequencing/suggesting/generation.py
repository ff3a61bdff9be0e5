"""Quick generation: serial schedule generation with people, in pure Python, as first answer and as hint.

Each step goes, in an order that respects the links, to the first grain at which links, people and items let
it begin (Kelley 1963). Orders tried: where steps are now, latest start first, and random ones around it; a
step that came too late goes earlier in the next try.
"""

from __future__ import annotations

import heapq
import random
import time
from collections.abc import Callable
from dataclasses import dataclass

from app.sequencing.suggesting.bookings import Bookings
from app.sequencing.suggesting.problem import FAR, Problem
from app.sequencing.suggesting.propagation import earliest, latest

_BOOST = 1_000


@dataclass(frozen=True, slots=True)
class Answer:
    """A sequence that keeps every requirement: starts in grains by step, the person chosen by step."""

    starts: list[int]
    people: dict[int, int]
    finish: int
    """The latest finish in grains."""


class Generator:
    """Generates answers of one problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.heads = earliest(problem).starts
        self.tails = latest(problem, with_all_dependants=True)
        self._arcs_out: list[list[int]] = [[] for _ in problem.steps]
        self._waits = [0] * len(problem.steps)
        for arc in problem.arcs:
            self._arcs_out[arc.before].append(arc.after)
            self._waits[arc.after] += 1
        self._fixed = [
            index
            for index, step in enumerate(problem.steps)
            if step.has_begun or problem.lower[index] == problem.upper[index]
        ]

    def in_order_of(self, keys: list[float]) -> tuple[Answer | None, int]:
        """Generate by priority, the least key first; without an answer, the step that came too late."""
        problem = self.problem
        bookings = Bookings(problem)
        starts = [0] * len(problem.steps)
        people: dict[int, int] = {}
        placed = [False] * len(starts)
        for index in sorted(self._fixed, key=lambda one: problem.lower[one]):
            start, person_id = problem.lower[index], None
            if not problem.steps[index].has_begun:
                start, person_id = bookings.place(index, start)
                if start > self.tails[index]:
                    return None, index
            starts[index], placed[index] = start, True
            self._book(bookings, index, start, person_id, people)
        waits = self._waits.copy()
        ready = [(keys[index], index) for index in range(len(starts)) if not waits[index]]
        heapq.heapify(ready)
        while ready:
            _, index = heapq.heappop(ready)
            start = self.heads[index]
            for arc in problem.arcs_into[index]:
                start = max(start, starts[arc.before] + arc.weight)
            if placed[index]:
                if start > starts[index] and not problem.steps[index].has_begun:
                    return None, index
            else:
                start, chosen = bookings.place(index, start)
                if start > self.tails[index]:
                    return None, index
                starts[index] = start
                self._book(bookings, index, start, chosen, people)
            for after in self._arcs_out[index]:
                waits[after] -= 1
                if not waits[after]:
                    heapq.heappush(ready, (keys[after], after))
        finish = max((s + step.length for s, step in zip(starts, problem.steps, strict=True)), default=0)
        return Answer(starts, people, finish), -1

    def _book(
        self, bookings: Bookings, index: int, start: int, person_id: int | None, people: dict[int, int]
    ) -> None:
        step = self.problem.steps[index]
        if person_id is None and step.candidates and step.length:
            _, person_id = bookings.place(index, start)
        bookings.take(index, start, person_id)
        if person_id is not None:
            people[index] = person_id

    def search(
        self,
        seconds: float,
        seed: int = 1,
        is_stopped: Callable[[], bool] = lambda: False,
        on_better: Callable[[Answer], None] | None = None,
    ) -> Answer | None:
        """The best answer of several orders within `seconds`, and at least two tries."""
        until = time.perf_counter() + seconds
        chance = random.Random(seed)
        least = max(
            (head + s.length for head, s in zip(self.heads, self.problem.steps, strict=True)), default=0
        )
        now: list[float] = [minute / self.problem.grain for minute in self.problem.current]
        late: list[float] = [float(min(tail, FAR)) for tail in self.tails]
        boost = [0.0] * len(late)
        best: Answer | None = None
        spread = 0.05 * max(1, self.problem.window_minutes // self.problem.grain)
        tries = 0
        while not is_stopped():
            if tries == 0:
                keys = late
            elif tries == 1:
                keys = now
            else:
                keys = [late[i] - boost[i] + chance.gauss(0, spread) for i in range(len(late))]
            answer, failed = self.in_order_of(keys)
            tries += 1
            if answer is None:
                self._hurry(failed, boost)
            elif best is None or answer.finish < best.finish:
                best = answer
                if on_better is not None:
                    on_better(answer)
            if best is not None and best.finish <= least:
                break
            if tries >= 2 and time.perf_counter() > until:
                break
        return best

    def _hurry(self, index: int, boost: list[float]) -> None:
        """A step that came too late, and what it waits for, goes earlier from now on."""
        queue, seen = [index], {index}
        while queue:
            one = queue.pop()
            boost[one] += 0.02 * self.problem.window_minutes / self.problem.grain
            for arc in self.problem.arcs_into[one]:
                if arc.before not in seen:
                    seen.add(arc.before)
                    queue.append(arc.before)
