"""The local days a recurrence rule (RFC 5545) falls on, and rules that end, continue or move."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice

from dateutil.rrule import rrulestr

from app.domain.recurrence_reach import can_fall
from app.domain.windows import WindowSeries
from app.domain.zones import local_instant

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_PLAIN_DAYS = re.compile(r"^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$")
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_OF_THE_DAY = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND"})
_OF_THE_CALENDAR = frozenset({"BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"})
_NAMES = _OF_THE_CALENDAR | {"FREQ", "UNTIL", "COUNT", "INTERVAL", "BYDAY", "BYSETPOS", "WKST"}
_UNTIL = re.compile(r"^\d{8}(T\d{6}Z?)?$")
_MOST_DAYS = 50_000  # a daily rule of more than a century
_YEARS_SEARCHED = 41  # 29 February falls on each weekday within 40 years, over 2100 as well
_NEVER = "falls on no day"
_SAFE_DAY = 28  # every month has it


def rule_problem(text: str, first_day: date) -> str:
    """Why a recurrence rule (RFC 5545, without DTSTART) cannot be used; empty when it can."""
    try:
        parts = rule_parts(text)
        if parts.get("FREQ") not in _FREQUENCIES:
            return "The rule needs FREQ=DAILY, WEEKLY, MONTHLY or YEARLY; windows recur in whole days."
        if problem := _parts_problem(parts):
            return problem
        if not can_fall(parts):
            return f"The rule {_NEVER}; check its days and its months."
        last_day = min(first_day, date(date.max.year - _YEARS_SEARCHED, 1, 1)).replace(day=1)
        until = last_day.replace(year=last_day.year + _YEARS_SEARCHED)
        if next(_days(text, first_day, until), None) is None:
            return f"The rule {_NEVER} from {first_day.isoformat()} on; check its days and its end."
    except (ValueError, TypeError, AttributeError) as error:
        return f"The rule is not understood: {error}. An example: FREQ=WEEKLY;BYDAY=SA."
    return ""


def _parts_problem(parts: dict[str, str]) -> str:
    """What RFC 5545 (3.3.10) forbids, or dateutil would take for something else."""
    if parts.keys() & {"RSCALE", "SKIP"}:
        return "RSCALE and SKIP (RFC 7529) are not supported; give the days in the Gregorian calendar."
    if parts.keys() & _OF_THE_DAY:
        return "BYHOUR, BYMINUTE and BYSECOND do not belong here; the series has its own start and end."
    if unknown := sorted(parts.keys() - _NAMES):
        return f"{', '.join(unknown)} is no part of a recurrence rule (RFC 5545); take it out."
    if {"COUNT", "UNTIL"} <= parts.keys():
        return "A rule ends by COUNT or by UNTIL, not by both; take one out."
    for name in ("COUNT", "INTERVAL"):
        if name in parts and not (parts[name].isascii() and parts[name].isdigit() and int(parts[name]) > 0):
            return f"{name}={parts[name]} makes no sense; give a whole number from 1 on."
    if not _UNTIL.match(parts.get("UNTIL", "20260101")):
        return f"UNTIL={parts['UNTIL']} is no day; write it as 20261231."
    if "BYDAY" in parts and parts["FREQ"] in ("DAILY", "WEEKLY") and not _PLAIN_DAYS.match(parts["BYDAY"]):
        return "A daily or weekly rule takes plain weekdays, such as BYDAY=SA; 2SA needs FREQ=MONTHLY."
    return ""


def occurrence_days(series: WindowSeries, first: date, after: date) -> list[date]:
    """The local days the series falls on from `first` up to, but not including, `after`.

    An UNTIL with a time of day counts against the start of the window (UTC with Z, else local time).
    """
    if after <= first:
        return []
    found: list[date] = []
    for day in islice(_days(series.rule, series.first_day, after), _MOST_DAYS):
        if day >= after:
            break
        if day >= first and _starts_in_time(series, day):
            found.append(day)
    return list(dict.fromkeys(found))


def _starts_in_time(series: WindowSeries, day: date) -> bool:
    until = rule_parts(series.rule).get("UNTIL", "")
    if "T" not in until:
        return True
    wall = datetime.strptime(until.removesuffix("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007
    last = wall.replace(tzinfo=UTC) if until.endswith("Z") else local_instant(wall, series.zone_name)
    return local_instant(datetime.combine(day, series.starts_at), series.zone_name) <= last


def rule_parts(text: str) -> dict[str, str]:
    """The parts of a rule by name; raises ValueError."""
    pairs = [part.partition("=") for part in text.strip().removeprefix("RRULE:").split(";") if part]
    if any(not equals or not value.strip() for _, equals, value in pairs):
        raise ValueError("each part is NAME=VALUE, parted by semicolons")
    parts = {name.upper().strip(): value.upper().strip() for name, _, value in pairs}
    if len(parts) < len(pairs):
        raise ValueError("a part is given twice")
    return parts


def rule_text(parts: dict[str, str]) -> str:
    """A rule from its parts."""
    return ";".join(f"{name}={value}" for name, value in parts.items())


def ending_before(text: str, day: date) -> str:
    """The rule, ended with the day before `day`."""
    parts = rule_parts(text)
    parts.pop("COUNT", None)
    parts["UNTIL"] = f"{day - timedelta(days=1):%Y%m%d}"
    return rule_text(parts)


def continued(series: WindowSeries, day: date, by_days: int) -> str | None:
    """The rule from `day` on, every occurrence `by_days` later; None when the rule cannot be moved so.

    Rules over plain weekdays turn with the days; daily rules and rules that follow their first day need
    nothing. `2SA` and days of the month cannot be moved by days without becoming another rule.
    """
    parts = rule_parts(series.rule)
    if by_days and not _can_shift(parts, day, by_days):
        return None
    if "COUNT" in parts:
        passed = len(occurrence_days(series, series.first_day, day))
        parts["COUNT"] = str(max(int(parts["COUNT"]) - passed, 1))
    if by_days % 7 and parts["FREQ"] == "WEEKLY":
        # The first day of the week turns too: it decides which days are in one week of every second.
        if parts.get("INTERVAL", "1") != "1" or "BYSETPOS" in parts:
            parts["WKST"] = _turned(parts.get("WKST", "MO"), by_days)
        if "BYDAY" in parts:
            parts["BYDAY"] = _turned(parts["BYDAY"], by_days)
    if by_days and "UNTIL" in parts:
        until = datetime.strptime(parts["UNTIL"][:8], "%Y%m%d").date() + timedelta(days=by_days)  # noqa: DTZ007
        parts["UNTIL"] = f"{until:%Y%m%d}" + parts["UNTIL"][8:]
    return rule_text(parts)


def _can_shift(parts: dict[str, str], day: date, by_days: int) -> bool:
    if parts.keys() & _OF_THE_CALENDAR:
        return False
    if parts["FREQ"] == "WEEKLY":
        return _PLAIN_DAYS.match(parts.get("BYDAY", "MO")) is not None
    if "BYDAY" in parts or "BYSETPOS" in parts:
        return False
    if parts["FREQ"] == "DAILY":
        return True
    moved = day + timedelta(days=by_days)
    return moved.month == day.month and max(moved.day, day.day) <= _SAFE_DAY


def _turned(days: str, by_days: int) -> str:
    turned = [(WEEKDAYS.index(name) + by_days) % 7 for name in days.split(",")]
    return ",".join(WEEKDAYS[place] for place in sorted(turned))


def _days(text: str, first_day: date, until: date) -> Iterator[date]:
    """The days of a rule from its first day on, up to and including `until`.

    What dateutil leaves to the caller is settled here, as RFC 5545 (3.3.10) has it: what a yearly rule does
    not say is taken from the first day; set positions count over the whole first week, not from the first
    day on; and a rule that never falls on a day is searched up to `until`, not to the year 9999.
    """
    parts = _completed(rule_parts(text), first_day)
    most = int(parts.pop("COUNT")) if "COUNT" in parts else None
    parts["UNTIL"] = min(_last_day(parts.get("UNTIL", "99991231")), f"{until:%Y%m%d}")
    begin = first_day
    if parts["FREQ"] == "WEEKLY" and "BYSETPOS" in parts:
        week_start = WEEKDAYS.index(parts.get("WKST", "MO"))
        begin = first_day - timedelta(days=(first_day.weekday() - week_start) % 7)
    rule = rrulestr(rule_text(parts), dtstart=_naive(begin))
    days = (moment.date() for moment in rule if moment.date() >= first_day)
    yield from islice(days, most)


def _last_day(until: str) -> str:
    """The last day an UNTIL can allow; a UTC time can lie on the next day of a zone east of Greenwich."""
    if not until.endswith("Z"):
        return until[:8]
    return f"{datetime.strptime(until[:8], '%Y%m%d') + timedelta(days=1):%Y%m%d}"  # noqa: DTZ007


def _completed(parts: dict[str, str], first_day: date) -> dict[str, str]:
    if parts.get("FREQ") != "YEARLY":
        return parts
    finer = {"BYDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH"} & set(parts)
    if "BYMONTHDAY" in parts and not finer:
        return parts | {"BYMONTH": str(first_day.month)}
    if "BYWEEKNO" in parts and not {"BYDAY", "BYMONTHDAY", "BYYEARDAY"} & set(parts):
        return parts | {"BYDAY": WEEKDAYS[first_day.weekday()]}
    return parts


def _naive(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a rule works on bare days
