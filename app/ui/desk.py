"""Opens the desk: program, theme, jobs, database, main window; the last step of the wiring."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from app.services.calendar import read_calendar
from app.services.neighbours import newest_event
from app.services.workplace import Workplace
from app.ui.commands import Command
from app.ui.context import Clock, DeskContext
from app.ui.desk_queries import shell_queries
from app.ui.fixes.quick import LABEL as FIX_LABEL
from app.ui.fixes.quick import SHORTCUT as FIX_SHORTCUT
from app.ui.fixes.quick import open_quick_fix
from app.ui.housekeeping import Housekeeping
from app.ui.jobs import Job, JobControl, Jobs, MainThreadCollector
from app.ui.screen import ScreenEntry
from app.ui.shell.errors import ExceptionCatcher, error_dialog
from app.ui.shell.main_window import MainWindow
from app.ui.theme import Preference, Theme

if TYPE_CHECKING:
    from app.ui.board.cutoffs import CutoffWatch
    from app.ui.first_start import FirstChoice
    from app.ui.imports.arrivals import Arrivals
    from app.ui.neighbours import NeighbourWatch

OpenDatabase = Callable[[str | None], Workplace]
MakeDemo = Callable[[Workplace], object]
IMPORTS = "imports"
"""The screen on which lists that arrived wait."""
_BEFORE_WATCHING_MS = 500


@dataclass(frozen=True, slots=True)
class _Opened:
    """An open database: whether it is new, the window to begin with, the newest audit event known."""

    url: str
    workplace: Workplace
    is_new: bool
    window_id: int | None
    known: int


class Desk(QObject):
    """Holds what lives as long as the program: settings, theme, jobs, the open database and the window."""

    def __init__(
        self,
        url: str,
        open_database: OpenDatabase,
        clock: Clock,
        entries: Sequence[ScreenEntry],
        settings: QSettings,
        make_demo: MakeDemo | None = None,
        icons_folder: Path | None = None,
    ) -> None:
        super().__init__()
        self._url = url
        self._open_database = open_database
        self._clock = clock
        self._entries = entries
        self._settings = settings
        self._make_demo = make_demo
        preference = str(settings.value("theme", Preference.SYSTEM.value))
        known = {one.value for one in Preference}
        wanted = Preference(preference if preference in known else "system")
        self.theme = Theme(wanted, parent=self, icons_folder=icons_folder)
        self.jobs = Jobs(self)
        self.window: MainWindow | None = None
        self._context: DeskContext | None = None
        self._housekeeping: Housekeeping | None = None
        self._workplace: Workplace | None = None
        self._cutoffs: CutoffWatch | None = None
        self._arrivals: Arrivals | None = None
        self._neighbours: NeighbourWatch | None = None
        self._catcher = ExceptionCatcher(self)
        self._catcher.caught.connect(self._caught)
        self.jobs.job_failed.connect(self._job_failed)

    def start(self) -> None:
        """Open the database and show the window."""
        self._restore_hooks = self._catcher.install()
        self._open(self._url)

    def stop(self) -> None:
        """Wait for running work, and let go of the database."""
        self._stop_watching()
        self.jobs.shutdown()
        if self._workplace is not None:
            self._workplace.close()
        self._restore_hooks()

    def _open(self, url: str) -> None:
        def work(_control: JobControl) -> _Opened:
            workplace = self._open_database(url)
            known = newest_event(workplace)  # before anything is read: what is written later is told
            window_id = shell_queries(workplace).start_window()
            return _Opened(url, workplace, _is_new(workplace), window_id, known)

        self.jobs.run(work, self._opened, self._open_failed, title="Opening the database", owner=self)

    def _opened(self, answer: _Opened) -> None:
        url, workplace = answer.url, answer.workplace
        before, self._workplace, self._url = self._workplace, workplace, url
        old_window = self.window
        context = DeskContext(workplace, self.jobs, self.theme, self._clock, self._settings, self)
        context.error_raised.connect(self._show_error)
        context.select_window(answer.window_id)
        self._housekeeping = housekeeping = Housekeeping(context, url, self._open)
        housekeeping.replacing.connect(self._stop_watching)
        extra = (
            Command("Open another database…", self._ask_for_database, "Ctrl+O", "Desk"),
            Command(FIX_LABEL, self._enter_fix, FIX_SHORTCUT, "Desk"),
            *housekeeping.commands(),
        )
        self.window = MainWindow(context, self._entries, shell_queries(workplace), extra)
        self._context = context
        self._stop_watching()
        self.window.show()
        self._show_first_screen()
        QTimer.singleShot(
            _BEFORE_WATCHING_MS, context, lambda: self._begin_watching(context, housekeeping, answer.known)
        )
        if old_window is not None:
            old_window.put_away()
            old_window.deleteLater()
        if before is not None:
            before.close()
        if answer.is_new:
            # Where something was recorded, as by the command line, a demo would only be mixed into it.
            QTimer.singleShot(0, self, self._begin_empty if answer.known else self._ask_first)

    def _begin_watching(self, context: DeskContext, housekeeping: Housekeeping, known: int) -> None:
        """Begin what runs beside the screens, once the first of them is painted."""
        from app.ui.board.cutoffs import CutoffWatch
        from app.ui.imports.arrivals import Arrivals
        from app.ui.neighbours import NeighbourWatch

        if context is self._context:
            self._cutoffs, self._arrivals = CutoffWatch(context), Arrivals(context)
            self._arrivals.waiting.changed.connect(self._show_waiting)
            self._show_waiting()
            self._neighbours = NeighbourWatch(context, known)
            self._neighbours.start()
            self._cutoffs.start()
            housekeeping.start()

    def _show_waiting(self) -> None:
        if self._arrivals is not None and self.window is not None:
            self.window.hold_badge(IMPORTS, len(self._arrivals.waiting.lists))

    def _stop_watching(self) -> None:
        for watch in (self._cutoffs, self._arrivals, self._neighbours):
            if watch is not None:
                watch.stop()
        self._cutoffs = self._arrivals = self._neighbours = None

    def _enter_fix(self) -> None:
        if self._context is not None and self.window is not None:
            open_quick_fix(self._context, self.window)

    def _show_first_screen(self) -> None:
        ids = [entry.id for entry in self._entries]
        kept = str(self._settings.value("screen", ""))
        if self.window is not None and ids:
            self.window.show_screen(kept if kept in ids else ids[0])

    def _ask_first(self) -> None:
        from app.ui.first_start import FirstStart

        assert self._workplace is not None
        dialog = FirstStart(self.theme, self._workplace.address, self.window)
        dialog.demo.setVisible(self._make_demo is not None)
        dialog.chosen.connect(self._first_chosen)
        dialog.open()

    def _first_chosen(self, choice: FirstChoice) -> None:
        from app.ui.first_start import FirstChoice

        if choice is FirstChoice.OTHER:
            self._ask_for_database()
        elif choice is FirstChoice.EMPTY:
            self._begin_empty()
        elif choice is FirstChoice.DEMO and self._make_demo is not None and self._workplace is not None:
            make, workplace, url = self._make_demo, self._workplace, self._url

            def work(_control: JobControl) -> None:
                make(workplace)

            self.jobs.run(work, lambda _: self._open(url), title="Making the demo organisation", owner=self)

    def _begin_empty(self) -> None:
        """Give the organisation what every one needs, and ask what it is called and where it is."""
        from app.services.defaults import begin_empty

        if self._workplace is not None and self._context is not None:
            begun = self._workplace
            self._context.perform(
                "Beginning an empty organisation",
                lambda: begin_empty(begun),
                self,
                lambda _: self._housekeeping.ask_organisation(is_new=True) if self._housekeeping else None,
            )

    def _ask_for_database(self) -> None:
        from app.ui.widgets import FormDialog

        dialog = FormDialog("Open another database", "Open", None, self.window)
        field = QLineEdit(dialog)
        field.setPlaceholderText("/folder/lockstep.db or postgresql+psycopg://name@host/database")
        dialog.add_field(
            "address",
            "Database",
            field,
            hint="A file on this computer, or the address of a shared database.",
            required=True,
        )
        dialog.accepted.connect(lambda: self._open(address_of(dialog.values()["address"])))
        dialog.open()

    def _open_failed(self, error: Exception) -> None:
        dialog = self._show_error(error, "Opening the database")
        if self.window is None:
            dialog.finished.connect(QApplication.quit)

    def _job_failed(self, job: Job, error: Exception) -> None:
        self._show_error(error, job.title)

    def _caught(self, error: BaseException) -> None:
        self._show_error(error, "")

    def _show_error(self, error: BaseException, doing: str) -> Any:
        dialog = error_dialog(error, doing, self._clock, reports_folder(), self.window)
        dialog.open()
        return dialog


def reports_folder() -> Path:
    """The user's folder for reports of defects."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(folder) / "lockstep" / "reports"


