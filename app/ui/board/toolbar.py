"""The row above the board: how it is shown, grouped and filtered, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.board.layout import GROUPINGS
from app.ui.theme import Theme
from app.ui.widgets import SearchField, Segmented, ToolbarRow, button, combo


class BoardToolbar(ToolbarRow):
    """Controls of the board; each signal is something a person chose."""

    mode_chosen = Signal(str)
    grouping_chosen = Signal(str)
    words_typed = Signal(str)
    not_ready_chosen = Signal(bool)
    new_asked = Signal()
    import_asked = Signal()
    checkpoint_asked = Signal()
    edit_asked = Signal()
    move_asked = Signal()
    columns_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mode = Segmented([("cards", "Board"), ("table", "Table")], "How the board is shown")
        self.mode.chosen.connect(self.mode_chosen)
        self.grouping = combo([(name, f"Group: {name}") for name in GROUPINGS], "none", "Group by")
        self.grouping.currentIndexChanged.connect(
            lambda _place: self.grouping_chosen.emit(self.grouping.currentData())
        )
        self.words = SearchField(theme, "Filter…  ( / )")
        self.words.setMinimumWidth(150)
        self.words.setMaximumWidth(220)
        self.words.searched.connect(self.words_typed)
        self.not_ready = button("Not ready only", checkable=True)
        self.not_ready.toggled.connect(self.not_ready_chosen)
        self.columns = button("Columns…", self.columns_asked.emit)
        self.edit = button("Edit…", self.edit_asked.emit)
        self.move_button = button("Move…", self.move_asked.emit)
        self.add_left(self.mode, self.grouping, self.words, self.not_ready, self.columns)
        self.bring = button("Import…", self.import_asked.emit)
        self.new = button("New change", self.new_asked.emit, tooltip="New change (Ctrl+N)")
        self.checkpoint = button("Evaluate checkpoint", self.checkpoint_asked.emit, "primary")
        self.add_right(self.edit, self.move_button, self.bring, self.new, self.checkpoint)
        self.show_selection(0)
        self.columns.hide()

    def show_selection(self, count: int) -> None:
        """Offer what can be done with `count` selected changes."""
        self.edit.setVisible(count > 1)
        self.move_button.setVisible(count > 0)
        self.edit.setText(f"Edit {count}…")
        self.move_button.setText(f"Move {count}…" if count > 1 else "Move…")
