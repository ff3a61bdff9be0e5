"""What would resolve a contradiction: for one of its requirements, the least it has to give way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.sequencing.suggesting.cp_building import build_cp
from app.sequencing.suggesting.cp_problem import CpProblem
from app.sequencing.suggesting.problem import Problem, SharedItem
from app.sequencing.suggesting.propagation import upper_bounds
from app.sequencing.suggesting.requirements import Requirement, RequirementKind
from app.sequencing.why_not.restricting import restrict

_KIND = RequirementKind
_HELPER = -1
"""The id of the person that is not there yet."""
_TIMED = (
    _KIND.WINDOW_START,
    _KIND.WINDOW_END,
    _KIND.EARLIEST_START,
    _KIND.FIXED_START,
    _KIND.KEPT_PLACE,
    _KIND.DEADLINE,
    _KIND.NO_RETURN,
    _KIND.LINK,
)


@dataclass(frozen=True, slots=True)
class Relief:
    """How much a requirement gives way: minutes, units, or from when to when somebody or something more.

    `activity_ids` are those that the relief is for. `start` and `finish` are minutes of the window.
    """

    minutes: int = 0
    units: int = 0
    start: int | None = None
    finish: int | None = None
    activity_ids: tuple[str, ...] = ()


def relief_of(
    problem: Problem, core: Sequence[Requirement], requirement: Requirement, seconds: float
) -> Relief | None:
    """The least relief of one requirement with the rest of the set kept; None when not found in time."""
    rest = [one for one in core if one != requirement]
    if requirement.kind in _TIMED:
        return _minutes(problem, rest, requirement, seconds)
    if requirement.kind in (_KIND.ONE_AT_A_TIME, _KIND.ONE_OF_TEAM):
        return _one_more(problem, core, requirement, seconds)
    if requirement.kind is _KIND.ITEM_CAPACITY:
        return _units(problem, core, requirement, seconds)
    return _overlap(problem, rest, requirement, seconds)


def window_relief(problem: Problem, seconds: float) -> tuple[int, int] | None:
    """How many minutes longer the window has to be: proven at least, and enough; None when not found."""
    moved = {_KIND.WINDOW_END, _KIND.NO_RETURN}
    asked = {bound.requirement for bound in upper_bounds(problem) if bound.requirement.kind in moved}
    from app.sequencing.why_not.restricting import requirements_of

    rest = [one for one in requirements_of(problem) if one not in asked]
    model = build_cp(restrict(problem, rest))
    if model is None:
        return None
    give = _give_way(model, problem, asked)
    model.cp.minimize(give)
    solver = _solve(model, seconds, workers=2)
    if solver is None:
        return None
    grain = problem.grain
    return round(solver.best_objective_bound) * grain, solver.value(give) * grain


def _minutes(
    problem: Problem, rest: list[Requirement], requirement: Requirement, seconds: float
) -> Relief | None:
    """A longer window also moves the points of no return, which count from its end."""
    asked = {requirement}
    if requirement.kind is _KIND.WINDOW_END:
        asked |= {one for one in rest if one.kind is _KIND.NO_RETURN}
    model = build_cp(restrict(problem, [one for one in rest if one not in asked]))
    if model is None:
        return None
    give = _give_way(model, problem, asked)
    model.cp.minimize(give)
    solver = _solve(model, seconds)
    if solver is None:
        return None
    ids = requirement.activity_ids
    start = None
    if ids:
        start = solver.value(model.start_of[problem.index_of[ids[-1]]]) * problem.grain
    return Relief(minutes=solver.value(give) * problem.grain, start=start, activity_ids=ids)


def _give_way(model: CpProblem, problem: Problem, asked: set[Requirement]) -> Any:
    """A variable by which all bounds and links of the requirements asked give way, in grains."""
    cp, start_of = model.cp, model.start_of
    give = cp.new_int_var(0, 10**6, "give")
    for bound in upper_bounds(problem):
        if bound.requirement in asked:
            cp.add(start_of[bound.step] <= bound.grain + give)
    for step, grain, is_upper, requirement in problem.bounds:
        if requirement in asked and not is_upper:
            cp.add(start_of[step] >= grain - give)
    for arc in problem.arcs:
        if arc.requirement in asked:
            cp.add(start_of[arc.after] >= start_of[arc.before] + arc.weight - give)
    return give


def _one_more(
    problem: Problem, core: Sequence[Requirement], requirement: Requirement, seconds: float
) -> Relief | None:
    """One more person for the fewest steps: from when to when, and for which."""
    held = restrict(problem, core)
    steps = []
    for step in held.steps:
        if requirement.kind is _KIND.ONE_OF_TEAM:
            is_asked = bool(step.candidates) and step.activity.team_id == requirement.team_id
            steps.append(replace(step, candidates=(*step.candidates, _HELPER)) if is_asked else step)
        elif requirement.person_id in step.people:
            others = tuple(one for one in step.people if one != requirement.person_id)
            assert requirement.person_id is not None
            steps.append(replace(step, people=others, candidates=(requirement.person_id, _HELPER)))
        else:
            steps.append(step)
    model = build_cp(replace(held, steps=tuple(steps)))
    if model is None:
        return None
    helped = {
        index: literal
        for index, choices in model.choices.items()
        for person_id, literal in choices
        if person_id == _HELPER
    }
    model.cp.minimize(sum(helped.values()))
    solver = _solve(model, seconds)
    if solver is None:
        return None
    given = [index for index, literal in helped.items() if solver.value(literal)]
    given.sort(key=lambda index: int(solver.value(model.start_of[index])))
    return _for_steps(problem, [(index, solver.value(model.start_of[index])) for index in given])


def _units(
    problem: Problem, core: Sequence[Requirement], requirement: Requirement, seconds: float
) -> Relief | None:
    held = restrict(problem, core)
    item = next(one for one in held.shared if one.requirement == requirement)
    for more in range(1, sum(units for _, units in item.held) - item.capacity + 1):
        wider = SharedItem(item.ci_id, item.held, item.capacity + more, item.requirement)
        shared = tuple(wider if one is item else one for one in held.shared)
        model = build_cp(replace(held, shared=shared))
        if model is not None and _solve(model, seconds) is not None:
            return Relief(units=more)
    return None


def _overlap(
    problem: Problem, rest: list[Requirement], requirement: Requirement, seconds: float
) -> Relief | None:
    """Without the requirement: which steps then lie in a freeze or absence, or hold an item together."""
    model = build_cp(restrict(problem, rest))
    if model is None:
        return None
    inside: dict[int, Any] = {}
    for hole in problem.holes:
        if hole.requirement == requirement:
            is_out_before, is_out_after = model.cp.new_bool_var(""), model.cp.new_bool_var("")
            variable = model.start_of[hole.step]
            model.cp.add(variable <= hole.first - 1).only_enforce_if(is_out_before)
            model.cp.add(variable >= hole.last + 1).only_enforce_if(is_out_after)
            inside[hole.step] = model.cp.new_bool_var("")
            model.cp.add_bool_or([is_out_before, is_out_after, inside[hole.step]])
    if inside:
        model.cp.minimize(sum(inside.values()))
    solver = _solve(model, seconds)
    if solver is None:
        return None
    if inside:
        given = [index for index, literal in inside.items() if solver.value(literal)]
    else:
        starts = [int(solver.value(variable)) for variable in model.start_of]
        given = _together(problem, requirement, starts)
    return _for_steps(problem, [(index, solver.value(model.start_of[index])) for index in given])


def _together(problem: Problem, requirement: Requirement, starts: list[int]) -> list[int]:
    """The users of an exclusive item that overlap in these starts."""
    item = next((one for one in problem.exclusive if one.requirement == requirement), None)
    if item is None:
        return []
    steps = problem.steps
    return [
        one
        for one in item.users
        if any(
            one != other
            and (one in item.holders or other in item.holders)
            and starts[one] < starts[other] + steps[other].length
            and starts[other] < starts[one] + steps[one].length
            and (steps[one].activity.change_key or one) != (steps[other].activity.change_key or other)
            for other in item.users
        )
    ]


def _for_steps(problem: Problem, given: list[tuple[int, int]]) -> Relief:
    grain = problem.grain
    if not given:
        return Relief()
    ids = tuple(problem.steps[index].activity.id for index, _ in given)
    start = min(start for _, start in given) * grain
    finish = max(start + problem.steps[index].length for index, start in given) * grain
    return Relief(start=start, finish=finish, activity_ids=ids)


def _solve(model: CpProblem, seconds: float, workers: int = 1) -> Any:
    """A solver that found an answer, or None."""
    from ortools.sat.python import cp_model

    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(0.02, seconds)
    solver.parameters.num_workers = workers
    status = solver.solve(model.cp)
    return solver if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else None
