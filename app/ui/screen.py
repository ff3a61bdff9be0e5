"""What a screen is to the shell: a page with a title, commands, and rows that follow the records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from app.ui.announcer import Changes
from app.ui.commands import Command, KeyHint

if TYPE_CHECKING:
    from app.ui.context import DeskContext


class Screen(QWidget):
    """A page of the desk; screens override what they need.

    `shows_window` says whether the top bar carries the selected window (True) or the screen's title.
    `title_changed` and `commands_changed` make the shell ask again.
    """

    title = ""
    shows_window = True
    title_changed = Signal()
    commands_changed = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.window_id: int | None = None
        self.setProperty("role", "page")

    def activate(self, window_id: int | None) -> None:
        """The screen comes to the front, or the selected window changes while it is there."""
        self.window_id = window_id
        self.reload()

    def deactivate(self) -> bool:
        """The screen is about to go; False keeps the person here (unsaved work)."""
        return True

    def may_leave(self, then: Callable[[], object]) -> bool:
        """Whether the screen goes now; one that asks the person first calls `then` once it may."""
        return self.deactivate()

    def reload(self) -> None:
        """Fetch again what is shown."""
        self.update()

    def refresh(self, changes: Changes) -> None:
        """Records changed here or at another desk; override to refresh by row."""
        if changes:
            self.reload()

    def open_record(self, record: object) -> None:
        """Show `record`, as a search hit or another screen names it; after `activate`."""
        self.setFocus()

    def commands(self) -> list[Command]:
        """What can be done here now."""
        return []

    def key_hints(self) -> list[KeyHint]:
        """Keys that work here and are no commands: those of a table, say."""
        return []

    def undo_stack(self) -> QUndoStack | None:
        """The screen's undo stack, which the shell's undo and redo use."""
        return None


ScreenFactory = Callable[["DeskContext"], Screen]


@dataclass(frozen=True, slots=True)
class ScreenEntry:
    """A screen in the navigation rail; made on the first visit.

    `group` is one of "plan", "follow", "know"; `icon` a file of resources/icons without its ending.
    """

    id: str
    label: str
    group: str
    icon: str
    factory: ScreenFactory
