"""Windows that a list changes: what it says of them, where it may not move them, and the moves themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from app.domain.window_rules import move_problems
from app.domain.windows import MaintenanceWindow
from app.importing.converting.dryrun import ChangedRow
from app.services.errors import RefusedError
from app.services.imports.kind import Planned, Refused
from app.services.imports.names import RegisterNames
from app.services.windows_moves import move_problems_of, moved_within
from app.store.reading import find
from app.store.unit_of_work import UnitOfWork

WINDOW_FED = {
    "title": "title",
    "starts_at": "starts_at",
    "ends_at": "ends_at",
    "capacity_deployments": "capacity_deployments",
    "capacity_minutes": "capacity_minutes",
}


def window_of(
    values: Mapping[str, Any], base: MaintenanceWindow | None, names: RegisterNames
) -> MaintenanceWindow:
    """The window that `values` say."""
    zone_name = str(values.get("zone_name") or names.zone_name)
    window = base or MaintenanceWindow(
        str(values.get("title") or "Window"), values["starts_at"], values["ends_at"], zone_name
    )
    changed = {
        attribute: values[name]
        for name, attribute in WINDOW_FED.items()
        if values.get(name) not in (None, "")
    }
    return replace(window, **changed)


def moves_refused(
    connection: Connection,
    changed: Sequence[ChangedRow],
    records: Mapping[str, object],
    names: RegisterNames,
    now: datetime,
) -> list[Refused]:
    """The rows that move a window to where it may not go, one after the other as they would be stored."""
    found: list[Refused] = []
    standing: dict[int | None, MaintenanceWindow] = {}
    for one in changed:
        window: Any = records[one.row.key]
        wanted = _as_said(one, window, names)
        if (wanted.starts_at, wanted.ends_at) == (window.starts_at, window.ends_at):
            continue
        standing = standing or {other.id: other for other in find(connection, MaintenanceWindow)}
        if problems := move_problems(window, wanted.starts_at, wanted.ends_at, list(standing.values()), now):
            field = "ends_at" if wanted.starts_at == window.starts_at else "starts_at"
            found.append((one.row, field, f"It moves “{window.title}”, which cannot be: {problems[0]}"))
        else:
            standing[window.id] = wanted
    return found


def _as_said(changed: ChangedRow, window: MaintenanceWindow, names: RegisterNames) -> MaintenanceWindow:
    """The window with the fields that the list changes."""
    fields = {change.field for change in changed.changes}
    values = {name: value for name, value in changed.row.values.items() if name in fields}
    return window_of(values, window, names)


def change_window(
    work: UnitOfWork, planned: Planned, changed: ChangedRow, names: RegisterNames, reason: str
) -> int:
    """Store a window as a row says, moved with its checkpoints and changes; returns its id.

    Raises RefusedError where it may not move, as where that was settled for the list after the dry run.
    """
    window: Any = planned.records[changed.row.key]
    wanted = _as_said(changed, window, names)
    moved = window
    if (wanted.starts_at, wanted.ends_at) != (window.starts_at, window.ends_at):
        problems = move_problems_of(work.connection, window, wanted.starts_at, wanted.ends_at, work.now)
        if problems:
            raise RefusedError(
                f"Row {changed.row.row_number} moves the window “{window.title}”, which cannot be: "
                f"{problems[0]} Nothing was imported; take the row out of the list, or settle it first.",
                problems,
            )
        moved = moved_within(work, window, wanted.starts_at, wanted.ends_at, reason)
    final = replace(wanted, starts_at=moved.starts_at, ends_at=moved.ends_at, is_moved=moved.is_moved)
    work.save(replace(final, version=moved.version), reason)
    return int(window.id)
