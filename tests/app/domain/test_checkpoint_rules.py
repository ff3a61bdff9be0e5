"""What frozen checkpoints make of a window, and what is said of unsound criteria."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.checkpoint_rules import criteria_problems
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
