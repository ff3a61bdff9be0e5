"""Asking before a whole import is undone, and undoing it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.services.imports.undo import PastImport, Undone
from app.ui.context import DeskContext
from app.ui.imports.texts import counted
from app.ui.imports.work import ImportWork
from app.ui.widgets import ConfirmDialog


class ImportUndo(QObject):
    """`undone` tells that an import was taken back."""

    undone = Signal()

    def __init__(self, context: DeskContext, work: ImportWork, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._work = work
        self._window = window
        self.dialog: ConfirmDialog | None = None

    def ask(self, past: PastImport) -> None:
        """Ask, saying what will happen."""
        self.dialog = ConfirmDialog.ask(
            self._window,
            "Undo the whole import?",
            undo_sentence(past),
            "Undo import",
            lambda _reason: self.undo(past.id, past.file_name),
            is_dangerous=True,
        )

    def ask_number(self, import_id: int) -> None:
        """Ask about the import with this number."""
        self._work.read_history(
            lambda answer: self.ask(next(one for one in answer[0] if one.id == import_id))
        )

    def undo(self, import_id: int, file_name: str) -> None:
        """Take an import back."""
        self._work.undo(import_id, file_name, self._done)

    def _done(self, undone: Undone) -> None:
        self._context.notify(undone_sentence(undone), "met")
        self.undone.emit()


def undone_sentence(undone: Undone) -> str:
    """What undoing an import did."""
    done = ((undone.removed, "removed"), (undone.restored, "set back"))
    parts = [f"{counted(count, 'record')} {what}" for count, what in done if count]
    return f"Import of {undone.file_name} undone: {', '.join(parts) or 'no record was changed'}."


def undo_sentence(one: PastImport) -> str:
    """What undoing an import would do, for the question before it."""
    parts = []
    if one.created:
        parts.append(f"{counted(one.created, 'record')} it created will be removed")
    if one.updated:
        parts.append(f"{counted(one.updated, 'record')} it changed will be as before")
    what = " and ".join(parts) or "It changed no record; only what was remembered of the list goes"
    return (
        f"{one.file_name}: {what}. If anything was edited or built upon since, nothing is undone and you "
        "are told what stands in the way."
    )
