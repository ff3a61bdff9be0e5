"""The rail by the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.screens import SCREENS
from app.ui.shell.rail import Rail
from app.ui.theme import Preference, Theme


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_opens_a_screen_as_space_does(qtbot: QtBot, key: Qt.Key) -> None:
    rail = Rail(Theme(Preference.LIGHT), SCREENS)
    qtbot.addWidget(rail)
    opened: list[str] = []
    rail.screen_chosen.connect(opened.append)
    qtbot.keyClick(rail._buttons["imports"], key)
    assert opened == ["imports"]


def test_what_the_desk_itself_counts_stays_when_the_other_badges_are_read_again(qtbot: QtBot) -> None:
    rail = Rail(Theme(Preference.LIGHT), SCREENS)
    qtbot.addWidget(rail)
    rail.hold_badge("imports", 5)
    rail.show_badges({"intake": 12})
    assert [rail._buttons[name]._badge.text() for name in ("imports", "intake", "board")] == ["5", "12", "0"]
