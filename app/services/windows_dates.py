"""The days a series falls on, and the instants of an occurrence with its checkpoints."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrule, rruleset, rrulestr

from app.domain.windows import Checkpoint, MaintenanceWindow, WindowSeries
from app.services.windows_rules import local_instant

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_PLAIN_DAYS = re.compile(r"^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$")
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_MOST_DAYS = 5000


def rule_problem(text: str, first_day: date) -> str:
    """Why a recurrence rule (RFC 5545, without DTSTART) cannot be used; empty when it can."""
    try:
        parts = rule_parts(text)
        if parts.get("FREQ") not in _FREQUENCIES:
            return "The rule needs FREQ=DAILY, WEEKLY, MONTHLY or YEARLY; windows recur in whole days."
        _rule(text, first_day)
    except (ValueError, TypeError, AttributeError) as error:
        return f"The rule is not understood: {error}. An example: FREQ=WEEKLY;BYDAY=SA."
    return ""


def occurrence_days(series: WindowSeries, first: date, after: date) -> list[date]:
    """The local days the series falls on from `first` up to, but not including, `after`."""
    if after <= first:
        return []
    found: list[date] = []
    for moment in _rule(series.rule, series.first_day).xafter(_naive(first), count=_MOST_DAYS, inc=True):
        if moment.date() >= after:
            break
        found.append(moment.date())
    return list(dict.fromkeys(found))


def occurrence_of(series: WindowSeries, day: date) -> MaintenanceWindow:
    """The window of one occurrence; start and end are resolved separately on the clocks of the zone."""
    starts_at, ends_at = span_on(day, series.starts_at, series.ends_at, series.zone_name)
    return MaintenanceWindow(
        title=series.name,
        starts_at=starts_at,
        ends_at=ends_at,
        zone_name=series.zone_name,
        series_id=series.id,
        occurrence_day=day,
        capacity_deployments=series.capacity_deployments,
        capacity_minutes=series.capacity_minutes,
        minimum_qa_hours=series.minimum_qa_hours,
    )


def span_on(day: date, starts: time, ends: time, zone_name: str) -> tuple[datetime, datetime]:
    """UTC start and end of wall times on a day; an end at or before the start lies on the next day."""
    last = day + timedelta(days=1) if ends <= starts else day
    return (
        local_instant(datetime.combine(day, starts), zone_name),
        local_instant(datetime.combine(last, ends), zone_name),
    )


def checkpoints_of_day(series: WindowSeries, day: date, window_id: int | None) -> list[Checkpoint]:
    """The dated checkpoints of the occurrence on a day."""
    made = []
    for rule in series.checkpoints:
        held = day - timedelta(days=rule.days_before)
        made.append(
            Checkpoint(
                name=rule.name,
                cutoff_at=local_instant(datetime.combine(held, rule.cutoff), series.zone_name),
                meeting_at=local_instant(datetime.combine(held, rule.meeting), series.zone_name),
                criteria=rule.criteria,
                is_final=rule.is_final,
                criteria_revision=series.revision,
                window_id=window_id,
            )
        )
    return made


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


def _rule(text: str, first_day: date) -> rrule | rruleset:
    parts = rule_parts(text)
    if "UNTIL" in parts:
        parts["UNTIL"] = parts["UNTIL"][:8]  # days count here; a time of day would need a zone
    return rrulestr(rule_text(parts), dtstart=_naive(first_day))


def _naive(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a rule works on bare days
