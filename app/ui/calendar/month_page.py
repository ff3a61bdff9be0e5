"""The month: a grid of days, bars over days first, then the day's windows and checkpoints by time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QPoint, QRect

from app.ui.calendar.entries import Entry, EntryKind
from app.ui.calendar.geometry import Box, Cell, More, PageLayout, Place, Shape, days_between, lanes_of
from app.ui.calendar.spans import Span

DAY_LINE = 28
BAR = 18
LINE = 17
COMPACT = 26
FULL = 52
GAP = 2
LEAST_ROW = 104
PADDING = 6


class MonthPage:
    """Lays out whole weeks of a month."""

    header_height = 26
    tells_minutes = False

    def lay_out(self, entries: Sequence[Entry], span: Span, width: int, height: int) -> PageLayout:
        """Weeks share the height; those with many bars or entries keep what fits and say how many more."""
        first, after = span.shown
        days = days_between(first, after)
        weeks = len(days) // 7
        row_height = max(LEAST_ROW, height // weeks)
        layout = PageLayout(width, row_height * weeks)
        for place, day in enumerate(days):
            left, right = _edges(place % 7, width)
            rect = QRect(left, place // 7 * row_height, right - left, row_height)
            layout.cells.append(Cell(day, rect, day.month != span.day.month))
        for week in range(weeks):
            self._week(layout, entries, layout.cells[week * 7 : week * 7 + 7])
        return layout

    def place_at(self, layout: PageLayout, point: QPoint) -> Place | None:
        """The day under the point."""
        cell = next((cell for cell in layout.cells if cell.rect.contains(point)), None)
        return Place(cell.day) if cell else None

    def ghost(self, layout: PageLayout, starts: datetime, ends: datetime) -> list[QRect]:
        """The box of a window in the cell of its first day."""
        cell = next((cell for cell in layout.cells if cell.day == starts.date()), None)
        if cell is None:
            return []
        return [
            QRect(
                cell.rect.left() + PADDING, cell.rect.top() + DAY_LINE, cell.rect.width() - 2 * PADDING, FULL
            )
        ]

    def _week(self, layout: PageLayout, entries: Sequence[Entry], cells: list[Cell]) -> None:
        first, last = cells[0].day, cells[-1].day
        bars = [
            (row, entry)
            for row, entry in enumerate(entries)
            if entry.is_long and entry.first_day <= last and entry.last_day >= first
        ]
        spans = [
            (max((entry.first_day - first).days, 0), min((entry.last_day - first).days, 6))
            for _, entry in bars
        ]
        room = max((cells[0].rect.height() - DAY_LINE - COMPACT) // (BAR + GAP), 1)
        used: dict[int, int] = defaultdict(int)
        for (row, entry), (start, end), lane in zip(bars, spans, lanes_of(spans), strict=True):
            if lane >= room:
                continue
            for column in range(start, end + 1):
                used[column] = max(used[column], lane + 1)
            top = cells[0].rect.top() + DAY_LINE + lane * (BAR + GAP)
            left = cells[start].rect.left() + PADDING
            right = cells[end].rect.right() - PADDING
            layout.add(
                Box(
                    row,
                    QRect(left, top, right - left, BAR),
                    Shape.BAR,
                    entry.first_day >= first,
                    entry.last_day <= last,
                )
            )
        by_day: dict[date, list[tuple[int, Entry]]] = defaultdict(list)
        for row, entry in enumerate(entries):
            if not entry.is_long and first <= entry.first_day <= last:
                by_day[entry.first_day].append((row, entry))
        for column, cell in enumerate(cells):
            _fill_day(layout, cell, by_day.get(cell.day, []), used[column] * (BAR + GAP))


def _fill_day(layout: PageLayout, cell: Cell, listed: list[tuple[int, Entry]], taken: int) -> None:
    top = cell.rect.top() + DAY_LINE + taken
    room = cell.rect.bottom() - GAP - top
    windows = sum(entry.kind is EntryKind.WINDOW for _, entry in listed)
    lines = len(listed) - windows
    is_full = windows * (FULL + GAP) + lines * LINE <= room
    tall = FULL if is_full else COMPACT
    heights = [tall + GAP if entry.kind is EntryKind.WINDOW else LINE for _, entry in listed]
    fits = _how_many(heights, room)
    order = listed
    if fits < len(listed):  # windows matter more than the rest
        order = sorted(listed, key=lambda pair: pair[1].kind is not EntryKind.WINDOW)
        heights = [tall + GAP if entry.kind is EntryKind.WINDOW else LINE for _, entry in order]
        fits = _how_many(heights, room - LINE)
    for (row, entry), height in zip(order[:fits], heights, strict=False):
        is_window = entry.kind is EntryKind.WINDOW
        shape = (Shape.FULL if is_full else Shape.COMPACT) if is_window else Shape.LINE
        inner = QRect(
            cell.rect.left() + PADDING,
            top,
            cell.rect.width() - 2 * PADDING,
            height - (GAP if is_window else 0),
        )
        layout.add(Box(row, inner, shape))
        top += height
    if fits < len(listed):
        rect = QRect(cell.rect.left() + PADDING, top, cell.rect.width() - 2 * PADDING, LINE)
        layout.more.append(More(cell.day, rect, len(listed) - fits))


def _how_many(heights: Sequence[int], room: int) -> int:
    total = 0
    for count, height in enumerate(heights):
        total += height
        if total > room:
            return count
    return len(heights)


def _edges(column: int, width: int) -> tuple[int, int]:
    return column * width // 7, (column + 1) * width // 7
