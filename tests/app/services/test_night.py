"""A night on both engines: it writes through, its log cannot be bent, a rehearsal stays apart."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from app.domain.changes import ChangeState
from app.domain.windows import MaintenanceWindow, WindowState
from app.sequencing.model import ActivityState
from app.sequencing.night import Choice, fold
from app.sequencing.night_words import Result
from app.services.audit import verify_chain
from app.services.errors import RefusedError
from app.services.night import acts, replanning, runs
from app.services.night.checking import disagreements
from app.services.night.export import export_log
from app.services.night.models import ReasonNeededError
from app.services.night.status import status_data, status_text
from app.services.sequences import open_sequence, save_sequence
from app.services.workplace import open_workplace
from app.store.reading import get
from tests.app.services.night_world import (
    BACK,
    CLOSE,
    DEPLOY,
    GATE,
    PREPARE,
    SECOND,
    VERIFY,
    NightWorld,
    make_night_world,
)
from tests.templates import CopyOf

RUNNING, DONE, PLANNED = ActivityState.RUNNING, ActivityState.DONE, ActivityState.PLANNED


@pytest.fixture
def world(copy_of: CopyOf) -> NightWorld:
    """The locked window."""
    return copy_of(make_night_world)


def follows_from_its_log(world: NightWorld) -> bool:
    """Whether the stored sequence is the fold of the real run's log over the plan it began with."""
    view = world.night()
    return fold(view.run.plan, view.entries) == world.stored()


def run_to_the_decision(world: NightWorld) -> int:
    """Begin, and be done with CHG-1 at minute 62; returns the run's id."""
    run_id = runs.begin(world.workplace, world.window_id).value
    for minute, act, activity in (
        (1, acts.start, PREPARE),
        (11, acts.finish, PREPARE),
        (11, acts.start, DEPLOY),
        (42, acts.finish, DEPLOY),
        (42, acts.start, VERIFY),
        (62, acts.finish, VERIFY),
    ):
        world.clock.at(minute)
        act(world.workplace, run_id, activity)
    return run_id


def test_a_night_without_trouble_ends_with_everything_deployed(world: NightWorld) -> None:
    run_id = run_to_the_decision(world)
    workplace = world.workplace
    acts.decide(workplace, run_id, GATE, True)
    acts.start(workplace, run_id, SECOND)
    world.clock.at(95)
    acts.finish(workplace, run_id, SECOND, world.clock.now - timedelta(minutes=10))
    acts.start(workplace, run_id, CLOSE)
    world.clock.at(106)
    acts.finish(workplace, run_id, CLOSE)
    done = runs.close_window(workplace, run_id)
    assert done.value == {"CHG-1": Result.DEPLOYED, "CHG-2": Result.DEPLOYED}
    assert (world.state_of("CHG-1"), world.state_of("CHG-2")) == (ChangeState.DEPLOYED, ChangeState.DEPLOYED)
    with workplace.read() as connection:
        assert get(connection, MaintenanceWindow, world.window_id).state is WindowState.CLOSED
    assert world.stored().activity(SECOND).actual_finish == 85
    assert follows_from_its_log(world)
    assert verify_chain(workplace).is_ok
    assert world.night().is_over
    with pytest.raises(RefusedError, match="is over"):
        acts.note(workplace, run_id, "too late")


def test_every_act_is_kept_with_both_its_times_and_its_actor(world: NightWorld) -> None:
    run_id = runs.begin(world.workplace, world.window_id).value
    world.clock.at(12)
    line = acts.start(world.workplace, run_id, PREPARE, world.clock.now - timedelta(minutes=10)).value
    view = world.night()
    assert view.log[-1] == line
    assert (line.happened_at, line.recorded_at) == (view.run.instant(2), view.run.instant(12))
    assert line.actor == world.workplace.actor
    assert line.said == "Started “Stop the batch” (Ada)"
    assert world.stored().activity(PREPARE).actual_start == 2


@pytest.mark.parametrize("statement", ["UPDATE night_log SET said = 'x'", "DELETE FROM night_log"])
def test_the_log_is_never_altered(world: NightWorld, statement: str) -> None:
    runs.begin(world.workplace, world.window_id)
    with (
        pytest.raises(DatabaseError, match="never altered"),
        world.workplace.engine.begin() as connection,
    ):
        connection.execute(text(statement))
    assert len(world.night().log) == 1


