"""People in the CP-SAT model: nobody does two things at once, nor anything while away."""

from __future__ import annotations

from typing import Any

from app.sequencing.suggesting.cp_problem import CpProblem
from app.sequencing.suggesting.requirements import Requirement, RequirementKind


def add_named_people(model: CpProblem) -> None:
    """Each person one thing at a time; of a team's members exactly one is chosen."""
    problem, cp = model.problem, model.cp
    booked: dict[int, list[Any]] = {}
    for person_id, indices in problem.named.items():
        asked = Requirement(RequirementKind.ONE_AT_A_TIME, person_id=person_id)
        booked[person_id] = [_named_interval(model, index, asked) for index in indices]
    chosen: set[int] = set()
    for index, step in enumerate(problem.steps):
        if not step.candidates:
            continue
        literals = []
        for person_id in step.candidates:
            literal = cp.new_bool_var("")
            interval = cp.new_optional_fixed_size_interval_var(
                model.start_of[index], step.length, literal, ""
            )
            booked.setdefault(person_id, []).append(interval)
            chosen.add(person_id)
            literals.append((person_id, literal))
        model.choices[index] = literals
        if model.gate is None:
            cp.add_exactly_one(literal for _, literal in literals)
        else:
            asked = Requirement(RequirementKind.ONE_OF_TEAM, team_id=step.activity.team_id)
            cp.add_bool_or([literal for _, literal in literals]).only_enforce_if(model.gate.of(asked))
    for one in problem.away:
        if one.person_id in chosen:
            booked[one.person_id].append(_away_interval(model, one.start, one.finish, one.requirement))
    for intervals in booked.values():
        if len(intervals) > 1:
            cp.add_no_overlap(intervals)


def add_pooled_people(model: CpProblem) -> None:
    """Named people one thing at a time; of each team no more at once than it has members."""
    problem, cp = model.problem, model.cp
    for indices in problem.named.values():
        if len(indices) > 1:
            cp.add_no_overlap([model.intervals[index] for index in indices])
    teams: dict[tuple[int, ...], list[int]] = {}
    for index, step in enumerate(problem.steps):
        if step.candidates:
            teams.setdefault(step.candidates, []).append(index)
    for members, indices in teams.items():
        intervals = [model.intervals[index] for index in indices]
        for person_id in members:
            intervals += [model.intervals[index] for index in problem.named.get(person_id, ())]
        intervals += [
            cp.new_fixed_size_interval_var(one.start, one.finish - one.start, "")
            for one in problem.away
            if one.person_id in members
        ]
        if len(intervals) > len(members):
            cp.add_cumulative(intervals, [1] * len(intervals), len(members))


def _named_interval(model: CpProblem, index: int, asked: Requirement) -> Any:
    if model.gate is None:
        return model.intervals[index]
    literal = model.gate.of(asked)[0]
    length = model.problem.steps[index].length
    return model.cp.new_optional_fixed_size_interval_var(model.start_of[index], length, literal, "")


def _away_interval(model: CpProblem, start: int, finish: int, asked: Requirement) -> Any:
    if model.gate is None:
        return model.cp.new_fixed_size_interval_var(start, finish - start, "")
    literal = model.gate.of(asked)[0]
    return model.cp.new_optional_fixed_size_interval_var(start, finish - start, literal, "")
