"""The board as a person uses it: keys, selection, moving, editing, filtering, freezing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.services.board import board
from app.ui.board.checkpoint_dialog import CheckpointDialog
from app.ui.board.columns import SHOWN_AT_FIRST
from app.ui.board.dialogs import NewChangeDialog
from app.ui.board.model import CARD_ROLE, BoardModel
from app.ui.board.screen import BoardScreen
from app.ui.board.tooltip import tooltip_of
from app.ui.calendar.dialogs.criteria_dialog import CriteriaDialog
from app.ui.changes_drag import mime_of
from app.ui.context import DeskContext, Notice
from app.ui.intake.screen import IntakeScreen
from app.ui.widgets import ConfirmDialog, FormDialog
from tests.app.services.board_world import World

Flags = QItemSelectionModel.SelectionFlag


def current_key(screen: BoardScreen) -> str:
    """The key of the card the keyboard is at."""
    return str(screen.selection.currentIndex().data(CARD_ROLE).key)


def test_models_keep_their_promises(screen: BoardScreen, world: World, qtmodeltester: ModelTester) -> None:
    """Qt's model tester finds nothing in the model and its filter."""
    qtmodeltester.check(screen.model)
    qtmodeltester.check(screen.filter)


def test_arrows_go_between_cards_and_columns(screen: BoardScreen, qtbot: QtBot) -> None:
    """Down within a column, right to the next; Space selects, and arrows keep the selection."""
    screen.canvas.setFocus()
    screen.selection.setCurrentIndex(screen.filter.index(0, 0), Flags.NoUpdate)
    assert current_key(screen) == "CHG-0400"
    qtbot.keyClick(screen.canvas, Qt.Key.Key_Space)
    qtbot.keyClick(screen.canvas, Qt.Key.Key_Down)
    assert current_key(screen) == "CHG-0405"
    qtbot.keyClick(screen.canvas, Qt.Key.Key_Right)
    qtbot.keyClick(screen.canvas, Qt.Key.Key_Space)
    assert len(screen.selected_ids()) == 2
    qtbot.keyClick(screen.canvas, Qt.Key.Key_Left)
    assert current_key(screen).startswith("CHG-04")
    assert screen.toolbar.edit.text() == "Edit 2…"


def test_enter_opens_the_panel_and_escape_closes_it(screen: BoardScreen, qtbot: QtBot) -> None:
    """The panel shows everything of the card."""
    assert screen.select_change(5)
    qtbot.keyClick(screen.canvas, Qt.Key.Key_Return)
    qtbot.waitUntil(screen.panel.isVisible)
    assert screen.panel.panel is not None
    assert screen.panel.panel.change.key == "CHG-0404"
    assert screen.panel.tabs.count() == 8
    qtbot.keyClick(screen.panel, Qt.Key.Key_Escape)
    assert not screen.panel.isVisible()


def test_dropping_on_a_neighbour_moves_and_undo_brings_back(
    screen: BoardScreen, world: World, context: DeskContext, qtbot: QtBot
) -> None:
    """A drop on the strip moves the changes; the notice's action takes it back."""
    notices: list[Notice] = []
    context.noticed.connect(notices.append)
    target = next(one for one in screen.strip.targets() if one.window_id == world.next_window.id)
    data: QMimeData = mime_of([1, 2])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    target.dropEvent(event)
    qtbot.waitUntil(lambda: screen.model.rowCount() == 29)
    undo = notices[-1]
    assert undo.action_label == "Undo"
    assert undo.action is not None
    undo.action()
    qtbot.waitUntil(lambda: screen.model.rowCount() == 31)


def test_a_refused_move_says_why_and_offers_the_nearest_window(
    screen: BoardScreen, world: World, context: DeskContext, qtbot: QtBot
) -> None:
    """A window that has begun takes nothing; the notice offers the next one."""
    notices: list[Notice] = []
    context.noticed.connect(notices.append)
    screen.actions_of.place([1], None)
    qtbot.waitUntil(lambda: screen.model.rowCount() == 30)
    world.clock.now = world.window.starts_at
    screen.actions_of.place([1], world.window_id)
    qtbot.waitUntil(lambda: notices[-1].tone == "not_met")
    assert "The window has begun." in notices[-1].text
    assert notices[-1].action_label.startswith("Move to Sat 5 Dec")


def test_m_asks_where_to_move(screen: BoardScreen, world: World, qtbot: QtBot) -> None:
    """M opens the picker; OK moves."""
    assert screen.select_change(3)
    qtbot.keyClick(screen.canvas, Qt.Key.Key_M)
    dialog = screen.findChild(FormDialog)
    assert dialog is not None
    dialog.ok.click()
    qtbot.waitUntil(lambda: screen.model.rowCount() == 30)


