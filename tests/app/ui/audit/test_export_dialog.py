"""The days of an audit workbook are settled before its file is chosen, by keyboard alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.ui.audit.export_dialog import ExportDialog

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
Period = tuple[date, date, Path]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Period]:
    """What was exported; the file dialog answers at once."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "audit"), ""))
    return []


def test_enter_goes_on_to_the_file(qtbot: QtBot, written: list[Period], tmp_path: Path) -> None:
    dialog = ExportDialog(FIRST, LAST, lambda *period: written.append(period))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog.first, Qt.Key.Key_Return)
    assert written == [(FIRST, LAST, tmp_path / "audit.xlsx")]


def test_a_period_that_ends_before_it_begins_chooses_no_file(qtbot: QtBot, written: list[Period]) -> None:
    dialog = ExportDialog(FIRST, LAST, lambda *period: written.append(period))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.last.setDate(QDate(2026, 10, 1))
    assert not dialog.choose.isEnabled()
    assert "The last day lies before the first" in dialog.choose.toolTip()
    qtbot.keyClick(dialog.last, Qt.Key.Key_Return)
    assert not written
    dialog.last.setDate(QDate(2026, 11, 1))
    assert dialog.choose.isEnabled()
