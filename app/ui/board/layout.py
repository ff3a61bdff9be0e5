"""Where every card of the board lies: lanes of a grouping, columns in them, cards stacked in a column."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRect

from app.services.board_models import COLUMNS, BoardCard

GAP = 8
COLUMN_GAP = 16
MARGIN = 16
LANE_HEADER = 36
LEAST_COLUMN_WIDTH = 184
MOST_COLUMN_WIDTH = 480
LAST_COLUMN = len(COLUMNS) - 1

Grouping = Callable[[BoardCard], Iterable[str]]
GROUPINGS: dict[str, Grouping] = {
    "none": lambda _card: ("",),
    "team": lambda card: (card.team or "No team",),
    "application": lambda card: card.applications[:1] or ("No application",),
    "risk": lambda card: (card.risk_level,),
}
_RISK_ORDER = {"Critical": "0", "Very high": "0", "High": "1", "Medium": "2", "Low": "3"}


@dataclass(slots=True)
class Lane:
    """One group: its title, where its header lies, and how many cards it holds."""

    title: str
    top: int
    cards: int


@dataclass(slots=True)
class Stack:
    """The cards of one column over all lanes: rows of the model with their tops and bottoms, ascending."""

    rows: list[int] = field(default_factory=list)
    tops: list[int] = field(default_factory=list)
    bottoms: list[int] = field(default_factory=list)

    def between(self, top: int, bottom: int) -> range:
        """Positions of the cards that share height with the span."""
        return range(bisect_left(self.bottoms, top), bisect_right(self.tops, bottom))

    def at(self, y: int) -> int | None:
        """The position of the card at a height, or None between cards."""
        position = bisect_right(self.tops, y) - 1
        return position if position >= 0 and y < self.bottoms[position] else None

    def nearest(self, y: int) -> int | None:
        """The position of the card nearest to a height, or None when the stack is empty."""
        if not self.rows:
            return None
        position = min(bisect_left(self.bottoms, y), len(self.rows) - 1)
        before = max(0, position - 1)
        gap = self.tops[position] - y
        return before if gap > y - self.bottoms[before] > 0 else position


@dataclass(slots=True)
class BoardLayout:
    """Stacks by shown column, lanes, the width of a column and the height of everything."""

    columns: tuple[int, ...]
    stacks: list[Stack]
    lanes: list[Lane]
    column_width: int
    height: int
    places: dict[int, tuple[int, int]]

    def left(self, shown: int) -> int:
        """The left edge of a shown column."""
        return MARGIN + shown * (self.column_width + COLUMN_GAP)

    def rect(self, row: int) -> QRect:
        """Where the card of a model row lies; an empty rectangle when it is not shown."""
        place = self.places.get(row)
        if place is None:
            return QRect()
        shown, position = place
        stack = self.stacks[shown]
        top = stack.tops[position]
        return QRect(self.left(shown), top, self.column_width, stack.bottoms[position] - top)

    def row_at(self, x: int, y: int) -> int | None:
        """The model row of the card at a point, or None."""
        shown = self.column_at(x)
        if shown is None:
            return None
        position = self.stacks[shown].at(y)
        return None if position is None else self.stacks[shown].rows[position]

    def column_at(self, x: int) -> int | None:
        """The shown column at a horizontal place, or None in a gap."""
        shown, inside = divmod(x - MARGIN, self.column_width + COLUMN_GAP)
        return shown if 0 <= shown < len(self.stacks) and inside < self.column_width else None

    @property
    def width(self) -> int:
        """The width of all columns with their margins."""
        return self.left(len(self.columns)) - COLUMN_GAP + MARGIN


def columns_of(cards: Sequence[BoardCard]) -> tuple[int, ...]:
    """The columns to show: the last one only when something stands in it."""
    has_last = any(card.column == LAST_COLUMN for card in cards)
    return tuple(range(LAST_COLUMN + 1 if has_last else LAST_COLUMN))


def column_width_for(width: int, columns: int) -> int:
    """The width of a column when `columns` share `width` pixels."""
    free = width - 2 * MARGIN - (columns - 1) * COLUMN_GAP
    return max(LEAST_COLUMN_WIDTH, min(MOST_COLUMN_WIDTH, free // max(1, columns)))


def lay_out(
    cards: Sequence[tuple[int, BoardCard]],
    width: int,
    grouping: str,
    height_of: Callable[[BoardCard, int], int],
) -> BoardLayout:
    """Stack (row, card) pairs into columns; `height_of` gives a card's height at a column width."""
    columns = columns_of([card for _, card in cards])
    column_width = column_width_for(width, len(columns))
    stacks = [Stack() for _ in columns]
    lanes: list[Lane] = []
    places: dict[int, tuple[int, int]] = {}
    top = GAP
    for title, members in _lanes(cards, grouping):
        if grouping != "none":
            lanes.append(Lane(title, top, len(members)))
            top += LANE_HEADER
        next_top = [top] * len(columns)
        for row, card in sorted(members, key=lambda pair: (pair[1].key, pair[0])):
            stack, lies_at = stacks[card.column], next_top[card.column]
            bottom = lies_at + height_of(card, column_width)
            places[row] = (card.column, len(stack.rows))
            stack.rows.append(row)
            stack.tops.append(lies_at)
            stack.bottoms.append(bottom)
            next_top[card.column] = bottom + GAP
        top = max(next_top) + (GAP if grouping != "none" else 0)
    return BoardLayout(columns, stacks, lanes, column_width, top, places)


def _lanes(
    cards: Sequence[tuple[int, BoardCard]], grouping: str
) -> list[tuple[str, list[tuple[int, BoardCard]]]]:
    group_of = GROUPINGS[grouping]
    found: dict[str, list[tuple[int, BoardCard]]] = {}
    for row, card in cards:
        for title in group_of(card):
            found.setdefault(title, []).append((row, card))
    if grouping == "risk":
        return sorted(found.items(), key=lambda pair: _RISK_ORDER.get(pair[0], pair[0]))
    return sorted(found.items(), key=lambda pair: pair[0].casefold())
