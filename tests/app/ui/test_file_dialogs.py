"""A file dialog shows its columns whole, and is gone once it is closed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QTreeView, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.ui.file_dialogs import COLUMN_WIDTHS, file_dialog


def test_its_columns_are_shown_whole_and_it_deletes_itself(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "list of changes.csv").write_text("Key\nCHG-1\n" * 1_000)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = file_dialog(parent, "Choose a list", tmp_path, "Lists (*.csv)")
    dialog.open()
    (tree,) = dialog.findChildren(QTreeView)
    assert all(tree.columnWidth(at) >= width for at, width in enumerate(COLUMN_WIDTHS))
    assert sum(COLUMN_WIDTHS) <= dialog.width()
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog))
