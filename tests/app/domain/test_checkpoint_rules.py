"""What frozen checkpoints make of a window, and what is said of unsound criteria."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.checkpoint_rules import criteria_problems, window_state_after
from app.domain.criteria import IN_FOR_TEST, READY_FOR_PRODUCTION
from app.domain.gates import CriterionKind, CriterionSpec
from app.domain.windows import Checkpoint, MaintenanceWindow, WindowState

AT = datetime(2026, 11, 25, 11, tzinfo=UTC)
WINDOW = MaintenanceWindow("Weekly window", AT, AT + timedelta(hours=8), "UTC")
ORDER = list(WindowState)


def points(frozen: int, count: int) -> list[Checkpoint]:
    """So many checkpoints, of which the first ones are frozen."""
    return [
        Checkpoint(str(number), AT, AT, frozen_at=AT if number < frozen else None) for number in range(count)
    ]


@pytest.mark.parametrize(
    ("state", "frozen", "count", "expected"),
    [
        ("intake", 0, 2, "intake"),
        ("intake", 1, 2, "testing"),
        ("testing", 2, 2, "locked"),
        ("planned", 1, 1, "locked"),
        ("testing", 1, 3, "testing"),
        ("testing", 2, 3, "final"),
        ("final", 3, 3, "locked"),
        ("running", 1, 2, "running"),
        ("closed", 2, 2, "closed"),
        ("cancelled", 2, 2, "cancelled"),
        ("planned", 0, 0, "planned"),
    ],
)
def test_frozen_checkpoints_move_a_window_on(state: str, frozen: int, count: int, expected: str) -> None:
    """Testing after the first, final before the last of several, locked after all."""
    window = replace(WINDOW, state=WindowState(state))
    assert window_state_after(window, points(frozen, count)) is WindowState(expected)


@given(st.sampled_from(ORDER), st.integers(0, 6), st.integers(0, 6))
def test_a_window_never_goes_back(state: WindowState, frozen: int, count: int) -> None:
    """Whatever is frozen."""
    found = window_state_after(replace(WINDOW, state=state), points(frozen, count))
    assert ORDER.index(found) >= ORDER.index(state)


DATE = CriterionSpec("date", "Date approved", "Date", CriterionKind.DATE_APPROVED)


@pytest.mark.parametrize(
    ("criteria", "text"),
    [
        ((DATE, DATE), "used twice"),
        ((replace(DATE, code=""),), "is no code"),
        ((replace(DATE, code="a b"),), "'a b' is no code"),
        ((replace(DATE, label=" "),), "needs a label"),
        ((replace(DATE, short=""),), "short word"),
        ((replace(DATE, kind=CriterionKind.DEPLOYED),), "environment stage"),
        ((replace(DATE, kind=CriterionKind.ATTESTED),), "role that attests"),
    ],
)
def test_each_fault_of_criteria_is_said(criteria: tuple[CriterionSpec, ...], text: str) -> None:
    """One fault, one sentence."""
    problems = criteria_problems(criteria)
    assert len(problems) == 1
    assert text in problems[0]


@pytest.mark.parametrize("criteria", [IN_FOR_TEST, READY_FOR_PRODUCTION, ()])
def test_the_default_criteria_are_sound(criteria: tuple[CriterionSpec, ...]) -> None:
    """Nothing is said of them."""
    assert criteria_problems(criteria) == []
