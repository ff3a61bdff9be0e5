"""Commands a screen offers to the command palette, to menus and to the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can do now; a `reason` says why not (empty: it can be done).

    `shortcut` is written as Qt writes it ("Ctrl+Shift+N"); the shell binds it while the screen shows.
    """

    label: str
    run: Callable[[], None]
    shortcut: str = ""
    group: str = ""
    reason: str = ""

    @property
    def is_enabled(self) -> bool:
        """Whether it can be done now."""
        return not self.reason
