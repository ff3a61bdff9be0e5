"""The window of one occurrence of a series with its true times, and its dated checkpoints."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from app.domain.windows import Checkpoint, MaintenanceWindow, WindowSeries
from app.domain.zones import local_instant, span_on


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
