"""Offers lists that arrive in the watched folder, on whatever screen the person is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject

from app.ui.context import DeskContext
from app.ui.imports.waiting import ArrivedList, WaitingLists
from app.ui.imports.watch import (
    FolderWatch,
    Look,
    Stamps,
    read_seen,
    read_watched,
    stamps_in,
    write_seen,
)
from app.ui.texts import one_line

NAMED = 3
"""How many of several lists a notice names; all of them wait on the import screen."""
NANOSECONDS = 1_000_000_000


class Arrivals(QObject):
    """Lives as long as a database is open; `follow` takes up what the settings say."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._context = context
        self._kind = "auto"
        self.folder = FolderWatch(self, self._look_into)
        self.waiting = WaitingLists.of(context)
        self.folder.lists_arrived.connect(self._arrived)
        self.folder.seen_changed.connect(lambda seen: write_seen(context.settings, seen))
        self.follow()

    def follow(self) -> None:
        """Watch what the settings say now."""
        watched = read_watched(self._context.settings)
        self._kind = watched.kind if watched else "auto"
        self.folder.watch(watched.folder if watched else None, read_seen(self._context.settings))

    def stop(self) -> None:
        """Watch nothing any more."""
        self.folder.watch(None)

    def _look_into(self, folder: Path, done: Callable[[Look], None]) -> None:
        """Off the window's thread: a shared drive may answer late, or not at all."""
        self._context.fetch(
            "",  # nothing that the status line should tell every few seconds
            lambda _control: stamps_in(folder),
            done,
            self,
            key="watched-folder",
        )

    def _arrived(self, stamps: Stamps) -> None:
        """One is offered by itself, several together; the notice goes, the lists wait."""
        arrived = [
            ArrivedList(path, self._kind, datetime.fromtimestamp(stamp.arrived / NANOSECONDS, UTC))
            for path, stamp in stamps.items()
        ]
        self.waiting.add(arrived)
        first = arrived[0] if len(arrived) == 1 else None
        self._context.notify(
            arrived_sentence([one.path.name for one in arrived]),
            "accent",
            "Look at it" if first else "Show them",
            lambda: self._context.navigate("imports", record=first),
        )


def arrived_sentence(names: Sequence[str]) -> str:
    """What has arrived, in a few words."""
    if len(names) == 1:
        return f"{one_line(names[0], 80)} arrived."
    shown = ", ".join(one_line(name, 60) for name in names[:NAMED])
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return f"{len(names)} lists arrived: {shown}{more}."
