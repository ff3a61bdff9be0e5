"""Rules that can never fall on a day are told without a search; none that can is called so."""

from datetime import date, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from app.domain.recurrence import rule_parts
from app.domain.recurrence_reach import can_fall


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTH=4,6,9,11;BYMONTHDAY=31",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-30",
        "FREQ=DAILY;BYMONTH=1;BYYEARDAY=200",
        "FREQ=DAILY;BYSETPOS=2",
        "FREQ=WEEKLY;BYDAY=SA,SU;BYSETPOS=3",
        "FREQ=MONTHLY;BYSETPOS=-32",
    ],
)
def test_never(rule):
    assert not can_fall(rule_parts(rule))


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY;BYDAY=SA",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;BYYEARDAY=-366",
        "FREQ=MONTHLY;BYMONTHDAY=-31",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1",
    ],
)
def test_sometimes(rule):
    assert can_fall(rule_parts(rule))


numbers = st.lists(st.integers(1, 31).flatmap(lambda n: st.sampled_from((n, -n))), min_size=1, max_size=3)


@given(st.lists(st.integers(1, 12), min_size=1, max_size=2), numbers)
def test_what_falls_is_never_called_impossible(months, days):
    rule = f"FREQ=YEARLY;BYMONTH={','.join(map(str, months))};BYMONTHDAY={','.join(map(str, days))}"
    begin = date(2024, 1, 1)
    end = begin + timedelta(days=1500)
    falls = any(
        date.fromordinal(number).month in months
        and (
            date.fromordinal(number).day in days
            or -sum(
                date.fromordinal(later).month == date.fromordinal(number).month
                for later in range(number, number + 31)
            )
            in days
        )
        for number in range(begin.toordinal(), end.toordinal())
    )
    assert can_fall(rule_parts(rule)) is falls
    if falls:
        assert next(iter(rrulestr(rule)), None) is not None
