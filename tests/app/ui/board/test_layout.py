"""Cards lie in their columns without touching, whatever the grouping and the width."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.changes import ChangeClass, ChangeKind, ChangeState
from app.services.board_models import BoardCard
from app.ui.board.layout import GROUPINGS, MOST_COLUMN_WIDTH, column_width_for, lay_out

CARD = BoardCard(
    1, 1, "CHG-1", "t", ChangeKind.APPLICATION, ChangeClass.NORMAL, ChangeState.INTAKE, 0, "Low", 1, (), (),
    (), "", "", (), 0, None,
)  # fmt: skip
PLACES = st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["Low", "Medium", "High"])), max_size=40)


@pytest.mark.parametrize("grouping", list(GROUPINGS))
@given(places=PLACES, width=st.integers(200, 3000))
def test_cards_do_not_touch_and_are_found_where_they_lie(
    grouping: str, places: list[tuple[int, str]], width: int
) -> None:
    """Every card has one place, found again by its middle, and none overlaps another."""
    cards = [
        (row, replace(CARD, id=row, key=f"CHG-{row:03d}", column=column, risk_level=risk))
        for row, (column, risk) in enumerate(places)
    ]
    layout = lay_out(cards, width, grouping, lambda card, _width: 60 + card.id % 7)
    rects = {row: layout.rect(row) for row, _ in cards}
    for row, rect in rects.items():
        assert rect.isValid()
        assert layout.row_at(rect.center().x(), rect.center().y()) == row
        assert rect.bottom() <= layout.height
    for stack in layout.stacks:
        assert all(bottom < top for bottom, top in zip(stack.bottoms, stack.tops[1:], strict=False))
    assert sum(len(stack.rows) for stack in layout.stacks) == len(cards)


@pytest.mark.parametrize("columns", [5, 6])
def test_columns_share_the_width_of_a_large_screen(columns: int) -> None:
    """On 2,560 pixels the columns leave no empty part; on far wider ones they stay readable."""
    assert column_width_for(2336, columns) >= (2336 - 32 - (columns - 1) * 16) // columns
    assert column_width_for(8000, columns) == MOST_COLUMN_WIDTH
