"""A desk around the small organisation, for the tests of the screens that follow the night."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from app.ui.context import DeskContext
from app.ui.jobs import Jobs
from app.ui.theme import Preference, Theme
from tests.app.services.board_world import World, make_world
from tests.templates import CopyOf

PATIENCE = 20_000


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
