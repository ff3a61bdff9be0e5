"""The requirements that contradict each other, one below the other, with what would resolve each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.sequencing.why_not.explanation import Explanation, Finding, Reason
from app.ui.widgets import PlainLabel
from app.ui.widgets.labels import restyle

_NOTE = {
    Finding.PATH: "Any one of these resolves it; others may then show.",
    Finding.CONTRADICTION: "Any one of these resolves it; others may then show.",
    Finding.TOO_SHORT: "Everything else can be kept.",
}


class ReasonCard(QFrame):
    """One requirement; a click, Enter or Space asks for its activities."""

    asked = Signal(object)

    def __init__(self, reason: Reason, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason = reason
        self.setProperty("role", "panel")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{reason.text} {reason.resolution}")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(PlainLabel(reason.text, "", wraps=True))
        if reason.resolution:
            column.addWidget(PlainLabel(f"Resolved by: {reason.resolution}", "small", wraps=True))
        if reason.activity_ids:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            count = len(reason.activity_ids)
            self.setToolTip("Select the activity" if count == 1 else f"Select the {count} activities")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        self.setProperty("active", True)
        restyle(self)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard is elsewhere."""
        self.setProperty("active", False)
        restyle(self)
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for its activities."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit(self._reason.activity_ids)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space do what a click does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.asked.emit(self._reason.activity_ids)
        else:
            super().keyPressEvent(event)


class ReasonList(QWidget):
    """All reasons of an explanation; `activities_asked` carries the ids to select."""

    activities_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[ReasonCard] = []
        self._headline = PlainLabel("", "strong", wraps=True)
        self._note = PlainLabel("", "muted", wraps=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 8, 16, 16)
        self._column.setSpacing(8)
        self._column.addWidget(self._headline)
        self._column.addWidget(self._note)
        self._column.addStretch(1)

    def show_explanation(self, explanation: Explanation | None) -> None:
        """Show this one, or nothing."""
        for card in self.cards:
            self._column.removeWidget(card)
            card.deleteLater()
        self.cards = []
        self._headline.setText(explanation.headline if explanation is not None else "")
        self._note.setText(_NOTE.get(explanation.finding, "") if explanation is not None else "")
        for place, reason in enumerate(explanation.reasons if explanation is not None else ()):
            card = ReasonCard(reason, self)
            card.asked.connect(self.activities_asked)
            self._column.insertWidget(1 + place, card)
            self.cards.append(card)
