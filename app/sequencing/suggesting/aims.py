"""The aims of a suggestion after the earliest finish: risky changes early, then little disturbance.

They are lexicographic: each stage keeps what the one before reached. A weighting would have to trade minutes
of the finish against moves, which nobody agreed to.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.sequencing.model import Phase, Sequence
from app.sequencing.no_return import rollback_minutes
from app.sequencing.suggesting.cp_problem import CpProblem
from app.sequencing.suggesting.problem import Problem

_ROLLBACK_STEP_MINUTES = 15
"""Each quarter of an hour of rollback counts as much as one level of risk."""


def early_weights(problem: Problem, sequence: Sequence, importance: Mapping[str, int]) -> dict[int, int]:
    """How much each deploy step should be early, by step: its change's risk and the length of its rollback.

    Changes of the least risk that are undone in minutes weigh nothing: they need not move.
    """
    weight_of = {}
    for key, activities in sequence.by_change.items():
        rollback = rollback_minutes(activities) or 0
        weight_of[key] = importance.get(key, 0) + round(rollback / _ROLLBACK_STEP_MINUTES)
    weights = {}
    for index, step in enumerate(problem.steps):
        weight = weight_of.get(step.activity.change_key or "", 0)
        if weight and step.activity.phase is Phase.DEPLOY and not step.has_begun:
            weights[index] = weight
    return weights


def risk_aim(model: CpProblem, weights: Mapping[int, int]) -> Any:
    """The weighted starts of deploy steps: the less, the earlier what is risky or hard to undo."""
    return sum(weight * model.start_of[index] for index, weight in weights.items())


def risk_of(starts: list[int], weights: Mapping[int, int]) -> int:
    """The same of known starts."""
    return sum(weight * starts[index] for index, weight in weights.items())


def add_moves_aim(model: CpProblem, starts: list[int]) -> Any:
    """The number of steps that leave their place; `starts` is a known answer, given as a hint."""
    terms = []
    grain = model.problem.grain
    for index, minute in enumerate(model.problem.current):
        if model.problem.steps[index].has_begun:
            continue
        if minute % grain:
            continue
        stays = model.cp.new_bool_var("")
        model.cp.add(model.start_of[index] == minute // grain).only_enforce_if(stays)
        model.cp.add_hint(stays, starts[index] == minute // grain)
        terms.append(1 - stays)
    return sum(terms) if terms else 0


def moves_of(problem: Problem, starts: list[int]) -> int:
    """How many steps leave their place."""
    pairs = zip(starts, problem.current, strict=True)
    return sum(start * problem.grain != minute for start, minute in pairs)
