"""A population of schedules that improves by crossing: hybrid genetic search with justification.

After V. Valls, F. Ballestín, S. Quintanilla (2008) and D. Debels, M. Vanhoucke (2007): a child takes a
stretch of time from one parent and what comes before and after from the other, in forward or reversed time;
it is generated job by job or through time, then justified to the right and to the left.
"""

from __future__ import annotations

from collections.abc import Sequence as Rows

import numpy as np

from app.sequencing.projects import kernels
from app.sequencing.projects.bounds import Margins
from app.sequencing.projects.instance import Job, Link, Project
from app.sequencing.projects.tables import room_for, tables_of

POPULATION = 200


class Island:
    """One population with its own random numbers; used by one thread at a time."""

    def __init__(self, project: Project, known: Margins, seed: int, size: int = POPULATION) -> None:
        """Make room; `populate` then fills it."""
        self._tables = tables_of(project, seed)
        self._population = room_for(project, size)
        self._size = size
        self._random = np.random.default_rng(seed)
        unit = self._tables.unit
        rest = [(tail + job.duration) // unit for tail, job in zip(known.tails, project.jobs, strict=True)]
        self._by_rest = max(rest, default=0) - np.array(rest, dtype=np.int64)
        self._filled = 0
        self.births = 0

    def populate(self, rows: int) -> bool:
        """Fill so many more rows by the latest-finish rule with growing noise; True when all are full."""
        reach = int(self._by_rest.max(initial=0))
        tables = self._tables
        for row in range(self._filled, min(self._size, self._filled + rows)):
            noise = int(reach * self._random.random() / 2) + 2 if row else 1
            keys = self._by_rest + self._random.integers(0, noise, len(self._by_rest))
            kernels.settle(tables.forward, tables.backward, tables.work, keys, self._population, row)
            self._filled = row + 1
        return self._filled == self._size

    def restart(self) -> None:
        """Forget all schedules; `populate` fills the rows anew."""
        self._filled = 0

    def evolve(self, births: int) -> None:
        """Let so many children be born; the interpreter is free for other threads meanwhile."""
        tables = self._tables
        kernels.evolve(tables.forward, tables.backward, tables.work, self._population, births)
        self.births += births

    def welcome(self, starts: Rows[int]) -> None:
        """Take in a schedule found elsewhere, justified."""
        tables, population, row = self._tables, self._population, self._size
        population.starts[row, :] = np.array(starts, dtype=np.int64) // tables.unit
        makespan = int((population.starts[row] + tables.work.duration).max(initial=0))
        population.makespans[row] = kernels.improve(
            tables.forward, tables.backward, tables.work, population.starts[row], makespan
        )
        if self._filled == self._size:
            kernels.keep(population, tables.work.random)

    @property
    def best_makespan(self) -> int:
        """The least makespan so far, in the project's units of time."""
        return int(self._population.makespans[: self._filled].min()) * self._tables.unit

    def best_starts(self) -> tuple[int, ...]:
        """The start of each job in a best schedule."""
        best = int(self._population.makespans[: self._filled].argmin())
        return tuple(int(start) * self._tables.unit for start in self._population.starts[best])


def warm_up() -> None:
    """Compile the inner loops, or load them from the cache; several seconds the first time on a machine."""
    jobs = tuple(Job(2, (1,)) for _ in range(3))
    project = Project(jobs, (1,), (Link(0, 1),))
    island = Island(project, Margins((0, 2, 0), (2, 0, 0)), 1, 4)
    island.populate(4)
    island.evolve(1)
    island.welcome((0, 2, 4))
