"""A desk on a small locked window, for tests that run its night as a person does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from app.ui.context import DeskContext
from app.ui.jobs import Jobs
from app.ui.theme import Preference, Theme
from tests.app.services.night_world import NightWorld, make_night_world
from tests.templates import CopyOf


@pytest.fixture
def world(local_copy_of: CopyOf) -> NightWorld:
    """The locked window in a database of the test's own."""
    return local_copy_of(make_night_world)


@pytest.fixture
def context(world: NightWorld, tmp_path: Path, qtbot: QtBot) -> Iterator[DeskContext]:
    """The desk around the workplace."""
    settings = QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)
    jobs = Jobs()
    made = DeskContext(world.workplace, jobs, Theme(Preference.LIGHT), world.clock, settings)
    yield made
    jobs.shutdown()
