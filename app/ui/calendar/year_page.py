"""The year: twelve small months; windows fill their day, bookings are thin lines below the days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QPoint, QRect

from app.ui.calendar.entries import Entry, EntryKind
from app.ui.calendar.geometry import DAY, Box, Cell, PageLayout, Place, Shape, days_between
from app.ui.calendar.spans import Span, monday_of, plus_months

GAP = 24
TITLE = 26
WEEKDAY_LINE = 18
LEAST_CELL = 24
STRIP = 3
SIGN = 7
COLUMNS_FROM_WIDTH = ((1500, 6), (0, 4))


class YearPage:
    """Lays out twelve months in a grid."""

    header_height = 0
    tells_minutes = False

    def lay_out(self, entries: Sequence[Entry], span: Span, width: int, height: int) -> PageLayout:
        """Months share the viewport; the lanes of the layout are the months with their titles."""
        columns = next(count for least, count in COLUMNS_FROM_WIDTH if width >= least)
        rows = 12 // columns
        month_width = (width - GAP * (columns + 1)) // columns
        cell_width = month_width // 7
        month_height = (height - GAP) // rows
        cell_height = max(LEAST_CELL, (month_height - TITLE - WEEKDAY_LINE - GAP // 2) // 6)
        month_height = TITLE + WEEKDAY_LINE + 6 * cell_height + GAP // 2
        layout = PageLayout(width, rows * month_height + GAP)
        for month in range(12):
            left = GAP + month % columns * (month_width + GAP)
            top = GAP // 2 + month // columns * month_height
            first = plus_months(span.first, month)
            layout.lanes.append((f"{first:%B}", QRect(left, top, cell_width * 7, month_height)))
            for day in days_between(first, plus_months(first, 1)):
                week = (day - monday_of(first)).days // 7
                corner = QPoint(
                    left + day.weekday() * cell_width, top + TITLE + WEEKDAY_LINE + week * cell_height
                )
                layout.cells.append(Cell(day, QRect(corner.x(), corner.y(), cell_width, cell_height)))
        self._fill(layout, entries)
        return layout

    def place_at(self, layout: PageLayout, point: QPoint) -> Place | None:
        """The day under the point."""
        cell = next((cell for cell in layout.cells if cell.rect.contains(point)), None)
        return Place(cell.day) if cell else None

    def ghost(self, layout: PageLayout, starts: datetime, ends: datetime) -> list[QRect]:
        """The cell of the first day."""
        cell = layout.cell_of(starts.date())
        return [cell.rect.adjusted(1, 1, -1, -1)] if cell else []

    def _fill(self, layout: PageLayout, entries: Sequence[Entry]) -> None:
        rects = {cell.day: cell.rect for cell in layout.cells}
        for row, entry in enumerate(entries):
            if entry.is_long:
                _strips(layout, rects, row, entry)
        by_day: dict[date, list[int]] = defaultdict(list)
        for row, entry in enumerate(entries):
            if entry.kind is EntryKind.WINDOW and entry.first_day in rects:
                by_day[entry.first_day].append(row)
        for day, listed in by_day.items():
            rect = rects[day].adjusted(1, 1, -1, -1)
            share = rect.width() // len(listed)
            for place, row in enumerate(listed):
                layout.add(
                    Box(row, QRect(rect.left() + place * share, rect.top(), share, rect.height()), Shape.DAY)
                )
        seen: set[date] = set()
        for row, entry in enumerate(entries):
            if entry.kind is EntryKind.CUTOFF and entry.first_day in rects and entry.first_day not in seen:
                seen.add(entry.first_day)
                rect = rects[entry.first_day]
                layout.add(Box(row, QRect(rect.right() - SIGN - 2, rect.top() + 3, SIGN, SIGN), Shape.SIGN))


def _strips(layout: PageLayout, rects: dict[date, QRect], row: int, entry: Entry) -> None:
    days = [day for day in rects if entry.first_day <= day <= entry.last_day]
    runs: list[list[date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == DAY and day.weekday() != 0 and day.day != 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    for run in runs:
        first, last = rects[run[0]], rects[run[-1]]
        rect = QRect(first.left(), first.bottom() - STRIP, last.right() - first.left(), STRIP)
        layout.add(Box(row, rect, Shape.STRIP, run[0] == entry.first_day, run[-1] == entry.last_day))
