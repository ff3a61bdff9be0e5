"""The calendar screen: toolbar, painted calendar, intake list, and the first step when nothing is planned."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from app.services.calendar import CalendarView as View
from app.services.calendar import read_calendar
from app.services.intake import IntakePage, read_intake
from app.services.placement import PlacementRefusedError, check_placement
from app.services.windows_series import ensure_occurrences
from app.ui.announcer import Changes
from app.ui.calendar.actions import CalendarActions
from app.ui.calendar.dialogs.zones import viewer_zone
from app.ui.calendar.entries import Entry, EntryKind, entries_of
from app.ui.calendar.intake_panel import IntakePanel
from app.ui.calendar.menus import entry_menu
from app.ui.calendar.model import CalendarModel
from app.ui.calendar.placing import judge_among
from app.ui.calendar.screen_commands import KINDS, calendar_commands
from app.ui.calendar.spans import Span, SpanKind, long_day_words
from app.ui.calendar.view import CalendarView
from app.ui.commands import Command
from app.ui.context import DeskContext
from app.ui.screen import Screen
from app.ui.widgets import EmptyState, IconButton, PlainLabel, Segmented, ToolbarRow, button, menu_button

SHOWN_KINDS = frozenset(
    {
        "maintenance_window", "window_series", "checkpoint", "freeze", "environment_booking",
        "change", "waiver", "environment", "setting",
    }
)  # fmt: skip
TICK_MILLISECONDS = 60_000

WIDE_SCREEN = 1500
"""Screens of at least this width show the intake list beside the calendar from the start."""
INTAKE_SETTING = "calendar/intake"


class CalendarScreen(Screen):
    """Windows over a month, week, quarter or year, with the intake list beside them."""

    title = "Calendar"
    shows_window = True

    def __init__(
        self, context: DeskContext, parent: QWidget | None = None, viewer: ZoneInfo | None = None
    ) -> None:
        super().__init__(context, parent)
        self._viewer = viewer or viewer_zone()
        self.actions_of = CalendarActions(context, self)
        self.actions_of.zone_name = self._viewer.key
        self.model = CalendarModel(self)
        self.view = CalendarView(context.theme, self.model, Span(SpanKind.MONTH, self._today()), self)
        self.intake = IntakePanel(context.theme, self)
        self._shown: View | None = None
        self._series_id: int | None = None
        self._words = ""
        self._wanted_window: int | None = None
        self._has_ensured = False
        self._build()
        self._connect()
        self._tick()

    # -- building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self.context.theme
        self.heading = PlainLabel("", "title")
        self.kinds = Segmented(KINDS, "Span")
        self.filter = QComboBox()
        self.filter.setAccessibleName("Filter by series")
        self.filter.addItem("All series", None)
        self.intake_button = button("Intake", checkable=True, tooltip="Changes without a window (I)")
        has_room = self.screen().availableGeometry().width() >= WIDE_SCREEN
        self.intake_button.setChecked(bool(self.context.settings.value(INTAKE_SETTING, has_room, bool)))
        self.intake.setVisible(self.intake_button.isChecked())
        bar = ToolbarRow(self)
        bar.add_left(
            IconButton(theme, "chevron-left", "Earlier (Page Up)", lambda: self.step(-1), kind="secondary"),
            button("Today", self.go_today, tooltip="Today (T)"),
            IconButton(theme, "chevron-right", "Later (Page Down)", lambda: self.step(1), kind="secondary"),
            self.heading,
            self.kinds,
        )
        more = menu_button(
            "New",
            (
                ("Window series…", lambda: self.actions_of.new_series(self._day())),
                ("Freeze…  F", self.new_freeze),
                ("Booking or long-range work…  B", self.new_booking),
            ),
        )
        self.new_button = button("New window", self.new_window, "primary", tooltip="New window (N)")
        bar.add_right(self.filter, self.intake_button, more, self.new_button)
        frame = QFrame(self)
        frame.setProperty("role", "panel")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.view)
        self.empty = EmptyState(
            theme,
            "calendar",
            "No window is planned yet",
            "A series makes its windows by itself, with their checkpoints. Everything else hangs on them.",
            "Make the first window series",
            lambda: self.actions_of.new_series(self._day()),
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(frame, 1)
        row.addWidget(self.intake)
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(bar)
        column.addLayout(row, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(full)
        self._stack.addWidget(self.empty)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MILLISECONDS)

    def _connect(self) -> None:
        view, actions = self.view, self.actions_of
        self.kinds.chosen.connect(self._kind_chosen)
        self.filter.currentIndexChanged.connect(self._filter_chosen)
        self.intake_button.toggled.connect(self._show_intake_panel)
        self.intake.searched.connect(self._search)
        self.intake.place_requested.connect(self._place_chosen)
        self.intake.change_opened.connect(lambda change_id: self.context.navigate("board", None, change_id))
        view.day_changed.connect(self._day_changed)
        view.step_requested.connect(self.step)
        view.entry_opened.connect(self.open_entry)
        view.day_opened.connect(lambda day: actions.new_window(day))
        view.time_chosen.connect(self._time_chosen)
        view.window_placed.connect(self._window_placed)
        view.changes_dropped.connect(actions.place_changes)
        view.changes_hovering.connect(self._check_drop)
        view.menu_requested.connect(self._show_menu)
        view.selectionModel().currentChanged.connect(lambda *_: self._current_changed())
        actions.placement_refused.connect(self._placement_refused)
        actions.work_done.connect(self.view.setFocus)
        self._timer.timeout.connect(self._tick)

    # -- the screen --------------------------------------------------------------------------------

    def activate(self, window_id: int | None) -> None:
        """Come to the front; the calendar goes to where it was, the keyboard to the days."""
        if not self._has_ensured:
            self._has_ensured = True
            services = self.context.services
            self.context.perform("Planning ahead", lambda: ensure_occurrences(services), self)
        self._timer.start()
        super().activate(window_id)
        self.view.setFocus()

    def deactivate(self) -> bool:
        """Let the clock rest while another screen shows."""
        self._timer.stop()
        return True

    def reload(self) -> None:
        """Fetch the span shown, and the intake list."""
        services, (first, last) = self.context.services, self.view.span.instants
        self.heading.setText(self.view.span.title)
        self.context.fetch(
            "Calendar", lambda _c: read_calendar(services, first, last), self._show, self, "calendar"
        )
        words = self._words
        self.context.fetch(
            "Intake", lambda _c: read_intake(services, words), self._show_intake, self, "calendar-intake"
        )

    def refresh(self, changes: Changes) -> None:
        """Fetch again when something shown here has changed; rows follow one by one."""
        if any(one.kind in SHOWN_KINDS for one in changes):
            self.reload()

    def open_record(self, record: object) -> None:
        """Go to a window by its id."""
        if isinstance(record, int):
            self._wanted_window = record
            services = self.context.services
            from app.services.windows import read_window

            self.context.fetch("Window", lambda _c: read_window(services, record), self._go_to_window, self)

    def commands(self) -> list[Command]:
        """What can be done here now."""
        return calendar_commands(self)

    # -- going -------------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Show an earlier or a later span."""
        self._show_span(self.view.span.stepped(by))

    def go_today(self) -> None:
        """Stand on today."""
        self._show_span(Span(self.view.span.kind, self._today()))

    def show_kind(self, kind: str) -> None:
        """Show month, week, quarter or year around the day."""
        self.kinds.choose(kind)
        self._show_span(Span(SpanKind(kind), self._day()))

    def _show_span(self, span: Span) -> None:
        self.view.set_span(span)
        self.reload()

    def _kind_chosen(self, kind: str) -> None:
        self._show_span(Span(SpanKind(kind), self._day()))
        self.view.setFocus()

    def _day_changed(self, day: date) -> None:
        shown = self._shown
        span = self.view.span
        self.heading.setText(span.title)
        if shown is None or (shown.starts_at, shown.ends_at) != span.instants:
            self.view.schedule()
            self.reload()

    def _go_to_window(self, window: object) -> None:
        from app.domain.windows import MaintenanceWindow
        from app.services.windows import local_day

        if isinstance(window, MaintenanceWindow):
            self._show_span(Span(self.view.span.kind, local_day(window)))

    def _today(self) -> date:
        return self.context.clock().astimezone(self._viewer).date()

    def _day(self) -> date:
        return self.view.span.day

    def _tick(self) -> None:
        self.view.set_now(self.context.clock().astimezone(self._viewer))

    # -- showing -----------------------------------------------------------------------------------

    def _show(self, shown: View) -> None:
        self._shown = shown
        self._stack.setCurrentIndex(1 if shown.is_empty and not shown.freezes and not shown.bookings else 0)
        self._fill_filter(shown)
        key = self.view.current_entry.key if self.view.current_entry else None
        self.model.set_entries(entries_of(shown, self._series_id, self._viewer))
        self.view.set_judge(judge_among([one.window for one in shown.windows], self.context.clock()))
        self.actions_of.zone_name = (
            shown.windows[0].window.zone_name
            if shown.windows
            else shown.home_zone or self.actions_of.zone_name
        )
        if self._wanted_window is not None:
            key, self._wanted_window = ("window", self._wanted_window), None
        if key is not None:
            self.view.choose_row(self.model.row_of(key))
        self._current_changed()

    def _show_intake_panel(self, is_shown: bool) -> None:
        self.intake.setVisible(is_shown)
        self.context.settings.setValue(INTAKE_SETTING, is_shown)

    def _show_intake(self, page: IntakePage) -> None:
        self.intake.show_page(page, self._words)
        self.intake_button.setText(f"Intake {page.total:,}")

    def _fill_filter(self, shown: View) -> None:
        wanted: list[tuple[str, int | None]] = [("All series", None)]
        wanted += [(one.name, one.id) for one in shown.series if not one.is_archived]
        present = [(self.filter.itemText(at), self.filter.itemData(at)) for at in range(self.filter.count())]
        if wanted == present:
            return
        self.filter.blockSignals(True)
        self.filter.clear()
        for name, series_id in wanted:
            self.filter.addItem(name, series_id)
        self.filter.setCurrentIndex(max(self.filter.findData(self._series_id), 0))
        self.filter.blockSignals(False)

    def _filter_chosen(self) -> None:
        self._series_id = self.filter.currentData()
        if self._shown is not None:
            self._show(self._shown)

    def _search(self, words: str) -> None:
        self._words = words
        self.reload()

    def _current_changed(self) -> None:
        entry = self.view.current_entry
        if entry is not None and entry.window_id is not None:
            self.context.select_window(entry.window_id)
            words = f"{entry.label}, {long_day_words(entry.first_day)}"
            self.intake.set_target(words)
        else:
            self.intake.set_target("")
        self.commands_changed.emit()

    # -- doing -------------------------------------------------------------------------------------

    def new_window(self) -> None:
        """Ask for a window on the day stood on."""
        self.actions_of.new_window(self._day())

    def new_freeze(self) -> None:
        """Ask for a freeze from the day stood on."""
        self.actions_of.new_freeze(self._day(), self._day())

    def new_booking(self) -> None:
        """Ask for a booking from the day stood on."""
        self.actions_of.new_booking(self._day(), self._day())

    def start_resize(self) -> None:
        """Lengthen or shorten the current window with the arrows."""
        self.view.start_placing(is_resize=True)

    def open_entry(self, entry: Entry) -> None:
        """Open a window's board, or edit a freeze or booking."""
        if entry.kind is EntryKind.FREEZE:
            self.actions_of.edit_freeze(entry.record)
        elif entry.kind is EntryKind.BOOKING:
            self.actions_of.edit_booking(entry.record.booking)
        elif entry.kind is EntryKind.MEETING:
            self.context.navigate("meeting", entry.window_id)
        else:
            self.context.navigate("board", entry.window_id)

    def remove_current(self) -> None:
        """Cancel the current window, or remove the current freeze or booking."""
        entry = self.view.current_entry
        if entry is None:
            return
        if entry.kind is EntryKind.WINDOW:
            self.actions_of.cancel(entry.record.window)
        elif entry.kind is EntryKind.FREEZE:
            self.actions_of.remove_freeze(entry.record)
        elif entry.kind is EntryKind.BOOKING:
            self.actions_of.remove_booking(entry.record.booking)

    def _window_placed(self, window_id: int, starts: datetime, ends: datetime) -> None:
        entry = self._window_entry(window_id)
        if entry is not None:
            self.actions_of.move(entry.record.window, starts, ends)

    def _time_chosen(self, day: date, first: int, last: int) -> None:
        if last - first >= 15:
            begin = time(first // 60, first % 60)
            end = (datetime.combine(day, time(0)) + timedelta(minutes=last)).time()
            self.actions_of.new_window(day, begin, end)

    def _place_chosen(self, change_ids: tuple[int, ...]) -> None:
        entry = self.view.current_entry
        if entry is not None and entry.window_id is not None:
            self.actions_of.place_changes(change_ids, entry.window_id)

    def _check_drop(self, change_ids: tuple[int, ...], window_id: int) -> None:
        services = self.context.services

        def judged(problems: tuple[str, ...]) -> None:
            if problems:
                self.view.show_drop_reason(window_id, "\n".join(problems[:4]), None)

        self.context.fetch(
            "Checking the place",
            lambda _c: check_placement(services, change_ids, window_id),
            judged,
            self,
            "calendar-drop",
        )

    def _placement_refused(self, error: PlacementRefusedError, window_id: int) -> None:
        nearest = error.nearest.id if error.nearest else None
        self.view.show_drop_reason(window_id, "\n".join((str(error), *error.problems)), nearest)
        self.context.notify(str(error), "not_met")

    def _window_entry(self, window_id: int) -> Entry | None:
        row = self.model.row_of(("window", window_id))
        return self.model.entries[row] if row >= 0 else None

    def _show_menu(self, entry: Entry | None, day: date, where: QPoint) -> None:
        menu: QMenu = entry_menu(self.context, self.actions_of, self.view, entry, day)
        menu.popup(where)