def test_filter_words_and_not_ready(screen: BoardScreen, qtbot: QtBot) -> None:
    """Slash goes to the filter; every word must be found; an empty result offers the way back."""
    screen.canvas.setFocus()
    qtbot.keyClick(screen.canvas, Qt.Key.Key_Slash)
    qtbot.keyClicks(screen.toolbar.words, "rates network")
    qtbot.waitUntil(lambda: screen.filter.rowCount() < 31)
    screen.toolbar.words.setText("nothing has this")
    qtbot.waitUntil(lambda: screen.stack.currentWidget() is screen.no_match)
    screen.no_match.step.click()
    assert screen.filter.rowCount() == 31
    screen.toolbar.not_ready.click()
    assert screen.filter.rowCount() == 25


def test_table_sorts_and_chooses_columns(screen: BoardScreen, qtbot: QtBot) -> None:
    """The table shows the same changes; columns can be added and are remembered."""
    screen.toolbar.mode.choose("table")
    screen.toolbar.mode.chosen.emit("table")
    assert screen.stack.currentWidget() is screen.table
    screen.table.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    scores = [screen.filter.index(row, 0).data(CARD_ROLE).risk_score for row in range(31)]
    assert scores == sorted(scores, reverse=True)
    screen.table.show_column(9, True)
    assert "minutes" in screen.table.shown_columns()


def test_editing_many_at_once(screen: BoardScreen, world: World, qtbot: QtBot) -> None:
    """Three changes get the same team in one unit."""
    for row in range(3):
        screen.selection.select(screen.filter.index(row, 0), Flags.Select | Flags.Rows)
    chosen = screen.selected_ids()
    screen.toolbar.edit.click()
    qtbot.waitUntil(lambda: screen.findChild(FormDialog) is not None)
    dialog = screen.findChild(FormDialog)
    assert dialog is not None
    team = dialog.field("team_id")
    team.setCurrentIndex(team.findText("DBA"))  # type: ignore[attr-defined]
    dialog.ok.click()
    qtbot.waitUntil(lambda: all(screen.model.card(screen.model.row_of(one)).team == "DBA" for one in chosen))


def test_the_form_saves_and_says_what_is_wrong(screen: BoardScreen, world: World, qtbot: QtBot) -> None:
    """An empty title cannot be saved; a new one is, and the card follows."""
    screen.open_record(5)
    qtbot.waitUntil(screen.panel.isVisible)
    title = screen.panel.form.field("title")
    assert isinstance(title, QLineEdit)
    title.setText("")
    assert not screen.panel.form.bar.save.isEnabled()
    title.setText("Payments ledger: release 5")
    screen.panel.form.bar.save.click()
    qtbot.waitUntil(lambda: screen.model.card(screen.model.row_of(5)).title == "Payments ledger: release 5")
    qtbot.waitUntil(lambda: not screen.panel.form.is_dirty)


def test_a_new_change_lands_in_the_window(screen: BoardScreen, world: World, qtbot: QtBot) -> None:
    """Ctrl+N's form needs a title, takes the next key, and puts the change into the window."""
    screen.actions_of.new_change()
    qtbot.waitUntil(lambda: screen.findChild(NewChangeDialog) is not None)
    dialog = screen.findChild(NewChangeDialog)
    assert dialog is not None
    dialog.ok.click()
    assert dialog.isVisible()
    title = dialog.form.field("title")
    assert isinstance(title, QLineEdit)
    title.setText("<img src=x> أهلا 变更 🚀")
    dialog.ok.click()
    qtbot.waitUntil(lambda: screen.model.rowCount() == 32)
    assert any(
        card.title == "<img src=x> أهلا 变更 🚀" for card in board(world.workplace, world.window_id).cards
    )


def test_a_comment_joins_the_discussion(screen: BoardScreen, world: World, qtbot: QtBot) -> None:
    """What is written stands in the discussion as it was typed."""
    screen.open_record(5)
    qtbot.waitUntil(screen.panel.isVisible)
    assert isinstance(screen.panel.comment, QPlainTextEdit)
    screen.panel.comment.setPlainText("<b>not bold</b>")
    screen.panel._add_comment()
    qtbot.waitUntil(lambda: len(screen.panel.panel.comments if screen.panel.panel else ()) == 1)
    assert screen.panel.panel is not None
    assert screen.panel.panel.comments[0].text == "<b>not bold</b>"


