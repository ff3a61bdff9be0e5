"""What the register shows of each kind of record: its columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.domain.register import Application, BuildMachine, ConfigurationItem, Environment, Person, Team
from app.services.register import Register
from app.ui.times import duration_text
from app.ui.widgets import Column

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def words(text: str) -> str:
    """A stored word as people read it: pre_production is "Pre production"."""
    return text.replace("_", " ").capitalize()


class Names:
    """Names of the register's records by id, for columns that point at them."""

    def __init__(self, register: Register) -> None:
        self._teams = {team.id: team.name for team in register.teams}
        self._people = {person.id: person.name for person in register.people}
        self._items = {item.id: item.name for item in register.configuration_items}
        self._applications = {item.id: item.name for item in register.applications}

    def team(self, team_id: int | None) -> str:
        """A team's name, empty for none."""
        return self._teams.get(team_id, "")

    def person(self, person_id: int | None) -> str:
        """A person's name, empty for none."""
        return self._people.get(person_id, "")

    def items(self, ids: tuple[int, ...]) -> str:
        """The names of configuration items."""
        return ", ".join(self._items.get(item, f"#{item}") for item in ids)

    def applications(self, ids: tuple[int, ...]) -> str:
        """The names of applications."""
        return ", ".join(self._applications.get(item, f"#{item}") for item in ids)


@dataclass(frozen=True, slots=True)
class RegisterKind:
    """One tab: key, label of many, label of one, icon, its records, and its columns given the names."""

    key: str
    plural: str
    singular: str
    icon: str
    value_type: type[Any]
    records: Callable[[Register], tuple[Any, ...]]
    columns: Callable[[Callable[[], Names]], tuple[Column[Any], ...]]


def _state() -> Column[Any]:
    return Column(
        "state", "State", lambda record: "archived" if record.is_archived else "in use", width=90, tone=_tone
    )


def _tone(record: Any) -> str:
    return "faint" if record.is_archived else "met"


def _name(title: str, width: int = 230) -> Column[Any]:
    return Column("name", title, lambda record: record.name, width=width, font="strong")


def _applications(names: Callable[[], Names]) -> tuple[Column[Application], ...]:
    return (
        _name("Application"),
        Column("tier", "Tier", lambda one: str(one.tier), lambda one: one.tier, 60, align_right=True),
        Column("team", "Team", lambda one: names().team(one.team_id), width=150),
        Column("owner", "Business owner", lambda one: names().person(one.business_owner_id), width=160),
        Column("items", "Runs on", lambda one: names().items(one.configuration_items), width=230),
        Column("needs", "Needs", lambda one: names().applications(one.depends_on), width=160),
        Column(
            "allowed",
            "Allowed downtime",
            lambda one: duration_text(one.allowed_downtime_minutes),
            lambda one: one.allowed_downtime_minutes,
            140,
            align_right=True,
        ),
        _state(),
    )


def _items(names: Callable[[], Names]) -> tuple[Column[ConfigurationItem], ...]:
    return (
        _name("Configuration item"),
        Column("kind", "Kind", lambda one: words(one.kind.value), width=140),
        Column("capacity", "Capacity", lambda one: str(one.capacity), lambda one: one.capacity, 80, True),
        Column("needs", "Depends on", lambda one: names().items(one.depends_on), width=300),
        _state(),
    )


def _teams(names: Callable[[], Names]) -> tuple[Column[Team], ...]:
    return (
        _name("Team"),
        Column("developers", "Development", lambda one: "yes" if one.is_development else "no", width=110),
        _state(),
    )


def _people(names: Callable[[], Names]) -> tuple[Column[Person], ...]:
    def hours(one: Person) -> str:
        days = ", ".join(_WEEKDAYS[day - 1] for day in one.work_days)
        return f"{days} {one.work_from:%H:%M}–{one.work_until:%H:%M}"

    return (
        _name("Person", 190),
        Column("team", "Team", lambda one: names().team(one.team_id), width=150),
        Column("roles", "Roles", lambda one: ", ".join(words(role.value) for role in one.roles), width=170),
        Column("phone", "Phone", lambda one: one.phone, width=140),
        Column("email", "E-mail", lambda one: one.email, width=220),
        Column("hours", "Working hours", hours, width=210),
        Column("absences", "Absences", lambda one: str(len(one.absences) or ""), width=80, align_right=True),
        _state(),
    )


def _environments(names: Callable[[], Names]) -> tuple[Column[Environment], ...]:
    return (
        _name("Environment"),
        Column("stage", "Stage", lambda one: words(one.stage.value), width=140),
        _state(),
    )


def _machines(names: Callable[[], Names]) -> tuple[Column[BuildMachine], ...]:
    return (_name("Build machine"), _state())


KINDS: tuple[RegisterKind, ...] = (
    RegisterKind(
        "applications",
        "Applications",
        "application",
        "register",
        Application,
        lambda register: register.applications,
        _applications,
    ),
    RegisterKind(
        "configuration_items",
        "Configuration items",
        "configuration item",
        "server",
        ConfigurationItem,
        lambda register: register.configuration_items,
        _items,
    ),
    RegisterKind("people", "People", "person", "people", Person, lambda register: register.people, _people),
    RegisterKind("teams", "Teams", "team", "people", Team, lambda register: register.teams, _teams),
    RegisterKind(
        "environments",
        "Environments",
        "environment",
        "database",
        Environment,
        lambda register: register.environments,
        _environments,
    ),
    RegisterKind(
        "build_machines",
        "Build machines",
        "build machine",
        "server",
        BuildMachine,
        lambda register: register.build_machines,
        _machines,
    ),
)
