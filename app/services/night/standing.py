"""Reading where a night stands: the real run from the window's sequence, a rehearsal from its own log."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy import Connection

from app.domain.windows import MaintenanceWindow
from app.sequencing.model import Sequence
from app.sequencing.night import clean, fold
from app.sequencing.surroundings import Surroundings
from app.services.errors import RefusedError
from app.services.night.models import RunSummary
from app.services.surroundings import surroundings, window_minutes
from app.store.nights import LogLine, StoredRun, log_of, read_run, runs_of
from app.store.queries.sequence import SequenceFacts, sequence_facts
from app.store.reading import get
from app.store.sequences import read_sequence


@dataclass(frozen=True, slots=True)
class Standing:
    """A run with its sequence as it stands; `version` guards the window's sequence, 0 for a rehearsal."""

    window: MaintenanceWindow
    run: StoredRun
    sequence: Sequence
    version: int
    log: tuple[LogLine, ...]
    facts: SequenceFacts
    surroundings: Surroundings

    @property
    def base(self) -> Sequence:
        """What the log is folded over: the plan the run began with, and what was added to it since."""
        known = set(self.run.plan.ids)
        added = tuple(one for one in clean(self.sequence).activities if one.id not in known)
        plan = self.run.plan
        return Sequence((*plan.activities, *added), plan.links, plan.window_minutes) if added else plan


def standing(connection: Connection, run_id: int, *, lock: bool = False) -> Standing:
    """Where a run stands; with `lock` nobody else adds to its log until the unit ends."""
    run = read_run(connection, run_id, lock=lock)
    window = get(connection, MaintenanceWindow, run.window_id)
    log = log_of(connection, run_id)
    length = window_minutes(window)
    if run.is_rehearsal:
        sequence, version = fold(run.plan, (line.entry for line in log)), 0
        length = sequence.window_minutes
    else:
        stored = read_sequence(connection, run.window_id, length)
        sequence, version = stored.sequence, stored.version
    shown = replace(window, starts_at=run.zero_at, ends_at=run.zero_at + timedelta(minutes=length))
    facts = sequence_facts(connection, run.window_id, shown.starts_at, shown.ends_at)
    return Standing(window, run, sequence, version, log, facts, surroundings(shown, facts))


def summaries(connection: Connection, window_id: int) -> tuple[RunSummary, ...]:
    """The runs of a window, newest first."""
    return tuple(
        RunSummary(run.id or 0, run.is_rehearsal, run.begun_at, run.ended_at)
        for run in runs_of(connection, window_id)
    )


def refuse_ended(night: Standing) -> None:
    """Raise RefusedError when the run has ended."""
    if night.run.ended_at is not None:
        what = "rehearsal" if night.run.is_rehearsal else "night"
        raise RefusedError(
            f"This {what} of “{night.window.title}” is over; its log is a record now and takes no more acts."
        )
