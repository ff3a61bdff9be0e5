"""Columns share too little room: text is narrowed, then the last are left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.widgets.column_room import FEWEST_COLUMNS, ColumnWish, share_room

FIXED, TEXT, GROWING = ColumnWish(100, False), ColumnWish(200, True), ColumnWish(200, True, 300)


@pytest.mark.parametrize(
    ("wishes", "room", "widths"),
    [
        ((FIXED, TEXT, TEXT), 500, (100, 200, 200)),
        ((FIXED, TEXT, TEXT), 440, (100, 170, 170)),
        ((FIXED, TEXT, TEXT, TEXT), 460, (100, 120, 120, 120)),
        ((FIXED, TEXT, TEXT, FIXED), 400, (100, 150, 150)),
        ((FIXED, TEXT, TEXT), 100, (100, 120, 120)),
        ((), 100, ()),
        ((FIXED, GROWING, TEXT), 500, (100, 200, 200)),
        ((FIXED, GROWING, TEXT), 540, (100, 240, 200)),
        ((FIXED, GROWING, GROWING, TEXT), 900, (100, 300, 300, 200)),
    ],
)
def test_columns_share_the_room(wishes: tuple[ColumnWish, ...], room: int, widths: tuple[int, ...]) -> None:
    assert share_room(wishes, room) == widths


@given(
    st.lists(st.builds(ColumnWish, st.integers(30, 400), st.booleans()), max_size=12), st.integers(0, 3000)
)
def test_what_is_shown_fits_unless_only_the_fewest_are_left(wishes: list[ColumnWish], room: int) -> None:
    widths = share_room(wishes, room)
    assert len(widths) <= FEWEST_COLUMNS or sum(widths) <= room
    assert all(
        wish.least <= width <= wish.width if wish.gives_way else width == wish.width
        for wish, width in zip(wishes, widths, strict=False)
    )
