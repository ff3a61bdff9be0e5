"""The intake list's item model: one row a change that waits for a window; rows can be dragged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.services.intake import IntakeRow
from app.ui.calendar.spans import day_words
from app.ui.changes_drag import CHANGES_MIME, mime_of
from app.ui.widgets import plain_tooltip

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
TEXT_MIME = "text/plain"
Index = QModelIndex | QPersistentModelIndex


def second_line(row: IntakeRow) -> str:
    """What is said below a change's title."""
    parts = [row.owner, f"risk {row.risk}"]
    if row.change_class != "normal":
        parts.insert(0, row.change_class)
    if row.deployment_on is not None:
        parts.append(f"wants {day_words(row.deployment_on)} {row.deployment_on.year}")
    return " · ".join(part for part in parts if part)


class IntakeModel(QAbstractListModel):
    """Holds the rows; `set_rows` changes only what differs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[IntakeRow] = []

    @property
    def rows(self) -> Sequence[IntakeRow]:
        """All rows, in order."""
        return self._rows

    def set_rows(self, rows: Sequence[IntakeRow]) -> None:
        """Show these rows."""
        wanted = {row.id for row in rows}
        for place in range(len(self._rows) - 1, -1, -1):
            if self._rows[place].id not in wanted:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()
        for place, row in enumerate(rows):
            if place < len(self._rows) and self._rows[place].id == row.id:
                if self._rows[place] != row:
                    self._rows[place] = row
                    self.dataChanged.emit(self.index(place), self.index(place))
                continue
            old = next((at for at, one in enumerate(self._rows) if one.id == row.id), None)
            if old is not None:
                self.beginRemoveRows(QModelIndex(), old, old)
                del self._rows[old]
                self.endRemoveRows()
            self.beginInsertRows(QModelIndex(), place, place)
            self._rows.insert(place, row)
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Number of changes."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = 0) -> Any:
        """Key and title, what is said, and the row itself."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.key}  {row.title}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.key}, {row.title}. {second_line(row)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(f"{row.key}\n{row.title}\n{second_line(row)}")
        return row if role == ROW_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen and dragged."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag
        return (
            flags.ItemIsEnabled
            | flags.ItemIsSelectable
            | flags.ItemIsDragEnabled
            | flags.ItemNeverHasChildren
        )

    def mimeTypes(self) -> list[str]:
        """What a drag carries: the changes, and their keys as text."""
        return [CHANGES_MIME, TEXT_MIME]

    def mimeData(self, indexes: Sequence[Any]) -> QMimeData:
        """The ids of the dragged changes, and their keys for other programs."""
        rows = [self._rows[place] for place in sorted({index.row() for index in indexes})]
        data = mime_of([row.id for row in rows])
        data.setText("\n".join(row.key for row in rows))
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        """Changes are moved, never copied."""
        return Qt.DropAction.MoveAction
