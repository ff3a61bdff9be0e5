"""A window's sequence as a project: persons, teams and items as capacities, for a good order as a hint.

What a project does not know is left to the exact model: fixed starts and deadlines, absences, freezes, who of
a team. The starts are therefore a hint, not a sequence to show.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping

from app.sequencing.model import Activity, Sequence
from app.sequencing.projects.instance import LARGEST_CAPACITY, Job, Link, Project
from app.sequencing.projects.portfolio import search
from app.sequencing.projects.shared import SearchLimits
from app.sequencing.surroundings import Surroundings

Resource = tuple[str, int]


def hint(
    sequence: Sequence,
    surroundings: Surroundings,
    limits: SearchLimits | None = None,
    stop: threading.Event | None = None,
) -> dict[str, int]:
    """The start minute by activity id of a short schedule; dormant rollback steps are left out.

    Not for the window's thread; ends within 0.2 s of `stop`. Raises CyclicSequenceError.
    """
    project, ids, origin = project_of(sequence, surroundings)
    found = search(project, limits or SearchLimits(1.0), stop=stop)
    return {activity_id: start + origin for activity_id, start in zip(ids, found.starts, strict=True)}


def project_of(sequence: Sequence, surroundings: Surroundings) -> tuple[Project, tuple[str, ...], int]:
    """The project, the activity id of each job, and the minute of the window at which its time 0 lies.

    Raises CyclicSequenceError for links in a circle.
    """
    dormant = sequence.dormant
    kept = [sequence.activities[index] for index in sequence.topology.order if index not in dormant]
    places = {activity.id: place for place, activity in enumerate(kept)}
    origin = min((_release(activity) for activity in kept), default=0)
    capacities = _capacities(kept, surroundings)
    jobs = []
    for activity in kept:
        needs = _needs(activity, surroundings, capacities)
        jobs.append(
            Job(
                activity.duration_minutes,
                tuple(min(needs.get(resource, 0), capacity) for resource, capacity in capacities.items()),
                _release(activity) - origin,
                activity.title,
            )
        )
    links = tuple(
        Link(places[link.predecessor], places[link.successor], link.lag_minutes, link.kind)
        for link in sequence.links
        if link.predecessor in places and link.successor in places
    )
    return Project(tuple(jobs), tuple(capacities.values()), links), tuple(places), origin


def _release(activity: Activity) -> int:
    """The minute an activity may begin by its own bounds; where it is now put does not bind."""
    if activity.fixed_start is not None:
        return activity.fixed_start
    return activity.earliest_start or 0


def _capacities(activities: list[Activity], surroundings: Surroundings) -> dict[Resource, int]:
    """One for each player, the size of each team asked for, the units of each item held."""
    capacities: dict[Resource, int] = {}
    for activity in activities:
        for player in activity.booked_players:
            capacities["player", player] = 1
        if activity.team_id is not None:
            members = sum(person.team_id == activity.team_id for person in surroundings.people.values())
            capacities["team", activity.team_id] = max(1, members)
        for held in activity.configuration_items:
            item = surroundings.cis.get(held.ci_id)
            units = item.capacity if item else 1
            capacities["item", held.ci_id] = min(LARGEST_CAPACITY, max(1, units))
    return capacities


def _needs(
    activity: Activity, surroundings: Surroundings, capacities: Mapping[Resource, int]
) -> dict[Resource, int]:
    needs: dict[Resource, int] = {("player", player): 1 for player in activity.booked_players}
    teams = [] if activity.team_id is None or activity.players else [activity.team_id]
    for player in activity.booked_players:
        person = surroundings.people.get(player)
        if person is not None and person.team_id is not None:
            teams.append(person.team_id)
    for team in teams:
        needs["team", team] = needs.get(("team", team), 0) + 1
    for held in activity.configuration_items:
        resource = ("item", held.ci_id)
        needs[resource] = capacities[resource] if held.exclusive else held.units
    return needs
