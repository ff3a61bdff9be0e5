"""The dates of a calendar's recurrence rule (RFC 5545), safe from rules that no day ever meets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from math import prod

_FINER_THAN_AN_HOUR = ("MINUTELY", "SECONDLY")
_FINER_THAN_A_DAY = ("HOURLY", *_FINER_THAN_AN_HOUR)
_OF_DAYS = ("BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYDAY")
_LOOKED_AT = 5_000
"""Steps of days or weeks looked at before a rule counts as one that none meets."""
_AHEAD = timedelta(days=50 * 366)
"""How far from its start a rule is followed: dates of the next generation belong in no calendar of today."""
_AHEAD_BY_CLOCK = {
    "HOURLY": timedelta(days=5 * 366),
    "MINUTELY": timedelta(days=61),
    "SECONDLY": timedelta(days=1),
}
"""How far one that recurs by the clock is: each of its hours, minutes or seconds is tried."""
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def dates_by(rule: str, start: datetime, last: datetime | None, most: int) -> tuple[list[datetime], bool]:
    """The first `most` dates of a rule from a start without a zone, up to `last` and for fifty years, or less
    where it recurs by the clock; and whether there are more. The start alone where the rule never comes true,
    and of one that tries each minute or second of days that may be years apart.

    Raises ValueError for what is no rule.
    """
    from dateutil.rrule import rrulestr

    parts = dict(part.upper().split("=", 1) for part in rule.split(";") if "=" in part)
    parts.pop("UNTIL", None)
    if int(parts.get("INTERVAL", "1")) < 1:
        raise ValueError(f"A rule repeats every {parts['INTERVAL']} times")
    made = rrulestr(";".join(f"{name}={value}" for name, value in parts.items()), dtstart=start)
    often = parts.get("FREQ", "")
    if often in _FINER_THAN_AN_HOUR and not parts.keys().isdisjoint(_OF_DAYS):
        return [start], True
    if _never_comes(parts, start):
        return [start], False
    ahead = _AHEAD_BY_CLOCK.get(often, _AHEAD)
    found: list[datetime] = []
    for moment in made:
        if last is not None and moment > last:
            break
        if len(found) == most or moment - start > ahead:
            return found, True
        found.append(moment)
    return found, False


def _never_comes(parts: dict[str, str], start: datetime) -> bool:
    """Whether no day that the rule looks at is one it asks for, as with every day that is 30 February."""
    often = parts.get("FREQ", "")
    if "BYSETPOS" in parts and often in ("DAILY", "WEEKLY", *_FINER_THAN_A_DAY):
        times = prod(parts.get(name, "0").count(",") + 1 for name in ("BYHOUR", "BYMINUTE", "BYSECOND"))
        days = len(_WEEKDAYS) if often == "WEEKLY" else 1
        if all(abs(place) > times * days for place in _numbers(parts, "BYSETPOS")):
            return True
    asks = not parts.keys().isdisjoint(_OF_DAYS)
    return asks and not any(_is_asked_for(day, parts) for day in _days(often, parts, start.date()))


def _days(often: str, parts: dict[str, str], first: date) -> Iterator[date]:
    """The days that a rule looks at, for some thousand steps; of months and years all days there are."""
    interval = max(1, int(parts.get("INTERVAL", "1"))) if often in ("DAILY", "WEEKLY") else 1
    step = timedelta(days=interval * (7 if often == "WEEKLY" else 1))
    together = 7 if often == "WEEKLY" else 1
    begin = first - timedelta(days=first.weekday()) if often == "WEEKLY" else first
    try:
        most = _AHEAD_BY_CLOCK[often].days if often in _AHEAD_BY_CLOCK else _LOOKED_AT
        for _ in range(_AHEAD.days if often in ("MONTHLY", "YEARLY") else most):
            yield from (begin + timedelta(days=one) for one in range(together))
            begin += step
    except OverflowError:
        return


def _is_asked_for(day: date, parts: dict[str, str]) -> bool:
    following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    days_of_month = (following - timedelta(days=1)).day
    in_year, year_days = day.timetuple().tm_yday, date(day.year, 12, 31).timetuple().tm_yday
    weeks = date(day.year, 12, 28).isocalendar().week
    week = day.isocalendar().week
    seen = (
        ("BYMONTH", {day.month}),
        ("BYMONTHDAY", {day.day, day.day - days_of_month - 1}),
        ("BYYEARDAY", {in_year, in_year - year_days - 1}),
        ("BYWEEKNO", {week, week - weeks - 1}),
    )
    if not all(name not in parts or met & set(_numbers(parts, name)) for name, met in seen):
        return False
    weekdays = [one[-2:] for one in parts.get("BYDAY", "").split(",") if one]
    return not weekdays or _WEEKDAYS[day.weekday()] in weekdays


def _numbers(parts: dict[str, str], name: str) -> list[int]:
    return [int(one) for one in parts.get(name, "").split(",") if one.strip()]
