"""Lists with a recurrence rule in a column: a row for each date, or a series of windows."""

from __future__ import annotations

import pytest

from app.importing.cells.weekly_patterns import rule_said
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("RRULE:FREQ=WEEKLY;BYDAY=SA", "FREQ=WEEKLY;BYDAY=SA"),
        ("freq=monthly;byday=2SU;count=3;", "FREQ=MONTHLY;BYDAY=2SU;COUNT=3"),
        ("INTERVAL=2;FREQ=WEEKLY", "INTERVAL=2;FREQ=WEEKLY"),
        ("every Saturday", ""),
        ("FREQ=SOMETIMES", ""),
        ("", ""),
    ],
)
def test_a_rule_is_one_as_calendars_write_it(text: str, rule: str) -> None:
    assert rule_said(text) == rule


def _rows(*lines: str) -> list[tuple[str, ...]]:
    return [tuple(row) for row in read_table("\n".join(lines).encode()).rows]


def test_a_row_comes_in_once_for_each_date_of_its_rule() -> None:
    rows = _rows(
        "UID;Title;Start;End;RRULE",
        'a;Patching;05.12.2026 22:00;06.12.2026 04:00;"FREQ=WEEKLY;COUNT=2"',
        "b;DR test;16.01.2027 08:00;16.01.2027 18:00;",
    )
    assert [row[:4] for row in rows] == [
        ("a 2026-12-05", "Patching", "2026-12-05 22:00:00", "2026-12-06 04:00:00"),
        ("a 2026-12-12", "Patching", "2026-12-12 22:00:00", "2026-12-13 04:00:00"),
        ("b", "DR test", "16.01.2027 08:00", "16.01.2027 18:00"),
    ]


def test_days_stay_days_offsets_stay_and_the_last_day_counts() -> None:
    rows = _rows(
        "Title,Start,End,RRULE",
        "Freeze,2026-12-20,2026-12-21,FREQ=YEARLY;UNTIL=20271220T000000Z",
        "Window,2026-12-20T22:00:00Z,2026-12-21T02:00:00Z,FREQ=DAILY;COUNT=2",
    )
    assert [row[1:3] for row in rows] == [
        ("2026-12-20", "2026-12-21"),
        ("2027-12-20", "2027-12-21"),
        ("2026-12-20 22:00:00Z", "2026-12-21 02:00:00Z"),
        ("2026-12-21 22:00:00Z", "2026-12-22 02:00:00Z"),
    ]


def test_dates_of_two_readings_are_left_to_be_asked() -> None:
    lines = ("Title,Start,End,RRULE", "A,05/12/2026 22:00,06/12/2026 04:00,FREQ=WEEKLY;COUNT=2")
    assert len(_rows(*lines)) == 1


def test_times_of_day_with_rules_are_series_of_windows() -> None:
    lines = ("Name;RRULE;Start time;End time", 'Saturday;"FREQ=WEEKLY;BYDAY=SA";22:00;04:00')
    table = read_table("\n".join(lines).encode())
    assert propose(table).kind == "window_series"
    assert table.rows[0][:3] == ("FREQ=WEEKLY;BYDAY=SA", "22:00", "04:00")


def test_a_rule_without_an_end_is_followed_for_a_while() -> None:
    lines = ("Title,Start,End,RRULE", "A,2026-12-05 22:00,2026-12-06 04:00,FREQ=WEEKLY")
    table = read_table("\n".join(lines).encode())
    assert len(table.rows) == 200
    assert any("recurs for very long" in told for told in table.warnings)
