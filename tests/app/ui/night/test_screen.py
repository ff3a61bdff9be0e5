"""A whole night as a person runs it on the screen, with everything that goes wrong in one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.domain.changes import ChangeState
from app.domain.windows import MaintenanceWindow, WindowState
from app.sequencing.model import ActivityState
from app.sequencing.night import fold
from app.services.night import runs
from app.store.reading import get
from app.ui.context import DeskContext
from app.ui.night.dialogs import (
    BackdateDialog,
    ChangeDialog,
    CloseDialog,
    HandOverDialog,
    NoteDialog,
    RollbackDialog,
)
from app.ui.night.one_question import ANSWER_FIRST
from app.ui.night.replan_dialog import ReplanDialog
from app.ui.night.screen import NightScreen
from app.ui.widgets import ConfirmDialog, PlainLabel
from tests.app.services.night_world import (
    BACK,
    CLOSE,
    DEPLOY,
    GATE,
    PREPARE,
    SECOND,
    VERIFY,
    NightWorld,
)

PATIENCE = 20_000
D = TypeVar("D", bound=QDialog)


class Person:
    """Somebody at the screen: presses keys, answers dialogs, reads what is shown."""

    def __init__(self, screen: NightScreen, world: NightWorld, qtbot: QtBot) -> None:
        self.screen, self.world, self.qtbot = screen, world, qtbot
        self.errors: list[BaseException] = []
        screen.context.error_raised.connect(lambda error, _doing: self.errors.append(error))
        screen.context.jobs.job_failed.connect(lambda _job, error: self.errors.append(error))

    def rests(self) -> None:
        """Waits until the desk does nothing."""
        self.qtbot.wait(5)
        self.qtbot.waitUntil(self.screen.context.jobs.is_idle, timeout=PATIENCE)
        self.qtbot.wait(5)
        assert self.errors == []

    def presses(self, key: str, activity: str | None = None, minute: int | None = None) -> None:
        """Sets the clock, selects an activity, presses the key of a command."""
        if minute is not None:
            self.world.clock.at(minute)
            self.screen._tick()
        if activity is not None:
            assert self.screen.activities.select_key(activity), "the activity is not in the list"
        command = next(one for one in self.screen.commands() if one.shortcut == key)
        assert command.is_enabled, command.reason
        command.run()
        self.rests()

    def reason(self, key: str, activity: str) -> str:
        """Why a key does nothing on an activity."""
        self.screen.activities.select_key(activity)
        return next(one for one in self.screen.commands() if one.shortcut == key).reason

    def answers(self, kind: type[D], fill: Callable[[D], None] | None = None) -> None:
        """Fills the open dialog of a kind and agrees."""
        self.qtbot.waitUntil(lambda: bool(self._open(kind)), timeout=PATIENCE)
        dialog = self._open(kind)[0]
        if fill is not None:
            fill(dialog)
        if isinstance(dialog, ConfirmDialog):
            dialog.confirm.click()
        elif isinstance(dialog, ReplanDialog):
            dialog.take.click()
        else:
            assert dialog.ok.isEnabled(), dialog.ok.toolTip()  # type: ignore[attr-defined]
            dialog.ok.click()  # type: ignore[attr-defined]
        self.rests()

    def _open(self, kind: type[D]) -> list[D]:
        return [one for one in self.screen.window().findChildren(kind) if one.isVisible()]

    def state(self, activity: str) -> ActivityState:
        """The stored state of an activity."""
        return self.world.stored().activity(activity).state

    def log(self) -> list[str]:
        """The lines of the log as shown, the newest first."""
        return [row.what for row in self.screen.log.records.records]


@pytest.fixture
def screen(context: DeskContext, world: NightWorld, qtbot: QtBot) -> NightScreen:
    """The screen on the locked window."""
    made = NightScreen(context)
    qtbot.addWidget(made)
    context.announcer.records_changed.connect(made.refresh)
    made.resize(1280, 760)
    made.show()
    made.activate(world.window_id)
    qtbot.waitUntil(context.jobs.is_idle, timeout=PATIENCE)
    return made


@pytest.fixture
def person(screen: NightScreen, world: NightWorld, qtbot: QtBot) -> Person:
    """Somebody at the screen."""
    made = Person(screen, world, qtbot)
    made.rests()
    return made


def reasoned(text: str) -> Callable[[ConfirmDialog], None]:
    """Types a reason into the question."""

    def fill(dialog: ConfirmDialog) -> None:
        dialog.findChildren(QPlainTextEdit)[0].setPlainText(text)

    return fill


def test_before_the_night_the_screen_offers_to_begin_it(person: Person) -> None:
    screen = person.screen
    assert screen.view is None
    assert screen.offer.begin.isVisible()
    assert screen.offer.rehearse.isEnabled()
    screen.offer.begin.click()
    person.rests()
    assert screen.view is not None
    assert screen.figures.finish.figure.text() == "23:40"
    assert [row.id for row in screen.activities.records.records][:2] == [PREPARE, DEPLOY]


def test_a_whole_night_with_overrun_stand_in_failure_and_rollback(person: Person) -> None:
    person.presses("Ctrl+Return")
    person.presses("S", PREPARE, 1)
    assert "is running already" in person.reason("S", PREPARE)
    assert "start it first" in person.reason("F", DEPLOY)
    person.presses("F", PREPARE, 25)
    assert person.screen.figures.late.figure.text() != "0"

    person.presses("H", DEPLOY)
    person.answers(
        HandOverDialog, lambda one: one.stand_in.setCurrentIndex(one.stand_in.findText("Cleo (DBA)"))
    )
    person.presses("B")
    person.answers(BackdateDialog, lambda one: one.when.setText("22:20"))
    assert person.screen.actions_of_night.backdated_to is not None
    person.presses("S", DEPLOY)
    person.answers(ConfirmDialog, reasoned("begun while the batch stopped"))
    assert person.world.stored().activity(DEPLOY).actual_start == 20
    assert person.screen.actions_of_night.backdated_to is None

    person.presses("X", DEPLOY, 40)
    assert person.state(DEPLOY) is ActivityState.FAILED
    person.presses("S", DEPLOY, 42)
    person.presses("F", DEPLOY, 80)
    person.presses("S", VERIFY)
    person.presses("F", VERIFY, 101)
    assert person.screen.figures.next_point.figure.text() == "Decide"

    person.presses("N", GATE)
    person.presses("R", CLOSE)
    person.answers(ChangeDialog)

    def fill(dialog: RollbackDialog) -> None:
        assert isinstance(dialog.field("CHG-2"), QComboBox)
        said = "\n".join(label.text() for label in dialog.findChildren(PlainLabel))
        assert "1 rollback step comes in" in said
        assert "of its steps have not begun" not in said
        reason = dialog.field("reason")
        assert isinstance(reason, QPlainTextEdit)
        reason.setPlainText("postings differ")

    person.answers(RollbackDialog, fill)
    assert person.state(VERIFY) is ActivityState.ROLLED_BACK
    assert person.state(SECOND) is ActivityState.SKIPPED
    person.presses("S", BACK, 103)
    person.presses("F", BACK, 120)
    person.presses("S", CLOSE)
    person.presses("F", CLOSE, 130)
    person.presses("Ctrl+Return")
    person.answers(CloseDialog)
    person.rests()

    world = person.world
    assert world.state_of("CHG-1") is ChangeState.ROLLED_BACK
    assert world.state_of("CHG-2") is ChangeState.DEFERRED
    with world.workplace.read() as connection:
        assert get(connection, MaintenanceWindow, world.window_id).state is WindowState.CLOSED
    view = world.night()
    assert fold(view.run.plan, view.entries) == world.stored()
    assert person.log()[0] == "The night ends."
    assert len(person.screen.activities.records.records) == 7
    assert any("handed over from Ada to Cleo" in line for line in person.log())
    assert person.reason("T", CLOSE) == "This night is over; its log is a record."


def test_a_key_pressed_twice_never_meets_a_stranger(person: Person) -> None:
    person.presses("Ctrl+Return")
    person.presses("S", PREPARE, 1)
    person.presses("F", PREPARE, 10)
    assert [row.id for row in person.screen.activities.selected_records()] == [DEPLOY]
    finish = next(one for one in person.screen.commands() if one.shortcut == "F")
    assert finish.reason == "“Deploy ledger” has not started; start it first (S)."


def test_undo_redo_note_and_status(person: Person, tmp_path: Path) -> None:
    person.presses("Ctrl+Return")
    person.presses("S", PREPARE, 2)
    stack = person.screen.undo_stack()
    assert stack is not None
    assert stack.canUndo()
    assert not stack.canRedo()
    stack.undo()
    person.rests()
    assert person.state(PREPARE) is ActivityState.PLANNED
    stack.redo()
    person.rests()
    assert person.state(PREPARE) is ActivityState.RUNNING
    person.presses("T")
    person.answers(NoteDialog, lambda one: one.text.setText("<b>vendor</b> is on the line"))
    assert person.log()[0] == "<b>vendor</b> is on the line"
    person.presses("C")
    assert "Running: Stop the batch (Ada)" in QGuiApplication.clipboard().text()
    person.screen.export(tmp_path / "log.csv")
    person.rests()
    assert (tmp_path / "log.csv").read_text("utf-8-sig").count("Stop the batch") == 3


def test_a_minute_passes_without_a_reset_and_the_selection_stays(person: Person, qtbot: QtBot) -> None:
    person.presses("Ctrl+Return")
    person.presses("S", PREPARE, 1)
    screen = person.screen
    screen.activities.select_key(VERIFY)
    resets: list[str] = []
    for table in (screen.activities, screen.next_steps, screen.watch, screen.log):
        table.records.modelReset.connect(lambda: resets.append("reset"))
    before = screen.activities.records.records[0].progress
    person.world.clock.at(15)
    screen._tick()
    assert (before, screen.activities.records.records[0].progress) == ("0 of 10 min", "14 of 10 min")
    assert screen.activities.selected_records()[0].id == VERIFY
    assert resets == []
    assert screen._minute.isActive()
    assert screen._minute.remainingTime() <= 60_001
    screen.deactivate()
    assert not screen._minute.isActive()


def test_a_re_plan_is_shown_as_a_diff_and_taken(person: Person) -> None:
    person.presses("Ctrl+Return")
    person.presses("S", PREPARE, 35)
    person.presses("P")

    def read(dialog: ReplanDialog) -> None:
        rows = dialog.table.records.records
        assert [row.title for row in rows][:2] == ["Deploy ledger", "Verify ledger"]
        assert (rows[0].agreed, rows[0].start, rows[0].by) == ("22:10", "22:45", "35 min later")

    person.answers(ReplanDialog, read)
    assert person.world.stored().activity(DEPLOY).planned_start == 45
    assert person.log()[0].startswith("Re-planned:")


def test_a_rehearsal_says_so_and_can_be_left_for_the_night(person: Person) -> None:
    person.screen.offer.rehearse.click()
    person.rests()
    assert person.screen.figures.kind.isVisible()
    assert person.screen.keys.end.text() == "End the rehearsal"
    person.presses("S", PREPARE)
    assert person.state(PREPARE) is ActivityState.PLANNED
    person.presses("F", PREPARE)
    person.presses("Ctrl+Return")
    person.answers(ConfirmDialog, reasoned("seen enough"))
    assert person.screen.figures.kind.text().endswith("Rehearsal, over")
    begin = next(one for one in person.screen.commands() if one.label == "Begin the night")
    begin.run()
    person.rests()
    assert person.screen.view is not None
    assert not person.screen.view.run.is_rehearsal


def test_another_desk_s_acts_appear_and_a_window_elsewhere_is_offered(
    person: Person, context: DeskContext
) -> None:
    world = person.world
    done = runs.begin(world.workplace, world.window_id)
    context.announcer.announce(done.touched)
    person.rests()
    assert person.screen.view is not None
    with world.workplace.write() as work:
        other = work.add(
            MaintenanceWindow(
                "Other", world.window.starts_at, world.window.ends_at, "UTC", WindowState.LOCKED
            )
        )
        work.commit()
    person.screen.activate(other.id)
    person.rests()
    assert person.screen.offer.other.isVisible()
    assert "Weekly" in person.screen.offer.other.text()
    assert not person.screen.offer.begin.isEnabled()
    assert "plan its sequence" in person.screen.offer.begin.toolTip()


@pytest.mark.parametrize(
    ("typed", "problem"), [("5", ""), ("22:10", ""), ("23:50", "still to come"), ("soon", "minutes ago")]
)
def test_backdating_is_typed_as_minutes_or_time(person: Person, typed: str, problem: str) -> None:
    person.presses("Ctrl+Return")
    person.presses("B", minute=30)
    dialog = person.screen.window().findChildren(BackdateDialog)[0]
    field = dialog.field("when")
    assert isinstance(field, QLineEdit)
    field.setText(typed)
    assert dialog.ok.isEnabled() is (problem == "")
    assert problem in dialog.ok.toolTip()
    dialog.reject()


def test_without_a_window_the_coming_one_is_offered(person: Person) -> None:
    person.screen.activate(None)
    person.rests()
    assert not person.screen.offer.begin.isVisible()
    assert person.screen.offer.other.text() == "Go to the next window: Weekly, Sat 28 Nov, 22:00 CET"
    chosen: list[int | None] = []
    person.screen.context.window_selected.connect(chosen.append)
    person.screen.offer.other.click()
    assert chosen == [person.world.window_id]


def test_fast_keys_do_not_stack_questions(person: Person) -> None:
    """The note's question stands; backdating, and what the database answers later, wait for it."""
    person.presses("Ctrl+Return")
    person.presses("S", PREPARE, 1)
    notices: list[str] = []
    person.screen.context.noticed.connect(lambda notice: notices.append(notice.text))
    actions = person.screen.actions_of_night
    actions.note()
    actions.backdate()
    actions.replan()
    person.rests()
    asked = [one for one in person.screen.window().findChildren(QDialog) if one.isVisible()]
    assert [type(one) for one in asked] == [NoteDialog]
    assert notices == [ANSWER_FIRST, ANSWER_FIRST]
    asked[0].reject()
    person.presses("B")
    assert person._open(BackdateDialog)
