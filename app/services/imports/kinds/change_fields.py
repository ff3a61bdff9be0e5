"""What the fields of a list mean for a change: which attribute each feeds, and how its value is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.domain.changes import Change, ChangeClass, ChangeKind, ChangeState
from app.services.imports.names import Directory, RegisterNames
from db.instants import iso_texts

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

TEXTS = frozenset(
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
"""Fields whose texts are the attribute's as they stand."""
DATED = frozenset({"created_in_source", "deployment_on"})
"""Fields whose values, or None, are the attribute's as they stand."""
_NOTHING = Change("x", "x")
"""A change of which nothing is said, for what fields mean where the list leaves them empty."""
_ENUMERATED: Mapping[str, Mapping[str, Any]] = {
    "change_kind": {member.value: member for member in ChangeKind},
    "change_class": {member.value: member for member in ChangeClass},
    "state": {member.value: member for member in ChangeState},
}


def attribute_of(name: str, value: Any, attribute: str, names: RegisterNames) -> Any:
    """What a field's value is as the attribute of a change that it feeds."""
    if name in TEXTS:
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


def named_ids(names: RegisterNames) -> tuple[tuple[str, Directory, str], ...]:
    """Fields that name one record of the register: the field, where it is looked up, the attribute."""
    return (
        ("requester", names.people, "requester_id"),
        ("owner", names.people, "owner_id"),
        ("team", names.teams, "team_id"),
    )


@dataclass(frozen=True, slots=True)
class SaidBesides:
    """What a change keeps in `extra` under a label besides the list's own columns: the values of a field,
    which `read` makes texts of ("": the field says nothing).

    `replaces`: what stands under the label is put aside where the field says nothing.
    """

    field: str
    label: str
    read: Callable[[Sequence[Any], RegisterNames], Sequence[str]]
    replaces: bool = True

    def keep(self, text: str, kept: dict[str, str]) -> None:
        """Put the text, where there is any, among what is kept."""
        if self.replaces:
            kept.pop(self.label, None)
        if text:
            kept[self.label] = text


def each(values: Sequence[Any], read: Callable[[Any], Any]) -> list[Any]:
    """`read` of each value; each different value is read once."""
    known = {value: read(value) for value in set(values)}
    return list(map(known.__getitem__, values))


def _moments(instants: Sequence[datetime | None], _names: RegisterNames) -> Sequence[str]:
    return [(text or "").replace(".000000", "") for text in iso_texts(instants)]


def _strange_applications(values: Sequence[Any], names: RegisterNames) -> Sequence[str]:
    return _strangers(values, names.applications)


def _strange_items(values: Sequence[Any], names: RegisterNames) -> Sequence[str]:
    return _strangers(values, names.items)


def _strangers(values: Sequence[Any], directory: Directory) -> Sequence[str]:
    return each(values, lambda named: ", ".join(directory.unknown(named or ())))


SAID_BESIDES = (
    SaidBesides("updated_in_source", "Updated in the source", _moments, replaces=False),
    SaidBesides("closed_in_source", "Closed in the source", _moments, replaces=False),
    SaidBesides("applications", "Applications not in the register", _strange_applications),
    SaidBesides("configuration_items", "Configuration items not in the register", _strange_items),
)
"""Times the desk has no use for, and names that the register does not know."""
