"""Asking for the folder in which lists arrive."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from app.services.imports.kinds import KINDS
from app.ui.context import DeskContext
from app.ui.file_dialogs import file_dialog
from app.ui.imports.arrivals import Arrivals
from app.ui.imports.draft import kind_label, shortened
from app.ui.imports.watch import Watched, is_folder, read_watched, write_watched
from app.ui.widgets import FormDialog, button, combo

AUTO = ("auto", "Whatever the list turns out to be")


class FolderField(QWidget):
    """A folder, written or chosen."""

    value_changed = Signal()

    def __init__(self, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLineEdit(folder, self)
        self.text.setPlaceholderText("Empty: watch nothing")
        self.text.setAccessibleName("Folder")
        self.text.textChanged.connect(lambda _text: self.value_changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(button("Choose…", self._choose))
        self.setFocusProxy(self.text)

    def field_value(self) -> str:
        """The folder as written."""
        return self.text.text().strip()

    def _choose(self) -> None:
        dialog = file_dialog(self, "Choose a folder", self.text.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.text.setText)
        dialog.open()


class WatchDialog(FormDialog):
    """A folder and what its lists hold; an empty folder stops watching."""

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__("Watch a folder", "Watch", self._submit, parent)
        self._context = context
        watched = read_watched(context.settings)
        self._folder = FolderField(str(watched.folder) if watched else "", self)
        self._kind = combo(
            [AUTO, *((kind, kind_label(kind)) for kind in KINDS)],
            watched.kind if watched else "auto",
            "What the lists hold",
        )
        self.add_field(
            "folder",
            "Folder",
            self._folder,
            hint="New lists in it are offered on any screen; nothing is stored before you import one.",
        )
        self.add_field("kind", "What the lists hold", self._kind)

    def choose(self, folder: Path | None) -> None:
        """Write a folder into the field."""
        self._folder.text.setText("" if folder is None else str(folder))

    def _submit(self, _values: dict[str, Any]) -> None:
        text = self._folder.field_value()
        folder = Path(os.path.expanduser(text))
        if text and not is_folder(folder):
            self.refuse(f"{text} is no folder. Choose one that exists, or none to stop watching.")
            return
        write_watched(self._context.settings, Watched(folder, self._kind.currentData()) if text else None)
        for arrivals in self._context.findChildren(Arrivals):
            arrivals.follow()
        self.accept()


def watched_words(settings: QSettings) -> str:
    """What is watched, in a few words; "" when nothing is."""
    watched = read_watched(settings)
    return f"Watching “{shortened(watched.folder.name, 40)}”" if watched else ""
