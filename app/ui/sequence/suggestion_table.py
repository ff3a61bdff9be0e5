"""The list of what a suggestion changes: an item model with a check box for each activity."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.sequencing.suggesting.proposal import ProposedChange
from app.ui.sequence.editor import SequenceEditor

Index = QModelIndex | QPersistentModelIndex
TITLES = ("Activity", "From → to", "Min", "Who")
TITLE, SPAN, BY, WHO = range(len(TITLES))
_NO_INDEX = QModelIndex()


class SuggestionTable(QAbstractTableModel):
    """Rows of proposed changes; `chosen_changed` follows every tick."""

    chosen_changed = Signal()

    def __init__(self, editor: SequenceEditor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._rows: list[ProposedChange] = []
        self._left_out: set[str] = set()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the activities ticked."""
        return tuple(one.activity_id for one in self._rows if one.activity_id not in self._left_out)

    def activity_at(self, row: int) -> str | None:
        """The activity of a row."""
        return self._rows[row].activity_id if 0 <= row < len(self._rows) else None

    def show_changes(self, changes: tuple[ProposedChange, ...]) -> None:
        """Show these; the rows that stay the same place are changed, others inserted or removed."""
        before, after = len(self._rows), len(changes)
        if after < before:
            self.beginRemoveRows(_NO_INDEX, after, before - 1)
            del self._rows[after:]
            self.endRemoveRows()
        self._rows[: min(before, after)] = changes[: min(before, after)]
        if after > before:
            self.beginInsertRows(_NO_INDEX, before, after - 1)
            self._rows.extend(changes[before:])
            self.endInsertRows()
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(TITLES) - 1))
        self.chosen_changed.emit()

    def forget(self) -> None:
        """Tick everything again, for another search."""
        self._left_out.clear()

    def tick_all(self, is_chosen: bool) -> None:
        """Tick all or none."""
        self._left_out = set() if is_chosen else {one.activity_id for one in self._rows}
        if self._rows:
            self.dataChanged.emit(self.index(0, TITLE), self.index(len(self._rows) - 1, TITLE))
        self.chosen_changed.emit()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many activities would change."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' titles."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return TITLES[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == TITLE else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, ticks and what is read aloud."""
        if not index.isValid():
            return None
        one = self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == TITLE:
            is_out = one.activity_id in self._left_out
            return Qt.CheckState.Unchecked if is_out else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(one, index.column())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(filter(None, (self._text(one, column) for column in range(len(TITLES)))))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == BY:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or leave out one activity."""
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        activity_id = self._rows[index.row()].activity_id
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._left_out.discard(activity_id)
        else:
            self._left_out.add(activity_id)
        self.dataChanged.emit(index, index)
        self.chosen_changed.emit()
        return True

    def _text(self, one: ProposedChange, column: int) -> str:
        known = self._editor.view.surroundings
        if column == TITLE:
            return one.title
        if column == SPAN:
            if not one.minutes:
                return known.describe(one.start_after)
            return f"{known.describe(one.start_before)} → {known.describe(one.start_after)}"
        if column == BY:
            return f"{'+' if one.minutes > 0 else '−'}{abs(one.minutes)}" if one.minutes else ""
        return known.person_name(one.person_id) if one.person_id is not None else ""
