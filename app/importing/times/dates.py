"""Dates and times as people's tools write them: eight languages, 12 and 24 hours, serials, zones."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from app.importing.times.clock import ClockTime, read_clock
from app.importing.times.months import month_of
from app.importing.times.spoken import day_and_spoken_hour
from app.importing.times.weekdays import weekday_of

_YEAR_FIRST = re.compile(
    r"^(?:[^\W\d_]+\.?,?\s+)?(\d{4})\s?([-/. ]|年)\s?(\d{1,2})\s?([-/. ]|月)\s?(\d{1,2})日?$"
)
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
_WEEKDAY = r"(?:[^\W\d_]+\.?,?\s+)?"
NUMERIC = re.compile(rf"^{_WEEKDAY}(\d{{1,2}})([/.\-])\s?(\d{{1,2}})\2\s?(\d{{4}}|\d{{2}})(?:\.|\s?r\.)?$")
_DAY_MONTH = re.compile(
    rf"^{_WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th|er|º|°|\.)?[\s/\-.]*(?:de\s+|of\s+)?([^\W\d_]+)\.?[\s/\-.,]*"
    r"(?:de\s+|del\s+)?(\d{4}|\d{2})(?:\s?r\.)?$",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"^{_WEEKDAY}([^\W\d_]+)\.?[\s/\-.]*(\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|[\s/\-.]+)(\d{{4}}|\d{{2}})$",
    re.IGNORECASE,
)
_YEAR_MONTH_NAME = re.compile(r"^(\d{4})[\s/\-.]+([^\W\d_]+)\.?[\s/\-.]+(\d{1,2})$")
_UNIX_TAIL = re.compile(r"^(.*?)((?:\s+[A-Za-z]{2,5}|\s+[+-]\d{4})?)\s+(\d{4})$")
_ZONE_LAST = re.compile(r"^(\S+)\s+(\d{4})\s+([A-Z]{2,5}|[+-]\d{4})$")
_DOTTED_CLOCK = re.compile(
    r"^(.*?\d{2})[\s,T]+(\d{1,2}[.h]\d{2}(?:\.\d{2}(?:\.\d{1,9})?)?"
    r"(?:\s?[ap]\.?m\.?)?(?:\s?[+-]\d{2}:?\d{2})?)$",
    re.IGNORECASE,
)
"""Oracle writes 28-NOV-26 09.14.03.000000 PM, and the zone behind it."""
_SERIAL = re.compile(r"^\d{5}(?:[.,]\d+)?$")
_UNPARTED = re.compile(r"^(\d{8})[T ]?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?$")
_CLOCK_FIRST = re.compile(r"^(\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?)[\s,]+(.*\d)$", re.IGNORECASE)
_HALF_BEFORE = re.compile(r"^(.*\d)[\s,]+(ÖÖ|ÖS|AM|PM)$", re.IGNORECASE)
_WEEKDAY_LAST = re.compile(r"^(.*\d),?\s+\(?([^\W\d_]+)\)?$")
_EPOCH = re.compile(r"^(\d{10}|\d{13})(?:\.0+)?$")
_JOINING = re.compile(
    r"[\s,]+(?:at|um|a las|a la|às|as|à|alle ore|alle|ore|o godz\.|godz\.|o|kl\.?|saat|-|@|/)?[\s,]*$",
    re.IGNORECASE,
)
_MARKED = re.compile(r"^(.*\d)(?:\s?A|\s?\*)+$")
"""Of the dates of Primavera's plans the actual ones have an A behind them, those that are set a star."""
_NAMED_OFFSET = re.compile(r"(?<=[+-]\d{4}) [A-Z]{3,5}$")
"""The name that Go writes after an offset: "2026-11-28 21:14:03 +0000 UTC"."""
_SERIAL_ORIGIN = datetime(1899, 12, 30, tzinfo=UTC)
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000
_CENTURY_TURNS_AT = 70
"""Two-digit years from 70 are of the 1900s, as POSIX has it."""


_MOST_REMEMBERED = 20_000
"""Days, hours and clock times that a column's reader remembers; a long list has more of them."""
_FIRST_INSTANT, _LAST_INSTANT = (
    datetime(1, 1, 1, 12, tzinfo=UTC),
    datetime(9999, 12, 31, 9, tzinfo=UTC),
)
"""Zones are up to twelve hours behind UTC, and up to fourteen ahead; and an hour has minutes."""
_LAST_HOUR = 23
_MIDNIGHT = ClockTime(0, 0, 0, 0, None)