def test_a_start_out_of_order_needs_a_reason_which_stays_in_the_log(world: NightWorld) -> None:
    run_id = runs.begin(world.workplace, world.window_id).value
    with pytest.raises(ReasonNeededError, match="“Stop the batch” has not started"):
        acts.start(world.workplace, run_id, DEPLOY)
    assert len(world.night().log) == 1
    line = acts.start(world.workplace, run_id, DEPLOY, reason="the batch is off already").value
    assert line.said.endswith("– the batch is off already")
    assert world.stored().activity(DEPLOY).state is RUNNING


def test_a_no_go_holds_what_follows_and_the_rollback_asks_about_what_stands_on_it(world: NightWorld) -> None:
    run_id = run_to_the_decision(world)
    workplace = world.workplace
    with pytest.raises(ReasonNeededError, match="has not been decided"):
        acts.start(workplace, run_id, SECOND)
    acts.decide(workplace, run_id, GATE, False, reason="postings differ")
    with pytest.raises(ReasonNeededError, match="no-go was decided"):
        acts.start(workplace, run_id, SECOND)
    question = acts.ask_rollback(workplace, run_id, "CHG-1")
    assert ([one.id for one in question.steps], question.rollback_minutes) == ([BACK], 25)
    assert [one.change_key for one in question.dependants] == ["CHG-2"]
    with pytest.raises(RefusedError, match="CHG-2 stands on CHG-1"):
        acts.roll_back(workplace, run_id, "CHG-1", {})
    with pytest.raises(RefusedError, match="has not begun and cannot be roll back"):
        acts.roll_back(workplace, run_id, "CHG-1", {"CHG-2": Choice.ROLL_BACK})
    acts.roll_back(workplace, run_id, "CHG-1", {"CHG-2": Choice.LEAVE_OUT}, reason="postings differ")
    picture = world.night().picture(world.clock.now)
    assert BACK in {step.activity.id for step in picture.next_steps}
    acts.start(workplace, run_id, BACK)
    world.clock.at(90)
    acts.finish(workplace, run_id, BACK)
    acts.start(workplace, run_id, CLOSE)
    acts.finish(workplace, run_id, CLOSE)
    assert runs.close_window(workplace, run_id).value == {
        "CHG-1": Result.ROLLED_BACK,
        "CHG-2": Result.NOT_DEPLOYED,
    }
    assert world.state_of("CHG-1") is ChangeState.ROLLED_BACK
    assert world.state_of("CHG-2") is ChangeState.DEFERRED
    assert follows_from_its_log(world)


def test_undo_is_an_entry_of_its_own_and_leaves_edits_of_the_plan_alone(world: NightWorld) -> None:
    run_id = run_to_the_decision(world)
    before = world.stored()
    acts.decide(world.workplace, run_id, GATE, True)
    version = world.night()
    edited = world.stored().replacing(
        {CLOSE: replace(world.stored().activity(CLOSE), title="All clear to the business")}
    )
    save_sequence(
        world.workplace, world.window_id, edited, open_sequence(world.workplace, world.window_id).version
    )
    assert acts.undo(world.workplace, run_id).value.said == "Taken back: Go: “Keep or roll back”"
    assert world.stored().activity(GATE) == before.activity(GATE)
    assert world.stored().activity(CLOSE).title == "All clear to the business"
    assert len(world.night().log) == len(version.log) + 1
    assert world.night().undone == {version.log[-1].entry.number}
    acts.redo(world.workplace, run_id)
    assert world.stored().activity(GATE).state is DONE
    acts.note(world.workplace, run_id, "calm")
    with pytest.raises(RefusedError, match="no undo to take back"):
        acts.redo(world.workplace, run_id)


def test_an_activity_added_on_the_night_can_be_run_and_taken_back(world: NightWorld) -> None:
    run_id = runs.begin(world.workplace, world.window_id).value
    stored = world.stored()
    added = replace(stored.activity(CLOSE), id="9" * 32, title="Call the vendor", position=9)
    save_sequence(
        world.workplace, world.window_id, replace(stored, activities=(*stored.activities, added)), 1
    )
    acts.start(world.workplace, run_id, added.id, reason="at once")
    assert world.stored().activity(added.id).state is RUNNING
    acts.undo(world.workplace, run_id)
    assert world.stored().activity(added.id).state is PLANNED


