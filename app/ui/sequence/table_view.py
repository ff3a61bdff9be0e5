"""The table of activities: headings across the row, cells typed into, rows of fixed height."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui.sequence.axis_geometry import ROW_HEIGHT
from app.ui.sequence.axis_view import HEADER_HEIGHT
from app.ui.sequence.editor import SequenceEditor
from app.ui.sequence.model import (
    AFTER,
    COLUMNS,
    DURATION,
    NUMBER,
    PLAYER,
    SLACK,
    START,
    TITLE,
    SequenceModel,
)
from app.ui.sequence.rows import Row
from app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_WIDTHS = {NUMBER: 36, TITLE: 190, START: 58, DURATION: 68, AFTER: 54, PLAYER: 108, SLACK: 62}
_LEAST_WIDTH_FOR = {PLAYER: 520, SLACK: 430, AFTER: 380}
_MOST_OF_A_NIGHT = 24 * 60
_WIDTH_WITH_DAY = 84
_TO_THE_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_TO_THE_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_PADDING = 8
_INDENT = 12


def _spans_days(editor: SequenceEditor) -> bool:
    """Whether the window, or work before or after it, is more than a night, so that starts name their day."""
    timings = editor.analysis.schedule.timings.values()
    first = min((timing.start for timing in timings), default=0)
    last = max((timing.start for timing in timings), default=0)
    return max(editor.clock.window_minutes, last) - min(first, 0) > _MOST_OF_A_NIGHT


class RowDelegate(QStyledItemDelegate):
    """Paints headings over the whole row and activities cell by cell; allocates no colours."""

    def __init__(self, editor: SequenceEditor, rows: SequenceModel, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._rows = rows
        self._editor = editor
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every row is equally high."""
        return QSize(_WIDTHS[index.column()], ROW_HEIGHT)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A plain line to type into."""
        line = QLineEdit(parent)
        line.setProperty("inCell", True)
        line.setAccessibleName(COLUMNS[index.column()])
        return line

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        row = self._rows.row_at(index)
        rect: QRect = option.rect
        if row is None:
            return
        painter.save()
        painter.setClipRect(rect)
        if row.activity_id is None:
            self._paint_heading(painter, rect, row)
        else:
            self._paint_cell(painter, rect, row, index)
        painter.setPen(self._theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, row: Row) -> None:
        painter.fillRect(rect, self._theme.color("background"))
        painter.setFont(self._theme.font("strong"))
        painter.setPen(self._theme.color("text"))
        is_closed = self._rows.is_collapsed(row.group)
        left = self._view.columnViewportPosition(0) + _PADDING
        words = f"{'▸' if is_closed else '▾'}  {row.title}"
        width = self._view.viewport().width() - 2 * _PADDING
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(40, width - 40))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRect(left, rect.top(), width, rect.height()), flags, shown)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("muted"))
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(QRect(left, rect.top(), width, rect.height()), right, str(row.count))

    def _paint_cell(self, painter: QPainter, rect: QRect, row: Row, index: Index) -> None:
        color, editor = self._theme.color, self._editor
        assert row.activity_id is not None
        is_selected = row.activity_id in editor.selected
        painter.fillRect(rect, color("selection") if is_selected else color("surface"))
        timing = editor.analysis.schedule.timings[row.activity_id]
        has_conflict = bool(editor.conflicts_of(row.activity_id))
        painter.setFont(self._theme.font("body"))
        painter.setPen(color("text") if index.column() == TITLE else color("muted"))
        if index.column() == START or (index.column() == SLACK and timing.is_critical):
            painter.setPen(color("critical") if timing.is_critical else color("text"))
        words = self._rows.text(row, index.column())
        inner = rect.adjusted(_PADDING, 0, -4, 0)
        if index.column() == TITLE:
            inner = inner.adjusted(_INDENT - _PADDING, 0, 0, 0)
            if has_conflict:
                words = f"▲ {words}"
                painter.setPen(color("critical"))
        flags = _TO_THE_RIGHT if index.column() in (NUMBER, SLACK) else _TO_THE_LEFT
        painter.drawText(
            inner,
            flags,
            painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inner.width()),
        )
        if self._view.currentIndex() == index and self._view.hasFocus():
            painter.setPen(QPen(color("accent"), 1.5))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1.5, -1.5), 3, 3)


class TableView(QTableView):
    """Activities as rows. Enter edits, Delete removes, Insert adds below; a heading folds its group.

    `remove_asked`, `add_asked` and `opened` say what the person wants of the selection.
    """

    remove_asked = Signal()
    add_asked = Signal()
    opened = Signal(str)

    def __init__(
        self, editor: SequenceEditor, model: SequenceModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(RowDelegate(editor, model, theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self._theme = theme
        # With nothing to see through, scrolling moves what is painted and paints only what comes into view.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Activities of the sequence")
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setFixedHeight(HEADER_HEIGHT)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        if _spans_days(editor):
            for column in (START, SLACK):  # "00:00 +14", "281 d 3 h"
                self.setColumnWidth(column, _WIDTH_WITH_DAY)
        self.horizontalHeader().setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().selectionChanged.connect(self._selection_made)
        editor.selection_changed.connect(self._follow_selection)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, where no row may lie, then the rows."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("surface"))
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, what the axis or the panel says too gives way to the titles."""
        super().resizeEvent(event)
        for column, least in _LEAST_WIDTH_FOR.items():
            self.setColumnHidden(column, self.width() < least)

    def edit_title(self, activity_id: str) -> None:
        """Begin typing the title of an activity."""
        position = self._rows.row_of(activity_id)
        if position is not None:
            index = self._rows.index(position, TITLE)
            self.setCurrentIndex(index)
            self.edit(index)

    def step(self, rows: int) -> None:
        """Select the next activity above (-1) or below (1)."""
        position = self.currentIndex().row()
        while 0 <= position + rows < len(self._rows.rows):
            position += rows
            if self._rows.rows[position].activity_id is not None:
                self.setCurrentIndex(self._rows.index(position, max(TITLE, self.currentIndex().column())))
                return

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a heading folds or opens its group."""
        row = self._rows.row_at(self.indexAt(event.position().toPoint()))
        if row is not None and row.activity_id is None:
            self._rows.toggle(row.group)
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits the cell, Space folds a heading, Delete and Insert ask for rows."""
        current = self.currentIndex()
        row = self._rows.row_at(current)
        key = event.key()
        if row is not None and row.activity_id is None and key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            self._rows.toggle(row.group)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None and row.activity_id:
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.opened.emit(row.activity_id)
            elif current.flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(current)
        elif key == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        elif key == Qt.Key.Key_Insert:
            self.add_asked.emit()
        else:
            super().keyPressEvent(event)

    def _selection_made(self) -> None:
        chosen = [self._rows.row_at(index) for index in self.selectionModel().selectedRows()]
        self._editor.select([row.activity_id for row in chosen if row is not None and row.activity_id])

    def _follow_selection(self) -> None:
        self.viewport().update()
        if self._editor.selected:
            position = self._rows.row_of(self._editor.selected[-1])
            row = self._rows.row_at(self.currentIndex())
            if position is not None and (row is None or row.activity_id not in self._editor.selected):
                model = self.selectionModel()
                was_blocked = model.blockSignals(True)
                self.setCurrentIndex(self._rows.index(position, TITLE))
                model.blockSignals(was_blocked)
                self.scrollTo(self._rows.index(position, TITLE))
