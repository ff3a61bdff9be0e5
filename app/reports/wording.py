"""How packets write times, lengths and words, in the zone of the window."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from app.domain.windows import MaintenanceWindow

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def local(instant: datetime, zone_name: str) -> datetime:
    """An aware instant on the clocks of a zone."""
    return instant.astimezone(ZoneInfo(zone_name))


def day_words(day: date) -> str:
    """'Sat 28 Nov 2026'."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def clock_words(instant: datetime, zone_name: str) -> str:
    """'22:00', with the day before it where that is not asked for by the reader: 'Sat 22:00'."""
    wall = local(instant, zone_name)
    return f"{_DAYS[wall.weekday()]} {wall:%H:%M}"


def instant_words(instant: datetime, zone_name: str) -> str:
    """'Sat 28 Nov 2026, 22:00 CET'."""
    wall = local(instant, zone_name)
    return f"{day_words(wall.date())}, {wall:%H:%M} {wall.tzname()}"


def window_title(window: MaintenanceWindow) -> str:
    """'Sat 28 Nov 2026, 22:00 – Sun 06:00 CET'; both zone names where the clocks change."""
    start, end = local(window.starts_at, window.zone_name), local(window.ends_at, window.zone_name)
    first_zone = f" {start.tzname()}" if start.tzname() != end.tzname() else ""
    last = f"{end:%H:%M}" if end.date() == start.date() else f"{_DAYS[end.weekday()]} {end:%H:%M}"
    return f"{day_words(start.date())}, {start:%H:%M}{first_zone} – {last} {end.tzname()}"


def length_note(window: MaintenanceWindow) -> str:
    """The true length, and what the clocks do meanwhile: '7 h, clocks go forward'."""
    words = minutes_words(minutes_between(window.starts_at, window.ends_at))
    zone = ZoneInfo(window.zone_name)
    before = window.starts_at.astimezone(zone).utcoffset() or timedelta()
    after = window.ends_at.astimezone(zone).utcoffset() or timedelta()
    if after > before:
        return f"{words}, clocks go forward by {minutes_words(_minutes(after - before))}"
    if after < before:
        return f"{words}, clocks go back by {minutes_words(_minutes(before - after))}"
    return words


def minutes_between(start: datetime, end: datetime) -> int:
    """Whole minutes from one instant to another."""
    return _minutes(end.astimezone(UTC) - start.astimezone(UTC))


def minutes_words(minutes: int) -> str:
    """'35 min', '8 h', '1 h 10 min'."""
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else ""
    if not hours:
        return f"{sign}{rest} min"
    return f"{sign}{hours} h {rest} min" if rest else f"{sign}{hours} h"


def counted(number: int, one: str, many: str = "") -> str:
    """'1 change', '31 changes'."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(words: list[str] | tuple[str, ...], most: int = 0) -> str:
    """'a, b and c'; with `most`, 'a, b and 3 more'."""
    shown = list(words)
    if most and len(shown) > most:
        shown = [*shown[:most], f"{len(words) - most} more"]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def _minutes(length: timedelta) -> int:
    return int(length / timedelta(minutes=1))
