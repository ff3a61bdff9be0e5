"""What there is to say of a list, sentence by sentence, each to be read to its end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QWidget

from app.ui.texts import one_line

MOST_LETTERS, APART = 2_000, 6


class NotesView(QListWidget):
    """Sentences that go on in the next line where one does not hold them; `note_selected` carries the one
    that the keyboard is at."""

    note_selected = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Notes")
        self.setWordWrap(True)
        self.setSpacing(APART)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.currentTextChanged.connect(self.note_selected)

    def show_notes(self, notes: Sequence[str]) -> None:
        """Show these sentences."""
        shown = [one_line(note, MOST_LETTERS) for note in notes]
        if shown != self.notes:
            self.clear()
            self.addItems(shown)

    @property
    def notes(self) -> list[str]:
        """The sentences as they are shown."""
        return [self.item(place).text() for place in range(self.count())]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins at the first sentence, or comes back to where it was."""
        super().focusInEvent(event)
        if not self.count():
            return
        current = self.item(max(0, self.currentRow()))
        self.setCurrentItem(current)
        current.setSelected(True)
        self.note_selected.emit(current.text())
