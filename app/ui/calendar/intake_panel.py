"""The intake list at the calendar's side: search it, drag changes onto a window, or place them by key."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.services.intake import IntakePage
from app.ui.calendar.intake_model import ROW_ROLE, IntakeModel, second_line
from app.ui.theme import Theme
from app.ui.widgets import PlainLabel, SearchField, button, set_refusal

ROW_HEIGHT = 50
PADDING = 12
WIDTH = 300


class _RowDelegate(QStyledItemDelegate):
    """Paints a change in two lines."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines high."""
        return QSize(0, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint key and title, then what is to know about it."""
        theme, rect, row = self._theme, option.rect, index.data(ROW_ROLE)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("selection"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("hover"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.color("accent"))
        painter.setPen(theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        inner = rect.adjusted(PADDING, 6, -PADDING, -6)
        first = QRect(inner.left(), inner.top(), inner.width(), 18)
        painter.setFont(theme.font("small_strong"))
        painter.setPen(theme.color("text"))
        painter.drawText(first, flags, row.key)
        taken = painter.fontMetrics().horizontalAdvance(row.key) + 8
        painter.setFont(theme.font("body"))
        title = first.adjusted(taken, 0, 0, 0)
        words = painter.fontMetrics().elidedText(
            " ".join(row.title.split()), Qt.TextElideMode.ElideRight, title.width()
        )
        painter.drawText(title, flags, words)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("muted"))
        below = QRect(inner.left(), inner.top() + 20, inner.width(), 16)
        words = painter.fontMetrics().elidedText(second_line(row), Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, flags, words)
        painter.restore()


class IntakePanel(QFrame):
    """Changes that wait for a window. `searched` carries the words; `place_requested` the chosen ids."""

    searched = Signal(str)
    place_requested = Signal(object)
    change_opened = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setFixedWidth(WIDTH)
        self.model = IntakeModel(self)
        self._heading = PlainLabel("Intake", "strong")
        self.search = SearchField(theme, "Search intake")
        self.search.searched.connect(self.searched)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_RowDelegate(theme, self))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName("Changes without a window")
        self.list.doubleClicked.connect(lambda index: self.change_opened.emit(index.data(ROW_ROLE).id))
        self._hint = PlainLabel("", "small", wraps=True)
        self.place = button("Place in the selected window", self._place, parent=self)
        self._target = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(8)
        for widget in (self._heading, self.search, self.list, self._hint, self.place):
            if widget is self.list:
                column.addWidget(widget, 1)
                continue
            box = QVBoxLayout()
            box.setContentsMargins(PADDING, 0, PADDING, 0)
            box.addWidget(widget)
            column.addLayout(box)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._judge())
        theme.theme_changed.connect(self.list.viewport().update)
        self.show_page(IntakePage((), 0), "")

    @property
    def chosen_ids(self) -> tuple[int, ...]:
        """The ids of the selected changes."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return tuple(self.model.rows[row].id for row in rows)

    def show_page(self, page: IntakePage, words: str) -> None:
        """Show what was found for the words searched."""
        self.model.set_rows(page.rows)
        self._heading.setText(f"Intake  {page.total:,}")
        if page.rows and page.total > len(page.rows):
            hint = f"The first {len(page.rows)} are shown; search to narrow them down."
        elif page.rows:
            hint = "Drag changes onto a window."
        else:
            hint = "Nothing matches." if words else "Every change has its window."
        self._hint.setText(hint)
        self._judge()

    def set_target(self, words: str) -> None:
        """Say which window the button places into (empty: none is selected)."""
        self._target = words
        self._judge()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter places the selected changes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.place.isEnabled():
            self._place()
        else:
            super().keyPressEvent(event)

    def _judge(self) -> None:
        count = len(self.chosen_ids)
        reason = "" if count else "Choose changes in the list first."
        reason = reason or ("" if self._target else "Choose a window in the calendar first.")
        set_refusal(self.place, reason)
        if not reason:
            self.place.setToolTip(f"Place {count} into {self._target}".replace("<", "‹"))

    def _place(self) -> None:
        if self.chosen_ids:
            self.place_requested.emit(self.chosen_ids)
