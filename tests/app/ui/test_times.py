"""How instants and durations are written and read."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.times import duration_text, instant_at, instant_text, parse_minutes, span_text

START, END = datetime(2026, 11, 28, 21, tzinfo=UTC), datetime(2026, 11, 29, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("90", 90),
        ("1:30", 90),
        ("1 h 30", 90),
        ("1h30m", 90),
        ("1,5 h", 90),
        ("45 min", 45),
        ("2 d", 2880),
        ("soon", None),
        ("", None),
        ("1 h x", None),
        ("-5", None),
    ],
)
def test_minutes_are_read(text, minutes):
    assert parse_minutes(text) == minutes


@given(st.integers(0, 47 * 60 + 59))
def test_what_is_written_is_read_again(minutes):
    assert parse_minutes(duration_text(minutes)) == minutes


def test_spans_name_the_day_once():
    assert span_text(START, END, "Europe/Berlin") == "Sat 28 Nov, 22:00 – Sun 06:00 CET"
    assert instant_text(START, "Europe/Berlin") == "Sat 28 Nov, 22:00 CET"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 3, 29), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        (date(2026, 10, 25), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
    ],
)
def test_skipped_times_move_forward_and_double_ones_are_the_first(day, expected):
    assert instant_at(day, time(2, 30), "Europe/Berlin") == expected
