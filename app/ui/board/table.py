"""The board's table mode: sortable columns that can be chosen, with many rows selected for one edit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from app.services.board_models import BoardCard
from app.ui.board.columns import SHOWN_AT_FIRST, TABLE_COLUMNS
from app.ui.board.model import CARD_ROLE
from app.ui.board.table_delegate import TableDelegate, TableLook

_SETTING = "board/table_columns"
_WIDTHS = {"title": 300, "gates": 330, "conflicts": 220, "applications": 170, "minutes": 80, "risk": 76}
_WIDTH = 120
_ROW_HEIGHT = 32


class BoardTable(QTableView):
    """Rows of changes; Enter or a double click emits `card_opened`."""

    card_opened = Signal(int)

    def __init__(self, look: TableLook, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setItemDelegate(TableDelegate(look, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setSortingEnabled(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName("Changes as a table")
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._choose_columns)
        header.setToolTip("Right click to choose columns")

    def show_columns(self) -> None:
        """Show the columns chosen last time; call it once the model is set."""
        stored = self._settings.value(_SETTING, "")
        chosen = str(stored).split(",") if stored else list(SHOWN_AT_FIRST)
        for place, column in enumerate(TABLE_COLUMNS):
            self.setColumnHidden(place, column.code not in chosen)
            self.setColumnWidth(place, _WIDTHS.get(column.code, _WIDTH))
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)

    def shown_columns(self) -> tuple[str, ...]:
        """The codes of the columns shown."""
        return tuple(
            column.code for place, column in enumerate(TABLE_COLUMNS) if not self.isColumnHidden(place)
        )

    def columns_menu(self) -> QMenu:
        """The menu in which columns are shown and hidden; the key always stays."""
        menu = QMenu(self)
        for place, column in enumerate(TABLE_COLUMNS[1:], start=1):
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(place))
            action.setData(place)
        menu.triggered.connect(lambda action: self.show_column(int(action.data()), action.isChecked()))
        return menu

    def show_column(self, place: int, is_shown: bool) -> None:
        """Show or hide a column and remember it."""
        self.setColumnHidden(place, not is_shown)
        self._settings.setValue(_SETTING, ",".join(self.shown_columns()))

    def _choose_columns(self, point: QPoint) -> None:
        menu = self.columns_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(point))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the change; letters are the screen's shortcuts."""
        card = self.currentIndex().data(CARD_ROLE) if self.currentIndex().isValid() else None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(card, BoardCard):
            self.card_opened.emit(card.id)
            return
        if (
            event.text()
            and event.text().isprintable()
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ):
            event.ignore()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: object) -> None:
        """A double click opens the change."""
        index = self.indexAt(event.position().toPoint())  # type: ignore[attr-defined]
        card = index.data(CARD_ROLE) if index.isValid() else None
        if isinstance(card, BoardCard):
            self.card_opened.emit(card.id)

    def set_look(self, look: TableLook) -> None:
        """Paint with other colours and fonts."""
        delegate = self.itemDelegate()
        if isinstance(delegate, TableDelegate):
            delegate.look = look
        self.viewport().update()
