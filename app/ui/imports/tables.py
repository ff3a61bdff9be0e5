"""Tables of any length: lines drawn from lists by a model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QToolTip, QWidget

from app.ui.imports.staying import StayingTable
from app.ui.theme import Theme
from app.ui.widgets import RecordDelegate, plain_tooltip
from app.ui.widgets.records import CHIPS_ROLE, FONT_ROLE, RECORD_ROLE, TONE_ROLE, ChipSpec, Index

GROWING_WIDTH, MOST_GROWTH = 180, 1.2
TITLE_PADDING, MOST_TITLE_WIDTH = 24, 240
READING_TIME = 60_000
"""How long what a cell says is shown to be read, in milliseconds; any other key ends it."""
WHOLE_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
NOTHING_SAID = "This cell is empty."


@dataclass(frozen=True, slots=True)
class Line:
    """One column: its title, what it says of a line, and how; a wide one that `grows` takes spare room, and
    one that `stays` is in view wherever one scrolls to."""

    title: str
    text: Callable[[Any], str]
    width: int = 140
    tone: Callable[[Any], str] | None = None
    chips: Callable[[Any], Sequence[ChipSpec]] | None = None
    tooltip: Callable[[Any], str] | None = None
    align_right: bool = False
    font: str = "body"
    grows: bool = True
    stays: bool = False


class LinesModel(QAbstractTableModel):
    """Shows a list of any values; each cell is worked out when it is drawn, a row after the other: a line may
    be made anew each time it is taken from the list, so the last one is held."""

    def __init__(self, columns: Sequence[Line] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.lines: Sequence[Any] = ()
        self._held: tuple[int, Any] = (-1, None)

    def show_lines(self, lines: Sequence[Any], columns: Sequence[Line] | None = None) -> None:
        """Show wholly other lines."""
        self.beginResetModel()
        self._take(lines)
        if columns is not None:
            self.columns = tuple(columns)
        self.endResetModel()

    def replace_lines(self, lines: Sequence[Any]) -> None:
        """Show the same number of lines, said anew; selection and place stay."""
        if len(lines) != len(self.lines):
            self.show_lines(lines)
            return
        self._take(lines)
        if lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(self.columns) - 1))

    def _take(self, lines: Sequence[Any]) -> None:
        self.lines, self._held = lines, (-1, None)

    def line(self, row: int) -> Any:
        """The line of a row."""
        if self._held[0] != row:
            self._held = row, self.lines[row]
        return self._held[1]

    def rowCount(self, parent: Index | None = None) -> int:
        """How many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says in `role`."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line, column = self.line(index.row()), self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.text(line)
        if role == RECORD_ROLE:
            return line
        if role == TONE_ROLE:
            return column.tone(line) if column.tone else None
        if role == CHIPS_ROLE:
            return column.chips(line) if column.chips else None
        if role == FONT_ROLE:
            return column.font
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip((column.tooltip or column.text)(line))
        if role == Qt.ItemDataRole.TextAlignmentRole and column.align_right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles of the columns."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(column.title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.align_right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Lines can be selected; a choice can be made where a view offers one."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags


class LinesTable(StayingTable):
    """Shows a LinesModel with fixed heights; `line_selected` carries the line the keyboard is at.

    The arrows go from cell to cell, and Space reads out what one of them has no room for.
    """

    line_selected = Signal(object)
    marks_cell = True
    """Whether the cell of the keyboard is framed, besides its row being marked."""
    _points_at_cell = False

    def __init__(self, theme: Theme, model: LinesModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.lines = model
        self.setAccessibleName(name)
        self.setModel(model)
        self._delegate: RecordDelegate = RecordDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(theme.space("row_height"))
        rows.setDefaultSectionSize(theme.space("row_height"))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        model.modelReset.connect(self.size_columns)
        model.modelReset.connect(self._begin)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self.selectionModel().currentColumnChanged.connect(self._mark)
        theme.theme_changed.connect(self.viewport().update)
        self.size_columns()

    def size_columns(self) -> None:
        """Give each column its width, and wide ones more where there is room."""
        columns = self.lines.columns
        letters = self.horizontalHeader().fontMetrics()
        widths = [_least_width(column, letters) for column in columns]
        grow = [
            column.grows and width >= GROWING_WIDTH for column, width in zip(columns, widths, strict=True)
        ]
        wide = sum(width for width, grows in zip(widths, grow, strict=True) if grows)
        spare = self.viewport().width() - sum(widths)
        share = min(max(0.0, spare / wide), MOST_GROWTH) if wide else 0.0
        header = self.horizontalHeader()
        header.setStretchLastSection(False)  # else all columns are laid out anew after each of them
        for place, width in enumerate(widths):
            wanted = int(width * (1 + share * grow[place]))
            if self.columnWidth(place) != wanted:
                self.setColumnWidth(place, wanted)
        header.setStretchLastSection(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out when there is more than the columns need."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.size_columns()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the row of the keyboard and tell its line, which may be another than when it left."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(0, 0))
        elif self.currentIndex().isValid():
            self.selectionModel().select(self.currentIndex(), WHOLE_ROW)
            self._current_changed(self.currentIndex())
        self._mark()

    def _begin(self) -> None:
        """Other lines begin at their first column, and the keyboard that was at others is at the first."""
        self.horizontalScrollBar().setValue(0)
        self.keep_in_view([place for place, column in enumerate(self.lines.columns) if column.stays])
        self.point_at_cell(False)
        if self.hasFocus() and self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(0, 0))

    def point_at_cell(self, is_wanted: bool) -> None:
        """Frame the current cell also while the keyboard is elsewhere, or do so no more."""
        self._points_at_cell = is_wanted
        self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space shows the whole of the cell, and Ctrl+C copies it."""
        current = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and current.isValid():
            self._read_out(current)
        elif event.matches(QKeySequence.StandardKey.Copy) and current.isValid():
            column = self.lines.columns[current.column()]
            whole = (column.tooltip or column.text)(self.lines.line(current.row()))
            QGuiApplication.clipboard().setText(whole)
        else:
            super().keyPressEvent(event)

    def _read_out(self, index: QModelIndex) -> None:
        below = QPoint(self.columnViewportPosition(index.column()), self.rowViewportPosition(index.row()))
        below += QPoint(0, self.rowHeight(index.row()))
        text = str(index.data(Qt.ItemDataRole.ToolTipRole) or NOTHING_SAID)
        QToolTip.showText(self.viewport().mapToGlobal(below), text, self, QRect(), READING_TIME)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The mark goes with the keyboard."""
        super().focusOutEvent(event)
        self._mark()

    def _current_changed(self, current: QModelIndex) -> None:
        self._mark()
        if current.isValid():
            self.line_selected.emit(self.lines.line(current.row()))

    def _mark(self) -> None:
        current, has_keyboard = self.currentIndex(), self.hasFocus()
        self._delegate.current_row = current.row() if has_keyboard else -1
        is_framed = self._points_at_cell or (has_keyboard and self.marks_cell)
        self._delegate.framed = (current.row(), current.column()) if is_framed else (-1, -1)
        self.viewport().update()


def _least_width(column: Line, letters: QFontMetrics) -> int:
    """The width of a column; its title is not cut, unless it is longer than any title of ours."""
    title = letters.horizontalAdvance(column.title[:MOST_TITLE_WIDTH]) + TITLE_PADDING
    return max(column.width, min(title, MOST_TITLE_WIDTH))
