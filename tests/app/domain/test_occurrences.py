"""Occurrences with their true lengths, and what parting a series leaves alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import RecurrenceRuleError
from app.domain.occurrences import occurrence_of
from app.domain.recurrence import WEEKDAYS, occurrence_days, rule_problem
from app.domain.series_changes import split_series
from app.domain.windows import WindowSeries
from app.domain.zones import local

FIRST = date(2026, 1, 3)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
WEEKLY = WindowSeries("Weekly", "FREQ=WEEKLY;BYDAY=SA", FIRST, time(22), time(6), "Europe/Berlin", id=1)


@pytest.mark.parametrize(
    ("zone", "day", "length"),
    [
        ("Europe/Berlin", date(2026, 3, 28), timedelta(hours=7)),
        ("Europe/Berlin", date(2026, 10, 24), timedelta(hours=9)),
        ("America/New_York", date(2026, 3, 7), timedelta(hours=7)),
        ("America/New_York", date(2026, 10, 31), timedelta(hours=9)),
        ("Australia/Lord_Howe", date(2026, 10, 3), timedelta(hours=7, minutes=30)),
        ("Australia/Lord_Howe", date(2026, 4, 4), timedelta(hours=8, minutes=30)),
        ("Europe/Berlin", date(2026, 11, 28), timedelta(hours=8)),
    ],
)
def test_an_occurrence_is_as_long_as_its_night(zone: str, day: date, length: timedelta) -> None:
    found = occurrence_of(replace(WEEKLY, zone_name=zone), day)
    assert (found.occurrence_day, found.ends_at - found.starts_at) == (day, length)
    assert local(found.starts_at, zone).time() == time(22)
    assert local(found.ends_at, zone).time() == time(6)


@given(
    start=st.times().map(lambda one: one.replace(second=0, microsecond=0)),
    end=st.times().map(lambda one: one.replace(second=0, microsecond=0)),
    zone=st.sampled_from(("Europe/Berlin", "America/New_York", "Australia/Lord_Howe")),
    year=st.integers(2020, 2035),
)
@settings(max_examples=40, deadline=None)
def test_lengths_differ_only_by_what_the_clocks_do(start: time, end: time, zone: str, year: int) -> None:
    series = replace(
        WEEKLY, rule="FREQ=DAILY", first_day=date(year, 1, 1), starts_at=start, ends_at=end, zone_name=zone
    )
    days = occurrence_days(series, date(year, 1, 1), date(year + 1, 1, 1))
    found = [occurrence_of(series, day) for day in days]
    assert len(found) == (date(year + 1, 1, 1) - date(year, 1, 1)).days
    anchor = datetime(2000, 1, 1)  # noqa: DTZ001 - bare wall times
    length = (datetime.combine(anchor, end) - datetime.combine(anchor, start)) % timedelta(days=1)
    usual = length or timedelta(days=1)
    odd = [one for one in found if one.ends_at - one.starts_at != usual]
    assert len(odd) <= 4  # a change of the clocks touches the night it is in, twice a year
    step = timedelta(minutes=60)
    assert all(abs(one.ends_at - one.starts_at - usual) <= step for one in odd)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=WEEKLY;RSCALE=HEBREW;SKIP=OMIT", "RFC 7529"),
        ("FREQ=YEARLY;BYEASTER=1", "BYEASTER is no part"),
        ("FREQ=DAILY;BYHOUR=3", "BYHOUR"),
        ("FREQ=WEEKLY;COUNT=3;UNTIL=20270101", "not by both"),
        ("FREQ=WEEKLY;COUNT=0", "COUNT=0"),
        ("FREQ=WEEKLY;INTERVAL=0", "INTERVAL=0"),
        ("FREQ=WEEKLY;INTERVAL=-2", "INTERVAL=-2"),
        ("FREQ=WEEKLY;FREQ=DAILY", "twice"),
        ("FREQ=WEEKLY;UNTIL=2026", "UNTIL=2026"),
        ("FREQ=WEEKLY;BYDAY=2SA", "plain weekdays"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "on no day"),
        ("FREQ=WEEKLY;UNTIL=20250101", "on no day"),
        ("FREQ=MONTHLY;BYMONTHDAY=40", "on no day"),
    ],
)
def test_a_rule_that_cannot_be_used_says_why(rule: str, words: str) -> None:
    assert words in rule_problem(rule, FIRST)


def test_a_rule_that_falls_rarely_is_found() -> None:
    assert rule_problem("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SA", FIRST) == ""


@pytest.mark.parametrize(
    ("until", "days"),
    [
        ("20260117", 3),
        ("20260117T210000Z", 3),  # 22:00 in Berlin
        ("20260117T205959Z", 2),
        ("20260117T220000", 3),
        ("20260117T215959", 2),
    ],
)
def test_an_end_with_a_time_counts_against_the_start(until: str, days: int) -> None:
    series = replace(WEEKLY, rule=f"FREQ=WEEKLY;BYDAY=SA;UNTIL={until}")
    assert len(occurrence_days(series, FIRST, date(2026, 3, 1))) == days


@given(
    days=st.sets(st.sampled_from(WEEKDAYS), min_size=1),
    every=st.integers(1, 4),
    start=st.sampled_from(WEEKDAYS),
    by_days=st.integers(-10, 10),
    place=st.integers(0, 8),
)
@settings(max_examples=80, deadline=None)
def test_moving_a_weekly_series_moves_every_day_alike(
    days: set[str], every: int, start: str, by_days: int, place: int
) -> None:
    named = ",".join(sorted(days, key=WEEKDAYS.index))
    rule = f"FREQ=WEEKLY;INTERVAL={every};BYDAY={named};WKST={start}"
    series = replace(WEEKLY, rule=rule)
    end = date(2027, 1, 1)
    day = occurrence_days(series, FIRST, end)[place]
    split = split_series(series, day, by_days)
    expected = [one + timedelta(days=by_days) for one in occurrence_days(series, day, end)]
    assert occurrence_days(split.later, split.later.first_day, end + timedelta(days=by_days)) == expected
    before = occurrence_days(split.earlier, FIRST, end) if split.earlier else []
    assert before == occurrence_days(series, FIRST, day)


def test_a_split_keeps_the_id_before_and_makes_a_new_series_after() -> None:
    split = split_series(
        replace(WEEKLY, rule="FREQ=WEEKLY;BYDAY=SA;COUNT=10"), date(2026, 1, 24), 1, time(20)
    )
    assert split.earlier is not None
    assert (split.earlier.id, split.earlier.rule) == (1, "FREQ=WEEKLY;BYDAY=SA;UNTIL=20260123")
    assert (split.later.id, split.later.rule) == (None, "FREQ=WEEKLY;BYDAY=SU;COUNT=7")
    assert (split.later.starts_at, split.later.ends_at) == (time(20), time(6))
    whole = split_series(WEEKLY, FIRST)
    assert whole.earlier is None
    assert whole.later.id == 1


@pytest.mark.parametrize(
    ("rule", "day", "by_days"),
    [
        ("FREQ=MONTHLY;BYDAY=1SA", date(2026, 2, 7), 1),
        ("FREQ=MONTHLY;BYMONTHDAY=15", date(2026, 2, 15), 7),
        ("FREQ=WEEKLY;BYDAY=SA;BYMONTH=1,2", date(2026, 1, 10), 7),
    ],
)
def test_a_split_that_would_be_another_rule_is_refused(rule: str, day: date, by_days: int) -> None:
    with pytest.raises(RecurrenceRuleError):
        split_series(replace(WEEKLY, rule=rule), day, by_days)
