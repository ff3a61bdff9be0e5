"""New changes of a long list, column by column: what `build_change` makes of each, in a part of the time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from app.domain.changes import Change
from app.services.imports.change_fields import (
    FED,
    TEXTS,
    SaidBesides,
    attribute_of,
    named_ids,
    said_besides,
)
from app.services.imports.names import RegisterNames
from app.services.imports.releases import RELEASE

_DEFAULTS = {
    field.name: getattr(Change("x", "x"), field.name) for field in fields(Change) if field.name != "id"
}


def change_columns(said: Mapping[str, Sequence[Any]], names: RegisterNames) -> dict[str, Sequence[Any]]:
    """The attributes of new changes, all but their ids, from the values of each field of the list.

    `key`, `title` and `extra` must be among the fields. Windows that releases mean are left to the placer.
    """
    count = len(said["key"])
    columns: dict[str, Sequence[Any]] = {name: [value] * count for name, value in _DEFAULTS.items()}
    for name, values in said.items():
        attribute = FED.get(name)
        if attribute is not None and name != RELEASE:
            columns[attribute] = _attributes(name, values, attribute, names)
    for name, directory, attribute in named_ids(names):
        if name in said:
            columns[attribute] = _each(said[name], directory.id_of)
    return {**columns, "key": list(map(str, said["key"])), "extra": _extras(said, names)}


def _attributes(name: str, values: Sequence[Any], attribute: str, names: RegisterNames) -> Sequence[Any]:
    if name in TEXTS and set(map(type, values)) <= {str}:
        return values
    return _each(values, lambda value: attribute_of(name, value, attribute, names))


def _each(values: Sequence[Any], read: Callable[[Any], Any]) -> list[Any]:
    """`read` of each value; each different value is read once."""
    known = {value: read(value) for value in set(values)}
    return [known[value] for value in values]


def _extras(said: Mapping[str, Sequence[Any]], names: RegisterNames) -> list[tuple[tuple[str, str], ...]]:
    """What is kept besides, as pairs: the list's own columns, then what fields say under labels."""
    cells: Sequence[Mapping[str, str]] = said["extra"]
    besides = [(one, _each(said[one.field], one.read)) for one in said_besides(names) if one.field in said]
    if any(one.label in row for one, _ in besides for row in cells):
        return _extras_one_by_one(cells, besides)
    extras = [tuple(row.items()) for row in cells]
    for one, texts in besides:
        pairs = {text: ((one.label, text),) if text else () for text in set(texts)}
        extras = [(*kept, *pairs[text]) for kept, text in zip(extras, texts, strict=True)]
    return extras


def _extras_one_by_one(
    cells: Sequence[Mapping[str, str]], besides: Sequence[tuple[SaidBesides, Sequence[str]]]
) -> list[tuple[tuple[str, str], ...]]:
    """As `_extras`, where columns of the list are called as the labels are."""
    extras = []
    for place, row in enumerate(cells):
        kept = dict(row)
        for one, texts in besides:
            one.keep(texts[place], kept)
        extras.append(tuple(kept.items()))
    return extras
