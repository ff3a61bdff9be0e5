"""The runs of a window and their logs in the database; entries are added and never altered."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from app.sequencing.model import Sequence
from app.sequencing.night import Act, Choice, NightEntry
from app.store.errors import MissingRecordError
from app.store.plain import canonical, structure, unstructure
from app.store.unit_of_work import UnitOfWork
from db import tables

_RUN = tables.night_run
_LOG = tables.night_log
REAL, REHEARSAL = "real", "rehearsal"


@dataclass(frozen=True, slots=True)
class StoredRun:
    """One run: `zero_at` is the instant of its minute 0, `plan` the sequence it began with."""

    window_id: int
    kind: str
    zero_at: datetime
    begun_at: datetime
    begun_by: str
    plan: Sequence
    ended_at: datetime | None = None
    id: int | None = None

    @property
    def is_rehearsal(self) -> bool:
        """Whether nothing it says is true of production."""
        return self.kind == REHEARSAL

    def minute(self, instant: datetime) -> int:
        """The whole minute of the run at an instant (UTC); a minute that has begun is not counted."""
        return (instant - self.zero_at) // timedelta(minutes=1)

    def instant(self, minute: int) -> datetime:
        """The UTC instant of a minute of the run."""
        return self.zero_at + timedelta(minutes=minute)


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of a run's log, as people read it and as the state follows from it."""

    entry: NightEntry
    recorded_at: datetime
    happened_at: datetime
    actor: str
    said: str


def add_run(work: UnitOfWork, run: StoredRun) -> StoredRun:
    """Store a new run; its event holds everything but the plan, of which it holds the SHA-256."""
    plan = unstructure(run.plan, Sequence)
    row = begun_row(run)
    stored = {name: value for name, value in row.items() if name != "plan_sha256"}
    statement = insert(_RUN).values(**stored, plan=plan).returning(_RUN.c.id)
    run_id = work.connection.execute(statement).scalar_one()
    work.note("night_run", run_id, "begun", row)
    return replace(run, id=run_id)


def begun_row(run: StoredRun) -> dict[str, Any]:
    """A run as the event of its beginning holds it."""
    plan = canonical(unstructure(run.plan, Sequence))
    return {
        "window_id": run.window_id,
        "kind": run.kind,
        "zero_at": run.zero_at,
        "begun_at": run.begun_at,
        "begun_by": run.begun_by,
        "plan_sha256": hashlib.sha256(plan.encode("utf-8", "surrogatepass")).hexdigest(),
    }


def end_run(work: UnitOfWork, run: StoredRun, ended_at: datetime | None = None) -> StoredRun:
    """Mark a run as ended, at the unit's instant or at the one a log taken over tells."""
    ended_at = ended_at or work.now
    work.connection.execute(update(_RUN).where(_RUN.c.id == run.id).values(ended_at=ended_at))
    work.note("night_run", run.id, "ended", {"window_id": run.window_id, "ended_at": ended_at})
    return replace(run, ended_at=ended_at)


def read_run(connection: Connection, run_id: int, *, lock: bool = False) -> StoredRun:
    """A run by its id; with `lock` nobody else can add to its log until the unit ends."""
    statement = select(_RUN).where(_RUN.c.id == run_id)
    row = connection.execute(statement.with_for_update() if lock else statement).mappings().first()
    if row is None:
        raise MissingRecordError("night_run", run_id)
    return _run(row)


def runs_of(connection: Connection, window_id: int) -> tuple[StoredRun, ...]:
    """The runs of a window, newest first."""
    statement = select(_RUN).where(_RUN.c.window_id == window_id).order_by(_RUN.c.id.desc())
    return tuple(_run(row) for row in connection.execute(statement).mappings())


def next_number(connection: Connection, run_id: int) -> int:
    """The number of the next entry of a run's log, from 1."""
    highest = select(func.coalesce(func.max(_LOG.c.number), 0)).where(_LOG.c.run_id == run_id)
    return int(connection.execute(highest).scalar_one()) + 1


def add_entry(
    work: UnitOfWork, run: StoredRun, entry: NightEntry, said: str, recorded_at: datetime | None = None
) -> LogLine:
    """Append an act to a run's log, with its event; an act of this very minute happened now.

    `recorded_at` (default: the unit's instant) is for logs that were kept elsewhere and are taken over.
    """
    recorded_at = recorded_at or work.now
    is_now = entry.minute >= entry.recorded_minute
    happened_at = recorded_at if is_now else run.instant(entry.minute)
    line = LogLine(entry, recorded_at, happened_at, work.actor, said)
    row = log_row(run.id, line)
    work.connection.execute(insert(_LOG).values(**row))
    work.note("night", run.id, entry.act.value, row, reason=entry.reason)
    return line


def log_row(run_id: int | None, line: LogLine) -> dict[str, Any]:
    """A line of a run's log as it is stored, and as its event holds it."""
    entry = line.entry
    return {
        "run_id": run_id,
        "number": entry.number,
        "recorded_at": line.recorded_at,
        "happened_at": line.happened_at,
        "actor": line.actor,
        "act": entry.act.value,
        "activity_id": entry.activity_id,
        "change_key": entry.change_key,
        "said": line.said,
        "details": {
            "minute": entry.minute,
            "recorded_minute": entry.recorded_minute,
            "person_id": entry.person_id,
            "stand_in_id": entry.stand_in_id,
            "target": entry.target,
            "reason": entry.reason,
            "starts": [list(pair) for pair in entry.starts],
            "choices": [[key, choice.value] for key, choice in entry.choices],
        },
    }


def log_of(connection: Connection, run_id: int) -> tuple[LogLine, ...]:
    """The log of a run in its order."""
    statement = select(_LOG).where(_LOG.c.run_id == run_id).order_by(_LOG.c.number)
    return tuple(_line(row) for row in connection.execute(statement).mappings())


def _run(row: Mapping[Any, Any]) -> StoredRun:
    content = dict(row)
    content["plan"] = structure(content["plan"], Sequence)
    return StoredRun(**content)


def _line(row: Mapping[Any, Any]) -> LogLine:
    details = row["details"]
    entry = NightEntry(
        row["number"],
        Act(row["act"]),
        details["minute"],
        details["recorded_minute"],
        row["activity_id"],
        row["change_key"],
        details["person_id"],
        details["stand_in_id"],
        details["target"],
        details["reason"],
        tuple((key, minute) for key, minute in details["starts"]),
        tuple((key, Choice(choice)) for key, choice in details["choices"]),
    )
    return LogLine(entry, row["recorded_at"], row["happened_at"], row["actor"], row["said"])


def open_windows(connection: Connection) -> tuple[tuple[int, int], ...]:
    """The windows whose real run is under way, as (window id, run id), the newest first."""
    statement = (
        select(_RUN.c.window_id, _RUN.c.id)
        .where(_RUN.c.kind == REAL, _RUN.c.ended_at.is_(None))
        .order_by(_RUN.c.id.desc())
    )
    return tuple((row.window_id, row.id) for row in connection.execute(statement))