def test_a_stand_in_takes_over_and_is_the_one_who_finishes(world: NightWorld) -> None:
    run_id = runs.begin(world.workplace, world.window_id).value
    acts.start(world.workplace, run_id, PREPARE)
    done = acts.hand_over(world.workplace, run_id, PREPARE, world.ada.id, world.cleo.id or 0, reason="ill")
    assert done.value.said == "“Stop the batch” handed over from Ada to Cleo – ill"
    world.clock.at(9)
    assert acts.finish(world.workplace, run_id, PREPARE).value.said == "Finished “Stop the batch” (Cleo)"
    assert world.stored().activity(PREPARE).players == (world.cleo.id,)


def test_a_rehearsal_keeps_its_own_times_and_never_touches_the_window(world: NightWorld) -> None:
    before, workplace = world.stored(), world.workplace
    world.clock.now -= timedelta(days=3)
    run_id = runs.begin_rehearsal(workplace, world.window_id).value
    with pytest.raises(RefusedError, match="under way; end it first"):
        runs.begin_rehearsal(workplace, world.window_id)
    acts.start(workplace, run_id, PREPARE)
    world.clock.now += timedelta(minutes=14)
    acts.finish(workplace, run_id, PREPARE)
    view = world.night(run_id)
    assert (view.sequence.activity(PREPARE).actual_finish, view.run.is_rehearsal) == (14, True)
    assert view.surroundings.describe(0) == "22:00"
    assert world.stored() == before
    with pytest.raises(RefusedError, match="This is a rehearsal"):
        runs.close_window(workplace, run_id)
    with pytest.raises(ReasonNeededError, match="have not been done"):
        runs.end_rehearsal(workplace, run_id)
    runs.end_rehearsal(workplace, run_id, "enough seen")
    world.clock.at(0)
    real = runs.begin(workplace, world.window_id).value
    assert world.night().run_id == real
    assert len(world.night(run_id).log) == 4
    assert [run.is_rehearsal for run in world.night().runs] == [False, True]
    with workplace.read() as connection:
        assert get(connection, MaintenanceWindow, world.window_id).state is WindowState.RUNNING


@pytest.mark.parametrize(
    ("state", "hours_early", "error", "words"),
    [
        (WindowState.FINAL, 0, ReasonNeededError, "not locked yet"),
        (WindowState.LOCKED, 30, ReasonNeededError, "more than 12 hours"),
        (WindowState.CLOSED, 0, RefusedError, "its night cannot begin"),
    ],
)
def test_when_a_night_may_begin(
    world: NightWorld, state: WindowState, hours_early: int, error: type[Exception], words: str
) -> None:
    with world.workplace.write() as work:
        work.save(replace(world.window, state=state))
        work.commit()
    world.clock.now -= timedelta(hours=hours_early)
    with pytest.raises(error, match=words):
        runs.begin(world.workplace, world.window_id)
    assert words in runs.offer(world.workplace, world.window_id).problem
    if error is ReasonNeededError:
        assert runs.begin(world.workplace, world.window_id, "agreed with the business").value
        with pytest.raises(RefusedError, match="has begun already"):
            runs.begin(world.workplace, world.window_id, "again")


def test_results_that_differ_from_the_log_need_a_reason(world: NightWorld) -> None:
    run_id = run_to_the_decision(world)
    with pytest.raises(ReasonNeededError, match="The log says deployed for CHG-1, not failed"):
        runs.close_window(world.workplace, run_id, {"CHG-1": Result.FAILED})
    with pytest.raises(ReasonNeededError, match="3 activities have not been done"):
        runs.close_window(world.workplace, run_id)
    runs.close_window(world.workplace, run_id, {"CHG-1": Result.FAILED}, "found broken in the morning")
    assert world.state_of("CHG-1") is ChangeState.FAILED


def test_a_re_plan_is_taken_as_the_agreed_times(world: NightWorld) -> None:
    run_id = runs.begin(world.workplace, world.window_id).value
    world.clock.at(30)
    acts.start(world.workplace, run_id, PREPARE)
    late = world.night().picture(world.clock.now).late
    assert [(step.activity.id, step.late_minutes) for step in late if step.is_now][:1] == [(DEPLOY, 20)]
    proposal = replanning.propose(world.workplace, world.night())
    assert {move.activity_id for move in proposal.moves} >= {DEPLOY, VERIFY}
    replanning.accept(world.workplace, run_id, proposal)
    picture = world.night().picture(world.clock.now)
    assert picture.agreed[DEPLOY].start == 40
    assert [step.activity.id for step in picture.late] == [PREPARE]
    assert follows_from_its_log(world)
    with pytest.raises(RefusedError, match="moves nothing"):
        replanning.accept(world.workplace, run_id, replanning.propose(world.workplace, world.night()))


