"""A problem with some of its requirements only, and whether that has a solution."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from app.sequencing.suggesting.cp_building import build_cp
from app.sequencing.suggesting.generation import Generator
from app.sequencing.suggesting.problem import Problem, Step
from app.sequencing.suggesting.propagation import earliest, upper_bounds
from app.sequencing.suggesting.requirements import Requirement, RequirementKind


def one_at_a_time(person_id: int) -> Requirement:
    """That a person does one of the things they are named for at a time."""
    return Requirement(RequirementKind.ONE_AT_A_TIME, person_id=person_id)


def one_of_team(team_id: int | None) -> Requirement:
    """That the steps asking one of a team get somebody who is free."""
    return Requirement(RequirementKind.ONE_OF_TEAM, team_id=team_id)


def requirements_of(problem: Problem) -> list[Requirement]:
    """Every requirement of a problem once; what has begun is a fact and none of them."""
    found = [bound.requirement for bound in problem.bounds if not problem.steps[bound.step].has_begun]
    for group in (
        problem.holes,
        problem.arcs,
        problem.away,
        problem.exclusive,
        problem.shared,
        problem.points,
    ):
        found += [one.requirement for one in group]
    found += [one_at_a_time(person_id) for person_id in problem.named]
    found += [one_of_team(step.activity.team_id) for step in problem.steps if step.candidates]
    return list(dict.fromkeys(found))


def restrict(problem: Problem, kept: Collection[Requirement]) -> Problem:
    """The problem with only the requirements given; facts stay."""
    chosen = set(kept)
    return replace(
        problem,
        steps=tuple(_step(step, chosen) for step in problem.steps),
        bounds=tuple(b for b in problem.bounds if b.requirement in chosen or problem.steps[b.step].has_begun),
        holes=tuple(one for one in problem.holes if one.requirement in chosen),
        arcs=tuple(one for one in problem.arcs if one.requirement in chosen),
        away=tuple(one for one in problem.away if one.requirement in chosen),
        exclusive=tuple(one for one in problem.exclusive if one.requirement in chosen),
        shared=tuple(one for one in problem.shared if one.requirement in chosen),
        points=tuple(one for one in problem.points if one.requirement in chosen),
    )


def _step(step: Step, chosen: set[Requirement]) -> Step:
    people = tuple(person_id for person_id in step.people if one_at_a_time(person_id) in chosen)
    has_team = bool(step.candidates) and one_of_team(step.activity.team_id) in chosen
    return replace(step, people=people, candidates=step.candidates if has_team else ())


def has_solution(problem: Problem, seconds: float, seed: int = 1) -> bool | None:
    """Whether all requirements of a problem can be kept together; None when not found out in time."""
    heads = earliest(problem).starts
    if any(heads[bound.step] > bound.grain for bound in upper_bounds(problem)):
        return False
    generator = Generator(problem)
    answer, _ = generator.in_order_of([float(tail) for tail in generator.tails])
    if answer is not None:
        return True
    model = build_cp(problem)
    if model is None:
        return False
    from ortools.sat.python import cp_model

    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(0.01, seconds)
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed
    status = solver.solve(model.cp)
    if status == cp_model.INFEASIBLE:
        return False
    return True if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else None
