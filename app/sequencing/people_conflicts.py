"""Conflicts of players: booked twice, absent or outside their hours, and developers as players."""

from __future__ import annotations

from app.sequencing.conflict_kinds import Booking, Conflict, ConflictKind, overlapping_pairs
from app.sequencing.model import Activity
from app.sequencing.passes import Timing
from app.sequencing.surroundings import Surroundings


def people_conflicts(live: list[tuple[Activity, Timing]], surroundings: Surroundings) -> list[Conflict]:
    """All conflicts of the players of live activities."""
    bookings: dict[int, list[Booking]] = {}
    for place, (activity, timing) in enumerate(live):
        for person_id in activity.booked_players:
            booking = (timing[0], timing[1], place)
            if person_id in bookings:
                bookings[person_id].append(booking)
            else:
                bookings[person_id] = [booking]
    found: list[Conflict] = []
    for person_id, booked in bookings.items():
        if len(booked) > 1:
            found.extend(_double_bookings(person_id, booked, live, surroundings))
        person = surroundings.people.get(person_id)
        if person is None:
            continue
        if person.unavailable:
            found.extend(_absences(person_id, booked, live, surroundings))
        if person.day_minutes is not None:
            found.extend(_over_hours(person_id, person.day_minutes, booked, live, surroundings))
        if surroundings.is_developer(person_id):
            found.append(_developer(person_id, booked, live, surroundings))
    found.extend(_developer_teams(live, surroundings))
    return found


def _double_bookings(
    person_id: int, booked: list[Booking], live: list[tuple[Activity, Timing]], surroundings: Surroundings
) -> list[Conflict]:
    found = []
    for first, second in overlapping_pairs(booked):
        start, finish = second[0], min(first[1], second[1])
        one, other = live[first[2]][0], live[second[2]][0]
        reason = (
            f"{surroundings.person_name(person_id)} is needed for “{one.title}” and “{other.title}” "
            f"at the same time, {surroundings.describe(start)} to {surroundings.describe(finish)}."
        )
        kind = ConflictKind.PLAYER_DOUBLE_BOOKED
        found.append(Conflict(kind, reason, (one.id, other.id), start, finish, person_id=person_id))
    return found


def _absences(
    person_id: int, booked: list[Booking], live: list[tuple[Activity, Timing]], surroundings: Surroundings
) -> list[Conflict]:
    found = []
    person = surroundings.people[person_id]
    for away in person.unavailable:
        for booking_start, booking_finish, place in booked:
            if booking_start >= away.finish or booking_finish <= away.start:
                continue
            start, finish = max(booking_start, away.start), min(booking_finish, away.finish)
            if start == finish:
                continue
            activity = live[place][0]
            reason = (
                f"{person.name} is needed for “{activity.title}” but {away.reason} "
                f"{surroundings.describe(start)} to {surroundings.describe(finish)}."
            )
            kind = ConflictKind.PLAYER_UNAVAILABLE
            found.append(Conflict(kind, reason, (activity.id,), start, finish, person_id=person_id))
    return found


def _over_hours(
    person_id: int,
    day_minutes: int,
    booked: list[Booking],
    live: list[tuple[Activity, Timing]],
    surroundings: Surroundings,
) -> list[Conflict]:
    """From the first step to the last longer on duty than the person's working day."""
    start = min(start for start, _, _ in booked)
    finish = max(finish for _, finish, _ in booked)
    if finish - start <= day_minutes:
        return []
    hours, minutes = divmod(finish - start, 60)
    reason = (
        f"{surroundings.person_name(person_id)} is on duty {hours} h {minutes:02d} min, "
        f"{surroundings.describe(start)} to {surroundings.describe(finish)}; "
        f"their working day has {day_minutes // 60} h."
    )
    ids = tuple(live[place][0].id for _, _, place in booked)
    kind = ConflictKind.PLAYER_OVER_HOURS
    return [Conflict(kind, reason, ids, start, finish, person_id=person_id)]


def _developer(
    person_id: int, booked: list[Booking], live: list[tuple[Activity, Timing]], surroundings: Surroundings
) -> Conflict:
    ids = tuple(live[place][0].id for _, _, place in booked)
    steps = "1 activity" if len(ids) == 1 else f"{len(ids)} activities"
    reason = (
        f"{surroundings.person_name(person_id)}, a developer, is a player of {steps}; "
        "the window should not need development."
    )
    start = min(start for start, _, _ in booked)
    finish = max(finish for _, finish, _ in booked)
    return Conflict(ConflictKind.DEVELOPER_AS_PLAYER, reason, ids, start, finish, person_id=person_id)


def _developer_teams(live: list[tuple[Activity, Timing]], surroundings: Surroundings) -> list[Conflict]:
    if not surroundings.developer_team_ids:
        return []
    found = []
    for activity, timing in live:
        if activity.team_id in surroundings.developer_team_ids and not activity.players:
            name = surroundings.team_name(activity.team_id)
            reason = f"“{activity.title}” needs one of {name}, a development team."
            found.append(
                Conflict(
                    ConflictKind.DEVELOPER_AS_PLAYER, reason, (activity.id,), timing.start, timing.finish
                )
            )
    return found
