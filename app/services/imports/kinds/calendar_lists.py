"""Lists of maintenance windows and of freezes, from tables or calendars, known again by their event id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Connection

from app.domain.occurrences import checkpoints_of_day
from app.domain.windows import Freeze, FreezeStrength, MaintenanceWindow, WindowSeries, WindowState
from app.importing.converting.rows import ImportRow
from app.importing.proposing.entries import CALENDAR, ENTRY, entry_said
from app.importing.words.everything import without_all
from app.services.imports.kind import ImportKind, Planned, Prepared
from app.services.imports.kinds.cancelled import cancelled_said
from app.services.imports.kinds.own_calendar import as_called_here, only_shown
from app.services.imports.kinds.windows_changed import WINDOW_FED, change_window, moves_refused, window_of
from app.services.imports.names import RegisterNames
from app.store.import_memory import read_memory
from app.store.queries.imports import ids_by_title_and_start
from app.store.unit_of_work import UnitOfWork

_FREEZE_FED = {
    "title": "title",
    "starts_at": "starts_at",
    "ends_at": "ends_at",
    "strength": "strength",
    "applications": "applications",
    "configuration_items": "configuration_items",
    "environments": "environments",
    "reason": "reason",
}
_NO_DAY = (
    "It has a time of day, but no day that can be read. Windows that recur are imported as a list of series."
)
_NAMING = ("applications", "configuration_items", "environments")
_ONLY_OF_ROWS = ("uid", "state", "source_state")
"""Fields that tell whether a row is taken, and by which id it is known; no record has them."""


def freeze_of(values: Mapping[str, Any], base: Freeze | None, names: RegisterNames) -> Freeze:
    """The freeze that `values` say; hard unless the list says that signatures let changes in."""
    zone_name = str(values.get("zone_name") or names.zone_name)
    freeze = base or Freeze(
        str(values.get("title") or "Freeze"), values["starts_at"], values["ends_at"], zone_name
    )
    changed: dict[str, Any] = {}
    for name in ("title", "starts_at", "ends_at"):
        if values.get(name):
            changed[name] = values[name]
    if "strength" in values:
        changed["strength"] = FreezeStrength(values["strength"] or FreezeStrength.HARD)
    if "reason" in values:
        changed["reason"] = str(values["reason"] or "")
    for name, directory in (
        ("applications", names.applications),
        ("configuration_items", names.items),
        ("environments", names.environments),
    ):
        if name in values:
            changed[name] = directory.ids_of(values[name] or ())
    return replace(freeze, **changed)


def _prepare(kind_name: str) -> Callable[[list[ImportRow], RegisterNames], Prepared]:
    def prepare(rows: list[ImportRow], names: RegisterNames) -> Prepared:
        kept: list[ImportRow] = []
        refused: list[tuple[ImportRow, str, str]] = []
        first: dict[str, ImportRow] = {}
        is_told = any(ENTRY in row.values for row in rows)
        sorted_out = [_sorted_out(as_called_here(row), kind_name, is_told, names) for row in rows]
        of_windows = {_key_of(row) for row in sorted_out if row.values[ENTRY] == "window"}
        for row in sorted_out:
            shown = only_shown(row)
            problem = ("uid", shown) if shown else _of_other_kind(row.values, kind_name)
            problem = problem or cancelled_said(row.values) or _problem(row.values, names)
            if problem is not None:
                refused.append((row, *problem))
                continue
            values = {name: value for name, value in row.values.items() if name not in _ONLY_OF_ROWS}
            key = _key_of(row)
            if values[ENTRY] == "freeze" and key in of_windows:
                key = f"{key} / freeze"
            if kind_name != CALENDAR:
                del values[ENTRY]
            fresh = replace(row, key=key, values=values)
            earlier = first.setdefault(key, fresh)
            if earlier is fresh:
                kept.append(fresh)
            elif earlier.values == values:
                kept.append(replace(fresh, duplicate_of=earlier.row_number))
            else:
                refused.append((row, "uid", f"Row {earlier.row_number} is the same entry with other times."))
        return Prepared(kept, refused)

    return prepare


def _key_of(row: ImportRow) -> str:
    """The id that a calendar gives an entry; its title and start where it gives none."""
    return str(row.values.get("uid") or "") or _title_and_start(row.values)


def _title_and_start(values: Mapping[str, Any]) -> str:
    """What an entry is called as that was made here, or came in a list without ids."""
    return f"{values.get('title')} / {values.get('starts_at')}"


def _sorted_out(row: ImportRow, kind_name: str, is_told: bool, names: RegisterNames) -> ImportRow:
    """The row with what it is, window or freeze: of a list of both, as its cell says, or its own words where
    that is empty; "" where its cell says neither. `is_told`: the list has a column that says it."""
    own = {"windows": "window", "freezes": "freeze"}.get(kind_name) or entry_said(
        str(row.values.get("title") or "")
    ).lower()
    entry = row.values.get(ENTRY, "" if is_told else None)
    if entry is None or (entry == "" and kind_name != CALENDAR):
        entry = own or "window"
    row = replace(row, values={**row.values, ENTRY: entry})
    return _scoped(_of_all(row), names) if entry == "freeze" else row


def _of_all(row: ImportRow) -> ImportRow:
    """A freeze of all applications names none of them, and so one of all environments."""
    names = {name: without_all(row.values[name] or ()) for name in _NAMING if name in row.values}
    return replace(row, values={**row.values, **names})


def _scoped(row: ImportRow, names: RegisterNames) -> ImportRow:
    """A freeze whose scope names configuration items or environments among applications, or instead of them,
    with each name in its place; names the register does not have stay where they are."""
    values = {name: tuple(row.values.get(name) or ()) for name in _NAMING}
    moved: dict[str, tuple[str, ...]] = {}
    for one in names.applications.unknown(values["applications"]):
        places = (("configuration_items", names.items), ("environments", names.environments))
        place = next((name for name, directory in places if directory.id_of(one) is not None), "")
        if place:
            moved[place] = (*moved.get(place, values[place]), one)
            values["applications"] = tuple(name for name in values["applications"] if name != one)
    if not moved:
        return row
    return replace(row, values={**row.values, "applications": values["applications"], **moved})


def _of_other_kind(values: Mapping[str, Any], kind_name: str) -> tuple[str, str] | None:
    """Why an entry of a list of both, windows and freezes, does not come in with this kind."""
    said = values[ENTRY]
    if said == "freeze" and kind_name == "windows":
        return ENTRY, "It is a freeze: it comes in with this list as a list of windows and freezes."
    if said == "window" and kind_name == "freezes":
        return ENTRY, "It is a window: it comes in with this list as a list of windows and freezes."
    if said == "":
        return ENTRY, "It is called neither a window nor a freeze: say under “Words of the list” which it is."
    return None


def _problem(values: Mapping[str, Any], names: RegisterNames) -> tuple[str, str] | None:
    start, end = values.get("starts_at"), values.get("ends_at")
    if isinstance(start, time):
        return "starts_at", _NO_DAY
    if not isinstance(start, datetime):
        return "starts_at", "The row has no start that can be read."
    if not isinstance(end, datetime):
        return "ends_at", "The row has no end that can be read."
    if end <= start:
        return "ends_at", "It ends at or before its start."
    try:
        ZoneInfo(str(values.get("zone_name") or "UTC"))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "zone_name", f'"{values["zone_name"]}" is no time zone such as Europe/Berlin.'
    if values[ENTRY] == "freeze":
        unknown = [
            *names.applications.unknown(values.get("applications") or ()),
            *names.items.unknown(values.get("configuration_items") or ()),
            *names.environments.unknown(values.get("environments") or ()),
        ]
        if unknown:
            return (
                "applications",
                f"The register has no {unknown[0]}; a freeze of less would freeze too much.",
            )
    return None


def _ids(kind_name: str, value_type: type[Any]) -> Callable[[Connection], dict[str, int]]:
    def ids(connection: Connection) -> dict[str, int]:
        here = ids_by_title_and_start(connection, value_type)
        numbers = set(here.values())
        remembered = {
            key: known.record_id
            for key, known in read_memory(connection, kind_name).items()
            if known.record_id in numbers
        }
        return {**here, **remembered}

    return ids


def _write_windows(
    work: UnitOfWork, planned: Planned, names: RegisterNames, window_id: int | None, reason: str
) -> list[tuple[ImportRow, int]]:
    """Store windows: past ones closed, coming ones with the checkpoints of the first series; moved ones take
    their checkpoints and changes along, and are refused where they may not move."""
    outcome = planned.outcome
    fresh = [window_of(row.values, None, names) for row in outcome.created]
    stored = work.add_many(
        [replace(one, state=WindowState.CLOSED) if one.ends_at <= work.now else one for one in fresh], reason
    )
    series = [one for one in work.find(WindowSeries) if not one.is_archived]
    if series:
        for window in stored:
            if window.starts_at > work.now:
                day = window.starts_at.astimezone(ZoneInfo(window.zone_name)).date()
                work.add_all(checkpoints_of_day(series[0], day, window.id), reason)
    kept = [(row, window.id or 0) for row, window in zip(outcome.created, stored, strict=True)]
    kept += [
        (changed.row, change_window(work, planned, changed, names, reason)) for changed in outcome.changed
    ]
    return kept + [
        (row, planned.records[row.key].id)  # type: ignore[attr-defined]
        for row in outcome.unchanged
        if row.key in planned.records and not row.duplicate_of
    ]


WINDOWS = ImportKind(
    "windows",
    MaintenanceWindow,
    window_of,
    WINDOW_FED,
    ids=_ids("windows", MaintenanceWindow),
    also_called=_title_and_start,
    prepare=_prepare("windows"),
    refused=moves_refused,
    write=_write_windows,
)
FREEZES = ImportKind(
    "freezes",
    Freeze,
    freeze_of,
    _FREEZE_FED,
    ids=_ids("freezes", Freeze),
    also_called=_title_and_start,
    prepare=_prepare("freezes"),
)
BOTH = ImportKind(
    CALENDAR,
    MaintenanceWindow,
    window_of,
    _FREEZE_FED | WINDOW_FED,
    prepare=_prepare(CALENDAR),
    parted_by=ENTRY,
    parts={"window": WINDOWS, "freeze": FREEZES},
)
KINDS: tuple[ImportKind, ...] = (WINDOWS, FREEZES, BOTH)
"""Windows that stand alone, freezes, and calendars that hold both."""
