"""What stands on what: closures of configuration items, who is affected, and circles of dependencies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from app.domain.register import Application, ConfigurationItem


def ci_closure(items: Iterable[ConfigurationItem]) -> dict[int, frozenset[int]]:
    """For each item, all items it depends on, directly or not; circles do no harm.

    Items that depend on nothing are left out, and no item is in its own closure.
    """
    direct = {item.id or 0: item.depends_on for item in items}
    found = {item_id: reached_from([item_id], direct) for item_id in direct}
    return {item_id: reached for item_id, reached in found.items() if reached}


def dependents(items: Iterable[ConfigurationItem]) -> dict[int, frozenset[int]]:
    """For each item, the items that depend on it directly."""
    found: dict[int, set[int]] = defaultdict(set)
    for item in items:
        for needed in item.depends_on:
            found[needed].add(item.id or 0)
    return {item_id: frozenset(others) for item_id, others in found.items()}


def affected_items(item_ids: Iterable[int], items: Iterable[ConfigurationItem]) -> frozenset[int]:
    """The items that go down with these: themselves and all that depend on them, directly or not."""
    wanted = list(item_ids)
    return frozenset(wanted) | reached_from(wanted, dependents(items))


def affected_applications(
    item_ids: Iterable[int],
    items: Iterable[ConfigurationItem],
    applications: Iterable[Application],
    *,
    with_dependent_applications: bool = True,
) -> tuple[Application, ...]:
    """The applications that restarting these items touches, by name; archived ones are left out.

    Those that run on an affected item; with `with_dependent_applications` also those that need such an
    application.
    """
    down = affected_items(item_ids, items)
    alive = {one.id or 0: one for one in applications if not one.is_archived}
    touched = {key for key, one in alive.items() if down & set(one.configuration_items)}
    if with_dependent_applications:
        needing: dict[int, set[int]] = defaultdict(set)
        for key, one in alive.items():
            for needed in one.depends_on:
                needing[needed].add(key)
        touched |= reached_from(touched, needing)
    return tuple(sorted((alive[key] for key in touched), key=lambda one: (one.name.casefold(), one.id or 0)))


def needing_applications(application_id: int, applications: Iterable[Application]) -> tuple[Application, ...]:
    """The applications that need this one, directly or not, by name; itself and archived ones not."""
    alive = {one.id or 0: one for one in applications if not one.is_archived}
    needing: dict[int, set[int]] = defaultdict(set)
    for key, one in alive.items():
        for needed in one.depends_on:
            needing[needed].add(key)
    reached = reached_from([application_id], needing)
    return tuple(sorted((alive[key] for key in reached), key=lambda one: (one.name.casefold(), one.id or 0)))


def cycles(direct: Mapping[int, Iterable[int]]) -> list[tuple[int, ...]]:
    """The circles of a "depends on" relation, one for each knot of ids, each starting at its least id.

    An id that depends on itself is a circle of one. A knot with several circles shows the shortest through
    its least id.
    """
    closure = {key: reached_from([key], direct, with_start=True) for key in direct}
    found, seen = [], set[int]()
    for start in sorted(key for key, reached in closure.items() if key in reached):
        if start not in seen:
            seen |= {other for other in closure[start] if start in closure.get(other, frozenset())}
            found.append(_shortest_circle(start, direct))
    return found


def _shortest_circle(start: int, direct: Mapping[int, Iterable[int]]) -> tuple[int, ...]:
    paths: list[tuple[int, ...]] = [(start,)]
    visited: set[int] = set()
    for path in paths:
        for following in sorted(direct.get(path[-1], ())):
            if following == start:
                return path
            if following not in visited:
                visited.add(following)
                paths.append((*path, following))
    return (start,)


def reached_from(
    starts: Iterable[int], direct: Mapping[int, Iterable[int]], *, with_start: bool = False
) -> frozenset[int]:
    """All ids reached by following `direct` one or more times; the starts only with `with_start`."""
    begun = list(starts)
    reached: set[int] = set()
    waiting = [following for start in begun for following in direct.get(start, ())]
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting.extend(direct.get(one, ()))
    return frozenset(reached if with_start else reached - set(begun))
