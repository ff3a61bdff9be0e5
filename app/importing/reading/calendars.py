"""Calendar files (iCalendar, RFC 5545) as tables: one row an event, recurring ones once for each date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

from app.importing.errors import UnreadableList
from app.importing.proposing.entries import FREEZE, WINDOW, entry_said
from app.importing.reading.calendar_notes import CANCEL_HERE, MOST_OCCURRENCES, told_of_events
from app.importing.reading.calendar_rules import dates_by
from app.importing.reading.encodings import decode
from app.importing.table import Table
from app.importing.times.zone_names import zone_behaving_as, zone_called
from app.importing.words.holidays import OF_HOLIDAYS, are_holidays, says_holidays

HEADERS = ("UID", "Title", "Start", "End", "Time zone", "Description", "Location", "Categories")
_PLACED = ("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE")
_FAULTS = (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError)
"""What a calendar reader raises where a file or an event is not as RFC 5545 has it."""
_DAY = timedelta(days=1)
_UTC = ZoneInfo("UTC")


def is_calendar(data: bytes) -> bool:
    """Whether the bytes are an iCalendar file, in an encoding of one byte or two a letter."""
    start = data[:400].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    return start.lstrip().upper().startswith(b"BEGIN:VCALENDAR")


def read_calendar(data: bytes) -> Table:
    """The events of a calendar by start; whole days run from midnight to midnight of the calendar's zone.
    Times of no zone are left without one.

    Titles stand under "Freeze" where most of them speak of one and none of a window, and where they are
    public holidays. Of an event that recurs for very long, the first 200 dates of fifty years are read, which
    the warnings say. Cancelled events are passed over. Raises `UnreadableList` for damaged files and
    calendars without events.
    """
    import icalendar

    try:
        decoded = decode(data)
        calendars = icalendar.Calendar.from_ical(decoded.text, multiple=True)
        events = [(event, _zone_of_all(one)) for one in calendars for event in one.walk("VEVENT")]
        unknown = [name for event, _ in events for name in _name_zones(event)]
        moved = {
            (_text(one, "UID"), _utc(one["RECURRENCE-ID"].dt, said or _UTC))
            for one, said in events
            if "RECURRENCE-ID" in one
        }
    except _FAULTS as fault:
        raise _damaged(str(fault)) from fault
    if not calendars:
        raise _damaged("it is cut off")
    rows: list[tuple[str, ...]] = []
    cut, odd = [], []
    for event, said in events:
        try:
            found, is_cut = _rows(event, said or _UTC, moved, said is None)
            rows += found
            cut += [_text(event, "SUMMARY")] if is_cut else []
        except _FAULTS as fault:
            odd.append(f"{_text(event, 'SUMMARY')[:60] or 'without a title'} ({str(fault)[:80]})")
    if odd and not rows:
        raise _damaged(odd[0])
    cancelled = [_text(event, "SUMMARY") for event, _ in events if _is_cancelled(event)]
    if not rows and cancelled:
        raise UnreadableList("All events of the calendar are cancelled", mend=CANCEL_HERE)
    if not rows:
        raise UnreadableList("The calendar holds no events", mend="Export a calendar with events in it.")
    rows.sort(key=lambda row: (row[2], row[0]))
    entries = [entry_said(f"{row[1]} {row[7]}") for row in rows]
    names = [str(one.get("X-WR-CALNAME", "")) for one in calendars]
    are_free_days = not any(entries) and _are_holidays(names, rows)
    are_freezes = are_free_days or (entries.count(FREEZE) * 2 > len(rows) and WINDOW not in entries)
    headers = (HEADERS[0], "Freeze", *HEADERS[2:]) if are_freezes else HEADERS
    told = (
        *decoded.warnings,
        *told_of_events(cut, odd, unknown, cancelled),
        *((OF_HOLIDAYS,) if are_free_days else ()),
    )
    numbers = list(range(1, len(rows) + 1))
    return Table(decoded.encoding, "", headers, rows, numbers, warnings=told, as_it_stands=False)


def _are_holidays(names: Sequence[str], rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether calendars are of public holidays, as their names say, or most of their events do."""
    if all(map(says_holidays, names)):
        return True
    called = sum(says_holidays(f"{row[5]} {row[7]}") for row in rows)
    return called * 2 > len(rows) or are_holidays([row[1] for row in rows])


