"""Who waits for whom over people and items when durations differ from the plan.

People do one thing at a time and exclusively held items serve one change at a time; whoever is planned
earlier goes first, in every run. With a fixed order each wait is one finish-to-start link, so that longer
durations never finish earlier (an early-start policy, Igelmund and Radermacher 1983). Items with a capacity
are pools: a step waits until enough units are free, again in the planned order.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.sequencing.conflict_kinds import takes_part
from app.sequencing.model import Sequence
from app.sequencing.passes import Schedule
from app.sequencing.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Pool:
    """An item of limited capacity and the units each of its users takes, by index."""

    ci_id: int
    capacity: int
    units: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Holds:
    """`order`: indices, predecessors and then the earlier planned first, dormant ones left out; `waits`:
    for each index those whose finish it waits for over a person or an item; `pools`: limited items."""

    order: list[int]
    waits: Mapping[int, list[int]]
    pools: tuple[Pool, ...]


def find_holds(sequence: Sequence, schedule: Schedule, surroundings: Surroundings) -> Holds:
    """The waits over people and items that the planned order implies."""
    timings = [schedule.timings[activity.id] for activity in sequence.activities]
    spans = [(timing.start, timing.finish) for timing in timings]
    order = _planned_order(sequence, spans)
    live = [index for index in order if takes_part(sequence.activities[index])]
    waits: dict[int, list[int]] = {}
    for before, after in (*_people_waits(sequence, live), *_item_waits(sequence, live, surroundings)):
        if spans[after][1] <= spans[before][0] and spans[after][0] < spans[before][0]:
            continue  # a lag lets the successor be planned first; the plan stands
        if before not in waits.setdefault(after, []):
            waits[after].append(before)
    return Holds(order, waits, tuple(_pools(sequence, live, surroundings)))


def _planned_order(sequence: Sequence, spans: list[tuple[int, int]]) -> list[int]:
    """A topological order that takes the earliest planned of those whose predecessors are placed."""
    waiting = [0] * len(spans)
    successors: list[list[int]] = [[] for _ in spans]
    for link in sequence.topology.links:
        successors[link.predecessor].append(link.successor)
        waiting[link.successor] += 1
    ready = [(*span, index) for index, span in enumerate(spans) if not waiting[index]]
    heapq.heapify(ready)
    order = []
    while ready:
        index = heapq.heappop(ready)[2]
        order.append(index)
        for successor in successors[index]:
            waiting[successor] -= 1
            if not waiting[successor]:
                heapq.heappush(ready, (*spans[successor], successor))
    dormant = sequence.dormant
    return [index for index in order if index not in dormant]


def _people_waits(sequence: Sequence, live: Iterable[int]) -> Iterable[tuple[int, int]]:
    last: dict[int, int] = {}
    for index in live:
        activity = sequence.activities[index]
        if not activity.duration_minutes:
            continue
        for person in dict.fromkeys(activity.booked_players):
            if person in last:
                yield last[person], index
            last[person] = index


def _item_waits(sequence: Sequence, live: list[int], surroundings: Surroundings) -> Iterable[tuple[int, int]]:
    """Waits for exclusively held items, and for what stands on them (the rule of `item_conflicts`)."""
    exclusive: dict[int, set[int]] = {}
    users: dict[int, list[int]] = {}
    for index in live:
        activity = sequence.activities[index]
        if not activity.duration_minutes:
            continue
        touched = set()
        for hold in activity.configuration_items:
            touched |= {hold.ci_id, *surroundings.ci_closure.get(hold.ci_id, ())}
            if hold.exclusive:
                exclusive.setdefault(hold.ci_id, set()).add(index)
        for ci_id in touched:
            users.setdefault(ci_id, []).append(index)
    for ci_id, holders in exclusive.items():
        yield from _waits_for_item(sequence, users[ci_id], holders)


def _waits_for_item(sequence: Sequence, users: list[int], holders: set[int]) -> Iterable[tuple[int, int]]:
    """Each user waits for those before it that exclude it, save where somebody between them does already."""
    changes = [sequence.activities[index].change_key for index in users]
    for place, index in enumerate(users):
        own = changes[place]
        between: set[str | None] = set()  # changes of exclusive holders already waited for
        for earlier in range(place - 1, -1, -1):
            other, change = users[earlier], changes[earlier]
            if None in between or len(between) > 1:
                break
            if (other not in holders and index not in holders) or (own is not None and own == change):
                continue
            if between and change not in between:
                continue
            yield other, index
            if other in holders:
                between.add(change)


def _pools(sequence: Sequence, live: Iterable[int], surroundings: Surroundings) -> Iterable[Pool]:
    units: dict[int, dict[int, int]] = {}
    for index in live:
        activity = sequence.activities[index]
        for hold in activity.configuration_items:
            if not hold.exclusive and activity.duration_minutes:
                taken = units.setdefault(hold.ci_id, {})
                taken[index] = taken.get(index, 0) + hold.units
    for ci_id, taken in units.items():
        item = surroundings.cis.get(ci_id)
        if item is not None and sum(taken.values()) > item.capacity > 0:
            yield Pool(ci_id, item.capacity, {i: min(item.capacity, n) for i, n in taken.items()})
