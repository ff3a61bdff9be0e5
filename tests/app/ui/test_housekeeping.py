"""The desk's daily copy, backup, restore, organisation and calendar file, as a person uses them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QFileDialog, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from app.services.database import daily_folder
from app.services.organisation import read_organisation
from app.ui import housekeeping
from app.ui.context import DeskContext, Notice
from app.ui.housekeeping import CALENDAR_FILE, Housekeeping
from app.ui.jobs import Jobs
from app.ui.theme import Preference, Theme
from app.ui.widgets import ConfirmDialog, FormDialog
from tests.app.services.board_world import World, make_world
from tests.templates import CopyOf


@pytest.fixture
def world(local_copy_of: CopyOf) -> World:
    return local_copy_of(make_world)


@pytest.fixture
def context(world: World, tmp_path: Path, qtbot: QtBot) -> Iterator[DeskContext]:
    settings = QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)
    jobs = Jobs()
    made = DeskContext(world.workplace, jobs, Theme(Preference.LIGHT), world.clock, settings)
    yield made
    jobs.shutdown()


@pytest.fixture
def reopened() -> list[str]:
    return []


@pytest.fixture
def keeping(context: DeskContext, tmp_path: Path, reopened: list[str]) -> Housekeeping:
    return Housekeeping(context, f"sqlite:///{(tmp_path / 'lockstep.db').as_posix()}", reopened.append)


def shown(kind: type[FormDialog] | type[ConfirmDialog]) -> FormDialog | ConfirmDialog:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())


def choose_file(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(housekeeping, "file_to_write", lambda *_args: path)


def choose_in_dialog(window: QMainWindow, path: Path) -> None:
    chooser = window.findChild(QFileDialog)
    assert chooser is not None
    name, buttons = chooser.findChild(QLineEdit, "fileNameEdit"), chooser.findChild(QDialogButtonBox)
    assert name is not None
    assert buttons is not None
    name.setText(str(path))
    buttons.button(QDialogButtonBox.StandardButton.Open).click()


def test_todays_copy_is_made_at_the_start(keeping: Housekeeping, context: DeskContext, qtbot: QtBot) -> None:
    keeping.start()
    qtbot.waitUntil(lambda: daily_folder(keeping.workplace).is_dir() and context.jobs.is_idle())
    assert len(list(daily_folder(keeping.workplace).iterdir())) == 1


def test_the_organisation_is_named(keeping: Housekeeping, context: DeskContext, qtbot: QtBot) -> None:
    keeping.ask_organisation()
    qtbot.waitUntil(lambda: any(isinstance(one, FormDialog) for one in QApplication.topLevelWidgets()))
    dialog = shown(FormDialog)
    assert isinstance(dialog, FormDialog)
    name, zone = dialog.field("name"), dialog.field("zone_name")
    assert isinstance(name, QLineEdit)
    assert isinstance(zone, QComboBox)
    name.setText("Nordwind <b>AG</b>")
    zone.setCurrentText("Australia/Lord_Howe")
    dialog.ok.click()
    qtbot.waitUntil(lambda: read_organisation(keeping.workplace).name == "Nordwind <b>AG</b>")
    assert read_organisation(keeping.workplace).zone_name == "Australia/Lord_Howe"
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_a_kept_calendar_file_follows_the_calendar(
    keeping: Housekeeping, context: DeskContext, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notices: list[Notice] = []
    context.noticed.connect(notices.append)
    place = tmp_path / "releases.ics"
    choose_file(monkeypatch, place)
    keeping.ask_calendar_file()
    qtbot.waitUntil(lambda: bool(notices))
    assert b"BEGIN:VEVENT" in place.read_bytes()
    place.unlink()
    keeping.write_calendar_file()
    qtbot.waitUntil(place.is_file)
    assert notices[0].action is not None
    notices[0].action()
    assert not context.settings.contains(CALENDAR_FILE)


def test_a_backup_is_made_and_restored(
    keeping: Housekeeping,
    context: DeskContext,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    reopened: list[str],
) -> None:
    kept = tmp_path / "kept.db"
    choose_file(monkeypatch, kept)
    keeping.ask_backup()
    qtbot.waitUntil(lambda: kept.is_file() and context.jobs.is_idle())
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    keeping.ask_restore()
    choose_in_dialog(window, kept)
    dialog = shown(ConfirmDialog)
    assert isinstance(dialog, ConfirmDialog)
    dialog.confirm.click()
    qtbot.waitUntil(lambda: bool(reopened))
    assert reopened == [f"sqlite:///{(tmp_path / 'lockstep.db').as_posix()}"]
    assert (tmp_path / "lockstep.db.before-restore").is_file()
