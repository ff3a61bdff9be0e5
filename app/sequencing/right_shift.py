"""Right shift: what waits goes, in the order agreed, to the first minute its links, people and items allow.

It is the floor of every re-plan and takes milliseconds. Nothing starts before it was agreed to.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from dataclasses import dataclass

from app.sequencing.forecast import forecast
from app.sequencing.model import Activity, ActivityState, Sequence
from app.sequencing.passes import Schedule
from app.sequencing.surroundings import Surroundings

_OUT = (ActivityState.SKIPPED, ActivityState.ROLLED_BACK)
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Shifted:
    """Starts of what waits by activity id, the finish of all, and of what has begun alone."""

    starts: Mapping[str, int]
    finish: int
    fixed_finish: int


class _Bookings:
    """Who and what is taken when; an exclusive item is taken by one change at a time."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings = surroundings
        self._people: dict[int, list[Span]] = {}
        self._exclusive: dict[int, list[tuple[int, int, str | None]]] = {}
        self._users: dict[int, list[tuple[int, int, str | None]]] = {}
        self._shared: dict[int, list[tuple[int, int, int]]] = {}
        for person_id, person in surroundings.people.items():
            away = [(one.start, one.finish) for one in person.unavailable if one.is_absence]
            if away:
                self._people[person_id] = away

    def take(self, activity: Activity, start: int, finish: int) -> None:
        """Book everything an activity needs."""
        if finish <= start:
            return
        for person_id in activity.booked_players:
            self._people.setdefault(person_id, []).append((start, finish))
        for hold in activity.configuration_items:
            span = (start, finish, activity.change_key)
            if hold.exclusive:
                self._exclusive.setdefault(hold.ci_id, []).append(span)
            else:
                self._shared.setdefault(hold.ci_id, []).append((start, finish, hold.units))
            for ci_id in {hold.ci_id, *self._surroundings.ci_closure.get(hold.ci_id, ())}:
                self._users.setdefault(ci_id, []).append(span)

    def first_free(self, activity: Activity, start: int) -> int:
        """The first minute from `start` at which everything the activity needs is free."""
        length = activity.duration_minutes
        if not length:
            return start
        while (later := self._free_after(activity, start, start + length)) > start:
            start = later
        return start

    def _free_after(self, activity: Activity, start: int, finish: int) -> int:
        """`start` where all is free, else the finish of something that is in the way."""
        for person_id in activity.booked_players:
            for begins, ends in self._people.get(person_id, ()):
                if begins < finish and start < ends:
                    return ends
        for hold in activity.configuration_items:
            closure = {hold.ci_id, *self._surroundings.ci_closure.get(hold.ci_id, ())}
            others = list(self._users.get(hold.ci_id, ())) if hold.exclusive else []
            for ci_id in closure:
                others += self._exclusive.get(ci_id, ())
            for begins, ends, key in others:
                is_own = key is not None and key == activity.change_key
                if not is_own and begins < finish and start < ends:
                    return ends
            if not hold.exclusive and (full := self._full(hold.ci_id, hold.units, start, finish)) > start:
                return full
        for freeze in self._surroundings.freezes:
            items = {hold.ci_id for hold in activity.configuration_items}
            for ci_id in tuple(items):
                items |= self._surroundings.ci_closure.get(ci_id, frozenset())
            in_scope = freeze.is_hard and freeze.covers(activity.change_key, items)
            if in_scope and freeze.start < finish and start < freeze.finish:
                return freeze.finish
        return start

    def _full(self, ci_id: int, units: int, start: int, finish: int) -> int:
        """`start` where the item's capacity holds `units` more, else when the next holder lets go."""
        item = self._surroundings.cis.get(ci_id)
        spans = [span for span in self._shared.get(ci_id, ()) if span[0] < finish and start < span[1]]
        if item is None or not spans:
            return start
        for minute in {start, *(span[0] for span in spans if span[0] > start)}:
            held = sum(taken for begins, ends, taken in spans if begins <= minute < ends)
            if held + units > item.capacity:
                return min(span[1] for span in spans)
        return start


def right_shift(sequence: Sequence, minute: int, agreed: Schedule, surroundings: Surroundings) -> Shifted:
    """Shift what waits at `minute` right; raises CyclicSequenceError for a network without an order."""
    foreseen = forecast(sequence, minute).timings
    bookings = _Bookings(surroundings)
    finishes: dict[str, int] = {}
    begins: dict[str, int] = {}
    dormant = sequence.dormant
    waiting: set[str] = set()
    for index, activity in enumerate(sequence.activities):
        if index in dormant:
            continue
        if activity.state is ActivityState.PLANNED:
            waiting.add(activity.id)
            continue
        begins[activity.id], finishes[activity.id] = foreseen[activity.id]
        if activity.state is ActivityState.RUNNING:
            bookings.take(activity, begins[activity.id], finishes[activity.id])
    fixed_finish = max([0, *(end for key, end in finishes.items() if _counts(sequence.activity(key)))])
    starts: dict[str, int] = {}
    for activity in _in_order(sequence, waiting, agreed):
        start = max(minute, agreed.start_of(activity.id), _allowed(sequence, activity, begins, finishes))
        starts[activity.id] = begins[activity.id] = bookings.first_free(activity, start)
        finishes[activity.id] = starts[activity.id] + activity.duration_minutes
        bookings.take(activity, starts[activity.id], finishes[activity.id])
    return Shifted(starts, max([fixed_finish, *(finishes[key] for key in starts)]), fixed_finish)


def _counts(activity: Activity) -> bool:
    return activity.state not in _OUT or activity.actual_finish is not None


def _allowed(
    sequence: Sequence, activity: Activity, begins: Mapping[str, int], finishes: Mapping[str, int]
) -> int:
    """The earliest start the links allow, given what stands before."""
    allowed = -(10**6)
    for link in sequence.links_into.get(activity.id, ()):
        if link.predecessor not in begins:
            continue
        base = finishes if link.kind.is_from_finish else begins
        minute = base[link.predecessor] + link.lag_minutes
        allowed = max(allowed, minute - activity.duration_minutes * link.kind.is_to_finish)
    return allowed


def _in_order(sequence: Sequence, waiting: set[str], agreed: Schedule) -> list[Activity]:
    """What waits by its agreed start, never before what it is linked to."""
    open_before = {
        key: sum(link.predecessor in waiting for link in sequence.links_into.get(key, ())) for key in waiting
    }
    place = sequence.index_of
    ready = [(agreed.start_of(key), place[key], key) for key in waiting if not open_before[key]]
    heapq.heapify(ready)
    ordered = []
    while ready:
        _, _, key = heapq.heappop(ready)
        ordered.append(sequence.activity(key))
        for link in sequence.links_out_of.get(key, ()):
            if link.successor in waiting:
                open_before[link.successor] -= 1
                if not open_before[link.successor]:
                    heapq.heappush(
                        ready, (agreed.start_of(link.successor), place[link.successor], link.successor)
                    )
    return ordered
