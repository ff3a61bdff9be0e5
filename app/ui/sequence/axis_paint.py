"""Painting of the time axis: hours, window bounds, bars with slack, links and points of no return."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from app.sequencing.model import Activity, ActivityState, Phase
from app.sequencing.stretch import group_timings
from app.ui.sequence.axis_geometry import (
    BAR_HEIGHT,
    KNOB_RADIUS,
    ROW_HEIGHT,
    bar_rect,
    knob_center,
)
from app.ui.sequence.axis_groups import paint_group_span
from app.ui.sequence.axis_links import paint_links
from app.ui.sequence.axis_picture import Picture
from app.ui.sequence.editor import SequenceEditor
from app.ui.theme import Theme

_RADIUS = 3.0
_LABEL_MARGIN = 6
_MOST_LABEL = 60


class AxisPainter:
    """Paints a picture in the colours of the theme; pens and brushes are made once a theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        color = theme.color
        self._line = QPen(color("line"), 1)
        self._slack = QPen(color("slack"), 2)
        self._link_pens = (
            QPen(color("line_strong"), 1),
            QPen(color("critical"), 1.4),
            QPen(color("accent"), 1.6),
        )
        self._rubber = QPen(color("accent"), 1.6, Qt.PenStyle.DashLine)
        self._no_return = QPen(color("not_met"), 1.4, Qt.PenStyle.DashLine)
        self._now = QPen(color("met"), 1.6)
        self._focus = QPen(color("accent"), 2)
        self._text = QPen(color("text"))
        self._muted = QPen(color("muted"))
        self._inside = QPen(color("on_accent"))
        self._dormant = QPen(color("muted"), 1, Qt.PenStyle.DashLine)
        self._hatch = QBrush(color("hatch"), Qt.BrushStyle.BDiagPattern)

    def paint(self, painter: QPainter, editor: SequenceEditor, picture: Picture) -> None:
        """Paint everything below the hours."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._background(painter, editor, picture)
        paint_links(painter, editor, picture, self._link_pens)
        painter.setFont(self._theme.font("chip"))
        for row, top in picture.rows:
            if row.activity_id is not None:
                self._activity(painter, editor, picture, row.activity_id, top)
            elif row.members:
                timings = group_timings(editor.sequence, editor.analysis.schedule, row.members)
                paint_group_span(painter, self._theme, picture.scale, timings, top)
        self._points_of_no_return(painter, editor, picture)
        if picture.now_minute is not None:
            x = picture.scale.x(picture.now_minute)
            upper, lower = picture.ends
            painter.setPen(self._now)
            painter.drawLine(QLineF(x, upper, x, lower))
        if picture.rubber_line is not None:
            painter.setPen(self._rubber)
            painter.drawLine(picture.rubber_line)

    def _background(self, painter: QPainter, editor: SequenceEditor, picture: Picture) -> None:
        scale, color = picture.scale, self._theme.color
        for row, top in picture.rows:
            if row.activity_id is None:
                painter.fillRect(QRectF(0, top, picture.width, ROW_HEIGHT), color("background"))
            elif row.activity_id in editor.selected:
                painter.fillRect(QRectF(0, top, picture.width, ROW_HEIGHT), color("selection"))
        upper, lower = picture.ends
        start, end = scale.x(0), scale.x(editor.sequence.window_minutes)
        for left, right in ((0.0, start), (end, picture.width)):
            if right > left:
                painter.fillRect(QRectF(left, upper, right - left, lower - upper), self._hatch)
        painter.setPen(self._line)
        for minute in scale.ticks(picture.width, clock_offset(editor)):
            x = round(scale.x(minute)) + 0.5
            painter.drawLine(QLineF(x, upper, x, lower))
        for _, top in picture.rows:
            y = top + ROW_HEIGHT - 0.5
            painter.drawLine(QLineF(0, y, picture.width, y))
        painter.setPen(QPen(color("line_strong"), 1.5))
        for x in (start, end):
            painter.drawLine(QLineF(x, upper, x, lower))

    def _activity(
        self, painter: QPainter, editor: SequenceEditor, picture: Picture, activity_id: str, top: float
    ) -> None:
        activity = editor.sequence.activity(activity_id)
        timing = editor.analysis.schedule.timings[activity_id]
        bar = bar_rect(editor, picture.scale, activity_id, top)
        if bar.right() < -200 or bar.left() > picture.width + 20:
            return
        middle = bar.center().y()
        is_dormant = activity.phase is Phase.ROLLBACK and activity.state is ActivityState.PLANNED
        slack_end = picture.scale.x(timing.finish + max(0, timing.total_slack))
        if timing.total_slack > 0 and not is_dormant:
            painter.setPen(self._slack)
            painter.drawLine(QLineF(bar.right(), middle, slack_end, middle))
        fill = self._fill(activity, timing.is_critical)
        painter.setPen(self._dormant if is_dormant else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if is_dormant else fill)
        if timing.finish == timing.start:
            painter.setBrush(self._theme.color("text"))
            painter.drawPolygon(_diamond(bar))
        else:
            painter.drawRoundedRect(bar, _RADIUS, _RADIUS)
        if activity_id in editor.selected and picture.has_focus:
            painter.setPen(self._focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(bar.adjusted(-2.5, -2.5, 2.5, 2.5), _RADIUS + 2, _RADIUS + 2)
        self._label(painter, editor, activity, bar, is_dormant)
        if picture.hovered == activity_id and not editor.is_read_only:
            painter.setPen(QPen(self._theme.color("accent"), 1.5))
            painter.setBrush(self._theme.color("surface"))
            painter.drawEllipse(knob_center(bar), KNOB_RADIUS, KNOB_RADIUS)

    def _label(
        self,
        painter: QPainter,
        editor: SequenceEditor,
        activity: Activity,
        bar: QRectF,
        is_dormant: bool,
    ) -> None:
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        if editor.conflicts_of(activity.id):
            painter.setPen(QPen(self._theme.color("critical")))
            place = QRectF(bar.left() - 16, bar.top() - 2, 14, BAR_HEIGHT + 4)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), "▲")
        words = editor.names.players(activity)[:_MOST_LABEL]
        if not words:
            return
        needed = painter.fontMetrics().horizontalAdvance(words) + 2 * _LABEL_MARGIN
        if needed <= bar.width() and not is_dormant:
            painter.setPen(self._text if activity.state is ActivityState.SKIPPED else self._inside)
            painter.drawText(bar.adjusted(_LABEL_MARGIN, 0, 0, 0), flags, words)
            return
        painter.setPen(self._muted)
        place = QRectF(bar.right() + _LABEL_MARGIN + 6, bar.top() - 3, needed + 4, bar.height() + 6)
        painter.fillRect(place.adjusted(-4, 3, -2 * _LABEL_MARGIN, -3), self._theme.color("surface"))
        painter.drawText(place, flags, words)  # on the surface: a line of slack would strike it through

    def _fill(self, activity: Activity, is_critical: bool) -> QColor:
        color = self._theme.color
        if activity.state is ActivityState.DONE:
            return color("met")
        if activity.state in (ActivityState.FAILED, ActivityState.ROLLED_BACK):
            return color("not_met")
        if activity.state is ActivityState.SKIPPED:
            return color("line_strong")
        return color("critical") if is_critical else color("accent")

    def _points_of_no_return(self, painter: QPainter, editor: SequenceEditor, picture: Picture) -> None:
        upper, lower = picture.ends
        points = editor.analysis.points_of_no_return
        for key, first, after, is_first in picture.places.runs:
            top, bottom = (picture.first_top + row * ROW_HEIGHT for row in (first, after))
            point = points.get(key)
            if point is None or bottom <= upper or top >= lower:
                continue
            x = picture.scale.x(point.minute)
            painter.setPen(self._no_return)
            painter.drawLine(QLineF(x, top, x, bottom))
            if is_first:
                words = f"no return {editor.view.surroundings.describe(point.minute)}"
                needed = painter.fontMetrics().horizontalAdvance(words) + 8
                left = x + 4 if x + needed < picture.width else x - needed + 4
                painter.drawText(QPointF(left, top + 11), words)


def clock_offset(editor: SequenceEditor) -> int:
    """The minute of the day at which the window starts, so that ticks stand on full local hours."""
    start = editor.clock.local(0)
    return start.hour * 60 + start.minute


def _diamond(square: QRectF) -> QPolygonF:
    middle = square.center()
    return QPolygonF(
        [
            QPointF(middle.x(), square.top()),
            QPointF(square.right(), middle.y()),
            QPointF(middle.x(), square.bottom()),
            QPointF(square.left(), middle.y()),
        ]
    )
