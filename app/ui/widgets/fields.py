"""Fields people type into: search, durations, and local date and time with the zone shown."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from PySide6.QtCore import QDate, QSize, QTime, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCalendarWidget,
    QCheckBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QTimeEdit,
    QWidget,
)

from app.ui.theme import Theme
from app.ui.times import clock_text, duration_text, instant_at, local, parse_minutes
from app.ui.widgets.labels import PlainLabel, restyle
from app.ui.widgets.scrolled import let_scroll_past

SEARCH_DELAY_MILLISECONDS = 150
SEARCH_WIDTH = 240
_FIGURE_MARGIN = 8


def inset(field: QAbstractSpinBox) -> None:
    """Let the figures of a field with arrows begin where those of other fields do, which styles cannot, and
    the wheel scroll past them."""
    let_scroll_past(field)
    line = field.lineEdit()
    if line is not None and not (isinstance(field, QDateEdit) and field.calendarPopup()):
        line.setTextMargins(_FIGURE_MARGIN, 0, 0, 0)


class SearchField(QLineEdit):
    """A field that tells what to look for a moment after the typing stops; Escape empties it."""

    searched = Signal(str)

    def __init__(self, theme: Theme, placeholder: str = "Search", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = QAction(self)
        self.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(SEARCH_WIDTH // 2)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_DELAY_MILLISECONDS)
        self._timer.timeout.connect(self._tell)
        self.textChanged.connect(self._timer.start)
        theme.theme_changed.connect(self.redraw)
        self.redraw()

    def sizeHint(self) -> QSize:
        """Wide enough for a few words; it shrinks to half of that."""
        return QSize(SEARCH_WIDTH, super().sizeHint().height())

    def redraw(self) -> None:
        """Draw the icons in the colours of the theme."""
        self._icon.setIcon(self._theme.icon("search"))
        for action in self.actions():
            if action is not self._icon:
                action.setIcon(self._theme.icon("close"))
        clear = self.findChild(QAction, "_q_qlineeditclearaction")
        if clear is not None:
            clear.setIcon(self._theme.icon("close"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the field first; a second one goes on to the screen."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._timer.stop()
            self._tell()
            return
        super().keyPressEvent(event)

    def _tell(self) -> None:
        self.searched.emit(self.text().strip())


def calm_calendar(calendar: QCalendarWidget) -> None:
    """Make a calendar begin on Monday, without week numbers and without red weekends."""
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, calendar.weekdayTextFormat(Qt.DayOfWeek.Monday))


class DurationEdit(QLineEdit):
    """A duration in whole minutes, typed as '90', '1:30', '1 h 30' or '1.5 h'."""

    minutes_changed = Signal(object)

    def __init__(
        self, minutes: int | None = None, name: str = "Duration", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText("1 h 30")
        self.set_minutes(minutes)
        self.textChanged.connect(self._typed)
        self.editingFinished.connect(self._finished)

    @property
    def minutes(self) -> int | None:
        """What is typed in minutes; None while it is empty or not understood."""
        return parse_minutes(self.text())

    def set_minutes(self, minutes: int | None) -> None:
        """Show a duration."""
        self.setText("" if minutes is None else duration_text(minutes))

    def problem(self) -> str:
        """Why what is typed is no duration; empty when it is one, or nothing is typed."""
        if self.text().strip() and self.minutes is None:
            return "Write a duration like 90, 1:30 or 1 h 30."
        return ""

    def _typed(self) -> None:
        self.setProperty("invalid", bool(self.problem()))
        restyle(self)
        self.minutes_changed.emit(self.minutes)

    def _finished(self) -> None:
        if self.minutes is not None:
            self.set_minutes(self.minutes)


class InstantEdit(QWidget):
    """Local date and wall time with their zone shown; gives and takes UTC instants.

    With `optional`, a check box before it says whether there is an instant at all.
    """

    instant_changed = Signal(object)

    def __init__(
        self, zone_name: str, name: str = "Time", parent: QWidget | None = None, *, optional: bool = False
    ) -> None:
        super().__init__(parent)
        self._zone_name = zone_name
        self._check = QCheckBox(self)
        self._check.setChecked(not optional)
        self._check.setVisible(optional)
        self._check.setAccessibleName(f"{name} is set")
        self._date = QDateEdit(self)
        self._date.setCalendarPopup(True)
        let_scroll_past(self._date)
        calm_calendar(self._date.calendarWidget())
        self._date.setDisplayFormat("ddd d MMM yyyy")
        self._date.setMinimumWidth(150)
        self._date.setAccessibleName(f"{name}: date")
        self._time = QTimeEdit(self)
        inset(self._time)
        self._time.setDisplayFormat("HH:mm")
        self._time.setMinimumWidth(76)
        self._time.setAccessibleName(f"{name}: local time")
        self._zone = PlainLabel("", "small")
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self._check, self._date, self._time, self._zone):
            row.addWidget(widget)
        row.addStretch(1)
        self.setFocusProxy(self._date)
        self._check.toggled.connect(self._changed)
        self._date.dateChanged.connect(self._changed)
        self._time.timeChanged.connect(self._changed)
        self._changed()

    @property
    def instant(self) -> datetime | None:
        """The instant in UTC, or None where there is none."""
        if not self._check.isChecked():
            return None
        return instant_at(self._day(), self._wall_time(), self._zone_name)

    def set_instant(self, instant: datetime | None) -> None:
        """Show `instant` (aware) on the clocks of the zone."""
        self._check.setChecked(instant is not None or self._check.isHidden())
        if instant is not None:
            self._show_wall(instant)

    def suggest(self, instant: datetime) -> None:
        """Begin at `instant` (aware) once a person says that there is one; what is set stays."""
        if not self._check.isChecked():
            self._show_wall(instant)

    def set_zone(self, zone_name: str) -> None:
        """Keep date and wall time, in another zone."""
        self._zone_name = zone_name
        self._changed()

    def problem(self) -> str:
        """Never wrong by itself: a skipped wall time moves forward, as the zone label says."""
        return ""

    def _show_wall(self, instant: datetime) -> None:
        wall = local(instant, self._zone_name)
        self._date.setDate(QDate(wall.year, wall.month, wall.day))
        self._time.setTime(QTime(wall.hour, wall.minute))

    def _day(self) -> date:
        day = self._date.date()
        return date(day.year(), day.month(), day.day())

    def _wall_time(self) -> time:
        wall = self._time.time()
        return time(wall.hour(), wall.minute())

    def _changed(self) -> None:
        is_set = self._check.isChecked()
        self._date.setEnabled(is_set)
        self._time.setEnabled(is_set)
        self._zone.setText(self._zone_words())
        self.instant_changed.emit(self.instant)

    def _zone_words(self) -> str:
        instant = self.instant
        if instant is None:
            return self._zone_name
        wall = local(instant, self._zone_name)
        if wall.time() != self._wall_time():
            return f"{wall.tzname()} · skipped, becomes {wall:%H:%M}"
        viewer = instant.astimezone()
        if viewer.utcoffset() != wall.utcoffset():
            return f"{wall.tzname()} · here {viewer:%H:%M}"
        return f"{wall.tzname()} · {clock_text(instant.astimezone(UTC), 'UTC')} UTC"
