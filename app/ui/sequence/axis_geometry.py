"""Where bars, handles and links lie on the time axis; pure numbers, so that painting and hitting agree."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from app.ui.sequence.editor import SequenceEditor
from app.ui.sequence.rows import Row
from app.ui.sequence.scale import TimeScale

ROW_HEIGHT = 28
BAR_HEIGHT = 14
EDGE_PIXELS = 5
KNOB_RADIUS = 4.0
KNOB_GAP = 7.0
DIAMOND = 7.0
_LEAST_BAR = 3.0


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under a point: an activity and which part of it ("bar", "edge" or "knob")."""

    activity_id: str
    part: str


def bar_rect(editor: SequenceEditor, scale: TimeScale, activity_id: str, top: float) -> QRectF:
    """The bar of an activity in the row that begins at `top`; points in time get a diamond's square."""
    timing = editor.analysis.schedule.timings[activity_id]
    middle = top + ROW_HEIGHT / 2
    left = scale.x(timing.start)
    if timing.finish == timing.start:
        return QRectF(left - DIAMOND, middle - DIAMOND, 2 * DIAMOND, 2 * DIAMOND)
    width = max(_LEAST_BAR, scale.x(timing.finish) - left)
    return QRectF(left, middle - BAR_HEIGHT / 2, width, BAR_HEIGHT)


def knob_center(bar: QRectF) -> QPointF:
    """Where the handle for drawing links hangs."""
    return QPointF(bar.right() + KNOB_GAP, bar.center().y())


def hit_row(
    editor: SequenceEditor, scale: TimeScale, row: Row | None, top: float, point: QPointF
) -> Hit | None:
    """What of an activity's row lies under a point."""
    if row is None or row.activity_id is None:
        return None
    bar = bar_rect(editor, scale, row.activity_id, top)
    knob = knob_center(bar)
    if abs(point.x() - knob.x()) <= KNOB_RADIUS + 2 and abs(point.y() - knob.y()) <= KNOB_RADIUS + 3:
        return Hit(row.activity_id, "knob")
    timing = editor.analysis.schedule.timings[row.activity_id]
    if timing.finish > timing.start and abs(point.x() - bar.right()) <= EDGE_PIXELS:
        return Hit(row.activity_id, "edge")
    if bar.adjusted(-2, -4, 2, 4).contains(point):
        return Hit(row.activity_id, "bar")
    return None
