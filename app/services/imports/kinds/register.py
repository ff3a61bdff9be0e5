"""Imported values of the register's records: applications, items, teams, people, environments, machines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.domain.register import (
    Application,
    BuildMachine,
    CiKind,
    ConfigurationItem,
    Environment,
    Person,
    Role,
    Stage,
    Team,
)
from app.importing.converting.rows import ImportRow
from app.importing.words.spelling import plain
from app.importing.words.stages import stage_of
from app.services.imports.kind import ImportKind, Prepared
from app.services.imports.long_keys import LONGEST_KEY
from app.services.imports.matches import names_in, told_list, told_matches
from app.services.imports.names import Directory, RegisterNames, once_each, read_names
from app.services.imports.one_of_several import first_of_several
from app.services.imports.spelling import spelt_as_here
from app.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Feed:
    """How one field feeds one attribute: from the list's value to the record's."""

    attribute: str
    read: Callable[[Any, RegisterNames], Any]


def _text(value: Any, names: RegisterNames) -> str:
    return str(value or "")


def _stage(value: Any, names: RegisterNames) -> Stage:
    return Stage(stage_of(str(value or "")) or Stage.TEST)


def _roles(value: Any, names: RegisterNames) -> tuple[Role, ...]:
    known = {role.value: role for role in Role}
    found = (str(one).strip().casefold().replace(" ", "_") for one in value or ())
    return tuple(known[word] for word in found if word in known)


_TEAM = Feed("team_id", lambda value, names: names.teams.id_of(value))

FEEDS: Mapping[str, Mapping[str, Feed]] = {
    "applications": {
        "criticality": Feed("tier", lambda value, names: int(value or 3)),
        "team": _TEAM,
        "business_owner": Feed("business_owner_id", lambda value, names: names.people.id_of(value)),
        "allowed_downtime_minutes_per_month": Feed(
            "allowed_downtime_minutes", lambda value, names: int(240 if value is None else value)
        ),
        "configuration_items": Feed(
            "configuration_items", lambda value, names: names.items.ids_of(value or ())
        ),
    },
    "configuration_items": {
        "ci_kind": Feed("kind", lambda value, names: CiKind(value or "server")),
        "depends_on": Feed("depends_on", lambda value, names: names.items.ids_of(value or ())),
    },
    "teams": {},
    "people": {
        "email": Feed("email", _text),
        "phone": Feed("phone", _text),
        "team": _TEAM,
        "roles": Feed("roles", _roles),
    },
    "environments": {"stage": Feed("stage", _stage)},
    "build_machines": {},
}

_NEW: Mapping[str, Callable[[str], Any]] = {
    "applications": Application,
    "configuration_items": ConfigurationItem,
    "teams": Team,
    "people": Person,
    "environments": lambda name: Environment(name, Stage(stage_of(name) or Stage.TEST)),
    "build_machines": BuildMachine,
}


def build_record(kind: str, values: Mapping[str, Any], base: Any | None, names: RegisterNames) -> Any:
    """The record that `values` say, on top of `base` (None: a new one).

    A configuration item that depends on itself is stored without that dependency.
    """
    record = base or _NEW[kind](str(values["name"]))
    changed = {
        feed.attribute: feed.read(values[name], names)
        for name, feed in FEEDS[kind].items()
        if name in values and (name != "stage" or values[name])
    }
    if kind == "configuration_items" and "depends_on" in changed:
        changed["depends_on"] = tuple(one for one in changed["depends_on"] if one != record.id)
    return replace(record, **changed)


_RESTS_ON: Mapping[str, tuple[tuple[str, str, Callable[[str], Any]], ...]] = {
    "applications": (
        ("team", "team", Team),
        ("business_owner", "person", Person),
        ("configuration_items", "configuration item", ConfigurationItem),
    ),
    "people": (("team", "team", Team),),
    "configuration_items": (("depends_on", "configuration item", ConfigurationItem),),
}
"""Per kind, the fields that name other records: those not in the register are added with the list."""


_STAYS = ("stays", "stay")
_MANY = {"team": "teams", "person": "people", "configuration item": "configuration items"}


def _own(kind: str, names: RegisterNames) -> Directory:
    """The records of the kind that the list itself is of."""
    return {
        "applications": names.applications,
        "configuration_items": names.items,
        "teams": names.teams,
        "people": names.people,
        "environments": names.environments,
        "build_machines": names.machines,
    }[kind]


def _directory(words: str, names: RegisterNames) -> Directory:
    return {"team": names.teams, "person": names.people, "configuration item": names.items}[words]


def _prepare(kind: str) -> Callable[[list[ImportRow], RegisterNames], Prepared]:
    def prepare(listed: list[ImportRow], names: RegisterNames) -> Prepared:
        spelt = spelt_as_here(listed, _own(kind, names).names.values())
        rows = list(spelt.rows)
        rests_on = _RESTS_ON.get(kind, ())
        fields = tuple((field, words, _directory(words, names)) for field, words, _ in rests_on)
        told: list[str] = []
        for field, words, directory in fields:
            rows, several = first_of_several(rows, field, words, directory)
            told += several
        told += told_matches(rows, fields, with_unknown=False)
        unknown = {str(row.values.get("stage") or "") for row in rows if kind == "environments"}
        if odd := sorted(word for word in unknown if word and stage_of(word) is None):
            told.append(f"{told_list(odd)}: no known stage, taken for a test environment.")
        long = [one for field, *_ in rests_on for row in rows for one in names_in(row.values.get(field))]
        if long := [one for one in dict.fromkeys(long) if len(one) > LONGEST_KEY]:
            told.append(f"{told_list(long)}: too long for a name, left out.")
        for field, words, _make in rests_on:
            added = _missing(kind, rows, field, _directory(words, names))
            if added:
                what = words if len(added) == 1 else _MANY[words]
                told.append(f"{told_list(added)}: not in the register, will be added as {what}.")
        own = _own(kind, names)
        if away := sorted({row.key for row in rows} & {own.names[one] for one in own.archived}):
            told.append(f"Archived in the register, and {_STAYS[len(away) > 1]} so: {told_list(away)}.")
        return Prepared(rows, spelt.refused, (*spelt.warnings, *told))

    return prepare


def _missing(kind: str, rows: Sequence[ImportRow], field: str, directory: Directory) -> list[str]:
    """Names that neither the register nor the list itself has, those alike but for signs between their words
    once: they would be taken for the same."""
    own = {row.key.casefold() for row in rows} if kind == "configuration_items" else set()
    named = (name for row in rows for name in names_in(row.values.get(field)))
    first: dict[str, str] = {}
    for name in once_each(named):
        first.setdefault(plain(name) or name, name)
    return [
        name
        for name in first.values()
        if len(name) <= LONGEST_KEY and not directory.knows(name) and name.casefold() not in own
    ]


def _before(kind: str) -> Callable[[UnitOfWork, Sequence[ImportRow], RegisterNames, str], RegisterNames]:
    def before(
        work: UnitOfWork, rows: Sequence[ImportRow], names: RegisterNames, reason: str
    ) -> RegisterNames:
        made = [
            [make(name) for name in _missing(kind, rows, field, _directory(words, names))]
            for field, words, make in _RESTS_ON.get(kind, ())
        ]
        for records in made:
            work.add_all(records, reason)
        return read_names(work.connection) if any(made) else names

    return before


def _kind(name: str, value_type: type[Any]) -> ImportKind:
    def build(values: Mapping[str, Any], base: Any | None, names: RegisterNames) -> Any:
        return build_record(name, values, base, names)

    fed = {field: feed.attribute for field, feed in FEEDS[name].items()}
    return ImportKind(
        name, value_type, build, fed, key_attribute="name", prepare=_prepare(name), before=_before(name)
    )


KINDS: tuple[ImportKind, ...] = (
    _kind("applications", Application),
    _kind("configuration_items", ConfigurationItem),
    _kind("teams", Team),
    _kind("people", Person),
    _kind("environments", Environment),
    _kind("build_machines", BuildMachine),
)
"""Lists of the register's plain records, each known by its name."""
