"""Names in lists matched with the register: whole names, whatever their case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from app.domain.register import Application, BuildMachine, ConfigurationItem, Environment, Person, Team
from app.store.queries.imports import build_numbers, change_keys
from app.store.unit_of_work import find


@dataclass(frozen=True, slots=True)
class Directory:
    """One kind of named record: ids by folded name, and names by id."""

    ids: Mapping[str, int]
    names: Mapping[int, str]

    def id_of(self, name: object) -> int | None:
        """The id of a name, or None."""
        return self.ids.get(str(name or "").strip().casefold())

    def ids_of(self, names: Iterable[object]) -> tuple[int, ...]:
        """The ids of the names that are known, each once, in ascending order as links are stored."""
        return tuple(sorted({found for name in names if (found := self.id_of(name)) is not None}))

    def unknown(self, names: Iterable[str]) -> tuple[str, ...]:
        """The names that are not known."""
        return tuple(name for name in names if self.id_of(name) is None)

    def names_of(self, ids: Iterable[int]) -> tuple[str, ...]:
        """The names of ids."""
        return tuple(self.names[one] for one in ids if one in self.names)


@dataclass(frozen=True, slots=True)
class RegisterNames:
    """Everything a list may name."""

    applications: Directory
    items: Directory
    teams: Directory
    people: Directory
    environments: Directory
    machines: Directory
    changes: Directory = Directory({}, {})
    builds: Mapping[tuple[int, str], int] = field(default_factory=dict)


def read_names(connection: Connection, with_changes: bool = False) -> RegisterNames:
    """The names of the whole register; `with_changes`: the keys of changes and their builds too."""
    changes = _directory(change_keys(connection)) if with_changes else Directory({}, {})
    builds = build_numbers(connection) if with_changes else {}
    return RegisterNames(
        _directory((one.id, one.name) for one in find(connection, Application)),
        _directory((one.id, one.name) for one in find(connection, ConfigurationItem)),
        _directory((one.id, one.name) for one in find(connection, Team)),
        _directory((one.id, one.name) for one in find(connection, Person)),
        _directory((one.id, one.name) for one in find(connection, Environment)),
        _directory((one.id, one.name) for one in find(connection, BuildMachine)),
        changes,
        builds,
    )


def _directory(records: Iterable[tuple[int | None, str]]) -> Directory:
    names = {number: name for number, name in records if number is not None}
    return Directory({name.casefold(): number for number, name in names.items()}, names)
