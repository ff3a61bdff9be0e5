"""Painting of links on the time axis: bent lines from bar to bar, an arrow at the tip.

Two thousand activities have thousands of links that cross the rows in view, so lines of one colour are drawn
together, and only those pieces of them that can be seen.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from app.sequencing.model import Link, LinkKind
from app.ui.sequence.axis_geometry import ROW_HEIGHT, bar_ends
from app.ui.sequence.axis_picture import Picture
from app.ui.sequence.editor import SequenceEditor

Bend = tuple[float, float]
_ELBOW = 8.0
_ARROW_LENGTH, _ARROW_HALF = 5.0, 3.0
_PLAIN, _CRITICAL, _CHOSEN = range(3)


def paint_links(
    painter: QPainter, editor: SequenceEditor, picture: Picture, pens: tuple[QPen, QPen, QPen]
) -> None:
    """Paint the links in view; the pens are those of links, of the critical path's, and of the selected."""
    lines: tuple[list[QLineF], ...] = ([], [], [])
    arrows: tuple[list[QPolygonF], ...] = ([], [], [])
    upper, lower = picture.ends
    for link, bends in _in_view(editor, picture):
        look = _look(editor, link)
        lines[look].extend(_seen_pieces(bends, upper, lower))
        tip = bends[-1]
        if upper - _ARROW_HALF <= tip[1] <= lower + _ARROW_HALF:
            arrows[look].append(_arrow(tip, -1 if link.kind.is_to_finish else 1))
    for pen, pieces, tips in zip(pens, lines, arrows, strict=True):
        painter.setPen(pen)
        painter.setBrush(pen.color())
        painter.drawLines(pieces)
        for tip_shape in tips:
            painter.drawPolygon(tip_shape)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _look(editor: SequenceEditor, link: Link) -> int:
    selected, critical = editor.selected, editor.analysis.critical
    if link.predecessor in selected or link.successor in selected:
        return _CHOSEN
    is_critical = link.predecessor in critical and link.successor in critical
    return _CRITICAL if is_critical else _PLAIN


def _in_view(editor: SequenceEditor, picture: Picture) -> Iterator[tuple[Link, list[Bend]]]:
    """The links that cross what is painted, each with the points at which it bends."""
    timings, scale, top = editor.analysis.schedule.timings, picture.scale, picture.first_top
    first, last = ((end - top) / ROW_HEIGHT for end in picture.ends)
    middle = top + ROW_HEIGHT / 2
    for link, row, other_row in picture.places.links:
        if (row + 1 <= first and other_row + 1 <= first) or (row >= last and other_row >= last):
            continue
        one = bar_ends(scale, timings[link.predecessor])
        other = bar_ends(scale, timings[link.successor])
        if max(one[1], other[1]) < -_ELBOW or min(one[0], other[0]) > picture.width + _ELBOW:
            continue
        begin = one[1] if link.kind.is_from_finish else one[0], middle + row * ROW_HEIGHT
        end = other[1] if link.kind.is_to_finish else other[0], middle + other_row * ROW_HEIGHT
        yield link, bends_of(link.kind, begin, end)


def bends_of(kind: LinkKind, begin: Bend, end: Bend) -> list[Bend]:
    """The way of a link from `begin` to `end` in level and upright pieces, clear of the bars at both ends."""
    out = begin[0] + (_ELBOW if kind.is_from_finish else -_ELBOW)
    into = end[0] + (_ELBOW if kind.is_to_finish else -_ELBOW)
    if kind is LinkKind.START_START:
        bend: float | None = min(out, into)
    elif kind is LinkKind.FINISH_FINISH:
        bend = max(out, into)
    else:
        bend = out if kind is LinkKind.FINISH_START and into >= out else None
    if bend is not None:
        return [begin, (bend, begin[1]), (bend, end[1]), end]
    halfway = (begin[1] + end[1]) / 2
    return [begin, (out, begin[1]), (out, halfway), (into, halfway), (into, end[1]), end]


def _seen_pieces(bends: list[Bend], upper: float, lower: float) -> Iterator[QLineF]:
    x, y = bends[0]
    for next_x, next_y in bends[1:]:
        if max(y, next_y) >= upper - 1 and min(y, next_y) <= lower + 1:
            yield QLineF(x, y, next_x, next_y)
        x, y = next_x, next_y


def _arrow(tip: Bend, way: int) -> QPolygonF:
    x, y = tip
    back = x - _ARROW_LENGTH * way
    return QPolygonF([QPointF(x, y), QPointF(back, y - _ARROW_HALF), QPointF(back, y + _ARROW_HALF)])
