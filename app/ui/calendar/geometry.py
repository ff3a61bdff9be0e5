"""Where things lie on a page of the calendar: cells of days, boxes of entries, the place under a point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QPoint, QRect

from app.ui.calendar.entries import Entry, EntryKind
from app.ui.calendar.spans import Span

MINUTES_A_DAY = 24 * 60
DAY = timedelta(days=1)


class Shape(Enum):
    """How much of an entry a box has room for."""

    FULL = auto()
    """Time, title, load, bar and status."""
    COMPACT = auto()
    """Time, title and load in one line."""
    LINE = auto()
    """A sign and a short text."""
    BAR = auto()
    """A bar over days with a text."""
    BLOCK = auto()
    """Hours of a day, as tall as they are long."""
    STAMP = auto()
    """A date, a load and a bar in a narrow column."""
    SIGN = auto()
    """A sign alone."""
    DAY = auto()
    """A day's cell of a small month."""
    STRIP = auto()
    """A thin line below days."""


@dataclass(frozen=True, slots=True)
class Place:
    """A point of the calendar: a local day, and the minute of the day where the page tells it."""

    day: date
    minute: int | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that shows an entry, or a part of it: `is_first` and `is_last` say which end it holds."""

    row: int
    rect: QRect
    shape: Shape
    is_first: bool = True
    is_last: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """A day's rectangle; `is_outside` marks days of the neighbouring months."""

    day: date
    rect: QRect
    is_outside: bool = False


@dataclass(frozen=True, slots=True)
class More:
    """How many entries of a day have no room."""

    day: date
    rect: QRect
    count: int


@dataclass(slots=True)
class PageLayout:
    """A page laid out: everything in content coordinates, below the header."""

    width: int = 0
    height: int = 0
    boxes: list[Box] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    more: list[More] = field(default_factory=list)
    lanes: list[tuple[str, QRect]] = field(default_factory=list)
    by_row: dict[int, list[Box]] = field(default_factory=dict)

    def add(self, box: Box) -> None:
        """Add a box."""
        self.boxes.append(box)
        self.by_row.setdefault(box.row, []).append(box)

    def box_at(self, point: QPoint) -> Box | None:
        """The topmost box at a point."""
        return next((box for box in reversed(self.boxes) if box.rect.contains(point)), None)

    def cell_of(self, day: date) -> Cell | None:
        """The cell of a day; in pages with several, the one that is not outside."""
        found = [cell for cell in self.cells if cell.day == day]
        return next((cell for cell in found if not cell.is_outside), found[0] if found else None)


class Page(Protocol):
    """A way to lay the calendar out."""

    header_height: int
    tells_minutes: bool

    def lay_out(self, entries: Sequence[Entry], span: Span, width: int, height: int) -> PageLayout:
        """Where everything lies in a viewport of this size (without the header)."""
        ...

    def place_at(self, layout: PageLayout, point: QPoint) -> Place | None:
        """The day (and minute) at a point of the content."""
        ...

    def ghost(self, layout: PageLayout, starts: datetime, ends: datetime) -> list[QRect]:
        """Where something from `starts` to `ends` (local) would lie."""
        ...


def days_between(first: date, after: date) -> list[date]:
    """The days from `first` up to, but not including, `after`."""
    return [date.fromordinal(ordinal) for ordinal in range(first.toordinal(), after.toordinal())]


def covered_days(entries: Sequence[Entry], kind: EntryKind) -> set[date]:
    """The local days that entries of one kind touch, at most some years of each."""
    most = timedelta(days=800)
    found: set[date] = set()
    for entry in entries:
        if entry.kind is kind:
            found.update(days_between(entry.first_day, min(entry.last_day, entry.first_day + most) + DAY))
    return found


def lanes_of(spans: Sequence[tuple[int, int]]) -> list[int]:
    """The lane of each (first, last) span, ends included, so that no two in a lane overlap; greedy."""
    order = sorted(range(len(spans)), key=lambda place: (spans[place][0], -spans[place][1], place))
    ends: list[int] = []
    lanes = [0] * len(spans)
    for place in order:
        first, last = spans[place]
        lane = next((lane for lane, end in enumerate(ends) if end < first), len(ends))
        if lane == len(ends):
            ends.append(last)
        else:
            ends[lane] = last
        lanes[place] = lane
    return lanes


def minute_of(moment: datetime) -> int:
    """The minute of the local day."""
    return moment.hour * 60 + moment.minute
