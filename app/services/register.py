"""Use cases of the register: list, add, change, archive and restore its records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from app.domain.register import Application, BuildMachine, ConfigurationItem, Environment, Person, Team
from app.domain.validation import problems
from app.services.errors import RefusedError
from app.services.workplace import Done, Workplace
from app.store.reading import find

R = TypeVar("R", Application, BuildMachine, ConfigurationItem, Environment, Person, Team)


@dataclass(frozen=True, slots=True)
class Register:
    """Everything in the register, archived records included, each kind by name."""

    applications: tuple[Application, ...]
    configuration_items: tuple[ConfigurationItem, ...]
    teams: tuple[Team, ...]
    people: tuple[Person, ...]
    environments: tuple[Environment, ...]
    build_machines: tuple[BuildMachine, ...]


def read_register(workplace: Workplace) -> Register:
    """The whole register; a few hundred to some thousand records."""
    with workplace.read() as connection:
        return Register(
            _sorted(find(connection, Application)),
            _sorted(find(connection, ConfigurationItem)),
            _sorted(find(connection, Team)),
            _sorted(find(connection, Person)),
            _sorted(find(connection, Environment)),
            _sorted(find(connection, BuildMachine)),
        )


def save_record(workplace: Workplace, record: R, reason: str = "") -> Done[R]:
    """Add a new record (id None) or store a changed one.

    Raises RefusedError with every problem of the record, StaleRecordError, ConstraintBrokenError.
    """
    found = problems(record)
    if found:
        raise RefusedError(
            f"“{record.name}” cannot be saved yet: {found[0].message}",
            tuple(problem.message for problem in found),
        )
    with workplace.write() as work:
        saved = work.add(record, reason) if record.id is None else work.save(record, reason)
        touched = work.commit()
    return workplace.done(saved, touched)


def set_archived(workplace: Workplace, record: R, is_archived: bool, reason: str = "") -> Done[R]:
    """Archive a record, or bring it back; what points at it stays."""
    with workplace.write() as work:
        saved = work.save(replace(record, is_archived=is_archived), reason)
        touched = work.commit()
    return workplace.done(saved, touched)


def _sorted(records: list[R]) -> tuple[R, ...]:
    return tuple(sorted(records, key=lambda record: (record.name.casefold(), record.id or 0)))
