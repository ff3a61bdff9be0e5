"""What a desk does for its database and its neighbours: daily copies, backup, restore, the calendar file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, QTimeZone, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMainWindow, QWidget

from app.domain.settings import Organisation
from app.services.database import back_up, back_up_daily, daily_folder, restore
from app.services.organisation import read_organisation, set_organisation
from app.services.workplace import Workplace
from app.ui.announcer import Changes
from app.ui.calendar.dialogs.zones import zone_check, zone_field
from app.ui.commands import Command
from app.ui.context import DeskContext
from app.ui.file_dialogs import file_dialog
from app.ui.saving import file_to_write
from app.ui.submission import submit_form
from app.ui.widgets import ConfirmDialog, FormDialog

if TYPE_CHECKING:
    from app.services.lists import ListExport

CALENDAR_FILE = "calendar/file"
GROUP = "Desk"
_HOUR_MS = 3_600_000
_CALENDAR_FILE, _CALENDAR = "releases.ics", {".ics": "iCalendar"}
_BACKUP_FILE, _BACKUP = "lockstep-backup.db", {".db": "Lockstep database"}
_SETTLE_MS = 5_000
_CALENDAR_KINDS = frozenset(
    {"maintenance_window", "window_series", "checkpoint", "freeze", "environment_booking"}
)


class Housekeeping(QObject):
    """One for each open database: makes the daily copy, keeps the calendar file, offers the commands.

    `url` is the database's address and `reopen` opens the desk on an address anew; `replacing` is emitted
    before the file gives way to another.
    """

    replacing = Signal()

    def __init__(self, context: DeskContext, url: str, reopen: Callable[[str], None]) -> None:
        super().__init__(context)
        self._context = context
        self._url = url
        self._reopen = reopen
        self._daily = QTimer(self)
        self._daily.setInterval(_HOUR_MS)
        self._daily.timeout.connect(self.copy_daily)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.write_calendar_file)
        context.announcer.records_changed.connect(self._heard)

    @property
    def workplace(self) -> Workplace:
        """The open database."""
        services: Workplace = self._context.services
        return services

    def start(self) -> None:
        """Make today's copy now if there is none, and look again each hour."""
        self._daily.start()
        self.copy_daily()

    def commands(self) -> tuple[Command, ...]:
        """What can be done with the database as a whole."""
        shared = "A shared database is backed up by its server." if self.workplace.is_shared else ""
        return (
            Command("Organisation: name and time zone…", self.ask_organisation, "", GROUP),
            Command("Export the calendar as iCalendar…", self.ask_calendar, "", GROUP),
            Command("Keep a calendar file up to date…", self.ask_calendar_file, "", GROUP),
            Command("Back up the database…", self.ask_backup, "", GROUP, shared),
            Command("Restore the database from a backup…", self.ask_restore, "", GROUP, shared),
        )

    def copy_daily(self) -> None:
        """Make today's copy of a local database unless there is one."""
        workplace = self.workplace
        self._context.fetch(
            "Making the daily copy", lambda _control: back_up_daily(workplace), _nothing, self
        )

    def _heard(self, changes: Changes) -> None:
        concerns = any(one.kind in _CALENDAR_KINDS for one in changes)
        if concerns and self._context.settings.value(CALENDAR_FILE):
            self._settle.start()

    def write_calendar_file(self) -> None:
        """Write the calendar file that other calendars follow, if one is kept."""
        place = str(self._context.settings.value(CALENDAR_FILE, ""))
        if place:
            self._write_calendar(Path(place), _nothing)

    def _write_calendar(self, out: Path, done: Callable[[ListExport], None]) -> None:
        workplace = self.workplace

        def work(_control: object) -> ListExport:
            from app.services.calendar_file import export_calendar  # slow to import, seldom needed

            return export_calendar(workplace, out)

        self._context.fetch("Writing the calendar", work, done, self)

    def ask_calendar(self) -> None:
        """Choose a file and write the calendar into it once."""
        start = Path.home() / _CALENDAR_FILE
        if (out := file_to_write(_front(), "Export the calendar", start, _CALENDAR)) is not None:
            self._write_calendar(out, self._tell_written)

    def ask_calendar_file(self) -> None:
        """Choose the file that is written anew whenever windows, freezes or bookings change."""
        start = Path.home() / _CALENDAR_FILE
        out = file_to_write(_front(), "Keep this calendar file up to date", start, _CALENDAR)
        if out is not None:
            self._context.settings.setValue(CALENDAR_FILE, str(out))
            self._write_calendar(out, self._tell_kept)

    def _tell_written(self, done: ListExport) -> None:
        self._context.notify(f"Wrote {done.rows} calendar entries to {done.file}.", "met")

    def _tell_kept(self, done: ListExport) -> None:
        self._context.notify(
            f"{done.file} follows the calendar from now on; let other calendars subscribe to it.",
            "met",
            "Stop",
            lambda: self._context.settings.remove(CALENDAR_FILE),
        )

    def ask_backup(self) -> None:
        """Choose a new file and copy the database into it while it is in use."""
        target = file_to_write(_front(), "Back up the database", Path.home() / _BACKUP_FILE, _BACKUP)
        if target is None:
            return
        url = self._url

        def work(_control: object) -> Path:
            return back_up(url, target)

        self._context.fetch("Backing up", work, self._tell_backup, self)

    def _tell_backup(self, made: Path) -> None:
        self._context.notify(f"The database was copied to {made}.", "met")

    def ask_restore(self) -> None:
        """Choose a backup and put it in the place of the database, after asking."""
        folder, names = daily_folder(self.workplace), "Lockstep database (*.db)"
        dialog = file_dialog(_front(), "Restore from a backup", folder, names)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._ask_to_replace)
        dialog.open()

    def _ask_to_replace(self, name: str) -> None:
        dialog = ConfirmDialog(
            "Restore this backup?",
            f"{name} takes the place of this database. What is there now is kept beside it, "
            "its name ending in .before-restore.",
            "Restore",
            parent=_front(),
        )
        dialog.confirmed.connect(lambda _reason: self._restore(Path(name)))
        dialog.open()

    def _restore(self, source: Path) -> None:
        workplace, url = self.workplace, self._url
        self.replacing.emit()

        def work(_control: object) -> str:
            workplace.close()
            return restore(url, source)

        def done(_revision: str) -> None:
            self._reopen(url)

        def failed(error: Exception) -> None:
            self._context.show_error(error, "Restoring the backup")
            self._reopen(url)

        self._context.fetch("Restoring the backup", work, done, self, failed=failed)

    def ask_organisation(self, is_new: bool = False) -> None:
        """Edit the organisation's name and zone; a new one is offered the zone of this computer."""
        workplace = self.workplace

        def show(now: Organisation) -> None:
            here = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "ignore")
            is_offered = is_new and not zone_check(here)
            self._edit_organisation(Organisation(now.name, here) if is_offered else now)

        self._context.fetch(
            "Reading the organisation", lambda _control: read_organisation(workplace), show, self
        )

    def _edit_organisation(self, now: Organisation) -> None:
        def save(values: dict[str, Any]) -> None:
            wanted = Organisation(values["name"], values["zone_name"])
            submit_form(
                self._context,
                "Setting the organisation",
                lambda: set_organisation(self.workplace, wanted),
                dialog,
                self,
            )

        dialog = FormDialog("Organisation", "Save", save, _front())
        name = QLineEdit(now.name)
        name.setPlaceholderText("As packets and exports print it")
        dialog.add_field("name", "Name", name)
        dialog.add_field("zone_name", "Time zone", zone_field(now.zone_name), check=zone_check)
        dialog.open()


def _front() -> QWidget | None:
    """The desk's window, over which questions are asked; a dialog that is just closing would not do."""
    windows = (one for one in QApplication.topLevelWidgets() if isinstance(one, QMainWindow))
    return next((one for one in windows if one.isVisible()), None)


def _nothing(_answer: object) -> None:
    """What is told of work that nobody waits for: failures only, which the desk shows."""
