"""Which cards are shown and in which order: words typed, and 'not ready only'."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from app.services.board_models import COLUMNS, GATE_WORDS, BoardCard
from app.ui.board.model import CARD_ROLE, ORDER_ROLE, BoardModel

Index = QModelIndex | QPersistentModelIndex
_MOST_SEARCHED = 2000


def haystack(card: BoardCard) -> str:
    """What the filter looks in, in small letters."""
    parts = [
        card.key,
        card.title[:_MOST_SEARCHED],
        card.owner,
        card.team,
        *card.applications,
        card.kind.value,
        card.change_class.value,
        f"risk:{card.risk_level}",
        COLUMNS[card.column][1],
        *(f"{gate.short}:{GATE_WORDS[gate.result]}" for gate in card.gates),
    ]
    if card.conflicts:
        parts.append("conflict")
    if card.is_late:
        parts.append("late")
    return "\n".join(parts).casefold()


class BoardFilter(QSortFilterProxyModel):
    """Shows the cards that hold every word typed; sorts the table by what each field sorts by."""

    def __init__(self, source: BoardModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._is_not_ready_only = False
        self._haystacks: dict[BoardCard, str] = {}
        self.setSourceModel(source)
        self.setSortRole(ORDER_ROLE)

    @property
    def is_filtering(self) -> bool:
        """Whether anything may be hidden."""
        return bool(self._words) or self._is_not_ready_only

    def set_words(self, text: str) -> None:
        """Show only cards that hold every word of `text`."""
        self.beginFilterChange()
        self._words = tuple(text.casefold().split())
        self._haystacks.clear()
        self.endFilterChange()

    def set_not_ready_only(self, is_on: bool) -> None:
        """Hide what has passed every gate."""
        self.beginFilterChange()
        self._is_not_ready_only = is_on
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether a card is shown."""
        source = self.sourceModel()
        card = source.index(source_row, 0, source_parent).data(CARD_ROLE)
        if self._is_not_ready_only and card.is_ready:
            return False
        if not self._words:
            return True
        if card not in self._haystacks:
            self._haystacks[card] = haystack(card)
        return all(word in self._haystacks[card] for word in self._words)

    def lessThan(self, left: Index, right: Index) -> bool:
        """Sort by the field, then by key, so that the order is always the same."""
        first, second = left.data(ORDER_ROLE), right.data(ORDER_ROLE)
        if first == second:
            return bool(left.data(CARD_ROLE).key < right.data(CARD_ROLE).key)
        return bool(first < second)
