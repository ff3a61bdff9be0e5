"""Proves with CP-SAT that nothing shorter exists, or finds it: the exact half of the search.

OR-Tools is imported on first use (about half a second).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from math import floor, isfinite
from typing import Any

from app.sequencing.projects.bounds import Margins
from app.sequencing.projects.instance import Project

_PATIENCE_SECONDS = 0.1

Starts = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ProjectModel:
    """The model of a project whose schedules end before a known one; times are in the project's unit."""

    cp: Any
    starts: tuple[Any, ...]
    unit: int


def build_project_model(project: Project, known: Margins, bound: int, below: int) -> ProjectModel:
    """Minimise the makespan, at least `bound` and less than `below`, over intervals and cumulatives."""
    from ortools.sat.python import cp_model

    unit = project.unit
    latest = below // unit - 1
    cp = cp_model.CpModel()
    starts = []
    for place, job in enumerate(project.jobs):
        head, tail = known.heads[place] // unit, known.tails[place] // unit
        domain = (head, latest - tail - job.duration // unit)
        starts.append(cp.new_int_var(domain[0], max(domain), f"start {place}"))
        if domain[1] < domain[0]:
            cp.add_bool_or([])
    intervals = [
        cp.new_fixed_size_interval_var(start, job.duration // unit, "")
        for start, job in zip(starts, project.jobs, strict=True)
    ]
    for link in project.links:
        cp.add(starts[link.after] >= starts[link.before] + project.start_lag(link) // unit)
    for place, capacity in enumerate(project.capacities):
        users = [at for at, job in enumerate(project.jobs) if job.demands[place] and job.duration]
        if sum(project.jobs[at].demands[place] for at in users) > capacity:
            demands = [project.jobs[at].demands[place] for at in users]
            cp.add_cumulative([intervals[at] for at in users], demands, capacity)
    end = cp.new_int_var(min(-(-bound // unit), latest), max(latest, 0), "end")
    for place, job in enumerate(project.jobs):
        cp.add(end >= starts[place] + (job.duration + known.tails[place]) // unit)
    cp.minimize(end)
    return ProjectModel(cp, tuple(starts), unit)


class Proof:
    """One run of CP-SAT in a thread of its own, against the makespan known at its beginning."""

    def __init__(
        self,
        project: Project,
        known: Margins,
        bound: int,
        best: Starts,
        on_schedule: Callable[[Starts], None],
        on_bound: Callable[[int], None],
        workers: int,
        limit_seconds: float,
    ) -> None:
        """Start the run; both callbacks come from threads of the solver."""
        self._project = project
        self._known = known
        self._bound = bound
        self._best = best
        self._on_schedule = on_schedule
        self._on_bound = on_bound
        self._workers = workers
        self._limit_seconds = limit_seconds
        self._solver: Any = None
        self._is_stopped = False
        self._thread = threading.Thread(target=self._run, name="proof", daemon=True)
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """Whether the solver still works."""
        return self._thread.is_alive()

    def stop(self) -> None:
        """End the run and wait for it, some milliseconds, at the most 0.1 s while OR-Tools is imported."""
        self._is_stopped = True
        until = time.perf_counter() + _PATIENCE_SECONDS
        while self._thread.is_alive() and time.perf_counter() < until:
            if self._solver is not None:
                self._solver.stop_search()
            self._thread.join(0.005)

    def _run(self) -> None:
        from ortools.sat.python import cp_model

        if self._is_stopped:
            return
        below = self._project.makespan(self._best)
        model = build_project_model(self._project, self._known, self._bound, below)
        for start, hint in zip(model.starts, self._best, strict=True):
            model.cp.add_hint(start, hint // model.unit)
        on_schedule = self._on_schedule

        class Keeper(cp_model.CpSolverSolutionCallback):  # type: ignore[misc]
            """Hands on each better schedule."""

            def on_solution_callback(self) -> None:
                """Read the starts."""
                on_schedule(tuple(self.value(start) * model.unit for start in model.starts))

        solver = cp_model.CpSolver()
        solver.parameters.num_workers = self._workers
        solver.parameters.max_time_in_seconds = self._limit_seconds
        tune(solver.parameters)
        solver.best_bound_callback = lambda bound: self._raise(bound, model.unit)
        self._solver = solver
        status = solver.solve(model.cp, Keeper())
        if status == cp_model.INFEASIBLE:
            self._on_bound(below)
        elif status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            self._raise(solver.best_objective_bound, model.unit)

    def _raise(self, bound: float, unit: int) -> None:
        if isfinite(bound):
            self._on_bound(floor(bound + 1e-6) * unit)


def tune(parameters: Any) -> None:
    """What makes the proof of a project faster than CP-SAT's defaults."""
    parameters.use_strong_propagation_in_disjunctive = True
    parameters.use_dynamic_precedence_in_cumulative = True
