"""Surfaces: panels, hairlines, toolbar rows, empty states and the panel at the right side."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.widgets.buttons import IconButton, button
from app.ui.widgets.labels import ElidedLabel, PlainLabel

EMPTY_ICON_SIZE = 32
EMPTY_TEXT_WIDTH = 420


class Panel(QFrame):
    """A white surface with a hairline around it; put widgets into `body`, a vertical layout."""

    def __init__(self, heading: str = "", parent: QWidget | None = None, *, padding: int = 16) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAccessibleName(heading)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(8)
        if heading:
            self.body.addWidget(PlainLabel(heading, "strong"))


def hairline(parent: QWidget | None = None, *, upright: bool = False) -> QFrame:
    """A line one pixel thick."""
    line = QFrame(parent)
    line.setProperty("role", "upright" if upright else "hairline")
    return line


class ToolbarRow(QWidget):
    """A row of controls above a screen's content: `left` ones, a gap, `right` ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left = QHBoxLayout()
        self.right = QHBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.left.setSpacing(8)
        self.right.setSpacing(8)
        row.addLayout(self.left)
        row.addStretch(1)
        row.addLayout(self.right)

    def add_left(self, *widgets: QWidget) -> None:
        """Add widgets at the left."""
        for widget in widgets:
            self.left.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_right(self, *widgets: QWidget) -> None:
        """Add widgets at the right, in reading order."""
        for widget in widgets:
            self.right.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


class EmptyState(QWidget):
    """What a screen without records shows: an icon, a headline, one sentence and the first step."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        headline: str,
        sentence: str,
        step: str = "",
        step_taken: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon
        self._icon = QLabel(self)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._headline = PlainLabel(headline, "title", wraps=True)
        self._sentence = PlainLabel(sentence, "muted", wraps=True)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._headline, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setMinimumWidth(EMPTY_TEXT_WIDTH)
            label.setMaximumWidth(EMPTY_TEXT_WIDTH)
            line = QHBoxLayout()
            line.addWidget(label)
            column.addLayout(line)
        if step:
            column.addSpacing(8)
            self.step = button(step, step_taken, "primary", self)
            column.addWidget(self.step, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.setAccessibleName(f"{headline}. {sentence}")
        theme.theme_changed.connect(self.redraw)
        self.redraw()

    def redraw(self) -> None:
        """Draw the icon in the colours of the theme."""
        size = QSize(EMPTY_ICON_SIZE, EMPTY_ICON_SIZE)
        icon = self._theme.icon(self._icon_name, "faint", EMPTY_ICON_SIZE)
        self._icon.setPixmap(icon.pixmap(size, self.devicePixelRatioF()))

    def set_texts(self, headline: str, sentence: str) -> None:
        """Say something else, as when a filter leaves nothing."""
        self._headline.setText(headline)
        self._sentence.setText(sentence)
        self.setAccessibleName(f"{headline}. {sentence}")


class SidePanel(QFrame):
    """An inspector at the right side with a title, tabs and a way to close it; Escape closes it too."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, width: int | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setFixedWidth(width or theme.space("side_panel_width"))
        self._title = ElidedLabel("", "title")
        self._subtitle = ElidedLabel("", "small")
        self.head_actions = QHBoxLayout()
        self.head_actions.setSpacing(4)
        self.head_actions.addWidget(IconButton(theme, "close", "Close panel (Esc)", self.close_panel))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 8, 8)
        head.addLayout(words, 1)
        head.addLayout(self.head_actions)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("Sections")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.tabs, 1)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Say what is inspected."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self.setAccessibleName(title)

    def add_tab(self, label: str, content: QWidget, below: QWidget | None = None) -> int:
        """Add a tab whose content scrolls when it is too long; what is `below` it stays in sight."""
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content.setProperty("role", "scrolled")
        area.setWidget(content)
        page: QWidget = area
        if below is not None:
            page = QWidget(self)
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(area, 1)
            column.addWidget(below)
            below.show()
        return self.tabs.addTab(page, label.replace("&", "&&"))

    def close_panel(self) -> None:
        """Hide the panel and tell."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)
