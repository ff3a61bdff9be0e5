"""Paints a cell of the board's table: gates as signs in their colours, risk and conflicts in theirs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from app.services.board_models import GATE_SIGNS, BoardCard
from app.ui.board.card_painter import CardLook
from app.ui.board.columns import TABLE_COLUMNS
from app.ui.board.model import CARD_ROLE
from app.ui.board.tooltip import tooltip_of
from app.ui.texts import one_line

TableLook = CardLook
Index = QModelIndex | QPersistentModelIndex
_PADDING = 8
_CHIP_GAP = 10


class TableDelegate(QStyledItemDelegate):
    """Text is painted as it stands; nothing of it is markup."""

    def __init__(self, look: TableLook, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Colour risk and conflicts; the words say the same."""
        super().initStyleOption(option, index)
        card = index.data(CARD_ROLE)
        if not isinstance(card, BoardCard):
            return
        code = TABLE_COLUMNS[index.column()].code
        if code == "gates":
            option.text = ""
        colour = None
        if code == "risk":
            colour = self.look.of_risk(card.risk_level)
        elif code == "conflicts" and card.conflicts:
            colour = self.look.critical
        if colour is not None:
            option.palette.setColor(option.palette.ColorRole.Text, colour)
            option.palette.setColor(option.palette.ColorRole.HighlightedText, colour)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell, gates as a row of signs with words."""
        super().paint(painter, option, index)
        if TABLE_COLUMNS[index.column()].code != "gates":
            return
        card = index.data(CARD_ROLE)
        painter.save()
        painter.setClipRect(option.rect)
        painter.setFont(self.look.chip_font)
        metrics = painter.fontMetrics()
        x = option.rect.left() + _PADDING
        for gate in card.gates:
            text = f"{GATE_SIGNS[gate.result]} {one_line(gate.short, 24)}"
            width = metrics.horizontalAdvance(text)
            painter.setPen(self.look.of_result(gate.result))
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(QRect(x, option.rect.top(), width + 2, option.rect.height()), int(middle), text)
            x += width + _CHIP_GAP
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """The reasons of every gate, as plain text."""
        card = index.data(CARD_ROLE) if index.isValid() else None
        if event.type() == QEvent.Type.ToolTip and isinstance(card, BoardCard):
            QToolTip.showText(event.globalPos(), tooltip_of(card), view.viewport())
            return True
        return super().helpEvent(event, view, option, index)
