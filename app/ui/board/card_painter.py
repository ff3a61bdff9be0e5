"""Paints one card of the board into a pixmap, and keeps the pixmaps of the cards painted last."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from app.domain.gates import GateResult
from app.services.board_models import BoardCard
from app.ui.board.card_text import (
    CHIP_HEIGHT,
    LINE,
    PADDING,
    ROW_GAP,
    SMALL_LINE,
    CardFitter,
    CardWords,
)
from app.ui.board.columns import minutes_text
from app.ui.texts import one_line

RADIUS = 6.0
CHIP_RADIUS = 4.0
_MOST_PIXMAPS = 600
_WASH = 0.12
_SELECTED_WASH = 0.10


@dataclass(frozen=True)
class CardLook:
    """Colours and fonts of cards, taken from the theme."""

    surface: QColor
    line: QColor
    text: QColor
    muted: QColor
    accent: QColor
    met: QColor
    not_met: QColor
    waived: QColor
    critical: QColor
    title_font: QFont
    small_font: QFont
    chip_font: QFont

    def of_result(self, result: GateResult) -> QColor:
        """The colour of a gate's result."""
        return {
            GateResult.MET: self.met,
            GateResult.NOT_MET: self.not_met,
            GateResult.WAIVED: self.waived,
            GateResult.NOT_EVALUATED: self.muted,
        }[result]

    def of_risk(self, level: str) -> QColor:
        """The colour of a risk level; its word says the same."""
        named = {"High": self.not_met, "Very high": self.not_met, "Critical": self.not_met}
        return named.get(level, self.waived if level == "Medium" else self.muted)

    def washed(self, colour: QColor, strength: float = _WASH) -> QColor:
        """A tint of a colour over the surface."""
        base = self.surface
        return QColor.fromRgbF(
            base.redF() + (colour.redF() - base.redF()) * strength,
            base.greenF() + (colour.greenF() - base.greenF()) * strength,
            base.blueF() + (colour.blueF() - base.blueF()) * strength,
        )


class CardPainter:
    """Paints cards; the same card at the same width is painted once and then copied."""

    def __init__(self, look: CardLook) -> None:
        self.look = look
        self.fitter = CardFitter(look.title_font, look.small_font, look.chip_font)
        self._pixmaps: OrderedDict[tuple[BoardCard, int, bool, bool, float], QPixmap] = OrderedDict()
        self._washes = {result: look.washed(look.of_result(result)) for result in GateResult}
        self._metrics = QFontMetrics(look.small_font)

    def pixmap(
        self, card: BoardCard, width: int, is_selected: bool, is_current: bool, ratio: float
    ) -> QPixmap:
        """The card as it looks at this width and device pixel ratio."""
        key = (card, width, is_selected, is_current, ratio)
        pixmap = self._pixmaps.get(key)
        if pixmap is not None:
            self._pixmaps.move_to_end(key)
            return pixmap
        words = self.fitter.fit(card, width)
        pixmap = QPixmap(round(width * ratio), round(words.height * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, card, words, QRect(0, 0, width, words.height), is_selected, is_current)
        painter.end()
        self._pixmaps[key] = pixmap
        if len(self._pixmaps) > _MOST_PIXMAPS:
            self._pixmaps.popitem(last=False)
        return pixmap

    def _paint(
        self,
        painter: QPainter,
        card: BoardCard,
        words: CardWords,
        rect: QRect,
        is_selected: bool,
        is_current: bool,
    ) -> None:
        look = self.look
        fill = look.washed(look.accent, _SELECTED_WASH) if is_selected else look.surface
        outline = look.accent if is_selected or is_current else look.line
        painter.setPen(QPen(outline, 2.0 if is_current else 1.0))
        painter.setBrush(fill)
        inset = 1.0 if is_current else 0.5
        painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        x, width = PADDING, rect.width() - 2 * PADDING
        y = self._head(painter, card, x, PADDING, width)
        painter.setFont(look.title_font)
        painter.setPen(look.text)
        for line in words.title:
            painter.drawText(QRect(x, y, width, LINE), _reading_side(line), line)
            y += LINE
        y = self._chips(painter, words, x, y + ROW_GAP)
        painter.setFont(look.small_font)
        if words.conflicts:
            painter.setPen(look.critical)
            for line in words.conflicts:
                painter.drawText(QRect(x, y, width, SMALL_LINE), _reading_side(line), line)
                y += SMALL_LINE
            y += ROW_GAP
        self._foot(painter, card, x, y, width)

    def _head(self, painter: QPainter, card: BoardCard, x: int, y: int, width: int) -> int:
        look = self.look
        row = QRect(x, y, width, SMALL_LINE)
        painter.setFont(look.chip_font)
        painter.setPen(look.of_risk(card.risk_level))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(row, int(right), card.risk_level)
        used = QFontMetrics(look.chip_font).horizontalAdvance(card.risk_level) + PADDING
        painter.setFont(look.small_font)
        painter.setPen(look.muted)
        key = one_line(card.key, 80) + (" · emergency" if card.change_class == "emergency" else "")
        elided = self._metrics.elidedText(key, Qt.TextElideMode.ElideRight, width - used)
        painter.drawText(row, _reading_side(""), elided)
        return y + SMALL_LINE + ROW_GAP

    def _chips(self, painter: QPainter, words: CardWords, x: int, y: int) -> int:
        painter.setFont(self.look.chip_font)
        for placed in words.chips:
            top = y + placed.row * (CHIP_HEIGHT + ROW_GAP)
            rect = QRect(x + placed.x, top, placed.width, CHIP_HEIGHT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._washes[placed.result])
            painter.drawRoundedRect(QRectF(rect), CHIP_RADIUS, CHIP_RADIUS)
            painter.setPen(self.look.of_result(placed.result))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), placed.text)
        return y + words.chip_rows * (CHIP_HEIGHT + ROW_GAP)

    def _foot(self, painter: QPainter, card: BoardCard, x: int, y: int, width: int) -> None:
        painter.setPen(self.look.muted)
        minutes = minutes_text(card.minutes)
        row = QRect(x, y, width, SMALL_LINE)
        painter.drawText(row, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), minutes)
        free = width - self._metrics.horizontalAdvance(minutes) - PADDING
        who = " · ".join(part for part in (one_line(card.team, 80), one_line(card.owner, 80)) if part)
        text = self._metrics.elidedText(who or "No owner", Qt.TextElideMode.ElideRight, free)
        painter.drawText(row, _reading_side(""), text)


def _reading_side(text: str) -> int:
    """Alignment at the side where the text's own script begins."""
    side = Qt.AlignmentFlag.AlignRight if text and text_is_right_to_left(text) else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)


def text_is_right_to_left(text: str) -> bool:
    """Whether the first strong letter is of a right-to-left script."""
    from unicodedata import bidirectional

    for letter in text:
        direction = bidirectional(letter)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False