def _damaged(why: str) -> UnreadableList:
    return UnreadableList(
        "The calendar file is damaged",
        " ".join(why.split())[:120],
        "Export the calendar again and choose that file.",
    )


def _is_cancelled(event: Any) -> bool:
    return _text(event, "STATUS").upper() == "CANCELLED"


def _rows(
    event: Any, zone: tzinfo, moved: set[tuple[str, datetime]], is_zone_open: bool
) -> tuple[list[tuple[str, ...]], bool]:
    """A row for each date of an event, and whether there are more dates than were read.

    Days and times that name no zone are in `zone`; where that `is_zone_open`, they are told without one.
    """
    if _is_cancelled(event):
        return [], False
    begin = event["DTSTART"].dt
    is_floating = is_zone_open and (not isinstance(begin, datetime) or begin.tzinfo is None)
    shown = "" if is_floating else _zone_of(begin, zone)
    uid = _text(event, "UID")
    recurs = "RRULE" in event or "RDATE" in event
    occurrences, is_cut = _occurrences(event, begin, _length(event, begin, zone))
    rows: list[tuple[str, ...]] = []
    for start, length in occurrences:
        instant = _utc(start, zone)
        if "RECURRENCE-ID" not in event and recurs and (uid, instant) in moved:
            continue
        key = uid
        if recurs:
            key = f"{uid} {start:%Y-%m-%d}"
        elif "RECURRENCE-ID" in event:
            key = f"{uid} {event['RECURRENCE-ID'].dt:%Y-%m-%d}"
        end = _utc(start + length, zone) if not isinstance(start, datetime) else instant + length
        said = (_text(event, "DESCRIPTION"), _text(event, "LOCATION"), _categories(event))
        ends = (_told_as(instant, is_floating), _told_as(end, is_floating))
        rows.append((key, _text(event, "SUMMARY"), *ends, shown, *said))
    return rows, is_cut


def _occurrences(
    event: Any, begin: date | datetime, length: timedelta
) -> tuple[list[tuple[date | datetime, timedelta]], bool]:
    """Starts and lengths of an event, in its own terms: by its rule and by the dates it adds (RDATE), less
    those it takes out (EXDATE); recurrence goes by the clocks on its wall (RFC 5545, section 3.8.5). Second,
    whether its rule has more dates."""
    zone = begin.tzinfo if isinstance(begin, datetime) else None
    excluded = {
        _wall(one.dt, zone) if isinstance(one.dt, datetime) else one.dt
        for group in _as_list(event.get("EXDATE"))
        for one in group.dts
    }
    found: dict[datetime, tuple[date | datetime, timedelta]] = {}
    by_rule, is_cut = _by_rule(event, begin)
    for start, own in chain(((start, length) for start in by_rule), _added(event, length, zone)):
        wall = _wall(start, zone)
        if wall not in excluded and wall.date() not in excluded:
            found.setdefault(wall, (start, own))
    return [found[wall] for wall in sorted(found)], is_cut


def _added(event: Any, length: timedelta, zone: tzinfo | None) -> Iterator[tuple[date | datetime, timedelta]]:
    """What RDATE adds: instants and days of the event's length, and periods of their own."""
    for group in _as_list(event.get("RDATE")):
        for one in group.dts:
            if not isinstance(one.dt, tuple):
                yield one.dt, length
                continue
            start, end = one.dt
            lasts = end if isinstance(end, timedelta) else _wall(end, zone) - _wall(start, zone)
            yield start, lasts


