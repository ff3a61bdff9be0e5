"""The bar below a change's form that says what is not saved yet; it stays in sight while the form scrolls."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.widgets import PlainLabel, button, hairline
from app.ui.widgets.buttons import set_refusal

NOT_SAVED = "Not saved yet"
NOTHING_CHANGED = "Nothing was changed."
CHANGED_ELSEWHERE = "Changed elsewhere meanwhile; your text is kept until you save or revert."


class SaveBar(QFrame):
    """`save_asked` and `revert_asked` tell which button was pressed."""

    save_asked = Signal()
    revert_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = PlainLabel("", "small", wraps=True)
        self.save = button("Save", self.save_asked.emit, "primary")
        self.revert = button("Revert", self.revert_asked.emit)
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.note, 1)
        row.addWidget(self.revert)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline(self))
        column.addLayout(row)

    def show_state(self, is_dirty: bool, problem: str) -> None:
        """Say whether something is to be saved, and what is wrong with it ("": nothing)."""
        self.note.setText(NOT_SAVED if is_dirty else "")
        unchanged = "" if is_dirty else NOTHING_CHANGED
        set_refusal(self.save, problem or unchanged)
        set_refusal(self.revert, unchanged)
        if self.save.isEnabled():
            self.save.setToolTip("Ctrl+S")
