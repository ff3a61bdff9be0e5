"""Lets every screen follow what other desks and the command line write into the same database."""

from __future__ import annotations

from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

from app.services.neighbours import follow
from app.ui.announcer import Changes
from app.ui.context import DeskContext

_PATIENCE_SECONDS = 2.0


class NeighbourWatch(QObject):
    """One for each open database: listens on a thread of its own, and announces on the window's.

    `number` is the newest audit event that the screens can know of.
    """

    heard = Signal(object)

    def __init__(self, context: DeskContext, number: int) -> None:
        super().__init__(context)
        self._stop = Event()
        self.heard.connect(context.announcer.announce)
        services = context.services
        self._thread = Thread(
            target=lambda: follow(services, number, self._stop, self._tell), name="neighbours", daemon=True
        )

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self) -> None:
        """Listen no more."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(_PATIENCE_SECONDS)

    def _tell(self, changes: Changes) -> None:
        if not self._stop.is_set():  # a signal of a thread reaches the window's thread by its queue
            self.heard.emit(changes)
