"""The forecast of the night, the players' needs, and the difference between two sequences."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.sequencing.diff import compare, describe_difference
from app.sequencing.editing import link_activities, move_activities, set_field
from app.sequencing.forecast import forecast
from app.sequencing.model import ActivityState, Link, Phase
from app.sequencing.passes import schedule
from app.sequencing.players import player_loads
from app.sequencing.surroundings import PersonInfo, Surroundings
from tests.app.sequencing.worlds import chain, network, step

DONE, RUNNING, SKIPPED = ActivityState.DONE, ActivityState.RUNNING, ActivityState.SKIPPED


@pytest.mark.parametrize(
    ("fields", "now", "expected"),
    [
        ({"state": DONE, "actual_start": 2, "actual_finish": 9}, 50, [(2, 9), (50, 60)]),
        ({"state": DONE, "actual_start": 2, "actual_finish": 9}, 5, [(2, 9), (9, 19)]),
        ({"state": RUNNING, "actual_start": 4}, 8, [(4, 14), (14, 24)]),
        ({"state": RUNNING, "actual_start": 4}, 30, [(4, 30), (30, 40)]),
        ({}, 30, [(30, 40), (40, 50)]),
        ({"fixed_start": 45}, 30, [(45, 55), (55, 65)]),
        ({"state": SKIPPED}, 30, [(0, 0), (30, 40)]),
    ],
    ids=["finished", "finished late", "running", "overrunning", "waiting", "fixed", "skipped"],
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


def test_a_difference_in_words() -> None:
    before = chain("abc")
    outcome = schedule(before)
    starts = {activity_id: timing.start for activity_id, timing in outcome.timings.items()}
    after = move_activities(before, starts, ["c"], 15).sequence
    after = set_field(after, ["b"], "players", (1,)).sequence
    after = link_activities(after, Link("a", "c", lag_minutes=5)).sequence
    difference = compare(before, outcome, after, schedule(after))
    world = Surroundings(people={1: PersonInfo("Ada Moss")})
    assert describe_difference(difference, before, after, world) == [
        "Finishes 15 min later, at +0:45.",
        "“c” starts 15 min later, at +0:35.",
        "“b” goes from nobody to Ada Moss.",
        "“c” now waits for “a” (FS+5 min).",
    ]
    assert compare(before, outcome, before, outcome).is_empty


def test_additions_and_removals_in_words() -> None:
    before, after = chain("ab"), network(step("b", 25), step("c"))
    difference = compare(before, schedule(before), after, schedule(after))
    lines = describe_difference(difference, before, after, Surroundings())
    assert "“c” is new." in lines
    assert "“a” is gone." in lines
    assert "“b” takes 25 min instead of 10 min." in lines
    assert replace(difference, added=()) != difference
