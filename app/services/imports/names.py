"""Names in lists matched with the register, whatever their case, order, brackets and slips."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from sqlalchemy import Connection

from app.domain.changes import Change
from app.domain.register import Application, BuildMachine, ConfigurationItem, Environment, Person, Team
from app.domain.windows import MaintenanceWindow
from app.importing.matching import ACCEPTED, Match, NameIndex
from app.importing.words.stages import STAGES
from app.services.imports.releases import Releases
from app.store.import_memory import read_contents, read_memory
from app.store.queries.imports import build_numbers, called_otherwise, change_keys, links_of, steps_of
from app.store.queries.packets import organisation_facts
from app.store.reading import find, get

Named = Application | ConfigurationItem | Team | Person | Environment | BuildMachine
"""The register's plain records."""


@dataclass(frozen=True, slots=True)
class Directory:
    """One kind of named record; each different text is matched once.

    `ids` are by folded name where one record alone is called so, `exact` by the name as it is spelt; `shared`
    are the folded names of several records. Of several of which one alone is not `archived`, it is that one.
    """

    ids: Mapping[str, int]
    names: Mapping[int, str]
    index: NameIndex | None = None
    exact: Mapping[str, int] = field(default_factory=dict, compare=False)
    shared: frozenset[str] = field(default=frozenset(), compare=False)
    archived: frozenset[int] = field(default=frozenset(), compare=False)
    _matched: dict[str, Match | None] = field(default_factory=dict, compare=False, repr=False)
    _known: dict[str, int | None] = field(default_factory=dict, compare=False, repr=False)
    _met: set[int] = field(default_factory=set, compare=False, repr=False)

    @classmethod
    def of(
        cls, names: Mapping[int, str], index: NameIndex | None = None, archived: Iterable[int] = ()
    ) -> Self:
        """The records with these names by id; what two are called means neither, nor does what both are but
        for capitals."""
        away = frozenset(archived)
        ids, shared = _told_apart(((name.casefold(), number) for number, name in names.items()), away)
        exact, _ = _told_apart(((name, number) for number, name in names.items()), away)
        return cls(ids, names, index, exact, shared, away)

    @property
    def archived_met(self) -> tuple[str, ...]:
        """The names of archived records that were meant by what was asked for, in their order."""
        return tuple(sorted(self.names[one] for one in self._met))

    def id_of(self, name: object) -> int | None:
        """The id of the record a name means, or None."""
        text = name if isinstance(name, str) else str(name or "")
        if text in self._known:
            return self._known[text]
        match = self.match(text)
        found = self._known[text] = None if match is None else match.record_id
        return found

    def match(self, name: str) -> Match | None:
        """The record a name means, with how sure that is; None below what is accepted."""
        found = self._look_up(name.strip())
        if found is not None and found.record_id in self.archived:
            self._met.add(found.record_id)
        return found

    def _look_up(self, text: str) -> Match | None:
        exact = self.exact.get(text)
        if exact is None:
            exact = self.ids.get(text.casefold())
        if exact is not None:
            return Match(exact, self.names[exact], 1.0, "the same name")
        if self.index is None or not text or self.is_shared(text):
            return None
        if text not in self._matched:
            match = self.index.match(text)
            self._matched[text] = match if match and match.confidence >= ACCEPTED else None
        return self._matched[text]

    def ids_of(self, names: Iterable[object]) -> tuple[int, ...]:
        """The ids of the names that are known, each once, in ascending order as links are stored."""
        return tuple(sorted({found for name in names if (found := self.id_of(name)) is not None}))

    def called(self, number: int, words: Any) -> Any:
        """The name of a record; the words of a list where they mean it."""
        return words if self.id_of(words) == number else self.names.get(number, "")

    def unknown(self, names: Iterable[str]) -> tuple[str, ...]:
        """The names that are not known."""
        return tuple(name for name in names if self.id_of(name) is None)

    def is_shared(self, name: str) -> bool:
        """Whether several records are called so, and the name means none of them."""
        text = name.strip()
        return text.casefold() in self.shared and text not in self.exact

    def knows(self, name: str) -> bool:
        """Whether a record is called so, or several are."""
        return self.id_of(name) is not None or self.is_shared(name)

    def names_of(self, ids: Iterable[int]) -> tuple[str, ...]:
        """The names of ids."""
        return tuple(self.names[one] for one in ids if one in self.names)


