"""The words a list uses for states, classes, kinds and scales, with the desk's value for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.importing.cells.readers import names_of
from app.importing.fields import FieldType, field_named
from app.importing.mapping import Mapping
from app.importing.proposing.resolutions import ended, resolution_of_states
from app.importing.proposing.state_categories import told_by_categories
from app.importing.spool import chunks_of
from app.importing.table import Table
from app.importing.words.values import choose


@dataclass(frozen=True, slots=True)
class ValueChoice:
    """A word of the source, how often it stands in the list, and the desk's value (None when unknown).

    `guess` says why, where the value is a guess.
    """

    word: str
    count: int
    value: str | int | None
    guess: str = ""


def value_choices(table: Table, mapping: Mapping) -> dict[str, tuple[ValueChoice, ...]]:
    """Per mapped field with a value map, the words of the list, the most frequent first."""
    found: dict[str, tuple[ValueChoice, ...]] = {}
    for name in dict.fromkeys(mapping.columns.values()):
        field = field_named(mapping.kind, name)
        if field is None or not field.choices:
            continue
        words: Counter[str] = Counter()
        for header in mapping.headers_of(name):
            words.update(cell.strip() for cell in _texts(table, mapping, name, header) if cell.strip())
        if field.type is FieldType.NAMES:
            found[name] = tuple(ValueChoice(word, count, None) for word, count in _names_in(words))
            continue
        own = mapping.own_words(name)
        told = told_by_categories(table, mapping) if name == "state" else {}
        found[name] = tuple(
            _told(ValueChoice(word, count, choose(field.choices, word, own)), told)
            for word, count in words.most_common()
        )
    return found


def _texts(table: Table, mapping: Mapping, name: str, header: str) -> Iterable[str]:
    """The cells of a column; states with how what has them ended."""
    beside = resolution_of_states(table, mapping) if name == "state" else ""
    if not beside:
        return table.cells(header)
    places = table.positions()
    state, how = places[header][0], places[beside][0]
    return (ended(row[state], row[how]) for rows in chunks_of(table.rows) for row in rows)


def _told(choice: ValueChoice, told: dict[str, tuple[str, str]]) -> ValueChoice:
    """The choice with the reason for its value, where the list itself gives one."""
    value, reason = told.get(choice.word, (None, ""))
    return replace(choice, guess=reason) if reason and value == choice.value else choice


def _names_in(cells: Counter[str]) -> list[tuple[str, int]]:
    """The names in these cells, which may hold several each, the most frequent first."""
    names: Counter[str] = Counter()
    for cell, count in cells.items():
        for name in names_of(cell):
            names[name] += count
    return names.most_common()
