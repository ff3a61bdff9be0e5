"""The queries behind the end of an import: where the changes and the activities that it brought are."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, String, cast, exists, func, select

from app.store.imports import reason_of
from db import tables

_CHANGE = tables.change.c
_MEMORY = tables.import_memory.c
_EVENT = tables.audit_event.c
_OPEN = ("intake", "in_test", "tested", "pre_production", "ready")
_OF_A_WINDOW = "activities@"
"""How the memory calls the activities of a window, before its id."""


@dataclass(frozen=True, slots=True)
class Landing:
    """How many of the new and changed changes are on one window (None: on none), still to go in or over."""

    window_id: int | None
    is_open: bool
    changes: int


def landings_of(connection: Connection, import_id: int) -> list[Landing]:
    """Where the changes are that an import wrote, also one of a list of the desk's own."""
    is_open = _CHANGE.state.in_(_OPEN)
    wrote = exists().where(
        _EVENT.record_kind == "change",
        _EVENT.record_id == cast(_CHANGE.id, String),
        _EVENT.reason == reason_of(import_id),
    )
    statement = (
        select(_CHANGE.window_id, is_open, func.count())
        .select_from(tables.import_memory.join(tables.change, _CHANGE.id == _MEMORY.record_id))
        .where(_MEMORY.kind.startswith("changes"), _MEMORY.import_id == import_id, wrote)
        .group_by(_CHANGE.window_id, is_open)
    )
    return [
        Landing(window, bool(still), int(count)) for window, still, count in connection.execute(statement)
    ]


def sequences_of(connection: Connection, import_id: int) -> dict[int, int]:
    """How many activities of an import are in the sequence of which window."""
    statement = (
        select(_MEMORY.kind, func.count())
        .where(_MEMORY.kind.startswith(_OF_A_WINDOW), _MEMORY.import_id == import_id)
        .group_by(_MEMORY.kind)
    )
    return {int(kind.removeprefix(_OF_A_WINDOW)): int(count) for kind, count in connection.execute(statement)}
