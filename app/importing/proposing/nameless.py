"""Lists without column names: what each column seems to mean, told by its cells alone."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.importing.fields import field_named
from app.importing.proposing.entries import entry_said
from app.importing.proposing.guess import Guess
from app.importing.proposing.samples import Samples
from app.importing.table import Table
from app.importing.times.clock import read_clock
from app.importing.times.dates import DateReader
from app.importing.words.values import choose

KEY = re.compile(r"^(?:[A-Za-z]{1,12}[-_ ]?\d+(?:[-_/.]\d+)*|#\d+)$")
"""How keys are built: CHG0001, OPS-12, INC-2026-12, #7."""
_CONFIDENCE = 0.4
_MOST = 0.8
_LONG_TEXT = 80
"""Letters on average from which a text beside a shorter one is a description."""
_FEW_STATES = 12
_WIDEST_CALENDAR = 6
_TO_THE_SECOND = 2
"""Colons in a time with seconds."""
_ADDRESS = re.compile(r"^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$")
_PAGE = re.compile(r"^https?://\S+$", re.IGNORECASE)
_NO_NAME = "The columns have no names; "
Cells = Sequence[str]


class Sort(StrEnum):
    """What the cells of a column are."""

    KEY = "these are built as keys are"
    COUNT = "these count the rows"
    NUMBER = "these are numbers"
    MOMENT = "these are dates"
    CLOCK = "these are times of day"
    STATE = "these are words for states"
    ADDRESS = "these are e-mail addresses"
    PAGE = "these are addresses of pages"
    PERSON = "these are people of the register"
    APPLICATION = "these are applications of the register"
    TEXT = "these are texts"
    NOTHING = "it is empty"


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Whether a name is one of the register's people, and one of its applications."""

    is_person: Callable[[str], bool] = lambda _name: False
    is_application: Callable[[str], bool] = lambda _name: False


_TRACKED = {
    Sort.KEY: ("key",),
    Sort.STATE: ("state",),
    Sort.PERSON: ("owner", "requester"),
    Sort.ADDRESS: ("owner", "requester"),
    Sort.APPLICATION: ("applications",),
    Sort.PAGE: ("url",),
}
_SPAN = {Sort.MOMENT: ("starts_at", "ends_at"), Sort.APPLICATION: ("applications",)}
_OF_A_CHANGE = {Sort.KEY: ("change_key",), Sort.NUMBER: ("number", "build")}
_MEANT: dict[str, dict[Sort, tuple[str, ...]]] = {
    "changes": {**_TRACKED, Sort.MOMENT: ("created_in_source", "deployment_on")},
    "tickets": {**_TRACKED, Sort.KEY: ("key", "change_key"), Sort.MOMENT: ("created_in_source",)},
    "incidents": {**_TRACKED, Sort.MOMENT: ("started_at", "ended_at")},
    "windows": _SPAN,
    "freezes": _SPAN,
    "calendar": _SPAN,
    "people": {Sort.ADDRESS: ("email",), Sort.PERSON: ("name",)},
    "builds": {**_OF_A_CHANGE, Sort.MOMENT: ("built_at",)},
    "deployments": {**_OF_A_CHANGE, Sort.MOMENT: ("deployed_at",), Sort.PERSON: ("deployed_by",)},
    "detected": {Sort.MOMENT: ("detected_at",), Sort.PERSON: ("who",)},
    "applications": {Sort.APPLICATION: ("name",), Sort.PERSON: ("business_owner",)},
    "activities": {
        Sort.COUNT: ("source_id",),
        Sort.CLOCK: ("start", "finish"),
        Sort.MOMENT: ("start", "finish"),
        Sort.PERSON: ("players",),
        Sort.STATE: ("state",),
        Sort.APPLICATION: ("application",),
    },
}
"""By kind of list, the fields that columns of a sort feed, from left to right."""


def kind_told_by_cells(samples: Samples) -> str:
    """The kind of a list without column names; changes where nothing tells."""
    sorts = {header: sort_of(samples.of(header)) for header in samples.table.headers}
    found = list(sorts.values())
    if Sort.KEY in found:
        return "changes"
    if Sort.ADDRESS in found and Sort.MOMENT not in found:
        return "people"
    if Sort.COUNT in found and Sort.CLOCK in found:
        return "activities"
    if found.count(Sort.MOMENT) == 2 and Sort.STATE not in found and len(found) <= _WIDEST_CALENDAR:
        texts = [cell for header, sort in sorts.items() if sort is Sort.TEXT for cell in samples.of(header)]
        moments = [cell for header, one in sorts.items() if one is Sort.MOMENT for cell in samples.of(header)]
        have_times = sum(":" in cell for cell in moments) * 2 > len(moments)
        if texts and (have_times or any(map(entry_said, texts))):
            return "windows"
    return "changes"


