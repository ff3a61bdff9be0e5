"""What stands at the places of rows, of which some are shorter than others."""

from __future__ import annotations

from collections.abc import Sequence


def cell_at(row: Sequence[str], place: int) -> str:
    """The cell of a row without the space around it; "" where the row is too short."""
    return row[place].strip() if place < len(row) else ""


def cells_at(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    """The filled cells of a column."""
    return [cell for row in rows if (cell := cell_at(row, place))]
