"""Use cases of environment bookings and long-range work: plan one, change it, remove it."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.windows import EnvironmentBooking
from app.services.errors import RefusedError
from app.services.workplace import Done, Workplace
from app.store.queries import calendar as queries
from app.store.reading import find
from app.store.unit_of_work import UnitOfWork


def list_bookings(workplace: Workplace) -> tuple[EnvironmentBooking, ...]:
    """All bookings by start."""
    with workplace.read() as connection:
        found = find(connection, EnvironmentBooking)
    return tuple(sorted(found, key=lambda booking: (booking.starts_at, booking.id or 0)))


def create_booking(
    workplace: Workplace, booking: EnvironmentBooking, reason: str = ""
) -> Done[EnvironmentBooking]:
    """Record a booking; an environment is given to one at a time. Raises RefusedError with every problem."""
    with workplace.write() as unit:
        stored = unit.add(_sound(unit, booking), reason)
        return workplace.done(stored, unit.commit())


def edit_booking(
    workplace: Workplace, booking: EnvironmentBooking, reason: str = ""
) -> Done[EnvironmentBooking]:
    """Store a changed booking whose version is the one read; raises RefusedError, StaleRecordError."""
    with workplace.write() as unit:
        stored = unit.save(_sound(unit, booking), reason)
        return workplace.done(stored, unit.commit())


def remove_booking(
    workplace: Workplace, booking: EnvironmentBooking, reason: str = ""
) -> Done[EnvironmentBooking]:
    """Give the environment free again; the audit trail keeps the booking. Raises StaleRecordError."""
    with workplace.write() as unit:
        unit.remove(booking, reason)
        return workplace.done(booking, unit.commit())


def _sound(unit: UnitOfWork, booking: EnvironmentBooking) -> EnvironmentBooking:
    problems = []
    if not booking.title.strip():
        problems.append("A booking needs a name, such as Performance test Billing.")
    if booking.ends_at <= booking.starts_at:
        problems.append("A booking ends after it starts.")
    try:
        zone = ZoneInfo(booking.zone_name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        problems.append(f"'{booking.zone_name}' is no time zone; choose one such as Europe/Berlin.")
        zone = ZoneInfo("UTC")
    if booking.environment_id is not None and booking.ends_at > booking.starts_at:
        for other in queries.bookings_between(unit.connection, booking.starts_at, booking.ends_at):
            taken = other.booking
            if taken.id != booking.id and taken.environment_id == booking.environment_id:
                until = taken.ends_at.astimezone(zone)
                problems.append(
                    f"{other.environment_name} is booked for {taken.title} until {until:%d %b %Y, %H:%M}. "
                    "Choose another time or another environment."
                )
    if problems:
        raise RefusedError(f"The booking was not saved. {problems[0]}", tuple(problems))
    return replace(booking, title=booking.title.strip())