def _past_the_hour(clock: ClockTime) -> timedelta:
    return timedelta(minutes=clock.minute, seconds=clock.second, microseconds=clock.microsecond)


class DateReader:
    """Reads the cells of one column. Remembers what it read, because columns repeat days and hours.

    `order` is "dmy", "mdy" or "ymd", used where digits alone do not tell; `zone` is the IANA name for times
    that carry no zone of their own.
    """

    def __init__(self, order: str, zone: str) -> None:
        self._order = order
        self._zone = ZoneInfo(zone)
        self._days: dict[str, date | None] = {}
        self._clocks: dict[str, tuple[ClockTime, timedelta] | None] = {"": (_MIDNIGHT, timedelta())}
        self._hours: dict[tuple[str, int], datetime | None] = {}

    def instant(self, text: str) -> datetime | None:
        """The instant in UTC; a day without a time is its midnight in the zone. None when not readable."""
        head, _, tail = text.partition(" ")
        clock = self._clocks.get(tail)
        if clock is not None and clock[0].offset_minutes is None:
            start = self._hours.get((head, clock[0].hour))
            if start is not None:
                return start + clock[1]
        head, tail = split_clock(text)
        if self._day(head) is None:
            return self._slow(text)
        clock = self._clock(tail)
        return self._on_day(head, clock) if clock else self._slow(text)

    def day(self, text: str) -> date | None:
        """The calendar day as written, whatever the zone of the time beside it."""
        head, _, tail = text.partition(" ")
        day = self._days.get(head)
        if day is not None and self._clocks.get(tail):
            return day
        head, tail = split_clock(text)
        day = self._day(head)
        if day is not None and self._clock(tail):
            return day
        instant = self._slow(text)
        return None if instant is None else instant.astimezone(self._zone).date()

    def whole_day(self, text: str) -> date | None:
        """The calendar day of a text that names no time beside it; None for others."""
        head, tail = split_clock(text)
        return None if tail else self._day(head)

    def _day(self, head: str) -> date | None:
        if head in self._days:
            return self._days[head]
        if len(self._days) > _MOST_REMEMBERED:
            self._days.clear()
        found = self._days[head] = read_day(head, self._order)
        return found

    def _clock(self, tail: str) -> tuple[ClockTime, timedelta] | None:
        if tail in self._clocks:
            return self._clocks[tail]
        if len(self._clocks) > _MOST_REMEMBERED:
            self._clocks = {"": (_MIDNIGHT, timedelta())}
        found = read_clock(tail)
        kept = None if found is None else (found, _past_the_hour(found))
        self._clocks[tail] = kept
        return kept

    def _on_day(self, head: str, clock: tuple[ClockTime, timedelta]) -> datetime | None:
        """The instant of a clock time on the day named by `head`; hours in the zone are worked out once."""
        day, time = self._day(head), clock[0]
        if day is None:
            return None
        try:
            if time.hour > _LAST_HOUR:
                day, time = day + timedelta(days=1), time._replace(hour=0)
            if time.offset_minutes is not None:
                written = datetime(day.year, day.month, day.day, time.hour, tzinfo=UTC)
                return showable(written + clock[1] - timedelta(minutes=time.offset_minutes))
            key = (head, clock[0].hour)
            if key not in self._hours:
                if len(self._hours) > _MOST_REMEMBERED:
                    self._hours.clear()
                local = datetime(day.year, day.month, day.day, time.hour, tzinfo=self._zone)
                self._hours[key] = showable(local.astimezone(UTC))
            start = self._hours[key]
            return None if start is None else start + clock[1]
        except (ValueError, OverflowError):
            return None

    def _in_utc(self, head: str, text: str) -> datetime | None:
        clock = self._clock(text)
        return self._on_day(head, clock) if clock else None

    def _slow(self, text: str) -> datetime | None:
        """Rarer writings: times dotted or before the day, digits alone, Unix `date` output, spreadsheet
        serials, seconds since 1970."""
        stripped = _NAMED_OFFSET.sub("", _MARKED.sub(r"\1", " ".join(text.split())))
        try:
            if _SERIAL.match(stripped):
                return self._from_serial(float(stripped.replace(",", ".")))
            if epoch := _EPOCH.match(stripped):
                seconds = int(epoch[1]) / (1000 if len(epoch[1]) == 13 else 1)
                return datetime.fromtimestamp(seconds, UTC)
        except (ValueError, OverflowError, OSError):
            return None
        parted = parted_otherwise(stripped)
        if parted and (found := self._in_utc(*parted)):
            return found
        dotted = _DOTTED_CLOCK.match(stripped)
        if dotted:
            return self._in_utc(dotted.group(1).rstrip(" ,"), dotted.group(2))
        head, tail = split_clock(stripped)
        if stripped != text and self._clock(tail):
            return self._in_utc(head, tail)
        unix = _UNIX_TAIL.match(tail)
        if unix:
            return self._in_utc(f"{head} {unix.group(3)}", unix.group(1) + unix.group(2))
        zone_last = _ZONE_LAST.match(tail)
        if zone_last:
            return self._in_utc(f"{head} {zone_last.group(2)}", f"{zone_last.group(1)} {zone_last.group(3)}")
        return None

    def _from_serial(self, serial: float) -> datetime | None:
        if not _FIRST_SERIAL <= serial <= _LAST_SERIAL:
            return None
        local = _SERIAL_ORIGIN + timedelta(seconds=round(serial * 86_400))
        return local.replace(tzinfo=self._zone).astimezone(UTC)