def icon_cache() -> Path:
    """Where the look keeps its icons from one start to the next, so that no end of the program leaves any."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation)
    return Path(folder) / "lockstep" / "icons"


def address_of(text: str) -> str:
    """`text` as a database address: a path becomes the address of a local file."""
    return text if "://" in text else f"sqlite:///{Path(os.path.expanduser(text)).absolute().as_posix()}"


def _is_new(workplace: Workplace) -> bool:
    """Whether nothing was ever kept in this database."""
    from app.services.organisation import read_organisation
    from app.services.register import read_register

    now = workplace.now()
    is_empty = read_calendar(workplace, now, now + timedelta(days=1)).is_empty
    return is_empty and not read_organisation(workplace).name and not read_register(workplace).applications


def run_desk(url: str, open_database: OpenDatabase, clock: Clock, make_demo: MakeDemo | None = None) -> int:
    """Run the desk on the database at `url` until its window closes; returns the exit status.

    `clock` gives the present instant in UTC; `make_demo` fills an empty workplace with a demo organisation.
    """
    from app.ui.screens import SCREENS

    application = QApplication(sys.argv[:1])
    application.setApplicationName("Lockstep")
    application.setDesktopFileName("lockstep")
    settings = QSettings("Lockstep", "Lockstep")
    desk = Desk(url, open_database, clock, SCREENS, settings, make_demo, icon_cache())
    desk.theme.apply(application)
    collector = MainThreadCollector(desk)
    collector.start()
    desk.start()
    try:
        return application.exec()
    finally:
        desk.stop()
        collector.stop()
