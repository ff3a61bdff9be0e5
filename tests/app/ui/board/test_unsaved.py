"""What is typed into a change's panel is saved by the keyboard, and never lost without a word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.services import change_records, changes
from app.services.board import board
from app.ui.board.dialogs import NewChangeDialog
from app.ui.board.screen import BoardScreen
from app.ui.context import DeskContext, Notice
from app.ui.screen import Screen, ScreenEntry
from app.ui.shell import MainWindow, ShellQueries
from app.ui.widgets import ConfirmDialog
from tests.app.services.board_world import World

TYPED = "Payments ledger: release 5"


def title_field(screen: BoardScreen) -> QLineEdit:
    """The field of the title in the panel."""
    field = screen.panel.form.field("title")
    assert isinstance(field, QLineEdit)
    return field


def type_title(screen: BoardScreen, qtbot: QtBot, change_id: int = 5) -> None:
    """Open a change and type another title."""
    screen.open_record(change_id)
    qtbot.waitUntil(lambda: screen.panel.panel is not None and screen.panel.isVisible())
    field = title_field(screen)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, TYPED)


def press(screen: BoardScreen, label: str) -> None:
    """Press a button of the question."""
    dialog = screen.findChild(ConfirmDialog)
    assert dialog is not None
    buttons = {one.text(): one for one in dialog.findChildren(QPushButton)}
    buttons[label].click()


def shown_id(screen: BoardScreen) -> int | None:
    """The change in the panel."""
    return screen.panel.panel.change.id if screen.panel.panel else None


def stored_title(world: World, change_id: int = 5) -> str:
    """The title on the board."""
    cards = board(world.workplace, world.window_id).cards
    return next(card.title for card in cards if card.id == change_id)


def in_a_window(context: DeskContext, world: World, qtbot: QtBot) -> tuple[MainWindow, BoardScreen]:
    """The program with the board in front, and another screen beside it."""
    entries = [
        ScreenEntry("board", "Board", "plan", "board", BoardScreen),
        ScreenEntry("calendar", "Calendar", "plan", "calendar", Screen),
    ]
    context.select_window(world.window_id)
    queries = ShellQueries(lambda _window: None, dict, lambda _words: (), lambda: None)
    window = MainWindow(context, entries, queries)
    qtbot.addWidget(window)
    window.show()
    window.show_screen("board")
    screen = window.current_screen
    assert isinstance(screen, BoardScreen)
    context.announcer.records_changed.connect(screen.refresh)
    qtbot.waitUntil(lambda: screen.model.rowCount() == 31)
    return window, screen


def test_ctrl_s_saves_and_stands_among_the_keys(context: DeskContext, world: World, qtbot: QtBot) -> None:
    window, screen = in_a_window(context, world, qtbot)
    type_title(screen, qtbot)
    save = next(one for one in window.all_commands() if one.shortcut == "Ctrl+S")
    assert (save.label, save.reason) == ("Save the change in the panel", "")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: stored_title(world) == TYPED)
    qtbot.waitUntil(lambda: not screen.panel.form.is_dirty)
    save = next(one for one in window.all_commands() if one.shortcut == "Ctrl+S")
    assert save.reason == "Nothing was changed."


def test_save_stays_in_sight_while_the_form_scrolls(screen: BoardScreen, qtbot: QtBot) -> None:
    type_title(screen, qtbot)
    bar = screen.panel.form.bar

    def is_in_sight(widget: QWidget) -> bool:
        return widget.visibleRegion().boundingRect().size() == widget.size()

    assert is_in_sight(bar.save)
    assert bar.note.text() == "Not saved yet"
    area = next(one for one in screen.panel.findChildren(QScrollArea) if one.widget() is screen.panel.form)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: title_field(screen).visibleRegion().isEmpty())
    assert is_in_sight(bar.save)


def leave_for_another_change(screen: BoardScreen) -> None:
    screen.canvas.card_opened.emit(6)


def leave_by_escape(screen: BoardScreen) -> None:
    QTest.keyClick(title_field(screen), Qt.Key.Key_Escape)


def test_another_change_waits_for_what_becomes_of_the_edit(
    screen: BoardScreen, world: World, qtbot: QtBot
) -> None:
    for leave in (leave_for_another_change, leave_by_escape):
        _stays(screen, qtbot, leave)
    leave_for_another_change(screen)
    press(screen, "Save")
    qtbot.waitUntil(lambda: shown_id(screen) == 6)
    assert stored_title(world) == TYPED


def _stays(screen: BoardScreen, qtbot: QtBot, leave: Callable[[BoardScreen], None]) -> None:
    type_title(screen, qtbot)
    leave(screen)
    press(screen, "Stay")
    qtbot.waitUntil(lambda: screen.findChild(ConfirmDialog) is None)
    assert screen.panel.isVisible()
    assert (shown_id(screen), title_field(screen).text()) == (5, TYPED)


def test_an_edit_can_be_dropped(screen: BoardScreen, world: World, qtbot: QtBot) -> None:
    before = stored_title(world)
    type_title(screen, qtbot)
    leave_by_escape(screen)
    press(screen, "Drop the edit")
    assert not screen.panel.isVisible()
    assert stored_title(world) == before
    screen.open_record(5)
    qtbot.waitUntil(screen.panel.isVisible)
    assert title_field(screen).text() == before


def test_what_cannot_be_saved_is_said_with_the_question(screen: BoardScreen, qtbot: QtBot) -> None:
    type_title(screen, qtbot)
    title_field(screen).clear()
    leave_for_another_change(screen)
    dialog = screen.findChild(ConfirmDialog)
    assert dialog is not None
    assert "A change needs a title." in dialog.accessibleDescription()
    assert not dialog.confirm.isEnabled()
    press(screen, "Stay")


def test_a_new_change_leaves_the_edit_in_the_panel(
    screen: BoardScreen, context: DeskContext, qtbot: QtBot
) -> None:
    notices: list[Notice] = []
    context.noticed.connect(notices.append)
    type_title(screen, qtbot)
    next(one for one in screen.commands() if one.shortcut == "Ctrl+N").run()
    qtbot.waitUntil(lambda: screen.findChild(NewChangeDialog) is not None)
    dialog = screen.findChild(NewChangeDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.form.field("title"), "Another change")
    dialog.ok.click()
    qtbot.waitUntil(lambda: bool(notices))
    assert notices[0].action_label == "Open it"
    assert notices[0].action is not None
    qtbot.waitUntil(lambda: screen.model.rowCount() == 32)
    assert (shown_id(screen), title_field(screen).text()) == (5, TYPED)
    notices[0].action()
    press(screen, "Drop the edit")
    qtbot.waitUntil(lambda: shown_id(screen) not in (5, None))


def test_another_window_or_screen_waits_too(context: DeskContext, world: World, qtbot: QtBot) -> None:
    window, screen = in_a_window(context, world, qtbot)
    type_title(screen, qtbot)
    context.select_window(world.next_window.id)
    assert (shown_id(screen), title_field(screen).text()) == (5, TYPED)
    assert not window.show_screen("calendar")
    press(screen, "Stay")
    assert window.current_screen is screen
    window.show_screen("calendar")
    press(screen, "Save")
    qtbot.waitUntil(lambda: window.current_screen is not screen)
    assert stored_title(world) == TYPED


def test_a_comment_not_sent_stays_with_its_change(screen: BoardScreen, qtbot: QtBot) -> None:
    screen.open_record(5)
    qtbot.waitUntil(lambda: shown_id(screen) == 5)
    QTest.keyClicks(screen.panel.comment, "Ask the owner first")
    screen.open_record(6)
    qtbot.waitUntil(lambda: shown_id(screen) == 6)
    assert screen.panel.comment.toPlainText() == ""
    screen.open_record(5)
    qtbot.waitUntil(lambda: shown_id(screen) == 5)
    assert screen.panel.comment.toPlainText() == "Ask the owner first"


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Saving a change, and writing a comment, take until this is set."""
    may_end = Event()

    def held(work: Callable[..., object]) -> Callable[..., object]:
        def run(*words: object) -> object:
            assert may_end.wait(10)
            return work(*words)

        return run

    monkeypatch.setattr(changes, "edit_change", held(changes.edit_change))
    monkeypatch.setattr(change_records, "comment", held(change_records.comment))
    yield may_end
    may_end.set()


