"""File dialogs with room for what they show, which open no file to tell what it is."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QFileInfo, QMimeDatabase, QSize, Qt
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QTreeView, QWidget

SIZE = QSize(880, 560)
COLUMN_WIDTHS = (340, 96, 150, 150)
"""Name, size, type and date of a file, in pixels."""


class NamedIcons(QFileIconProvider):
    """Icons and types of files by their names alone.

    Qt's own look into each file. On POSIX systems that drops every lock which this program holds on the file
    (fcntl(2)): on the local database, while its folder is listed.
    """

    def icon(self, what: QFileInfo | QAbstractFileIconProvider.IconType) -> QIcon:
        """The icon of a folder or of any file."""
        if isinstance(what, QFileInfo):
            kinds = QAbstractFileIconProvider.IconType
            what = kinds.Folder if what.isDir() else kinds.File
        return super().icon(what)

    def type(self, info: QFileInfo) -> str:
        """What a file of this name is called: "CSV document", or "CSV file" where the system has no words for
        it."""
        found = QMimeDatabase().mimeTypeForFile(info, QMimeDatabase.MatchMode.MatchExtension)
        if found.comment() != found.name():
            return found.comment()
        return "Folder" if info.isDir() else f"{info.suffix().upper()} file".strip()


@cache
def named_icons() -> NamedIcons:
    """The icons of all file dialogs, which take no hold of them."""
    return NamedIcons()


def file_dialog(parent: QWidget | None, title: str, place: Path | str, names: str = "") -> QFileDialog:
    """A dialog that begins at a folder or file and deletes itself; `names` are its filters.

    Where the system has no dialog of its own Qt's begins too small for its columns.
    """
    dialog = QFileDialog(parent, title, str(place), names)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setIconProvider(named_icons())
    for tree in dialog.findChildren(QTreeView):
        dialog.resize(dialog.size().expandedTo(SIZE))
        for column, width in enumerate(COLUMN_WIDTHS):
            tree.setColumnWidth(column, max(width, tree.columnWidth(column)))
    return dialog
