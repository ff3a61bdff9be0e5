"""The first look: a chain of links that is longer than the time there is for it."""

from __future__ import annotations

from app.sequencing.suggesting.problem import Bound, Problem
from app.sequencing.suggesting.propagation import Heads, earliest, upper_bounds
from app.sequencing.suggesting.requirements import Requirement
from app.sequencing.why_not.restricting import restrict


def contradicting_path(problem: Problem) -> list[Requirement]:
    """The requirements along the chain that is too long, from its begin to its end; empty without one.

    Of several the one with the fewest requirements. All of them are needed: without any one the rest fits.
    """
    heads = earliest(problem)
    broken = [bound for bound in upper_bounds(problem) if heads.starts[bound.step] > bound.grain]
    if not broken:
        return []
    chains = [_chain(problem, heads, bound) for bound in broken]
    chain = min(chains, key=len)
    for requirement in list(chain):
        fewer = [one for one in chain if one != requirement]
        if _is_too_long(restrict(problem, fewer)):
            chain = fewer
    return chain


def _is_too_long(problem: Problem) -> bool:
    heads = earliest(problem).starts
    return any(heads[bound.step] > bound.grain for bound in upper_bounds(problem))


def _chain(problem: Problem, heads: Heads, bound: Bound) -> list[Requirement]:
    """What leads to the earliest start of a step, in order, and the bound it breaks."""
    found = [bound.requirement]
    index = bound.step
    while True:
        found += [hole.requirement for hole in heads.skipped.get(index, ())]
        arc = heads.through[index]
        if arc is None:
            break
        found.append(arc.requirement)
        index = arc.before
    lower = problem.lower[index]
    found += [
        one.requirement
        for one in problem.bounds
        if one.step == index and not one.is_upper and one.grain == lower
    ][:1]
    return list(dict.fromkeys(reversed(found)))
