"""The change of a request is found by typing: what the search answers is listed, and can be taken."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.context import DeskContext
from app.ui.exceptions.fields import ChangePicker
from tests.app.services.board_world import World
from tests.app.ui.follow_desk import PATIENCE


def test_changes_of_other_windows_are_listed_while_typing(
    context: DeskContext, world: World, qtbot: QtBot
) -> None:
    picker = ChangePicker(context, ())
    qtbot.addWidget(picker)
    picker.show()
    picker.setFocus()
    qtbot.waitUntil(picker.hasFocus, timeout=PATIENCE)
    qtbot.keyClicks(picker, "chg-040")
    popup = picker.completer().popup()
    qtbot.waitUntil(popup.isVisible, timeout=PATIENCE)
    qtbot.waitUntil(context.jobs.is_idle, timeout=PATIENCE)
    listed = [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())]
    assert {label.split("  ")[0] for label in listed} <= {one.key for one in world.changes}
    assert len(listed) >= 10
    assert picker.problem() == "No change has this key; take one from the list."
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert picker.text() == listed[0]
    assert picker.field_value() in {one.id for one in world.changes}
    assert picker.problem() == ""
