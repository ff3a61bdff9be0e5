"""Offers lists that arrive in the watched folder, on whatever screen the person is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from app.ui.context import DeskContext
from app.ui.imports.watch import (
    ArrivedList,
    FolderWatch,
    Stamps,
    read_seen,
    read_watched,
    stamps_in,
    write_seen,
)
from app.ui.texts import one_line


class Arrivals(QObject):
    """Lives as long as a database is open; `follow` takes up what the settings say."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._context = context
        self._kind = "auto"
        self.folder = FolderWatch(self, self._look_into)
        self.folder.list_arrived.connect(self._arrived)
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

    def _look_into(self, folder: Path, done: Callable[[Stamps], None]) -> None:
        """Off the window's thread: a shared drive may answer late, or not at all."""
        self._context.fetch(
            "",  # nothing that the status line should tell every few seconds
            lambda _control: stamps_in(folder),
            done,
            self,
            key="watched-folder",
        )

    def _arrived(self, path: Path) -> None:
        arrived = ArrivedList(path, self._kind)
        self._context.notify(
            f"{one_line(path.name, 80)} arrived.",
            "accent",
            "Look at it",
            lambda: self._context.navigate("imports", record=arrived),
            stays=True,
        )
