"""What makes a change sound, what keeps it where it is, and what speaks against a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.changes import Change, ChangeClass, ChangeState
from app.domain.exceptions import ExceptionKind, ExceptionRequest
from app.domain.placement_rules import TargetFacts, change_problems, entering_problems, leaving_problems
from app.domain.windows import Checkpoint, Freeze, FreezeStrength, MaintenanceWindow, WindowState

STARTS_AT = datetime(2026, 11, 28, 21, tzinfo=UTC)
NOW = STARTS_AT - timedelta(days=4)
WINDOW = MaintenanceWindow(
    "Weekly window", STARTS_AT, STARTS_AT + timedelta(hours=8), "Europe/Berlin", capacity_minutes=480, id=1
)
CUTOFF = datetime(2026, 11, 25, 11, tzinfo=UTC)
OPEN_POINT = Checkpoint("In for test", CUTOFF, CUTOFF + timedelta(hours=1))
FROZEN_POINT = replace(OPEN_POINT, frozen_at=CUTOFF, frozen_hash="a" * 64)
FREEZE = Freeze(
    "Year end", STARTS_AT, STARTS_AT + timedelta(days=3), "Europe/Berlin", applications=(5,), id=3
)
CHANGE = Change("CHG-1", "Hotfix", applications=(5,), expected_downtime_minutes=60, id=1)
FACTS = TargetFacts(WINDOW, (OPEN_POINT,), (), 0, 0)

SOUNDNESS: list[tuple[dict[str, Any], bool, str]] = [
    ({"key": " "}, False, "needs a key"),
    ({}, True, "CHG-1 already"),
    ({"title": "\t"}, False, "needs a title"),
    ({"title": "x" * 20_001}, False, "20,000"),
    ({"impact": 0}, False, "Impact runs from 1 to 5"),
    ({"likelihood": 6}, False, "Likelihood runs from 1 to 5"),
    ({"expected_downtime_minutes": -1}, False, "negative"),
    ({"planned_digest": "abc"}, False, "SHA-256"),
    ({"planned_digest": "G" * 64}, False, "SHA-256"),
    ({"is_date_approved": True}, False, "no deployment date"),
]


@pytest.mark.parametrize(("fields", "is_taken", "text"), SOUNDNESS)
def test_each_fault_of_a_change_is_said(fields: dict[str, Any], is_taken: bool, text: str) -> None:
    """One fault, one sentence."""
    problems = change_problems(replace(CHANGE, **fields), is_key_taken=is_taken)
    assert len(problems) == 1
    assert text in problems[0]


def test_a_sound_change_has_no_problem_and_an_unsound_one_says_all() -> None:
    """Every problem is named at once."""
    sound = replace(
        CHANGE, planned_digest="0af" * 21 + "0", deployment_on=date(2026, 11, 28), is_date_approved=True
    )
    assert change_problems(sound, is_key_taken=False) == []
    unsound = replace(CHANGE, title="", impact=9, expected_downtime_minutes=-5)
    assert len(change_problems(unsound, is_key_taken=True)) == 4


SOFT_FREEZE = replace(FREEZE, strength=FreezeStrength.WITH_SIGNATURES)


def allowed(kind: ExceptionKind, checkpoint: str = "", freeze_id: int | None = None) -> dict[str, Any]:
    """The facts with an approved exception of the change."""
    request = ExceptionRequest(1, kind, 1, 1, 1, checkpoint, freeze_id=freeze_id)
    return {"allowed": {1: (request,)}}


INTO_FREEZE = allowed(ExceptionKind.FREEZE, freeze_id=3)
LATE = allowed(ExceptionKind.LATE, "In for test")
LEAVING = [
    (ChangeState.READY, None, ""),
    (ChangeState.DEFERRED, WindowState.CLOSED, "closed"),
    (ChangeState.INTAKE, WindowState.LOCKED, ""),
    (ChangeState.INTAKE, WindowState.RUNNING, "running"),
    (ChangeState.DEPLOYED, None, "its record stays"),
    (ChangeState.ROLLED_BACK, WindowState.RUNNING, "rolled back"),
    (ChangeState.FAILED, None, "its record stays"),
    (ChangeState.CLOSED, None, "its record stays"),
    (ChangeState.WITHDRAWN, None, "withdrawn"),
]


@pytest.mark.parametrize(("state", "source", "text"), LEAVING)
def test_what_keeps_a_change_where_it_is(state: ChangeState, source: WindowState | None, text: str) -> None:
    """Records of the past and of a running window do not move."""
    window = replace(WINDOW, state=source) if source is not None else None
    problems = leaving_problems(replace(CHANGE, state=state), window)
    assert len(problems) == (1 if text else 0)
    assert text in "".join(problems)


ENTERING: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({}, {}, ""),
    ({}, {"window": replace(WINDOW, state=WindowState.CLOSED)}, "The window is closed"),
    ({}, {"window": replace(WINDOW, state=WindowState.CANCELLED)}, "The window is cancelled"),
    ({}, {"window": replace(WINDOW, starts_at=NOW)}, "has begun"),
    ({}, {"freezes": (FREEZE,)}, "Freeze 'Year end'"),
    ({}, {"freezes": (FREEZE,), **INTO_FREEZE}, "It is hard"),
    ({}, {"freezes": (SOFT_FREEZE,)}, "An exception into a freeze, once approved, lets it in"),
    ({}, {"freezes": (SOFT_FREEZE,), **INTO_FREEZE}, ""),
    ({}, {"freezes": (replace(SOFT_FREEZE, id=4),), **INTO_FREEZE}, "into a freeze"),
    ({}, {"freezes": (SOFT_FREEZE,), **LATE}, "into a freeze"),
    ({}, {"freezes": (SOFT_FREEZE,), **allowed(ExceptionKind.EMERGENCY)}, ""),
    ({"applications": (6,)}, {"freezes": (FREEZE,)}, ""),
    ({}, {"checkpoints": (FROZEN_POINT,)}, "In for test closed Wed 25 Nov 12:00"),
    ({"change_class": ChangeClass.EMERGENCY}, {"checkpoints": (FROZEN_POINT,)}, "(emergency deployment)"),
    ({}, {"checkpoints": (FROZEN_POINT,), **LATE}, ""),
    ({}, {"checkpoints": (replace(FROZEN_POINT, name="Ready for production"),), **LATE}, "is late"),
    ({}, {"checkpoints": (FROZEN_POINT,), **INTO_FREEZE}, "is late"),
    ({}, {"checkpoints": (FROZEN_POINT,), **allowed(ExceptionKind.EMERGENCY)}, ""),
    ({}, {"load_changes": 40, **allowed(ExceptionKind.OVER_CAPACITY)}, ""),
    ({}, {"load_changes": 40, **LATE}, "An exception over capacity, once approved, lets it in"),
    ({}, {"load_changes": 39}, ""),
    ({}, {"load_changes": 40}, "41 changes; its capacity is 40"),
    ({}, {"load_minutes": 420}, ""),
    ({}, {"load_minutes": 421}, "481 min; its capacity is 480 min"),
]


@pytest.mark.parametrize(("change", "facts", "text"), ENTERING)
def test_what_speaks_against_entering(change: dict[str, Any], facts: dict[str, Any], text: str) -> None:
    """State, past, hard freezes in scope, cutoffs and capacity."""
    problems = entering_problems([replace(CHANGE, **change)], replace(FACTS, **facts), NOW)
    assert len(problems) == (1 if text else 0), problems
    assert text in "".join(problems)


@given(st.integers(0, 60), st.integers(0, 60), st.lists(st.integers(0, 200), min_size=1, max_size=5))
def test_capacity_is_refused_exactly_when_it_is_exceeded(held: int, room: int, minutes: list[int]) -> None:
    """Both capacities, counted with all that wants to enter."""
    window = replace(WINDOW, capacity_deployments=room, capacity_minutes=room * 10)
    facts = replace(FACTS, window=window, load_changes=held, load_minutes=held * 10)
    changes = [replace(CHANGE, expected_downtime_minutes=one) for one in minutes]
    problems = entering_problems(changes, facts, NOW)
    assert any("deployments" in one for one in problems) is (held + len(minutes) > room)
    assert any("min; its capacity" in one for one in problems) is (held * 10 + sum(minutes) > room * 10)
