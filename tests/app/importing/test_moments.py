"""Clock times, days and distances that plans and calendars name instead of instants."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.importing.cells.moments import first_after, in_the_night, moment_of
from app.importing.converting.rows import convert
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from app.importing.times.dates import DateReader

BERLIN = ZoneInfo("Europe/Berlin")
START = datetime(2026, 11, 28, 21, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("22:00", time(22)),
        ("10:15 PM", time(22, 15)),
        ("0:00", time(0)),
        ("22h05", time(22, 5)),
        ("22h", time(22)),
        ("2200 hrs", time(22)),
        ("T-30", timedelta(minutes=-30)),
        ("T+0", timedelta()),
        ("T + 1:15", timedelta(minutes=75)),
        ("H+2h", timedelta(hours=2)),
        ("+45 min", timedelta(minutes=45)),
        ("28/11/2026", date(2026, 11, 28)),
        ("28/11/2026 22:00", datetime(2026, 11, 28, 21, tzinfo=UTC)),
        ("2026-11-28T22:00:00Z", datetime(2026, 11, 28, 22, tzinfo=UTC)),
        ("after dinner", None),
        ("25:00", None),
        ("24:00", None),
        ("12", None),
    ],
)
def test_a_cell_says_when(text: str, moment: Any) -> None:
    found = moment_of(text, DateReader("dmy", "Europe/Berlin"))
    assert (found, type(found)) == (moment, type(moment))


def test_an_end_at_24_is_the_next_midnight() -> None:
    assert moment_of("24:00", DateReader("dmy", "UTC"), is_end=True) == time(0)
    text = b"Day;Start;End;Window\n28.11.2026;22:00;24:00;Weekly\n"
    table = read_table(text)
    (row,) = convert(table, propose(table, "windows").mapping, "UTC").rows
    assert row.values["ends_at"] == datetime(2026, 11, 29, tzinfo=UTC)


@given(st.integers(0, 2 * 365 * 24 * 60), st.times())
def test_a_clock_time_is_within_a_day_after(minutes: int, clock: time) -> None:
    instant = START + timedelta(minutes=minutes)
    found = first_after(instant, clock, BERLIN)
    assert instant < found <= instant + timedelta(hours=25)
    shown = found.astimezone(BERLIN).time()
    # A time that clocks leave out in spring is shown an hour later.
    is_shown = shown == clock.replace(fold=0)
    assert is_shown or found.astimezone(BERLIN).utcoffset() == timedelta(hours=2)


@pytest.mark.parametrize("fold", [0, 1])
@pytest.mark.parametrize(
    ("after", "shown"),
    [
        (datetime(2026, 10, 24, 23, tzinfo=UTC), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (datetime(2026, 10, 25, 0, 45, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        (datetime(2026, 10, 25, 1, 45, tzinfo=UTC), datetime(2026, 10, 26, 1, 30, tzinfo=UTC)),
        (datetime(2027, 3, 28, 0, tzinfo=UTC), datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
    ],
)
def test_half_past_two_comes_twice_in_autumn_and_late_in_spring(
    after: datetime, shown: datetime, fold: int
) -> None:
    assert first_after(after, time(2, 30, fold=fold), BERLIN) == shown


@pytest.mark.parametrize(
    ("moment", "hours", "minutes"),
    [
        (time(22), 8, 0),
        (time(1), 8, 180),
        (time(21, 30), 8, -30),
        (time(21, 30), 28, 1410),
        (time(15), 8, 1020),
        (timedelta(minutes=-15), 8, -15),
    ],
)
def test_a_clock_time_is_of_the_night_or_shortly_before(
    moment: time | timedelta, hours: int, minutes: int
) -> None:
    end = START + timedelta(hours=hours)
    found = in_the_night(moment, START, end, BERLIN, timedelta(hours=6))
    assert found - START == timedelta(minutes=minutes)


def spans(text: str, start: str = "starts_at", end: str = "ends_at") -> list[tuple[Any, Any]]:
    """Begin and end of each row, on the clocks of Berlin where they are instants."""
    table = read_table(text.encode())
    rows = convert(table, propose(table).mapping, "Europe/Berlin").rows
    return [(_shown(row.values.get(start)), _shown(row.values.get(end))) for row in rows]


def _shown(value: Any) -> Any:
    return f"{value.astimezone(BERLIN):%Y-%m-%d %H:%M}" if isinstance(value, datetime) else value


def test_a_day_beside_clock_times_makes_windows() -> None:
    text = "Window,Date,From,To\nWeekly,28/11/2026,22:00,06:00\nWeekly,29/11/2026,22:00,23:00\n"
    assert spans(text) == [
        ("2026-11-28 22:00", "2026-11-29 06:00"),
        ("2026-11-29 22:00", "2026-11-29 23:00"),
    ]


def test_a_freeze_lasts_to_the_end_of_its_last_day() -> None:
    text = (
        "Freeze,Start date,End date\nSpring,28.03.2026,29.03.2026\nExact,2026-12-18 00:00,2026-12-19 00:00\n"
    )
    assert spans(text) == [
        ("2026-03-28 00:00", "2026-03-30 00:00"),
        ("2026-12-18 00:00", "2026-12-19 00:00"),
    ]


def test_days_at_the_ends_of_the_calendar_are_no_error() -> None:
    rows = "Ever,0001-01-01,2026-01-01\nFor ever,2026-01-01,9999-12-31\nLong,2026-01-01,9999-12-30\n"
    # The first midnight of Berlin is none of UTC's; its row is told apart as having no start.
    assert spans(f"Freeze,Start date,End date\n{rows}") == [
        ("2026-01-01 00:00", "9999-12-31 00:00"),
        ("2026-01-01 00:00", "9999-12-31 00:00"),
    ]


def test_a_plan_may_name_clock_times_alone() -> None:
    text = "#,Time,Activity,Performed by,Est. min,After\n1,22:00,Announce,Ops,5,\n2,T+10,Stop jobs,Ops,10,1\n"
    assert spans(text, "start", "finish") == [(time(22), None), (timedelta(minutes=10), None)]
