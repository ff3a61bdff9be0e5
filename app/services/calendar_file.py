"""Use case of the calendar as an iCalendar file: windows, checkpoints, meetings, freezes and bookings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from app.domain.windows import EnvironmentBooking, Freeze, MaintenanceWindow, WindowState
from app.domain.zones import zone_named
from app.services.calendar import CalendarView, CalendarWindow, read_calendar
from app.services.files import whole_file
from app.services.lists import ListExport
from app.services.organisation import read_organisation
from app.services.workplace import Workplace
from exports.icalendar_file import CalendarEntry, render_calendar

BACK, AHEAD = timedelta(days=90), timedelta(days=400)


def calendar_entries(view: CalendarView) -> Iterator[CalendarEntry]:
    """The entries of what a calendar shows, each in the zone it was planned in."""
    for one in view.windows:
        yield from _window_entries(one)
    for freeze in view.freezes:
        yield _freeze_entry(freeze)
    for booked in view.bookings:
        yield _booking_entry(booked.booking, booked.environment_name)


def export_calendar(workplace: Workplace, out: Path, window_id: int | None = None) -> ListExport:
    """Write the calendar of the last 90 and the next 400 days to `out`, whole or not at all.

    With `window_id` only that window with its checkpoints. The uids stay the same at every export, so that
    a calendar that follows the file updates its entries. Raises RefusedError where the place is no good.
    """
    now = workplace.now()
    view = read_calendar(workplace, now - BACK, now + AHEAD)
    organisation = read_organisation(workplace).name
    if window_id is None:
        entries = list(calendar_entries(view))
    else:
        entries = [entry for one in view.windows if one.id == window_id for entry in _window_entries(one)]
    name = f"{organisation} releases" if organisation else "Releases"
    with whole_file(out) as target:
        target.write(render_calendar(name, entries, now))
    return ListExport(out, len(entries))


def _window_entries(one: CalendarWindow) -> Iterator[CalendarEntry]:
    window, zone = one.window, zone_named(one.window.zone_name)
    is_cancelled = window.state is WindowState.CANCELLED
    yield CalendarEntry(
        uid=f"window-{one.id}@lockstep",
        kind="window",
        title=window.title,
        start=window.starts_at.astimezone(zone),
        finish=window.ends_at.astimezone(zone),
        description=_window_text(one),
        is_cancelled=is_cancelled,
    )
    for point in one.checkpoints:
        said = f"{window.title}, {_local(window.starts_at, window)}"
        yield CalendarEntry(
            uid=f"checkpoint-{point.id}@lockstep",
            kind="checkpoint",
            title=f"{point.name} closes",
            start=point.cutoff_at.astimezone(zone),
            description=said,
            is_cancelled=is_cancelled,
        )
        yield CalendarEntry(
            uid=f"meeting-{point.id}@lockstep",
            kind="meeting",
            title=f"{'Final' if point.is_final else 'Preliminary'} deployment meeting",
            start=point.meeting_at.astimezone(zone),
            finish=point.meeting_at.astimezone(zone) + timedelta(hours=1),
            description=said,
            is_cancelled=is_cancelled,
        )


def _window_text(one: CalendarWindow) -> str:
    counts = one.counts
    return (
        f"State: {one.window.state.value}. {counts.changes} of {one.window.capacity_deployments} changes, "
        f"{counts.ready} ready."
    )


def _freeze_entry(freeze: Freeze) -> CalendarEntry:
    zone = zone_named(freeze.zone_name)
    return CalendarEntry(
        uid=f"freeze-{freeze.id}@lockstep",
        kind="freeze",
        title=f"Freeze: {freeze.title}",
        start=freeze.starts_at.astimezone(zone),
        finish=freeze.ends_at.astimezone(zone),
        description=freeze.reason,
    )


def _booking_entry(booking: EnvironmentBooking, environment: str) -> CalendarEntry:
    zone = zone_named(booking.zone_name)
    return CalendarEntry(
        uid=f"booking-{booking.id}@lockstep",
        kind="booking",
        title=f"{booking.title} ({environment})" if environment else booking.title,
        start=booking.starts_at.astimezone(zone),
        finish=booking.ends_at.astimezone(zone),
        description=booking.kind.value.replace("_", " "),
    )


def _local(instant: datetime, window: MaintenanceWindow) -> str:
    return f"{instant.astimezone(zone_named(window.zone_name)):%d %b %Y %H:%M %Z}"
