"""A table of records: sorting, choosing columns, many selected rows, copying, fixed row heights."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QItemSelectionModel, QModelIndex, QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from app.ui.theme import Theme
from app.ui.widgets.column_room import ColumnWish, share_room
from app.ui.widgets.painting import RecordDelegate
from app.ui.widgets.records import Column, RecordModel

CLIPBOARD_BREAKS = str.maketrans("\t\r\n", "   ")


class RecordTable(QTableView):
    """Shows a RecordModel.

    `record_opened` carries a record on double click or Enter; `selection_changed` the records selected;
    `menu_requested` a record and the global position of a context menu.
    """

    record_opened = Signal(object)
    selection_changed = Signal(object)
    menu_requested = Signal(object, QPoint)

    def __init__(
        self, theme: Theme, model: RecordModel[Any], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.records = model
        self._delegate = RecordDelegate(theme, self)
        self._wishes = [column.width for column in model.columns]
        self._held: set[int] = set()  # columns whose width or place a person has chosen
        self._left_out: set[int] = set()  # columns for which there is no room at present
        self._is_fitting = False
        self._fit: Callable[[int], Mapping[str, int]] | None = None
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._set_behaviour()
        self._set_header()
        self.activated.connect(self._activated)
        self.entered.connect(self._entered)
        self.customContextMenuRequested.connect(self._context_menu)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self.selectionModel().currentRowChanged.connect(self._mark_current)
        for changed in (model.rowsMoved, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._mark_current)  # the current row gets another number then
        theme.theme_changed.connect(self.viewport().update)

    def selected_records(self) -> list[Any]:
        """The records selected, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.records.record(row) for row in rows]

    def current_record(self) -> Any | None:
        """The record the keyboard is at, if any."""
        index = self.currentIndex()
        return self.records.record(index.row()) if index.isValid() else None

    def select_key(self, key: Hashable) -> bool:
        """Select the record with `key` and scroll to it; False where it is not shown."""
        row = self.records.row_of(key)
        if row is None:
            return False
        index = self.records.index(row, self._first_column())
        both = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, both)
        self.scrollTo(index)
        return True

    def copy_selected(self) -> None:
        """Put the selected rows, with the titles of the columns shown, on the clipboard as TSV."""
        header = self.horizontalHeader()
        shown = sorted(
            (place for place in range(self.records.columnCount()) if self._is_wanted(place)),
            key=header.visualIndex,
        )
        lines = ["\t".join(self.records.columns[place].title for place in shown)]
        for record in self.selected_records():
            cells = (self.records.columns[place].text(record) for place in shown)
            lines.append("\t".join(cell.translate(CLIPBOARD_BREAKS) for cell in cells))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def save_columns(self, settings: QSettings, name: str) -> None:
        """Keep order, widths and choice of the columns under `name`."""
        self._show_all_wanted()
        settings.setValue(f"columns/{name}", self.horizontalHeader().saveState())
        self._fit_columns()

    def restore_columns(self, settings: QSettings, name: str) -> None:
        """Take back what `save_columns` kept, if anything."""
        state = settings.value(f"columns/{name}")
        if isinstance(state, QByteArray):
            self._is_fitting, self._left_out = True, set()
            self.horizontalHeader().restoreState(state)
            self._is_fitting = False
            self._held = {
                place
                for place, column in enumerate(self.records.columns)
                if self._is_wanted(place) and self.columnWidth(place) != column.width
            }
            self._held -= set(self._wanted()[-1:])
            for place in self._held:
                self._wishes[place] = self.columnWidth(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the columns share the room there is."""
        super().resizeEvent(event)
        self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies rows; Enter opens the record; Home and End go to the first and last row."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.records.rowCount() - 1}
        if event.key() in ends and not event.modifiers() and self.records.rowCount():
            self.selectRow(ends[Qt.Key(event.key())])
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selected()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._activated(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No row is hovered any more."""
        self._hover(-1)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the row of the keyboard."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.records.rowCount():
            self.setCurrentIndex(self.records.index(0, self._first_column()))
        self._mark_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The mark goes with the keyboard."""
        super().focusOutEvent(event)
        self._mark_current()

    def _set_behaviour(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(self._theme.space("row_height"))
        rows.setDefaultSectionSize(self._theme.space("row_height"))

    def _set_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        self._stretch(header)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._choose_columns)
        for place, column in enumerate(self.records.columns):
            self.setColumnWidth(place, column.width)
            self.setColumnHidden(place, column.is_hidden)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        header.sectionResized.connect(self._section_resized)

    def fit_by(self, fit: Callable[[int], Mapping[str, int]]) -> None:
        """Let `fit` say, for the pixels there are, which columns are shown and how wide, at every size."""
        self._fit = fit
        self._fit_columns()

    def _show_columns(self, widths: Mapping[str, int]) -> None:
        keys = [column.key for column in self.records.columns]
        self._is_fitting = True
        for place, key in enumerate(keys):
            self.setColumnHidden(place, key not in widths)
        self._set_widths({place: widths[key] for place, key in enumerate(keys) if key in widths})
        self._left_out = set()
        self._is_fitting = False

    def _is_wanted(self, place: int) -> bool:
        return place in self._left_out or not self.isColumnHidden(place)

    def _wanted(self) -> list[int]:
        header = self.horizontalHeader()
        order = sorted(range(self.records.columnCount()), key=header.visualIndex)
        return [place for place in order if self._is_wanted(place)]

    def _show_all_wanted(self) -> None:
        self._is_fitting = True
        wanted = self._wanted()
        for place in wanted:
            self.setColumnHidden(place, False)
        self._set_widths({place: self._wishes[place] for place in wanted})
        self._left_out = set()
        self._is_fitting = False

    def _set_widths(self, widths: dict[int, int]) -> None:
        # After all are shown: the last one shown is stretched and takes no width.
        for place, width in widths.items():
            if self.columnWidth(place) != width:
                self.setColumnWidth(place, width)

    def _fit_columns(self) -> None:
        if self._fit is not None:
            self._show_columns(self._fit(self.viewport().width()))
            return
        wanted = self._wanted()
        wishes = [self._wish(self.records.columns[place], place) for place in wanted]
        widths = share_room(wishes, self.viewport().width())
        self._is_fitting = True
        self._left_out = set(wanted[len(widths) :])
        for number, place in enumerate(wanted):
            self.setColumnHidden(place, number >= len(widths))
        self._set_widths(dict(zip(wanted, widths, strict=False)))
        self._is_fitting = False

    def _wish(self, column: Column[Any], place: int) -> ColumnWish:
        most = 0 if place in self._held else column.most_width
        return ColumnWish(self._wishes[place], self._gives_way(column, place), most)

    def _gives_way(self, column: Column[Any], place: int) -> bool:
        """Plain text gives way; columns ordered by a value (figures, times), chips, chosen widths do not."""
        is_text = column.sort is None and column.chips is None and not column.align_right
        return is_text and place not in self._held

    def _section_resized(self, place: int, _before: int, width: int) -> None:
        is_stretched = place == next(
            (one for one in reversed(self._wanted()) if one not in self._left_out), -1
        )
        if self._is_fitting or not width or not self.isVisible() or is_stretched:
            return
        self._wishes[place] = width
        self._held.add(place)

    def _stretch(self, header: QHeaderView) -> None:
        """Give spare room to the last column, or to the widest where the last holds figures."""
        columns = self.records.columns
        if not columns[-1].align_right:
            header.setStretchLastSection(True)
            return
        widest = max(range(len(columns)), key=lambda place: columns[place].width)
        header.setSectionResizeMode(widest, QHeaderView.ResizeMode.Stretch)

    def _choose_columns(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, column in enumerate(self.records.columns):
            action = menu.addAction(column.title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(place))
            action.toggled.connect(lambda is_shown, place=place: self._choose_column(place, is_shown))
        menu.popup(self.horizontalHeader().mapToGlobal(position))

    def _choose_column(self, place: int, is_shown: bool) -> None:
        """Show or hide a column as a person says; one shown where there was no room is scrolled to."""
        self._left_out.discard(place)
        self.setColumnHidden(place, not is_shown)
        if is_shown:
            self.setColumnWidth(place, self._wishes[place])

    def _first_column(self) -> int:
        return self.horizontalHeader().logicalIndex(0)

    def _activated(self, index: QModelIndex) -> None:
        self.record_opened.emit(self.records.record(index.row()))

    def _entered(self, index: QModelIndex) -> None:
        self._hover(index.row())

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.viewport().update()

    def _mark_current(self) -> None:
        self._delegate.first_column = self._first_column()
        self._delegate.current_row = self.currentIndex().row() if self.hasFocus() else -1
        self.viewport().update()

    def _selection_changed(self) -> None:
        self.selection_changed.emit(self.selected_records())

    def _context_menu(self, position: QPoint) -> None:
        index = self.indexAt(position)
        if index.isValid():
            self.menu_requested.emit(self.records.record(index.row()), self.viewport().mapToGlobal(position))
