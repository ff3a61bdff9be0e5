"""The shell's undo and redo on the night: acts are taken back by entries of the log, by no stack."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from app.ui.night.actions import NightActions


class NightUndo(QUndoStack):
    """Answers as an undo stack does; what it undoes stands in the log of the open run."""

    def __init__(self, actions: NightActions, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions

    def canUndo(self) -> bool:
        """Whether an act can be taken back."""
        view = self._actions.view
        return view is not None and not view.is_over and bool(view.undoable)

    def canRedo(self) -> bool:
        """Whether the newest entry took something back."""
        view = self._actions.view
        return view is not None and not view.is_over and bool(view.redoable)

    def undo(self) -> None:
        """Take the last act back."""
        if self.canUndo():
            self._actions.undo()

    def redo(self) -> None:
        """Bring back what was taken back last."""
        if self.canRedo():
            self._actions.redo()
