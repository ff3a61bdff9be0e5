"""A window's sequence in the database: read whole, written by what differs, guarded by one version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update

from app.sequencing.model import Activity, ActivityState, CiHold, Link, LinkKind, Phase, Sequence
from app.store.errors import StaleRecordError
from app.store.plain import structure, unstructure
from app.store.unit_of_work import UnitOfWork
from db import tables

_SEQUENCE = tables.window_sequence
_ACTIVITY = tables.activity
_LINK = tables.activity_link
_CHANGE = tables.change.c
STEPS = "window_sequence"
"""The kind of event that says which activities a window's sequence got and lost: their own events do not."""
_PLAIN_FIELDS = (
    "id",
    "title",
    "duration_minutes",
    "optimistic_minutes",
    "pessimistic_minutes",
    "earliest_start",
    "fixed_start",
    "deadline",
    "team_id",
    "is_go_no_go",
    "instructions",
    "rollback_minutes",
    "position",
    "actual_start",
    "actual_finish",
    "planned_start",
    "workstream",
    "group",
    "source_key",
)


@dataclass(frozen=True, slots=True)
class StoredSequence:
    """A window's sequence with the version it was read at; version 0 means there is none stored yet."""

    sequence: Sequence
    version: int


def read_sequence(connection: Connection, window_id: int, window_minutes: int) -> StoredSequence:
    """The sequence of a window, its activities by position."""
    version = connection.execute(
        select(_SEQUENCE.c.version).where(_SEQUENCE.c.window_id == window_id)
    ).scalar()
    if version is None:
        return StoredSequence(Sequence(window_minutes=window_minutes), 0)
    rows = connection.execute(
        select(_ACTIVITY, _CHANGE.key.label("change_key"))
        .join(tables.change, _CHANGE.id == _ACTIVITY.c.change_id, isouter=True)
        .where(_ACTIVITY.c.window_id == window_id)
        .order_by(_ACTIVITY.c.position, _ACTIVITY.c.id)
    ).mappings()
    activities = tuple(_activity(row) for row in rows)
    links = connection.execute(
        select(_LINK)
        .join(_ACTIVITY, _ACTIVITY.c.id == _LINK.c.successor_id)
        .where(_ACTIVITY.c.window_id == window_id)
        .order_by(_LINK.c.successor_id, _LINK.c.predecessor_id, _LINK.c.kind)
    )
    found = tuple(
        Link(row.predecessor_id, row.successor_id, LinkKind(row.kind), row.lag_minutes) for row in links
    )
    return StoredSequence(Sequence(activities, found, window_minutes), version)


def write_sequence(
    work: UnitOfWork, window_id: int, sequence: Sequence, expected_version: int, reason: str = ""
) -> int:
    """Store `sequence` in place of version `expected_version`; returns the new version.

    Only what differs is written, each activity with its own event. An equal sequence writes nothing.
    Raises StaleRecordError when another desk saved in between.
    """
    stored = read_sequence(work.connection, window_id, sequence.window_minutes)
    if stored.version != expected_version:
        raise StaleRecordError("sequence", window_id, stored.sequence)
    if stored.version and stored.sequence == sequence:
        return stored.version
    _bump(work, window_id, expected_version)
    old = {activity.id: activity for activity in stored.sequence.activities}
    new = {activity.id: activity for activity in sequence.activities}
    gone = [activity_id for activity_id in old if activity_id not in new]
    _replace_links(work, stored.sequence.links, sequence.links, gone)
    _write_activities(work, window_id, old, new, gone, reason)
    _insert_links(work, stored.sequence.links, sequence.links, reason, window_id)
    return expected_version + 1


def _bump(work: UnitOfWork, window_id: int, expected_version: int) -> None:
    if expected_version == 0:
        work.connection.execute(insert(_SEQUENCE).values(window_id=window_id, version=1))
        return
    work.connection.execute(
        update(_SEQUENCE).where(_SEQUENCE.c.window_id == window_id).values(version=expected_version + 1)
    )


