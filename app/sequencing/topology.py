"""The order of a network: a topological order of its activities and its links sorted along it."""

from __future__ import annotations

from typing import NamedTuple

from app.sequencing.errors import CyclicSequenceError


class IndexedLink(NamedTuple):
    """A link by row indices; the weight of a link is `lag + from_finish·d(pred) - to_finish·d(succ)`.

    With that weight every kind of link reads "successor's start >= predecessor's start + weight".
    """

    predecessor: int
    successor: int
    from_finish: int
    to_finish: int
    lag_minutes: int


class Topology(NamedTuple):
    """`order`: indices so that predecessors come first; `links`: sorted by the successor's place in it."""

    order: list[int]
    links: list[IndexedLink]


def sort_network(ids: list[str], titles: list[str], links: list[IndexedLink]) -> Topology:
    """Sort a network by its links (Kahn 1962); rows without links keep their order.

    Raises CyclicSequenceError naming one circle when there is one.
    """
    count = len(ids)
    waiting = [0] * count
    successors: list[list[int]] = [[] for _ in range(count)]
    for link in links:
        successors[link[0]].append(link[1])
        waiting[link[1]] += 1
    order = [index for index in range(count) if not waiting[index]]
    for index in order:  # grows while it is read
        for successor in successors[index]:
            waiting[successor] -= 1
            if not waiting[successor]:
                order.append(successor)
    if len(order) < count:
        cycle = _one_cycle(links, {index for index in range(count) if waiting[index]})
        raise CyclicSequenceError([ids[index] for index in cycle], [titles[index] for index in cycle])
    place = [0] * count
    for position, index in enumerate(order):
        place[index] = position
    return Topology(order, sorted(links, key=lambda link: place[link[1]]))


def _one_cycle(links: list[IndexedLink], stuck: set[int]) -> list[int]:
    """One circle among the rows that never became free: each of them has a predecessor that is stuck too."""
    blocked_by = {link.successor: link.predecessor for link in links if link.predecessor in stuck}
    index = min(stuck)
    seen: dict[int, int] = {}
    walk: list[int] = []
    while index not in seen:
        seen[index] = len(walk)
        walk.append(index)
        index = blocked_by[index]
    return walk[seen[index] :][::-1]


def reachable(direct: dict[str, set[str]]) -> dict[str, set[str]]:
    """What each node leads to, directly or not, itself left out."""
    closure: dict[str, set[str]] = {}
    for key in direct:
        reached: set[str] = set()
        queue = [key]
        while queue:
            for other in direct.get(queue.pop(), ()):
                if other not in reached:
                    reached.add(other)
                    queue.append(other)
        reached.discard(key)
        closure[key] = reached
    return closure
