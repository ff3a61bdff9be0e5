"""A file dialog shows its columns whole, takes no lock from a file, and is gone once it is closed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QFileInfo
from PySide6.QtWidgets import QFileSystemModel, QTreeView, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.ui.file_dialogs import COLUMN_WIDTHS, file_dialog, named_icons


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


_TRY_LOCK = """
import fcntl, sys
with open(sys.argv[1], "r+b") as file:
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        print("locked")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="locks of POSIX systems")
def test_listing_a_folder_leaves_the_locks_on_its_files(qtbot: QtBot, tmp_path: Path) -> None:
    import fcntl

    path = tmp_path / "lockstep"  # Qt looks into files whose names tell nothing, and into databases
    path.write_bytes(b"SQLite format 3\0" + bytes(4_000))
    parent = QWidget()
    qtbot.addWidget(parent)
    with path.open("r+b") as held:
        fcntl.lockf(held, fcntl.LOCK_EX)
        dialog = file_dialog(parent, "Choose a list", tmp_path)
        dialog.open()
        (model,) = dialog.findChildren(QFileSystemModel)
        qtbot.waitUntil(lambda: model.rowCount(model.index(str(tmp_path))) == 1)
        entry = model.index(str(path))
        assert model.type(entry)
        assert not model.fileIcon(entry).isNull()
        tried = subprocess.run([sys.executable, "-c", _TRY_LOCK, path], capture_output=True, text=True)
        assert tried.stdout.strip() == "locked"
        dialog.reject()


def test_files_are_called_by_their_names(qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("list.csv", "plan.xlsx", "window.ics"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "old").mkdir()
    icons = named_icons()
    said = {path.name: icons.type(QFileInfo(str(path))) for path in tmp_path.iterdir()}
    assert said["list.csv"] in ("CSV document", "CSV file")  # by the system's words, or by its ending
    assert len(set(said.values())) == len(said)
    assert all(said.values())
