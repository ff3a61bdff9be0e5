"""The board's item model: one row a change, one column a field; cards and table both show it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.services.board_models import COLUMNS, GATE_WORDS, BoardCard
from app.ui.board.columns import TABLE_COLUMNS
from app.ui.changes_drag import CHANGES_MIME, mime_of
from app.ui.texts import one_line

CARD_ROLE = int(Qt.ItemDataRole.UserRole)
ORDER_ROLE = CARD_ROLE + 1
Index = QModelIndex | QPersistentModelIndex


def spoken(card: BoardCard) -> str:
    """What a screen reader says for a card."""
    gates = ", ".join(f"{gate.short} {GATE_WORDS[gate.result]}" for gate in card.gates)
    conflicts = f" Conflicts: {'; '.join(card.conflicts)}." if card.conflicts else ""
    return (
        f"{card.key}, {one_line(card.title)}, {COLUMNS[card.column][1]}, risk {card.risk_level}. "
        f"Gates: {gates or 'none'}.{conflicts}"
    )


class BoardModel(QAbstractTableModel):
    """Holds the cards; `set_cards` changes only the rows that differ, never the whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: list[BoardCard] = []

    def card(self, row: int) -> BoardCard:
        """The card in a row."""
        return self._cards[row]

    @property
    def cards(self) -> Sequence[BoardCard]:
        """All cards, in row order."""
        return self._cards

    def row_of(self, change_id: int) -> int:
        """The row of a change, or -1."""
        return next((row for row, card in enumerate(self._cards) if card.id == change_id), -1)

    def set_cards(self, cards: Sequence[BoardCard]) -> None:
        """Show these cards: rows that are gone are removed, changed ones updated, new ones appended."""
        wanted = {card.id: card for card in cards}
        self._remove_all_but(wanted)
        known = {card.id for card in self._cards}
        last = len(TABLE_COLUMNS) - 1
        for row, card in enumerate(self._cards):
            fresh = wanted[card.id]
            if fresh != card:
                self._cards[row] = fresh
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))
        added = [card for card in cards if card.id not in known]
        if added:
            first = len(self._cards)
            self.beginInsertRows(QModelIndex(), first, first + len(added) - 1)
            self._cards.extend(added)
            self.endInsertRows()

    def _remove_all_but(self, wanted: dict[int, BoardCard]) -> None:
        row = len(self._cards) - 1
        while row >= 0:
            if self._cards[row].id in wanted:
                row -= 1
                continue
            last = row
            while row >= 0 and self._cards[row].id not in wanted:
                row -= 1
            self.beginRemoveRows(QModelIndex(), row + 1, last)
            del self._cards[row + 1 : last + 1]
            self.endRemoveRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Number of changes."""
        return 0 if parent.isValid() else len(self._cards)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Number of fields."""
        return 0 if parent.isValid() else len(TABLE_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """The fields' titles."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return TABLE_COLUMNS[section].title
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        """Text, what to sort by, the reasons as tooltip, and the whole card for painting."""
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        column = TABLE_COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(card)
        if role == CARD_ROLE:
            return card
        if role == ORDER_ROLE:
            return column.order(card)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(card) if index.column() == 0 else f"{column.title}: {column.text(card)}"
        if role == Qt.ItemDataRole.TextAlignmentRole and column.is_number:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every card can be chosen and dragged."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def mimeTypes(self) -> list[str]:
        """What a drag of cards carries."""
        return [CHANGES_MIME]

    def mimeData(self, indexes: Sequence[Any]) -> QMimeData:
        """The ids of the dragged changes."""
        rows = sorted({index.row() for index in indexes})
        return mime_of([self._cards[row].id for row in rows])

    def supportedDragActions(self) -> Qt.DropAction:
        """Cards are moved, never copied."""
        return Qt.DropAction.MoveAction
