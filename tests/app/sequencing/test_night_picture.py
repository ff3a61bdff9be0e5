"""The picture of a minute: what runs, what is next for whom, what is late, decisions and countdowns."""

from __future__ import annotations

from typing import Any

import pytest

from app.sequencing.model import ActivityState, Link, Phase, Sequence
from app.sequencing.night_picture import GateState, NightPicture, night_picture
from app.sequencing.surroundings import PersonInfo, Surroundings
from tests.app.sequencing.worlds import network, step

ADA, BEN = 1, 2
PEOPLE = Surroundings(people={ADA: PersonInfo("Ada"), BEN: PersonInfo("Ben")}, team_names={7: "DBA"})
RUNNING, DONE, FAILED = ActivityState.RUNNING, ActivityState.DONE, ActivityState.FAILED
SKIPPED = ActivityState.SKIPPED


def picture(*parts: Any, minute: int, window: int = 120) -> NightPicture:
    """The picture of the parts at a minute."""
    return night_picture(network(*parts, window=window), minute, PEOPLE)


def night(**deploy: Any) -> tuple[Any, ...]:
    """Prepare, deploy and verify a change one after the other; then a decision and the end."""
    return (
        step("prepare", 10, phase=Phase.PREPARE, state=DONE, actual_start=0, actual_finish=10),
        step("deploy", 30, change_key="A", players=(ADA,), **deploy),
        step("verify", 20, change_key="A", phase=Phase.VERIFY, players=(BEN, ADA)),
        step("back", 25, change_key="A", phase=Phase.ROLLBACK, team_id=7),
        step("gate", 0, phase=Phase.CLOSE, is_go_no_go=True, team_id=7),
        Link("prepare", "deploy"),
        Link("deploy", "verify"),
        Link("verify", "gate"),
    )


def test_a_running_activity_shows_elapsed_of_planned_and_by_how_much_it_is_over() -> None:
    shown = picture(*night(state=RUNNING, actual_start=10), minute=55)
    assert [(one.activity.id, one.elapsed_minutes, one.over_minutes) for one in shown.running] == [
        ("deploy", 45, 15)
    ]
    assert shown.forecast.timings["verify"] == (55, 75)
    assert (shown.forecast.finish, shown.agreed_finish, shown.spare_minutes) == (75, 60, 45)
    assert (shown.done, shown.total) == (1, 4)


def test_next_for_whom_names_each_player_once_with_what_they_wait_for() -> None:
    shown = picture(*night(state=RUNNING, actual_start=10), minute=20)
    assert [(one.person_id, one.team_id, one.activity.id) for one in shown.next_steps] == [
        (BEN, None, "verify"),
        (ADA, None, "verify"),
        (None, 7, "gate"),
    ]
    assert shown.next_steps[0].waits_for == "“deploy” is running"
    ready = picture(*night(state=DONE, actual_start=10, actual_finish=38), minute=40)
    assert ready.next_steps[0].waits_for == ""


def test_what_runs_since_nobody_knows_when_has_not_run_too_long() -> None:
    shown = picture(*night(state=RUNNING), minute=45)
    assert [(one.activity.id, one.elapsed_minutes) for one in shown.running] == [("deploy", 0)]
    assert all(one.activity.id != "deploy" or not one.is_now for one in shown.late)


@pytest.mark.parametrize(
    ("deploy", "minute", "expected"),
    [
        ({}, 12, []),
        ({}, 16, [("deploy", 6, True), ("verify", 6, False), ("gate", 6, False)]),
        ({"state": RUNNING, "actual_start": 10}, 30, []),
        ({"state": RUNNING, "actual_start": 10}, 43, [("deploy", 3, True)]),
        ({"state": RUNNING, "actual_start": 18}, 30,
         [("deploy", 8, False), ("verify", 8, False), ("gate", 8, False)]),
        ({"state": DONE, "actual_start": 10, "actual_finish": 60}, 60,
         [("verify", 20, True), ("gate", 20, False)]),
    ],
)  # fmt: skip
def test_late_and_about_to_be_late(
    deploy: dict[str, Any], minute: int, expected: list[tuple[str, int, bool]]
) -> None:
    shown = picture(*night(**deploy), minute=minute)
    assert [(one.activity.id, one.late_minutes, one.is_now) for one in shown.late] == expected


@pytest.mark.parametrize(
    ("verify", "gate", "expected"),
    [
        ({}, {}, (GateState.AHEAD, 1)),
        ({"state": DONE, "actual_start": 0, "actual_finish": 9}, {}, (GateState.DUE, 0)),
        ({"state": DONE, "actual_start": 0, "actual_finish": 9},
         {"state": DONE, "actual_start": 9, "actual_finish": 9}, (GateState.GO, 0)),
        ({}, {"state": FAILED, "actual_start": 9, "actual_finish": 9}, (GateState.NO_GO, 1)),
        ({}, {"state": SKIPPED}, (GateState.LEFT_OUT, 1)),
    ],
)  # fmt: skip
def test_a_decision_is_ahead_due_or_taken(
    verify: dict[str, Any], gate: dict[str, Any], expected: tuple[GateState, int]
) -> None:
    shown = picture(
        step("verify", 9, **verify),
        step("gate", 0, is_go_no_go=True, **gate),
        Link("verify", "gate"),
        minute=9,
    )
    assert [(one.state, one.before_it) for one in shown.gates] == [expected]


def test_a_point_of_no_return_counts_down_passes_and_is_proven() -> None:
    early = picture(*night(state=RUNNING, actual_start=10), minute=20).countdowns[0]
    assert (early.point.minute, early.minutes_left, early.will_be_missed) == (95, 75, False)
    slow = picture(*night(state=RUNNING, actual_start=60), minute=80).countdowns[0]
    assert (slow.minutes_left, slow.is_passed, slow.will_be_missed) == (15, False, True)
    gone = picture(*night(state=RUNNING, actual_start=60), minute=100).countdowns[0]
    assert (gone.minutes_left, gone.is_passed) == (-5, True)
    verified = step(
        "verify", 20, change_key="A", phase=Phase.VERIFY, state=DONE, actual_start=40, actual_finish=60
    )
    parts = [
        one
        for one in night(state=DONE, actual_start=10, actual_finish=40)
        if getattr(one, "id", "") != "verify"
    ]
    proven = picture(*parts, verified, minute=100).countdowns[0]
    assert (proven.is_proven, proven.is_passed) == (True, False)


def test_an_empty_night_has_an_empty_picture() -> None:
    shown = night_picture(Sequence(window_minutes=60), 10, PEOPLE)
    assert (shown.running, shown.next_steps, shown.late, shown.gates, shown.countdowns) == (
        (),
        (),
        (),
        (),
        (),
    )
    assert (shown.forecast.finish, shown.spare_minutes) == (0, 60)


def test_a_rollback_step_has_no_agreed_time_and_is_not_late_for_it() -> None:
    parts = night(state=ActivityState.ROLLED_BACK, actual_start=10, actual_finish=50)
    shown = picture(*parts, minute=60)
    assert shown.agreed["back"].start == shown.forecast.timings["back"].start == 60
    assert "back" not in [step.activity.id for step in shown.late]
    assert "back" in [step.activity.id for step in shown.next_steps]
