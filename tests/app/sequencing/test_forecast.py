"""The forecast of the night, the players' needs, and the difference between two sequences."""

from __future__ import annotations

from typing import Any

import pytest

from app.sequencing.forecast import forecast
from app.sequencing.model import ActivityState, Link, Phase
from app.sequencing.passes import schedule
from app.sequencing.players import player_loads
from tests.app.sequencing.worlds import network, step

DONE, RUNNING, SKIPPED = ActivityState.DONE, ActivityState.RUNNING, ActivityState.SKIPPED


@pytest.mark.parametrize(
    ("fields", "now", "expected"),
    [
        ({"state": DONE, "actual_start": 2, "actual_finish": 9}, 50, [(2, 9), (50, 60)]),
        ({"state": DONE, "actual_start": 2, "actual_finish": 9}, 5, [(2, 9), (9, 19)]),
        ({"state": DONE}, 50, [(0, 10), (50, 60)]),
        ({"state": DONE, "planned_start": 40}, 30, [(30, 30), (30, 40)]),
        ({"state": DONE, "actual_start": 22}, 30, [(22, 30), (30, 40)]),
        ({"state": RUNNING, "actual_start": 4}, 8, [(4, 14), (14, 24)]),
        ({"state": RUNNING, "actual_start": 4}, 30, [(4, 30), (30, 40)]),
        ({}, 30, [(30, 40), (40, 50)]),
        ({"fixed_start": 45}, 30, [(45, 55), (55, 65)]),
        ({"state": SKIPPED}, 30, [(0, 0), (30, 40)]),
    ],
    ids=[
        "finished",
        "finished late",
        "done",
        "done before",
        "done since",
        "running",
        "overrunning",
        "waiting",
        "fixed",
        "skipped",
    ],
)
def test_the_rule_for_each_state(fields: dict[str, Any], now: int, expected: list[tuple[int, int]]) -> None:
    sequence = network(step("a", 10, **fields), step("b", 10), Link("a", "b"))
    assert list(forecast(sequence, now).timings.values()) == expected


def test_late_ones_are_named_and_rollback_steps_left_out() -> None:
    undo = step("undo", 500, change_key="C", phase=Phase.ROLLBACK)
    sequence = network(step("a", 10, deadline=0), step("b", 10), undo, Link("a", "b"), window=30)
    outcome = forecast(sequence, 15)
    assert (outcome.finish, outcome.fits, outcome.late) == (35, False, ("a", "b"))


def test_who_is_needed_when() -> None:
    parts = [
        step("a", 20, players=(1, 2)),
        step("b", 20, players=(1,), planned_start=10),
        step("c", 10, players=(1,), planned_start=40),
        step("d", 10, players=(1,), planned_start=100),
    ]
    sequence = network(*parts)
    load = player_loads(sequence, schedule(sequence), gap_minutes=15)[1]
    assert load.stretches == ((0, 50), (100, 110))
    assert (load.busy_minutes, load.first_needed, load.last_needed) == (50, 0, 110)
