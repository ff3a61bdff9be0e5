"""Windows, checkpoints, meetings, freezes and bookings as an iCalendar file (RFC 5545) with their zones."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from exports.plain_text import without_controls


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One entry; `uid` stays the same at every export, so that calendars update it.

    `start` and `finish` are aware, in the zone they are planned in (a ZoneInfo); a checkpoint has no
    finish.
    """

    uid: str
    kind: Literal["window", "checkpoint", "meeting", "freeze", "booking"]
    title: str
    start: datetime
    finish: datetime | None = None
    description: str = ""
    is_cancelled: bool = False


def render_calendar(name: str, entries: Iterable[CalendarEntry], made_at: datetime) -> bytes:
    """The calendar's bytes, with a VTIMEZONE for each zone used; `made_at` is aware."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Lockstep//Release calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", without_controls(name))
    for entry in entries:
        calendar.add_component(_event(entry, made_at))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(entry: CalendarEntry, made_at: datetime):  # type: ignore[no-untyped-def]  # the library has no types
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", made_at.astimezone(UTC))
    event.add("summary", without_controls(entry.title))
    event.add("dtstart", entry.start)
    if entry.finish is not None:
        event.add("dtend", entry.finish)
    if entry.description:
        event.add("description", without_controls(entry.description))
    event.add("categories", [entry.kind])
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    # A freeze or a checkpoint does not make anybody busy.
    event.add("transp", "OPAQUE" if entry.kind in ("window", "meeting") else "TRANSPARENT")
    return event
