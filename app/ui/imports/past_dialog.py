"""What an earlier import was: its figures, where its records are, and undoing it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.services.imports.landings import Landed
from app.services.imports.undo import PastImport
from app.ui.context import DeskContext
from app.ui.imports.destinations import Destination, destination_among
from app.ui.imports.draft import kind_label
from app.ui.imports.texts import NOTHING, landed_sentence, moment_text
from app.ui.imports.undoing import ImportUndo
from app.ui.imports.windows import Windows
from app.ui.imports.work import ImportWork
from app.ui.texts import one_line
from app.ui.widgets import FittedDialog, PlainLabel, button
from app.ui.widgets.buttons import set_refusal

WIDTH = 520


class PastImportDialog(FittedDialog):
    """The details of one import; `opening` and `undo` are its ways on."""

    def __init__(self, one: PastImport, zone_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Import {one.id}")
        self.setAccessibleName(f"Import {one.id}")
        self.setMinimumWidth(WIDTH)
        self.landed = PlainLabel("", wraps=True)
        self.landed.hide()
        self.opening, self.undo = button("", kind="primary"), button("Undo import…")
        self.opening.hide()
        set_refusal(self.undo, "This import was undone already." if one.undone_at else "")
        facts = QGridLayout()
        facts.setColumnStretch(1, 1)
        facts.setHorizontalSpacing(16)
        facts.setVerticalSpacing(6)
        for label, text in facts_of(one, zone_name):
            row = facts.rowCount()
            facts.addWidget(PlainLabel(label, "muted"), row, 0)
            facts.addWidget(PlainLabel(text, selectable=True), row, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.undo)
        buttons.addStretch(1)
        buttons.addWidget(button("Close", self.accept))
        buttons.addWidget(self.opening)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel(one_line(one.file_name, 200), "title", wraps=True))
        column.addLayout(facts)
        column.addWidget(self.landed)
        column.addSpacing(4)
        column.addLayout(buttons)

    def show_landed(self, sentence: str, destination: Destination) -> None:
        """Say where the records are, and offer to go there."""
        self.landed.setText(sentence)
        self.landed.setVisible(bool(sentence))
        self.opening.setText(destination.label)
        self.opening.setAccessibleName(destination.label)
        self.opening.show()
        self.opening.setFocus()
        self.fit_height()  # what was empty before takes room now


class PastImports(QObject):
    """Opens the details of earlier imports."""

    def __init__(self, context: DeskContext, work: ImportWork, undoing: ImportUndo, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._work, self._undoing, self._window = context, work, undoing, window
        self.dialog: PastImportDialog | None = None

    def open(self, one: PastImport, zone_name: str) -> None:
        """Show what an import was, on the clocks of a zone."""
        dialog = PastImportDialog(one, zone_name, self._window)
        dialog.undo.clicked.connect(lambda: self._undo(dialog, one))
        dialog.finished.connect(lambda: self._closed(dialog))
        self.dialog = dialog
        dialog.open()
        if one.undone_at is None:
            self._work.read_windows(
                lambda windows: self._work.read_landed(
                    one.id, lambda landed: self._show(dialog, one, landed, windows)
                )
            )

    def _show(self, dialog: PastImportDialog, one: PastImport, landed: Landed, windows: Windows) -> None:
        """Say in the dialog of an import where its records are, unless another is open by now, or none."""
        if self.dialog is not dialog:
            return
        places: dict[int | None, int] = {}
        places.update((landed.in_sequences or landed.on_windows).items())
        if landed.in_intake:
            places[None] = landed.in_intake
        destination = destination_among(one.kind, places, None)
        dialog.opening.clicked.connect(lambda: self._go(dialog, destination))
        dialog.show_landed(landed_sentence(landed, dict(windows)), destination)

    def _go(self, dialog: PastImportDialog, destination: Destination) -> None:
        dialog.accept()
        self._context.navigate(destination.screen, destination.window_id)

    def _undo(self, dialog: PastImportDialog, one: PastImport) -> None:
        dialog.accept()
        self._undoing.ask(one)

    def _closed(self, dialog: PastImportDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None


def facts_of(one: PastImport, zone_name: str) -> list[tuple[str, str]]:
    """What is known of an import, with its labels."""
    facts = [
        ("Imported", f"{moment_text(one.imported_at, zone_name)} by {one_line(one.imported_by, 80)}"),
        ("List of", kind_label(one.kind)),
        ("Came from", one_line(one.source, 80) or NOTHING),
        ("Rows", f"{one.rows:,}"),
        ("New", f"{one.created:,}"),
        ("Changed", f"{one.updated:,}"),
        ("Unchanged", f"{one.unchanged:,}"),
        ("Rejected", f"{one.rejected:,}"),
    ]
    if one.undone_at is not None:
        facts.append(("Undone", moment_text(one.undone_at, zone_name)))
    return facts
