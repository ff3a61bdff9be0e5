"""The occurrences of a series with their true times, the window of one, and its dated checkpoints."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.recurrence import occurrence_days
from app.domain.time_words import length_note
from app.domain.windows import Checkpoint, MaintenanceWindow, WindowSeries
from app.domain.zones import local_instant, span_on


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One occurrence: its local day, its UTC start and end, and a note where its length is not the usual."""

    day: date
    starts_at: datetime
    ends_at: datetime
    note: str = ""


def occurrences(series: WindowSeries, first: date, after: date) -> list[Occurrence]:
    """The occurrences from the local day `first` up to, but not including, `after`.

    Start and end are resolved separately (RFC 5545, 3.3.5), so one over a change of the clocks has its true
    length. One that lies wholly within the hour the clocks skip has no time left; its note says so.
    """
    found = []
    for day in occurrence_days(series, first, after):
        starts_at, ends_at = span_on(day, series.starts_at, series.ends_at, series.zone_name)
        if ends_at <= starts_at:
            note = "no time left, the clocks skip these hours"
        else:
            note = length_note(starts_at, ends_at, series.zone_name)
        found.append(Occurrence(day, starts_at, ends_at, note))
    return found


def occurrence_of(series: WindowSeries, day: date) -> MaintenanceWindow:
    """The window of one occurrence; start and end are resolved separately on the clocks of the zone."""
    starts_at, ends_at = span_on(day, series.starts_at, series.ends_at, series.zone_name)
    return MaintenanceWindow(
        title=series.name,
        starts_at=starts_at,
        ends_at=ends_at,
        zone_name=series.zone_name,
        series_id=series.id,
        occurrence_day=day,
        capacity_deployments=series.capacity_deployments,
        capacity_minutes=series.capacity_minutes,
        minimum_qa_hours=series.minimum_qa_hours,
    )


def checkpoints_of_day(series: WindowSeries, day: date, window_id: int | None) -> list[Checkpoint]:
    """The dated checkpoints of the occurrence on a day."""
    made = []
    for rule in series.checkpoints:
        held = day - timedelta(days=rule.days_before)
        made.append(
            Checkpoint(
                name=rule.name,
                cutoff_at=local_instant(datetime.combine(held, rule.cutoff), series.zone_name),
                meeting_at=local_instant(datetime.combine(held, rule.meeting), series.zone_name),
                criteria=rule.criteria,
                is_final=rule.is_final,
                criteria_revision=series.revision,
                window_id=window_id,
            )
        )
    return made
