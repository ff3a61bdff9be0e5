"""Times and durations in words, the same on every desk whatever its language settings."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from app.domain.zones import local

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SHORT_DAY = 3
_WEEK = timedelta(days=7)


def day_words(day: date, *, with_year: bool = False) -> str:
    """'Sat 28 Nov', or 'Sat 28 Nov 2026'."""
    year = f" {day.year}" if with_year else ""
    return f"{DAYS[day.weekday()][:_SHORT_DAY]} {day.day} {MONTHS[day.month - 1]}{year}"


def clock_words(instant: datetime, zone_name: str) -> str:
    """'22:00' by the clocks of a zone."""
    return f"{local(instant, zone_name):%H:%M}"


def zone_word(instant: datetime, zone_name: str) -> str:
    """What the zone is called at an instant: 'CET', or 'UTC+10:30' where it has no letters of its own."""
    moment = local(instant, zone_name)
    name = moment.tzname() or zone_name
    if not name.startswith(("+", "-")):
        return name
    digits = f"{moment:%z}"
    return f"UTC{digits[:3]}:{digits[3:5]}"


def moment_words(instant: datetime, zone_name: str, *, with_year: bool = False) -> str:
    """'Sat 28 Nov, 22:00 CET'."""
    moment = local(instant, zone_name)
    words = day_words(moment.date(), with_year=with_year)
    return f"{words}, {moment:%H:%M} {zone_word(instant, zone_name)}"


def span_words(starts_at: datetime, ends_at: datetime, zone_name: str) -> str:
    """'Sat 28 Nov, 22:00 – Sun 06:00 CET'.

    The day of the end is named where it differs, its date from a week on. Both zone words appear when the
    clocks change in between.
    """
    start, end = local(starts_at, zone_name), local(ends_at, zone_name)
    first, last = zone_word(starts_at, zone_name), zone_word(ends_at, zone_name)
    if start.date() == end.date():
        day = ""
    elif end.date() - start.date() < _WEEK:
        day = f"{DAYS[end.weekday()][:_SHORT_DAY]} "
    else:
        day = f"{day_words(end.date())}, "
    shown = "" if first == last else f" {first}"
    return f"{day_words(start.date())}, {start:%H:%M}{shown} – {day}{end:%H:%M} {last}"


def duration_words(length: timedelta) -> str:
    """'35 min', '2 h 40 min', '8 h', '2 d 3 h': whole minutes; from two days on, whole hours."""
    minutes = int(abs(length) / timedelta(minutes=1))
    sign = "−" if length < timedelta(0) and minutes else ""
    days, hours, rest = minutes // 1440, minutes // 60, minutes % 60
    if days >= 2:
        parts = (f"{days} d", f"{hours - days * 24} h" if hours % 24 else "")
    else:
        parts = (f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else "")
    return sign + " ".join(part for part in parts if part)
