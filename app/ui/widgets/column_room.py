"""How the columns of a table share too little room: text gives way first, then the last columns stay out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

LEAST_TEXT_WIDTH = 84
LEAST_TEXT_SHARE = 0.6
FEWEST_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class ColumnWish:
    """A column shown, from left to right: the width it wishes for, in pixels, whether it may be less, and up
    to which width it takes spare room."""

    width: int
    gives_way: bool
    most: int = 0

    @property
    def least(self) -> int:
        """The narrowest at which it still tells something."""
        return min(self.width, max(LEAST_TEXT_WIDTH, int(self.width * LEAST_TEXT_SHARE)))


def share_room(wishes: Sequence[ColumnWish], room: int) -> tuple[int, ...]:
    """The widths, in pixels, of as many of the columns, from the left, as `room` pixels hold.

    Where all fit nothing is narrowed, and the first that may be wider take what is spare. Otherwise columns
    that give way are narrowed alike, none below its least; where that is not enough the last columns are left
    out (the answer is shorter then), but never the first three.
    """
    shown = list(wishes)
    while len(shown) > FEWEST_COLUMNS and sum(_least(one) for one in shown) > room:
        shown.pop()
    excess = sum(one.width for one in shown) - room
    spare = sum(one.width - _least(one) for one in shown)
    if excess <= 0 or spare <= 0:
        return tuple(_grown(shown, max(0, -excess)))
    share = min(excess / spare, 1.0)
    return tuple(max(_least(one), one.width - ceil(share * (one.width - _least(one)))) for one in shown)


def _grown(wishes: Sequence[ColumnWish], spare: int) -> Iterator[int]:
    for one in wishes:
        more = min(spare, max(0, one.most - one.width))
        spare -= more
        yield one.width + more


def _least(wish: ColumnWish) -> int:
    return wish.least if wish.gives_way else wish.width
