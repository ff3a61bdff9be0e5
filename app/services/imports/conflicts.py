"""Settling what both the source and the desk changed, and what has disappeared from the source."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from app.domain.windows import MaintenanceWindow
from app.importing.converting.dryrun import REMOVED, ChangedRow, Conflict, DryRun, FieldChange
from app.importing.converting.listed import ListedRows
from app.importing.converting.rows import Conversion, ImportRow
from app.services.imports.comparing import REMOVED_HERE
from app.services.imports.kind import Planned
from app.services.imports.matches import told_removed
from app.services.imports.names import read_names
from app.services.imports.parted import of_each_kind
from app.services.imports.releases import RELEASE
from app.services.placement import window_text
from app.services.workplace import Workplace
from app.store.import_memory import keys_of, memory_of_source, read_contents
from app.store.reading import find, parts_of

_NAMED = {
    "applications": "applications",
    "configuration_items": "items",
    "depends_on": "items",
    "team": "teams",
    "business_owner": "people",
    "players": "people",
    "environments": "environments",
    "change_key": "changes",
}
_MINUTES = ("start", "actual_start", "actual_finish")
"""Fields whose attributes count minutes from the start of the window."""
_TOGETHER = 5_000
"""Of so many records at once all that was said is read, to have their titles."""
FieldName = tuple[str, str]
"""The key of a record and the name of one of its fields."""


@dataclass(frozen=True, slots=True)
class Disappeared:
    """A record the source brought once and does not name any more; it is listed and never deleted.

    `title` is what the source last called it; "" where it gave it no title.
    """

    key: str
    record_id: int
    last_import_id: int
    title: str = ""


def settled(planned: Planned, take_the_lists: Collection[FieldName]) -> Planned:
    """The plan with the named fields taken from the list; all other conflicts keep the desk's value, and what
    the desk removed stays out."""
    wanted = set(take_the_lists)
    if not wanted:
        return planned
    offered = (*planned.outcome.conflicts, *left_out(planned))
    taken = [one for one in offered if (one.key, one.field) in wanted]
    if not taken:
        return planned
    by_key: dict[str, list[Conflict]] = {}
    for one in taken:
        by_key.setdefault(one.key, []).append(one)
    before = planned.outcome
    changed = [_with(row, by_key.pop(row.row.key, [])) for row in before.changed]
    moved = [row for row in _compared_unchanged(planned) if row.key in by_key]
    again = [row for row in moved if row.key in planned.removed]
    changed += [
        _with(ChangedRow(row, ()), by_key[row.key]) for row in moved if row.key not in planned.removed
    ]
    outcome = DryRun(
        [*before.created, *again] if again else before.created,
        changed,
        _without(before.unchanged, {row.row_number for row in moved}),
        before.rejected,
        [one for one in before.conflicts if (one.key, one.field) not in wanted],
    )
    return replace(planned, outcome=outcome, conversion=_told_anew(planned, again))


def left_out(planned: Planned) -> tuple[Conflict, ...]:
    """Records that the desk removed and of which the source says what it said before, with their titles in
    the list; they are no conflict, and come back where they are settled for the list."""
    if not planned.removed:
        return ()
    contested = {one.key for one in planned.outcome.conflicts}
    return tuple(
        Conflict(row.row_number, row.key, REMOVED, "", REMOVED_HERE, _title(row.values))
        for row in _compared_unchanged(planned)
        if row.key in planned.removed and row.key not in contested
    )


def _told_anew(planned: Planned, again: Sequence[ImportRow]) -> Conversion:
    """The rows with what is told of them, once some come back that the desk had removed."""
    back = {row.key for row in again}
    before = told_removed(planned.removed)
    still = told_removed(key for key in planned.removed if key not in back)
    warnings = tuple(one for one in planned.conversion.warnings if one not in before)
    return replace(planned.conversion, warnings=(*warnings, *still)) if back else planned.conversion


def _compared_unchanged(planned: Planned) -> list[ImportRow]:
    """The unchanged rows among which those are that conflicts are of; of a long list the others are not made
    for that."""
    rows = planned.outcome.unchanged if planned.said_anew is None else planned.said_anew
    return [row for row in rows if not row.duplicate_of]


def _without(rows: Sequence[ImportRow], row_numbers: Collection[int]) -> Sequence[ImportRow]:
    if isinstance(rows, ListedRows):
        return rows.without(row_numbers)
    return [row for row in rows if row.row_number not in row_numbers]


def changed_by_settling(planned: Planned) -> frozenset[str]:
    """The keys of records that a list changes, or brings back, only where that is settled for the list."""
    changed = {row.row.key for row in planned.outcome.changed}
    offered = (*planned.outcome.conflicts, *left_out(planned))
    contested = {one.key for one in offered} - changed
    return frozenset(row.key for row in _compared_unchanged(planned) if row.key in contested)


def _with(row: ChangedRow, conflicts: list[Conflict]) -> ChangedRow:
    added = tuple(FieldChange(one.field, one.on_the_desk, one.in_the_source) for one in conflicts)
    return ChangedRow(row.row, row.changes + added) if added else row


def in_words(workplace: Workplace, planned: Planned) -> Planned:
    """The plan with names instead of ids in what the desk has now, and instants instead of minutes of its
    window, for people to read."""
    with workplace.read() as connection:
        names = read_names(connection, planned.kind.needs_changes, planned.window_id)
        windows = _window_words(connection, planned)
    builds = {one: number for (_, number), one in names.builds.items()}

    def said(field: str, value: Any) -> Any:
        if field == RELEASE and isinstance(value, int):
            return windows.get(value, value)
        if field in _MINUTES and isinstance(value, int) and names.window is not None:
            return names.window.starts_at + timedelta(minutes=value)
        if field == "build" and isinstance(value, int):
            return builds.get(value, value)
        directory = getattr(names, _NAMED.get(field, ""), None)
        if directory is None:
            return value
        if isinstance(value, tuple) and all(isinstance(one, int) for one in value):
            return directory.names_of(value)
        return directory.names.get(value, value) if isinstance(value, int) else value

    before = planned.outcome
    changed = [
        replace(row, changes=tuple(replace(one, before=said(one.field, one.before)) for one in row.changes))
        for row in before.changed
    ]
    conflicts = [replace(one, on_the_desk=said(one.field, one.on_the_desk)) for one in before.conflicts]
    return replace(planned, outcome=replace(before, changed=changed, conflicts=conflicts))


def _window_words(connection: Connection, planned: Planned) -> dict[int, str]:
    """The windows on which changes stand whose release would move them, in words, by id."""
    before = planned.outcome
    on_the_desk = [one.before for row in before.changed for one in row.changes if one.field == RELEASE]
    on_the_desk += [one.on_the_desk for one in before.conflicts if one.field == RELEASE]
    ids = sorted({one for one in on_the_desk if isinstance(one, int)})
    return {one.id or 0: window_text(one) for one in find(connection, MaintenanceWindow, id=ids)}


def disappeared(workplace: Workplace, planned: Planned, *shapes: str) -> tuple[Disappeared, ...]:
    """Records this source brought before, still on the desk, that the list does not name now, by key.

    A list holds what its query asked for, so this says "not in this list", not "deleted at the source". A
    list of no known source is held against those alone whose header has one of these `shapes`.
    """
    with workplace.read() as connection:
        gone = [one for part in of_each_kind(planned) for one in _disappeared(connection, part, shapes)]
    return tuple(sorted(gone, key=lambda one: one.key))


def _disappeared(connection: Connection, planned: Planned, shapes: Collection[str]) -> list[Disappeared]:
    named = planned.named
    memory_name = planned.kind.memory_name(planned.window_id)
    gone = [
        Disappeared(key, record_id, import_id)
        for key, record_id, import_id in memory_of_source(
            connection, memory_name, planned.mapping.source, shapes
        )
        if key not in named
    ]
    here = planned.kind.keys_here(connection, planned.window_id) if gone else set()
    titled: list[Disappeared] = []
    for part in parts_of([one for one in gone if one.key in here], _TOGETHER):
        called = keys_of(connection, memory_name, [one.record_id for one in part])
        some = [one for one in part if not any(key in named for key in called[one.record_id])]
        said = read_contents(connection, memory_name, [one.key for one in some])
        titled += (replace(one, title=_title(said.get(one.key, {}))) for one in some)
    return titled


def _title(said: Mapping[str, Any]) -> str:
    return str(said.get("title") or said.get("name") or "")
