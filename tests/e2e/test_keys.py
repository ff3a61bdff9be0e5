"""The desk's keys on every screen: no two commands share one, and each does what the help says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services.demo.month import make_demo
from app.services.workplace import open_workplace
from app.ui.desk import Desk
from app.ui.fixes.quick import QuickFixDialog
from app.ui.screens import SCREENS
from app.ui.sequence.screen import SequenceScreen
from app.ui.shell import MainWindow

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
PATIENCE = 60_000


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a demo, made once for all tests here."""
    url = f"sqlite:///{(tmp_path_factory.mktemp('keys') / 'lockstep.db').as_posix()}"
    workplace = open_workplace(url, "tester", lambda: NOW)
    make_demo(workplace, with_packets=False)
    workplace.close()
    return url


@pytest.fixture
def desk(demo: str, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """The whole desk on the demo."""
    settings = QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)
    made = Desk(
        demo, lambda url: open_workplace(url or "", "tester", lambda: NOW), lambda: NOW, SCREENS, settings
    )
    made.start()
    qtbot.waitUntil(lambda: made.window is not None, timeout=PATIENCE)
    yield made
    window_of(made).close()
    made.stop()


def window_of(desk: Desk) -> MainWindow:
    assert desk.window is not None
    return desk.window


def visit(desk: Desk, screen_id: str, qtbot: QtBot) -> None:
    window_of(desk).show_screen(screen_id)
    qtbot.wait(20)
    qtbot.waitUntil(desk.jobs.is_idle, timeout=PATIENCE)
    window_of(desk).activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window_of(desk), timeout=PATIENCE)


def test_no_key_runs_two_commands_on_any_screen(desk: Desk, qtbot: QtBot) -> None:
    for entry in SCREENS:
        visit(desk, entry.id, qtbot)
        window = window_of(desk)
        said = Counter(one.shortcut for one in window.all_commands() if one.shortcut)
        assert [key for key, count in said.items() if count > 1] == [], entry.id
        bound = Counter(
            one.key().toString()
            for one in window.findChildren(QShortcut)
            if one.isEnabled() and one.parent() is window
        )
        assert [key for key, count in bound.items() if count > 1] == [], entry.id


def test_ctrl_z_takes_back_an_edit_of_the_sequence_and_ctrl_y_gives_it_again(
    desk: Desk, qtbot: QtBot
) -> None:
    visit(desk, "sequence", qtbot)
    screen = window_of(desk).current_screen
    assert isinstance(screen, SequenceScreen)
    editor = screen._editor
    assert editor is not None
    moved = editor.sequence.activities[3].id
    before = editor.start_of(moved)
    editor.move((moved,), 30)
    screen._axis.setFocus()
    qtbot.keyClick(screen._axis, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.start_of(moved) == before
    qtbot.keyClick(screen._axis, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert editor.start_of(moved) == before + 30
    qtbot.keyClick(screen._axis, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("screen_id", ["calendar", "board", "sequence", "night", "audit"])
def test_a_production_fix_is_entered_from_any_screen(desk: Desk, qtbot: QtBot, screen_id: str) -> None:
    visit(desk, screen_id, qtbot)
    window = window_of(desk)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_F, modifiers)
    qtbot.waitUntil(lambda: bool(window.findChildren(QuickFixDialog)), timeout=PATIENCE)
    window.findChildren(QuickFixDialog)[0].reject()
