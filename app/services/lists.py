"""Use case of exporting a list as CSV or workbook: changes, windows, activities or events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from app.domain.windows import MaintenanceWindow
from app.reports.lists import LISTS
from app.sequencing.parsing import format_predecessors
from app.services.audit_aftermath import action_rows, detected_rows, fix_rows, incident_rows
from app.services.errors import RefusedError
from app.services.files import whole_file
from app.services.sequences import SequenceView, analysis_of, open_sequence
from app.services.workplace import Workplace
from app.store.queries import lists as queries
from app.store.queries.audit import Period
from app.store.queries.packets import organisation_facts
from app.store.reading import get
from exports.documents import CellValue, TableDocument

LIST_NAMES = tuple(LISTS)
_ENDINGS = (".csv", ".xlsx")
_EARLIEST, _LATEST = datetime(1900, 1, 1, tzinfo=UTC), datetime(3000, 1, 1, tzinfo=UTC)
_AFTERMATH: dict[str, Callable[[Connection, Period], Iterator[tuple[Any, ...]]]] = {
    "fixes": fix_rows,
    "detected": detected_rows,
    "incidents": incident_rows,
    "actions": action_rows,
}


@dataclass(frozen=True, slots=True)
class ListExport:
    """What was written: the file and its number of rows, the header not counted."""

    file: Path
    rows: int


def export_list(workplace: Workplace, name: str, out: Path, window_id: int | None = None) -> ListExport:
    """Write the list `name` (of one window, or of all) to `out`; its ending says as what.

    Instants are in the window's zone, else in the organisation's. The file appears when it is whole. Raises
    RefusedError for an unknown list or ending, or a place that cannot be written.
    """
    if name not in LISTS:
        raise RefusedError(f"There is no list “{name}”. Choose {', '.join(LIST_NAMES)}.")
    if out.suffix.lower() not in _ENDINGS:
        raise RefusedError(f"{out.name} is neither CSV nor workbook. Let the name end in .csv or .xlsx.")
    counted = 0

    def counting(rows: Iterable[tuple[Any, ...]], zone: ZoneInfo) -> Iterator[tuple[CellValue, ...]]:
        nonlocal counted
        for row in rows:
            counted += 1
            yield tuple(_cell(value, zone) for value in row)

    with workplace.read() as connection:
        zone_name = _zone_name(connection, window_id)
        rows = counting(_rows(workplace, connection, name, window_id), ZoneInfo(zone_name))
        title = name.capitalize()
        _write(TableDocument(title, LISTS[name], rows, zone_name), out)
    return ListExport(out, counted)


def _zone_name(connection: Connection, window_id: int | None) -> str:
    if window_id is None:
        return organisation_facts(connection).zone_name
    return get(connection, MaintenanceWindow, window_id).zone_name


def _rows(
    workplace: Workplace, connection: Connection, name: str, window_id: int | None
) -> Iterator[tuple[Any, ...]]:
    if name == "changes":
        return queries.changes(connection, window_id)
    if name == "windows":
        return queries.windows(connection, window_id)
    if name == "events":
        wanted = () if window_id is None else queries.record_ids_of_window(connection, window_id)
        return _events(queries.events(connection, wanted))
    if name in _AFTERMATH:
        if window_id is None:
            return _AFTERMATH[name](connection, Period(_EARLIEST, _LATEST, 0))
        window = get(connection, MaintenanceWindow, window_id)
        return _AFTERMATH[name](connection, Period(window.starts_at, window.ends_at, 0))
    ids = [window_id] if window_id is not None else queries.windows_with_sequence(connection)
    return _activities(workplace, ids)


def _events(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    for number, text, *rest in rows:
        try:
            instant: datetime | str = datetime.fromisoformat(text)
        except ValueError:
            instant = text
        yield (number, instant, *rest)


def _activities(workplace: Workplace, window_ids: Iterable[int]) -> Iterator[tuple[Any, ...]]:
    for window_id in window_ids:
        yield from _sequence_rows(open_sequence(workplace, window_id))


def _sequence_rows(view: SequenceView) -> Iterator[tuple[Any, ...]]:
    timings = analysis_of(view).schedule.timings
    items = {item.id: item.name for item in view.configuration_items}
    start = view.window.starts_at
    for number, activity in enumerate(view.sequence.rows, start=1):
        timing = timings[activity.id]
        began, ended = activity.actual_start, activity.actual_finish
        yield (
            view.window.title,
            number,
            activity.title,
            activity.change_key,
            activity.phase.value,
            activity.state.value,
            view.instant(timing.start),
            view.instant(timing.finish),
            activity.duration_minutes,
            format_predecessors(view.sequence.links_into.get(activity.id, ()), view.sequence),
            timing.total_slack,
            timing.is_critical,
            ", ".join(view.surroundings.person_name(person) for person in activity.players),
            ", ".join(items.get(hold.ci_id, "") for hold in activity.configuration_items),
            None if began is None else start + timedelta(minutes=began),
            None if ended is None else start + timedelta(minutes=ended),
            activity.instructions,
            view.surroundings.team_names.get(activity.team_id or 0, ""),
            activity.is_go_no_go,
            activity.workstream,
            activity.group,
        )


def _cell(value: Any, zone: ZoneInfo) -> CellValue:
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(zone)
    if value is None or isinstance(value, str | int | float | bool | date):
        return value
    return str(value)


def _write(document: TableDocument, out: Path) -> None:
    from exports.tables import render_csv, render_table_workbook

    content = render_csv(document) if out.suffix.lower() == ".csv" else render_table_workbook(document)
    with whole_file(out) as target:
        target.write(content)
