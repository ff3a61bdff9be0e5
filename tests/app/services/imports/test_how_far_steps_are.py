"""How far the steps of a plan are: by states, actual times or what share is done; never over the night."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.windows import MaintenanceWindow, WindowState
from app.services.imports.apply import apply
from app.services.imports.dry import plan, understand
from app.services.imports.kind import Planned
from app.services.sequences import open_sequence, save_sequence
from app.services.workplace import Workplace
from tests.app.services.imports.test_activities import bring, sequence_of
from tests.app.services.imports.test_activities import window as window

ACTUAL = (
    "ID,Task,Duration,Actual start,Actual finish{header}\n1,Stop,10m,21:05,21:15{first}\n"
    "2,Copy,1h,21:15,{second}\n3,Start,10m,,{third}\n"
)


def planned_of(workplace: Workplace, window: int, text: str) -> Planned:
    understood = understand(workplace, text.encode(), "activities")
    return plan(workplace, understood.table, understood.proposal.mapping, "Europe/Berlin", window_id=window)


def states(workplace: Workplace, window: int) -> list[str]:
    return [step.state.value for step in sequence_of(workplace, window).activities]


def test_what_began_runs_and_what_ended_is_done(workplace: Workplace, window: int) -> None:
    text = ACTUAL.format(header="", first="", second="", third="")
    bring(workplace, window, text)
    assert states(workplace, window) == ["done", "running", "planned"]
    assert bring(workplace, window, text).unchanged == 3
    bring(workplace, window, text.replace("21:15,\n", "21:15,22:40\n"))
    assert states(workplace, window) == ["done", "done", "planned"]


def test_states_go_before_times_and_what_differs_is_told(workplace: Workplace, window: int) -> None:
    text = ACTUAL.format(header=",Status", first=",planned", second=",failed", third=",in progress")
    planned = planned_of(workplace, window, text.replace("3,Start,10m,,", "3,Start,10m,22:15,22:20"))
    told = [one for one in planned.conversion.warnings if one.startswith("States and actual times")]
    assert told == [
        "States and actual times differ, and the states count: row 2, planned and ended by its actual times; "
        "row 4, running and ended by its actual times."
    ]
    apply(workplace, planned, "plan.csv")
    assert states(workplace, window) == ["planned", "failed", "running"]


SHARES = "ID,Task,Duration,{header}\n1,Stop,10m,{first}\n2,Copy,1h,{second}\n3,Start,10m,{third}\n"


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        ("% Complete", ("100%", "45%", "0%"), ["done", "running", "planned"]),
        ("% Abgeschlossen", ("100 %", "45 %", ""), ["done", "running", "planned"]),
        ("% achevé", ("100", "1", "0"), ["done", "running", "planned"]),
        ("% completado", ("1", "0.25", "0"), ["done", "running", "planned"]),
        ("% ukończenia", ('"1,0"', '"0,25"', "0"), ["done", "running", "planned"]),
        ("Progress", ("100%", "100%", "0%"), ["done", "done", "planned"]),
        ("% Complete,Status", ("100%,Open", "45%,Done", "0%,Open"), ["planned", "done", "planned"]),
        ("% Complete,Actual start", ("0%,21:05", "45%,21:10", "0%,"), ["running", "running", "planned"]),
    ],
)
def test_shares_are_a_guess_where_neither_states_nor_times_tell(
    workplace: Workplace, window: int, header: str, cells: tuple[str, str, str], expected: list[str]
) -> None:
    text = SHARES.format(header=header, first=cells[0], second=cells[1], third=cells[2])
    planned = planned_of(workplace, window, text)
    told = [one for one in planned.conversion.warnings if "this is a guess" in one]
    assert len(told) == ("," not in header)
    apply(workplace, planned, "plan.csv")
    assert states(workplace, window) == expected
    assert bring(workplace, window, text).unchanged == 3


def test_a_share_between_is_kept_with_the_step(workplace: Workplace, window: int) -> None:
    bring(workplace, window, SHARES.format(header="% Complete", first="100%", second="45%", third="0%"))
    found = [step.instructions for step in sequence_of(workplace, window).activities]
    assert found == ["", "Share done: 45%", ""]


def test_a_step_run_at_the_desk_stays_as_it_went(workplace: Workplace, window: int) -> None:
    text = SHARES.format(header="% Complete", first="0%", second="0%", third="0%")
    bring(workplace, window, text)
    view = open_sequence(workplace, window)
    first = view.sequence.activities[0]
    went = replace(first, state=type(first.state)("failed"), actual_start=5, actual_finish=9)
    save_sequence(workplace, window, view.sequence.replacing({first.id: went}), view.version)
    assert bring(workplace, window, text.replace("Copy,1h,0%", "Copy,1h,50%")).updated == 1
    assert states(workplace, window) == ["failed", "running", "planned"]
    planned = planned_of(workplace, window, text.replace("0%", "100%"))
    assert [(one.key, one.field) for one in planned.outcome.conflicts] == [("1", "state")]


def test_a_column_of_times_that_comes_later_tells_of_steps_nobody_ran(
    workplace: Workplace, window: int
) -> None:
    bring(workplace, window, "ID,Task,Duration\n1,Stop,10m\n2,Copy,1h\n3,Start,10m\n")
    planned = planned_of(workplace, window, ACTUAL.format(header="", first="", second="", third=""))
    assert planned.outcome.conflicts == []
    apply(workplace, planned, "plan.csv")
    assert states(workplace, window) == ["done", "running", "planned"]


def test_a_night_that_runs_is_told_by_its_log_alone(workplace: Workplace, window: int) -> None:
    text = ACTUAL.format(header="", first="", second="", third="")
    bring(workplace, window, text.replace("21:05,21:15", ",").replace("21:15,", ","))
    with workplace.write() as work:
        work.save(replace(work.get(MaintenanceWindow, window), state=WindowState.RUNNING))
        work.commit()
    planned = planned_of(workplace, window, text.replace("Start,10m", "Start,20m"))
    assert any(one.startswith("The night runs:") for one in planned.conversion.warnings)
    apply(workplace, planned, "plan.csv")
    steps = sequence_of(workplace, window).activities
    assert [(step.state.value, step.actual_start) for step in steps] == [("planned", None)] * 3
    assert steps[2].duration_minutes == 20
