"""Working-day deadlines by the clocks of a zone, and how grave a debt has become."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.debts import DebtLevel, clock_sentence, debt_level, due_after, end_of_day
from app.domain.errors import RuleError
from app.domain.zones import local

BERLIN = "Europe/Berlin"
BEGIN = datetime(2020, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 15 * 365 * 1440).map(lambda minutes: BEGIN + timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("start", "days", "wanted"),
    [
        ("2026-11-23T09:00", 2, "2026-11-25T09:00"),  # Monday to Wednesday
        ("2026-11-26T16:30", 2, "2026-11-30T16:30"),  # Thursday over the weekend to Monday
        ("2026-11-28T23:00", 2, "2026-12-01T23:00"),  # Saturday: Monday and Tuesday count
        ("2026-11-23T09:00", 0, "2026-11-23T09:00"),
        ("2026-03-27T02:30", 1, "2026-03-30T02:30"),  # over the change of the clocks, the same wall time
    ],
)
def test_a_deadline_is_working_days_later_at_the_same_wall_time(start: str, days: int, wanted: str) -> None:
    begun = datetime.fromisoformat(start).replace(tzinfo=local(datetime.now(UTC), BERLIN).tzinfo)
    due = due_after(begun, days, BERLIN)
    assert local(due, BERLIN).replace(tzinfo=None) == datetime.fromisoformat(wanted)


def test_days_off_are_passed_over() -> None:
    start = datetime(2026, 12, 23, 8, tzinfo=UTC)
    due = due_after(start, 2, "UTC", {date(2026, 12, 24), date(2026, 12, 25)})
    assert due == datetime(2026, 12, 29, 8, tzinfo=UTC)


def test_a_deadline_behind_is_refused() -> None:
    with pytest.raises(RuleError, match="lies ahead"):
        due_after(datetime(2026, 1, 1, tzinfo=UTC), -1, "UTC")


@given(MOMENTS, st.integers(1, 30), st.sampled_from([BERLIN, "America/New_York", "Australia/Lord_Howe"]))
def test_a_deadline_never_falls_on_a_weekend_and_grows_with_the_days(
    start: datetime, days: int, zone: str
) -> None:
    due = due_after(start, days, zone)
    assert local(due, zone).isoweekday() <= 5
    assert due < due_after(start, days + 1, zone)


DUE = datetime(2026, 11, 25, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "is_settled", "level", "words"),
    [
        (-5, False, DebtLevel.DUE, "due in 5 h"),
        (0, False, DebtLevel.DUE, "due in 0 min"),
        (5, False, DebtLevel.OVERDUE, "overdue by 5 h"),
        (5 * 24, False, DebtLevel.OVERDUE, "overdue by 5 d"),
        (5 * 24 + 1, False, DebtLevel.LONG_OVERDUE, "long overdue, 5 d 1 h"),
        (500, True, DebtLevel.SETTLED, ""),
    ],
)
def test_debts_escalate(hours: int, is_settled: bool, level: DebtLevel, words: str) -> None:
    now = DUE + timedelta(hours=hours)
    found = debt_level(DUE, is_settled, now, 5)
    assert found is level
    assert clock_sentence(DUE, found, now) == words


def test_a_debt_without_deadline_is_due_for_ever() -> None:
    assert debt_level(None, False, DUE, 5) is DebtLevel.DUE
    assert clock_sentence(None, DebtLevel.DUE, DUE) == "due"


def test_what_is_due_on_a_day_is_due_until_its_end() -> None:
    assert end_of_day(date(2026, 11, 25), BERLIN) == datetime(2026, 11, 25, 23, tzinfo=UTC)
