"""Instants, spans and durations as the desk writes them, the same in every locale."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
UNITS_IN_MINUTES = {"d": 1440, "h": 60, "m": 1}
PART = re.compile(r"(\d+(?:[.,]\d+)?)\s*(d|h|m)[a-z]*\.?\s*")


def local(instant: datetime, zone_name: str) -> datetime:
    """`instant` (aware) on the clocks of `zone_name`."""
    return instant.astimezone(ZoneInfo(zone_name))


def instant_at(day: date, wall_time: time, zone_name: str) -> datetime:
    """The UTC instant at which clocks in `zone_name` show `wall_time` on `day`.

    A time skipped when clocks go forward moves forward; one that comes twice is the first (RFC 5545, 3.3.5).
    """
    return datetime.combine(day, wall_time.replace(fold=0), ZoneInfo(zone_name)).astimezone(UTC)


def day_text(day: date, *, with_year: bool = False) -> str:
    """'Sat 28 Nov', or 'Sat 28 Nov 2026'."""
    text = f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return f"{text} {day.year}" if with_year else text


def clock_text(instant: datetime, zone_name: str) -> str:
    """'22:00' on the clocks of the zone."""
    return f"{local(instant, zone_name):%H:%M}"


def instant_text(instant: datetime, zone_name: str, *, with_zone: bool = True) -> str:
    """'Sat 28 Nov, 22:00 CET'."""
    wall = local(instant, zone_name)
    text = f"{day_text(wall.date())}, {wall:%H:%M}"
    return f"{text} {wall.tzname()}" if with_zone else text


def span_text(starts_at: datetime, ends_at: datetime, zone_name: str) -> str:
    """'Sat 28 Nov, 22:00 – Sun 06:00 CET'; names the day again only where it differs."""
    start, end = local(starts_at, zone_name), local(ends_at, zone_name)
    far = end.date() - start.date() > timedelta(days=6)
    if end.date() == start.date():
        last = f"{end:%H:%M}"
    else:
        last = f"{day_text(end.date()) if far else DAYS[end.weekday()]} {end:%H:%M}"
    return f"{day_text(start.date())}, {start:%H:%M} – {last} {end.tzname()}"


def duration_text(minutes: int) -> str:
    """'35 min', '1 h 10', '8 h 00', '2 d 3 h'; a negative one has a minus sign before it."""
    sign, minutes = ("−" if minutes < 0 else ""), abs(minutes)
    if minutes < 60:
        return f"{sign}{minutes} min"
    if minutes < 48 * 60:
        return f"{sign}{minutes // 60} h {minutes % 60:02d}"
    days, rest = divmod(minutes, 1440)
    return f"{sign}{days} d {rest // 60} h"


def countdown_text(minutes: int) -> str:
    """'3 h 10 min', '45 min', '2 d 3 h': time that is left."""
    if minutes < 60:
        return f"{minutes} min"
    if minutes < 48 * 60:
        return f"{minutes // 60} h {minutes % 60} min"
    return duration_text(minutes)


def parse_minutes(text: str) -> int | None:
    """Minutes written as '90', '1:30', '1 h 30', '1,5 h', '45 min' or '2 d'; None for anything else."""
    words = text.strip().lower()
    if re.fullmatch(r"\d{1,6}", words):
        return int(words)
    if clock := re.fullmatch(r"(\d{1,4}):([0-5]\d)", words):
        return int(clock[1]) * 60 + int(clock[2])
    total, place, last_unit = 0.0, 0, ""
    while found := PART.match(words, place):
        total += float(found[1].replace(",", ".")) * UNITS_IN_MINUTES[found[2]]
        place, last_unit = found.end(), found[2]
    rest = words[place:].strip()
    if last_unit == "h" and re.fullmatch(r"\d{1,2}", rest):
        return round(total) + int(rest)
    return round(total) if last_unit and not rest else None
