"""Builds the CP-SAT model of a problem: start variables, people, items and points of no return.

Two ways to model "one of team X": *named* gives each member an optional interval (exact), *pooled* counts
heads (fast, a relaxation whose bound holds for the exact model too).

With a `Gate` every requirement hangs on a literal of its own, so that contradicting ones can be found.
"""

from __future__ import annotations

from typing import Any

from app.sequencing.suggesting.cp_items import add_items
from app.sequencing.suggesting.cp_people import add_named_people, add_pooled_people
from app.sequencing.suggesting.cp_problem import CpProblem, Gate
from app.sequencing.suggesting.problem import FAR, Problem, ReturnPoint
from app.sequencing.suggesting.propagation import earliest, latest


def build_cp(problem: Problem, is_pooled: bool = False, is_gated: bool = False) -> CpProblem | None:
    """Build the model; None when bounds and links alone leave some step no start (never when gated)."""
    from ortools.sat.python import cp_model

    cp: Any = cp_model.CpModel()
    gate = Gate(cp) if is_gated else None
    domains = _wide_domains(problem) if is_gated else _tight_domains(problem)
    if domains is None:
        return None
    start_of, intervals = [], []
    for index, (step, domain) in enumerate(zip(problem.steps, domains, strict=True)):
        variable = cp.new_int_var_from_domain(cp_model.Domain.from_intervals(domain), f"s{index}")
        start_of.append(variable)
        intervals.append(cp.new_fixed_size_interval_var(variable, step.length, f"i{index}"))
    low = min((domain[0][0] for domain in domains), default=0)
    high = max((d[-1][1] + s.length for d, s in zip(domains, problem.steps, strict=True)), default=0)
    finish = cp.new_int_var(min(0, low), max(0, high), "finish")
    model = CpProblem(problem, cp, start_of, intervals, finish, gate=gate)
    for variable, step in zip(start_of, problem.steps, strict=True):
        cp.add(finish >= variable + step.length)
    if is_gated:
        _add_gated_bounds(model)
    for arc in problem.arcs:
        model.enforced(cp.add(start_of[arc.after] >= start_of[arc.before] + arc.weight), arc.requirement)
    if is_pooled:
        add_pooled_people(model)
    else:
        add_named_people(model)
    add_items(model)
    for point in problem.points:
        _add_point(model, point)
    return model


def _tight_domains(problem: Problem) -> list[list[list[int]]] | None:
    """What links, bounds and holes leave of each start."""
    heads, tails = earliest(problem).starts, latest(problem)
    domains = []
    for index, (head, tail) in enumerate(zip(heads, tails, strict=True)):
        if problem.steps[index].has_begun:
            domains.append([[problem.lower[index], problem.lower[index]]])
            continue
        low = -_reach(problem) if head <= -FAR // 2 else head
        domain = []
        high = _reach(problem) if tail >= FAR // 2 else tail
        for hole in problem.holes_of.get(index, ()):
            if hole.first > low and low <= high:
                domain.append([low, min(high, hole.first - 1)])
            low = max(low, hole.last + 1)
        if low <= high:
            domain.append([low, high])
        if not domain:
            return None
        domains.append(domain)
    return domains


def _wide_domains(problem: Problem) -> list[list[list[int]]]:
    reach = _reach(problem)
    return [[[-reach, reach]] for _ in problem.steps]


def _reach(problem: Problem) -> int:
    """Grains that hold every step one after the other, with all lags and bounds."""
    far = sum(step.length for step in problem.steps) + sum(abs(arc.weight) for arc in problem.arcs)
    far += max((abs(bound.grain) for bound in problem.bounds), default=0)
    far += sum(hole.last - hole.first + 1 for hole in problem.holes)
    far += sum(one.finish - one.start for one in problem.away)
    return far + problem.window_minutes // problem.grain + 24 * 60 // problem.grain


def _add_gated_bounds(model: CpProblem) -> None:
    from ortools.sat.python import cp_model

    cp, gate = model.cp, model.gate
    assert gate is not None
    for step, grain, is_upper, requirement in model.problem.bounds:
        variable = model.start_of[step]
        bound = cp.add(variable <= grain) if is_upper else cp.add(variable >= grain)
        if not model.problem.steps[step].has_begun:
            bound.only_enforce_if(gate.of(requirement))
    reach = _reach(model.problem)
    for hole in model.problem.holes:
        allowed = cp_model.Domain.from_intervals([[-reach, hole.first - 1], [hole.last + 1, reach]])
        outside = cp.add_linear_expression_in_domain(model.start_of[hole.step], allowed)
        outside.only_enforce_if(gate.of(hole.requirement))


def _add_point(model: CpProblem, point: ReturnPoint) -> None:
    """The steps that prove a change finish while its rollback, and those of later dependants, still fit."""
    cp, grain = model.cp, model.problem.grain
    later = []
    for dependant in point.dependants:
        counts = cp.new_bool_var("")
        firsts = []
        for deploy in dependant.deploys:
            is_before = cp.new_bool_var("")
            for own in point.deploys:
                cp.add(model.start_of[deploy] <= model.start_of[own] - 1).only_enforce_if(is_before)
            firsts.append(is_before)
        cp.add_bool_or([counts, *firsts])
        later.append(dependant.rollback_minutes * counts)
    for index in point.proofs:
        step = model.problem.steps[index]
        if step.has_begun:
            continue
        end = grain * (model.start_of[index] + step.length)
        model.enforced(cp.add(end + sum(later) <= point.limit_minutes), point.requirement)
