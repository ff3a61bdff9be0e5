"""Suggest a sequence without people or item clashes: the search with CP-SAT over `suggestion_model`.

First the earliest finish; when that is proven and time is left, at that finish the changes that are hard to
roll back early and as few moves as possible. OR-Tools is imported on the first call (about half a second).
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.sequencing.model import Sequence
from app.sequencing.passes import schedule
from app.sequencing.suggestion_model import SuggestionModel, build_model
from app.sequencing.surroundings import Surroundings


class SuggestionStatus(StrEnum):
    """How far the search came."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    NOTHING_FOUND = "nothing_found"


@dataclass(frozen=True, slots=True)
class SuggestionOptions:
    """Limits of a search; `keep_points_of_no_return` makes them deadlines of deploy and verify steps."""

    limit_seconds: float = 10.0
    workers: int = 2
    keep_points_of_no_return: bool = True
    random_seed: int = 1


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The best sequence found: start minute by activity id, the person proposed where a team was named.

    `bound_minutes` is the proven least finish; `finish` is None when nothing was found.
    """

    status: SuggestionStatus
    starts: Mapping[str, int] = field(default_factory=dict)
    players: Mapping[str, int] = field(default_factory=dict)
    bound_minutes: int | None = None
    finish: int | None = None
    seconds: float = 0.0


def suggest(
    sequence: Sequence,
    surroundings: Surroundings,
    options: SuggestionOptions | None = None,
    on_better: Callable[[Suggestion], None] | None = None,
    stop: threading.Event | None = None,
) -> Suggestion:
    """Search for the best sequence until proven, out of time or stopped; always the best so far comes back.

    `on_better` is called from a thread of the solver with each better suggestion. Fixed and earliest starts,
    deadlines, absences, exclusive items and the window's end bind; pins are where activities are now and
    may be moved. Raises CyclicSequenceError for a network that has no order.
    """
    options = options or SuggestionOptions()
    began = time.perf_counter()
    current = schedule(sequence)
    model = build_model(sequence, surroundings, current, options.keep_points_of_no_return)
    if model is None:
        return Suggestion(SuggestionStatus.INFEASIBLE, seconds=time.perf_counter() - began)
    run = _Search(model, began, options, on_better, stop or threading.Event())
    model.cp.minimize(model.finish)
    status = run.solve(options.limit_seconds)
    if run.best is None:
        return Suggestion(status, seconds=time.perf_counter() - began)
    left = options.limit_seconds - (time.perf_counter() - began)
    if status is SuggestionStatus.OPTIMAL and left > 0.05 and not run.stop.is_set():
        run.refine(left)
    return run.suggestion(status)


class _Search:
    """One search: its limits and the best suggestion so far."""

    def __init__(
        self,
        model: SuggestionModel,
        began: float,
        options: SuggestionOptions,
        on_better: Callable[[Suggestion], None] | None,
        stop: threading.Event,
    ) -> None:
        self.model = model
        self.began = began
        self.options = options
        self.on_better = on_better
        self.stop = stop
        self.best: dict[str, int] | None = None
        self.players: dict[str, int] = {}
        self.finish = 0
        self.bound: int | None = None
        self.is_refining = False

    def solve(self, limit_seconds: float) -> SuggestionStatus:
        """Run the solver once on the model as it is and keep what it found."""
        from ortools.sat.python import cp_model

        if self.stop.is_set():
            return SuggestionStatus.NOTHING_FOUND
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = max(0.01, limit_seconds)
        solver.parameters.num_workers = self.options.workers
        solver.parameters.random_seed = self.options.random_seed
        ended = threading.Event()
        watcher = threading.Thread(target=self._watch, args=(solver, ended), daemon=True)
        watcher.start()
        try:
            outcome = solver.solve(self.model.cp, _listener(self))
        finally:
            ended.set()
            watcher.join()
        if outcome in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            self._keep(solver.value, solver.best_objective_bound, is_new=False)
            is_optimal = outcome == cp_model.OPTIMAL
            return SuggestionStatus.OPTIMAL if is_optimal else SuggestionStatus.FEASIBLE
        if outcome == cp_model.INFEASIBLE:
            return SuggestionStatus.INFEASIBLE
        return SuggestionStatus.NOTHING_FOUND

    def refine(self, limit_seconds: float) -> None:
        """At the best finish: hard-to-roll-back changes early, then few moves."""
        model = self.model
        self.is_refining = True
        model.cp.add(model.finish <= self.finish // model.grain_minutes)
        model.cp.clear_hints()
        for activity_id, minute in (self.best or {}).items():
            model.cp.add_hint(model.starts[activity_id], minute // model.grain_minutes)
        model.cp.minimize(model.second_aim)
        self.solve(limit_seconds)

    def suggestion(self, status: SuggestionStatus) -> Suggestion:
        """The best so far as a value."""
        seconds = time.perf_counter() - self.began
        return Suggestion(status, self.best or {}, self.players, self.bound, self.finish, seconds)

    def better(self, value: Callable[[Any], int], bound: float) -> None:
        """Take a better solution while the solver runs and announce it."""
        self._keep(value, bound, is_new=True)

    def _keep(self, value: Callable[[Any], int], bound: float, is_new: bool) -> None:
        grain = self.model.grain_minutes
        self.best = {activity_id: value(start) * grain for activity_id, start in self.model.starts.items()}
        self.players = {
            activity_id: person_id
            for activity_id, choices in self.model.choices.items()
            for person_id, literal in choices
            if value(literal)
        }
        self.finish = value(self.model.finish) * grain
        if not self.is_refining:
            self.bound = math.ceil(bound - 1e-6) * grain
        if is_new and self.on_better is not None:
            self.on_better(self.suggestion(SuggestionStatus.FEASIBLE))

    def _watch(self, solver: Any, ended: threading.Event) -> None:
        while not ended.wait(0.02):
            if self.stop.is_set():
                solver.stop_search()


def _listener(search: _Search) -> Any:
    """A solution callback; made here because its base class needs OR-Tools."""
    from ortools.sat.python import cp_model

    class Listener(cp_model.CpSolverSolutionCallback):  # type: ignore[misc]
        """Hands each better solution to the search."""

        def on_solution_callback(self) -> None:
            """Called by the solver from one of its threads."""
            search.better(self.value, self.best_objective_bound)

    return Listener()
