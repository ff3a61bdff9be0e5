"""The local days a recurrence rule (RFC 5545) falls on, and rules that end, continue or move."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice

from dateutil.rrule import rrulestr

from app.domain.windows import WindowSeries

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_PLAIN_DAYS = re.compile(r"^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$")
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_MOST_DAYS = 50_000  # a daily rule of more than a century


def rule_problem(text: str, first_day: date) -> str:
    """Why a recurrence rule (RFC 5545, without DTSTART) cannot be used; empty when it can."""
    try:
        parts = rule_parts(text)
        if parts.get("FREQ") not in _FREQUENCIES:
            return "The rule needs FREQ=DAILY, WEEKLY, MONTHLY or YEARLY; windows recur in whole days."
        next(_days(text, first_day), None)
    except (ValueError, TypeError, AttributeError) as error:
        return f"The rule is not understood: {error}. An example: FREQ=WEEKLY;BYDAY=SA."
    return ""


def occurrence_days(series: WindowSeries, first: date, after: date) -> list[date]:
    """The local days the series falls on from `first` up to, but not including, `after`."""
    if after <= first:
        return []
    found: list[date] = []
    for day in islice(_days(series.rule, series.first_day), _MOST_DAYS):
        if day >= after:
            break
        if day >= first:
            found.append(day)
    return list(dict.fromkeys(found))


def rule_parts(text: str) -> dict[str, str]:
    """The parts of a rule by name; raises ValueError."""
    pairs = [part.partition("=") for part in text.strip().removeprefix("RRULE:").split(";") if part]
    if any(not equals or not value for _, equals, value in pairs):
        raise ValueError("each part is NAME=VALUE, parted by semicolons")
    return {name.upper().strip(): value.upper().strip() for name, _, value in pairs}


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
    if "COUNT" in parts:
        passed = len(occurrence_days(series, series.first_day, day))
        parts["COUNT"] = str(max(int(parts["COUNT"]) - passed, 1))
    if by_days % 7 and "BYDAY" in parts:
        if parts["FREQ"] != "WEEKLY" or not _PLAIN_DAYS.match(parts["BYDAY"]):
            return None
        turned = [(WEEKDAYS.index(name) + by_days) % 7 for name in parts["BYDAY"].split(",")]
        parts["BYDAY"] = ",".join(WEEKDAYS[place] for place in sorted(turned))
    if by_days and (parts["FREQ"] in ("MONTHLY", "YEARLY") and ("BYDAY" in parts or "BYMONTHDAY" in parts)):
        return None
    if by_days and "UNTIL" in parts:
        until = datetime.strptime(parts["UNTIL"][:8], "%Y%m%d").date() + timedelta(days=by_days)  # noqa: DTZ007
        parts["UNTIL"] = f"{until:%Y%m%d}"
    return rule_text(parts)


def _days(text: str, first_day: date) -> Iterator[date]:
    """The days of a rule from its first day on.

    Two things dateutil leaves to the caller are settled here, as RFC 5545 (3.3.10) has them: what a yearly
    rule does not say is taken from the first day, and set positions count over the whole first week, not
    from the first day on.
    """
    parts = _completed(rule_parts(text), first_day)
    if "UNTIL" in parts:
        parts["UNTIL"] = parts["UNTIL"][:8]  # days count here; a time of day would need a zone
    if parts["FREQ"] != "WEEKLY" or "BYSETPOS" not in parts:
        rule = rrulestr(rule_text(parts), dtstart=_naive(first_day))
        yield from (moment.date() for moment in rule)
        return
    most = int(parts.pop("COUNT")) if "COUNT" in parts else None
    week_start = WEEKDAYS.index(parts.get("WKST", "MO"))
    begin = first_day - timedelta(days=(first_day.weekday() - week_start) % 7)
    rule = rrulestr(rule_text(parts), dtstart=_naive(begin))
    days = (moment.date() for moment in rule if moment.date() >= first_day)
    yield from islice(days, most)


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
