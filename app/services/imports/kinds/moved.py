"""Windows and freezes that their list has moved and gives no ids to: known again by their titles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from app.domain.windows import Freeze, MaintenanceWindow
from app.importing.converting.rows import ImportRow
from app.importing.words.spelling import shortened
from app.services.imports.kind import ImportKind
from app.services.imports.matches import first_few
from app.services.windows_moves import move_problems_of
from app.store.import_memory import read_memory
from app.store.reading import find_by_ids

_NEAR = timedelta(hours=36)
"""Farther from each other two entries of one title are two nights of those that recur daily."""


def known_though_moved(
    connection: Connection, kind: ImportKind, rows: Sequence[ImportRow], now: datetime
) -> tuple[list[ImportRow], tuple[str, ...]]:
    """The rows, with the keys they had last of those entries that the list has moved, and a sentence about
    them.

    An entry without an id is told by title and start, so that a moved one would come in beside itself. It is
    taken for the same where nothing else can be meant: the list names at least as many that are known as it
    has new ones, it names the one not any more that is still to come, that one alone of the title is so
    missing, one row alone of the title is new, both begin within a day and a half of each other, and the
    window may be moved there.
    """
    found: dict[str, tuple[str, Any]] = {}
    for part in kind.parts.values() or (kind,):
        if part.value_type in (MaintenanceWindow, Freeze) and not kind.is_of_the_desk:
            mine = [row for row in rows if not kind.parts or kind.part_of(row) is part]
            found |= _moved(connection, part, mine, now)
    if not found:
        return list(rows), ()
    named = [f"row {row.row_number}, {_in_words(found[row.key][1])}" for row in rows if row.key in found]
    told = f"Taken for what the list called so before, and has moved: {first_few(named)}."
    return [replace(row, key=found[row.key][0]) if row.key in found else row for row in rows], (told,)


def _moved(
    connection: Connection, kind: ImportKind, rows: Sequence[ImportRow], now: datetime
) -> dict[str, tuple[str, Any]]:
    """By key of a row, the key that its entry had last, and the entry as it is here."""
    here = kind.ids_here(connection)
    new = [row for row in rows if row.key not in here and not row.duplicate_of]
    named = {here[row.key] for row in rows if row.key in here}
    if not new or len(named) < len(new):
        return {}
    memory = read_memory(connection, kind.memory_name(None))
    last = {one.record_id: key for key, one in memory.items() if one.record_id not in named}
    left: dict[str, list[Any]] = {}
    for record in find_by_ids(connection, kind.value_type, list(last)):
        if record.starts_at > now and last[record.id].startswith(_beginning(record.title)):
            left.setdefault(record.title, []).append(record)
    called: dict[str, list[ImportRow]] = {}
    for row in new:
        if row.key.startswith(_beginning(row.values.get("title"))):
            called.setdefault(str(row.values["title"]), []).append(row)
    pairs = [(called[title][0], left[title][0]) for title in called if _is_alone(title, called, left)]
    return {
        row.key: (last[record.id], record)
        for row, record in pairs
        if _may_be_there(connection, record, row.values, now)
    }


def _beginning(title: object) -> str:
    """How the key of an entry without an id begins."""
    return f"{title} / "


def _is_alone(title: str, called: Mapping[str, Sequence[Any]], left: Mapping[str, Sequence[Any]]) -> bool:
    return len(called[title]) == len(left.get(title, ())) == 1


def _may_be_there(connection: Connection, record: Any, said: Mapping[str, Any], now: datetime) -> bool:
    """Whether an entry is near enough to be the same, and may be moved where the list has it."""
    if abs(said["starts_at"] - record.starts_at) > _NEAR:
        return False
    if not isinstance(record, MaintenanceWindow):
        return True
    return not move_problems_of(connection, record, said["starts_at"], said["ends_at"], now)


def _in_words(record: Any) -> str:
    begins = record.starts_at.astimezone(ZoneInfo(record.zone_name))
    return f"“{shortened(record.title)}” of {begins:%a %d %b %Y, %H:%M}"