def told_by_cells(
    kind: str, guesses: Sequence[Guess], samples: Samples, names: KnownNames
) -> tuple[Guess, ...]:
    """The guesses, with fields for columns that have none, as far as their cells tell; all of them unsure."""
    taken = {guess.field for guess in guesses if guess.field}
    sorts = {guess.header: sort_of(samples.of(guess.header), names) for guess in guesses if not guess.field}
    made: dict[str, Guess] = {}
    for sort, fields in _MEANT.get(kind, {}).items():
        open_fields = (name for name in fields if name not in taken)
        headers = [header for header, one in sorts.items() if one is sort]
        for header, name in zip(headers, open_fields, strict=False):
            if name == "deployment_on" and _most(samples.of(header), _has_seconds):
                name = "updated_in_source"  # people plan by the minute at most; programs note the second
            made[header] = Guess(header, name, _CONFIDENCE, f"{_NO_NAME}{sort}.")
            taken.add(name)
    texts = [header for header, one in sorts.items() if one is Sort.TEXT and header not in made]
    made |= _of_texts(kind, texts, samples, taken)
    return tuple(made.get(guess.header, guess) for guess in guesses)


def _of_texts(kind: str, headers: list[str], samples: Samples, taken: set[str]) -> dict[str, Guess]:
    """The longest text is the title or name, or describes it where another is short enough to be that."""
    name = next((one for one in ("title", "name", "what") if field_named(kind, one) and one not in taken), "")
    if not name or not headers:
        return {}
    ranked = sorted(headers, key=lambda header: -_length(samples.of(header)))
    longest = f"{_NO_NAME}this is the longest text."
    if kind in ("people", "applications"):
        return {headers[0]: Guess(headers[0], name, _CONFIDENCE, f"{_NO_NAME}this is the first text.")}
    is_described = field_named(kind, "description") is not None and "description" not in taken
    if len(ranked) > 1 and is_described and _length(samples.of(ranked[0])) > _LONG_TEXT:
        title = Guess(ranked[1], name, _CONFIDENCE, f"{_NO_NAME}this is the longest short text.")
        return {ranked[1]: title, ranked[0]: Guess(ranked[0], "description", _CONFIDENCE, longest)}
    return {ranked[0]: Guess(ranked[0], name, _CONFIDENCE, longest)}


def shape_of_nameless(table: Table) -> str:
    """The fingerprint of a list without column names: how many columns it has, and of what sorts they are."""
    samples = Samples(table)
    told = "\n".join(f"{header} {sort_of(samples.of(header)).name}" for header in table.headers)
    return hashlib.blake2b(f"nameless\n{told}".encode(), digest_size=16).hexdigest()


def sort_of(cells: Cells, names: KnownNames | None = None) -> Sort:
    """What the cells of one column are, at least most of them."""
    texts = [cell.strip() for cell in cells if cell.strip()]
    if not texts:
        return Sort.NOTHING
    distinct = set(texts)
    if len(distinct) == len(texts) and _most(texts, _is_key):
        return Sort.KEY
    if all(text.isdecimal() for text in texts):
        counted = [str(number) for number in range(1, len(texts) + 1)]
        return Sort.COUNT if texts == counted else Sort.NUMBER
    if _most(texts, _is_day):
        return Sort.MOMENT
    if _most(texts, lambda text: read_clock(text) is not None):
        return Sort.CLOCK
    if _most(texts, lambda text: _ADDRESS.match(text) is not None):
        return Sort.ADDRESS
    if _most(texts, lambda text: _PAGE.match(text) is not None):
        return Sort.PAGE
    if len(distinct) <= _FEW_STATES and _most(texts, lambda text: choose("state", text) is not None):
        return Sort.STATE
    if names is not None and _most(texts, names.is_person):
        return Sort.PERSON
    if names is not None and _most(texts, names.is_application):
        return Sort.APPLICATION
    return Sort.TEXT


def is_of_same_sort(cell: str, below: Cells) -> bool:
    """Whether a cell is a key or a date as those below it are, and so no name of their column."""
    text, others = cell.strip(), [other.strip() for other in below if other.strip()]
    if not text or not others:
        return False
    if _is_key(text):
        prefix = text.rstrip("0123456789")
        return _most(others, lambda one: _is_key(one) and one.rstrip("0123456789") == prefix)
    return _is_day(text) and _most(others, _is_day)


def _is_key(text: str) -> bool:
    """Whether a text is built as a key is; a word and a number apart, as "Week 1", are none here."""
    return " " not in text and KEY.match(text) is not None


def _is_day(text: str) -> bool:
    return not text.isdecimal() and _READER.day(text) is not None


def _has_seconds(text: str) -> bool:
    return text.count(":") >= _TO_THE_SECOND


def _most(texts: Cells, test: Callable[[str], bool]) -> bool:
    return sum(map(test, texts)) >= _MOST * len(texts)


def _length(cells: Cells) -> float:
    return sum(map(len, cells)) / max(1, len(cells))


_READER = DateReader("dmy", "UTC")
