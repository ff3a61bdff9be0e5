"""What the night's use cases give: a run with its sequence and log, and the runs a window has had."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.register import Person, Team
from app.domain.windows import MaintenanceWindow, WindowState
from app.sequencing.model import Sequence
from app.sequencing.night import Act, NightEntry, effective, last_redoable, last_undoable
from app.sequencing.night_picture import NightPicture, night_picture
from app.sequencing.surroundings import Surroundings
from app.services.errors import RefusedError
from app.store.nights import LogLine, StoredRun

__all__ = ["LogLine", "NightView", "ReasonNeededError", "RunSummary", "StoredRun", "WindowOffer"]


class ReasonNeededError(RefusedError):
    """The act is refused unless a reason is given, which then stays in the log."""


@dataclass(frozen=True, slots=True)
class RunSummary:
    """One run of a window in a list of them."""

    run_id: int
    is_rehearsal: bool
    begun_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class NightView:
    """A run as it stands in the database; `picture(now)` says what it looks like at an instant.

    Minutes in `sequence` and `surroundings` count from `run.zero_at`.
    """

    window: MaintenanceWindow
    run: StoredRun
    sequence: Sequence
    log: tuple[LogLine, ...]
    surroundings: Surroundings
    people: tuple[Person, ...]
    teams: tuple[Team, ...]
    change_titles: Mapping[str, str]
    runs: tuple[RunSummary, ...]

    @property
    def run_id(self) -> int:
        """The run's id."""
        return self.run.id or 0

    @property
    def is_over(self) -> bool:
        """Whether the run has ended, so that its log is a record."""
        return self.run.ended_at is not None

    @property
    def window_end(self) -> datetime:
        """The instant the run's window ends; a rehearsal's lies as far from its beginning."""
        return self.run.instant(self.sequence.window_minutes)

    @property
    def entries(self) -> tuple[NightEntry, ...]:
        """The acts of the log."""
        return tuple(line.entry for line in self.log)

    @property
    def undoable(self) -> str:
        """The line that an undo takes back, or nothing."""
        return self._said(last_undoable(self.entries))

    @property
    def redoable(self) -> str:
        """The line that a redo brings back, or nothing."""
        undo = last_redoable(self.entries)
        return self._said(undo)

    @property
    def undone(self) -> frozenset[int]:
        """The numbers of log lines that no longer count."""
        counting = {entry.number for entry in effective(self.entries)}
        return frozenset(
            entry.number
            for entry in self.entries
            if entry.number not in counting and entry.act is not Act.UNDO
        )

    def picture(self, now: datetime) -> NightPicture:
        """What the night looks like at an instant (UTC); one that is over stays as it ended."""
        instant = now if self.run.ended_at is None else self.run.ended_at
        return night_picture(self.sequence, self.run.minute(instant), self.surroundings)

    def _said(self, entry: NightEntry | None) -> str:
        return next((line.said for line in self.log if entry is not None and line.entry == entry), "")


@dataclass(frozen=True, slots=True)
class WindowOffer:
    """A window whose night could begin or be rehearsed; `problem` says what speaks against beginning it."""

    window: MaintenanceWindow
    activities: int
    problem: str
    may_be_overruled: bool
    runs: tuple[RunSummary, ...]

    @property
    def is_over(self) -> bool:
        """Whether the window has ended without a night on this desk."""
        return self.window.state in (WindowState.CLOSED, WindowState.CANCELLED)
