"""Commands a screen offers to palette, menus and keyboard, and the keys that it only tells of."""

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


@dataclass(frozen=True, slots=True)
class KeyHint:
    """A key that a screen or its parts take themselves, told in the keyboard help: `keys` as a person reads
    them ("Space, F2")."""

    label: str
    keys: str
    group: str = ""
