"""Where a file goes, asked by the system's own dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from app.ui.saving import file_to_write

KINDS = {".pdf": "PDF", ".csv": "CSV"}


def _dialog() -> QFileDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    return dialog


def _press(what: QDialogButtonBox.StandardButton) -> None:
    box = _dialog().findChild(QDialogButtonBox)
    assert box is not None
    box.button(what).click()


def _typed(name: str, kind: str) -> None:
    dialog = _dialog()
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    if kind:
        dialog.selectNameFilter(kind)
        dialog.filterSelected.emit(kind)
    line.setText(name)
    _press(QDialogButtonBox.StandardButton.Save)


def _soon(*steps: Callable[[], None]) -> None:
    for number, step in enumerate(steps, start=1):
        QTimer.singleShot(150 * number, step)


@pytest.mark.parametrize(
    ("typed", "kind", "file"),
    [
        ("log", "", "log.pdf"),
        ("log", "CSV (*.csv)", "log.csv"),
        ("log.CSV", "", "log.CSV"),
        ("night.28", "", "night.28.pdf"),
    ],
)
def test_a_name_gets_the_ending_of_its_kind(
    qtbot: QtBot, tmp_path: Path, typed: str, kind: str, file: str
) -> None:
    _soon(lambda: _typed(typed, kind))
    assert file_to_write(None, "Export", tmp_path / "night-log.pdf", KINDS) == tmp_path / file


def test_nothing_is_chosen_where_the_person_cancels(qtbot: QtBot, tmp_path: Path) -> None:
    _soon(lambda: _press(QDialogButtonBox.StandardButton.Cancel))
    assert file_to_write(None, "Export", tmp_path / "night-log.pdf", KINDS) is None


def test_what_is_there_is_asked_about_under_the_name_with_its_ending(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "log.pdf").write_bytes(b"kept")
    asked: list[str] = []

    def refuse() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, QMessageBox)
        asked.append(question.text())
        question.button(QMessageBox.StandardButton.No).click()

    _soon(lambda: _typed("log", ""), refuse, lambda: _press(QDialogButtonBox.StandardButton.Cancel))
    assert file_to_write(None, "Export", tmp_path / "night-log.pdf", KINDS) is None
    assert "log.pdf" in asked[0]
