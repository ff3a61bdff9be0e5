"""A plan that comes again while its night runs: nothing that was done at the desk is lost or contradicted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.windows import MaintenanceWindow
from app.sequencing.model import Activity
from app.services.night import acts, runs
from app.services.night.checking import disagreements
from app.services.windows import create_window
from app.services.workplace import Workplace
from tests.app.services.imports.test_activities import bring, sequence_of

OPENS = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
HEAD = "ID,Task,Duration,Predecessors,% Complete\n"
PLAN = HEAD + "1,Freeze,10m,,0%\n2,Backup,1h,1,0%\n3,Stop,5m,2,0%\n4,Install,2h,3FS+5m,0%\n"
LATER = (
    f"{HEAD}1,Freeze,10m,,50%\n2,Tell,5m,1,0%\n3,Backup,90m,2,100%\n4,Call,5m,3,0%\n5,Install,3h,3FS+5m,0%\n"
)
"""With rows put in, one taken out, and other lengths and shares."""


@pytest.fixture
def night(workplace: Workplace) -> tuple[int, int]:
    """A window and its run, which has begun with the plan: the first step is done, the second runs."""
    made = MaintenanceWindow("Cutover", OPENS, OPENS + timedelta(hours=8), "UTC")
    window = create_window(workplace, made).value.id or 0
    bring(workplace, window, PLAN)
    run = runs.begin(workplace, window, "Early").value
    steps = by_title(workplace, window)
    acts.start(workplace, run, steps["Freeze"].id)
    acts.finish(workplace, run, steps["Freeze"].id)
    acts.start(workplace, run, steps["Backup"].id)
    return window, run


def by_title(workplace: Workplace, window: int) -> dict[str, Activity]:
    return {step.title: step for step in sequence_of(workplace, window).activities}


def how_it_went(step: Activity) -> tuple[object, ...]:
    return step.id, step.state, step.actual_start, step.actual_finish


def test_what_was_done_at_the_desk_stays_and_the_plan_s_changes_come_in(
    workplace: Workplace, night: tuple[int, int]
) -> None:
    window, run = night
    before = by_title(workplace, window)
    done = bring(workplace, window, LATER)
    assert (done.created, done.updated, done.unchanged, done.rejected) == (2, 2, 1, 0)
    after = by_title(workplace, window)
    assert {title: how_it_went(after[title]) for title in before} == {
        title: how_it_went(step) for title, step in before.items()
    }
    lengths = {title: step.duration_minutes for title, step in after.items()}
    assert lengths == {"Freeze": 10, "Tell": 5, "Backup": 90, "Stop": 5, "Call": 5, "Install": 180}
    assert disagreements(workplace, run) == ()


def test_the_night_goes_on_and_the_plan_comes_in_unchanged(
    workplace: Workplace, night: tuple[int, int]
) -> None:
    window, run = night
    bring(workplace, window, LATER)
    acts.finish(workplace, run, by_title(workplace, window)["Backup"].id)
    assert bring(workplace, window, LATER).unchanged == 5
    assert by_title(workplace, window)["Backup"].state.value == "done"
    assert disagreements(workplace, run) == ()
