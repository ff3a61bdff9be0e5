"""What a person can do in the calendar: each asks what is owed, runs a use case, and offers Undo.

Forms are imported by what opens them: the calendar is the first screen, and is painted without them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.schedule import default_checkpoints
from app.domain.windows import EnvironmentBooking, Freeze, MaintenanceWindow, WindowSeries
from app.domain.zones import local_instant
from app.services import bookings, freezes, windows, windows_moves, windows_series, windows_undo
from app.services.changes import place_change, restore_placements
from app.services.placement import Placement, PlacementRefusedError
from app.services.register import Register, read_register
from app.services.windows_undo import Undoable
from app.ui.calendar.dialogs.scope_dialogs import ask_scope
from app.ui.calendar.spans import long_day_words
from app.ui.context import DeskContext, Performed
from app.ui.submission import submit_form
from app.ui.widgets import ConfirmDialog, FormDialog

NIGHT_STARTS, NIGHT_ENDS = time(22), time(6)


class CalendarActions(QObject):
    """Runs the calendar's use cases; `placement_refused` carries the error and the window's id.

    `zone_name` is the zone that new things begin with.
    """

    placement_refused = Signal(object, int)
    work_done = Signal()

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._screen = parent
        self.zone_name = "UTC"
        self.dialog: QDialog | None = None

    # -- making ------------------------------------------------------------------------------------

    def new_window(self, day: date, starts: time = NIGHT_STARTS, ends: time = NIGHT_ENDS) -> None:
        """Ask for a single window on a day; the wall times are a proposal."""
        from app.ui.calendar.dialogs.window_dialog import WindowDialog

        services = self._context.services
        last = day + timedelta(days=1) if ends <= starts else day
        span = (self._instant(day, starts), self._instant(last, ends))

        def opened(series: Sequence[WindowSeries]) -> None:
            dialog = WindowDialog(
                *span,
                self.zone_name,
                series,
                lambda window, points, reason: self._submit(
                    dialog,
                    f"Creating {window.title}",
                    lambda: windows.create_window(services, window, points, reason),
                ),
                self._screen,
            )
            self._show(dialog)

        self._context.fetch("Series", lambda _c: windows_series.list_series(services), opened, self)

    def new_series(self, day: date) -> None:
        """Ask for a recurring window whose first day is `day`."""
        series = WindowSeries(
            name="",
            rule="FREQ=WEEKLY;BYDAY=" + ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[day.weekday()],
            first_day=day,
            starts_at=NIGHT_STARTS,
            ends_at=NIGHT_ENDS,
            zone_name=self.zone_name,
            checkpoints=default_checkpoints(day.isoweekday()),
        )
        self._series_dialog(series)

    def edit_series(self, series_id: int) -> None:
        """Edit a series as it is stored."""
        services = self._context.services
        self._context.fetch(
            "Series", lambda _c: windows_series.read_series(services, series_id), self._series_dialog, self
        )

    def _series_dialog(self, series: WindowSeries) -> None:
        from app.ui.calendar.dialogs.series_dialog import SeriesDialog

        services = self._context.services
        use_case = windows_series.edit_series if series.id else windows_series.create_series

        def submit(wanted: WindowSeries, reason: str) -> None:
            self._submit(dialog, f"Saving {wanted.name}", lambda: use_case(services, wanted, reason))

        today = self._context.clock().astimezone(UTC).date()
        dialog = SeriesDialog(self._context.theme, series, today, submit, self._screen)
        self._show(dialog)

    def archive_series(self, series_id: int, name: str) -> None:
        """End a series after asking why."""
        services = self._context.services
        sentence = "Its windows without recorded work go; all others stay. It makes no more windows."

        def agreed(reason: str) -> None:
            self._run(f"Ending {name}", lambda: windows_series.archive_series(services, series_id, reason))

        self.dialog = ConfirmDialog.ask(
            self._screen,
            f"End {name}?",
            sentence,
            "End series",
            agreed,
            is_dangerous=True,
            reason_label="Reason",
        )

    def edit_window(self, window: MaintenanceWindow) -> None:
        """Edit a window's name and capacity."""
        from app.ui.calendar.dialogs.window_dialog import EditWindowDialog

        services = self._context.services

        def submit(wanted: MaintenanceWindow, reason: str) -> None:
            self._submit(
                dialog, f"Saving {wanted.title}", lambda: windows.edit_window(services, wanted, reason)
            )

        dialog = EditWindowDialog(window, submit, self._screen)
        self._show(dialog)

    def new_freeze(self, first: date, last: date) -> None:
        """Ask for a freeze over whole days."""
        self.edit_freeze(Freeze("", *self._days(first, last), self.zone_name))

    def edit_freeze(self, freeze: Freeze) -> None:
        """Edit a freeze, or a new one."""
        from app.ui.calendar.dialogs.period_dialogs import FreezeDialog

        services = self._context.services
        use_case = freezes.edit_freeze if freeze.id else freezes.create_freeze

        def opened(register: Register) -> None:
            dialog = FreezeDialog(
                self._context.theme,
                freeze,
                register,
                lambda wanted: self._submit(
                    dialog, f"Saving {wanted.title}", lambda: use_case(services, wanted)
                ),
                self._screen,
            )
            self._show(dialog)

        self._context.fetch("Register", lambda _c: read_register(services), opened, self)

    def new_booking(self, first: date, last: date) -> None:
        """Ask for a booking over whole days."""
        self.edit_booking(EnvironmentBooking("", *self._days(first, last), self.zone_name))

    def edit_booking(self, booking: EnvironmentBooking) -> None:
        """Edit a booking, or a new one."""
        from app.ui.calendar.dialogs.period_dialogs import BookingDialog

        services = self._context.services
        use_case = bookings.edit_booking if booking.id else bookings.create_booking

        def opened(register: Register) -> None:
            dialog = BookingDialog(
                self._context.theme,
                booking,
                register,
                lambda wanted: self._submit(
                    dialog, f"Saving {wanted.title}", lambda: use_case(services, wanted)
                ),
                self._screen,
            )
            self._show(dialog)

        self._context.fetch("Register", lambda _c: read_register(services), opened, self)

    # -- moving and cancelling ---------------------------------------------------------------------

    def move(self, window: MaintenanceWindow, starts: datetime, ends: datetime) -> None:
        """Move or resize a window; of a series, ask whether the following go with it."""
        if window.series_id is None:
            self._move(window, starts, ends, False, "")
            return
        when = f"{long_day_words(starts.date())} {starts:%H:%M} – {ends:%H:%M}"
        self.dialog = ask_scope(
            self._screen,
            f"Move {window.title}",
            f"To {when} ({window.zone_name}).",
            "Move",
            lambda following, reason: self._move(window, starts, ends, following, reason),
            is_series=True,
            needs_reason=False,
        )

    def _move(
        self, window: MaintenanceWindow, starts: datetime, ends: datetime, following: bool, reason: str
    ) -> None:
        services, window_id = self._context.services, window.id or 0
        span = (starts.astimezone(UTC), ends.astimezone(UTC))
        self._undoable(
            f"Moving {window.title}",
            lambda: windows_moves.move_window(services, window_id, *span, reason, with_following=following),
            f"{window.title} moved to {long_day_words(starts.date())}, {starts:%H:%M}.",
        )

    def cancel(self, window: MaintenanceWindow) -> None:
        """Cancel a window, or it and the following, after asking why."""
        services, window_id = self._context.services, window.id or 0

        def agreed(following: bool, reason: str) -> None:
            self._undoable(
                f"Cancelling {window.title}",
                lambda: windows_moves.cancel_window(services, window_id, reason, with_following=following),
                f"{window.title} is cancelled; its open changes stand in the intake list.",
            )

        self.dialog = ask_scope(
            self._screen,
            f"Cancel {window.title}?",
            "Its open changes go back to the intake list. The window stays on record.",
            "Cancel window",
            agreed,
            is_series=window.series_id is not None,
            needs_reason=True,
        )

    def remove_freeze(self, freeze: Freeze) -> None:
        """Lift a freeze after asking why."""
        services = self._context.services
        self.dialog = ConfirmDialog.ask(
            self._screen,
            f"Lift {freeze.title}?",
            "Changes may enter its days again.",
            "Lift freeze",
            lambda reason: self._run(
                f"Lifting {freeze.title}", lambda: freezes.remove_freeze(services, freeze, reason)
            ),
            is_dangerous=True,
            reason_label="Reason",
        )

    def remove_booking(self, booking: EnvironmentBooking) -> None:
        """Remove a booking after asking."""
        services = self._context.services
        self.dialog = ConfirmDialog.ask(
            self._screen,
            f"Remove {booking.title}?",
            "The environment is free again.",
            "Remove booking",
            lambda _reason: self._run(
                f"Removing {booking.title}", lambda: bookings.remove_booking(services, booking)
            ),
            is_dangerous=True,
        )

    # -- changes -----------------------------------------------------------------------------------

    def place_changes(self, change_ids: Sequence[int], window_id: int) -> None:
        """Place changes into a window, with Undo; a refusal is told by `placement_refused`."""
        services, ids = self._context.services, tuple(change_ids)

        def placed(placements: Sequence[Placement]) -> None:
            count = len(placements)
            text = f"{placements[0].key} placed." if count == 1 else f"{count} changes placed."
            self._context.notify(text, "met", "Undo", lambda: self._restore(placements))
            self.work_done.emit()

        def failed(error: Exception) -> None:
            if isinstance(error, PlacementRefusedError):
                self.placement_refused.emit(error, window_id)
                if len(ids) == 1:
                    from app.ui.exceptions.beginnings import offer_exception

                    offer_exception(self._context, ids[0], window_id, self)
            else:
                self._context.show_error(error, "Placing changes")

        self._context.perform(
            "Placing changes", lambda: place_change(services, ids, window_id), self, placed, failed
        )

    def _restore(self, placements: Sequence[Placement]) -> None:
        services = self._context.services
        self._run("Undoing the placing", lambda: restore_placements(services, tuple(placements)))

    # -- how it is run -----------------------------------------------------------------------------

    def _undoable(self, title: str, work: Callable[[], Performed[Undoable]], words: str) -> None:
        def done(what: Undoable) -> None:
            self._context.notify(words, "met", "Undo", lambda: self._undo(what))
            self.work_done.emit()

        self._context.perform(title, work, self, done, lambda error: self._context.show_error(error, title))

    def _undo(self, what: Undoable) -> None:
        services = self._context.services
        self._run(f"Undo: {what.words}", lambda: windows_undo.undo(services, what))

    def _run(self, title: str, work: Callable[[], Performed[Any]]) -> None:
        self._context.perform(
            title,
            work,
            self,
            lambda _value: self.work_done.emit(),
            lambda error: self._context.show_error(error, title),
        )

    def _submit(self, dialog: FormDialog, title: str, work: Callable[[], Performed[Any]]) -> None:
        submit_form(self._context, title, work, dialog, self, lambda _value: self.work_done.emit())

    def _show(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _instant(self, day: date, wall: time) -> datetime:
        return local_instant(datetime.combine(day, wall), self.zone_name)

    def _days(self, first: date, last: date) -> tuple[datetime, datetime]:
        return self._instant(first, time(0)), self._instant(last + timedelta(days=1), time(0))
