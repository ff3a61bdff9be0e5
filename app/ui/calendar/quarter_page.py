"""The quarter: a lane for each series, for checkpoints, freezes and bookings, over some thirteen weeks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QPoint, QRect

from app.ui.calendar.entries import Entry, EntryKind
from app.ui.calendar.geometry import Box, Cell, PageLayout, Place, Shape, days_between, lanes_of
from app.ui.calendar.spans import Span

GUTTER = 168
STAMP = 58
LANE_PADDING = 10
BAR = 22
GAP = 4
SIGN = 14
LEAST_STAMP = 8


class QuarterPage:
    """Lays out lanes over about thirteen weeks."""

    header_height = 46
    tells_minutes = False

    def __init__(self) -> None:
        self._first = date(2000, 1, 3)
        self._day = 10.0

    def lay_out(self, entries: Sequence[Entry], span: Span, width: int, height: int) -> PageLayout:
        """Lanes from top to bottom; days share the width."""
        first, after = span.shown
        days = days_between(first, after)
        self._first = first
        self._day = max((width - GUTTER) / len(days), 4.0)
        layout = PageLayout(width, 0)
        rows = [
            pair for pair in enumerate(entries) if pair[1].first_day < after and pair[1].last_day >= first
        ]
        top = 0
        for name, listed in _lanes(rows):
            top = self._lane(layout, name, listed, top, after)
        layout.height = max(top, height)
        for day in days:
            left, right = self._x(day), self._x(day + timedelta(days=1))
            layout.cells.append(
                Cell(day, QRect(left, 0, right - left, layout.height), not _inside(day, span))
            )
        return layout

    def place_at(self, layout: PageLayout, point: QPoint) -> Place | None:
        """The day under the point."""
        if point.x() < GUTTER or not layout.cells:
            return None
        place = int((point.x() - GUTTER) / self._day)
        return Place(layout.cells[min(place, len(layout.cells) - 1)].day)

    def ghost(self, layout: PageLayout, starts: datetime, ends: datetime) -> list[QRect]:
        """A stamp at the day, over the height of the lanes of windows."""
        lane = layout.lanes[0][1] if layout.lanes else QRect(0, 0, layout.width, STAMP)
        return [QRect(self._x(starts.date()), lane.top() + LANE_PADDING, round(self._day * 6.5), STAMP)]

    def _x(self, day: date) -> int:
        return GUTTER + round((day - self._first).days * self._day)

    def _lane(
        self, layout: PageLayout, name: str, listed: list[tuple[int, Entry]], top: int, after: date
    ) -> int:
        kind = listed[0][1].kind
        place: Callable[[PageLayout, list[tuple[int, Entry]], int, date], int] = {
            EntryKind.WINDOW: self._stamps,
            EntryKind.CUTOFF: self._signs,
        }.get(kind, self._bars)
        bottom = place(layout, listed, top + LANE_PADDING, after) + LANE_PADDING
        layout.lanes.append((name, QRect(0, top, layout.width, bottom - top)))
        return bottom

    def _stamps(self, layout: PageLayout, listed: list[tuple[int, Entry]], top: int, after: date) -> int:
        for place, (row, entry) in enumerate(listed):
            left = max(self._x(entry.first_day), GUTTER)
            following = (
                listed[place + 1][1].first_day if place + 1 < len(listed) else after + timedelta(days=7)
            )
            room = max((following - entry.first_day).days, 1) * self._day - GAP
            width = max(round(min(room, self._day * 6.5, 132)), LEAST_STAMP)
            layout.add(Box(row, QRect(left, top, min(width, layout.width - left), STAMP), Shape.STAMP))
        return top + STAMP

    def _signs(self, layout: PageLayout, listed: list[tuple[int, Entry]], top: int, after: date) -> int:
        for row, entry in listed:
            drop = SIGN + GAP if entry.kind is EntryKind.MEETING else 0
            left = self._x(entry.first_day) + round(self._day / 2) - SIGN // 2
            layout.add(Box(row, QRect(left, top + drop, SIGN, SIGN), Shape.SIGN))
        return top + 2 * SIGN + GAP

    def _bars(self, layout: PageLayout, listed: list[tuple[int, Entry]], top: int, after: date) -> int:
        last_day = after - timedelta(days=1)
        spans = [
            (max(entry.first_day, self._first).toordinal(), min(entry.last_day, last_day).toordinal())
            for _, entry in listed
        ]
        lanes = lanes_of(spans)
        for (row, entry), (start, end), lane in zip(listed, spans, lanes, strict=True):
            left, right = self._x(date.fromordinal(start)), self._x(date.fromordinal(end + 1))
            rect = QRect(left, top + lane * (BAR + GAP), max(right - left - 1, 4), BAR)
            layout.add(Box(row, rect, Shape.BAR, entry.first_day >= self._first, entry.last_day < after))
        return top + (max(lanes) + 1) * (BAR + GAP) - GAP


def _lanes(rows: Sequence[tuple[int, Entry]]) -> list[tuple[str, list[tuple[int, Entry]]]]:
    series: dict[int | None, list[tuple[int, Entry]]] = {}
    points, freezes, bookings = [], [], []
    for pair in rows:
        kind = pair[1].kind
        if kind is EntryKind.WINDOW:
            series.setdefault(pair[1].series_id, []).append(pair)
        elif kind is EntryKind.FREEZE:
            freezes.append(pair)
        elif kind is EntryKind.BOOKING:
            bookings.append(pair)
        else:
            points.append(pair)
    points.sort(key=lambda pair: pair[1].kind is not EntryKind.CUTOFF)
    named = [
        ("Single windows" if key is None else listed[-1][1].label, listed)
        for key, listed in sorted(series.items(), key=lambda item: (item[0] is None, item[0] or 0))
    ]
    others = [
        ("Checkpoints and meetings", points),
        ("Freezes", freezes),
        ("Bookings and long-range work", bookings),
    ]
    return [*named, *((name, listed) for name, listed in others if listed)]


def _inside(day: date, span: Span) -> bool:
    return span.first <= day < span.after
