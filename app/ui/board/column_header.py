"""The titles over the board's columns, with how many cards stand in each."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.services.board_models import COLUMNS
from app.ui.board.card_painter import CardLook
from app.ui.board.layout import BoardLayout

HEADER_HEIGHT = 28
_INSET = 4


class ColumnHeader(QWidget):
    """Painted titles that stay while the cards scroll."""

    def __init__(self, look: CardLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._layout: BoardLayout | None = None
        self._counts: tuple[int, ...] = ()
        self._offset = 0

    def set_look(self, look: CardLook) -> None:
        """Paint with other colours and fonts."""
        self._look = look
        self.update()

    def set_layout(self, layout: BoardLayout, counts: tuple[int, ...], offset: int) -> None:
        """Follow the cards' columns, scrolled sideways by `offset` pixels."""
        self._layout, self._counts, self._offset = layout, counts, offset
        titles = ", ".join(
            f"{COLUMNS[column][1]}: {count}" for column, count in zip(layout.columns, counts, strict=True)
        )
        self.setAccessibleName(f"Columns. {titles}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint title and count of each column."""
        if self._layout is None:
            return
        painter = QPainter(self)
        painter.setFont(self._look.chip_font)
        painter.setPen(self._look.muted)
        for shown, (column, count) in enumerate(zip(self._layout.columns, self._counts, strict=True)):
            rect = QRect(
                self._layout.left(shown) - self._offset + _INSET,
                0,
                self._layout.column_width - 2 * _INSET,
                self.height(),
            )
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rect, int(middle | Qt.AlignmentFlag.AlignLeft), COLUMNS[column][1])
            painter.drawText(rect, int(middle | Qt.AlignmentFlag.AlignRight), str(count))
        painter.end()
