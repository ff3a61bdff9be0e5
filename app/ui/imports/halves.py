"""Two halves of a page: side by side where there is room, one below the other in a narrow window."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

MOST_HALF_WIDTH, HALF_SHARE = 640, 1000
APART, BELOW, BETWEEN = 32, 8, 12
CAPTION_WIDTH = 110


class Halves(QWidget):
    """Holds two grids of fields; on a large screen what belongs together stays together."""

    def __init__(self, grids: tuple[QGridLayout, QGridLayout]) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(APART)
        self._halves = []
        for grid in grids:
            half = QWidget()
            half.setMaximumWidth(MOST_HALF_WIDTH)
            column = QVBoxLayout(half)
            column.setContentsMargins(0, 0, 0, 0)
            column.addLayout(grid)
            column.addStretch(1)
            self._row.addWidget(half, HALF_SHARE)
            self._halves.append(half)
        self._row.addStretch(1)

    @property
    def are_beside(self) -> bool:
        """Whether they stand side by side."""
        return self._row.direction() is QBoxLayout.Direction.LeftToRight

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider half: the other one can go below it."""
        widest = max(half.minimumSizeHint().width() for half in self._halves)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as the new width allows."""
        super().resizeEvent(event)
        needed = APART + sum(half.minimumSizeHint().width() for half in self._halves)
        are_beside = needed <= event.size().width()
        if are_beside != self.are_beside:
            beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
            self._row.setDirection(beside if are_beside else below)
            self._row.setSpacing(APART if are_beside else BELOW)


def as_wide_as_halves(widget: QWidget) -> QHBoxLayout:
    """A row with a widget that is no wider than two halves: on a large screen what stands at its two ends
    stays together too."""
    widget.setMaximumWidth(2 * MOST_HALF_WIDTH + APART)
    row = QHBoxLayout()
    row.addWidget(widget, HALF_SHARE)
    row.addStretch(1)
    return row


def field_grid() -> QGridLayout:
    """A grid of fields for one half: caption, field, how sure it is."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(BETWEEN)
    grid.setVerticalSpacing(BELOW)
    grid.setColumnMinimumWidth(0, CAPTION_WIDTH)
    grid.setColumnStretch(3, 1)
    return grid