def _write_activities(
    work: UnitOfWork,
    window_id: int,
    old: Mapping[str, Activity],
    new: Mapping[str, Activity],
    gone: list[str],
    reason: str,
) -> None:
    ids = _change_ids(work.connection, {a.change_key for a in new.values() if a.change_key})
    added = [activity for activity in new.values() if activity.id not in old]
    changed = [a for a in new.values() if a.id in old and old[a.id] != a]
    if gone:
        work.connection.execute(delete(_ACTIVITY).where(_ACTIVITY.c.id.in_(gone)))
    if added:
        work.connection.execute(insert(_ACTIVITY), [_row(window_id, a, ids) for a in added])
    for activity in changed:
        row = _row(window_id, activity, ids)
        work.connection.execute(update(_ACTIVITY).where(_ACTIVITY.c.id == row.pop("id")).values(**row))
    if added or gone:
        steps = {"added": [activity.id for activity in added], "removed": gone}
        work.note(STEPS, window_id, "planned", steps, reason=reason)
    for activity_id in gone:
        work.note("activity", activity_id, "removed", None, before=old[activity_id], reason=reason)
    for activity in added:
        work.note("activity", activity.id, "created", activity, reason=reason)
    for activity in changed:
        work.note("activity", activity.id, "changed", activity, before=old[activity.id], reason=reason)


def _replace_links(
    work: UnitOfWork, old: tuple[Link, ...], new: tuple[Link, ...], gone_activities: list[str]
) -> None:
    kept = set(new)
    for link in old:
        if link not in kept:
            work.connection.execute(
                delete(_LINK).where(
                    _LINK.c.predecessor_id == link.predecessor,
                    _LINK.c.successor_id == link.successor,
                    _LINK.c.kind == link.kind.value,
                )
            )
    if gone_activities:
        ends = or_(_LINK.c.predecessor_id.in_(gone_activities), _LINK.c.successor_id.in_(gone_activities))
        work.connection.execute(delete(_LINK).where(ends))


def _insert_links(
    work: UnitOfWork, old: tuple[Link, ...], new: tuple[Link, ...], reason: str, window_id: int
) -> None:
    before, after = set(old), set(new)
    rows = [
        {
            "predecessor_id": link.predecessor,
            "successor_id": link.successor,
            "kind": link.kind.value,
            "lag_minutes": link.lag_minutes,
        }
        for link in new
        if link not in before
    ]
    if rows:
        work.connection.execute(insert(_LINK), rows)
    if before != after:
        dropped = [unstructure(link) for link in old if link not in after]
        work.note("sequence", window_id, "linked", rows, before=dropped, reason=reason)


def _change_ids(connection: Connection, keys: set[str]) -> dict[str, int]:
    if not keys:
        return {}
    rows = connection.execute(select(_CHANGE.key, _CHANGE.id).where(_CHANGE.key.in_(keys)))
    return {row.key: row.id for row in rows}


def _row(window_id: int, activity: Activity, change_ids: Mapping[str, int]) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(activity, name) for name in _PLAIN_FIELDS}
    row["window_id"] = window_id
    row["change_id"] = change_ids[activity.change_key] if activity.change_key else None
    row["phase"] = activity.phase.value
    row["state"] = activity.state.value
    row["players"] = list(activity.players)
    row["configuration_items"] = unstructure(activity.configuration_items, tuple[CiHold, ...])
    return row


def _activity(row: Mapping[Any, Any]) -> Activity:
    return Activity(
        **{name: row[name] for name in _PLAIN_FIELDS},
        change_key=row["change_key"],
        phase=Phase(row["phase"]),
        state=ActivityState(row["state"]),
        players=tuple(row["players"]),
        configuration_items=structure(row["configuration_items"], tuple[CiHold, ...]),
    )
