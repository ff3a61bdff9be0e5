"""Paints the boxes of calendar entries: windows with load, checkpoints, meetings, freezes and bookings."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.ui.calendar.entries import Entry, EntryKind
from app.ui.calendar.geometry import Box, Shape
from app.ui.calendar.spans import day_words
from app.ui.theme import Theme
from app.ui.widgets import paint_load

EDGE = 3
PAD = 7
RADIUS = 3
BAR_HEIGHT = 4
SIGN = 9
HATCH_STEP = 9
NARROW = 130
"""Below this width of a line, in pixels, figures are written without spaces."""
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_CENTER = int(Qt.AlignmentFlag.AlignCenter)


class EntryPainter:
    """Paints one box at a time in the colours of the theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._hatch = QPen()
        self.redraw()

    def redraw(self) -> None:
        """Take over the theme's colours."""
        self._hatch = QPen(self._theme.color("hatch"), 3)

    def hatch(self, painter: QPainter, rect: QRect, anchor: int = 0) -> None:
        """Hatch a rectangle; lines of rectangles side by side meet."""
        painter.save()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._hatch)
        first = (rect.left() + rect.top() + anchor) // HATCH_STEP * HATCH_STEP - anchor
        for offset in range(first, rect.right() + rect.bottom() + HATCH_STEP, HATCH_STEP):
            painter.drawLine(offset - rect.top(), rect.top(), offset - rect.bottom() - 1, rect.bottom() + 1)
        painter.restore()

    def paint(self, painter: QPainter, box: Box, entry: Entry, *, is_chosen: bool, has_focus: bool) -> None:
        """Paint one entry's box."""
        rect = box.rect
        painter.save()
        if entry.kind is EntryKind.WINDOW:
            self._window(painter, box, entry, is_chosen)
        elif box.shape is Shape.STRIP:
            painter.fillRect(rect, self._tone(entry))
        elif entry.is_long:
            self._bar(painter, box, entry, is_chosen)
        elif box.shape is Shape.SIGN:
            self._sign(painter, QRectF(rect), entry)
        else:
            self._line(painter, rect, entry, is_chosen)
        if is_chosen:
            self._frame(painter, rect, has_focus)
        painter.restore()

    def _window(self, painter: QPainter, box: Box, entry: Entry, is_chosen: bool) -> None:
        theme, rect = self._theme, box.rect
        ground = "selection" if is_chosen else ("neutral_soft" if entry.is_muted else "accent_soft")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if box.is_first:
            edge = "faint" if entry.is_muted else "accent"
            painter.fillRect(rect.left(), rect.top(), EDGE, rect.height(), theme.color(edge))
        if box.shape is Shape.DAY:
            self._day(painter, rect, entry)
            return
        inner = rect.adjusted(EDGE + PAD, 3, -PAD, -3)
        if box.shape is Shape.STAMP:
            self._stamp(painter, inner, entry)
            return
        self._head(painter, QRect(inner.left(), inner.top(), inner.width(), 18), entry, box.is_first)
        if box.shape is Shape.COMPACT or inner.height() < 30:
            return
        bar = QRectF(inner.left(), inner.top() + 20, inner.width(), BAR_HEIGHT)
        paint_load(painter, theme, bar, entry.parts, entry.capacity)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("muted"))
        rows = QRect(inner.left(), inner.top() + 27, inner.width(), inner.height() - 27)
        if box.shape is Shape.BLOCK and rows.height() > 34:
            flags = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
            painter.drawText(rows, flags, entry.status)
        elif rows.height() >= 12:
            painter.drawText(rows, _LEFT, self._fitted(painter, entry.status, rows.width()))

    def _head(self, painter: QPainter, line: QRect, entry: Entry, is_first: bool) -> None:
        theme = self._theme
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("muted" if entry.is_muted else "text"))
        words = entry.figure if line.width() > NARROW else entry.figure.replace(" ", "")
        figure = painter.fontMetrics().horizontalAdvance(words) + PAD
        has_room = line.width() > figure + 36
        if has_room:
            painter.drawText(line, _RIGHT, words)
        font = theme.font("small_strong")
        painter.setFont(font)
        words = self._fitted(
            painter,
            f"{entry.time_text if is_first else '…'} {entry.label}",
            line.width() - (figure if has_room else 0),
        )
        painter.drawText(line, _LEFT, words)
        if entry.is_struck:
            y = line.center().y() + 1
            painter.drawLine(line.left(), y, line.left() + painter.fontMetrics().horizontalAdvance(words), y)

    def _stamp(self, painter: QPainter, inner: QRect, entry: Entry) -> None:
        theme = self._theme
        painter.setClipRect(inner.adjusted(-4, -2, 4, 2))
        painter.setPen(theme.color("muted" if entry.is_muted else "text"))
        painter.setFont(theme.font("small_strong"))
        day = day_words(entry.first_day)
        if painter.fontMetrics().horizontalAdvance(day) > inner.width():
            day = str(entry.first_day.day)
        painter.drawText(QRect(inner.left(), inner.top(), inner.width(), 17), _LEFT, day)
        painter.setFont(theme.font("small"))
        figure = entry.figure
        if painter.fontMetrics().horizontalAdvance(figure) > inner.width():
            figure = figure.replace(" ", "")
        painter.drawText(QRect(inner.left(), inner.top() + 17, inner.width(), 17), _LEFT, figure)
        bar = QRectF(inner.left(), inner.top() + 40, inner.width(), BAR_HEIGHT)
        paint_load(painter, theme, bar, entry.parts, entry.capacity)

    def _day(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        theme = self._theme
        painter.setFont(theme.font("small_strong"))
        painter.setPen(theme.color("muted" if entry.is_muted else "text"))
        painter.drawText(rect.adjusted(0, 0, 0, -6), _CENTER, str(entry.first_day.day))
        bar = QRectF(rect.left() + 6, rect.bottom() - 6, max(rect.width() - 11, 2), BAR_HEIGHT)
        paint_load(painter, theme, bar, entry.parts, entry.capacity)

    def _bar(self, painter: QPainter, box: Box, entry: Entry, is_chosen: bool) -> None:
        theme, rect = self._theme, box.rect
        is_freeze = entry.kind is EntryKind.FREEZE
        ground = "selection" if is_chosen else ("neutral_soft" if is_freeze else "waived_soft")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if is_freeze:
            self.hatch(painter, rect)
        painter.setFont(theme.font("small_strong" if is_freeze else "small"))
        painter.setPen(theme.color("neutral" if is_freeze else "waived"))
        inner = rect.adjusted(PAD, 0, -PAD, 0)
        words = entry.label if box.is_first else f"… {entry.label}"
        words = f"{words} {entry.figure}" if is_freeze else words
        if is_freeze:
            width = min(painter.fontMetrics().horizontalAdvance(words) + 8, inner.width() + 8)
            painter.fillRect(inner.left() - 4, rect.top(), width, rect.height(), theme.color(ground))
        text = self._fitted(painter, words, inner.width() - (0 if box.is_last else 14))
        painter.drawText(inner, _LEFT, text)
        if not box.is_last:
            painter.drawText(inner, _RIGHT, "→")

    def _line(self, painter: QPainter, rect: QRect, entry: Entry, is_chosen: bool) -> None:
        theme = self._theme
        if is_chosen:
            painter.fillRect(rect, theme.color("selection"))
        is_cutoff = entry.kind is EntryKind.CUTOFF
        sign = QRectF(rect.left() + 1, rect.top() + (min(rect.height(), 17) - SIGN) / 2, SIGN, SIGN)
        self._sign(painter, sign, entry)
        painter.setFont(theme.font("small_strong" if is_cutoff else "small"))
        painter.setPen(theme.color("text" if is_cutoff and not entry.is_muted else "muted"))
        words = rect.adjusted(SIGN + 6, 0, 0, -(rect.height() - 17) if rect.height() > 17 else 0)
        painter.drawText(
            words, _LEFT, self._fitted(painter, f"{entry.time_text} {entry.label}", words.width())
        )

    def _sign(self, painter: QPainter, area: QRectF, entry: Entry) -> None:
        middle, half = area.center(), min(area.width(), area.height()) / 2
        diamond = QPolygonF(
            [
                QPointF(middle.x(), middle.y() - half),
                QPointF(middle.x() + half, middle.y()),
                QPointF(middle.x(), middle.y() + half),
                QPointF(middle.x() - half, middle.y()),
            ]
        )
        color = self._theme.color("faint" if entry.is_muted else "accent")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_filled = entry.kind is EntryKind.CUTOFF
        painter.setPen(self._theme.color("muted") if not is_filled else color)
        painter.setBrush(color if is_filled else Qt.BrushStyle.NoBrush)
        painter.drawPolygon(diamond)

    def _frame(self, painter: QPainter, rect: QRect, has_focus: bool) -> None:
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("accent" if has_focus else "accent_line"), 2))
        painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), RADIUS, RADIUS)

    def _tone(self, entry: Entry) -> QColor:
        return self._theme.color("line_strong" if entry.kind is EntryKind.FREEZE else "waived")

    @staticmethod
    def _fitted(painter: QPainter, words: str, width: int) -> str:
        return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(width, 0))
