"""The chance to finish on the time axis: a band from P50 to P95 with the 80th percentile marked."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.sequencing.chance.outcome import Chance
from app.ui.sequence.scale import TimeScale
from app.ui.theme import Theme

_BAND_ALPHA = 34
_LEAST_WIDTH = 3.0
CHANCE_FOOT = 22
"""The height of the words' tag at the foot of the axis, in pixels."""
_PADDING = 6
_TAG_RADIUS = 3.0


def paint_chance(
    painter: QPainter, theme: Theme, scale: TimeScale, chance: Chance, words: str, width: float, height: float
) -> None:
    """Paint the band over the rows of a view of this size, `words` at its foot beside it."""
    left, middle, right = (
        scale.x(minute) for minute in (chance.finish_p50, chance.finish_p80, chance.finish_p95)
    )
    right = max(right, left + _LEAST_WIDTH)
    if right < 0 or left > width:
        return
    fill = QColor(theme.color("waived"))
    fill.setAlpha(_BAND_ALPHA)
    painter.fillRect(QRectF(left, 0, right - left, height), fill)
    edge = theme.color("waived")
    painter.setPen(QPen(edge, 1, Qt.PenStyle.DotLine))
    painter.drawLine(QLineF(left, 0, left, height))
    painter.drawLine(QLineF(right, 0, right, height))
    painter.setPen(QPen(edge, 1.6))
    painter.drawLine(QLineF(middle, 0, middle, height))
    _paint_tag(painter, theme, words, left, right, width, height)


def _paint_tag(
    painter: QPainter, theme: Theme, words: str, left: float, right: float, width: float, height: float
) -> None:
    """The percentiles in words at the foot, right of the band where there is room, else left of it."""
    painter.setFont(theme.font("chip"))
    needed = painter.fontMetrics().horizontalAdvance(words) + 2 * _PADDING
    x = right + _PADDING if right + _PADDING + needed <= width else left - _PADDING - needed
    tag = QRectF(max(0.0, x), height - CHANCE_FOOT - 2, needed, CHANCE_FOOT - 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("waived_soft"))
    painter.drawRoundedRect(tag, _TAG_RADIUS, _TAG_RADIUS)
    painter.setPen(QPen(theme.color("waived")))
    painter.drawText(tag, int(Qt.AlignmentFlag.AlignCenter), words)
