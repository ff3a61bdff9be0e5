"""The shell's undo and redo on the night: acts are taken back by entries of the log, by no stack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoStack

if TYPE_CHECKING:
    from app.ui.night.screen import NightScreen


class NightUndo(QUndoStack):
    """Answers as an undo stack does; what it undoes stands in the log of the open run."""

    def __init__(self, screen: NightScreen) -> None:
        super().__init__(screen)
        self._screen = screen

    def canUndo(self) -> bool:
        """Whether an act can be taken back."""
        view = self._screen.view
        return view is not None and not view.is_over and bool(view.undoable)

    def canRedo(self) -> bool:
        """Whether the newest entry took something back."""
        view = self._screen.view
        return view is not None and not view.is_over and bool(view.redoable)

    def undo(self) -> None:
        """Take the last act back."""
        if self.canUndo():
            self._screen.actions_of_night.undo()

    def redo(self) -> None:
        """Bring back what was taken back last."""
        if self.canRedo():
            self._screen.actions_of_night.redo()
