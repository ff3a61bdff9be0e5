"""What is wrong with a record of the register before it is stored: every problem, each beside its field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from zoneinfo import available_timezones

from app.domain.register import Application, BuildMachine, ConfigurationItem, Environment, Person, Team

_LONGEST_NAME = 200
_MINUTES_A_MONTH = 31 * 24 * 60


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """A field and a sentence that says what is wrong with it and how to mend it."""

    field: str
    message: str


def problems(value: Any) -> list[FieldProblem]:
    """All problems of a register record; an empty list means it can be stored."""
    found = _name_problems(value.name)
    check = _CHECKS.get(type(value))
    return found + (check(value) if check else [])


def _name_problems(name: str) -> list[FieldProblem]:
    if not name.strip():
        return [FieldProblem("name", "A name is missing; type one.")]
    if len(name) > _LONGEST_NAME:
        return [
            FieldProblem("name", f"The name has {len(name)} letters; keep it to {_LONGEST_NAME} at most.")
        ]
    return []


def _application(value: Application) -> list[FieldProblem]:
    found = []
    if not 1 <= value.tier <= 4:
        found.append(FieldProblem("tier", f"Tier {value.tier} does not exist; choose 1 to 4."))
    if not 0 <= value.allowed_downtime_minutes <= _MINUTES_A_MONTH:
        found.append(
            FieldProblem("allowed_downtime_minutes", "Allowed downtime lies between none and a whole month.")
        )
    if value.id is not None and value.id in value.depends_on:
        found.append(FieldProblem("depends_on", "An application cannot need itself; take it out."))
    return found


def _item(value: ConfigurationItem) -> list[FieldProblem]:
    found = []
    if value.capacity < 1:
        found.append(FieldProblem("capacity", "The capacity is at least 1."))
    if value.id is not None and value.id in value.depends_on:
        found.append(FieldProblem("depends_on", "An item cannot depend on itself; take it out."))
    return found


def _person(value: Person) -> list[FieldProblem]:
    found = []
    if value.email and ("@" not in value.email or value.email != value.email.strip()):
        found.append(FieldProblem("email", f"“{value.email}” is not an e-mail address."))
    if value.zone_name not in available_timezones():
        found.append(FieldProblem("zone_name", f"“{value.zone_name}” is not a time zone; choose one."))
    if any(not 1 <= day <= 7 for day in value.work_days):
        found.append(FieldProblem("work_days", "Working days run from 1 (Monday) to 7 (Sunday)."))
    if value.work_from == value.work_until:
        found.append(FieldProblem("work_until", "Working hours begin and end at the same time."))
    for absence in value.absences:
        if absence.last_day < absence.first_day:
            found.append(
                FieldProblem("absences", f"The absence from {absence.first_day} ends before it begins.")
            )
    return found


_CHECKS: dict[type[Any], Callable[[Any], list[FieldProblem]]] = {
    Application: _application,
    ConfigurationItem: _item,
    Person: _person,
    Team: lambda value: [],
    Environment: lambda value: [],
    BuildMachine: lambda value: [],
}
