"""Where a window may stand, and the nearest place where it may."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.window_rules import MOVABLE, move_problems, nearest_legal_start, state_problem, time_problems
from app.domain.windows import MaintenanceWindow, WindowState

START = datetime(2026, 11, 28, 21, tzinfo=UTC)
HOUR, NOW = timedelta(hours=1), START - timedelta(days=4)
WINDOW = MaintenanceWindow("Weekly window", START, START + 8 * HOUR, "Europe/Berlin", series_id=1, id=1)
NEXT = replace(WINDOW, id=2, starts_at=START + timedelta(7), ends_at=START + timedelta(7) + 8 * HOUR)


@pytest.mark.parametrize("state", list(WindowState))
def test_only_a_window_ahead_can_be_moved(state: WindowState) -> None:
    """What runs, is closed or cancelled stays, and says so."""
    problem = state_problem(replace(WINDOW, state=state))
    assert bool(problem) is (state not in MOVABLE)
    assert (state.value in problem) or not problem


CASES = [
    (START, START + 8 * HOUR, (NEXT,), ""),
    (START, START, (), "ends after it starts"),
    (START, START + timedelta(days=8), (), "at most 7 days"),
    (NOW - HOUR, NOW + HOUR, (), "in the past"),
    (NEXT.starts_at - HOUR, NEXT.starts_at + HOUR, (NEXT,), "overlap Weekly window of 05 Dec 2026"),
    (NEXT.starts_at - HOUR, NEXT.starts_at, (NEXT,), ""),
    (NEXT.starts_at, NEXT.ends_at, (replace(NEXT, state=WindowState.CANCELLED),), ""),
    (NEXT.starts_at, NEXT.ends_at, (replace(NEXT, series_id=2),), ""),
    (START, START + 8 * HOUR, (WINDOW,), ""),
]


@pytest.mark.parametrize(("starts_at", "ends_at", "others", "text"), CASES)
def test_times(
    starts_at: datetime, ends_at: datetime, others: tuple[MaintenanceWindow, ...], text: str
) -> None:
    """Each fault is said once; what only touches does not overlap."""
    problems = time_problems(WINDOW, starts_at, ends_at, others, NOW)
    assert len(problems) == (1 if text else 0), problems
    assert text in "".join(problems)


def test_a_window_that_cannot_move_says_only_that() -> None:
    """Its times do not matter then, and there is no place for it."""
    closed = replace(WINDOW, state=WindowState.CLOSED)
    assert move_problems(closed, NOW - HOUR, NOW, (), NOW) == (state_problem(closed),)
    assert nearest_legal_start(closed, START, HOUR, (), NOW) is None


@given(st.integers(-40, 40), st.integers(1, 24))
def test_the_nearest_start_is_legal(days: int, hours: int) -> None:
    """Wherever the window is wanted; a legal wish is granted."""
    wanted = START + timedelta(days=days)
    found = nearest_legal_start(WINDOW, wanted, hours * HOUR, (NEXT,), NOW)
    assert found is not None
    assert time_problems(WINDOW, found, found + hours * HOUR, (NEXT,), NOW) == ()
    if not time_problems(WINDOW, wanted, wanted + hours * HOUR, (NEXT,), NOW):
        assert found == wanted
