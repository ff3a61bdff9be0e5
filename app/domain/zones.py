"""Wall-clock times of a named zone and the UTC instants they stand for (RFC 5545, 3.3.5)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.errors import UnknownZoneError


def zone_problem(zone_name: str) -> str:
    """Why a name is no time zone of the IANA database; empty when it is one."""
    try:
        ZoneInfo(zone_name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return f"“{zone_name}” is no time zone; choose one such as Europe/Berlin."
    return ""


def zone_named(zone_name: str) -> ZoneInfo:
    """The zone with this IANA name; raises UnknownZoneError with what to do instead."""
    if problem := zone_problem(zone_name):
        raise UnknownZoneError(problem)
    return ZoneInfo(zone_name)


def local(instant: datetime, zone_name: str) -> datetime:
    """An instant as the clocks of a zone show it; raises UnknownZoneError."""
    return instant.astimezone(zone_named(zone_name))


def local_instant(wall: datetime, zone_name: str) -> datetime:
    """The UTC instant of a wall time (without zone) in a zone; gaps move forward, doubles take the first.

    Source: RFC 5545, 3.3.5, form 3. Raises UnknownZoneError.
    """
    return wall.replace(tzinfo=zone_named(zone_name), fold=0).astimezone(UTC)


def shifted_local(instant: datetime, zone_name: str, days: int, minutes: int = 0) -> datetime:
    """The instant (UTC) whose wall time is `days` and `minutes` of wall time later, in the zone.

    A wall time that is skipped moves forward; one that comes twice is the first (RFC 5545, 3.3.5).
    """
    wall = local(instant, zone_name).replace(tzinfo=None, fold=0)
    return local_instant(wall + timedelta(days=days, minutes=minutes), zone_name)


def wall_shift(old: datetime, new: datetime, zone_name: str) -> tuple[int, int]:
    """How far apart two instants are by the clocks of a zone: whole days, and minutes of the day."""
    before, after = local(old, zone_name), local(new, zone_name)
    return (after.date() - before.date()).days, _minutes(after.time()) - _minutes(before.time())


def span_on(day: date, starts: time, ends: time, zone_name: str) -> tuple[datetime, datetime]:
    """UTC start and end of wall times on a day; an end at or before the start lies on the next day."""
    last = day + timedelta(days=1) if ends <= starts else day
    return (
        local_instant(datetime.combine(day, starts), zone_name),
        local_instant(datetime.combine(last, ends), zone_name),
    )


def _minutes(wall: time) -> int:
    return wall.hour * 60 + wall.minute
