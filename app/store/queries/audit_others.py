"""Queries for verifying what is stored outside the plain kinds: packets, activities, runs of nights."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from app.sequencing.model import Sequence as StoredOrder
from app.store.queries.audit_states import RecordedState
from app.store.sequences import STEPS, read_sequence
from db import tables

PART = 500
_EVENT = tables.audit_event.c
_ACTIVITY = tables.activity.c
_PACKET = tables.packet.c
_BATCH = tables.import_batch
_RUN = tables.night_run.c
_TEMPLATE = tables.activity_template.c
_WINDOW = tables.maintenance_window.c
_MINUTE = timedelta(minutes=1)


def packet_ids(connection: Connection) -> list[int]:
    """The ids of all issued packets."""
    return list(connection.execute(select(_PACKET.id).order_by(_PACKET.id)).scalars())


def run_ids(connection: Connection) -> list[int]:
    """The ids of all runs of nights."""
    return list(connection.execute(select(_RUN.id).order_by(_RUN.id)).scalars())


def planned_windows(connection: Connection) -> list[tuple[int, int]]:
    """(id, minutes) of every window that has activities."""
    statement = (
        select(_WINDOW.id, _WINDOW.starts_at, _WINDOW.ends_at)
        .where(_WINDOW.id.in_(select(_ACTIVITY.window_id)))
        .order_by(_WINDOW.id)
    )
    return [(row.id, int((row.ends_at - row.starts_at) / _MINUTE)) for row in connection.execute(statement)]


def sequence_of(connection: Connection, window_id: int, window_minutes: int) -> StoredOrder:
    """The activities and links of a window as stored."""
    return read_sequence(connection, window_id, window_minutes).sequence


def recorded_links(connection: Connection, window_id: int) -> set[tuple[str, str, str, int]]:
    """(predecessor, successor, kind, lag in minutes) of every link of a window, by its events in order."""
    statement = (
        select(_EVENT.before, _EVENT.after)
        .where(
            _EVENT.record_kind == "sequence", _EVENT.record_id == str(window_id), _EVENT.action == "linked"
        )
        .order_by(_EVENT.sequence)
    )
    links: set[tuple[str, str, str, int]] = set()
    for before, after in connection.execute(statement):
        for one in json.loads(before or "[]"):
            links.discard((one["predecessor"], one["successor"], one["kind"], one["lag_minutes"]))
        for one in json.loads(after or "[]"):
            links.add((one["predecessor_id"], one["successor_id"], one["kind"], one["lag_minutes"]))
    return links


def recorded_windows(connection: Connection) -> dict[str, int]:
    """The window of every activity whose window an event names, by activity id."""
    statement = (
        select(_EVENT.record_id, _EVENT.after)
        .where(_EVENT.record_kind == STEPS, _EVENT.action == "planned")
        .order_by(_EVENT.sequence)
    )
    return {
        activity_id: int(window_id)
        for window_id, after in connection.execute(statement)
        for activity_id in json.loads(after)["added"]
    }


def changes_called(connection: Connection, keys: Collection[str]) -> dict[str, set[int]]:
    """The ids of the changes that ever had each of some keys, by their events."""
    found: dict[str, set[int]] = {key: set() for key in keys}
    statement = select(_EVENT.record_id, _EVENT.after).where(
        _EVENT.record_kind == "change", _EVENT.action.in_(("created", "changed"))
    )
    for record_id, after in connection.execute(statement):
        key = json.loads(after)["key"]
        if key in found:
            found[key].add(int(record_id))
    return found


def changes_of(connection: Connection, window_id: int) -> dict[str, int | None]:
    """The change of every activity of a window, by activity id."""
    statement = select(_ACTIVITY.id, _ACTIVITY.change_id).where(_ACTIVITY.window_id == window_id)
    return {row[0]: row[1] for row in connection.execute(statement)}


def import_rows(connection: Connection) -> dict[int, dict[str, Any]]:
    """Every applied import as stored, by id."""
    rows = connection.execute(select(_BATCH).order_by(_BATCH.c.id)).mappings()
    return {row["id"]: {name: row[name] for name in row if name != "id"} for row in rows}


def import_events(connection: Connection) -> dict[int, dict[str, RecordedState]]:
    """What events say of imports: by id, the one that it was imported and the one that it was undone."""
    statement = select(
        _EVENT.record_id, _EVENT.sequence, _EVENT.happened_at, _EVENT.action, _EVENT.after
    ).where(_EVENT.record_kind == "import", _EVENT.action.in_(("imported", "undone")))
    found: dict[int, dict[str, RecordedState]] = {}
    for row in connection.execute(statement):
        found.setdefault(int(row.record_id), {})[row.action] = RecordedState(*row)
    return found


def template_steps(connection: Connection) -> dict[str, Any]:
    """Every template of an application as stored, by what its events call it."""
    statement = select(_TEMPLATE.application_id, _TEMPLATE.name, _TEMPLATE.steps)
    return {f"{row[0]}/{row[1]}": row[2] for row in connection.execute(statement)}


def last_events_of(connection: Connection, kind_name: str, ids: Sequence[str]) -> dict[str, RecordedState]:
    """The last event of each of some records of a kind, by record id."""
    found: dict[str, RecordedState] = {}
    for start in range(0, len(ids), PART):
        last = (
            select(func.max(_EVENT.sequence))
            .where(_EVENT.record_kind == kind_name, _EVENT.record_id.in_(ids[start : start + PART]))
            .group_by(_EVENT.record_id)
        )
        statement = select(
            _EVENT.record_id, _EVENT.sequence, _EVENT.happened_at, _EVENT.action, _EVENT.after
        ).where(_EVENT.sequence.in_(last))
        found |= {row[0]: RecordedState(*row) for row in connection.execute(statement)}
    return found


def recorded_but_gone(connection: Connection, kind_name: str, there: Sequence[str]) -> list[RecordedState]:
    """The last events of records that are not among those there, and that none says were removed."""
    present = set(there)
    statement = select(_EVENT.record_id).distinct().where(_EVENT.record_kind == kind_name)
    gone = [one for one in connection.execute(statement).scalars() if one not in present]
    events = last_events_of(connection, kind_name, gone).values()
    return sorted((one for one in events if one.action != "removed"), key=lambda one: one.sequence)
