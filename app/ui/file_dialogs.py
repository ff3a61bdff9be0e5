"""File dialogs with room for what they show."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFileDialog, QTreeView, QWidget

SIZE = QSize(880, 560)
COLUMN_WIDTHS = (340, 96, 150, 150)
"""Name, size, type and date of a file, in pixels."""


def file_dialog(parent: QWidget | None, title: str, place: Path | str, names: str = "") -> QFileDialog:
    """A dialog that begins at a folder or file and deletes itself; `names` are its filters.

    Where the system has no dialog of its own Qt's begins too small for its columns.
    """
    dialog = QFileDialog(parent, title, str(place), names)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for tree in dialog.findChildren(QTreeView):
        dialog.resize(dialog.size().expandedTo(SIZE))
        for column, width in enumerate(COLUMN_WIDTHS):
            tree.setColumnWidth(column, max(width, tree.columnWidth(column)))
    return dialog
