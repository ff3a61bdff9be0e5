"""A checker of finished sequences, written from the documents alone; it uses none of the rules' own code.

Only the plain values (activities, links, surroundings) are read. What is checked: links of all four kinds
with lags, named players and one of a team doing one thing at a time, absences, exclusive items with what
depends on them, capacities, hard freezes, earliest and fixed starts, deadlines, the window, points of no
return.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from app.sequencing.model import Activity, Sequence
from app.sequencing.surroundings import Surroundings


def broken_rules(
    sequence: Sequence,
    world: Surroundings,
    starts: Mapping[str, int],
    chosen: Mapping[str, int],
    keeps_hours: bool = False,
) -> list[str]:
    """Every requirement of planned activities that a sequence breaks, in words; none for a good one.

    With `keeps_hours` nobody is booked outside working hours either.
    """
    acts = [a for a in sequence.activities if a.phase.value != "rollback"]
    missing = [f"{a.id} has no start" for a in acts if a.id not in starts]
    if missing:
        return missing
    ends = {a.id: starts[a.id] + a.duration_minutes for a in acts}
    people = {a.id: _people(a, world, chosen) for a in acts}
    return [
        *_bounds(acts, sequence, starts, ends),
        *_links(sequence, starts, ends),
        *_choices(acts, world, chosen),
        *_bookings(acts, world, starts, ends, people, keeps_hours),
        *_items(acts, world, starts, ends),
        *_freezes(acts, world, starts, ends),
        *_rollbacks(acts, sequence, starts, ends),
    ]


def _people(a: Activity, world: Surroundings, chosen: Mapping[str, int]) -> set[int]:
    return set(a.players) or ({chosen[a.id]} if a.id in chosen else set())


def _bounds(
    acts: list[Activity], sequence: Sequence, starts: Mapping[str, int], ends: Mapping[str, int]
) -> list[str]:
    wrong = []
    for a in acts:
        start, end = starts[a.id], ends[a.id]
        if end > sequence.window_minutes:
            wrong.append(f"{a.id} ends after the window")
        if a.deadline is not None and end > a.deadline:
            wrong.append(f"{a.id} misses its deadline")
        if a.fixed_start is not None:
            if start != a.fixed_start:
                wrong.append(f"{a.id} is not at its fixed start")
            continue
        if a.earliest_start is not None and start < a.earliest_start:
            wrong.append(f"{a.id} is before its earliest start")
        if a.earliest_start is None and start < min(0, a.planned_start or 0):
            wrong.append(f"{a.id} is before the window")
    return wrong


def _links(sequence: Sequence, starts: Mapping[str, int], ends: Mapping[str, int]) -> list[str]:
    wrong = []
    for link in sequence.links:
        if link.predecessor not in starts or link.successor not in starts:
            continue
        kind = link.kind.value
        base = ends[link.predecessor] if kind[0] == "F" else starts[link.predecessor]
        held = ends[link.successor] if kind[1] == "F" else starts[link.successor]
        if held < base + link.lag_minutes:
            wrong.append(f"{kind} {link.predecessor} to {link.successor} is broken")
    return wrong


def _choices(acts: list[Activity], world: Surroundings, chosen: Mapping[str, int]) -> list[str]:
    wrong = []
    for a in acts:
        if a.team_id is None or a.players or not a.duration_minutes:
            continue
        members = {key for key, person in world.people.items() if person.team_id == a.team_id}
        if members and chosen.get(a.id) not in members:
            wrong.append(f"{a.id} has nobody of its team")
    return wrong


def _bookings(
    acts: list[Activity],
    world: Surroundings,
    starts: Mapping[str, int],
    ends: Mapping[str, int],
    people: Mapping[str, set[int]],
    keeps_hours: bool,
) -> list[str]:
    wrong = []
    for one, other in combinations(acts, 2):
        together = people[one.id] & people[other.id]
        if together and max(starts[one.id], starts[other.id]) < min(ends[one.id], ends[other.id]):
            wrong.append(f"{sorted(together)} do {one.id} and {other.id} at once")
    for a in acts:
        for key in people[a.id]:
            for away in world.people[key].unavailable if key in world.people else ():
                binds = away.is_absence or keeps_hours
                if binds and max(starts[a.id], away.start) < min(ends[a.id], away.finish):
                    wrong.append(f"{key} is away during {a.id}")
    return wrong


def _items(
    acts: list[Activity], world: Surroundings, starts: Mapping[str, int], ends: Mapping[str, int]
) -> list[str]:
    wrong = []
    uses = {a.id: reach(a, world) for a in acts}
    for one, other in combinations(acts, 2):
        if max(starts[one.id], starts[other.id]) >= min(ends[one.id], ends[other.id]):
            continue
        if one.change_key is not None and one.change_key == other.change_key:
            continue
        for holder, user in ((one, other), (other, one)):
            for hold in holder.configuration_items:
                if hold.exclusive and hold.ci_id in uses[user.id]:
                    wrong.append(f"{holder.id} keeps {user.id} out of {hold.ci_id}")
    for ci_id, item in world.cis.items():
        for minute in {starts[a.id] for a in acts}:
            units = sum(
                h.units
                for a in acts
                if starts[a.id] <= minute < ends[a.id]
                for h in a.configuration_items
                if h.ci_id == ci_id and not h.exclusive
            )
            if units > item.capacity:
                wrong.append(f"{units} units of {ci_id} at {minute}")
    return wrong


def reach(a: Activity, world: Surroundings) -> set[int]:
    """The items an activity uses: those it holds and all they depend on."""
    own = {h.ci_id for h in a.configuration_items}
    return own.union(*(world.ci_closure.get(ci_id, frozenset()) for ci_id in own)) if own else own


def _freezes(
    acts: list[Activity], world: Surroundings, starts: Mapping[str, int], ends: Mapping[str, int]
) -> list[str]:
    wrong = []
    for freeze in world.freezes:
        for a in acts:
            is_all = not freeze.ci_ids and not freeze.change_keys
            is_hit = a.change_key in freeze.change_keys or bool(freeze.ci_ids & reach(a, world))
            is_inside = starts[a.id] < freeze.finish and ends[a.id] > freeze.start
            if freeze.is_hard and (is_all or is_hit) and is_inside:
                wrong.append(f"{a.id} lies in {freeze.title}")
    return wrong


def _rollbacks(
    acts: list[Activity], sequence: Sequence, starts: Mapping[str, int], ends: Mapping[str, int]
) -> list[str]:
    """The last moment from which a change and what stands on it can still be rolled back in the window."""
    back: dict[str, int] = {}
    for a in sequence.activities:
        if a.change_key is not None and a.phase.value == "rollback":
            back[a.change_key] = back.get(a.change_key, 0) + a.duration_minutes
    for a in acts:
        if a.change_key is not None and a.rollback_minutes is not None:
            has_steps = any(
                b.change_key == a.change_key and b.phase.value == "rollback" for b in sequence.activities
            )
            if not has_steps:
                back[a.change_key] = back.get(a.change_key, 0) + a.rollback_minutes
    by_change: dict[str, list[Activity]] = {}
    for a in acts:
        if a.change_key is not None:
            by_change.setdefault(a.change_key, []).append(a)
    above = stands_on(acts, sequence)
    first = {
        key: min(starts[a.id] for a in ([d for d in own if d.phase.value == "deploy"] or own))
        for key, own in by_change.items()
    }
    wrong = []
    for key, own in by_change.items():
        if key not in back:
            continue
        others = sum(back.get(o, 0) for o in above.get(key, ()) if o in first and first[o] >= first[key])
        proofs = [a for a in own if a.phase.value in ("deploy", "verify")] or own
        if max(ends[a.id] for a in proofs) > sequence.window_minutes - back[key] - others:
            wrong.append(f"{key} is proven after its point of no return")
    return wrong


def stands_on(acts: list[Activity], sequence: Sequence) -> dict[str, set[str]]:
    """The changes above each change by chains of links, whenever they are deployed."""
    change = {a.id: a.change_key for a in acts}
    edges = {
        (change.get(link.predecessor), change.get(link.successor))
        for link in sequence.links
        if change.get(link.predecessor) is not None and change.get(link.successor) is not None
    }
    above: dict[str, set[str]] = {}
    grew = True
    while grew:
        grew = False
        for low, high in edges:
            if low is None or high is None or low == high:
                continue
            found = above.setdefault(low, set())
            more = ({high} | above.get(high, set())) - found - {low}
            if more:
                found |= more
                grew = True
    return above