def test_evaluating_moving_the_late_and_freezing(screen: BoardScreen, world: World, qtbot: QtBot) -> None:
    """E shows who is in; a late one moves to the next window; freezing stores the result."""
    screen.canvas.setFocus()
    qtbot.keyClick(screen.canvas, Qt.Key.Key_E)
    dialog = screen.findChild(CheckpointDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.failed.count() == 7)
    assert dialog.passed.count() == 24
    dialog.failed.item(0).setSelected(True)
    dialog.move_next.click()
    qtbot.waitUntil(lambda: dialog.failed.count() == 6)
    dialog.freeze.click()
    confirm = dialog.findChild(ConfirmDialog)
    assert confirm is not None
    confirm.confirm.click()
    qtbot.waitUntil(lambda: dialog.report is not None and dialog.report.is_frozen)
    assert not dialog.freeze.isEnabled()
    qtbot.waitUntil(lambda: bool(screen.view and screen.view.checkpoints[0].frozen_at))
    dialog.close()


@pytest.mark.parametrize(
    "title", ["<img src=x>", "<b>bold</b>", "&lt;", "مرحبا", "变更窗口", "🚀" * 50, "x" * 10_000]
)
def test_hostile_titles_are_painted_as_text(screen: BoardScreen, title: str) -> None:
    """Any title is shown as it is, within two lines, and its tooltip is escaped."""
    from dataclasses import replace

    card = replace(screen.model.card(0), title=title)
    screen.model.set_cards([card, *screen.model.cards[1:]])
    words = screen.canvas._painter.fitter.fit(card, 220)
    assert 1 <= len(words.title) <= 2
    assert words.title[0][:2] == title[:2]
    assert words.height < 220
    assert "<img" not in tooltip_of(card)
    assert not screen.grab().isNull()


def test_rows_change_without_a_reset(screen: BoardScreen) -> None:
    """Fewer, other and more cards come by row; the model is never reset."""
    model: BoardModel = screen.model
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    cards = list(model.cards)
    model.set_cards(cards[5:20])
    assert model.rowCount() == 15
    model.set_cards(cards)
    assert {card.id for card in model.cards} == {card.id for card in cards}
    assert not resets


def test_the_criteria_of_one_window_are_edited_from_its_evaluation(
    screen: BoardScreen, world: World, qtbot: QtBot
) -> None:
    """Removing a criterion evaluates anew; another window keeps its own."""
    screen.actions_of.evaluate_checkpoint()
    dialog = screen.findChild(CheckpointDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.failed.count() == 7)
    dialog.criteria.click()
    editor = dialog.findChild(CriteriaDialog)
    assert editor is not None
    before = editor.list.count()
    editor.list.setCurrentRow(0)
    editor.buttons["Remove"].click()
    editor._use()
    qtbot.waitUntil(
        lambda: dialog.report is not None and len(dialog.report.checkpoint.criteria) == before - 1
    )
    assert dialog.report is not None
    assert dialog.report.checkpoint.criteria_revision == 2
    dialog.close()


def test_the_intake_screen_shows_what_has_no_window_whatever_is_selected(
    context: DeskContext, world: World, qtbot: QtBot
) -> None:
    """The table lists the intake; choosing a window of the strip goes to its board."""
    went: list[str] = []
    context.navigate_requested.connect(lambda screen_id, _record: went.append(screen_id))
    screen = IntakeScreen(context)
    qtbot.addWidget(screen)
    screen.activate(world.window_id)
    qtbot.waitUntil(lambda: screen.view is not None)
    assert screen.view is not None
    assert screen.view.window is None
    assert screen.toolbar.mode.current == "table"
    screen.strip.window_chosen.emit(world.window_id)
    assert went == ["board"]
    assert context.selected_window_id == world.window_id


def test_the_table_needs_no_scrolling_until_a_person_chooses_columns(
    screen: BoardScreen, qtbot: QtBot
) -> None:
    """Texts give way and the last columns stay out where there is no room; what a person chose stays."""
    table = screen.table
    table.resize(1060, 500)
    table.show()
    qtbot.waitUntil(lambda: table.horizontalHeader().length() <= table.viewport().width())
    assert table.shown_columns() == SHOWN_AT_FIRST
    assert table.isColumnHidden(8)
    table.show_column(9, True)
    assert not table.isColumnHidden(8)
    assert table.shown_columns() == (*SHOWN_AT_FIRST, "minutes")
    table.resize(2200, 500)
    qtbot.waitUntil(lambda: table.horizontalHeader().length() == table.viewport().width())
