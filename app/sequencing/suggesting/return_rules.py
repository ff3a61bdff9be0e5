"""Points of no return as deadlines: what proves a change finishes while its rollback still fits.

The rule is that of `no_return`: window - rollback(c) - rollback(d) of every d that stands on c and is
deployed no earlier. Where links leave open which is deployed first, the search decides, and pays only if d
comes later.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable

from app.sequencing.model import Phase, Sequence
from app.sequencing.no_return import rollback_minutes
from app.sequencing.suggesting.problem import Arc, Dependant, ReturnPoint, Step
from app.sequencing.suggesting.requirements import Requirement, RequirementKind

_PROOFS = (Phase.DEPLOY, Phase.VERIFY)


def return_points(
    sequence: Sequence, steps: tuple[Step, ...], arcs: Iterable[Arc], order: tuple[int, ...]
) -> tuple[ReturnPoint, ...]:
    """The point of every change that says how long its rollback takes and has something to prove."""
    rollbacks = {key: rollback_minutes(activities) for key, activities in sequence.by_change.items()}
    by_change: dict[str, list[int]] = {}
    for index, step in enumerate(steps):
        key = step.activity.change_key
        if key is not None and step.activity.phase is not Phase.ROLLBACK:
            by_change.setdefault(key, []).append(index)
    deploys = {
        key: tuple(i for i in members if steps[i].activity.phase is Phase.DEPLOY) or tuple(members)
        for key, members in by_change.items()
    }
    closure = sequence.changes_above
    arcs_out: dict[int, list[Arc]] = {}
    for arc in arcs:
        arcs_out.setdefault(arc.before, []).append(arc)
    rank = {index: position for position, index in enumerate(order)}
    points = []
    for key, members in by_change.items():
        own = rollbacks.get(key)
        if own is None:
            continue
        proofs = tuple(i for i in members if steps[i].activity.phase in _PROOFS) or tuple(members)
        above = sorted(other for other in closure.get(key, ()) if other in deploys and rollbacks.get(other))
        reached = _reach(deploys[key], arcs_out, rank) if above else {}
        certain: list[str] = []
        open_ones: list[Dependant] = []
        for other in above:
            if all(reached.get(index, -1) >= 0 for index in deploys[other]):
                certain.append(other)
            else:
                open_ones.append(Dependant(deploys[other], rollbacks[other] or 0))
        limit = sequence.window_minutes - own - sum(rollbacks[other] or 0 for other in certain)
        asked = Requirement(RequirementKind.NO_RETURN, change_key=key, minute=limit, what=", ".join(certain))
        points.append(ReturnPoint(key, proofs, deploys[key], limit, tuple(open_ones), asked))
    return tuple(points)


def _reach(sources: tuple[int, ...], arcs_out: dict[int, list[Arc]], rank: dict[int, int]) -> dict[int, int]:
    """How long after the first of the sources each step that links reach starts at least."""
    reach = dict.fromkeys(sources, 0)
    queue = [(rank[index], index) for index in sources]
    heapq.heapify(queue)
    done: set[int] = set()
    while queue:
        _, index = heapq.heappop(queue)
        if index in done:
            continue
        done.add(index)
        for arc in arcs_out.get(index, ()):
            far = reach[index] + arc.weight
            if arc.after not in reach:
                heapq.heappush(queue, (rank[arc.after], arc.after))
            reach[arc.after] = max(reach.get(arc.after, far), far)
    return reach
