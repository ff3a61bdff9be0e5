"""A field with a list below it over the window: the command palette and the global search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.ui.theme import Theme
from app.ui.widgets import PlainLabel, hairline

POPUP_WIDTH = 640
POPUP_HEIGHT = 440
POPUP_TOP = 72
ROW_HEIGHT = 36
SHADOW_BLUR = 40
SHADOW_ALPHA = 70
TYPING_MILLISECONDS = 60
ITEM_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class PaletteItem:
    """One line: what it is, which kind, what is said at the right, and what choosing it does."""

    label: str
    kind: str
    detail: str
    run: Callable[[], None]
    reason: str = ""


class _Items(QAbstractListModel):
    """The lines shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._items: tuple[PaletteItem, ...] = ()

    def set_items(self, items: Sequence[PaletteItem]) -> None:
        """Show other lines: the old ones are removed and the new ones inserted."""
        if self._items:
            self.beginRemoveRows(QModelIndex(), 0, len(self._items) - 1)
            self._items = ()
            self.endRemoveRows()
        if items:
            self.beginInsertRows(QModelIndex(), 0, len(items) - 1)
            self._items = tuple(items)
            self.endInsertRows()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """How many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        """The line at `index`."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(one for one in (item.label, item.kind, item.detail, item.reason) if one)
        return item if role == ITEM_ROLE else None


class _ItemDelegate(QStyledItemDelegate):
    """Paints a line: kind, label, and at the right the shortcut or the reason why not."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The fixed height of a line."""
        return QSize(0, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the line."""
        item: PaletteItem = index.data(ITEM_ROLE)
        theme, rect = self._theme, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(rect.adjusted(4, 1, -4, -1), theme.space("radius"), theme.space("radius"))
        inner = rect.adjusted(16, 0, -16, 0)
        detail = item.reason or item.detail
        painter.setFont(theme.font("small"))
        used = min(painter.fontMetrics().horizontalAdvance(detail), inner.width() // 2)
        self._draw(
            painter, QRect(inner.right() - used, inner.top(), used + 1, inner.height()), detail, "muted"
        )
        kind_width = 112
        self._draw(
            painter, QRect(inner.left(), inner.top(), kind_width - 12, inner.height()), item.kind, "muted"
        )
        painter.setFont(theme.font())
        rest = QRect(
            inner.left() + kind_width, inner.top(), inner.width() - kind_width - used - 12, inner.height()
        )
        self._draw(painter, rest, item.label, "faint" if item.reason else "text")
        painter.restore()

    def _draw(self, painter: QPainter, area: QRect, text: str, color: str) -> None:
        painter.setPen(self._theme.color(color))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


class PalettePopup(QFrame):
    """The popup; `query_changed` carries what is typed, and `show_items` answers it."""

    query_changed = Signal(str)

    def __init__(self, theme: Theme, placeholder: str, host: QWidget) -> None:
        super().__init__(host)
        self._theme = theme
        self.setProperty("role", "popup")
        self.setAccessibleName(placeholder)
        self.field = QLineEdit(self)
        self.field.setProperty("role", "palette")
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(placeholder)
        self.field.installEventFilter(self)
        self._items = _Items(self)
        self.list = QListView(self)
        self.list.setProperty("role", "palette")
        self.list.setModel(self._items)
        self.list.setItemDelegate(_ItemDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName("Matches")
        self.list.clicked.connect(self._take)
        self._empty = PlainLabel("", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(0)
        field_box = QVBoxLayout()
        field_box.setContentsMargins(12, 0, 12, 0)
        field_box.addWidget(self.field)
        column.addLayout(field_box)
        column.addWidget(hairline(self))
        column.addWidget(self._empty, 1)
        column.addWidget(self.list, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TYPING_MILLISECONDS)
        self._timer.timeout.connect(self._tell)
        self.field.textChanged.connect(self._timer.start)
        host.installEventFilter(self)
        self._came_from: QWidget | None = None
        self._shade()
        theme.theme_changed.connect(self._shade)
        self.hide()

    def open_popup(self) -> None:
        """Show the popup, empty, with the keyboard in it."""
        if not self.isVisible():
            self._came_from = self.window().focusWidget()
        self._place()
        self.field.clear()
        self._tell()
        self.show()
        self.raise_()
        self.field.setFocus()

    def _place(self) -> None:
        host = self.parentWidget()
        if host is None:
            return
        width = min(POPUP_WIDTH, host.width() - 64)
        self.setGeometry((host.width() - width) // 2, POPUP_TOP, width, min(POPUP_HEIGHT, host.height() - 96))

    def show_items(self, items: Sequence[PaletteItem], nothing: str) -> None:
        """Show lines, or `nothing` where there are none."""
        self._items.set_items(items)
        self.list.setVisible(bool(items))
        self._empty.setVisible(not items)
        self._empty.setText(nothing)
        if items:
            self.list.setCurrentIndex(self._items.index(0, 0))
            self.list.scrollToTop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field: arrows move in the list, Enter takes, Escape closes; leaving closes too."""
        if watched is self.parentWidget():
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            QTimer.singleShot(0, self, self._close_if_left)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key_pressed(event)
        return super().eventFilter(watched, event)

    def _key_pressed(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if event.key() in steps:
            last = self._items.rowCount() - 1
            row = min(max(self.list.currentIndex().row() + steps[Qt.Key(event.key())], 0), last)
            self.list.setCurrentIndex(self._items.index(row, 0))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._timer.isActive():
                self._timer.stop()
                self._tell()
            self._take(self.list.currentIndex())
            return True
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return True
        return False

    def _take(self, index: QModelIndex) -> None:
        item = index.data(ITEM_ROLE) if index.isValid() else None
        if isinstance(item, PaletteItem) and not item.reason:
            self._leave()
            item.run()

    def _leave(self) -> None:
        """Close, with the keyboard back where it came from."""
        self.hide()
        before, self._came_from = self._came_from, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    def _close_if_left(self) -> None:
        if not self.field.hasFocus():
            self.hide()

    def _tell(self) -> None:
        self.query_changed.emit(self.field.text().strip())

    def _shade(self) -> None:
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(SHADOW_BLUR)
        shadow.setOffset(0, 8)
        color = type(self._theme.color("shadow"))(self._theme.color("shadow"))
        color.setAlpha(SHADOW_ALPHA)
        shadow.setColor(color)
        self.setGraphicsEffect(shadow)
