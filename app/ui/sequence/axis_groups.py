"""Headings on the time axis: the stretch of a group as a bracket, so that folded groups still speak."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.sequencing.passes import Timing
from app.ui.sequence.axis_geometry import ROW_HEIGHT
from app.ui.sequence.scale import TimeScale
from app.ui.theme import Theme

_THICKNESS = 4.0
_END_HEIGHT = 9.0
_LEAST = 4.0


def paint_group_span(
    painter: QPainter, theme: Theme, scale: TimeScale, timings: list[Timing], top: float
) -> None:
    """Paint the bracket over a group's activities in the row that begins at `top`."""
    if not timings:
        return
    left = scale.x(min(timing.start for timing in timings))
    right = scale.x(max(timing.finish for timing in timings))
    width = max(_LEAST, right - left)
    color = theme.color("critical" if any(timing.is_critical for timing in timings) else "neutral")
    y = top + (ROW_HEIGHT - _END_HEIGHT) / 2
    painter.fillRect(QRectF(left, y, width, _THICKNESS), color)
    painter.fillRect(QRectF(left, y, 2, _END_HEIGHT), color)
    painter.fillRect(QRectF(left + width - 2, y, 2, _END_HEIGHT), color)
