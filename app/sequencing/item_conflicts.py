"""Conflicts of configuration items: held by two changes at once, or beyond their capacity.

An exclusive hold of an item keeps every other change from it and from whatever depends on it. Steps of one
change share what the change holds; steps without a change stand alone. Shared holds only meet the capacity.
"""

from __future__ import annotations

from app.sequencing.conflict_kinds import Booking, Conflict, ConflictKind, overlapping_pairs
from app.sequencing.model import Activity
from app.sequencing.passes import Timing
from app.sequencing.surroundings import Surroundings

Live = list[tuple[Activity, Timing]]


def item_conflicts(live: Live, surroundings: Surroundings) -> list[Conflict]:
    """All conflicts over configuration items between live activities."""
    exclusive: dict[int, list[Booking]] = {}
    users: dict[int, list[Booking]] = {}
    units: dict[int, list[tuple[Booking, int]]] = {}
    for place, (activity, timing) in enumerate(live):
        if timing[0] == timing[1]:
            continue
        for hold in activity.configuration_items:
            booking = (timing[0], timing[1], place)
            if hold.exclusive:
                exclusive.setdefault(hold.ci_id, []).append(booking)
            else:
                units.setdefault(hold.ci_id, []).append((booking, hold.units))
            users.setdefault(hold.ci_id, []).append(booking)
    return [
        *_exclusive_clashes(exclusive, users, live, surroundings),
        *(
            conflict
            for ci_id, held in units.items()
            for conflict in _over_capacity(ci_id, held, live, surroundings)
        ),
    ]


def _exclusive_clashes(
    exclusive: dict[int, list[Booking]],
    users: dict[int, list[Booking]],
    live: Live,
    surroundings: Surroundings,
) -> list[Conflict]:
    """Clashes over exclusively held items, with those who use what depends on them."""
    dependent: dict[int, list[Booking]] = {}
    for ci_id, bookings in users.items() if exclusive else ():
        for below in surroundings.ci_closure.get(ci_id, ()):
            if below in exclusive and below != ci_id:
                dependent.setdefault(below, []).extend(bookings)
    found: list[Conflict] = []
    for ci_id, holders in exclusive.items():
        bookings = users[ci_id] + dependent.get(ci_id, [])
        if len(bookings) > 1:
            found.extend(_clashes(ci_id, {place for _, _, place in holders}, bookings, live, surroundings))
    return found


def _clashes(
    ci_id: int, exclusive_places: set[int], bookings: list[Booking], live: Live, surroundings: Surroundings
) -> list[Conflict]:
    found = []
    for first, second in overlapping_pairs(list(dict.fromkeys(bookings))):
        if first[2] not in exclusive_places and second[2] not in exclusive_places:
            continue
        one, other = live[first[2]][0], live[second[2]][0]
        if one.change_key is not None and one.change_key == other.change_key:
            continue
        start, finish = second[0], min(first[1], second[1])
        holder, disturbed = (one, other) if first[2] in exclusive_places else (other, one)
        name = surroundings.ci_name(ci_id)
        above = "" if _holds(disturbed, ci_id) else _item_above(disturbed, ci_id, surroundings)
        through = f", on which {above} depends," if above else ""
        reason = (
            f"“{holder.title}” holds {name} for itself{through} while “{disturbed.title}” needs it, "
            f"{surroundings.describe(start)} to {surroundings.describe(finish)}."
        )
        ids = (one.id, other.id)
        found.append(Conflict(ConflictKind.CI_CLASH, reason, ids, start, finish, ci_id=ci_id))
    return found


def _holds(activity: Activity, ci_id: int) -> bool:
    return any(hold.ci_id == ci_id for hold in activity.configuration_items)


def _item_above(activity: Activity, ci_id: int, surroundings: Surroundings) -> str:
    """The name of the item of an activity that depends on another item."""
    for hold in activity.configuration_items:
        if ci_id in surroundings.ci_closure.get(hold.ci_id, ()):
            return surroundings.ci_name(hold.ci_id)
    return surroundings.ci_name(ci_id)


def _over_capacity(
    ci_id: int, held: list[tuple[Booking, int]], live: Live, surroundings: Surroundings
) -> list[Conflict]:
    """The stretches in which shared holds exceed the capacity; an item the register lacks has no limit."""
    item = surroundings.cis.get(ci_id)
    if item is None or sum(units for _, units in held) <= item.capacity:
        return []
    events = sorted(
        event
        for booking, units in held
        if booking[1] > booking[0]
        for event in ((booking[0], units, booking[2]), (booking[1], -units, booking[2]))
    )
    found = []
    used = peak = began = 0
    open_places: set[int] = set()
    involved: set[int] = set()
    for number, (minute, units, place) in enumerate(events):
        used += units
        if units >= 0:
            open_places.add(place)
        else:
            open_places.discard(place)
        if number + 1 < len(events) and events[number + 1][0] == minute:
            continue
        if used > item.capacity:
            began = began if involved else minute
            involved |= open_places
            peak = max(peak, used)
        elif involved:
            ids = tuple(live[index][0].id for index in sorted(involved))
            reason = (
                f"{len(ids)} activities take {peak} units of {item.name}, which has {item.capacity}, "
                f"{surroundings.describe(began)} to {surroundings.describe(minute)}."
            )
            kind = ConflictKind.CI_OVER_CAPACITY
            found.append(Conflict(kind, reason, ids, began, minute, ci_id=ci_id))
            involved, peak = set(), 0
    return found
