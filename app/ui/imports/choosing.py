"""Ways a list comes to the desk: a file dialog, the clipboard, a drop; and saving rejected rows as a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.services.imports.rejects import write_rejects
from app.ui.context import DeskContext
from app.ui.file_dialogs import file_dialog
from app.ui.imports.draft import Draft
from app.ui.imports.watch import ENDINGS

FILTER = f"Lists ({' '.join(f'*{ending}' for ending in ENDINGS)});;All files (*)"
_FOLDER = "import/folder"


class ListChooser(QObject):
    """`path_chosen` carries the path of a file, `files_pasted` the paths of files that were copied,
    `rows_pasted` the plain text on the clipboard and the page it was copied from, "" where it is of none."""

    path_chosen = Signal(object)
    files_pasted = Signal(object)
    rows_pasted = Signal(str, str)

    def __init__(self, context: DeskContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def choose_file(self) -> None:
        """Ask for a file, beginning where the last one was."""
        folder = str(self._context.settings.value(_FOLDER, QDir.homePath()))
        dialog = file_dialog(self._window, "Choose a list", folder, FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def paste(self) -> None:
        """Take rows, or copied files, from the clipboard."""
        mime: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None where nothing was copied yet
        if paths := local_files(mime):
            self.files_pasted.emit(paths)
        elif mime is not None and (mime.text().strip() or "<table" in mime.html().lower()):
            self.rows_pasted.emit(mime.text(), mime.html())
        else:
            self._context.notify(
                "There are no rows on the clipboard. Copy them from a table first.", "waived"
            )

    def save_rejects(self, draft: Draft) -> None:
        """Ask where to save the rejected rows with their reasons, beginning beside the last list chosen."""
        folder = QDir(str(self._context.settings.value(_FOLDER, QDir.homePath())))
        place = folder.filePath(f"{Path(draft.name).stem} rejected.csv")
        dialog = file_dialog(self._window, "Save rejected rows", place, "CSV (*.csv)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(lambda name: self.write_rejects(draft, Path(name)))
        dialog.open()

    def write_rejects(self, draft: Draft, path: Path) -> None:
        """Write the rejected rows to a file."""
        assert draft.checked is not None
        assert draft.understood is not None
        rejected, table = draft.checked.planned.outcome.rejected, draft.understood.table
        self._context.fetch(
            f"Saving {path.name}",
            lambda _control: write_rejects(path, table, rejected),
            lambda _nothing: self._context.notify(f"{path.name} saved in {path.parent}.", "met"),
            self,
        )

    def _chosen(self, name: str) -> None:
        path = Path(name)
        self._context.settings.setValue(_FOLDER, str(path.parent))
        self.path_chosen.emit(path)


def local_files(mime: QMimeData | None) -> list[Path]:
    """The files of this computer in what was dropped or copied; nothing was where it is None."""
    urls = mime.urls() if mime is not None and mime.hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
