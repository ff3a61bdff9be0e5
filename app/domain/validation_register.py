"""What is wrong with a record of the register: applications, items, people, teams, environments, machines."""

from __future__ import annotations

from app.domain.field_problems import FieldProblem, name_problems, zone_problems
from app.domain.register import Application, BuildMachine, ConfigurationItem, Environment, Person, Team

_MINUTES_A_MONTH = 31 * 24 * 60
_LONGEST_EMAIL = 254  # RFC 5321, 4.5.3.1.3


def plain_problems(value: Team | Environment | BuildMachine) -> list[FieldProblem]:
    """All problems of a record that has little more than its name."""
    return name_problems(value.name)


def application_problems(value: Application) -> list[FieldProblem]:
    """All problems of an application."""
    found = name_problems(value.name)
    if not 1 <= value.tier <= 4:
        found.append(FieldProblem("tier", f"Tier {value.tier} does not exist; choose 1 to 4."))
    if not 0 <= value.allowed_downtime_minutes <= _MINUTES_A_MONTH:
        found.append(
            FieldProblem("allowed_downtime_minutes", "Allowed downtime lies between none and a whole month.")
        )
    if value.id is not None and value.id in value.depends_on:
        found.append(FieldProblem("depends_on", "An application cannot need itself; take it out."))
    return found


def item_problems(value: ConfigurationItem) -> list[FieldProblem]:
    """All problems of a configuration item."""
    found = name_problems(value.name)
    if value.capacity < 1:
        found.append(FieldProblem("capacity", "The capacity is at least 1."))
    if value.id is not None and value.id in value.depends_on:
        found.append(FieldProblem("depends_on", "An item cannot depend on itself; take it out."))
    return found


def person_problems(value: Person) -> list[FieldProblem]:
    """All problems of a person, absences and working hours included."""
    found = name_problems(value.name) + zone_problems(value.zone_name)
    if value.email and not _is_email(value.email):
        found.append(FieldProblem("email", f"“{value.email}” is not an e-mail address."))
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


def _is_email(text: str) -> bool:
    """A name, one @ and a domain, without blanks or line ends: an address must not carry a second header."""
    name, at, domain = text.rpartition("@")
    is_plain = text.isprintable() and not any(sign in text for sign in " ,;<>")
    return bool(name and at and domain) and is_plain and len(text) <= _LONGEST_EMAIL