def _by_rule(event: Any, begin: date | datetime) -> tuple[list[date | datetime], bool]:
    """The dates of an event's rule, its start alone where it has none; and whether there are more."""
    if "RRULE" not in event:
        return [begin], False
    is_day = not isinstance(begin, datetime)
    zone = begin.tzinfo if isinstance(begin, datetime) else None
    wall = _wall(begin, zone) if isinstance(begin, datetime) else datetime.combine(begin, time())
    until = event["RRULE"].get("UNTIL")
    last = None if not until else _wall(_end_of(until[0]), zone)
    moments, is_cut = dates_by(event["RRULE"].to_ical().decode(), wall, last, MOST_OCCURRENCES)
    return [moment.date() if is_day else moment.replace(tzinfo=zone) for moment in moments], is_cut


def _end_of(moment: date | datetime) -> datetime:
    """The last second of a day; an instant as it is."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time(23, 59, 59))


def _wall(moment: date | datetime, zone: tzinfo | None) -> datetime:
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    if moment.tzinfo is not None and zone is not None:
        moment = moment.astimezone(zone)
    return moment.replace(tzinfo=None)


def _length(event: Any, begin: date | datetime, zone: tzinfo) -> timedelta:
    if "DTEND" in event:
        end = event["DTEND"].dt
        if not isinstance(begin, datetime) and not isinstance(end, datetime):
            days: timedelta = end - begin
            return days
        return _utc(end, zone) - _utc(begin, zone)
    if "DURATION" in event:
        duration: timedelta = event["DURATION"].dt
        return duration
    return timedelta() if isinstance(begin, datetime) else _DAY


def _utc(moment: date | datetime, zone: tzinfo) -> datetime:
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    return (moment.replace(tzinfo=zone) if moment.tzinfo is None else moment).astimezone(UTC)


def _told_as(instant: datetime, is_floating: bool) -> str:
    return (instant.replace(tzinfo=None) if is_floating else instant).isoformat()


def _zone_of(begin: date | datetime, zone: tzinfo) -> str:
    """The name of the zone in which an event is shown: its own, else the calendar's."""
    own = begin.tzinfo if isinstance(begin, datetime) else None
    return str(getattr(own, "key", None) or (_name_of(own) if own else None) or getattr(zone, "key", "UTC"))


def _name_of(zone: tzinfo) -> str | None:
    """The IANA name of a zone that the calendar itself describes: by what it is called, or by its clocks."""
    called = re.search(r"'(.*)'", repr(zone))
    return (zone_called(called[1]) if called else None) or zone_behaving_as(zone)


def _name_zones(event: Any) -> Iterator[str]:
    """Put times into the zones that they are said to be in, where the calendar does not describe these;
    gives the names that tell no zone."""
    for place in _PLACED:
        for one in _as_list(event.get(place)):
            name = str(one.params.get("TZID", ""))
            times = [one] if hasattr(one, "dt") else list(getattr(one, "dts", ()))
            bare = [time for time in times if isinstance(time.dt, datetime) and time.dt.tzinfo is None]
            if not name or not bare:
                continue
            zone = zone_called(name)
            if zone is None:
                yield name
                continue
            for time_without in bare:
                time_without.dt = time_without.dt.replace(tzinfo=ZoneInfo(zone))


def _zone_of_all(calendar: Any) -> tzinfo | None:
    """The zone of whole days and of times that name none: the calendar's own, else the one that it describes
    alone, UTC apart; None where it says neither."""
    said = zone_called(str(calendar.get("X-WR-TIMEZONE", "")))
    if said is None:
        described = {
            zone_called(str(one.get("TZID", ""))) or zone_behaving_as(one.to_tz())
            for one in calendar.walk("VTIMEZONE")
        }
        told = described - {"UTC"} or described
        said = told.pop() if len(told) == 1 else None
    return ZoneInfo(said) if said else None


def _text(event: Any, name: str) -> str:
    return str(event.get(name, "") or "").strip()


def _categories(event: Any) -> str:
    names = [
        str(one) for group in _as_list(event.get("CATEGORIES")) for one in getattr(group, "cats", [group])
    ]
    return "; ".join(names)


def _as_list(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]
