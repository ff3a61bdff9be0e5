"""Imported values of a change to the record, and which attribute each field feeds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.domain.changes import Change, ChangeClass, ChangeKind, ChangeState
from app.services.imports.kind import ImportKind, ToldField
from app.services.imports.names import RegisterNames
from app.services.imports.releases import RELEASE

FED: Mapping[str, str] = {
    "title": "title",
    "description": "description",
    "change_kind": "kind",
    "change_class": "change_class",
    "state": "state",
    "source_state": "source_state",
    "impact": "impact",
    "likelihood": "likelihood",
    "requester": "requester_name",
    "owner": "owner_name",
    "team": "team_name",
    "applications": "applications",
    "configuration_items": "configuration_items",
    "deployment_on": "deployment_on",
    "deployment_approved": "is_date_approved",
    "backout_plan": "backout_plan",
    "verification_plan": "verification_plan",
    "expected_downtime_minutes": "expected_downtime_minutes",
    "created_in_source": "created_at",
    "labels": "labels",
    "links": "links",
    "url": "url",
    "source_system": "source_system",
    "release": "window_id",
}
"""Field of the list to attribute of the change. Fields named nowhere here are kept in `extra`."""

_KEPT_AS_TEXT = {"updated_in_source": "Updated in the source", "closed_in_source": "Closed in the source"}
_TEXTS = frozenset(
    {
        "title",
        "description",
        "source_state",
        "requester",
        "owner",
        "team",
        "backout_plan",
        "verification_plan",
        "url",
        "source_system",
    }
)
_NOTHING = Change("x", "x")
"""A change of which nothing is said, for what fields mean where the list leaves them empty."""
_ENUMERATED: Mapping[str, Mapping[str, Any]] = {
    "change_kind": {member.value: member for member in ChangeKind},
    "change_class": {member.value: member for member in ChangeClass},
    "state": {member.value: member for member in ChangeState},
}


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
            is_text = name in _TEXTS and type(value) is str
            changed[attribute] = value if is_text else _attribute(name, value, attribute, names)
    for name, directory, attribute in (
        ("requester", names.people, "requester_id"),
        ("owner", names.people, "owner_id"),
        ("team", names.teams, "team_id"),
    ):
        if name in values:
            changed[attribute] = directory.id_of(values[name])
    changed["extra"] = _extra(values, change, names)
    key = str(values["key"]) if base is None else base.key
    if "title" in changed or base is None:
        changed["title"] = changed.get("title") or key
    return Change(key=key, **changed) if base is None else replace(base, **changed)


def _attribute(name: str, value: Any, attribute: str, names: RegisterNames) -> Any:
    if name in _TEXTS:
        return str(value or "")
    if name == "applications":
        return names.applications.ids_of(value or ())
    if name == "configuration_items":
        return names.items.ids_of(value or ())
    if name == "labels":
        return tuple(value or ())
    if name == "links":
        return tuple((str(kind), str(key)) for kind, key in value or ())
    if value is None:
        return getattr(_NOTHING, attribute)
    made = _ENUMERATED.get(name)
    return value if made is None else made[value]


def _extra(values: Mapping[str, Any], change: Change, names: RegisterNames) -> tuple[tuple[str, str], ...]:
    kept = dict(change.extra)
    kept.update(values.get("extra") or {})
    for name, label in _KEPT_AS_TEXT.items():
        if values.get(name) is not None:
            kept[label] = values[name].isoformat()
    for name, directory, label in (
        ("applications", names.applications, "Applications not in the register"),
        ("configuration_items", names.items, "Configuration items not in the register"),
    ):
        if name in values:
            unknown = directory.unknown(values[name] or ())
            kept.pop(label, None)
            if unknown:
                kept[label] = ", ".join(unknown)
    return tuple(kept.items())


def _told_fields(names: RegisterNames) -> tuple[ToldField, ...]:
    return (
        ("applications", "application", names.applications),
        ("configuration_items", "configuration item", names.items),
        ("owner", "person", names.people),
        ("requester", "person", names.people),
        ("team", "team", names.teams),
    )


KIND = ImportKind("changes", Change, build_change, FED, told_fields=_told_fields, is_listed=True)
"""Lists of changes, and of tickets that stand for changes."""
