"""Windows like real ones, of any size: changes of five steps, roles, people, servers, locks."""

from __future__ import annotations

import random
from itertools import pairwise

from app.sequencing.model import Activity, CiHold, Link, LinkKind, Phase, Sequence
from app.sequencing.surroundings import CiInfo, PersonInfo, Surroundings, Unavailability

_STEPS = (
    ("Announce", Phase.PREPARE, 5, 10),
    ("Stop", Phase.DEPLOY, 5, 15),
    ("Deploy", Phase.DEPLOY, 10, 40),
    ("Start", Phase.DEPLOY, 5, 15),
    ("Verify", Phase.VERIFY, 10, 30),
)


def night(count: int, seed: int = 1, window: int = 480) -> tuple[Sequence, Surroundings]:
    """A window of about `count` activities on a grid of five minutes; people and servers grow with it."""
    chance = random.Random(seed)
    changes = max(1, count // len(_STEPS))
    people_per_role = max(2, changes * 85 // window)
    teams = {1: "Operators", 2: "Database administrators", 3: "Testers", 4: "Application support"}
    people = {}
    for team in teams:
        for number in range(people_per_role * (2 if team == 1 else 1) + 1):
            away = (Unavailability(240, 300),) if chance.random() < 0.1 else ()
            person_id = 100 * team * (1 + changes // 100) + number
            people[person_id] = PersonInfo(f"{teams[team]} {number + 1}", team, away)
    servers = {number: CiInfo(f"server-{number}", 2) for number in range(1, 2 + changes // 2)}
    applications = {10_000 + n: CiInfo(f"application-{n}") for n in range(1, 2 + 2 * changes // 3)}
    closure = {app: frozenset({1 + app % len(servers)}) for app in applications}
    activities: list[Activity] = []
    links: list[Link] = []
    for change in range(changes):
        _add_change(chance, change, activities, links, people, (list(servers), list(applications)))
    world = Surroundings(people=people, cis={**servers, **applications}, ci_closure=closure, team_names=teams)
    return Sequence(tuple(activities), tuple(links), window), world


def _add_change(
    chance: random.Random,
    change: int,
    activities: list[Activity],
    links: list[Link],
    people: dict[int, PersonInfo],
    items: tuple[list[int], list[int]],
) -> None:
    servers, applications = items
    application, server = chance.choice(applications), chance.choice(servers)
    ids = [f"c{change}s{place}" for place in range(len(_STEPS))]
    for place, (title, phase, least, most) in enumerate(_STEPS):
        team = (4, 1, 2 if chance.random() < 0.3 else 1, 1, 3)[place]
        members = [person_id for person_id, person in people.items() if person.team_id == team]
        is_named = chance.random() < 0.3
        holds = (CiHold(application),) if 1 <= place <= 4 else ()
        if place == 2:
            holds = (*holds, CiHold(server, False, 1))
        activities.append(
            Activity(
                ids[place],
                f"{title} {change}",
                phase,
                f"CHG-{change}",
                5 * chance.randint(least // 5, most // 5),
                players=(chance.choice(members),) if is_named else (),
                team_id=None if is_named else team,
                configuration_items=holds,
                rollback_minutes=5 * chance.randint(2, 8) if place == 2 else None,
                position=len(activities),
            )
        )
    links += [Link(one, other) for one, other in pairwise(ids[1:])]
    links.append(Link(ids[0], ids[1], LinkKind.FINISH_START, 5))
    if change and chance.random() < 0.25:
        links.append(Link(f"c{chance.randrange(change)}s4", ids[1]))
    elif change and chance.random() < 0.1:
        links.append(Link(f"c{chance.randrange(change)}s2", ids[2], LinkKind.START_START, 10))
