"""The activities of a period for the audit, planned and actual, one window's sequence at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy import Connection

from app.domain.register import Person
from app.domain.windows import MaintenanceWindow
from app.sequencing.model import Activity
from app.sequencing.passes import Timing, schedule
from app.services.surroundings import window_minutes
from app.store.queries import audit as queries
from app.store.queries.audit import Period, Row
from app.store.reading import find, get
from app.store.sequences import read_sequence


def activity_rows(connection: Connection, period: Period) -> Iterator[Row]:
    """A row an activity of the windows that start in the period; instants are UTC, lengths minutes."""
    people = {person.id or 0: person.name for person in find(connection, Person)}
    for window_id in queries.window_ids(connection, period):
        window = get(connection, MaintenanceWindow, window_id)
        sequence = read_sequence(connection, window_id, window_minutes(window)).sequence
        if not sequence.activities:
            continue
        timings = schedule(sequence).timings
        for number, activity in enumerate(sequence.rows, start=1):
            yield _row(window, number, activity, timings[activity.id], people)


def _row(
    window: MaintenanceWindow, number: int, activity: Activity, timing: Timing, people: dict[int, str]
) -> Row:
    began, ended = activity.actual_start, activity.actual_finish
    return (
        window.title,
        window.starts_at,
        number,
        activity.title,
        activity.change_key,
        activity.phase.value,
        activity.state.value,
        window.starts_at + timedelta(minutes=timing.start),
        window.starts_at + timedelta(minutes=timing.finish),
        None if began is None else window.starts_at + timedelta(minutes=began),
        None if ended is None else window.starts_at + timedelta(minutes=ended),
        activity.duration_minutes,
        None if began is None or ended is None else ended - began,
        ", ".join(people.get(one, f"person {one}") for one in activity.players),
    )
