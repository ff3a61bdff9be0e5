"""The painted calendar: an item view that shows a page of entries and lets people walk, move and drop."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRect, Qt, QTimer, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.ui.calendar.entries import Entry, EntryKind
from app.ui.calendar.entry_painter import EntryPainter
from app.ui.calendar.geometry import Box, Page, PageLayout, Place, covered_days
from app.ui.calendar.ground_painter import GroundPainter
from app.ui.calendar.model import CalendarModel, Index
from app.ui.calendar.month_page import MonthPage
from app.ui.calendar.quarter_page import QuarterPage
from app.ui.calendar.spans import Span, SpanKind, long_day_words
from app.ui.calendar.week_page import WeekPage
from app.ui.calendar.year_page import YearPage
from app.ui.theme import Theme

_STEP = 48


if TYPE_CHECKING:
    _ItemView = QAbstractItemView
else:  # virtual methods are found one level above Qt only (PySide6 6.11), so the view joins both
    _ItemView = object


class CalendarCanvas(_ItemView):
    """Shows a span of days. The keyboard stands on a day and on one of its entries (the current index).

    It is joined with QAbstractItemView by the view that people touch.

    `day_changed` carries the day the keyboard stands on; the span is set by the screen.
    """

    day_changed: SignalInstance

    def __init__(self, theme: Theme, model: CalendarModel, span: Span, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._entry_painter = EntryPainter(theme)
        self._ground = GroundPainter(theme, self._entry_painter)
        self._week = WeekPage()
        self._pages: dict[SpanKind, Page] = {
            SpanKind.MONTH: MonthPage(),
            SpanKind.WEEK: self._week,
            SpanKind.QUARTER: QuarterPage(),
            SpanKind.YEAR: YearPage(),
        }
        self._span = span
        self._now: datetime | None = None
        self._frozen: set[date] = set()
        self._layout = PageLayout()
        self._is_stale = True
        self._relayout = QTimer(self)
        self._relayout.setSingleShot(True)
        self._relayout.setInterval(0)
        self._relayout.timeout.connect(self._lay_out_stale)
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAcceptDrops(True)
        self.setAcceptDrops(True)
        self.setModel(model)
        for signal in (model.rowsRemoved, model.rowsInserted, model.rowsMoved, model.dataChanged):
            signal.connect(self.schedule)
        theme.theme_changed.connect(self._theme_changed)
        self._say_day()

    # -- what is shown -----------------------------------------------------------------------------

    @property
    def span(self) -> Span:
        """What is shown, and the day the keyboard stands on."""
        return self._span

    @property
    def page(self) -> Page:
        """How it is laid out."""
        return self._pages[self._span.kind]

    def set_span(self, span: Span) -> None:
        """Show another span."""
        kind_changed = span.kind is not self._span.kind
        self._span = span
        self._say_day()
        self.schedule()
        if kind_changed and span.kind is SpanKind.WEEK:
            evening = self._week.y_of(17 * 60)
            QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(evening))

    def set_now(self, local_now: datetime) -> None:
        """Tell the present local time, for today and the line of now."""
        self._now = local_now
        self.viewport().update()

    def entry(self, row: int) -> Entry:
        """The entry of a row."""
        return self._calendar().entries[row]

    def entry_at(self, index: Index) -> Entry | None:
        """The entry of a model index."""
        return self.entry(index.row()) if index.isValid() else None

    @property
    def current_entry(self) -> Entry | None:
        """The entry the keyboard stands on."""
        return self.entry_at(self.currentIndex())

    def go_to_day(self, day: date, *, chooses: bool = True) -> None:
        """Stand on a day, and on its first window if it has one."""
        self._span = Span(self._span.kind, day)
        if chooses:
            rows = self.rows_of(day)
            windows = [row for row in rows if self.entry(row).kind is EntryKind.WINDOW]
            self.choose_row((windows or rows or [-1])[0])
        self._say_day()
        self.viewport().update()
        self.day_changed.emit(day)

    def choose_row(self, row: int) -> None:
        """Stand on an entry; -1 for none."""
        index = self.model().index(row, 0) if row >= 0 else self.model().index(-1, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if index.isValid():
            self.scrollTo(index)
        self.viewport().update()

    def rows_of(self, day: date) -> list[int]:
        """The entries that start on a day, then those that run over it."""
        entries = list(enumerate(self._calendar().entries))
        starting = [row for row, one in entries if one.first_day == day]
        return starting + [row for row, one in entries if one.first_day < day <= one.last_day]

    def _calendar(self) -> CalendarModel:
        model = self.model()
        assert isinstance(model, CalendarModel)
        return model

    def _say_day(self) -> None:
        self.setAccessibleName(f"Calendar, {self._span.title}, {long_day_words(self._span.day)}")

    def _theme_changed(self) -> None:
        self._entry_painter.redraw()
        self.viewport().update()

    # -- layout ------------------------------------------------------------------------------------

    def schedule(self, *_: Any) -> None:
        """Lay out again before the next painting."""
        self._is_stale = True
        self._relayout.start()
        self.viewport().update()

    def page_layout(self) -> PageLayout:
        """Where everything lies, brought up to date first."""
        self._lay_out_stale()
        return self._layout

    def _lay_out_stale(self) -> None:
        if not self._is_stale:
            return
        self._is_stale = False
        size = self.viewport().size()
        entries = self._calendar().entries
        height = size.height() - self.page.header_height
        self._layout = self.page.lay_out(entries, self._span, size.width(), height)
        self._frozen = covered_days(entries, EntryKind.FREEZE)
        self._set_scroll_range()

    def to_content(self, point: QPoint) -> QPoint:
        """A point of the viewport in content coordinates."""
        return QPoint(point.x(), point.y() + self.verticalOffset() - self.page.header_height)

    def to_viewport(self, rect: QRect) -> QRect:
        """A rectangle of the content where it lies in the viewport."""
        return rect.translated(0, self.page.header_height - self.verticalOffset())

    def box_at(self, point: QPoint) -> Box | None:
        """The box under a point of the viewport."""
        if point.y() < self.page.header_height:
            return None
        return self.page_layout().box_at(self.to_content(point))

    def place_at(self, point: QPoint) -> Place | None:
        """The day (and minute) under a point of the viewport."""
        if point.y() < self.page.header_height:
            return None
        return self.page.place_at(self.page_layout(), self.to_content(point))

    # -- what an item view must answer -------------------------------------------------------------

    def visualRect(self, index: Index) -> QRect:
        """Where the first box of an entry lies in the viewport."""
        boxes = self.page_layout().by_row.get(index.row()) if index.isValid() else None
        return self.to_viewport(boxes[0].rect) if boxes else QRect()

    def indexAt(self, point: QPoint) -> Any:
        """The entry under a point of the viewport."""
        box = self.box_at(point)
        return self.model().index(box.row if box else -1, 0)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Scroll as little as shows the entry."""
        rect, bar = self.visualRect(index), self.verticalScrollBar()
        top, bottom = self.page.header_height, self.viewport().height()
        if rect.isValid() and (rect.top() < top or rect.height() > bottom - top):
            bar.setValue(bar.value() + rect.top() - top)
        elif rect.isValid() and rect.bottom() > bottom:
            bar.setValue(bar.value() + rect.bottom() - bottom)

    def horizontalOffset(self) -> int:
        """Pages fit the width."""
        return 0

    def verticalOffset(self) -> int:
        """How far the page is scrolled."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        """Whether the page has no room for an entry."""
        return index.row() not in self.page_layout().by_row

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> Any:
        """Keys are the calendar's own; the current entry stays."""
        return self.currentIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the entry at the rectangle's corner."""
        index = self.indexAt(rect.topLeft())
        self.selectionModel().select(index, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What to repaint when the selection changes: all of it, boxes lie anywhere."""
        return QRegion(self.viewport().rect())

    def _set_scroll_range(self) -> None:
        height = self.viewport().height() - self.page.header_height
        bar = self.verticalScrollBar()
        bar.setSingleStep(_STEP)
        bar.setPageStep(max(height, 1))
        bar.setRange(0, max(0, self._layout.height - height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Days share the new size."""
        super().resizeEvent(event)
        self.schedule()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The header stays, so everything is painted again."""
        self.viewport().update()

    # -- painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, entries, what is being placed, and the header above all."""
        layout = self.page_layout()
        painter = QPainter(self.viewport())
        header = self.page.header_height
        painter.save()
        painter.setClipRect(0, header, layout.width, self.viewport().height() - header)
        painter.translate(0, header - self.verticalOffset())
        now = self._now or datetime.combine(self._span.day, datetime.min.time())
        self._ground.ground(painter, self._span, layout, self._frozen, now, self._week)
        self._paint_day(painter, layout)
        current, visible = self.currentIndex().row(), self._visible_content()
        for box in layout.boxes:
            if box.rect.intersects(visible):
                entry = self.entry(box.row)
                is_current = box.row == current
                self._entry_painter.paint(
                    painter, box, entry, is_chosen=is_current, has_focus=is_current and self.hasFocus()
                )
        self._paint_more(painter, layout)
        self.paint_over(painter, layout)
        painter.restore()
        if header:
            self._ground.header(painter, self._span, layout, header, now.date())
        painter.end()

    def paint_over(self, painter: QPainter, layout: PageLayout) -> None:
        """Paint what is above the entries; the view with a mouse does."""

    def _visible_content(self) -> QRect:
        return QRect(0, self.verticalOffset(), self.viewport().width(), self.viewport().height())

    def _paint_day(self, painter: QPainter, layout: PageLayout) -> None:
        cell = layout.cell_of(self._span.day)
        if cell is None or not self.hasFocus():
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.color("accent"), 2))
        painter.drawRect(cell.rect.adjusted(1, 1, -1, -1))

    def _paint_more(self, painter: QPainter, layout: PageLayout) -> None:
        painter.setFont(self.theme.font("small"))
        painter.setPen(self.theme.color("accent"))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        for more in layout.more:
            painter.drawText(more.rect, flags, f"+ {more.count} more")
