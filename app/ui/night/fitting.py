"""Columns that fit their table: some only where there is room, and one that takes what is left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.ui.widgets import Column

LEAST_STRETCHED = 120


def fitted(
    columns: Sequence[Column[Any]], stretched: str, roomy: tuple[str, ...], room: int
) -> dict[str, int]:
    """The widths, in pixels, of the columns shown: each its own, and the column `stretched` what is left.

    The columns `roomy` are left out while not all columns have room; those hidden by design always are.
    """
    shown = [column for column in columns if not column.is_hidden]
    if room < sum(column.width for column in shown):
        shown = [column for column in shown if column.key not in roomy]
    widths = {column.key: column.width for column in shown}
    taken = sum(width for key, width in widths.items() if key != stretched)
    return {**widths, stretched: max(room - taken, LEAST_STRETCHED)}
