"""New changes of a long list, column by column: what `build_change` makes of each, in a part of the time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from app.domain.changes import Change
from app.services.imports.kinds.change_fields import (
    DATED,
    FED,
    SAID_BESIDES,
    TEXTS,
    SaidBesides,
    attribute_of,
    each,
    named_ids,
)
from app.services.imports.names import RegisterNames
from app.services.imports.releases import RELEASE
from app.store.plain import pairs_column

_DEFAULTS = {
    field.name: getattr(Change("x", "x"), field.name) for field in fields(Change) if field.name != "id"
}


def change_columns(said: Mapping[str, Sequence[Any]], names: RegisterNames) -> dict[str, Sequence[Any]]:
    """The attributes of new changes, all but their ids, from the values of each field of the list.

    `key`, `title` and `extra` (as `TextsBesides`) must be among the fields. Windows that releases mean are
    left to the placer. `extra` is given as `JsonTexts` mostly.
    """
    count = len(said["key"])
    columns: dict[str, Sequence[Any]] = {name: [value] * count for name, value in _DEFAULTS.items()}
    for name, values in said.items():
        attribute = FED.get(name)
        if attribute is not None and name != RELEASE:
            columns[attribute] = _attributes(name, values, attribute, names)
    for name, directory, attribute in named_ids(names):
        if name in said:
            columns[attribute] = each(said[name], directory.id_of)
    return {**columns, "key": list(map(str, said["key"])), "extra": _extras(said, names)}


def _attributes(name: str, values: Sequence[Any], attribute: str, names: RegisterNames) -> Sequence[Any]:
    if name in DATED or (name in TEXTS and set(map(type, values)) <= {str}):
        return values
    return each(values, lambda value: attribute_of(name, value, attribute, names))


def _extras(said: Mapping[str, Sequence[Any]], names: RegisterNames) -> Sequence[Any]:
    """What is kept besides, as JSON of pairs: the list's own columns, then what fields say under labels."""
    own: Any = said["extra"]
    besides = [(one, one.read(said[one.field], names)) for one in SAID_BESIDES if one.field in said]
    if any(one.label in own.columns for one, _ in besides):
        return _extras_one_by_one(own, besides)
    return pairs_column([*own.columns.items(), *((one.label, texts) for one, texts in besides)], len(own))


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
