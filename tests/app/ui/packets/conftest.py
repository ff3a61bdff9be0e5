"""A desk with a window of 31 changes and 80 activities, for tests that act as a person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from app.ui.context import DeskContext
from app.ui.jobs import Jobs
from app.ui.theme import Preference, Theme
from tests.app.services.board_world import World
from tests.app.services.packet_world import make_packet_world
from tests.templates import CopyOf


@pytest.fixture
def world(local_copy_of: CopyOf) -> World:
    """The small organisation with its night, in a database of the test's own."""
    return local_copy_of(make_packet_world)


@pytest.fixture
def context(world: World, tmp_path: Path, qtbot: QtBot) -> Iterator[DeskContext]:
    """The desk around the workplace."""
    settings = QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)
    jobs = Jobs()
    made = DeskContext(world.workplace, jobs, Theme(Preference.LIGHT), world.clock, settings)
    yield made
    jobs.shutdown()
