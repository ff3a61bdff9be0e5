"""The week: seven days side by side over 24 hours, bars over days above them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from PySide6.QtCore import QPoint, QRect

from app.ui.calendar.entries import Entry, EntryKind
from app.ui.calendar.geometry import (
    MINUTES_A_DAY,
    Box,
    Cell,
    PageLayout,
    Place,
    Shape,
    days_between,
    lanes_of,
    minute_of,
)
from app.ui.calendar.spans import Span

GUTTER = 56
BAR = 20
GAP = 2
LEAST_HOUR = 28
LEAST_BLOCK = 18
PADDING = 4


class WeekPage:
    """Lays out one week; `tells_minutes`, so that things can be dragged to a time."""

    header_height = 44
    tells_minutes = True

    def __init__(self) -> None:
        self._top = 0
        self._hour = float(LEAST_HOUR)

    def lay_out(self, entries: Sequence[Entry], span: Span, width: int, height: int) -> PageLayout:
        """Bars take what lanes they need; the hours share the rest of the height."""
        first, after = span.shown
        days = days_between(first, after)
        bars = [
            (row, entry)
            for row, entry in enumerate(entries)
            if entry.is_long and entry.first_day < after and entry.last_day >= first
        ]
        spans = [
            (max((one.first_day - first).days, 0), min((one.last_day - first).days, 6)) for _, one in bars
        ]
        lanes = lanes_of(spans)
        self._top = (max(lanes) + 1) * (BAR + GAP) + PADDING * 2 if bars else 0
        self._hour = max(LEAST_HOUR, (height - self._top) / 24)
        layout = PageLayout(width, self._top + round(self._hour * 24))
        for column, day in enumerate(days):
            left, right = _edges(column, width)
            layout.cells.append(Cell(day, QRect(left, 0, right - left, layout.height)))
        for (row, entry), (start, end), lane in zip(bars, spans, lanes, strict=True):
            left = layout.cells[start].rect.left() + PADDING
            right = layout.cells[end].rect.right() - PADDING
            rect = QRect(left, PADDING + lane * (BAR + GAP), right - left, BAR)
            layout.add(Box(row, rect, Shape.BAR, entry.first_day >= first, entry.last_day < after))
        for cell in layout.cells:
            self._day(layout, entries, cell)
        return layout

    def place_at(self, layout: PageLayout, point: QPoint) -> Place | None:
        """The day and the minute under the point; above the hours, the day alone."""
        cell = next((one for one in layout.cells if one.rect.left() <= point.x() <= one.rect.right()), None)
        if cell is None:
            return None
        if point.y() < self._top:
            return Place(cell.day)
        minute = int((point.y() - self._top) / self._hour * 60)
        return Place(cell.day, min(max(minute, 0), MINUTES_A_DAY - 1))

    def ghost(self, layout: PageLayout, starts: datetime, ends: datetime) -> list[QRect]:
        """The hours it would take, a rectangle a day."""
        found = []
        for cell in layout.cells:
            part = _part(starts, ends, cell.day)
            if part is not None:
                found.append(self._rect(cell, part[0], part[1], 0, 1))
        return found

    @property
    def hour_height(self) -> float:
        """How tall an hour is, in pixels."""
        return self._hour

    def y_of(self, minute: int) -> int:
        """Where a minute of the day lies."""
        return self._top + round(minute * self._hour / 60)

    @property
    def hours_top(self) -> int:
        """Where midnight lies, below the bars."""
        return self._top

    def _day(self, layout: PageLayout, entries: Sequence[Entry], cell: Cell) -> None:
        parts: list[tuple[int, Entry, int, int]] = []
        for row, entry in enumerate(entries):
            if entry.is_long:
                continue
            part = _part(entry.starts, entry.ends, cell.day)
            if part is not None:
                parts.append((row, entry, part[0], max(part[1], part[0] + self._least_minutes())))
        groups = _clusters([(starts, ends) for _, _, starts, ends in parts])
        for group in groups:
            lanes = lanes_of([(parts[place][2], parts[place][3] - 1) for place in group])
            count = max(lanes) + 1
            for place, lane in zip(group, lanes, strict=True):
                row, entry, starts, ends = parts[place]
                shape = Shape.LINE if entry.kind is EntryKind.CUTOFF else Shape.BLOCK
                rect = self._rect(cell, starts, ends, lane, count)
                is_first, is_last = entry.first_day == cell.day, entry.last_day == cell.day
                layout.add(Box(row, rect, shape, is_first, is_last))

    def _least_minutes(self) -> int:
        return int(LEAST_BLOCK / self._hour * 60) + 1

    def _rect(self, cell: Cell, starts: int, ends: int, lane: int, lanes: int) -> QRect:
        width = (cell.rect.width() - 2 * PADDING) // lanes
        top, bottom = self.y_of(starts), self.y_of(min(ends, MINUTES_A_DAY))
        height = max(bottom - top - 1, LEAST_BLOCK)
        top = min(top, self._top + round(self._hour * 24) - height)
        return QRect(
            cell.rect.left() + PADDING + lane * width, top, width - (GAP if lanes > 1 else 0), height
        )


def _part(starts: datetime, ends: datetime, day: date) -> tuple[int, int] | None:
    """The minutes of `day` that a span of local time takes, or None."""
    if starts == ends:
        return (minute_of(starts), minute_of(starts)) if starts.date() == day else None
    if starts.date() > day or (ends.date(), ends.time()) <= (day, time(0)):
        return None
    first = minute_of(starts) if starts.date() == day else 0
    last = minute_of(ends) if ends.date() == day else MINUTES_A_DAY
    return first, last


def _clusters(spans: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Places of spans that overlap one another, directly or through others."""
    found: list[list[int]] = []
    reach = -1
    for place in sorted(range(len(spans)), key=lambda one: spans[one]):
        starts, ends = spans[place]
        if not found or starts >= reach:
            found.append([place])
        else:
            found[-1].append(place)
        reach = max(reach, ends)
    return found


def _edges(column: int, width: int) -> tuple[int, int]:
    inner = width - GUTTER
    return GUTTER + column * inner // 7, GUTTER + (column + 1) * inner // 7


def snapped(minute: int, step: int = 15) -> int:
    """The nearest quarter of an hour, within the day."""
    return min(max(round(minute / step) * step, 0), MINUTES_A_DAY - step)
