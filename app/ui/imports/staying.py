"""A table whose telling columns stay in view: scrolled to the edge they stop there, as frozen panes do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui.theme import Theme

MOST_SHARE = 0.5
"""How much of the width columns that stay may take; what moves is to be read beside them."""
_OF_THE_MOUSE = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove)
Index = QModelIndex | QPersistentModelIndex


class StayingTable(QTableView):
    """Columns named by `keep_in_view` are painted at the left edge once they would go behind it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._staying: tuple[int, ...] = ()
        header = _StayingHeader(self)
        header.setSectionsClickable(True)
        self.setHorizontalHeader(header)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)

    def keep_in_view(self, places: Sequence[int]) -> None:
        """Let these columns stay, from the left to the right; those that would take too much room do not."""
        if tuple(places) != self._staying:
            self._staying = tuple(places)
            self._scrolled()

    def held(self) -> list[tuple[int, int]]:
        """The columns that are painted at the edge at present, each with its left side there in pixels."""
        found: list[tuple[int, int]] = []
        left, room = 0, self.viewport().width() * MOST_SHARE
        for place in self._staying:
            width = self.columnWidth(place)
            if left + width > room and found:
                break
            if self.columnViewportPosition(place) < left:
                found.append((place, left))
                left += width
        return found

    def held_width(self) -> int:
        """How much of the left of the view columns hide that stay, in pixels."""
        return sum(self.columnWidth(place) for place, _left in self.held())

    def held_at(self, x: int) -> int:
        """The column that is painted over others at `x`; -1 where none is."""
        return next((place for place, left in self.held() if left <= x < left + self.columnWidth(place)), -1)

    def indexAt(self, pos: QPoint) -> QModelIndex:
        """The cell that is seen there."""
        under = super().indexAt(pos)
        place = self.held_at(pos.x()) if under.isValid() else -1
        return under if place < 0 else under.sibling(under.row(), place)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scroll to a cell, out from behind the columns that stay."""
        super().scrollTo(index, hint)
        held = [place for place, _left in self.held()]
        if index.isValid() and index.column() not in held:
            before = sum(self.columnWidth(place) for place in held if place < index.column())
            hidden = before - self.columnViewportPosition(index.column())
            if hidden > 0:
                bar = self.horizontalScrollBar()
                bar.setValue(bar.value() - hidden)

    def scroll_to_column(self, place: int) -> None:
        """Scroll to the left or right to a column; the rows stay where they are."""
        down = self.verticalScrollBar()
        before = down.value()
        self.scrollTo(self.model().index(max(0, self.rowAt(0)), place))
        down.setValue(before)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, and over them those that stay."""
        super().paintEvent(event)
        held = self.held()
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        if not held or first < 0:
            return
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        state = option.state
        for row in range(first, (last if last >= 0 else self.model().rowCount() - 1) + 1):
            for place, left in held:
                index = self.model().index(row, place)
                option.rect = QRect(
                    left, self.rowViewportPosition(row), self.columnWidth(place), self.rowHeight(row)
                )
                is_selected = self.selectionModel().isSelected(index)
                option.state = state | QStyle.StateFlag.State_Selected if is_selected else state
                painter.fillRect(option.rect, self._theme.color("surface"))
                self.itemDelegate().paint(painter, option, index)
        self._paint_edge(painter, self.viewport().height())
        painter.end()

    def _paint_edge(self, painter: QPainter, height: int) -> None:
        painter.setPen(self._theme.color("line_strong"))
        edge = self.held_width() - 1
        painter.drawLine(edge, 0, edge, height)

    def _scrolled(self) -> None:
        """What stays must be painted anew, for the view moves what is painted already."""
        self.viewport().update()
        self.horizontalHeader().viewport().update()


class _StayingHeader(QHeaderView):
    """Titles that stay with their columns."""

    def __init__(self, table: StayingTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the titles, and over them those that stay."""
        super().paintEvent(event)
        held = self._table.held()
        if not held:
            return
        painter = QPainter(self.viewport())
        for place, left in held:
            area = QRect(left, 0, self.sectionSize(place), self.height())
            painter.fillRect(area, self._table._theme.color("surface"))
            self.paintSection(painter, area, place)
        self._table._paint_edge(painter, self.height())
        painter.end()

    def viewportEvent(self, event: QEvent) -> bool:
        """What lies behind a title that stays is not pressed, nor made wider."""
        if self._is_on_what_is_held(event):
            self.unsetCursor()
            return True
        return super().viewportEvent(event)

    def _is_on_what_is_held(self, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent) or event.type() not in _OF_THE_MOUSE:
            return False
        return self._table.held_at(event.position().toPoint().x()) >= 0
