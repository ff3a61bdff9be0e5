"""A second way to play one run: plain Python, every pair compared, starts raised until nothing moves."""

from __future__ import annotations

from itertools import combinations

from app.sequencing.model import Sequence
from app.sequencing.passes import schedule
from app.sequencing.surroundings import Surroundings


def excludes(sequence: Sequence, surroundings: Surroundings, one: int, other: int) -> bool:
    """Whether two activities may not overlap: a common player, or an item one holds for itself."""
    first, second = sequence.activities[one], sequence.activities[other]
    if set(first.players) & set(second.players):
        return True
    if first.change_key is not None and first.change_key == second.change_key:
        return False

    def touched(activity):
        items = {hold.ci_id for hold in activity.configuration_items}
        return items.union(*(surroundings.ci_closure.get(item, frozenset()) for item in items))

    def held(activity):
        return {hold.ci_id for hold in activity.configuration_items if hold.exclusive}

    return bool(held(first) & touched(second) or held(second) & touched(first))


def _places(sequence: Sequence, planned: list[tuple[int, int]]) -> dict[int, int]:
    """Who goes first: the earliest planned of those whose predecessors all have their place."""
    places: dict[int, int] = {}
    while len(places) < len(planned):
        ready = [
            index
            for index in range(len(planned))
            if index not in places
            and all(link[0] in places for link in sequence.topology.links if link[1] == index)
        ]
        places[min(ready, key=lambda index: (*planned[index], index))] = len(places)
    return places


def play_slowly(
    sequence: Sequence, surroundings: Surroundings, durations: list[float]
) -> tuple[list[float], list[float]]:
    """Starts and finishes of one run, by index; links forward only, no pools, nothing dormant."""
    plan = schedule(sequence)
    planned = [(plan.timings[a.id].start, plan.timings[a.id].finish) for a in sequence.activities]
    place = _places(sequence, planned)
    waits = []
    for one, other in combinations(range(len(durations)), 2):
        if not (sequence.activities[one].duration_minutes and sequence.activities[other].duration_minutes):
            continue
        if excludes(sequence, surroundings, one, other):
            first, second = sorted((one, other), key=lambda index: place[index])
            waits.append((first, second))
    starts = [float(a.not_before if a.fixed_start is None else a.fixed_start) for a in sequence.activities]
    moved = True
    while moved:
        moved = False
        pairs = [
            (before, after, lag + from_finish * durations[before] - to_finish * durations[after])
            for before, after, from_finish, to_finish, lag in sequence.topology.links
        ]
        for before, after, weight in [*pairs, *((b, a, durations[b]) for b, a in waits)]:
            if starts[before] + weight > starts[after] + 1e-9:
                starts[after] = starts[before] + weight
                moved = True
    return starts, [start + minutes for start, minutes in zip(starts, durations, strict=True)]
