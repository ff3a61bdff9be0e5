"""A thin bar of parts against a capacity: ready, waiting, and what is over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import Theme
from app.ui.widgets.labels import plain_tooltip

BAR_HEIGHT = 4


def paint_load(
    painter: QPainter, theme: Theme, area: QRectF, parts: Sequence[tuple[float, str]], capacity: float
) -> None:
    """Paint `parts` (amount, colour token) one after the other, as shares of `capacity`, into `area`.

    More than the capacity fills the bar and ends it in the colour of what is not met.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = area.height() / 2
    painter.setBrush(theme.color("neutral_soft"))
    painter.drawRoundedRect(area, radius, radius)
    total = sum(amount for amount, _ in parts)
    scale = area.width() / max(capacity, total, 1e-9)
    left = area.left()
    for amount, token in parts:
        if amount > 0:
            painter.setBrush(theme.color(token))
            painter.drawRoundedRect(QRectF(left, area.top(), amount * scale, area.height()), radius, radius)
            left += amount * scale
    if total > capacity > 0:
        over = area.left() + capacity * scale
        painter.setBrush(theme.color("not_met"))
        painter.drawRoundedRect(QRectF(over, area.top(), area.right() - over, area.height()), radius, radius)


class LoadBar(QWidget):
    """Shows parts of a capacity; readers hear it as words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: tuple[tuple[float, str], ...] = ()
        self._capacity = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self.update)

    def set_load(self, parts: Sequence[tuple[float, str]], capacity: float, words: str) -> None:
        """Show `parts` (amount, colour token) against `capacity`; `words` says the same ("27 of 40")."""
        self._parts, self._capacity = tuple(parts), capacity
        self.setAccessibleName(words)
        self.setToolTip(plain_tooltip(words))
        self.update()

    def sizeHint(self) -> QSize:
        """Thin and as wide as there is room."""
        return QSize(80, BAR_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the parts."""
        painter = QPainter(self)
        paint_load(painter, self._theme, QRectF(self.rect()), self._parts, self._capacity)
        painter.end()
