"""The intake list as a screen: every change that has no window yet, as a table to sort, edit and place."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.ui.board.columns import SHOWN_IN_INTAKE
from app.ui.board.screen import BoardScreen
from app.ui.context import DeskContext


class IntakeScreen(BoardScreen):
    """The board's table over the intake list; the strip of windows takes what is dropped on it."""

    title = "Intake"
    shows_window = False
    keeps_to_intake = True
    columns_at_first = SHOWN_IN_INTAKE

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.toolbar.mode.choose("table")
        self.toolbar.not_ready.hide()
        self._show_page()
