"""Configuration items in the CP-SAT model: exclusive holds and shared capacity."""

from __future__ import annotations

from app.sequencing.suggesting.cp_problem import CpProblem
from app.sequencing.suggesting.item_rules import excluding_pairs, one_by_one


def add_items(model: CpProblem) -> None:
    """Exclusive items as one no-overlap where that forbids nothing allowed, else pair by pair."""
    problem, cp, intervals = model.problem, model.cp, model.intervals
    seen: set[tuple[int, int]] = set()
    for item in problem.exclusive:
        kept, others = one_by_one(item, problem) if model.gate is None else ([], list(item.users))
        if len(kept) > 1:
            cp.add_no_overlap([intervals[index] for index in kept])
        for one, other in excluding_pairs(item, problem, others):
            pair = (min(one, other), max(one, other))
            if model.gate is None and pair in seen:
                continue
            seen.add(pair)
            model.enforced(cp.add_no_overlap([intervals[one], intervals[other]]), item.requirement)
    for shared in problem.shared:
        units = [taken for _, taken in shared.held]
        held = [intervals[index] for index, _ in shared.held]
        model.enforced(cp.add_cumulative(held, units, shared.capacity), shared.requirement)
