"""Use case of exporting a night's log as CSV, workbook or PDF."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from app.reports.night_log import night_log
from app.services.errors import RefusedError
from app.services.files import whole_file
from app.services.night.models import NightView
from app.services.night.status import status_text
from app.services.workplace import Workplace
from exports.documents import CellValue

ENDINGS = (".csv", ".xlsx", ".pdf")


@dataclass(frozen=True, slots=True)
class LogExport:
    """What was written: the file and its number of log lines."""

    file: Path
    rows: int


def export_log(workplace: Workplace, view: NightView, out: Path) -> LogExport:
    """Write the whole log, what was taken back included; the ending of `out` says as what.

    Raises RefusedError for another ending or a place that cannot be written.
    """
    from exports.table_pdf import render_table_pdf
    from exports.tables import render_csv, render_table_workbook

    renderers = {".csv": render_csv, ".xlsx": render_table_workbook, ".pdf": render_table_pdf}
    render = renderers.get(out.suffix.lower())
    if render is None:
        raise RefusedError(f"{out.name} is neither CSV, workbook nor PDF. Let the name end in {_endings()}.")
    kind = "Rehearsal log" if view.run.is_rehearsal else "Night log"
    document = night_log(
        f"{kind}: {view.window.title}",
        _rows(view),
        view.window.zone_name,
        status_text(view, workplace.now()),
    )
    with whole_file(out) as target:
        target.write(render(document))
    return LogExport(out, len(view.log))


def _rows(view: NightView) -> list[tuple[CellValue, ...]]:
    zone = ZoneInfo(view.window.zone_name)
    undone = view.undone
    return [
        (
            line.entry.number,
            line.happened_at.astimezone(zone),
            line.recorded_at.astimezone(zone),
            line.actor,
            line.entry.act.value.replace("_", " "),
            line.entry.change_key or _change_of(view, line.entry.activity_id),
            line.said,
            line.entry.number in undone,
        )
        for line in view.log
    ]


def _change_of(view: NightView, activity_id: str | None) -> str:
    if activity_id is None or activity_id not in view.sequence:
        return ""
    return view.sequence.activity(activity_id).change_key or ""


def _endings() -> str:
    return ", ".join(ENDINGS[:-1]) + f" or {ENDINGS[-1]}"
