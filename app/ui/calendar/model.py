"""The calendar's item model: one row an entry, so that painted pages can be read aloud and selected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.calendar.entries import Entry
from app.ui.widgets import plain_tooltip

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


class CalendarModel(QAbstractListModel):
    """Holds the entries in order; `set_entries` changes only the rows that differ."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    @property
    def entries(self) -> Sequence[Entry]:
        """All entries, by local start."""
        return self._entries

    def row_of(self, key: tuple[str, int]) -> int:
        """The row of an entry, or -1."""
        return next((row for row, entry in enumerate(self._entries) if entry.key == key), -1)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries: rows gone are removed, changed ones updated, new ones put in their place."""
        wanted = {entry.key for entry in entries}
        for row in range(len(self._entries) - 1, -1, -1):
            if self._entries[row].key not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._entries[row]
                self.endRemoveRows()
        for row, entry in enumerate(entries):
            self._put(row, entry)

    def _put(self, row: int, entry: Entry) -> None:
        if row < len(self._entries) and self._entries[row].key == entry.key:
            if self._entries[row] != entry:
                self._entries[row] = entry
                self.dataChanged.emit(self.index(row), self.index(row))
            return
        old = self.row_of(entry.key)
        if old >= 0:
            self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), row if old > row else row + 1)
            del self._entries[old]
            self._entries.insert(row, entry)
            self.endMoveRows()
            self.dataChanged.emit(self.index(row), self.index(row))
            return
        self.beginInsertRows(QModelIndex(), row, row)
        self._entries.insert(row, entry)
        self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Number of entries."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = 0) -> Any:
        """The text, what is said, the tooltip, and the entry itself."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.said
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(entry.words)
        return entry if role == ENTRY_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every entry can be chosen; changes are dropped onto windows."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag
        return (
            flags.ItemIsEnabled
            | flags.ItemIsSelectable
            | flags.ItemIsDropEnabled
            | flags.ItemNeverHasChildren
        )
