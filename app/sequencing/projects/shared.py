"""What the threads of one search share: limits, the best schedule so far, and when to end."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from app.sequencing.projects.bounds import lower_bound, margins
from app.sequencing.projects.generation import first_schedule
from app.sequencing.projects.instance import Project

Starts = tuple[int, ...]


class SearchStatus(StrEnum):
    """Whether anything shorter can still exist."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"


@dataclass(frozen=True, slots=True)
class SearchLimits:
    """How long and how widely to search; with one worker a single population and the proof share a core."""

    seconds: float = 5.0
    workers: int = 2
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Found:
    """The best schedule: start of each job, makespan and proven bound in the project's units of time.

    `first_ms` is when the first schedule stood, `seconds` when the search ended, `births` how many
    schedules the populations tried.
    """

    starts: Starts
    makespan: int
    bound: int
    status: SearchStatus
    seconds: float
    first_ms: float
    births: int = 0


class Board:
    """What the threads of one search share: the best schedule, the bound, and whether to stop."""

    def __init__(
        self, project: Project, on_better: Callable[[Found], None] | None, stop: threading.Event | None
    ) -> None:
        """Begin the clock and set the first schedule."""
        self.began = time.perf_counter()
        self.project = project
        self.known = margins(project)
        self.bound = lower_bound(project, self.known)
        self.best = first_schedule(project, self.known)
        self.makespan = project.makespan(self.best)
        self.first_ms = (time.perf_counter() - self.began) * 1000
        self.ended = threading.Event()
        self.births = 0
        self._on_better = on_better
        self._stop = stop or threading.Event()
        self._lock = threading.Lock()
        self._tell()

    @property
    def is_over(self) -> bool:
        """Whether the threads have to end: proven, stopped, or out of time."""
        return self.ended.is_set() or self._stop.is_set() or self.makespan <= self.bound

    @property
    def elapsed(self) -> float:
        """Seconds since the beginning."""
        return time.perf_counter() - self.began

    def offer(self, starts: Starts) -> None:
        """Keep the schedule if it is shorter than the best."""
        makespan = self.project.makespan(starts)
        with self._lock:
            if makespan >= self.makespan or self.ended.is_set():
                return
            self.best, self.makespan = starts, makespan
            self._tell()

    def raise_bound(self, bound: int) -> None:
        """Nothing shorter than `bound` exists."""
        with self._lock:
            self.bound = max(self.bound, min(bound, self.makespan))

    def found(self) -> Found:
        """The state as a result."""
        status = SearchStatus.OPTIMAL if self.makespan <= self.bound else SearchStatus.FEASIBLE
        return Found(self.best, self.makespan, self.bound, status, self.elapsed, self.first_ms, self.births)

    def _tell(self) -> None:
        if self._on_better is not None:
            self._on_better(self.found())
