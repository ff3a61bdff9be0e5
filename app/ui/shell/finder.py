"""The command palette (Ctrl+K) and the global search (Ctrl+F)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from app.ui.commands import Command
from app.ui.context import DeskContext
from app.ui.shell.fuzzy import fuzzy_score
from app.ui.shell.palette import PaletteItem, PalettePopup
from app.ui.shell.queries import SearchHit

LEAST_LETTERS = 2


def ranked(query: str, commands: Sequence[Command]) -> list[Command]:
    """The commands whose letters fit `query`, best first; the same order for equal fits."""
    scored = [(fuzzy_score(query, f"{one.label} {one.group}"), one) for one in commands]
    fitting = [(score, one) for score, one in scored if score is not None]
    return [one for _, one in sorted(fitting, key=lambda pair: -pair[0])]


class Finder(QObject):
    """Owns both popups and fills them; search runs in a job, and a newer query supersedes an older."""

    def __init__(
        self,
        context: DeskContext,
        search: Callable[[str], Sequence[SearchHit]],
        commands: Callable[[], list[Command]],
        host: QWidget,
    ) -> None:
        super().__init__(host)
        self._context = context
        self._search = search
        self._commands = commands
        self.palette_popup = PalettePopup(context.theme, "Type a command or a screen", host)
        self.search_popup = PalettePopup(
            context.theme, "Search changes, windows, fixes, incidents, people…", host
        )
        self.palette_popup.query_changed.connect(self._show_commands)
        self.search_popup.query_changed.connect(self._look_for)

    def open_commands(self) -> None:
        """Open the command palette."""
        self.search_popup.hide()
        self.palette_popup.open_popup()

    def open_search(self) -> None:
        """Open the global search."""
        self.palette_popup.hide()
        self.search_popup.open_popup()

    def _show_commands(self, query: str) -> None:
        items = [
            PaletteItem(
                one.label,
                one.group or "This screen",
                _keys(one.shortcut),
                partial(self._run, one.label, one.group),
                one.reason,
            )
            for one in ranked(query, self._commands())
        ]
        self.palette_popup.show_items(items, f"No command fits “{query}”.")

    def _run(self, label: str, group: str) -> None:
        """Run a command as it stands now: its screen may have been built anew since it was listed."""
        command = next((one for one in self._commands() if (one.label, one.group) == (label, group)), None)
        if command is not None and command.is_enabled:
            command.run()
        else:
            reason = command.reason if command is not None else f"“{label}” cannot be done any more."
            self._context.notify(reason, "waived")

    def _look_for(self, query: str) -> None:
        if len(query) < LEAST_LETTERS:
            self.search_popup.show_items((), "Type at least two letters.")
            return
        search = self._search
        self._context.fetch(
            "Searching", lambda _control: search(query), partial(self._show_hits, query), self, key="search"
        )

    def _show_hits(self, query: str, hits: Sequence[SearchHit]) -> None:
        items = [PaletteItem(one.label, one.kind, one.detail, partial(self._open, one)) for one in hits]
        self.search_popup.show_items(
            items, f"Nothing is called “{query}”. Try a key, a name or part of a title."
        )

    def _open(self, hit: SearchHit) -> None:
        self._context.navigate(hit.screen_id, hit.window_id, hit.record)


def _keys(shortcut: str) -> str:
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText) if shortcut else ""
