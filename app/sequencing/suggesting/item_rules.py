"""Configuration items as constraints: who excludes whom, and shared capacity.

The rules are those of `item_conflicts`: an exclusive hold keeps every other change from the item and from
whatever depends on it; steps of one change share; steps without a change stand alone; shared holds meet the
capacity only. "Not at the same time" is two shared holds of one unit of an item with capacity 1, which also
works within one change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.sequencing.suggesting.problem import Arc, ExclusiveItem, Problem, SharedItem, Step
from app.sequencing.suggesting.requirements import Requirement, RequirementKind
from app.sequencing.surroundings import Surroundings


def exclusive_items(steps: tuple[Step, ...], surroundings: Surroundings) -> tuple[ExclusiveItem, ...]:
    """The items somebody holds for themselves and at least two changes use."""
    holders: dict[int, set[int]] = {}
    users: dict[int, dict[int, None]] = {}
    for index, step in enumerate(steps):
        if not step.length or step.activity.actual_finish is not None:
            continue
        for hold in step.activity.configuration_items:
            if hold.exclusive:
                holders.setdefault(hold.ci_id, set()).add(index)
            for ci_id in {hold.ci_id, *surroundings.ci_closure.get(hold.ci_id, ())}:
                users.setdefault(ci_id, {})[index] = None
    found = []
    for ci_id, held in sorted(holders.items()):
        keys = {steps[index].activity.change_key for index in users[ci_id]}
        if len(users[ci_id]) > 1 and (len(keys) > 1 or None in keys):
            asked = Requirement(RequirementKind.EXCLUSIVE_ITEM, ci_id=ci_id)
            found.append(ExclusiveItem(ci_id, frozenset(held), tuple(users[ci_id]), asked))
    return tuple(found)


def shared_items(steps: tuple[Step, ...], surroundings: Surroundings) -> tuple[SharedItem, ...]:
    """The items whose shared holds together exceed the capacity; an item the register lacks has no limit."""
    held: dict[int, list[tuple[int, int]]] = {}
    for index, step in enumerate(steps):
        if not step.length or step.activity.actual_finish is not None:
            continue
        for hold in step.activity.configuration_items:
            if not hold.exclusive:
                held.setdefault(hold.ci_id, []).append((index, hold.units))
    found = []
    for ci_id, holds in sorted(held.items()):
        item = surroundings.cis.get(ci_id)
        if item is not None and sum(units for _, units in holds) > item.capacity:
            asked = Requirement(RequirementKind.ITEM_CAPACITY, ci_id=ci_id, minute=item.capacity)
            found.append(SharedItem(ci_id, tuple(holds), item.capacity, asked))
    return tuple(found)


def excluding_pairs(item: ExclusiveItem, problem: Problem, among: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The pairs of users that exclude each other, with at least one of `among`."""
    chosen = set(among)
    steps = problem.steps
    for position, one in enumerate(item.users):
        for other in item.users[position + 1 :]:
            if one not in item.holders and other not in item.holders:
                continue
            key = steps[one].activity.change_key
            if key is not None and key == steps[other].activity.change_key:
                continue
            if one in chosen or other in chosen:
                yield one, other


def one_by_one(item: ExclusiveItem, problem: Problem) -> tuple[list[int], list[int]]:
    """Users that can go into one no-overlap without forbidding anything allowed, and the others.

    A step goes in when it holds the item and every step of its change in there comes before or after it by
    links already.
    """
    kept: list[int] = []
    others: list[int] = []
    by_change: dict[str, list[int]] = {}
    ordered: dict[str, set[tuple[int, int]]] = {}
    for index in item.users:
        key = problem.steps[index].activity.change_key
        if index not in item.holders:
            others.append(index)
            continue
        if key is None:
            kept.append(index)
            continue
        siblings = by_change.setdefault(key, [])
        if siblings and key not in ordered:
            ordered[key] = _apart_by_links(problem, key)
        if all((one, index) in ordered[key] or (index, one) in ordered[key] for one in siblings):
            siblings.append(index)
            kept.append(index)
        else:
            others.append(index)
    return kept, others


def _apart_by_links(problem: Problem, change_key: str) -> set[tuple[int, int]]:
    """The pairs of a change's steps of which links within the change put the second after the first's end."""
    members = [index for index, step in enumerate(problem.steps) if step.activity.change_key == change_key]
    arcs: dict[int, list[Arc]] = {}
    for index in members:
        for arc in problem.arcs_into[index]:
            arcs.setdefault(arc.before, []).append(arc)
    rank = {index: position for position, index in enumerate(problem.order)}
    members.sort(key=rank.__getitem__)
    apart = set()
    for first in members:
        reach = {first: 0}
        for index in members:
            for arc in arcs.get(index, ()) if index in reach else ():
                reach[arc.after] = max(
                    reach.get(arc.after, arc.weight + reach[index]), arc.weight + reach[index]
                )
        apart |= {(first, other) for other, far in reach.items() if far >= problem.steps[first].length}
    return {(one, other) for one, other in apart if one != other}
