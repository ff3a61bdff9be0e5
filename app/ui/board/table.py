"""The board's table mode: sortable columns that can be chosen, with many rows selected for one edit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from app.services.board_models import BoardCard
from app.ui.board.columns import SHOWN_AT_FIRST, TABLE_COLUMNS
from app.ui.board.model import CARD_ROLE
from app.ui.board.table_delegate import TableDelegate, TableLook
from app.ui.widgets.column_room import ColumnWish, share_room

_WIDTHS = {"title": 300, "gates": 330, "conflicts": 220, "applications": 170, "minutes": 80, "risk": 76}
_WIDTH = 120
_KEEPS_WIDTH = frozenset({"key", "risk", "minutes", "date"})
_ROW_HEIGHT = 32


class BoardTable(QTableView):
    """Rows of changes; Enter or a double click emits `card_opened`.

    The columns chosen are kept in the settings under `name`. Until a person chooses, those `at_first` are
    shown, as far as there is room.
    """

    card_opened = Signal(int)

    def __init__(
        self,
        look: TableLook,
        settings: QSettings,
        parent: QWidget | None = None,
        name: str = "board",
        at_first: tuple[str, ...] = SHOWN_AT_FIRST,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._setting = f"{name}/table_columns"
        self._at_first = at_first
        self._wishes = {column.code: _WIDTHS.get(column.code, _WIDTH) for column in TABLE_COLUMNS}
        self._held: set[str] = set()  # columns whose width a person has chosen
        self._left_out: set[int] = set()  # columns for which there is no room at present
        self._is_fitting = False
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
        header.sectionResized.connect(self._section_resized)

    def show_columns(self) -> None:
        """Show the columns chosen last time; call it once the model is set."""
        stored = str(self._settings.value(self._setting, ""))
        chosen = stored.split(",") if stored else self._at_first
        for place, column in enumerate(TABLE_COLUMNS):
            self.setColumnHidden(place, column.code not in chosen)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self._fit_columns()

    def shown_columns(self) -> tuple[str, ...]:
        """The codes of the columns wanted, whether or not there is room for them at present."""
        return tuple(column.code for place, column in enumerate(TABLE_COLUMNS) if self._is_wanted(place))

    def columns_menu(self) -> QMenu:
        """The menu in which columns are shown and hidden; the key always stays."""
        menu = QMenu(self)
        for place, column in enumerate(TABLE_COLUMNS[1:], start=1):
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(self._is_wanted(place))
            action.setData(place)
        menu.triggered.connect(lambda action: self.show_column(int(action.data()), action.isChecked()))
        return menu

    def show_column(self, place: int, is_shown: bool) -> None:
        """Show or hide a column and remember it; from then on none is left out for want of room."""
        self._left_out.discard(place)
        self.setColumnHidden(place, not is_shown)
        self._settings.setValue(self._setting, ",".join(self.shown_columns()))
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the columns share the room there is."""
        super().resizeEvent(event)
        self._fit_columns()

    def _is_wanted(self, place: int) -> bool:
        return place in self._left_out or not self.isColumnHidden(place)

    def _fit_columns(self) -> None:
        """Narrow what may give way, then leave the last columns out unless a person chose them."""
        header = self.horizontalHeader()
        order = sorted(range(len(TABLE_COLUMNS)), key=header.visualIndex)
        wanted = [place for place in order if self._is_wanted(place)]
        codes = [TABLE_COLUMNS[place].code for place in wanted]
        fixed = _KEEPS_WIDTH | self._held
        wishes = [ColumnWish(self._wishes[code], code not in fixed) for code in codes]
        room = self.viewport().width()
        widths = list(share_room(wishes, room))
        if self._settings.value(self._setting, ""):
            widths += [one.least if one.gives_way else one.width for one in wishes[len(widths) :]]
        if "title" in codes[: len(widths)] and "title" not in self._held:
            widths[codes.index("title")] += max(room - sum(widths), 0)
        self._is_fitting = True
        self._left_out = set(wanted[len(widths) :])
        for number, place in enumerate(wanted):
            self.setColumnHidden(place, number >= len(widths))
        for place, width in zip(wanted, widths, strict=False):
            self.setColumnWidth(place, width)
        self._is_fitting = False

    def _section_resized(self, place: int, _before: int, width: int) -> None:
        if width and not self._is_fitting and self.isVisible():
            code = TABLE_COLUMNS[place].code
            self._wishes[code] = width
            self._held.add(code)

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
