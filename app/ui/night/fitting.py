"""Columns that fit their table: some only where there is room, and one that takes what is left."""

from __future__ import annotations

from app.ui.widgets import RecordTable

LEAST_STRETCHED = 120


def fit_columns(table: RecordTable, stretched: str, roomy: tuple[str, ...] = ()) -> None:
    """Give each column its own width and the column `stretched` the rest of the table's.

    The columns `roomy` are hidden while not all columns have room; those hidden by design stay so.
    """
    columns = table.records.columns
    shown = [column for column in columns if not column.is_hidden]
    left = table.viewport().width()
    has_room = left >= sum(column.width for column in shown)
    for place, column in enumerate(columns):
        is_out = column.is_hidden or (column.key in roomy and not has_room)
        table.setColumnHidden(place, is_out)
        if not is_out and column.key != stretched:
            table.setColumnWidth(place, column.width)
            left -= column.width
    place = [column.key for column in columns].index(stretched)
    table.setColumnWidth(place, max(left, LEAST_STRETCHED))
