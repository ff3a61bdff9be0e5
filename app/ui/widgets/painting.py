"""Painting of chips and table cells in the theme's look; nothing is allocated per item but text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.theme import Theme
from app.ui.widgets.labels import chip_text
from app.ui.widgets.records import CHIPS_ROLE, FONT_ROLE, TONE_ROLE, ChipSpec

CHIP_HEIGHT = 18
CHIP_PADDING = 6
CHIP_GAP = 4
CELL_PADDING = 8
FOCUS_BAR_WIDTH = 3
ALIGNMENT_ROLE = int(Qt.ItemDataRole.TextAlignmentRole)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
CHIP_COLORS = {
    "met": ("met", "met_soft"),
    "not_met": ("not_met", "not_met_soft"),
    "waived": ("waived", "waived_soft"),
    "critical": ("critical", "critical_soft"),
    "accent": ("accent", "accent_soft"),
}
"""Text and ground of each tone; any other is neutral."""


def chip_width(theme: Theme, word: str, tone: str) -> int:
    """How wide a painted chip is, in pixels."""
    return QFontMetrics(theme.font("chip")).horizontalAdvance(chip_text(word, tone)) + 2 * CHIP_PADDING


def paint_chip(painter: QPainter, theme: Theme, left: int, top: int, word: str, tone: str) -> int:
    """Paint one chip with its corner at (left, top); returns the x where the next one may begin."""
    text_color, ground = CHIP_COLORS.get(tone, ("neutral", "neutral_soft"))
    rect = QRect(left, top, chip_width(theme, word, tone), CHIP_HEIGHT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(ground))
    radius = theme.space("chip_radius")
    painter.drawRoundedRect(rect, radius, radius)
    painter.setPen(theme.color(text_color))
    painter.setFont(theme.font("chip"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, chip_text(word, tone))
    return rect.right() + 1 + CHIP_GAP


def paint_chips(painter: QPainter, theme: Theme, area: QRect, chips: Sequence[ChipSpec]) -> None:
    """Paint chips in one line, vertically centred in `area`; what does not fit becomes '+2', and a chip alone
    is cut."""
    left, top = area.left(), area.center().y() - CHIP_HEIGHT // 2
    shown = [(word_within(theme, *chips[0], area.width()), chips[0][1])] if len(chips) == 1 else chips
    for place, (word, tone) in enumerate(shown):
        rest = len(chips) - place
        reserve = 0 if rest == 1 else chip_width(theme, f"+{rest - 1}", "neutral") + CHIP_GAP
        if left + chip_width(theme, word, tone) + reserve > area.right() + 1:
            paint_chip(painter, theme, left, top, f"+{rest}", "neutral")
            return
        left = paint_chip(painter, theme, left, top, word, tone)


def word_within(theme: Theme, word: str, tone: str, room: int) -> str:
    """As much of a chip's word as `room` pixels hold."""
    excess = chip_width(theme, word, tone) - room
    if excess <= 0:
        return word
    letters = QFontMetrics(theme.font("chip"))
    return letters.elidedText(word, Qt.TextElideMode.ElideRight, letters.horizontalAdvance(word) - excess)


class RecordDelegate(QStyledItemDelegate):
    """Paints a cell of a record table: ground, hairline, text or chips, and the focus of its row."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.hovered_row = -1
        self.current_row = -1
        self.first_column = 0
        self.framed = (-1, -1)
        """Row and column of a cell that is framed, as the one of the keyboard is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The fixed row height."""
        return QSize(0, self._theme.space("row_height"))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the cell."""
        painter.save()
        rect = option.rect
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option, index, is_selected)
        inner = rect.adjusted(CELL_PADDING, 0, -CELL_PADDING, 0)
        chips = index.data(CHIPS_ROLE)
        if chips is not None:
            painter.setClipRect(rect)
            paint_chips(painter, self._theme, inner, chips)
        else:
            self._paint_text(painter, inner, index)
        painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        is_selected: bool,
    ) -> None:
        rect, theme = option.rect, self._theme
        if is_selected:
            painter.fillRect(rect, theme.color("selection"))
        elif index.row() == self.hovered_row:
            painter.fillRect(rect, theme.color("hover"))
        painter.setPen(theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.row() == self.current_row and index.column() == self.first_column:
            painter.fillRect(rect.left(), rect.top(), FOCUS_BAR_WIDTH, rect.height(), theme.color("accent"))
        if (index.row(), index.column()) == self.framed:
            painter.setPen(theme.color("accent"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _paint_text(self, painter: QPainter, area: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        text = str(index.data() or "")
        font = self._theme.font(index.data(FONT_ROLE) or "body")
        painter.setFont(font)
        painter.setPen(self._theme.color(index.data(TONE_ROLE) or "text"))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, (index.data(ALIGNMENT_ROLE) or LEFT) | Qt.TextFlag.TextSingleLine, shown)
