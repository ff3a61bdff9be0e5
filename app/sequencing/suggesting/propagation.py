"""Earliest and latest starts of a problem by links, bounds and holes alone, with what led to them."""

from __future__ import annotations

from dataclasses import dataclass

from app.sequencing.suggesting.problem import FAR, Arc, Bound, Hole, Problem


@dataclass(frozen=True, slots=True)
class Heads:
    """The earliest start of each step in grains; the arc that holds it, if one does; the holes it skips."""

    starts: list[int]
    through: list[Arc | None]
    skipped: dict[int, list[Hole]]


def earliest(problem: Problem) -> Heads:
    """The forward pass over bounds, arcs and holes."""
    starts = problem.lower.copy()
    through: list[Arc | None] = [None] * len(starts)
    skipped: dict[int, list[Hole]] = {}
    holes, arcs_into = problem.holes_of, problem.arcs_into
    for index in problem.order:
        start = starts[index]
        for arc in arcs_into[index]:
            allowed = starts[arc.before] + arc.weight
            if allowed > start:
                start, through[index] = allowed, arc
        for hole in holes.get(index, ()):
            if hole.first <= start <= hole.last:
                start = hole.last + 1
                skipped.setdefault(index, []).append(hole)
        starts[index] = start
    return Heads(starts, through, skipped)


def latest(problem: Problem, with_all_dependants: bool = False) -> list[int]:
    """The backward pass: the latest start of each step in grains, points of no return included.

    `with_all_dependants` counts the rollback of every dependant, also of those that might come first.
    """
    starts = problem.upper.copy()
    for index, last in point_bounds(problem, with_all_dependants):
        starts[index] = min(starts[index], last)
    holes = problem.holes_of
    arcs_out: list[list[Arc]] = [[] for _ in starts]
    for arc in problem.arcs:
        arcs_out[arc.before].append(arc)
    for index in reversed(problem.order):
        start = starts[index]
        for arc in arcs_out[index]:
            if starts[arc.after] < FAR:
                start = min(start, starts[arc.after] - arc.weight)
        for hole in reversed(holes.get(index, ())):
            if hole.first <= start <= hole.last:
                start = hole.first - 1
        starts[index] = start
    return starts


def point_bounds(problem: Problem, with_all_dependants: bool = False) -> list[tuple[int, int]]:
    """The latest start each point of no return leaves the steps that prove its change."""
    found = []
    for point in problem.points:
        limit = point.limit_minutes
        if with_all_dependants:
            limit -= sum(dependant.rollback_minutes for dependant in point.dependants)
        for index in point.proofs:
            step = problem.steps[index]
            if not step.has_begun:
                found.append((index, limit // problem.grain - step.length))
    return found


def upper_bounds(problem: Problem) -> list[Bound]:
    """All upper bounds with their requirement, those of points of no return among them."""
    found = [bound for bound in problem.bounds if bound.is_upper]
    for point in problem.points:
        for index in point.proofs:
            step = problem.steps[index]
            if not step.has_begun:
                last = point.limit_minutes // problem.grain - step.length
                found.append(Bound(index, last, True, point.requirement))
    return found
