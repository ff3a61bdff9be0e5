"""One run of the CP-SAT solver that can be stopped, and tells each better answer and bound as it comes."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.sequencing.suggesting.cp_problem import CpProblem


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended: with an answer, proven the best, or proven that there is none."""

    has_answer: bool
    is_optimal: bool
    is_infeasible: bool
    bound: int | None


@dataclass(frozen=True, slots=True)
class Telling:
    """What a run tells while it goes on, from threads of the solver: starts with people, and bounds."""

    answer: Callable[[list[int], dict[int, int]], None]
    bound: Callable[[int], None] = lambda _bound: None


class Switch:
    """A stop that reaches the solver of the moment, from any thread."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._solver: Any = None

    @property
    def is_off(self) -> bool:
        """Whether everything is to end."""
        return self._event.is_set()

    def turn_off(self) -> None:
        """End the run under way and let no other begin."""
        self._event.set()
        with self._lock:
            if self._solver is not None:
                self._solver.stop_search()

    def hold(self, solver: Any) -> bool:
        """Take a solver as the one of the moment (None: none any more); False when all is to end."""
        with self._lock:
            self._solver = solver
        return not self._event.is_set()


def run(
    model: CpProblem, seconds: float, workers: int, seed: int, switch: Switch, telling: Telling
) -> Outcome:
    """Run the solver on the model as it is, at most so long."""
    from ortools.sat.python import cp_model

    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(0.01, seconds)
    solver.parameters.num_workers = workers
    solver.parameters.random_seed = seed
    solver.best_bound_callback = lambda bound: telling.bound(math.ceil(bound - 1e-6))
    if not switch.hold(solver):
        return Outcome(False, False, False, None)
    try:
        status = solver.solve(model.cp, _listener(model, telling))
    finally:
        switch.hold(None)
    has_answer = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    bound = math.ceil(solver.best_objective_bound - 1e-6) if has_answer else None
    return Outcome(has_answer, status == cp_model.OPTIMAL, status == cp_model.INFEASIBLE, bound)


def _listener(model: CpProblem, telling: Telling) -> Any:
    """A solution callback; made here because its base class needs OR-Tools."""
    from ortools.sat.python import cp_model

    class Listener(cp_model.CpSolverSolutionCallback):  # type: ignore[misc]
        """Hands each better solution on."""

        def on_solution_callback(self) -> None:
            """Called by the solver from one of its threads."""
            value = self.value
            people = {}
            for index, choices in model.choices.items():
                for person_id, literal in choices:
                    if value(literal):
                        people[index] = person_id
                        break
            telling.answer([value(start) for start in model.start_of], people)

    return Listener()
