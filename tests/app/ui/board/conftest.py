"""A desk with a board of 31 changes, for tests that act as a person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from app.ui.board.screen import BoardScreen
from app.ui.context import DeskContext
from app.ui.jobs import Jobs
from app.ui.theme import Preference, Theme
from tests.app.services.board_world import World, make_world
from tests.templates import CopyOf


@pytest.fixture
def world(local_copy_of: CopyOf) -> World:
    """The small organisation in a database of the test's own."""
    return local_copy_of(make_world)


@pytest.fixture
def context(world: World, tmp_path: Path, qtbot: QtBot) -> Iterator[DeskContext]:
    """The desk around the workplace."""
    settings = QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)
    jobs = Jobs()
    made = DeskContext(world.workplace, jobs, Theme(Preference.LIGHT), world.clock, settings)
    yield made
    jobs.shutdown()


@pytest.fixture
def screen(context: DeskContext, world: World, qtbot: QtBot) -> BoardScreen:
    """The board, shown for the window."""
    made = BoardScreen(context)
    qtbot.addWidget(made)
    context.announcer.records_changed.connect(made.refresh)
    made.resize(1280, 800)
    made.show()
    context.select_window(world.window_id)
    made.activate(world.window_id)
    qtbot.waitUntil(lambda: made.model.rowCount() == 31)
    return made