def test_two_desks_write_one_log(world: NightWorld) -> None:
    run_id = runs.begin(world.workplace, world.window_id).value
    other = open_workplace(world.workplace.engine.url.render_as_string(False), "Ola", world.clock)
    acts.start(world.workplace, run_id, PREPARE)
    with pytest.raises(RefusedError, match="is running already"):
        acts.start(other, run_id, PREPARE)
    acts.finish(other, run_id, PREPARE)
    acts.note(world.workplace, run_id, "both desks see it")
    other.close()
    mine, theirs = world.workplace.actor, other.actor
    assert [(line.entry.number, line.actor) for line in world.night().log] == [
        (1, mine), (2, mine), (3, theirs), (4, mine),
    ]  # fmt: skip


def test_the_status_says_what_the_screen_says(world: NightWorld) -> None:
    run_id = runs.begin(world.workplace, world.window_id).value
    acts.start(world.workplace, run_id, PREPARE)
    world.clock.at(17)
    view = world.night()
    words = status_text(view, world.clock.now)
    assert words.splitlines()[0] == "Weekly, 22:17: 0 of 6 done"
    assert "Running: Stop the batch (Ada) until 22:17, 7 min over" in words
    assert "Late: Stop the batch (7 min)" in words
    data = status_data(view, world.clock.now)
    assert data["running"][0]["elapsed_minutes"] == 17
    assert data["window_end"] == "2026-11-29T00:00:00+00:00"
    assert data["forecast_finish"] == "2026-11-28T22:47:00+00:00"


def test_the_log_is_exported_as_csv_workbook_and_pdf(world: NightWorld, tmp_path: Path) -> None:
    run_id = run_to_the_decision(world)
    acts.note(world.workplace, run_id, "=1+1 <b>watch</b> the ledger")
    acts.undo(world.workplace, run_id)
    view = world.night()
    for ending in ("csv", "xlsx", "pdf"):
        assert export_log(world.workplace, view, tmp_path / f"log.{ending}").rows == len(view.log) == 9
    rows = list(csv.reader((tmp_path / "log.csv").read_text("utf-8-sig").splitlines()))
    assert rows[8][6] == "'=1+1 <b>watch</b> the ledger"
    assert (rows[8][7], rows[9][6]) == ("yes", "Taken back: =1+1 <b>watch</b> the ledger")
    sheet = load_workbook(tmp_path / "log.xlsx").active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    page = PdfReader(tmp_path / "log.pdf").pages[0].extract_text()
    assert "Finished “Verify ledger” (Ben)" in page
    assert "<b>watch</b>" in page
    with pytest.raises(RefusedError, match="neither CSV, workbook nor PDF"):
        export_log(world.workplace, view, tmp_path / "log.docx")


def test_what_is_changed_behind_the_program_is_found(world: NightWorld) -> None:
    run_id = run_to_the_decision(world)
    acts.undo(world.workplace, run_id)
    acts.redo(world.workplace, run_id)
    assert disagreements(world.workplace, run_id) == ()
    is_local = world.workplace.engine.dialect.name == "sqlite"
    with world.workplace.engine.begin() as connection:
        if is_local:
            connection.execute(text("DROP TRIGGER night_log_no_update"))
            connection.execute(text("DROP TRIGGER night_log_no_delete"))
        else:
            connection.execute(text("ALTER TABLE night_log DISABLE TRIGGER ALL"))
        connection.execute(text("UPDATE night_log SET said = 'Nothing happened' WHERE number = 3"))
        connection.execute(text("DELETE FROM night_log WHERE number = 7"))
        connection.execute(text(f"UPDATE activity SET actual_start = 12 WHERE id = '{DEPLOY}'"))
        connection.execute(
            text("UPDATE night_run SET begun_by = 'Nobody', plan = replace(plan, 'Deploy', 'X')")
            if is_local
            else text("UPDATE night_run SET begun_by = 'Nobody'")
        )
    found = disagreements(world.workplace, run_id)
    assert found[0] == "The night's first actor is not as it was begun."
    assert ("The night's plan is not as it was begun." in found) is is_local
    found = tuple(one for one in found if "begun" not in one)
    assert found[0] == "Line 3 of the night's log is not as it was written."
    assert "Line 7 is gone from the night's log." in found
    assert any(one.startswith("“Deploy ledger” is done in the sequence") for one in found)
