"""When something begins or ends as plans write it: an instant, or a clock time or "T+30" to be counted from
a day or from the start of the night."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app.importing.fields import SPANS
from app.importing.times.clock import read_clock
from app.importing.times.dates import DateReader, showable
from app.importing.times.spoken import spoken_hour

Moment = datetime | date | time | timedelta
"""`date`: a day without a time."""

_MILITARY = re.compile(r"^([01]\d|2[0-3])([0-5]\d)\s*(?:h|hrs?|uhr)\.?$", re.IGNORECASE)
_DISTANCE = re.compile(
    r"^[thz]?\s*([+\-−])\s*(?:(\d{1,3})[:h](\d{2})|(\d{1,4})\s*(m|min|mins|minutes|h|hrs?|hours?|std)?)$",
    re.IGNORECASE,
)

_AT_THE_START = re.compile(r"^[thz]\s*[-+]?\s*0$", re.IGNORECASE)


def moment_of(text: str, dates: DateReader, *, is_end: bool = False) -> Moment | None:
    """The instant, day, clock time or distance from the start that a cell says; None where it says none.

    "22:00", "10:15 PM", "10 PM", "22h00" and "2200 hrs" are clock times; "T-30", "T+1:15" and "H+2h"
    distances, a bare number in minutes. What ends at 24:00 does so when clocks show 0:00 again.
    """
    clock_of = _end_of if is_end else _clock_of
    for read in (dates.whole_day, dates.instant, clock_of, _distance_of):
        found: Moment | None = read(text)
        if found is not None:  # midnight and a distance of nothing are moments, too
            return found
    return None


def _clock_of(text: str) -> time | None:
    found = _MILITARY.match(text)
    if found:
        return time(int(found.group(1)), int(found.group(2)))
    clock = read_clock(text) or read_clock(spoken_hour(text))
    if clock is None or clock.offset_minutes is not None or clock.hour > 23:
        return None
    return time(clock.hour, clock.minute, clock.second)


def _end_of(text: str) -> time | None:
    clock = read_clock(text)
    is_end_of_day = clock is not None and clock.hour > 23 and clock.offset_minutes is None
    return time() if is_end_of_day else _clock_of(text)


def _distance_of(text: str) -> timedelta | None:
    if _AT_THE_START.match(text):
        return timedelta()
    found = _DISTANCE.match(text)
    if not found:
        return None
    sign, hours, minutes, bare, unit = found.groups()
    if hours is not None:
        length = timedelta(hours=int(hours), minutes=int(minutes))
    else:
        in_hours = (unit or "m").lower().startswith(("h", "s"))
        length = timedelta(hours=int(bare)) if in_hours else timedelta(minutes=int(bare))
    return length if sign == "+" else -length


def put_on_days(record: dict[str, Any], kind: str, zone: ZoneInfo) -> None:
    """Make instants of the days, and of the clock times whose day is known, that a record begins and ends at.

    An end before its start is of the next day. A window or freeze lasts to the end of a day without a time.
    An incident of a day alone began with it. The record's own day goes. Records of kinds without a span stay
    as they are.
    """
    if kind not in SPANS:
        return
    start, end = SPANS[kind]
    day = record.pop("day", None)
    if kind == "incidents" and day is not None and record.get(start) is None:
        record[start] = day
    if start in record:
        record[start] = _instant(record[start], day, zone)
    if end in record:
        record[end] = _instant(_lasting(record[end], record.get(start), kind, zone), day, zone)
    for name in (start, end) if kind == "incidents" else ():
        if name in record and not isinstance(record[name], datetime):
            record[name] = None  # a clock time of no day tells nothing


def _lasting(ends: Any, begins: Any, kind: str, zone: ZoneInfo) -> Any:
    """An end that is a clock time or a length counts from the start; one that is a day is over when the
    next begins."""
    if isinstance(ends, time) and isinstance(begins, datetime):
        try:
            return first_after(begins, ends, zone)
        except OverflowError:  # after the last day there is
            return None
    if isinstance(ends, timedelta) and isinstance(begins, datetime) and kind != "activities":
        return begins + ends  # steps count from the start of the night
    is_day = isinstance(ends, date) and not isinstance(ends, datetime)
    if kind in ("windows", "freezes", "calendar") and is_day:
        return ends + timedelta(days=1) if ends < date.max else ends
    return ends


def _instant(moment: Any, day: date | None, zone: ZoneInfo) -> Any:
    """A day's midnight, a clock time of the day; anything else as it is. None for what no calendar has."""
    if isinstance(moment, date) and not isinstance(moment, datetime):
        day, moment = moment, time()
    if not isinstance(moment, time) or day is None:
        return moment
    try:
        return showable(datetime.combine(day, moment, zone).astimezone(UTC))
    except OverflowError:  # the first hours of the year 1 east of Greenwich
        return None


def first_after(instant: datetime, clock: time, zone: ZoneInfo) -> datetime:
    """The first time after an instant that clocks in a zone show `clock`; where they leave it out in spring,
    an hour later. In autumn clocks may show it a second time the same day."""
    day = instant.astimezone(zone).date()
    today = [datetime.combine(day, clock.replace(fold=fold), zone).astimezone(UTC) for fold in (0, 1)]
    tomorrow = datetime.combine(day + timedelta(days=1), clock.replace(fold=0), zone).astimezone(UTC)
    return next((found for found in today if found > instant), tomorrow)


def in_the_night(
    moment: time | timedelta, start: datetime, end: datetime, zone: ZoneInfo, before: timedelta
) -> datetime:
    """The instant of a moment of the night from `start` to `end`.

    A clock time is the first of the night; one that the night does not have may be up to `before` its start.
    """
    if isinstance(moment, timedelta):
        return start + moment
    found = first_after(start - timedelta(microseconds=1), moment, zone)
    earlier = first_after(start - before, moment, zone)
    return earlier if found > end and earlier < start else found
