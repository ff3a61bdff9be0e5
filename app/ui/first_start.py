"""The first start: a demo organisation to look around in, an empty one to begin, or another database."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.widgets import Panel, PlainLabel, button, restyle

PAGE_WIDTH = 640
CHOICE_ICON_SIZE = 24


class FirstChoice(StrEnum):
    """What the person wants to begin with."""

    DEMO = "demo"
    EMPTY = "empty"
    OTHER = "other"


class ChoicePanel(Panel):
    """A panel that is pressed like a button."""

    pressed = Signal()

    def __init__(self, theme: Theme, icon: str, headline: str, sentence: str, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._icon_name = icon
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(headline)
        self.setAccessibleDescription(sentence)
        self._icon = QLabel(self)
        self.body.addWidget(self._icon)
        self.body.addWidget(PlainLabel(headline, "title"))
        self.body.addWidget(PlainLabel(sentence, "muted", wraps=True))
        self.body.addStretch(1)
        theme.theme_changed.connect(self.redraw)
        self.redraw()

    def redraw(self) -> None:
        """Draw the icon in the colours of the theme."""
        size = QSize(CHOICE_ICON_SIZE, CHOICE_ICON_SIZE)
        icon = self._theme.icon(self._icon_name, "accent", CHOICE_ICON_SIZE)
        self._icon.setPixmap(icon.pixmap(size, self.devicePixelRatioF()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        self._mark(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focus."""
        self._mark(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click presses it."""
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter press it."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def _mark(self, is_active: bool) -> None:
        self.setProperty("active", is_active)
        restyle(self)


class FirstStart(QDialog):
    """Offers what to begin with; `chosen` carries a FirstChoice. `place` is where the database will be."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Welcome to Lockstep")
        self.setFixedWidth(PAGE_WIDTH)
        self.choice: FirstChoice | None = None
        self.demo = ChoicePanel(
            theme,
            "people",
            "Demo organisation",
            "A believable month: 150 applications, windows, boards at every stage, sequences and incidents. "
            "Look around; nothing in it is real.",
            self,
        )
        self.empty = ChoicePanel(
            theme,
            "plus",
            "Empty organisation",
            "Begin with your own windows, applications and people, typed or imported from your lists.",
            self,
        )
        self.other = button("Open another database…", self._take_other, "link", self)
        self.demo.pressed.connect(self._take_demo)
        self.empty.pressed.connect(self._take_empty)
        self._lay_out(place)
        self.demo.setFocus()

    def _lay_out(self, place: str) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(16)
        choices.addWidget(self.demo, 1)
        choices.addWidget(self.empty, 1)
        foot = QHBoxLayout()
        foot.addWidget(PlainLabel(f"Kept in {place}", "small", wraps=True, selectable=True), 1)
        foot.addWidget(self.other)
        line = QFrame(self)
        line.setProperty("role", "hairline")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(PlainLabel("Welcome to Lockstep", "headline"))
        column.addWidget(PlainLabel("What would you like to begin with?", "muted"))
        column.addLayout(choices, 1)
        column.addWidget(line)
        column.addLayout(foot)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the texts need at this width."""
        layout = self.layout()
        if layout is not None:
            self.setFixedHeight(layout.totalHeightForWidth(PAGE_WIDTH))
        super().showEvent(event)

    def _take(self, choice: FirstChoice) -> None:
        self.choice = choice
        self.accept()
        self.chosen.emit(choice)

    def _take_demo(self) -> None:
        self._take(FirstChoice.DEMO)

    def _take_empty(self) -> None:
        self._take(FirstChoice.EMPTY)

    def _take_other(self) -> None:
        self._take(FirstChoice.OTHER)