def test_what_is_typed_while_saving_is_kept_and_not_saved_yet(
    screen: BoardScreen, world: World, qtbot: QtBot, slow: Event
) -> None:
    type_title(screen, qtbot)
    field = title_field(screen)
    screen.panel.save()
    QTest.keyClicks(field, " and 6")
    slow.set()
    qtbot.waitUntil(lambda: stored_title(world) == TYPED)
    qtbot.waitUntil(lambda: not screen.panel.form.is_saving)
    assert title_field(screen) is field
    assert (field.text(), field.hasFocus()) == (f"{TYPED} and 6", True)
    assert screen.panel.form.bar.note.text() == "Not saved yet"
    screen.panel.save()
    qtbot.waitUntil(lambda: stored_title(world) == f"{TYPED} and 6")
    qtbot.waitUntil(lambda: not screen.panel.form.is_dirty)


def test_saving_again_while_saving_saves_what_was_typed_since(
    screen: BoardScreen, world: World, qtbot: QtBot, slow: Event
) -> None:
    type_title(screen, qtbot)
    screen.panel.save()
    QTest.keyClicks(title_field(screen), " and 6")
    screen.panel.save()
    slow.set()
    qtbot.waitUntil(lambda: stored_title(world) == f"{TYPED} and 6")
    qtbot.waitUntil(lambda: not screen.panel.form.is_dirty)


