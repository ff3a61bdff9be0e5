"""The last page: what the import did, and where to go from there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.services.imports.apply import Imported
from app.ui.imports.texts import counted
from app.ui.theme import Theme
from app.ui.widgets import Chip, PlainLabel, button

ICON_SIZE = 40
WELL, NOT_WELL = ("done", "met"), ("warning", "waived")
"""Icon and colour for an import that brought what is here now, and for one whose rows were all rejected."""
NOTE_WIDTH, NOTE_MARGIN, MOST_NOTE_HEIGHT = 720, 8, 200


class DonePage(QWidget):
    """`opened` asks for the screen with the records, the other signals for undoing, for another list and for
    saving the rows that were left out."""

    opened = Signal()
    undo_wanted = Signal()
    again_wanted = Signal()
    rejects_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = QLabel(self)
        self.sign = WELL
        self.headline = PlainLabel("", "headline")
        self.sentence = PlainLabel("", "muted")
        self.landed = PlainLabel("")
        self.not_placed = PlainLabel("", "muted", wraps=True)
        self._notes = QScrollArea(self)  # a list may miss many windows
        self._notes.setWidgetResizable(True)
        self._notes.setFrameShape(QFrame.Shape.NoFrame)
        self._notes.setFixedWidth(NOTE_WIDTH)
        self._notes.setWidget(self.not_placed)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(8)
        self.open = button("Open the board", self.opened.emit, "primary")
        self.again = button("Import another list", self.again_wanted.emit)
        self.save_rejects = button("Save rejected rows…", self.rejects_wanted.emit)
        self.undo = button("Undo this import…", self.undo_wanted.emit)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        actions.addStretch(1)
        for widget in (self.open, self.again, self.save_rejects, self.undo):
            actions.addWidget(widget)
        actions.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        for label in (self._icon, self.headline, self.sentence):
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._chips)
        column.addWidget(self.landed, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._notes, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        column.addLayout(actions)
        column.addStretch(3)
        theme.theme_changed.connect(self.redraw)
        self.redraw()

    def redraw(self) -> None:
        """Draw the icon in the colours of the theme."""
        icon = self._theme.icon(*self.sign, ICON_SIZE)
        self._icon.setPixmap(icon.pixmap(QSize(ICON_SIZE, ICON_SIZE), self.devicePixelRatioF()))

    def show_landed(self, sentence: str) -> None:
        """Say where the records are."""
        self.landed.setText(sentence)
        self.landed.setVisible(bool(sentence))

    def show_done(
        self,
        done: Imported,
        file_name: str,
        destination: str,
        gone: int = 0,
        besides: Mapping[str, int] | None = None,
    ) -> None:
        """Say what was done; `destination` is what the first button says, `gone` how many records of earlier
        imports the list does not name, `besides` how many of what the list rests on were added, in words."""
        stored = done.created + done.updated
        self.headline.setText(f"{counted(stored, 'record')} imported" if stored else _nothing_stored(done))
        self.sign = WELL if stored or done.unchanged else NOT_WELL
        self.redraw()
        self.sentence.setText(
            f"{file_name}, import {done.import_id}: {counted(done.rows, 'row')} read, all accounted for."
        )
        self.not_placed.setText("\n\n".join(done.not_placed))
        self.not_placed.setVisible(bool(done.not_placed))
        needed = self.not_placed.heightForWidth(NOTE_WIDTH) + NOTE_MARGIN
        self._notes.setFixedHeight(min(needed, MOST_NOTE_HEIGHT))
        self._notes.setVisible(bool(done.not_placed))
        self.landed.hide()
        while self._chips.count():
            item = self._chips.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._chips.addStretch(1)
        for count, word, tone in (
            (done.created, "new", "met"),
            (done.updated, "changed", "accent"),
            (done.unchanged, "unchanged", "neutral"),
            (done.rejected, "rejected", "not_met"),
            (gone, "not in this list", "neutral"),
            *((count, f"{words} added", "met") for words, count in (besides or {}).items()),
        ):
            if count:
                self._chips.addWidget(Chip(f"{count:,} {word}", tone))
        self._chips.addStretch(1)
        self.save_rejects.setVisible(bool(done.rejected))
        self.undo.setVisible(bool(stored or besides))
        self.open.setText(destination)
        self.open.setAccessibleName(destination)


def _nothing_stored(done: Imported) -> str:
    """Why no record was stored: they were all here, or what was not here was rejected."""
    if not done.rejected:
        return "Everything was here already"
    return "Nothing else was new" if done.unchanged else "No row could be stored"
