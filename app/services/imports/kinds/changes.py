"""Imported values of a change to the record, new or on top of the one that is here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.domain.changes import Change
from app.services.imports.kind import ImportKind, ToldField
from app.services.imports.kinds.change_columns import change_columns
from app.services.imports.kinds.change_fields import FED, SAID_BESIDES, TEXTS, attribute_of, named_ids
from app.services.imports.names import RegisterNames
from app.services.imports.releases import RELEASE

_NOTHING = Change("x", "x")


def build_change(values: Mapping[str, Any], base: Change | None, names: RegisterNames) -> Change:
    """The change that `values` say, on top of `base` (None: a new one); absent fields stay as they are."""
    change = base or _NOTHING
    changed: dict[str, Any] = {}
    for name, value in values.items():
        attribute = FED.get(name)
        if name == RELEASE:
            meant = names.releases.window_of(value)
            if base is not None and meant is not None:  # a new change is put on its window by its placer
                changed["window_id"] = meant
        elif attribute is not None:
            is_text = name in TEXTS and type(value) is str
            changed[attribute] = value if is_text else attribute_of(name, value, attribute, names)
    for name, directory, attribute in named_ids(names):
        if name in values:
            changed[attribute] = directory.id_of(values[name])
    changed["extra"] = _extra(values, change, names)
    key = str(values["key"]) if base is None else base.key
    if "title" in changed or base is None:
        changed["title"] = changed.get("title") or key
    return Change(key=key, **changed) if base is None else replace(base, **changed)


def _attribute(name: str, value: Any, base: Change, names: RegisterNames) -> Any:
    """What `build_change` makes of one field that feeds an attribute of a change that is here."""
    if name == RELEASE:
        meant = names.releases.window_of(value)
        return base.window_id if meant is None else meant
    found = attribute_of(name, value, FED[name], names)
    return found or base.key if name == "title" else found


def _shown(name: str, words: Any, change: Change, names: RegisterNames) -> Any:
    """What the desk shows in a field: of people and teams the register knows, whom they are by now."""
    for field, directory, attribute in named_ids(names):
        if field == name and (number := getattr(change, attribute)) is not None:
            return directory.called(number, words)
    return getattr(change, FED[name])


def _extra(values: Mapping[str, Any], change: Change, names: RegisterNames) -> tuple[tuple[str, str], ...]:
    kept = {**dict(change.extra), **(values.get("extra") or {})}
    for one in SAID_BESIDES:
        if one.field in values:
            one.keep(one.read([values[one.field]], names)[0], kept)
    return tuple(kept.items())


def _told_fields(names: RegisterNames) -> tuple[ToldField, ...]:
    return (
        ("applications", "application", names.applications),
        ("configuration_items", "configuration item", names.items),
        ("owner", "person", names.people),
        ("requester", "person", names.people),
        ("team", "team", names.teams),
    )


KIND = ImportKind(
    "changes",
    Change,
    build_change,
    FED,
    fed_besides=[one.field for one in SAID_BESIDES],
    build_columns=change_columns,
    attribute=_attribute,
    shown=_shown,
    told_fields=_told_fields,
    is_listed=True,
)
"""Lists of changes, and of tickets that stand for changes."""
