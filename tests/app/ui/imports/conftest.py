"""A desk on an empty database, and the import screen as a person finds it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from app.services.workplace import Workplace, open_workplace
from app.ui.context import DeskContext
from app.ui.imports.screen import ImportScreen
from app.ui.jobs import Jobs
from app.ui.theme import Preference, Theme
from tests.app.services.imports.conftest import Clock


@pytest.fixture
def workplace(local_url: str) -> Iterator[Workplace]:
    """A workplace without records."""
    made = open_workplace(local_url, "tester", Clock())
    yield made
    made.close()


@pytest.fixture
def context(workplace: Workplace, tmp_path: Path, qtbot: QtBot) -> Iterator[DeskContext]:
    """The desk around the workplace."""
    settings = QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)
    jobs = Jobs()
    yield DeskContext(workplace, jobs, Theme(Preference.LIGHT), workplace.clock, settings)
    jobs.shutdown()


@pytest.fixture
def screen(context: DeskContext, qtbot: QtBot) -> ImportScreen:
    """The screen in front."""
    made = ImportScreen(context)
    qtbot.addWidget(made)
    context.announcer.records_changed.connect(made.refresh)
    made.resize(1280, 720)
    made.show()
    made.activate(None)
    return made
