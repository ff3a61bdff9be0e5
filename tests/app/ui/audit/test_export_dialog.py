"""The days of an audit workbook are settled before its file is chosen, by keyboard alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from app.ui.audit.export_dialog import ExportDialog

Days = tuple[date, date]


def never_exported(_first: date, _last: date, _out: Path) -> None:
    """No file is chosen here."""
    pytest.fail("exported without a file")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Days]:
    """The days for which a file was asked."""
    found: list[Days] = []
    monkeypatch.setattr(ExportDialog, "_choose", lambda dialog: found.append(dialog.days))
    return found


@pytest.fixture
def dialog(asked: list[Days], qtbot: QtBot) -> ExportDialog:
    """The dialog, for November."""
    made = ExportDialog(date(2026, 11, 1), date(2026, 11, 30), never_exported)
    qtbot.addWidget(made)
    made.show()
    return made


def test_enter_goes_on_to_the_file(dialog: ExportDialog, asked: list[Days], qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.first, Qt.Key.Key_Return)
    assert asked == [(date(2026, 11, 1), date(2026, 11, 30))]


def test_a_period_that_ends_before_it_begins_chooses_no_file(
    dialog: ExportDialog, asked: list[Days], qtbot: QtBot
) -> None:
    dialog.last.setDate(QDate(2026, 10, 1))
    assert not dialog.choose.isEnabled()
    assert "The last day lies before the first" in dialog.choose.toolTip()
    qtbot.keyClick(dialog.last, Qt.Key.Key_Return)
    assert not asked
    dialog.last.setDate(QDate(2026, 11, 1))
    assert dialog.choose.isEnabled()
