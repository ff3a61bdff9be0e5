"""Days of plans, which may be those of work, and go/no-go points told by what steps are called."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.windows import MaintenanceWindow
from app.services.imports.dry import understand
from app.services.imports.kinds.meant import order_meant
from app.services.workplace import Workplace
from app.store.reading import find
from tests.app.services.imports.test_activities import bring, sequence_of
from tests.app.services.imports.test_activities import window as window
from tests.app.services.imports.test_how_far_steps_are import planned_of


def told(workplace: Workplace, window: int, text: str, words: str) -> list[str]:
    return [one for one in planned_of(workplace, window, text).conversion.warnings if words in one]


PLAIN = "ID,Task,Duration,Predecessors\n1,Copy,{first},\n2,Test,{second},{link}\n"


@pytest.mark.parametrize(
    ("first", "second", "link", "which"),
    [
        ("2 days", "30 min", "1", "1 duration (row 2, 2 d)"),
        ("2 Tage", "1w", "1EA+1 Tag", "2 durations (row 2, 2 d, row 3, 7 d) and 1 lag (row 3, +1 d)"),
        ("2h", "30 min", "1-FS=P2D", "1 lag (row 3, +2 d)"),
        ("2ed", "48 h", "1FS+24h", ""),
        ("0 days", "1:30", "1", ""),
    ],
)
def test_days_that_nothing_tells_the_length_of_are_told(
    workplace: Workplace, window: int, first: str, second: str, link: str, which: str
) -> None:
    text = PLAIN.format(first=first, second=second, link=link)
    found = told(workplace, window, text, "A day is counted as 24 hours")
    assert len(found) == bool(which)
    assert all(f"in {which}:" in one for one in found)


def test_days_of_work_are_told_by_the_steps_that_have_times(workplace: Workplace, window: int) -> None:
    text = (
        "ID,Task,Duration,Start,Finish,Predecessors\n"
        "1,Copy,1 day,27.03.2026 08:00,27.03.2026 17:00,\n"
        "2,Test,2 days,,,1\n"
        "3,Tell,30 min,27.03.2026 09:00,27.03.2026 09:30,\n"
    )
    assert told(workplace, window, text, "A day is counted") == []
    bring(workplace, window, text)
    minutes = [step.duration_minutes for step in sequence_of(workplace, window).activities]
    assert minutes == [9 * 60, 2 * 8 * 60, 30]


def test_bare_numbers_that_are_far_fewer_than_the_days_are_none(workplace: Workplace, window: int) -> None:
    text = (
        "ID,Name,Start,Finish,Time required\n1,Stop,2027-01-11,2027-01-17,1\n2,Up,2027-01-18,2027-02-07,3\n"
    )
    bring(workplace, window, text)
    minutes = [step.duration_minutes for step in sequence_of(workplace, window).activities]
    assert minutes == [7 * 1440, 21 * 1440]


@pytest.mark.parametrize(
    ("link", "start", "lag"),
    [
        ("1FS+1d", "28.03.2026 14:00", 8 * 60),
        ("1FS+1d", "29.03.2026 06:00", 23 * 60),
        ("1FS+1d", "31.03.2026 06:00", 24 * 60),
        ("1FS-1d", "28.03.2026 02:00", -4 * 60),
        ("1SS+1d", "28.03.2026 10:00", 8 * 60),
        ("1FS+1ed", "28.03.2026 14:00", 24 * 60),
        ("1FS+1d", "28.03.2026 09:00", 24 * 60),
    ],
)
def test_lags_of_days_are_no_longer_than_what_lies_between(
    workplace: Workplace, window: int, link: str, start: str, lag: int
) -> None:
    text = (
        "ID,Task,Duration,Start,Finish,Predecessors\n"
        "1,Copy,4h,28.03.2026 02:00,28.03.2026 06:00,\n"
        f"2,Test,1h,{start},31.03.2026 17:00,{link}\n"
    )
    bring(workplace, window, text)
    assert [one.lag_minutes for one in sequence_of(workplace, window).links] == [lag]
    is_contradicted = start == "28.03.2026 09:00"
    assert bool(told(workplace, window, text, "A day is counted")) == is_contradicted


MARKS = (
    "ID,Task,Duration,Phase,{header}\n1,Stop,10m,Prepare,{first}\n2,{title},0m,{phase},{second}\n"
    "3,Start,10m,Prepare,\n"
)


@pytest.mark.parametrize(
    ("title", "phase", "header", "cells", "marked"),
    [
        ("Go/No-Go decision", "Prepare", "Type", ("Task", "Task"), ["2"]),
        ("Decide", "Go/No-Go", "Remark", ("", ""), ["2"]),
        ("Decide", "Prepare", "Milestone Type", ("", ""), []),
        ("Decide", "Prepare", "Type", ("Task", "Go/No-Go"), ["2"]),
        ("Go/No-Go decision", "Prepare", "Go/No-Go", ("yes", "no"), ["1"]),
        ("Go/No-Go decision", "Prepare", "Go/No-Go", ("", ""), ["2"]),
    ],
)
def test_go_no_go_points_are_told_by_what_they_are_called(
    workplace: Workplace,
    window: int,
    title: str,
    phase: str,
    header: str,
    cells: tuple[str, str],
    marked: list[str],
) -> None:
    text = MARKS.format(header=header, title=title, phase=phase, first=cells[0], second=cells[1])
    found = told(workplace, window, text, "Taken for go/no-go points")
    bring(workplace, window, text)
    assert [
        step.source_key for step in sequence_of(workplace, window).activities if step.is_go_no_go
    ] == marked
    is_told_by_column = header == "Go/No-Go" and any(cells)
    assert len(found) == (bool(marked) and not is_told_by_column)
    assert bring(workplace, window, text).unchanged == 3


@pytest.mark.parametrize(
    ("days", "order"),
    [
        (("05/04/2026", "06/04/2026"), "dmy"),
        (("04/05/2026", "04/06/2026"), "mdy"),
        (("04/04/2026", "04/04/2026"), ""),
        (("01/02/2026", "02/02/2026"), ""),
    ],
)
def test_the_window_tells_how_dates_are_read(
    workplace: Workplace, window: int, days: tuple[str, str], order: str
) -> None:
    """The window opens on 28 March."""
    text = f"ID,Task,Start,Predecessors\n1,Stop,{days[0]},\n2,Copy,{days[1]},1\n"
    found = understand(workplace, text.encode(), "activities")
    with workplace.read() as connection:
        (known,) = find(connection, MaintenanceWindow)
    moved = replace(
        known, starts_at=known.starts_at + timedelta(days=7), ends_at=known.ends_at + timedelta(days=7)
    )
    assert order_meant(found.table, found.proposal.mapping, ["Start"], "Europe/Berlin", moved) == order
