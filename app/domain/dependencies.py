"""What stands on what: the closure of configuration items over their dependencies."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.register import ConfigurationItem


def ci_closure(items: Iterable[ConfigurationItem]) -> dict[int, frozenset[int]]:
    """For each item, all items it depends on, directly or not; circles do no harm."""
    direct = {item.id or 0: item.depends_on for item in items}
    closure: dict[int, frozenset[int]] = {}
    for item_id in direct:
        reached: set[int] = set()
        waiting = list(direct[item_id])
        while waiting:
            other = waiting.pop()
            if other not in reached:
                reached.add(other)
                waiting.extend(direct.get(other, ()))
        if reached - {item_id}:
            closure[item_id] = frozenset(reached - {item_id})
    return closure
