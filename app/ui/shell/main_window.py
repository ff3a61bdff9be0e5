"""The one main window: rail, top bar, content, status line, and what floats over them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.ui.announcer import Changes
from app.ui.commands import Command
from app.ui.context import DeskContext
from app.ui.jobs import JobControl
from app.ui.screen import Screen, ScreenEntry
from app.ui.shell.finder import Finder
from app.ui.shell.help import About, KeyboardHelp
from app.ui.shell.notices import NoticeStack
from app.ui.shell.queries import ShellQueries, WindowHeader
from app.ui.shell.rail import Rail, shortcut_of
from app.ui.shell.status_line import StatusLine
from app.ui.shell.top_bar import TopBar
from app.ui.theme import Preference
from app.ui.widgets import ConfirmDialog

VERSION = "0.1.0"
LEAST_SIZE = (960, 600)
FIRST_SIZE = (1280, 800)
LEAST_SCREEN = 1024
"""On a screen narrower than this the window begins larger than it, rather than too small to work in."""
_TITLE_BAR = 40
SETTLE_MILLISECONDS = 50
NEXT_PREFERENCE = {
    Preference.SYSTEM: Preference.LIGHT,
    Preference.LIGHT: Preference.DARK,
    Preference.DARK: Preference.SYSTEM,
}


class MainWindow(QMainWindow):
    """Shows the registered screens; each is made on its first visit and follows the records after."""

    def __init__(
        self,
        context: DeskContext,
        entries: Sequence[ScreenEntry],
        queries: ShellQueries,
        extra_commands: Sequence[Command] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._queries = queries
        self._entries = {entry.id: entry for entry in entries}
        self._order = [entry.id for entry in entries]
        self._extra = tuple(extra_commands)
        self._screens: dict[str, Screen] = {}
        self._current_id = ""
        self._is_leaving = False
        self._shortcuts: list[QShortcut] = []
        self._fixed: dict[str, QShortcut] = {}
        # Where no window was ever planned, the desk is about the first one as soon as there is one.
        self._had_window = context.selected_window_id is not None
        self.setWindowTitle("Lockstep")
        self.setWindowIcon(context.theme.icon("lockstep", "accent", 64))
        self.setMinimumSize(*LEAST_SIZE)
        self._build(entries)
        self._connect()
        self._bind_fixed()
        self._restore_geometry()
        self._settle.start()  # header and badges, once the first screen has asked for its own

    @property
    def current_screen(self) -> Screen | None:
        """The screen in front, if any is registered."""
        return self._screens.get(self._current_id)

    def show_screen(self, screen_id: str, record: object = None) -> bool:
        """Bring a screen to the front and show `record` there; False where it is unknown or refused."""
        again = partial(self.show_screen, screen_id, record)
        if screen_id not in self._entries or not self._may_leave(screen_id, again):
            return False
        screen = self._screen(screen_id)
        is_other = screen_id != self._current_id
        self._current_id = screen_id
        self._content.setCurrentWidget(screen)
        self._rail.show_current(screen_id)
        if is_other:
            screen.activate(self._context.selected_window_id)
            self._context.settings.setValue("screen", screen_id)
        if record is not None:
            screen.open_record(record)
        focused = self.focusWidget()  # of this window, also before it is shown
        if focused is None or not screen.isAncestorOf(focused):
            screen.setFocus()  # else Qt would hand the keyboard to the rail
        self._show_title()
        self._bind_commands()
        return True

    def all_commands(self) -> list[Command]:
        """What can be done now: the screen's commands, going to screens, and what the desk offers always."""
        screen = self.current_screen
        own = screen.commands() if screen is not None else []
        go = [
            Command(
                f"Go to {self._entries[one].label}",
                partial(self._go, one),
                shortcut_of(place),
                "Go to",
            )
            for place, one in enumerate(self._order)
        ]
        return [*own, *self._undo_commands(), *go, *self._extra, *self._desk_commands()]

    def refresh_shell(self) -> None:
        """Fetch header and badges again."""
        queries, window_id, had_one = self._queries, self._context.selected_window_id, self._had_window

        def work(control: JobControl) -> tuple[WindowHeader | None, Mapping[str, int], int | None]:
            header = queries.header(window_id) if window_id is not None else None
            control.check()
            return header, queries.badges(), None if had_one else queries.start_window()

        self._context.fetch("Reading the window", work, self._take_shell, self, key="shell")

    def hold_badge(self, screen_id: str, count: int) -> None:
        """Show on the rail how many things wait on a screen, kept by the desk itself."""
        self._rail.hold_badge(screen_id, count)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask the screen for unsaved work, then keep size and place."""
        screen = self.current_screen
        if screen is not None and not screen.may_leave(self.close):
            event.ignore()
            return
        if not self._may_stop():
            event.ignore()
            return
        self._context.settings.setValue("geometry", self.saveGeometry())
        super().closeEvent(event)

    def put_away(self) -> None:
        """Close because another window takes its place; nobody is asked."""
        self._is_leaving = True
        self.close()

    def _may_stop(self) -> bool:
        """Whether nothing under way would be stopped half-way; else the person is asked first."""
        jobs = self._context.jobs.running
        title = next((job.title for job in jobs if job.is_writing and job.can_be_stopped), "")
        if not title or self._is_leaving:
            return True
        ConfirmDialog.ask(
            self,
            "Stop it and close?",
            f"{title} is not done yet. Closing stops it: nothing of it is stored, unless all of it just is.",
            "Stop and close",
            lambda _reason: self.put_away(),
            is_dangerous=True,
        )
        return False

    def _build(self, entries: Sequence[ScreenEntry]) -> None:
        context = self._context
        self._rail = Rail(context.theme, entries, self)
        self._top = TopBar(context.theme, context.clock, self)
        self._content = QStackedWidget(self)
        self._content.setObjectName("content")
        self._status = StatusLine(context.theme, context.jobs, self)
        words = f"{'Shared' if self._queries.is_shared else 'Local'}: {self._queries.database}"
        self._status.set_database(words)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._top)
        right.addWidget(self._content, 1)
        right.addWidget(self._status)
        central = QWidget(self)
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(right, 1)
        self.setCentralWidget(central)
        self._notices = NoticeStack(context.theme, central)
        self._finder = Finder(context, self._queries.search, self.all_commands, central)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MILLISECONDS)
        self._settle.timeout.connect(self.refresh_shell)

    def _connect(self) -> None:
        context = self._context
        self._rail.screen_chosen.connect(self._go)
        self._rail.theme_asked.connect(self._next_theme)
        self._rail.help_asked.connect(self._show_help)
        self._status.commands_asked.connect(self._finder.open_commands)
        context.navigate_requested.connect(self._go)
        context.noticed.connect(self._notices.show_notice)
        context.window_selected.connect(self._window_selected)
        context.announcer.records_changed.connect(self._records_changed)
        context.theme.theme_changed.connect(self._rail.redraw)

    def _go(self, screen_id: str, record: object = None) -> None:
        self.show_screen(screen_id, record)
        if self._current_id:
            self._rail.show_current(self._current_id)

    def _may_leave(self, screen_id: str, then: Callable[[], object]) -> bool:
        screen = self.current_screen
        return screen is None or screen_id == self._current_id or screen.may_leave(then)

    def _screen(self, screen_id: str) -> Screen:
        if screen_id not in self._screens:
            screen = self._entries[screen_id].factory(self._context)
            self._screens[screen_id] = screen
            self._content.addWidget(screen)
            screen.title_changed.connect(self._show_title)
            screen.commands_changed.connect(self._bind_commands)
        return self._screens[screen_id]

    def _show_title(self) -> None:
        screen = self.current_screen
        if screen is not None:
            label = self._entries[self._current_id].label
            self._top.set_screen(screen.title or label, screen.shows_window)
            self.setWindowTitle(f"{screen.title or label} · Lockstep")

    def _take_shell(self, answer: tuple[WindowHeader | None, Mapping[str, int], int | None]) -> None:
        header, badges, first_window_id = answer
        self._top.set_header(header)
        self._rail.show_badges(badges)
        if first_window_id is not None and not self._had_window:
            self._context.select_window(first_window_id)

    def _window_selected(self, window_id: int | None) -> None:
        self._had_window = self._had_window or window_id is not None
        self._context.settings.setValue("window", window_id)
        self.refresh_shell()
        screen = self.current_screen
        if screen is not None:
            screen.activate(window_id)

    def _records_changed(self, changes: Changes) -> None:
        self._settle.start()
        if self.current_screen is not None:  # the others read again when they come to the front
            self.current_screen.refresh(changes)

    def _undo_commands(self) -> list[Command]:
        stack = self.current_screen.undo_stack() if self.current_screen is not None else None
        if stack is None:
            return []
        nothing = "There is nothing to {}."
        return [
            Command("Undo", stack.undo, "Ctrl+Z", "Edit", "" if stack.canUndo() else nothing.format("undo")),
            Command(
                "Redo", stack.redo, "Ctrl+Shift+Z", "Edit", "" if stack.canRedo() else nothing.format("redo")
            ),
        ]

    def _desk_commands(self) -> list[Command]:
        return [
            Command("Find a command", self._finder.open_commands, "Ctrl+K", "Desk"),
            Command("Search everything", self._finder.open_search, "Ctrl+F", "Desk"),
            Command("Change theme: system, light, dark", self._next_theme, "Ctrl+Shift+L", "Desk"),
            Command("Full screen", self._toggle_full_screen, "F11", "Desk"),
            Command("Keyboard help", self._show_help, "F1", "Desk"),
            Command("About Lockstep", self._show_about, "", "Desk"),
            Command("Quit", self._quit, "Ctrl+Q", "Desk"),
        ]

    def _bind_fixed(self) -> None:
        runs = {one.shortcut: one.run for one in self.all_commands() if one.shortcut}
        runs |= {
            "?": self._show_help,
            "Ctrl+Z": partial(self._undo, True),
            "Ctrl+Shift+Z": partial(self._undo, False),
            "Ctrl+Y": partial(self._undo, False),
        }
        self._fixed = {keys: QShortcut(QKeySequence(keys), self, run) for keys, run in runs.items()}

    def _bind_commands(self) -> None:
        for shortcut in self._shortcuts:
            shortcut.setParent(None)
            shortcut.deleteLater()
        screen = self.current_screen
        commands = screen.commands() if screen is not None else []
        self._shortcuts = [
            QShortcut(QKeySequence(one.shortcut), self, partial(self._run_shortcut, one.label))
            for one in commands
            if one.shortcut
        ]
        own = {one.shortcut for one in commands}
        for keys, fixed in self._fixed.items():
            fixed.setEnabled(keys not in own)  # the screen's own goes first: Qt runs neither of two

    def _run_shortcut(self, label: str) -> None:
        screen = self.current_screen
        for command in screen.commands() if screen is not None else []:
            if command.label == label:
                if command.is_enabled:
                    command.run()
                else:
                    self._context.notify(command.reason, "waived")
                return

    def _undo(self, is_undo: bool) -> None:
        stack = self.current_screen.undo_stack() if self.current_screen is not None else None
        if stack is not None:
            (stack.undo if is_undo else stack.redo)()
        else:
            self._run_shortcut("Undo" if is_undo else "Redo")  # where a screen keeps a history of its own

    def _next_theme(self) -> None:
        theme = self._context.theme
        theme.set_preference(NEXT_PREFERENCE[theme.preference])
        self._context.settings.setValue("theme", theme.preference.value)
        self._rail.redraw()

    def _show_help(self) -> None:
        screen = self.current_screen
        KeyboardHelp(self.all_commands(), screen.key_hints() if screen is not None else (), self).open()

    def _show_about(self) -> None:
        About(VERSION, self._queries.database, self).open()

    def _toggle_full_screen(self) -> None:
        (self.showNormal if self.isFullScreen() else self.showFullScreen)()

    def _quit(self) -> None:
        self.close()

    def _restore_geometry(self) -> None:
        kept = self._context.settings.value("geometry")
        if not (isinstance(kept, QByteArray) and self.restoreGeometry(kept)):
            self.resize(*FIRST_SIZE)
            room = self.screen().availableGeometry()
            has_room = room.width() > FIRST_SIZE[0] and room.height() > FIRST_SIZE[1] + _TITLE_BAR
            if not has_room and room.width() >= LEAST_SCREEN:
                self.resize(self.size().boundedTo(room.size()))
                self.setWindowState(Qt.WindowState.WindowMaximized)
