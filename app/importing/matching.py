"""Names in lists matched with names that are known, each match with how sure it is and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from app.importing.words.spelling import plain

SURE = 0.9
"""From here on a match stands without being asked about."""

ACCEPTED = 0.75
"""From here on a match is taken, and told."""

_BRACKETED = re.compile(r"\s*[(\[<{][^()\[\]<>{}]*[)\]>}]\s*")
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
"""Begun where a run of letters begins: one without @ would else be gone through anew from each letter."""
_LEAST_ALIKE = 0.88
_LEAST_LETTERS = 5
_MOST_LETTERS_APART = 2
_NUMBER = re.compile(r"\d+")
_HOST = re.compile(r"([\w-]*\d[\w-]*)\.(?:[\w-]+\.)*[a-z][\w-]+", re.IGNORECASE)
"""A machine by its name in full, "db01.acme.local"; its own name has a number, as those of machines do."""
_LOGIN = re.compile(r"[\w.-]+\\(\S+)")
"""A person by the name that Windows knows, behind that of the domain."""


@dataclass(frozen=True, slots=True)
class Match:
    """A known record that a name means; `confidence` runs from 0 to 1, `reason` is a few words."""

    record_id: int
    name: str
    confidence: float
    reason: str


class NameIndex:
    """Known names, ready to be matched; `aliases` are other texts for the same records (e-mail addresses),
    `known_as` plain words that mean a record where no name does."""

    def __init__(
        self,
        names: Mapping[int, str],
        aliases: Iterable[tuple[str, int]] = (),
        known_as: Mapping[str, int] | None = None,
    ) -> None:
        self._names = names
        self._known_as = known_as or {}
        self._plain: dict[str, int | None] = {}
        self._words: dict[frozenset[str], int | None] = {}
        self._short: dict[str, int | None] = {}
        self._hosts: dict[str, int | None] = {}
        self._aliases = {alias.casefold(): number for alias, number in aliases if alias}
        for number, name in names.items():
            words = plain(name)
            _note(self._plain, words, number)
            _note(self._words, frozenset(words.split()), number)
            if host := _host_of(name):
                _note(self._hosts, host, number)
            for short in _short_forms(words.split()):
                _note(self._short, short, number)
        self._near: dict[tuple[str, ...], list[tuple[str, int]]] = {}
        for words, one in self._plain.items():
            if one is not None and words:
                self._near.setdefault(_bucket(words), []).append((words, one))

    def match(self, text: str) -> Match | None:
        """The record a text means, the surest way first; None when nothing is near or several are."""
        address = _ADDRESS.search(text)
        if address and (number := self._aliases.get(address.group().casefold())) is not None:
            return self._found(number, 1.0, "the same address")
        name = _BRACKETED.sub(" ", text).strip() if not address else text.replace(address.group(), " ")
        name = _BRACKETED.sub(" ", name).strip()
        if not name and address:
            name = address.group().partition("@")[0].replace(".", " ")
        penalty = 0.0 if name == text.strip() else 0.05
        words = plain(name)
        if not words:
            return None
        login = _LOGIN.fullmatch(name)
        if words in self._plain and self._plain[words] is None:
            return None  # several are called so, and none of them is another that is nearly called so
        ways = (
            (self._plain.get(words), 0.98, "the same name"),
            (self._words.get(frozenset(words.split())), 0.95, "the same words in another order"),
            (self._host(name), SURE, "the same machine, named with its domain or without"),
            (self._short.get(plain(login[1]) if login else words), 0.85, "the same name shortened"),
            (self._known_as.get(words), SURE, "the only one that these words mean"),
        )
        for number, confidence, reason in ways:
            if number is not None:
                reason = reason if not penalty else f"{reason} without what stands in brackets"
                return self._found(number, confidence - penalty, reason)
        return self._alike(words, penalty)

    def _host(self, name: str) -> int | None:
        """The machine that a name without a domain means, or the one known without the domain of a name."""
        host = _host_of(name)
        return self._plain.get(plain(host)) if host else self._hosts.get(name.lower())

    def _alike(self, words: str, penalty: float) -> Match | None:
        """A name with a slip of the pen: one known name alone is nearly the same, digits included."""
        if len(words) < _LEAST_LETTERS:
            return None
        near: list[tuple[float, int]] = []
        for known, number in self._near.get(_bucket(words), ()):
            if abs(len(known) - len(words)) > _MOST_LETTERS_APART:
                continue
            matcher = SequenceMatcher(None, known, words, autojunk=False)
            if matcher.quick_ratio() >= _LEAST_ALIKE and (ratio := matcher.ratio()) >= _LEAST_ALIKE:
                near.append((ratio, number))
        if len(near) != 1:
            return None
        ratio, number = near[0]
        return self._found(number, round(0.9 * ratio - penalty, 2), "nearly the same name")

    def _found(self, number: int, confidence: float, reason: str) -> Match:
        return Match(number, self._names[number], round(confidence, 2), reason)


def _bucket(words: str) -> tuple[str, ...]:
    """What a slip of the pen leaves alone: the first letter, and every number."""
    return (words[0], *_NUMBER.findall(words))


def _note(index: dict[str, int | None] | dict[frozenset[str], int | None], key: object, number: int) -> None:
    """Remember a form of a name; a form that two records share means neither."""
    index[key] = None if key in index else number  # type: ignore[index]


def _host_of(name: str) -> str:
    """A machine's own name in its name in full; "" for any other name."""
    found = _HOST.fullmatch(name)
    return found[1].lower() if found else ""


def _short_forms(words: list[str]) -> tuple[str, ...]:
    """How names of people are shortened: "j smith", "smith j", "jsmith"."""
    if len(words) < 2 or any(word.isdigit() for word in words):
        return ()
    first, last = words[0], words[-1]
    return f"{first[0]} {last}", f"{last} {first[0]}", f"{first[0]}{last}"
