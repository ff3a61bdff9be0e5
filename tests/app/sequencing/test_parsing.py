"""Typed cells: durations, predecessors and clock times, also where the clocks change."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sequencing.clock import WindowClock, format_clock, parse_clock
from app.sequencing.errors import ClockTextError, DurationTextError, PredecessorTextError
from app.sequencing.model import Link, LinkKind
from app.sequencing.parsing import format_duration, format_predecessors, parse_duration, parse_predecessors
from app.sequencing.snap import snap_bar, snap_to_edges, snap_to_grid
from tests.app.sequencing.worlds import network, step

FS, SS, FF, SF = LinkKind
ROWS = network(*(step(f"id-{letter}", position=number) for number, letter in enumerate("abcd")))


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("90", 90),
        (" 0 ", 0),
        ("1:30", 90),
        ("1h 10", 70),
        ("1h10m", 70),
        ("1 H 10 MIN", 70),
        ("1 h", 60),
        ("1.5h", 90),
        ("1,5 h", 90),
        ("45 min", 45),
        ("45m", 45),
        ("1d 2h", 1560),
    ],
)
def test_durations(text: str, minutes: int) -> None:
    assert parse_duration(text) == minutes


@pytest.mark.parametrize("text", ["", "  ", "soon", "-5", "1:75", "h", "10x", "<b>1</b>"])
def test_what_is_no_duration(text: str) -> None:
    with pytest.raises(DurationTextError, match="is not a duration"):
        parse_duration(text)


def test_long_work_is_shown_in_days() -> None:
    shown = [format_duration(60 * hours) for hours in (47, 48, 49, 288)]
    assert shown == ["47 h", "2 d", "2 d 1 h", "12 d"]
    assert [format_duration(minutes) for minutes in (2881, -2880)] == ["48 h 01", "-2 d"]


@given(st.integers(0, 600_000))
def test_a_shown_duration_reads_back(minutes: int) -> None:
    assert parse_duration(format_duration(minutes)) == minutes


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("", []),
        ("1", [("a", FS, 0)]),
        ("1FS+10m; 2SS", [("a", FS, 10), ("b", SS, 0)]),
        ("2ff-5, #1 sf + 1:30", [("b", FF, -5), ("a", SF, 90)]),
        ("1-5m", [("a", FS, -5)]),
        ("id-bSS+1h", [("b", SS, 60)]),
        ("id-a", [("a", FS, 0)]),
    ],
)
def test_predecessors(text: str, links: list[tuple[str, LinkKind, int]]) -> None:
    expected = tuple(Link(f"id-{letter}", "id-d", kind, lag) for letter, kind, lag in links)
    assert parse_predecessors(text, "id-d", ROWS) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("9", "no row 9"),
        ("0", "no row 0"),
        ("4", "itself"),
        ("1XX", "not a predecessor"),
        ("1FS+soon", "lag"),
        ("1; 1", "repeats"),
        ("id-a!", "after the row"),
    ],
)
def test_what_is_no_predecessor(text: str, message: str) -> None:
    with pytest.raises(PredecessorTextError, match=message):
        parse_predecessors(text, "id-d", ROWS)


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(LinkKind), st.integers(-90, 90)), max_size=6)
)
def test_shown_predecessors_read_back(drawn: list[tuple[str, LinkKind, int]]) -> None:
    links = {(letter, kind): Link(f"id-{letter}", "id-d", kind, lag) for letter, kind, lag in drawn}
    text = format_predecessors(links.values(), ROWS)
    assert set(parse_predecessors(text, "id-d", ROWS)) == set(links.values())


NIGHT = WindowClock(datetime(2026, 1, 9, 21, 0, tzinfo=UTC), "Europe/Berlin", 480)  # Fri 22:00 to 06:00
SPRING = WindowClock(datetime(2026, 3, 28, 22, 0, tzinfo=UTC), "Europe/Berlin", 420)  # Sat 23:00 to 07:00
AUTUMN = WindowClock(datetime(2026, 10, 24, 21, 0, tzinfo=UTC), "Europe/Berlin", 540)  # Sat 23:00 to 07:00


@pytest.mark.parametrize(
    ("clock", "text", "minute", "is_fixed"),
    [
        (NIGHT, "22:15", 15, False),
        (NIGHT, "F 22:00", 0, True),
        (NIGHT, "f2230", 30, True),
        (NIGHT, "05:00", 420, False),
        (NIGHT, "21:30", -30, False),
        (NIGHT, "06:30", 510, False),
        (NIGHT, "23h05", 65, False),
        (NIGHT, "11 pm", 60, False),
        (NIGHT, "12:30 am", 150, False),
        (NIGHT, "02:00 +1", 240, False),
        (NIGHT, "22:00 -1", -1440, False),
        (NIGHT, "+1:30", 90, False),
        (NIGHT, "F -45", -45, True),
        (SPRING, "03:00", 180, False),
        (SPRING, "02:30", 210, False),
        (SPRING, "04:00", 240, False),
        (AUTUMN, "02:30", 210, False),
        (AUTUMN, "03:00", 300, False),
    ],
)
def test_clock_times(clock: WindowClock, text: str, minute: int, is_fixed: bool) -> None:
    assert parse_clock(text, clock) == (minute, is_fixed)


@pytest.mark.parametrize("text", ["", "F", "25:00", "22:60", "13 pm", "late", "+", "22:00 tomorrow"])
def test_what_is_no_clock_time(text: str) -> None:
    with pytest.raises(ClockTextError, match="is not a time"):
        parse_clock(text, NIGHT)


@given(st.sampled_from([NIGHT, SPRING, AUTUMN]), st.integers(-2_000, 4_000), st.booleans())
def test_a_shown_clock_time_reads_back(clock: WindowClock, minute: int, is_fixed: bool) -> None:
    assert parse_clock(format_clock(minute, clock, is_fixed), clock) == (minute, is_fixed)


@pytest.mark.parametrize(
    ("minute", "grid", "snapped"), [(7, 5, 5), (8, 5, 10), (-7, 5, -5), (7, 1, 7), (7, 0, 7)]
)
def test_snapping_to_the_grid(minute: int, grid: int, snapped: int) -> None:
    assert snap_to_grid(minute, grid) == snapped


def test_snapping_prefers_a_near_edge() -> None:
    assert snap_to_edges(33, [31, 60], 3, 5) == 31
    assert snap_to_edges(44, [31, 60], 3, 5) == 45


@pytest.mark.parametrize(
    ("start", "duration", "lies_at"),
    [(33, 20, 31), (36, 22, 38), (44, 30, 45), (29, 31, 29), (58, 2, 58)],
)
def test_a_bar_snaps_with_the_end_that_is_nearer_to_an_edge(start: int, duration: int, lies_at: int) -> None:
    assert snap_bar(start, duration, [31, 60], 3, 5) == lies_at


def test_without_edges_a_bar_snaps_to_the_grid() -> None:
    assert snap_bar(33, 20, [], 3, 5) == 35