def showable(instant: datetime) -> datetime | None:
    """The instant in UTC; None in the first and last hours there are, when not every zone has a day."""
    return instant if _FIRST_INSTANT <= instant <= _LAST_INSTANT else None


def parted_otherwise(text: str) -> tuple[str, str] | None:
    """The day and the clock time of "20240301T220000Z", "22:00 01.03.2024", "01.03.2024 ÖS 10:00" and
    "1 Mart 2024 Cuma 22:00", and of hours as people say them; None for what is written otherwise."""
    unparted = _UNPARTED.match(text)
    if unparted:
        day, hour, minute, second, zone = unparted.groups("")
        return day, f"{hour}:{minute}:{second or '00'}{zone}"
    clock_first = _CLOCK_FIRST.match(text)
    if clock_first and ":" not in clock_first.group(2):
        return clock_first.group(2), clock_first.group(1)
    head, tail = split_clock(text)
    half_before = _HALF_BEFORE.match(head)
    if half_before and tail:
        return half_before.group(1), f"{tail} {half_before.group(2)}"
    weekday_last = _WEEKDAY_LAST.match(head)
    if weekday_last and weekday_of(weekday_last.group(2)) is not None:
        return weekday_last.group(1), tail
    return day_and_spoken_hour(text)


def split_clock(text: str) -> tuple[str, str]:
    """The part that names the day and the part from the hour on ("" when there is no time)."""
    colon = text.find(":")
    if colon < 0:
        return text.strip(), ""
    if not text.isascii():
        text = text.replace("\u202f", " ").replace("\u00a0", " ")
    space = max(text.rfind(" ", 0, colon - 1), text.rfind("T", 0, colon), text.rfind(",", 0, colon))
    head = text[:space] if space >= 0 else ""
    return _tidied(head), text[space + 1 :].strip()


def _tidied(head: str) -> str:
    if head[-1:].isdigit() and not head[:1].isspace():
        return head
    return _JOINING.sub("", head + " ").strip(" \t\n,")


def read_day(text: str, order: str) -> date | None:
    """A calendar day from its written form; None when this is no day."""
    try:
        found = NUMERIC.match(text)
        if found:
            return _numeric_day(int(found.group(1)), int(found.group(3)), found.group(4), order)
        found = _YEAR_FIRST.match(text)
        if found:
            return date(int(found.group(1)), int(found.group(3)), int(found.group(5)))
        found = _COMPACT.match(text)
        if found:
            return date(*(int(part) for part in found.groups()))
        return _named_day(text)
    except ValueError:
        return None


def _numeric_day(first: int, second: int, third: str, order: str) -> date | None:
    """Digits only: what can be read one way alone is read that way, the rest by the column's order."""
    if len(third) == 2 and (first > 31 or order == "ymd"):
        return date(full_year(f"{first:02d}"), second, int(third))
    year = full_year(third)
    if first > 12 >= second:
        return date(year, second, first)
    if second > 12 >= first:
        return date(year, first, second)
    return date(year, first, second) if order == "mdy" else date(year, second, first)


def _named_day(text: str) -> date | None:
    found = _DAY_MONTH.match(text)
    if found and (month := month_of(found.group(2))):
        return date(full_year(found.group(3)), month, int(found.group(1)))
    found = _MONTH_DAY.match(text)
    if found and (month := month_of(found.group(1))):
        return date(full_year(found.group(3)), month, int(found.group(2)))
    found = _YEAR_MONTH_NAME.match(text)
    if found and (month := month_of(found.group(2))):
        return date(int(found.group(1)), month, int(found.group(3)))
    return None


def full_year(digits: str) -> int:
    """A year of four digits from two or four."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (1900 if year >= _CENTURY_TURNS_AT else 2000)
