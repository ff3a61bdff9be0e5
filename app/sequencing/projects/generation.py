"""The first schedule at once: serial generation by the latest-finish rule, in plain Python without imports.

It answers within a millisecond for some hundred jobs, also while the compiled search is not ready yet.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence as Rows
from heapq import heapify, heappop, heappush

from app.sequencing.projects.bounds import Margins, margins
from app.sequencing.projects.instance import Project


def first_schedule(project: Project, known: Margins | None = None) -> tuple[int, ...]:
    """The start of each job: whatever leaves least time afterwards goes first, as early as it fits."""
    found = known or margins(project)
    keys = [-job.duration - tail for job, tail in zip(project.jobs, found.tails, strict=True)]
    return place_in_order(project, eligible_order(project, keys))


def eligible_order(project: Project, keys: Rows[int]) -> list[int]:
    """The jobs by rising key as far as the links allow: always the least key among those that may come."""
    missing = [0] * len(project.jobs)
    following: list[list[int]] = [[] for _ in project.jobs]
    for link in project.links:
        missing[link.after] += 1
        following[link.before].append(link.after)
    heap = [(keys[place], place) for place, count in enumerate(missing) if count == 0]
    heapify(heap)
    order = []
    while heap:
        _, place = heappop(heap)
        order.append(place)
        for after in following[place]:
            missing[after] -= 1
            if missing[after] == 0:
                heappush(heap, (keys[after], after))
    return order


def place_in_order(project: Project, order: Rows[int]) -> tuple[int, ...]:
    """Serial generation: each job of the order as early as links, release and capacities allow.

    The capacities in use are kept as steps (moment, use after it), so long durations cost nothing.
    """
    incoming: list[list[tuple[int, int]]] = [[] for _ in project.jobs]
    for link in project.links:
        incoming[link.after].append((link.before, project.start_lag(link)))
    starts = [0] * len(project.jobs)
    profiles = [_Profile(capacity) for capacity in project.capacities]
    for place in order:
        job = project.jobs[place]
        start = max([job.release, *(starts[before] + lag for before, lag in incoming[place])])
        taken = [(profile, demand) for profile, demand in zip(profiles, job.demands, strict=True) if demand]
        moved = job.duration > 0
        while moved:
            moved = False
            for profile, demand in taken:
                fitting = profile.earliest(start, job.duration, demand)
                moved = moved or fitting > start
                start = fitting
        starts[place] = start
        if job.duration > 0:
            for profile, demand in taken:
                profile.take(start, start + job.duration, demand)
    return tuple(starts)


class _Profile:
    """The use of one capacity over time: uses[i] holds from moments[i] to moments[i + 1]."""

    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.moments = [0]
        self.uses = [0]

    def earliest(self, start: int, duration: int, demand: int) -> int:
        """The first moment from `start` at which the demand fits for the whole duration."""
        room = self.capacity - demand
        at = self._step(start)
        while at < len(self.moments) and self.moments[at] < start + duration:
            if self.uses[at] > room:
                start = self.moments[at + 1]
            at += 1
        return start

    def take(self, start: int, end: int, demand: int) -> None:
        """Use so much more from start to end."""
        first = self._cut(start)
        for at in range(first, self._cut(end)):
            self.uses[at] += demand

    def _step(self, moment: int) -> int:
        return bisect_right(self.moments, moment) - 1

    def _cut(self, moment: int) -> int:
        at = self._step(moment)
        if self.moments[at] == moment:
            return at
        self.moments.insert(at + 1, moment)
        self.uses.insert(at + 1, self.uses[at])
        return at + 1
