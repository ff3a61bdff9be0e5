"""People whom a list of changes names and the register does not know: proposed, and added where wanted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from app.domain.register import Person
from app.services.imports.names import RegisterNames, spelt_alike
from app.services.imports.player_names import is_person
from app.store.unit_of_work import UnitOfWork

NAMING = ("owner", "requester")
"""Fields of a change whose text is the name of one person."""
_SEVERAL = re.compile(r"[,;/|\n]")
_KNOWN_BY = re.compile(r"(?<=\w)\s+(?:\(\d+\)|[<(](?:[\w.+-]+@[\w.-]+|[\w.-]+\\[\w.-]+)[>)])$")
"""What programs write behind a name to tell people apart: "Ana Ruiz (445)", "Ana Ruiz <ana@acme.com>"."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A person the register does not know, and the fields that name them."""

    name: str
    fields: tuple[str, ...]


def newcomers(named: Mapping[str, Iterable[str]], names: RegisterNames) -> tuple[Newcomer, ...]:
    """Who could be added, by name as it is spelt first: texts that may be one person's name and are no
    person's or team's here."""
    spelt: dict[str, str] = {}
    fields: dict[str, dict[str, None]] = {}
    for field in NAMING:
        for text in named.get(field, ()):
            name = _KNOWN_BY.sub("", " ".join(text.split()))
            if _may_be_one(name, text) and not is_known(name, names):
                name = spelt.setdefault(spelt_alike(name), name)
                fields.setdefault(name, {})[field] = None
    return tuple(Newcomer(name, tuple(found)) for name, found in sorted(fields.items()))


def add_people(work: UnitOfWork, wanted: Collection[str], names: RegisterNames, reason: str) -> int:
    """Add people by name, in the transaction of an import, but for those added meanwhile; how many."""
    new = [
        Person(name, zone_name=names.zone_name) for name in dict.fromkeys(wanted) if not is_known(name, names)
    ]
    work.add_all(new, reason)
    return len(new)


def _may_be_one(name: str, text: str) -> bool:
    """Whether a text may name one person: neither several nor a team."""
    return is_person(name) and not _SEVERAL.search(text)


def is_known(name: str, names: RegisterNames) -> bool:
    """Whether a name is that of a person or a team of the register, or of several."""
    return names.people.knows(name) or names.teams.knows(name)
