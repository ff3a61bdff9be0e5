"""The standing part of the demo organisation: teams, people, items, 150 applications, environments."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, time, timedelta

from app.domain.register import (
    Absence,
    Application,
    BuildMachine,
    CiKind,
    ConfigurationItem,
    Environment,
    Person,
    Role,
    Stage,
    Team,
)
from app.services.defaults import add_environments
from app.services.demo.sample import Sample
from app.store.unit_of_work import UnitOfWork

_LEADER_ROLES = {
    "QA": (Role.QA_MANAGER,),
    "Operations": (Role.OPERATIONS,),
    "Network": (Role.NETWORK,),
    "Security": (Role.SECURITY,),
    "Release management": (Role.RELEASE_MANAGER,),
}
_WHOLE_TEAM_ROLES = {"Business": (Role.BUSINESS_OWNER,), "Management": (Role.SENIOR_MANAGEMENT,)}
_TIERS = (1, 2, 2, 3, 3, 3, 4)
_ALLOWED_DOWNTIME = {1: 30, 2: 120, 3: 240, 4: 480}


@dataclass(frozen=True, slots=True)
class Organisation:
    """What the rest of the demo builds on, each kind in the order it was made."""

    teams: tuple[Team, ...]
    people: tuple[Person, ...]
    items: tuple[ConfigurationItem, ...]
    applications: tuple[Application, ...]
    environments: tuple[Environment, ...]
    machines: tuple[BuildMachine, ...]

    def team(self, name: str) -> Team:
        """The team called `name`."""
        return next(team for team in self.teams if team.name == name)

    def members(self, team_name: str) -> list[Person]:
        """The people of a team."""
        team_id = self.team(team_name).id
        return [person for person in self.people if person.team_id == team_id]

    def with_role(self, role: Role) -> list[Person]:
        """The people who hold a role."""
        return [person for person in self.people if role in person.roles]

    def items_of(self, kind: CiKind) -> list[ConfigurationItem]:
        """The configuration items of a kind."""
        return [item for item in self.items if item.kind is kind]

    def environment(self, stage: Stage) -> Environment:
        """The environment of a stage."""
        return next(environment for environment in self.environments if environment.stage is stage)


def make_organisation(work: UnitOfWork, draw: random.Random, raw: Sample, today: date) -> Organisation:
    """Add the whole register; the same draw gives the same organisation."""
    teams = work.add_all([Team(name, is_development) for name, is_development in raw.teams])
    people = work.add_all(_people(draw, raw, teams, today))
    items = _items(work, draw, raw)
    return Organisation(
        teams=tuple(teams),
        people=tuple(people),
        items=tuple(items),
        applications=tuple(_applications(work, draw, raw, teams, people, items)),
        environments=tuple(add_environments(work)),
        machines=tuple(
            work.add_all(
                [BuildMachine("build-01"), BuildMachine("build-02"), BuildMachine("build-old", True)]
            )
        ),
    )


def _people(draw: random.Random, raw: Sample, teams: list[Team], today: date) -> list[Person]:
    names = [f"{first} {last}" for first in raw.first_names for last in raw.last_names]
    draw.shuffle(names)
    people: list[Person] = []
    for team in teams:
        for place in range(raw.people_per_team[team.name]):
            name = names[len(people)]
            leading = _LEADER_ROLES.get(team.name, ()) if place < 2 else ()
            roles = _WHOLE_TEAM_ROLES.get(team.name, leading)
            if team.is_development:
                roles = (Role.DEVELOPMENT,)
            address = name.lower().replace(" ", ".").encode("ascii", "ignore").decode()
            people.append(
                Person(
                    name,
                    email=f"{address}@example.com",
                    phone=f"+49 30 5550 {len(people):04d}",
                    team_id=team.id,
                    roles=roles,
                    zone_name=raw.zone_name,
                    work_from=time(8) if team.name == "Operations" else time(9),
                    absences=_absences(draw, today),
                )
            )
    return people


def _absences(draw: random.Random, today: date) -> tuple[Absence, ...]:
    if draw.random() > 0.12:
        return ()
    first = today + timedelta(days=draw.randint(-10, 30))
    return (Absence(first, first + timedelta(days=draw.choice((1, 4, 9))), "on leave"),)


def _items(work: UnitOfWork, draw: random.Random, raw: Sample) -> list[ConfigurationItem]:
    counts = raw.counts
    base = work.add_all(
        [ConfigurationItem(f"san-{n:02d}", CiKind.STORAGE) for n in range(1, counts["storages"] + 1)]
        + [
            ConfigurationItem(f"switch-{n:02d}", CiKind.NETWORK_DEVICE)
            for n in range(1, counts["network_devices"] + 1)
        ]
        + [
            ConfigurationItem(f"lib-{n:02d}", CiKind.SHARED_LIBRARY)
            for n in range(1, counts["libraries"] + 1)
        ]
    )
    storages = [item for item in base if item.kind is CiKind.STORAGE]
    switches = [item for item in base if item.kind is CiKind.NETWORK_DEVICE]
    databases = work.add_all(
        [
            ConfigurationItem(
                f"DB cluster {n}", CiKind.DATABASE, depends_on=(storages[n % len(storages)].id or 0,)
            )
            for n in range(1, counts["databases"] + 1)
        ]
    )
    servers = work.add_all(
        [
            ConfigurationItem(
                f"app-{n:02d}", CiKind.SERVER, depends_on=(switches[n % len(switches)].id or 0,)
            )
            for n in range(1, counts["servers"] + 1)
        ]
    )
    return [*base, *databases, *servers]


def _applications(
    work: UnitOfWork,
    draw: random.Random,
    raw: Sample,
    teams: list[Team],
    people: list[Person],
    items: list[ConfigurationItem],
) -> list[Application]:
    developers = [team for team in teams if team.is_development]
    owners = [person for person in people if Role.BUSINESS_OWNER in person.roles]
    servers = [item.id or 0 for item in items if item.kind is CiKind.SERVER]
    databases = [item.id or 0 for item in items if item.kind is CiKind.DATABASE]
    made: list[Application] = []
    for domain in raw.domains:
        for service in raw.services:
            tier = draw.choice(_TIERS)
            hosts = (*sorted(draw.sample(servers, 2)), draw.choice(databases))
            below = (made[-1].id or 0,) if service != raw.services[0] and draw.random() < 0.35 else ()
            application = Application(
                f"{domain} {service}",
                tier,
                team_id=draw.choice(developers).id,
                business_owner_id=draw.choice(owners).id,
                configuration_items=hosts,
                depends_on=below,
                allowed_downtime_minutes=_ALLOWED_DOWNTIME[tier],
            )
            made.append(work.add(application))
    return made
