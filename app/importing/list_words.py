"""The words a list uses for states, classes, kinds and scales, with the desk's value for each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from app.importing.fields import FieldType, field_named
from app.importing.mapping import Mapping
from app.importing.table import Table
from app.importing.values import choose


@dataclass(frozen=True, slots=True)
class ValueChoice:
    """A word of the source, how often it stands in the list, and the desk's value (None when unknown)."""

    word: str
    count: int
    value: str | int | None


def value_choices(table: Table, mapping: Mapping) -> dict[str, tuple[ValueChoice, ...]]:
    """Per mapped field with a value map, the words of the list, the most frequent first."""
    found: dict[str, tuple[ValueChoice, ...]] = {}
    for name in dict.fromkeys(mapping.columns.values()):
        field = field_named(mapping.kind, name)
        if field is None or field.type is not FieldType.CHOICE:
            continue
        words: Counter[str] = Counter()
        for header in mapping.headers_of(name):
            words.update(cell.strip() for cell in table.cells(header) if cell.strip())
        own = mapping.own_words(name)
        found[name] = tuple(
            ValueChoice(word, count, choose(field.choices, word, own)) for word, count in words.most_common()
        )
    return found
