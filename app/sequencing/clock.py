"""Clock times of the editor's cells: local wall time of the window to its minutes, and back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from app.sequencing.errors import ClockTextError
from app.sequencing.parsing import parse_duration

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:\s*[:.h]\s*(?P<minute>\d{2})?|(?P<packed>\d{2}))?\s*(?P<half>am|pm)?"
    r"(?:\s*(?P<days>[+\-]\d{1,2})\s*d?)?$"
)
_RELATIVE = re.compile(r"(?P<sign>[+\-])\s*(?P<length>.+)$")
_DAYS_AROUND = range(-2, 15)


class ClockEntry(NamedTuple):
    """A typed clock time: minutes from the window's start, and whether it was marked as fixed ("F")."""

    minute: int
    is_fixed: bool


@dataclass(frozen=True, slots=True)
class WindowClock:
    """The wall clock of a window: its start instant (aware), its zone and its true length in minutes."""

    start_instant: datetime
    zone_name: str
    window_minutes: int

    def local(self, minute: int) -> datetime:
        """The local time at a minute of the window, as an aware datetime in the window's zone."""
        instant = self.start_instant.astimezone(UTC) + timedelta(minutes=minute)
        return instant.astimezone(ZoneInfo(self.zone_name))

    def minute_at(self, wall_time: time, day_offset: int) -> int:
        """The minute of a wall time, days counted from the local date of the window's start.

        A wall time that does not exist moves forward with the clocks; one that occurs twice is the first.
        """
        day = self.local(0).date() + timedelta(days=day_offset)
        moment = datetime.combine(day, wall_time, ZoneInfo(self.zone_name)).astimezone(UTC)
        return int((moment - self.start_instant).total_seconds() // 60)

    def nearest_minute(self, wall_time: time) -> int:
        """The occurrence of a wall time in the window, else the one nearest to it; of equals the earlier."""
        candidates = [self.minute_at(wall_time, days) for days in _DAYS_AROUND]
        return min(candidates, key=lambda m: (max(0, -m, m - self.window_minutes), m))


def parse_clock(text: str, clock: WindowClock) -> ClockEntry:
    """The minute of "22:15", "2215", "22h15", "10:15 pm", "02:00 +1" (next day), "+1:30" or "F 22:00".

    "F" before the time marks a fixed start; "+" or "-" alone counts from the window's start. A bare time is
    the one in the window, or the nearest to it. Raises ClockTextError with what may be typed.
    """
    cleaned = text.strip().lower()
    is_fixed = cleaned.startswith("f")
    if is_fixed:
        cleaned = cleaned[1:].strip()
    if match := _RELATIVE.match(cleaned):
        try:
            length = parse_duration(match["length"])
        except ValueError as error:
            raise _refused(text) from error
        return ClockEntry(length if match["sign"] == "+" else -length, is_fixed)
    match = _CLOCK.match(cleaned)
    if match is None:
        raise _refused(text)
    hour, minute = int(match["hour"]), int(match["minute"] or match["packed"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            raise _refused(text)
        hour = hour % 12 + (12 if match["half"] == "pm" else 0)
    if hour > 23 or minute > 59:
        raise _refused(text)
    if match["days"]:
        return ClockEntry(clock.minute_at(time(hour, minute), int(match["days"])), is_fixed)
    return ClockEntry(clock.nearest_minute(time(hour, minute)), is_fixed)


@lru_cache(maxsize=8192)
def format_clock(minute: int, clock: WindowClock, is_fixed: bool = False) -> str:
    """A minute as local wall time "22:15", with the day "+1" where the bare time would mean another one."""
    local = clock.local(minute)
    wall_time = local.time().replace(fold=0)
    text = f"{local:%H:%M}"
    if clock.nearest_minute(wall_time) != minute:
        days = (local.date() - clock.local(0).date()).days
        if clock.minute_at(wall_time, days) == minute:
            text += f" {days:+d}"
        else:  # the second of two equal wall times, when clocks go back
            text = f"{'-' if minute < 0 else '+'}{abs(minute) // 60}:{abs(minute) % 60:02d}"
    return f"F {text}" if is_fixed else text


def _refused(text: str) -> ClockTextError:
    return ClockTextError(
        f"“{text.strip()}” is not a time. Type 22:15, F 22:00 for a fixed start, or +1:30 from the start."
    )
