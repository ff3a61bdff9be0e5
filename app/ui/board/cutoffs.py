"""Freezes checkpoints at their cutoffs and moves windows on with the clock, while the desk runs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from app.services.checkpoints import CheckpointReport, freeze_due
from app.services.errors import DatabaseBusyError
from app.services.windows_states import advance_windows
from app.ui.context import DeskContext
from app.ui.texts import one_line

_EVERY_MS = 60_000
FOLLOWING = "Following the clock"


class CutoffWatch(QObject):
    """One for the program: asks for what is due each minute, freezes it, and says so."""

    def __init__(self, context: DeskContext, parent: QObject | None = None) -> None:
        super().__init__(parent or context)
        self._context = context
        self._is_busy = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.check)

    def start(self) -> None:
        """Look now and then each minute."""
        self._timer.start()
        self.check()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot()
    def check(self) -> None:
        """Freeze what is due; one look at a time."""
        if self._is_busy:
            return
        self._is_busy = True
        services = self._context.services
        self._context.perform(
            "Freezing checkpoints", lambda: freeze_due(services), self, self._done, self._failed
        )
        self._context.perform(
            FOLLOWING,
            lambda: advance_windows(services),
            self,
            failed=lambda error: self._told(error, FOLLOWING),
        )

    def _done(self, reports: tuple[CheckpointReport, ...]) -> None:
        self._is_busy = False
        for report in (one for one in reports if one.passed or one.failed):
            self._context.notify(
                f"{one_line(report.checkpoint.name, 60)} closed: {len(report.passed)} passed, "
                f"{len(report.failed)} not in.",
                "waived" if report.failed else "met",
                "Open board",
                self._opener(report.window.id),
                stays=True,
            )

    def _opener(self, window_id: int | None) -> Callable[[], None]:
        return lambda: self._context.navigate("board", window_id)

    def _failed(self, error: Exception) -> None:
        self._is_busy = False
        self._told(error, "Freezing a checkpoint at its cutoff")

    def _told(self, error: Exception, doing: str) -> None:
        """Nobody asked for this: while a long import is stored it waits for the next look without a word."""
        if not isinstance(error, DatabaseBusyError):
            self._context.show_error(error, doing)
