"""A small set of requirements that contradict each other: the solver's assumptions, then one by one fewer."""

from __future__ import annotations

import time

from app.sequencing.suggesting.cp_building import build_cp
from app.sequencing.suggesting.problem import Problem
from app.sequencing.suggesting.requirements import Requirement, RequirementKind
from app.sequencing.why_not.restricting import has_solution, restrict

_LEAST_SECONDS = 0.05
_ONE_TRY_SECONDS = 0.3
_ASKED_AGAIN = 3


def contradicting_core(problem: Problem, seconds: float) -> tuple[list[Requirement], bool]:
    """Requirements that cannot be kept together, and whether all of them are needed; empty when unknown.

    One literal a requirement, all assumed; what the solver needed for its contradiction is asked again alone
    while that makes it smaller, then each is tried to be left out.
    """
    until = time.perf_counter() + seconds
    core = _assumed(problem, seconds)
    if not core:
        return [], False
    for _ in range(_ASKED_AGAIN):
        left = until - time.perf_counter()
        smaller = _assumed(restrict(problem, core), left / 2) if left > _LEAST_SECONDS else []
        if not smaller or len(smaller) >= len(core):
            break
        core = smaller
    return fewest(problem, core, until)


def _assumed(problem: Problem, seconds: float) -> list[Requirement]:
    """What the solver needed of all requirements to prove a contradiction; empty when it did not in time."""
    from ortools.sat.python import cp_model

    model = build_cp(problem, is_gated=True)
    if model is None or model.gate is None:
        return []
    literals = model.gate.literals
    named = {literal.index: requirement for requirement, literal in literals.items()}
    model.cp.add_assumptions(list(literals.values()))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(_LEAST_SECONDS, seconds)
    solver.parameters.num_workers = 1
    if solver.solve(model.cp) != cp_model.INFEASIBLE:
        return []
    found = solver.sufficient_assumptions_for_infeasibility()
    return [named[index] for index in found if index in named]


def fewest(problem: Problem, core: list[Requirement], until: float) -> tuple[list[Requirement], bool]:
    """Leave out what is not needed for the contradiction, as long as there is time; whether it is minimal."""
    is_minimal = True
    for requirement in sorted(core, key=_keep_last):
        left = until - time.perf_counter()
        if left < _LEAST_SECONDS:
            return core, False
        rest = [one for one in core if one != requirement]
        answer = has_solution(restrict(problem, rest), min(left, _ONE_TRY_SECONDS))
        if answer is False:
            core = rest
        elif answer is None:
            is_minimal = False
    return core, is_minimal


def _keep_last(requirement: Requirement) -> int:
    """Try first to do without what says least to the user."""
    order = (
        RequirementKind.WINDOW_START,
        RequirementKind.FREEZE,
        RequirementKind.ABSENCE,
        RequirementKind.ITEM_CAPACITY,
        RequirementKind.EXCLUSIVE_ITEM,
    )
    return order.index(requirement.kind) if requirement.kind in order else len(order)
