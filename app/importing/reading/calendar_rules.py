"""The dates of a calendar's recurrence rule (RFC 5545), safe from rules that no day ever meets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from math import prod

_FINER_THAN_A_DAY = ("HOURLY", "MINUTELY", "SECONDLY")
_LOOKED_AT = 5_000
"""Steps of days or weeks looked at before a rule counts as one that none meets."""
_AHEAD = timedelta(days=50 * 366)
"""How far from its start a rule is followed: dates of the next generation belong in no calendar of today."""
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def dates_by(rule: str, start: datetime, last: datetime | None, most: int) -> tuple[list[datetime], bool]:
    """The first `most` dates of a rule from a start without a zone, up to `last` and for fifty years; and
    whether there are more. The start alone where the rule never comes true.

    Raises ValueError for what is no rule.
    """
    from dateutil.rrule import rrulestr

    parts = dict(part.upper().split("=", 1) for part in rule.split(";") if "=" in part)
    parts.pop("UNTIL", None)
    if int(parts.get("INTERVAL", "1")) < 1:
        raise ValueError(f"A rule repeats every {parts['INTERVAL']} times")
    made = rrulestr(";".join(f"{name}={value}" for name, value in parts.items()), dtstart=start)
    if _never_comes(parts, start):
        return [start], False
    found: list[datetime] = []
    for moment in made:
        if last is not None and moment > last:
            break
        if len(found) == most or moment - start > _AHEAD:
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
    asked = {name for name in ("BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYDAY") if name in parts}
    return bool(asked) and not any(_is_asked_for(day, parts) for day in _days(often, parts, start.date()))


def _days(often: str, parts: dict[str, str], first: date) -> Iterator[date]:
    """The days that a rule looks at, for some thousand steps; of months and years all days there are."""
    interval = max(1, int(parts.get("INTERVAL", "1"))) if often in ("DAILY", "WEEKLY") else 1
    step = timedelta(days=interval * (7 if often == "WEEKLY" else 1))
    together = 7 if often == "WEEKLY" else 1
    begin = first - timedelta(days=first.weekday()) if often == "WEEKLY" else first
    try:
        for _ in range(_AHEAD.days if often in ("MONTHLY", "YEARLY") else _LOOKED_AT):
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
