"""Holds every stored record against the last event that speaks of it: state follows from events."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import MISSING, fields
from itertools import islice
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from app.services.audit_verify.findings import Finding, Watch, What
from app.store.kinds import KINDS, Kind
from app.store.plain import canonical
from app.store.queries.audit_states import RecordedState, last_states, later_events, unrecorded_ids
from app.store.reading import find, plain_rows

MOST_OF_A_KIND = 1_000
_NEVER_ALTERED = {"exception_policy": What.POLICY, "signature": What.SIGNATURE, "frozen_gate": What.RECORD}
_NAMES = ("key", "title", "name", "printed_name", "criterion_code", "number")


class RecordCheck:
    """Walks all kinds of records, some hundred at a time; `count` says how many it has held."""

    def __init__(self, connection: Connection, watch: Watch) -> None:
        self._connection = connection
        self._watch = watch
        self.count = 0

    def findings(self) -> Iterator[Finding]:
        """Every record that is not what its last event says, kind by kind; at most 1,000 of a kind."""
        for place, kind in enumerate(KINDS):
            found = self._of_kind(kind, place / len(KINDS))
            yield from islice(found, MOST_OF_A_KIND)
            if next(found, None) is not None:
                yield Finding(_what(kind), f"kind {_words(kind)}", "has more findings than are listed")

    def _of_kind(self, kind: Kind, done: float) -> Iterator[Finding]:
        words, last = _words(kind), ""
        while part := last_states(self._connection, kind.name, last):
            last = part[-1].record_id
            self._watch.tell(done, f"{words}: record {self.count:,}")
            yield from self._of_part(kind, part)
        for record_id in unrecorded_ids(self._connection, kind, MOST_OF_A_KIND + 1):
            problem = "stands in the database, but no event says where it comes from"
            yield Finding(_what(kind), f"{words} {record_id}", problem)
        if kind.name in _NEVER_ALTERED:
            for altered_id, sequence, action in later_events(self._connection, kind.name):
                problem = f"is never altered, but event {sequence} says it was {action}"
                yield Finding(_what(kind), f"{words} {altered_id}", problem, sequence)

    def _of_part(self, kind: Kind, part: Sequence[RecordedState]) -> Iterator[Finding]:
        part = self._suspects(kind, part)
        if not part:
            return
        ids = [int(one.record_id) for one in part if _is_id(one.record_id)]
        stored, unreadable = self._read(kind, ids)
        for state in part:
            if not _is_id(state.record_id):
                where = f"{_words(kind)} {state.record_id}"
                yield Finding(_what(kind), where, f"has no id, says event {state.sequence}", state.sequence)
                continue
            record_id = int(state.record_id)
            if record_id in unreadable:
                problem = f"cannot be read: {unreadable[record_id]}"
                yield Finding(_what(kind), f"{_words(kind)} {record_id}", problem, state.sequence)
                continue
            yield from _compared(kind, state, stored.get(record_id))

    def _suspects(self, kind: Kind, part: Sequence[RecordedState]) -> list[RecordedState]:
        """Those of a part that are not at first sight what their events say, letter by letter."""
        ids = [int(one.record_id) for one in part if _is_id(one.record_id)]
        self.count += len(ids)
        try:
            rows = plain_rows(self._connection, kind, ids)
        except UNREADABLE:
            return list(part)
        found = {str(record_id): canonical(row) for record_id, row in rows.items()}
        return [one for one in part if found.get(one.record_id, "") != one.after]

    def _read(self, kind: Kind, ids: list[int]) -> tuple[dict[int, Any], dict[int, str]]:
        """The stored records by id, and why some cannot be read."""
        try:
            return {one.id: one for one in find(self._connection, kind.value_type, id=ids)}, {}
        except UNREADABLE:
            pass
        stored, unreadable = {}, {}
        for record_id in ids:
            try:
                for one in find(self._connection, kind.value_type, id=record_id):
                    stored[record_id] = one
            except UNREADABLE as error:
                unreadable[record_id] = str(error).splitlines()[0]
        return stored, unreadable


# What reading says of columns that hold what no program wrote: wrong enumerations, JSON, instants, letters.
UNREADABLE = (
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    ExceptionGroup,
    DatabaseError,
    sqlite3.DatabaseError,
)


def _compared(kind: Kind, state: RecordedState, record: Any) -> Iterator[Finding]:
    where, told = f"{_words(kind)} {state.record_id}", (kind.name, state.record_id)
    if state.action == "removed":
        if record is not None:
            problem = f"is there, but event {state.sequence} says that it was removed"
            yield Finding(_what(kind), where + _named(_plain(record)), problem, state.sequence, told)
        return
    recorded = _parsed(state.after)
    if record is None:
        problem = (
            f"is gone, but event {state.sequence} says it was {state.action} and none that it was removed"
        )
        yield Finding(_what(kind), where + _named(recorded), problem, state.sequence, told)
        return
    if canonical(record) == state.after:
        return
    differing = _differing(kind, _plain(record), recorded)
    if differing:
        verb = "differs" if len(differing) == 1 else "differ"
        names = _listed([name.replace("_", " ") for name in differing])
        where += _named(recorded)
        yield Finding(
            _what(kind),
            f"{where}:",
            f"{names} {verb} from what event {state.sequence} recorded",
            state.sequence,
            told,
        )


def _differing(kind: Kind, stored: dict[str, Any], recorded: dict[str, Any]) -> list[str]:
    """The fields that differ; one that an older event does not know yet must have its default."""
    found = []
    for item in fields(kind.value_type):
        now = stored[item.name]
        if item.name in recorded:
            was = recorded[item.name]
        elif item.default is not MISSING:
            was = json.loads(canonical(item.default))
        elif item.default_factory is not MISSING:
            was = json.loads(canonical(item.default_factory()))
        else:
            continue
        if item.name in kind.links:
            now, was = sorted(set(now)), sorted(set(was))
        if now != was:
            found.append(item.name)
    return found


def _plain(record: Any) -> dict[str, Any]:
    return dict(json.loads(canonical(record)))


def _parsed(text: str) -> dict[str, Any]:
    """An event's content; nothing where it was altered into something else (the chain says so)."""
    try:
        content = json.loads(text)
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 19


def _named(content: dict[str, Any]) -> str:
    name = next((content[field] for field in _NAMES if content.get(field)), "")
    return f" ({str(name)[:60]})" if name else ""


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _words(kind: Kind) -> str:
    return kind.name.replace("_", " ")


def _what(kind: Kind) -> What:
    return _NEVER_ALTERED.get(kind.name, What.RECORD)
