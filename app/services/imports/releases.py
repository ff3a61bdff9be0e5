"""The windows that the fix versions, sprints and milestones of a list mean, as chosen or guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import Connection

from app.importing.mapping import Mapping as ColumnMapping
from app.importing.proposing.list_words import ValueChoice, value_choices
from app.importing.table import Table
from app.importing.words.releases import WindowOffer, chosen_window, guess_window
from app.importing.words.spelling import plain
from app.services.placement import local_day
from app.services.workplace import Workplace
from app.store.queries.imports import open_windows

RELEASE = "release"
"""The field whose words mean windows."""


@dataclass(frozen=True, slots=True)
class Releases:
    """`offers` are the windows that take changes; `chosen` says what each word means, by plain word."""

    offers: Sequence[WindowOffer] = ()
    chosen: Mapping[str, str] = field(default_factory=dict)
    _known: dict[str, int | None] = field(default_factory=dict, compare=False, repr=False)

    def window_of(self, names: object) -> int | None:
        """The one window that these names mean; None where they mean none, or several."""
        found = {self.window_named(str(name)) for name in names} if isinstance(names, Iterable) else set()
        found.discard(None)
        return found.pop() if len(found) == 1 else None

    def window_named(self, name: str) -> int | None:
        """The window that one name means, if any."""
        if name not in self._known:
            self._known[name] = self._look_up(name)
        return self._known[name]

    def _look_up(self, name: str) -> int | None:
        said = self.chosen.get(plain(name))
        if said is not None:
            return chosen_window(said, self.offers)
        guess = guess_window(name, self.offers)
        return None if guess is None else guess.window_id


def read_releases(connection: Connection, mapping: ColumnMapping, now: datetime) -> Releases:
    """The windows open at an instant (UTC), and what the mapping says of the words of its release column."""
    if not mapping.headers_of(RELEASE):
        return Releases()
    return Releases(_offers(connection, now), mapping.own_words(RELEASE))


def with_windows(
    workplace: Workplace, mapping: ColumnMapping, found: dict[str, tuple[ValueChoice, ...]]
) -> dict[str, tuple[ValueChoice, ...]]:
    """The words of a list, those of releases with the id of the window each means, and why where guessed."""
    if RELEASE not in found:
        return found
    with workplace.read() as connection:
        releases = read_releases(connection, mapping, workplace.now())
    return {**found, RELEASE: tuple(_with_window(one, releases) for one in found[RELEASE])}


def mapping_to_edit(workplace: Workplace, table: Table, mapping: ColumnMapping) -> ColumnMapping:
    """The mapping with every word that is not known, or only guessed, in its value maps, to be filled in."""
    found = with_windows(workplace, mapping, value_choices(table, mapping))
    maps = {name: dict(words) for name, words in mapping.value_maps.items()}
    for name, choices in found.items():
        for one in choices:
            if one.value is None or one.guess:
                value = "" if one.value is None else str(one.value)
                maps.setdefault(name, {}).setdefault(one.word, value)
    return replace(mapping, value_maps=maps)


def _with_window(choice: ValueChoice, releases: Releases) -> ValueChoice:
    window_id = releases.window_named(choice.word)
    guess = None if plain(choice.word) in releases.chosen else guess_window(choice.word, releases.offers)
    value = None if window_id is None else str(window_id)
    return replace(choice, value=value, guess=guess.reason if guess is not None else "")


def _offers(connection: Connection, now: datetime) -> list[WindowOffer]:
    return [
        WindowOffer(one.id, one.title, local_day(one))
        for one in open_windows(connection, now)
        if one.id is not None
    ]
