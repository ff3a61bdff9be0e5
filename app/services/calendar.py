"""Use case of the calendar: everything that lies in a span of days, as one frozen read model."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from app.domain.windows import Freeze
from app.services.workplace import Workplace
from app.store.queries import calendar as queries
from app.store.queries.calendar import (
    CalendarBooking,
    CalendarCheckpoint,
    CalendarWindow,
    SeriesName,
    WindowCounts,
)
from app.store.queries.packets import organisation_facts

__all__ = [
    "CalendarBooking",
    "CalendarCheckpoint",
    "CalendarView",
    "CalendarWindow",
    "SeriesName",
    "WindowCounts",
    "read_calendar",
]


@dataclass(frozen=True, slots=True)
class CalendarView:
    """What lies between two UTC instants; `is_empty` says that nothing was ever planned.

    `home_zone` is the organisation's zone where no window shows one; empty where it is not known either.
    """

    starts_at: datetime
    ends_at: datetime
    windows: tuple[CalendarWindow, ...]
    freezes: tuple[Freeze, ...]
    bookings: tuple[CalendarBooking, ...]
    series: tuple[SeriesName, ...]
    is_empty: bool
    read_at: datetime
    home_zone: str = ""


def read_calendar(workplace: Workplace, starts_at: datetime, ends_at: datetime) -> CalendarView:
    """The windows (with load, readiness and checkpoints), freezes and bookings of a span of UTC instants."""
    with workplace.read() as connection:
        windows = queries.windows_between(connection, starts_at, ends_at)
        return CalendarView(
            starts_at=starts_at,
            ends_at=ends_at,
            windows=windows,
            freezes=queries.freezes_between(connection, starts_at, ends_at),
            bookings=queries.bookings_between(connection, starts_at, ends_at),
            series=queries.series_names(connection),
            is_empty=not windows and not queries.has_any_window(connection),
            read_at=workplace.now(),
            home_zone="" if windows else _home_zone(connection),
        )


def _home_zone(connection: Connection) -> str:
    facts = organisation_facts(connection)
    return facts.zone_name if facts.name or facts.zone_name != "UTC" else ""
