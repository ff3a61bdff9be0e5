"""Paints what lies above the calendar's entries: ghosts of what is placed, drop targets, and why not."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen

from app.ui.calendar.canvas import CalendarCanvas
from app.ui.calendar.geometry import PageLayout
from app.ui.calendar.model import CalendarModel
from app.ui.calendar.placing import Placing
from app.ui.calendar.spans import SpanKind

BUBBLE_WIDTH = 300


class OverlaidCanvas(CalendarCanvas):
    """A canvas that paints the state of moving and dropping, which the view that people touch keeps."""

    _placing: Placing | None
    _ranged: tuple[date, int | None, int | None] | None
    _drop_window: int | None
    _drop_words: str
    _nearest_window: int | None

    # -- painting ----------------------------------------------------------------------------------

    def paint_over(self, painter: QPainter, layout: PageLayout) -> None:
        """Paint the ghost of what is placed, the window a drop goes to, and why it may not."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._placing is not None:
            self._paint_placing(painter, layout, self._placing)
        if self._ranged is not None and self.span.kind is SpanKind.WEEK:
            self._paint_range(painter, layout)
        if self._drop_window is not None:
            self._paint_drop(painter, layout)

    def _paint_placing(self, painter: QPainter, layout: PageLayout, placing: Placing) -> None:
        tone = "accent" if placing.is_legal else "not_met"
        rects = self.page.ghost(layout, placing.starts, placing.ends)
        self._paint_ghost(painter, rects, tone, dashed=False)
        legal = placing.judgement.legal_start
        if legal is not None:
            length = placing.ends - placing.starts
            self._paint_ghost(painter, self.page.ghost(layout, legal, legal + length), "met", dashed=True)
        if rects:
            self._paint_bubble(painter, rects[0], placing.words(), tone)

    def _paint_range(self, painter: QPainter, layout: PageLayout) -> None:
        assert self._ranged is not None
        day, first, last = self._ranged
        midnight = datetime.combine(day, datetime.min.time())
        starts, ends = sorted(midnight + timedelta(minutes=one or 0) for one in (first, last))
        self._paint_ghost(painter, self.page.ghost(layout, starts, ends), "accent", dashed=True)

    def _paint_drop(self, painter: QPainter, layout: PageLayout) -> None:
        tone = "not_met" if self._drop_words else "accent"
        rects = self._rects_of_window(layout, self._drop_window)
        self._paint_ghost(painter, rects, tone, dashed=False)
        if self._nearest_window is not None:
            self._paint_ghost(
                painter, self._rects_of_window(layout, self._nearest_window), "met", dashed=True
            )
        if rects and self._drop_words:
            self._paint_bubble(painter, rects[0], self._drop_words, tone)

    def _rects_of_window(self, layout: PageLayout, window_id: int | None) -> list[QRect]:
        model = self.model()
        assert isinstance(model, CalendarModel)
        row = model.row_of(("window", window_id or 0))
        return [box.rect for box in layout.by_row.get(row, ())]

    def _paint_ghost(self, painter: QPainter, rects: list[QRect], tone: str, *, dashed: bool) -> None:
        pen = QPen(self.theme.color(tone), 2, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in rects:
            painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), 4, 4)

    def _paint_bubble(self, painter: QPainter, beside: QRect, words: str, tone: str) -> None:
        painter.setFont(self.theme.font("small"))
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        measured = painter.fontMetrics().boundingRect(QRect(0, 0, BUBBLE_WIDTH - 20, 400), flags, words)
        bubble = QRect(0, 0, BUBBLE_WIDTH, measured.height() + 14)
        shown = self._visible_content()
        below = beside.bottom() + 8
        is_above = below + bubble.height() > shown.bottom()
        bubble.moveTo(
            min(max(beside.left(), 4), max(shown.right() - BUBBLE_WIDTH - 4, 4)),
            beside.top() - bubble.height() - 8 if is_above else below,
        )
        painter.setPen(QPen(self.theme.color(tone), 1))
        painter.setBrush(self.theme.color("raised"))
        painter.drawRoundedRect(bubble, 6, 6)
        painter.setPen(self.theme.color("text" if tone == "accent" else tone))
        painter.drawText(bubble.adjusted(10, 7, -10, -7), flags, words)
