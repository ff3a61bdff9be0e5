"""The cell that shows how far a running activity is: the words, and a thin bar below them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from app.ui.night.rows import ActivityRow
from app.ui.theme import Theme
from app.ui.widgets import RECORD_ROLE, RecordDelegate, RecordTable, paint_load

BAR_HEIGHT = 3
SIDE = 8


class ProgressDelegate(RecordDelegate):
    """Paints like the table it stands in, and the bar; more than was planned ends it in red."""

    def __init__(self, theme: Theme, table: RecordTable) -> None:
        super().__init__(theme, table)
        self._table = table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the cell."""
        whole = self._table.itemDelegate()
        if isinstance(whole, RecordDelegate):
            self.hovered_row, self.current_row = whole.hovered_row, whole.current_row
            self.first_column = whole.first_column
        super().paint(painter, option, index)
        row: ActivityRow | None = index.data(RECORD_ROLE)
        if row is None or row.share <= 0:
            return
        rect = option.rect
        area = QRectF(rect.left() + SIDE, rect.bottom() - BAR_HEIGHT - 1, rect.width() - 2 * SIDE, BAR_HEIGHT)
        painter.save()
        paint_load(painter, self._theme, area, [(row.share, "accent")], 1.0)
        painter.restore()
