"""The suggestion on the time axis: where bars would go, drawn as ghosts with a line from where they are."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.sequencing.suggesting.proposal import ProposedChange
from app.ui.sequence.axis_geometry import BAR_HEIGHT, ROW_HEIGHT
from app.ui.sequence.axis_picture import Picture
from app.ui.theme import Theme

_FILL_ALPHA = 60
_LEAST_WIDTH = 4.0
_ARROW = 4.0


def paint_ghosts(
    painter: QPainter,
    theme: Theme,
    picture: Picture,
    changes: dict[str, ProposedChange],
    chosen: frozenset[str],
) -> None:
    """Paint the ghosts of the visible rows; those left out of the choice are paler."""
    edge, fill = theme.color("accent"), QColor(theme.color("accent"))
    fill.setAlpha(_FILL_ALPHA)
    taken = QPen(edge, 1.4, Qt.PenStyle.DashLine)
    left_out = QPen(theme.color("muted"), 1, Qt.PenStyle.DotLine)
    for row, top in picture.rows:
        change = changes.get(row.activity_id or "")
        if change is None or not change.minutes:
            continue
        is_chosen = change.activity_id in chosen
        painter.setPen(taken if is_chosen else left_out)
        painter.setBrush(fill if is_chosen else Qt.BrushStyle.NoBrush)
        left = picture.scale.x(change.start_after)
        width = max(_LEAST_WIDTH, picture.scale.x(change.start_after + change.duration_minutes) - left)
        middle = top + ROW_HEIGHT / 2
        ghost = QRectF(left, middle - BAR_HEIGHT / 2 - 2, width, BAR_HEIGHT + 4)
        painter.drawRoundedRect(ghost, 4, 4)
        painter.setPen(QPen(edge if is_chosen else theme.color("muted"), 1))
        _arrow(painter, picture.scale.x(change.start_before), left, top + ROW_HEIGHT - 3)


def _arrow(painter: QPainter, begin: float, end: float, y: float) -> None:
    """A thin arrow below the bar from the old start to the new one."""
    way = 1 if end > begin else -1
    painter.drawLine(QLineF(begin, y, end, y))
    painter.drawLine(QLineF(QPointF(end, y), QPointF(end - _ARROW * way, y - _ARROW / 2)))
    painter.drawLine(QLineF(QPointF(end, y), QPointF(end - _ARROW * way, y + _ARROW / 2)))
