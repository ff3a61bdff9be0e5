"""Recurrence rules against the vectors of libical, and windows over changes of the clocks."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.occurrences import checkpoints_of_day, occurrence_of
from app.domain.recurrence import continued, ending_before, occurrence_days, rule_problem
from app.domain.schedule import default_checkpoints
from app.domain.windows import WindowSeries
from app.domain.zones import local_instant

# Windows recur in whole days: what falls several times a day, or sets a time of day, is no window rule.
_SUB_DAILY = re.compile(r"FREQ=(SECONDLY|MINUTELY|HOURLY)|BYHOUR|BYMINUTE|BYSECOND")
_IS_MOMENT = re.compile(r"\d{8}")  # of one rule libical itself says UNIMPLEMENTED and gives no instances
_LEFT_OUT_AS_SUB_DAILY = 32
# dateutil takes the weeks of a year by the calendar year of their days, not by the year of the week, when
# the interval is above one: weeks at the turn of the year are then wrong. Windows every few years by the
# number of a week are not what this is for; the rule is listed so that nobody is surprised.
_WRONG_IN_DATEUTIL = {
    "FREQ=YEARLY;BYWEEKNO=53;BYDAY=TU,SA;INTERVAL=6;UNTIL=20170101T000000Z",
    "FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO,TU;INTERVAL=3;UNTIL=20320101",
}


def vectors(shared_data: Path) -> list[tuple[str, date, time, list[date]]]:
    text = (shared_data / "recurrence" / "libical-icalrecur_test.txt").read_text(encoding="utf-8")
    found = []
    for block in re.split(r"\n\s*\n", text):
        fields = dict(line.split(":", 1) for line in block.splitlines() if re.match(r"[A-Z-]+:", line))
        if "RRULE" in fields:
            days = [_day(moment) for moment in fields["INSTANCES"].split(",") if _IS_MOMENT.match(moment)]
            clock = (fields["DTSTART"].partition("T")[2] or "000000")[:6]
            start = time(int(clock[:2]), int(clock[2:4]), int(clock[4:]))
            found.append((fields["RRULE"], _day(fields["DTSTART"]), start, list(dict.fromkeys(days))))
    return found


def _day(text: str) -> date:
    return date(int(text[:4]), int(text[4:6]), int(text[6:8]))


def series(
    rule: str, first: date, zone: str = "UTC", start: time = time(22), end: time = time(6)
) -> WindowSeries:
    return WindowSeries("Weekly", rule, first, start, end, zone, checkpoints=default_checkpoints())


def test_every_rule_of_whole_days_falls_as_libical_says(shared_data: Path) -> None:
    tried, wrong = 0, []
    for rule, first, start, wanted in vectors(shared_data):
        if _SUB_DAILY.search(rule) or rule in _WRONG_IN_DATEUTIL or not wanted:
            continue
        tried += 1
        after = wanted[-1] + timedelta(days=1)
        if occurrence_days(series(rule, first, start=start), first, after) != wanted:
            wrong.append(rule)
    assert wrong == []
    assert tried == 111


def test_what_is_left_out_does_not_grow(shared_data: Path) -> None:
    rules = [rule for rule, _, _, _ in vectors(shared_data)]
    assert len(rules) == 146
    assert sum(bool(_SUB_DAILY.search(rule)) for rule in rules) == _LEFT_OUT_AS_SUB_DAILY
    assert set(rules) >= _WRONG_IN_DATEUTIL


def test_the_rules_left_out_are_still_left_out_for_a_reason(shared_data: Path) -> None:
    for rule, first, start, wanted in vectors(shared_data):
        if rule in _WRONG_IN_DATEUTIL:
            after = wanted[-1] + timedelta(days=1)
            assert occurrence_days(series(rule, first, start=start), first, after) != wanted
        elif re.search(r"FREQ=(SECONDLY|MINUTELY|HOURLY)", rule):
            assert "whole days" in rule_problem(rule, first)


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Europe/Berlin", date(2026, 3, 28), 7.0),
        ("Europe/Berlin", date(2026, 10, 24), 9.0),
        ("Europe/Berlin", date(2026, 6, 27), 8.0),
        ("America/New_York", date(2026, 3, 7), 7.0),
        ("America/New_York", date(2026, 10, 31), 9.0),
        ("Australia/Lord_Howe", date(2026, 4, 4), 8.5),
        ("Australia/Lord_Howe", date(2026, 10, 3), 7.5),
    ],
)
def test_a_night_over_a_change_of_the_clocks_has_its_true_length(zone: str, day: date, hours: float) -> None:
    window = occurrence_of(series("FREQ=WEEKLY;BYDAY=SA", day, zone), day)
    assert (window.ends_at - window.starts_at) / timedelta(hours=1) == hours
    local = window.starts_at.astimezone(ZoneInfo(zone)), window.ends_at.astimezone(ZoneInfo(zone))
    assert [one.time() for one in local] == [time(22), time(6)]


@pytest.mark.parametrize(
    ("zone", "wall", "wanted"),
    [
        # A wall time that does not exist moves forward by the gap.
        ("Europe/Berlin", datetime(2026, 3, 29, 2, 30), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),  # noqa: DTZ001
        ("America/New_York", datetime(2026, 3, 8, 2, 30), datetime(2026, 3, 8, 7, 30, tzinfo=UTC)),  # noqa: DTZ001
        ("Australia/Lord_Howe", datetime(2026, 10, 4, 2, 15), datetime(2026, 10, 3, 15, 45, tzinfo=UTC)),  # noqa: DTZ001
        # One that comes twice is the first.
        ("Europe/Berlin", datetime(2026, 10, 25, 2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # noqa: DTZ001
        ("America/New_York", datetime(2026, 11, 1, 1, 30), datetime(2026, 11, 1, 5, 30, tzinfo=UTC)),  # noqa: DTZ001
        ("Australia/Lord_Howe", datetime(2026, 4, 5, 1, 45), datetime(2026, 4, 4, 14, 45, tzinfo=UTC)),  # noqa: DTZ001
    ],
)
def test_missing_and_double_wall_times_are_settled(zone: str, wall: datetime, wanted: datetime) -> None:
    assert local_instant(wall, zone) == wanted


@given(
    day=st.dates(date(2020, 1, 1), date(2035, 1, 1)),
    start=st.times(),
    end=st.times(),
    zone=st.sampled_from(("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC")),
)
def test_a_window_is_at_most_a_day_and_an_hour_long(day: date, start: time, end: time, zone: str) -> None:
    start, end = start.replace(second=0, microsecond=0), end.replace(second=0, microsecond=0)
    window = occurrence_of(series("FREQ=DAILY", day, zone, start, end), day)
    assert timedelta(hours=-1) <= window.ends_at - window.starts_at <= timedelta(hours=25)


def test_checkpoints_stay_at_their_wall_times_when_the_clocks_change_between() -> None:
    day = date(2026, 3, 29)  # a Sunday; the clocks changed that morning
    made = checkpoints_of_day(series("FREQ=WEEKLY;BYDAY=SU", day, "Europe/Berlin"), day, 1)
    zone = ZoneInfo("Europe/Berlin")
    assert [one.cutoff_at.astimezone(zone).time() for one in made] == [time(12), time(10)]
    assert [one.cutoff_at.utcoffset() for one in made] == [timedelta(0), timedelta(0)]


@pytest.mark.parametrize("weekday", range(1, 8))
def test_the_default_checkpoints_are_wednesday_noon_and_friday_ten_before_any_window(weekday: int) -> None:
    day = date(2026, 11, 23) + timedelta(days=weekday - 1)
    first, last = default_checkpoints(weekday)
    wednesday, friday = (day - timedelta(days=rule.days_before) for rule in (first, last))
    assert (wednesday.isoweekday(), friday.isoweekday()) == (3, 5)
    assert wednesday < friday < day
    assert (first.cutoff, first.meeting, last.cutoff, last.meeting) == (
        time(12),
        time(13),
        time(10),
        time(11),
    )
    assert (first.is_final, last.is_final) == (False, True)


@pytest.mark.parametrize(
    "rule",
    ["", "every saturday", "FREQ=SOMETIMES", "FREQ=WEEKLY;BYDAY=XX", "FREQ=HOURLY", "BYDAY=SA", "FREQ"],
)
def test_what_is_no_rule_is_said_with_an_example(rule: str) -> None:
    assert rule_problem(rule, date(2026, 1, 3))


def test_a_series_ends_and_goes_on_elsewhere() -> None:
    weekly = series("FREQ=WEEKLY;BYDAY=SA", date(2026, 1, 3))
    cut = ending_before(weekly.rule, date(2026, 1, 24))
    days = occurrence_days(series(cut, date(2026, 1, 3)), date(2026, 1, 1), date(2026, 3, 1))
    assert days == [date(2026, 1, 3), date(2026, 1, 10), date(2026, 1, 17)]
    assert continued(weekly, date(2026, 1, 24), 1) == "FREQ=WEEKLY;BYDAY=SU"
    assert continued(series("FREQ=MONTHLY;BYDAY=2SA", date(2026, 1, 10)), date(2026, 2, 14), 1) is None