@dataclass(frozen=True, slots=True)
class RegisterNames:
    """Everything a list may name; `steps` are those of `window`, each by title and key in the plan it is from
    ("": made here), `plan_says` what plans said of them when last imported, by that key, also of those
    removed since, and `links` what those of plans follow, by key: key, kind and minutes of lag of each."""

    applications: Directory
    items: Directory
    teams: Directory
    people: Directory
    environments: Directory
    machines: Directory
    changes: Directory = Directory({}, {})
    builds: Mapping[tuple[int, str], int] = field(default_factory=dict)
    window: MaintenanceWindow | None = None
    steps: frozenset[tuple[str, str]] = frozenset()
    plan_says: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    links: Mapping[str, tuple[tuple[str, str, int], ...]] = field(default_factory=dict)
    zone_name: str = "UTC"
    releases: Releases = field(default_factory=Releases)

    @property
    def plan_titles(self) -> dict[str, str]:
        """What plans called the steps of the window when last imported, by key."""
        return {key: str(said["title"]) for key, said in self.plan_says.items()}


def _told_apart(
    named: Iterable[tuple[str, int]], archived: frozenset[int]
) -> tuple[dict[str, int], frozenset[str]]:
    """The id under each name that one record has, or one alone that is not archived, and the names that
    several have."""
    found: dict[str, list[int]] = {}
    for name, number in named:
        found.setdefault(name, []).append(number)
    meant: dict[str, int] = {}
    for name, numbers in found.items():
        standing = [one for one in numbers if one not in archived] if len(numbers) > 1 else numbers
        if len(standing) == 1:
            meant[name] = standing[0]
    return meant, frozenset(found.keys() - meant.keys())


def spelt_alike(name: str) -> str:
    """What names that are the same to a reader have in common, whatever their capitals, spaces and how an
    accent is written."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def once_each(names: Iterable[str]) -> list[str]:
    """The names, each in the first of its spellings."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(spelt_alike(name), name)
    return list(found.values())


def read_names(
    connection: Connection, with_changes: bool = False, window_id: int | None = None
) -> RegisterNames:
    """The names of the whole register; `with_changes`: the keys of changes and their builds too.

    Raises MissingRecordError where there is no window `window_id`.
    """
    changes = _changes(connection) if with_changes else Directory({}, {})
    builds = build_numbers(connection) if with_changes else {}
    people = find(connection, Person)
    steps = frozenset() if window_id is None else steps_of(connection, window_id)
    return RegisterNames(
        _directory(find(connection, Application)),
        _directory(find(connection, ConfigurationItem)),
        _directory(find(connection, Team)),
        _directory(people, [(one.email, one.id or 0) for one in people]),
        _environments(find(connection, Environment)),
        _directory(find(connection, BuildMachine)),
        changes,
        builds,
        None if window_id is None else get(connection, MaintenanceWindow, window_id),
        steps,
        _plan_says(connection, steps, window_id),
        {} if window_id is None else links_of(connection, window_id),
        organisation_facts(connection).zone_name,
    )


def _plan_says(
    connection: Connection, steps: Iterable[tuple[str, str]], window_id: int | None
) -> dict[str, dict[str, Any]]:
    """What plans said of a window's steps when last imported, by key, those among them that are not there any
    more; where one had no title, what the desk calls it."""
    titles = {key: title for title, key in steps if key}
    if not titles:
        return {}
    name = f"activities@{window_id}"
    said = read_contents(connection, name, list(read_memory(connection, name)))
    keys = dict.fromkeys((*titles, *said))
    found = {key: dict(said.get(key, {})) for key in keys}
    return {key: {**one, "title": one.get("title") or titles.get(key, key)} for key, one in found.items()}


def _directory(
    records: Sequence[Named],
    aliases: Iterable[tuple[str, int]] = (),
    known_as: Mapping[str, int] | None = None,
) -> Directory:
    names = {one.id: one.name for one in records if one.id is not None}
    archived = (one.id for one in records if one.id is not None and one.is_archived)
    return Directory.of(names, NameIndex(names, aliases, known_as), archived)


def _environments(environments: Sequence[Environment]) -> Directory:
    """Environments by name, and by the words for their stage where it has no other: "prod" is Production."""
    stages = Counter(one.stage for one in environments)
    alone = {one.stage.value: one.id for one in environments if stages[one.stage] == 1 and one.id is not None}
    known_as = {word: alone[stage] for word, stage in STAGES.items() if stage in alone}
    return _directory(environments, known_as=known_as)


def _changes(connection: Connection) -> Directory:
    """Changes by key, also by the one that a source gave them where they are called otherwise by now, and no
    other is called so. Keys are the same or not; nothing is nearly a key."""
    now = Directory.of(dict(change_keys(connection)))
    before = called_otherwise(connection, Change, "changes")
    former = {key: one for key, (one, _, _) in before.items() if not now.knows(key)}
    if not former:
        return now
    by_folded, _ = _told_apart(((key.casefold(), one) for key, one in former.items()), frozenset())
    return Directory({**by_folded, **now.ids}, now.names, None, {**former, **now.exact}, now.shared)