def test_leaving_while_saving_waits_and_asks_about_what_was_typed_since(
    screen: BoardScreen, qtbot: QtBot, slow: Event
) -> None:
    type_title(screen, qtbot)
    screen.panel.save()
    leave_for_another_change(screen)
    assert (shown_id(screen), screen.findChild(ConfirmDialog)) == (5, None)
    QTest.keyClicks(title_field(screen), " and 6")
    slow.set()
    qtbot.waitUntil(lambda: screen.findChild(ConfirmDialog) is not None)
    assert title_field(screen).text() == f"{TYPED} and 6"
    press(screen, "Drop the edit")
    qtbot.waitUntil(lambda: shown_id(screen) == 6)


def test_leaving_while_all_is_being_saved_goes_on_once_it_is(
    screen: BoardScreen, world: World, qtbot: QtBot, slow: Event
) -> None:
    type_title(screen, qtbot)
    screen.panel.save()
    leave_for_another_change(screen)
    slow.set()
    qtbot.waitUntil(lambda: shown_id(screen) == 6)
    assert stored_title(world) == TYPED


def test_reverting_while_saving_shows_what_was_stored(
    screen: BoardScreen, world: World, qtbot: QtBot, slow: Event
) -> None:
    type_title(screen, qtbot)
    screen.panel.save()
    screen.panel.form.revert()
    slow.set()
    qtbot.waitUntil(lambda: title_field(screen).text() == TYPED)
    assert not screen.panel.form.is_dirty


def test_what_was_changed_elsewhere_comes_with_the_save_beside_what_was_typed_since(
    screen: BoardScreen, world: World, qtbot: QtBot, slow: Event
) -> None:
    type_title(screen, qtbot)
    screen.panel.save()
    changes.edit_changes(world.workplace, [5], {"team_id": None, "impact": 5})
    QTest.keyClicks(title_field(screen), " and 6")
    slow.set()
    qtbot.waitUntil(lambda: not screen.panel.form.is_saving)
    wanted = screen.panel.form.wanted()
    assert (wanted.title, wanted.impact) == (f"{TYPED} and 6", 5)


def test_what_is_typed_behind_a_comment_being_written_stays(
    screen: BoardScreen, qtbot: QtBot, slow: Event
) -> None:
    screen.open_record(5)
    qtbot.waitUntil(lambda: shown_id(screen) == 5)
    QTest.keyClicks(screen.panel.comment, "Ask the owner first")
    screen.panel._add_comment()
    QTest.keyClicks(screen.panel.comment, " or her deputy")
    slow.set()
    qtbot.waitUntil(lambda: len(screen.panel.panel.comments if screen.panel.panel else ()) == 1)
    assert screen.panel.comment.toPlainText() == "or her deputy"
