"""What the clock moves on, and the columns that follow the gates."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.changes import Change, ChangeState
from app.domain.criteria import IN_FOR_TEST, READY_FOR_PRODUCTION
from app.domain.gates import Gate, GateResult
from app.domain.lifecycle import (
    window_state_at,
)
from app.domain.progress import Column, column_of, progress
from app.domain.windows import Checkpoint, MaintenanceWindow, WindowState

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
START = datetime(2026, 11, 28, 21, tzinfo=UTC)
HOUR = timedelta(hours=1)
WINDOW = MaintenanceWindow(
    "Weekly", START, START + 8 * HOUR, "Europe/Berlin", id=1, capacity_deployments=2, capacity_minutes=480
)
IN_TEST = Checkpoint("In for test", datetime(2026, 11, 25, 11, tzinfo=UTC), NOW, IN_FOR_TEST)
READY = Checkpoint(
    "Ready for production", datetime(2026, 11, 27, 9, tzinfo=UTC), NOW, READY_FOR_PRODUCTION, is_final=True
)
POINTS = (IN_TEST, READY)
CHANGE = Change("CHG-1", "t", deployment_on=date(2026, 11, 28), configuration_items=(5,), id=1)


def gates(result: GateResult = GateResult.MET, **others: GateResult) -> tuple[Gate, ...]:
    """The gates of both checkpoints, with some by code."""
    return tuple(
        Gate(
            point.name, spec.code, spec.label, spec.short, others.get(spec.code.replace("-", "_"), result), ""
        )
        for point in POINTS
        for spec in point.criteria
    )


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (START - timedelta(weeks=5), WindowState.PLANNED),
        (START - timedelta(weeks=4), WindowState.INTAKE),
        (IN_TEST.cutoff_at, WindowState.TESTING),
        (READY.cutoff_at - 24 * HOUR, WindowState.FINAL),
        (READY.cutoff_at, WindowState.LOCKED),
        (START, WindowState.RUNNING),
    ],
)
def test_time_moves_a_window_on(now: datetime, state: WindowState) -> None:
    assert window_state_at(WINDOW, POINTS, now) is state
    for fixed in (WindowState.CANCELLED, WindowState.CLOSED):
        assert window_state_at(replace(WINDOW, state=fixed), POINTS, now) is fixed


@pytest.mark.parametrize(
    ("frozen", "state"),
    [((), WindowState.INTAKE), ((0,), WindowState.TESTING), ((0, 1), WindowState.LOCKED)],
)
def test_a_checkpoint_frozen_before_its_cutoff_moves_a_window_on(
    frozen: tuple[int, ...], state: WindowState
) -> None:
    early = START - timedelta(weeks=2)
    points = [
        replace(point, frozen_at=early, frozen_hash="ab") if place in frozen else point
        for place, point in enumerate(POINTS)
    ]
    assert window_state_at(WINDOW, points, early) is state


@given(
    minutes=st.lists(st.integers(-50_000, 2_000), min_size=2, max_size=2), state=st.sampled_from(WindowState)
)
def test_a_window_never_goes_back(minutes: list[int], state: WindowState) -> None:
    order = list(WindowState)
    early, late = (START + timedelta(minutes=one) for one in sorted(minutes))
    first = replace(WINDOW, state=window_state_at(replace(WINDOW, state=state), POINTS, early))
    assert order.index(first.state) >= order.index(state)
    assert order.index(window_state_at(first, POINTS, late)) >= order.index(first.state)


@pytest.mark.parametrize(
    ("found", "column"),
    [
        (gates(GateResult.NOT_EVALUATED), Column.INTAKE),
        (gates(GateResult.NOT_EVALUATED, build=GateResult.MET, test=GateResult.MET), Column.IN_TEST),
        (gates(verified=GateResult.NOT_MET), Column.TESTED),
        (gates(digest=GateResult.NOT_EVALUATED), Column.PRE_PRODUCTION),
        (gates(qa=GateResult.WAIVED), Column.READY),
        ((), Column.INTAKE),
    ],
)
def test_the_column_follows_the_gates(found: tuple[Gate, ...], column: Column) -> None:
    assert progress(CHANGE, found, POINTS) is column
    out = replace(CHANGE, state=ChangeState.ROLLED_BACK)
    assert progress(out, found, POINTS) is Column.ROLLED_BACK


def test_every_state_has_its_column() -> None:
    assert {column_of(state) for state in ChangeState} == set(Column)
