"""A table model over frozen records that changes row by row and is never reset."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.widgets.labels import SPOKEN, plain_tooltip

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
ChipSpec = tuple[str, str]
"""Word and tone of a painted chip."""

RECORD_ROLE = int(Qt.ItemDataRole.UserRole)
CHIPS_ROLE = RECORD_ROLE + 1
TONE_ROLE = RECORD_ROLE + 2
FONT_ROLE = RECORD_ROLE + 3


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: what it says of a record and how.

    `text` is what is shown, copied and searched; `sort` what it is ordered by (default: the text).
    `chips` gives words with tones painted instead of the text; `tone` a colour token for the text;
    `font` a role of the theme's fonts. `width` is in pixels, and so is the `most_width` to which it
    takes spare room.
    """

    key: str
    title: str
    text: Callable[[R], str]
    sort: Callable[[R], Any] | None = None
    width: int = 120
    align_right: bool = False
    tone: Callable[[R], str] | None = None
    chips: Callable[[R], Sequence[ChipSpec]] | None = None
    tooltip: Callable[[R], str] | None = None
    font: str = "body"
    is_hidden: bool = False
    most_width: int = 0

    def order(self, record: R) -> tuple[bool, Any]:
        """What `record` is ordered by; missing values come last."""
        value = self.sort(record) if self.sort is not None else self.text(record).casefold()
        return value is None, "" if value is None else value


class RecordModel(QAbstractTableModel, Generic[R]):
    """Shows `records` sorted and filtered; `key` tells which record is which between two states."""

    def __init__(
        self, columns: Sequence[Column[R]], key: Callable[[R], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._all: list[R] = []
        self._shown: list[R] = []
        self._sort: tuple[int, bool] | None = None
        self._words: tuple[str, ...] = ()
        self._condition: Callable[[R], bool] | None = None

    @property
    def records(self) -> tuple[R, ...]:
        """The records shown, from top to bottom."""
        return tuple(self._shown)

    @property
    def total(self) -> int:
        """How many records there are, shown or filtered out."""
        return len(self._all)

    def record(self, row: int) -> R:
        """The record in `row`."""
        return self._shown[row]

    def row_of(self, key: Hashable) -> int | None:
        """The row of the record with `key`, or None where it is not shown."""
        return next((row for row, one in enumerate(self._shown) if self._key(one) == key), None)

    def set_records(self, records: Iterable[R]) -> None:
        """Show `records`: rows are inserted, removed, moved and changed, so selections stay."""
        self._all = list(records)
        self._arrange()

    def update_records(self, changed: Iterable[R], removed: Iterable[Hashable] = ()) -> None:
        """Change or add `changed`, and take out the records with the keys `removed`."""
        news = {self._key(one): one for one in changed}
        gone = set(removed)
        kept = [news.pop(self._key(one), one) for one in self._all if self._key(one) not in gone]
        self.set_records([*kept, *news.values()])

    def set_search(self, text: str) -> None:
        """Show only records whose columns together contain every word of `text`."""
        self._words = tuple(text.casefold().split())
        self._arrange()

    def set_condition(self, condition: Callable[[R], bool] | None) -> None:
        """Show only records for which `condition` holds."""
        self._condition = condition
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by `column`; -1 restores the order given."""
        self._sort = None if column < 0 else (column, order == Qt.SortOrder.DescendingOrder)
        self._arrange()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many records are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the cell at `index` says in `role`."""
        if not index.isValid():
            return None
        record, column = self._shown[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(record)
        if role == RECORD_ROLE:
            return record
        if role == CHIPS_ROLE:
            return column.chips(record) if column.chips is not None else None
        if role == TONE_ROLE:
            return column.tone(record) if column.tone is not None else None
        if role == FONT_ROLE:
            return column.font
        if role == Qt.ItemDataRole.TextAlignmentRole and column.align_right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(column.tooltip(record)) if column.tooltip is not None else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(record, column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles of the columns."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignRight
                if self.columns[section].align_right
                else Qt.AlignmentFlag.AlignLeft
            )
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _spoken(self, record: R, column: Column[R]) -> str:
        if column.chips is None:
            return f"{column.title}: {column.text(record)}"
        return ", ".join(f"{word}: {SPOKEN.get(tone, tone)}" for word, tone in column.chips(record))

    def _arrange(self) -> None:
        self._move_to(self._wanted())

    def _wanted(self) -> list[R]:
        wanted = [one for one in self._all if self._passes(one)]
        if self._sort is not None:
            place, is_descending = self._sort
            wanted.sort(key=self.columns[place].order, reverse=is_descending)
        return wanted

    def _passes(self, record: R) -> bool:
        if self._condition is not None and not self._condition(record):
            return False
        if not self._words:
            return True
        text = " ".join(column.text(record) for column in self.columns).casefold()
        return all(word in text for word in self._words)

    def _move_to(self, wanted: list[R]) -> None:
        places = {self._key(one): place for place, one in enumerate(wanted)}
        self._remove_missing(places)
        self._reorder(places)
        known = {self._key(one) for one in self._shown}
        self._insert_new(wanted, known)
        changed = [row for row, one in enumerate(wanted) if one != self._shown[row]]
        self._shown = wanted
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _remove_missing(self, places: dict[Hashable, int]) -> None:
        gone = [row for row, one in enumerate(self._shown) if self._key(one) not in places]
        for first, last in reversed(_runs(gone)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._shown[first : last + 1]
            self.endRemoveRows()

    def _reorder(self, places: dict[Hashable, int]) -> None:
        order = sorted(range(len(self._shown)), key=lambda row: places[self._key(self._shown[row])])
        if order == list(range(len(order))):
            return
        self.layoutAboutToBeChanged.emit()
        new_rows = {old: new for new, old in enumerate(order)}
        before = self.persistentIndexList()
        after = [self.index(new_rows[index.row()], index.column()) for index in before]
        self._shown = [self._shown[row] for row in order]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _insert_new(self, wanted: list[R], known: set[Hashable]) -> None:
        new = [row for row, one in enumerate(wanted) if self._key(one) not in known]
        for first, last in _runs(new):
            self.beginInsertRows(QModelIndex(), first, last)
            self._shown[first:first] = wanted[first : last + 1]
            self.endInsertRows()


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Ascending `rows` as (first, last) of their unbroken runs."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
