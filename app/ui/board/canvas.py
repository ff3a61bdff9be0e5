"""The board's cards in columns: a painted item view that moves pixmaps, so that thousands scroll freely."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QDrag, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QWidget

from app.services.board_models import BoardCard
from app.ui.board.card_painter import CardLook, CardPainter
from app.ui.board.column_header import HEADER_HEIGHT, ColumnHeader
from app.ui.board.layout import LANE_HEADER, MARGIN, BoardLayout, lay_out
from app.ui.board.model import CARD_ROLE
from app.ui.board.tooltip import tooltip_of

Index = QModelIndex | QPersistentModelIndex
_STEP = 48
_RELAYOUT_DELAY_MS = 0
_NOT_MOVED = QItemSelectionModel.SelectionFlag.NoUpdate
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class BoardCanvas(QAbstractItemView):
    """Cards in columns over an item model whose CARD_ROLE answers a BoardCard.

    Arrows go from card to card and column to column, Shift extends the selection, Space selects,
    Enter emits `card_opened`; a drag carries the ids of the selected changes.
    """

    card_opened = Signal(int)

    def __init__(self, look: CardLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = CardPainter(look)
        self._grouping = "none"
        self._layout = BoardLayout((), [], [], 0, 0, {})
        self._relayout = QTimer(self)
        self._relayout.setSingleShot(True)
        self._relayout.setInterval(_RELAYOUT_DELAY_MS)
        self._relayout.timeout.connect(self._lay_out)
        self._header = ColumnHeader(look, self)
        self.setViewportMargins(0, HEADER_HEIGHT, 0, 0)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAccessibleName("Cards of the board")
        self.setStyleSheet("BoardCanvas { background: transparent; border: none; }")
        self.viewport().setAutoFillBackground(False)

    def set_look(self, look: CardLook) -> None:
        """Paint with other colours and fonts."""
        self._painter = CardPainter(look)
        self._header.set_look(look)
        self._schedule()

    def set_grouping(self, grouping: str) -> None:
        """Group the cards in lanes by a name of GROUPINGS."""
        if grouping != self._grouping:
            self._grouping = grouping
            self._schedule()

    def card_at(self, index: Index) -> BoardCard | None:
        """The card of a model index."""
        card = index.data(CARD_ROLE) if index.isValid() else None
        return card if isinstance(card, BoardCard) else None

    def board_layout(self) -> BoardLayout:
        """Where the cards lie now, brought up to date first."""
        if self._relayout.isActive():
            self._relayout.stop()
            self._lay_out()
        return self._layout

    # -- what an item view must answer -------------------------------------------------------------

    def visualRect(self, index: Index) -> QRect:
        """Where an item lies in the viewport."""
        rect = self.board_layout().rect(index.row()) if index.isValid() else QRect()
        return rect.translated(-self.horizontalOffset(), -self.verticalOffset()) if rect.isValid() else rect

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The item at a point of the viewport."""
        row = self.board_layout().row_at(
            point.x() + self.horizontalOffset(), point.y() + self.verticalOffset()
        )
        return QModelIndex() if row is None else self.model().index(row, 0)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Scroll as little as shows the whole card."""
        rect = self.board_layout().rect(index.row())
        if not rect.isValid():
            return
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        height, width = self.viewport().height(), self.viewport().width()
        if rect.top() - MARGIN < vertical.value():
            vertical.setValue(rect.top() - MARGIN)
        elif rect.bottom() + MARGIN > vertical.value() + height:
            vertical.setValue(rect.bottom() + MARGIN - height)
        if rect.left() - MARGIN < horizontal.value():
            horizontal.setValue(rect.left() - MARGIN)
        elif rect.right() + MARGIN > horizontal.value() + width:
            horizontal.setValue(rect.right() + MARGIN - width)

    def horizontalOffset(self) -> int:
        """How far the columns are scrolled."""
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        """How far the cards are scrolled."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        """Only the first field of a row is shown as a card."""
        return index.column() != 0

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """The card an arrow, Home, End or page key leads to."""
        layout, actions = self.board_layout(), QAbstractItemView.CursorAction
        place = layout.places.get(self.currentIndex().row()) if self.currentIndex().isValid() else None
        if place is None:
            first = next((stack.rows[0] for stack in layout.stacks if stack.rows), None)
            return QModelIndex() if first is None else self.model().index(first, 0)
        shown, position = place
        stack = layout.stacks[shown]
        if action in (actions.MoveLeft, actions.MoveRight):
            return self._beside(shown, stack.tops[position], -1 if action == actions.MoveLeft else 1)
        if action in (actions.MovePageUp, actions.MovePageDown):
            way = -1 if action == actions.MovePageUp else 1
            target = stack.nearest(stack.tops[position] + way * self.viewport().height())
            position = position if target is None else target
        moved = {
            actions.MoveUp: position - 1,
            actions.MovePrevious: position - 1,
            actions.MoveDown: position + 1,
            actions.MoveNext: position + 1,
            actions.MoveHome: 0,
            actions.MoveEnd: len(stack.rows) - 1,
        }.get(action, position)
        return self.model().index(stack.rows[max(0, min(len(stack.rows) - 1, moved))], 0)

    def _beside(self, shown: int, top: int, way: int) -> QModelIndex:
        layout = self._layout
        column = shown + way
        while 0 <= column < len(layout.stacks):
            position = layout.stacks[column].nearest(top)
            if position is not None:
                return self.model().index(layout.stacks[column].rows[position], 0)
            column += way
        return self.currentIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the cards that a rectangle of the viewport touches."""
        area = rect.normalized().translated(self.horizontalOffset(), self.verticalOffset())
        layout, chosen = self.board_layout(), QItemSelection()
        for stack in layout.stacks:
            for position in stack.between(area.top(), area.bottom()):
                row = stack.rows[position]
                if layout.rect(row).intersects(area):
                    index = self.model().index(row, 0)
                    chosen.select(index, index)
        self.selectionModel().select(chosen, command | QItemSelectionModel.SelectionFlag.Rows)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What to repaint when the selection changes."""
        region = QRegion()
        for index in selection.indexes():
            if index.column() == 0:
                region += self.visualRect(index)
        return region

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Plain arrows move without selecting; Shift and an arrow select on the way."""
        if isinstance(event, QKeyEvent) and event.key() in _ARROWS:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                flags = QItemSelectionModel.SelectionFlag
                return flags.Select | flags.Rows
            return _NOT_MOVED
        return super().selectionCommand(index, event)

    # -- events ------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space selects, Enter opens; the rest is the view's own."""
        current = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and current.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(current, flags.Toggle | flags.Rows)
            return
        card = self.card_at(current)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and card is not None:
            self.card_opened.emit(card.id)
            return
        if (
            event.text()
            and event.text().isprintable()
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ):
            event.ignore()  # letters are the screen's shortcuts, not a search by first letter
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: Any) -> None:
        """A double click opens the card."""
        card = self.card_at(self.indexAt(event.position().toPoint()))
        if card is not None and event.button() == Qt.MouseButton.LeftButton:
            self.card_opened.emit(card.id)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips are plain text with the reason of each gate."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            card = self.card_at(self.indexAt(event.pos()))
            QToolTip.showText(event.globalPos(), tooltip_of(card) if card else "", self.viewport())
            return True
        return bool(super().viewportEvent(event))

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Carry the selected changes, with a picture of the first and how many they are."""
        indexes = [index for index in self.selectedIndexes() if index.column() == 0]
        card = self.card_at(indexes[0]) if indexes else None
        if card is None:
            return
        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData(indexes))
        drag.setPixmap(self._pixmap_of(card, True, len(indexes) > 1))
        drag.exec(actions)

    def _pixmap_of(self, card: BoardCard, is_selected: bool, is_current: bool) -> QPixmap:
        width = self._layout.column_width
        return self._painter.pixmap(card, width, is_selected, is_current, self.devicePixelRatioF())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the pixmaps of the cards that the region shows; paint lane headers."""
        layout = self.board_layout()
        painter = QPainter(self.viewport())
        dx, dy = self.horizontalOffset(), self.verticalOffset()
        area = event.rect().translated(dx, dy)
        selection, current = self.selectionModel(), self.currentIndex().row()
        has_focus, model = self.hasFocus(), self.model()
        for shown, stack in enumerate(layout.stacks):
            left = layout.left(shown) - dx
            for position in stack.between(area.top(), area.bottom()):
                row = stack.rows[position]
                index = model.index(row, 0)
                pixmap = self._pixmap_of(
                    index.data(CARD_ROLE), selection.isSelected(index), has_focus and row == current
                )
                painter.drawPixmap(left, stack.tops[position] - dy, pixmap)
        look = self._painter.look
        painter.setFont(look.title_font)
        for lane in layout.lanes:
            if area.top() - LANE_HEADER <= lane.top <= area.bottom():
                self._paint_lane(painter, lane.title, lane.cards, lane.top - dy)
        painter.end()

    def _paint_lane(self, painter: QPainter, title: str, cards: int, top: int) -> None:
        look = self._painter.look
        width = self.viewport().width() - 2 * MARGIN
        painter.setPen(look.line)
        painter.drawLine(MARGIN, top + LANE_HEADER - 6, MARGIN + width, top + LANE_HEADER - 6)
        painter.setPen(look.text)
        words = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, width - 80)
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRect(MARGIN, top, width, LANE_HEADER - 8), int(side), f"{words}   {cards}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share the new width."""
        super().resizeEvent(event)
        self._header.setGeometry(0, 0, self.viewport().width(), HEADER_HEIGHT)
        self._schedule()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted; the header follows sideways."""
        self.viewport().scroll(dx, dy)
        if dx:
            self._header.set_layout(self._layout, self._counts(), self.horizontalOffset())

    def updateGeometries(self) -> None:
        """Set the scroll bars to the size of the layout."""
        super().updateGeometries()
        size = self.viewport().size()
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setSingleStep(_STEP)
        vertical.setPageStep(size.height())
        vertical.setRange(0, max(0, self._layout.height - size.height()))
        horizontal.setSingleStep(_STEP)
        horizontal.setPageStep(size.width())
        horizontal.setRange(0, max(0, self._layout.width - size.width()))

    # -- the model changed -------------------------------------------------------------------------

    def setModel(self, model: Any) -> None:
        """Show another model."""
        super().setModel(model)
        if model is not None:
            model.rowsRemoved.connect(self._schedule)
            model.layoutChanged.connect(self._schedule)
            model.modelReset.connect(self._schedule)
        self._schedule()

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        """Cards came."""
        super().rowsInserted(parent, start, end)
        self._schedule()

    def dataChanged(self, first: Index, last: Index, roles: Any = ()) -> None:
        """Cards changed: they may stand in another column and be of another height."""
        super().dataChanged(first, last, roles)
        self._schedule()

    def _schedule(self) -> None:
        self._relayout.start()
        self.viewport().update()

    def _lay_out(self) -> None:
        model = self.model()
        cards = (
            [(row, model.index(row, 0).data(CARD_ROLE)) for row in range(model.rowCount())] if model else []
        )
        width = self.viewport().width()
        self._layout = lay_out(cards, width, self._grouping, self._painter.fitter.height)
        self.updateGeometries()
        self._header.set_layout(self._layout, self._counts(), self.horizontalOffset())
        self.viewport().update()

    def _counts(self) -> tuple[int, ...]:
        return tuple(len(stack.rows) for stack in self._layout.stacks)
