"""What an import wrote, read back from its audit events."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection, Select, select

from app.sequencing.model import Link, LinkKind
from app.store.imports import PastImport, reason_of
from app.store.kinds import KINDS, Kind, kind_named
from app.store.plain import instant_text
from app.store.sequences import STEPS
from db import tables

_EVENT = tables.audit_event
_OF_A_PLAN = ("activity", "sequence")
_OF_THE_IMPORT = {"import", "import_profile", STEPS, *_OF_A_PLAN}


@dataclass(frozen=True, slots=True)
class Written:
    """One record an import wrote, as canonical JSON: before ("" for one it created), and as it left it.

    Kept as text and read each time it is asked for: a long list would not fit into the memory otherwise.
    """

    kind: Kind
    record_id: int
    text_before: str
    text_after: str

    @property
    def is_new(self) -> bool:
        """Whether the import created the record."""
        return not self.text_before

    @property
    def before(self) -> Mapping[str, Any]:
        """The record as it was."""
        return _read(self.text_before) if self.text_before else {}

    @property
    def after(self) -> Mapping[str, Any]:
        """The record as the import left it."""
        return _read(self.text_after)


def _read(text: str) -> Mapping[str, Any]:
    try:
        found: Mapping[str, Any] = orjson.loads(text)
    except orjson.JSONDecodeError:  # half a surrogate pair
        found = json.loads(text)
    return found


@dataclass(frozen=True, slots=True)
class PlanWritten:
    """What an import wrote into a window's sequence: each step before (None: new) and after, and links."""

    steps: Mapping[str, tuple[Mapping[str, Any] | None, Mapping[str, Any]]]
    links_added: frozenset[Link]
    links_dropped: tuple[Link, ...]

    @property
    def is_any(self) -> bool:
        """Whether it wrote anything there; links alone are something."""
        return bool(self.steps or self.links_added or self.links_dropped)


def written_by(connection: Connection, past: PastImport) -> tuple[list[Written], set[str]]:
    """Every record that an import wrote, in the order of writing; several events of one become one.

    Second come the kinds of what it wrote besides, which is not kept as plain records (a sequence).
    """
    besides: set[str] = set()
    found: dict[tuple[str, str], Written] = {}
    known = {kind.name for kind in KINDS}
    for kind_name, record_id, before, after in connection.execute(_events_of(past)):
        if kind_name not in known:
            besides |= {kind_name} - _OF_THE_IMPORT
            continue
        first = found.get((kind_name, record_id))
        earlier = first.text_before if first else before
        found[kind_name, record_id] = Written(kind_named(kind_name), int(record_id), earlier, after)
    return list(found.values()), besides


def plan_written_by(connection: Connection, past: PastImport) -> PlanWritten:
    """What an import wrote into a sequence, from its audit events; nothing for other imports."""
    steps: dict[str, tuple[Mapping[str, Any] | None, Mapping[str, Any]]] = {}
    added: set[Link] = set()
    dropped: list[Link] = []
    for kind, record_id, before, after in connection.execute(_events_of(past, _OF_A_PLAN)):
        if kind == "activity":
            steps[record_id] = (json.loads(before) if before else None, json.loads(after))
        else:
            added |= {_link(one, "predecessor_id", "successor_id") for one in json.loads(after)}
            dropped += [_link(one, "predecessor", "successor") for one in json.loads(before)]
    return PlanWritten(steps, frozenset(added), tuple(dropped))


def profile_written_by(
    connection: Connection, past: PastImport
) -> tuple[str, Mapping[str, str], Mapping[str, str]] | None:
    """The shape of the header whose mapping an import put in the place of another, with what was remembered
    before, and what it remembered instead."""
    for _kind, shape, before, after in connection.execute(_events_of(past, ("import_profile",))):
        if before:
            return str(shape), json.loads(before), json.loads(after)
    return None


def _events_of(past: PastImport, kinds: Collection[str] = ()) -> Select[Any]:
    """Kind, id, before and after of every event of an import, in the order of writing."""
    event = _EVENT.c
    statement = (
        select(event.record_kind, event.record_id, event.before, event.after)
        .where(event.happened_at == instant_text(past.imported_at), event.reason == reason_of(past.id))
        .where(event.actor == past.imported_by)
        .order_by(event.sequence)
    )
    return statement.where(event.record_kind.in_(list(kinds))) if kinds else statement


def _link(content: Mapping[str, Any], predecessor: str, successor: str) -> Link:
    ends = (str(content[predecessor]), str(content[successor]))
    return Link(*ends, LinkKind(content["kind"]), int(content["lag_minutes"]))
