"""Paints what lies behind the entries: days, hours, lanes, months, today, freezes, and the header."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from app.ui.calendar.entry_painter import EntryPainter
from app.ui.calendar.geometry import Cell, PageLayout, minute_of
from app.ui.calendar.quarter_page import GUTTER as LANE_GUTTER
from app.ui.calendar.spans import MONTHS, WEEKDAYS, Span, SpanKind, day_words
from app.ui.calendar.week_page import GUTTER as HOUR_GUTTER
from app.ui.calendar.week_page import WeekPage
from app.ui.calendar.year_page import TITLE, WEEKDAY_LINE
from app.ui.theme import Theme

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_CENTER = int(Qt.AlignmentFlag.AlignCenter)
DAY_NUMBER = 24


class GroundPainter:
    """Paints the ground of each kind of page."""

    def __init__(self, theme: Theme, entries: EntryPainter) -> None:
        self._theme = theme
        self._entries = entries

    def header(self, painter: QPainter, span: Span, layout: PageLayout, height: int, today: date) -> None:
        """Paint the fixed line above the page: weekdays, days or weeks."""
        theme = self._theme
        painter.fillRect(0, 0, layout.width, height, theme.color("surface"))
        painter.setFont(theme.font("small_strong"))
        painter.setPen(theme.color("muted"))
        if span.kind is SpanKind.MONTH:
            for cell, name in zip(layout.cells[:7], WEEKDAYS, strict=False):
                painter.drawText(QRect(cell.rect.left() + 8, 0, cell.rect.width(), height), _LEFT, name)
        elif span.kind is SpanKind.WEEK:
            for cell in layout.cells:
                self._week_head(painter, cell, height, today)
        elif span.kind is SpanKind.QUARTER:
            self._quarter_head(painter, layout, height)
        painter.setPen(theme.color("line"))
        painter.drawLine(0, height - 1, layout.width, height - 1)

    def ground(
        self,
        painter: QPainter,
        span: Span,
        layout: PageLayout,
        frozen: set[date],
        now: datetime,
        week: WeekPage,
    ) -> None:
        """Paint the days, hatching those in `frozen`; `now` is local, for today and the line of now."""
        painter.fillRect(0, 0, layout.width, layout.height, self._theme.color("surface"))
        if span.kind is SpanKind.YEAR:
            self._year(painter, layout, frozen, now.date())
            return
        if span.kind is SpanKind.QUARTER:
            self._quarter(painter, layout, frozen, now.date())
            return
        for cell in layout.cells:
            if cell.is_outside:
                painter.fillRect(cell.rect, self._theme.color("background"))
            if cell.day in frozen:
                self._entries.hatch(painter, cell.rect)
        if span.kind is SpanKind.MONTH:
            self._month(painter, layout, now.date())
        else:
            self._week(painter, layout, now, week)

    def _month(self, painter: QPainter, layout: PageLayout, today: date) -> None:
        theme = self._theme
        painter.setPen(theme.color("line"))
        for place, cell in enumerate(layout.cells):
            if place % 7:
                painter.drawLine(cell.rect.topLeft(), cell.rect.bottomLeft())
            if place >= 7:
                painter.drawLine(cell.rect.topLeft(), cell.rect.topRight())
        painter.setFont(theme.font("body"))
        for cell in layout.cells:
            number = QRect(cell.rect.left() + 4, cell.rect.top() + 3, DAY_NUMBER, DAY_NUMBER - 2)
            words = str(cell.day.day)
            if cell.day.day == 1:
                words = f"1 {MONTHS[cell.day.month - 1][:3]}"
                number.setWidth(44)
            self._number(painter, number, words, cell.day == today, cell.is_outside)

    def _number(self, painter: QPainter, rect: QRect, words: str, is_today: bool, is_faint: bool) -> None:
        theme = self._theme
        if is_today:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
            painter.setPen(theme.color("on_accent"))
            painter.drawText(rect, _CENTER, words)
            return
        painter.setPen(theme.color("faint" if is_faint else "muted"))
        painter.drawText(rect.adjusted(4, 0, 4, 0), _LEFT, words)

    def _week_head(self, painter: QPainter, cell: Cell, height: int, today: date) -> None:
        theme = self._theme
        painter.setFont(theme.font("small_strong"))
        painter.setPen(theme.color("muted"))
        left = cell.rect.left() + 8
        painter.drawText(QRect(left, 2, cell.rect.width(), 18), _LEFT, WEEKDAYS[cell.day.weekday()])
        painter.setFont(theme.font("body"))
        words = day_words(cell.day)
        width = painter.fontMetrics().horizontalAdvance(words) + 12
        self._number(painter, QRect(left - 4, 20, width, 20), words, cell.day == today, False)

    def _week(self, painter: QPainter, layout: PageLayout, now: datetime, week: WeekPage) -> None:
        theme = self._theme
        painter.setFont(theme.font("small"))
        for hour in range(24):
            y = week.y_of(hour * 60)
            painter.setPen(theme.color("line"))
            painter.drawLine(HOUR_GUTTER - 6, y, layout.width, y)
            painter.setPen(theme.color("muted"))
            painter.drawText(QRect(0, y, HOUR_GUTTER - 10, 16), _RIGHT, f"{hour:02d}:00")
        painter.setPen(theme.color("line"))
        for cell in layout.cells:
            painter.drawLine(cell.rect.topLeft(), cell.rect.bottomLeft())
        today = layout.cell_of(now.date())
        if today is not None:
            y = week.y_of(minute_of(now))
            painter.fillRect(today.rect.left(), y, today.rect.width(), 2, theme.color("not_met"))

    def _quarter_head(self, painter: QPainter, layout: PageLayout, height: int) -> None:
        theme = self._theme
        for place, cell in enumerate(layout.cells):
            if cell.day.day == 1 or place == 0:
                painter.setFont(theme.font("small_strong"))
                painter.setPen(theme.color("text"))
                words = f"{MONTHS[cell.day.month - 1]} {cell.day.year}"
                is_room = place == 0 and any(one.day.day == 1 for one in layout.cells[1:12])
                if not is_room:
                    painter.drawText(QRect(cell.rect.left() + 4, 4, 160, 18), _LEFT, words)
            if cell.day.weekday() == 0:
                painter.setFont(theme.font("small"))
                painter.setPen(theme.color("muted"))
                painter.drawText(QRect(cell.rect.left() + 4, 24, 60, 18), _LEFT, str(cell.day.day))

    def _quarter(self, painter: QPainter, layout: PageLayout, frozen: set[date], today: date) -> None:
        theme = self._theme
        for cell in layout.cells:
            if cell.is_outside:
                painter.fillRect(cell.rect, theme.color("background"))
            if cell.day in frozen:
                self._entries.hatch(painter, cell.rect)
        for cell in layout.cells:
            if cell.day.weekday() == 0 or cell.day.day == 1:
                painter.setPen(theme.color("line_strong" if cell.day.day == 1 else "line"))
                painter.drawLine(cell.rect.topLeft(), cell.rect.bottomLeft())
        for name, rect in layout.lanes:
            painter.setPen(theme.color("line"))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            painter.setPen(theme.color("text"))
            painter.setFont(theme.font("small_strong"))
            flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(QRect(12, rect.top(), LANE_GUTTER - 20, rect.height()), flags, name)
        now = layout.cell_of(today)
        if now is not None:
            painter.fillRect(now.rect.center().x(), 0, 2, layout.height, theme.color("not_met"))

    def _year(self, painter: QPainter, layout: PageLayout, frozen: set[date], today: date) -> None:
        theme = self._theme
        for name, rect in layout.lanes:
            painter.setPen(theme.color("text"))
            painter.setFont(theme.font("strong"))
            painter.drawText(QRect(rect.left() + 4, rect.top(), rect.width(), TITLE), _LEFT, name)
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("muted"))
            share = rect.width() // 7
            for place, weekday in enumerate(WEEKDAYS):
                line = QRect(rect.left() + place * share, rect.top() + TITLE, share, WEEKDAY_LINE)
                painter.drawText(line, _CENTER, weekday[0])
        painter.setFont(theme.font("small"))
        for cell in layout.cells:
            if cell.day in frozen:
                self._entries.hatch(painter, cell.rect)
            if cell.day == today:
                size = min(cell.rect.width(), cell.rect.height(), 24)
                disc = QRect(0, 0, size, size)
                disc.moveCenter(cell.rect.center())
                self._number(painter, disc, str(cell.day.day), True, False)
            else:
                painter.setPen(theme.color("faint" if cell.day.weekday() > 4 else "muted"))
                painter.drawText(cell.rect, _CENTER, str(cell.day.day))
