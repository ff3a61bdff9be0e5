"""Where bars, handles and links lie on the time axis; pure numbers, so that painting and hitting agree."""

from __future__ import annotations

from collections.abc import Sequence as Listed
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from app.sequencing.model import Link, Sequence
from app.sequencing.passes import Timing
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


@dataclass(frozen=True, slots=True)
class Places:
    """Where activities and changes stand among all rows, counted from the top.

    `rows` has the (first) row of each activity; `runs` the stretches of rows that belong to one change: its
    key, the first row, the row after the last, and whether it is the change's first stretch; `links` the
    links both of whose ends have a row, with these rows.
    """

    rows: dict[str, int]
    runs: tuple[tuple[str, int, int, bool], ...]
    links: tuple[tuple[Link, int, int], ...]


def places_of(rows: Listed[Row], sequence: Sequence) -> Places:
    """The places in a list of rows."""
    places: dict[str, int] = {}
    runs: list[tuple[str, int, int, bool]] = []
    seen: set[str] = set()
    open_key, first = None, 0
    for position, row in enumerate(rows):
        key = None
        if row.activity_id is not None:
            places.setdefault(row.activity_id, position)
            key = sequence.activity(row.activity_id).change_key
        if key != open_key:
            if open_key is not None:
                runs.append((open_key, first, position, open_key not in seen))
                seen.add(open_key)
            open_key, first = key, position
    if open_key is not None:
        runs.append((open_key, first, len(rows), open_key not in seen))
    ends = ((link, places.get(link.predecessor), places.get(link.successor)) for link in sequence.links)
    shown = tuple((link, one, other) for link, one, other in ends if one is not None and other is not None)
    return Places(places, tuple(runs), shown)


def bar_rect(editor: SequenceEditor, scale: TimeScale, activity_id: str, top: float) -> QRectF:
    """The bar of an activity in the row that begins at `top`; points in time get a diamond's square."""
    timing = editor.analysis.schedule.timings[activity_id]
    left, right = bar_ends(scale, timing)
    height = 2 * DIAMOND if timing.finish == timing.start else BAR_HEIGHT
    return QRectF(left, top + (ROW_HEIGHT - height) / 2, right - left, height)


def bar_ends(scale: TimeScale, timing: Timing) -> tuple[float, float]:
    """Where a bar begins and ends; points in time get a diamond's width, short activities a least one."""
    left = scale.x(timing.start)
    if timing.finish == timing.start:
        return left - DIAMOND, left + DIAMOND
    return left, max(left + _LEAST_BAR, scale.x(timing.finish))


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
