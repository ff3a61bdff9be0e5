"""Beginning a night or a rehearsal, opening it where it stands, and ending it with the changes' results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Connection

from app.domain.changes import Change, ChangeState
from app.domain.windows import MaintenanceWindow, WindowState
from app.sequencing.errors import SequenceError
from app.sequencing.model import Sequence
from app.sequencing.night import Act, NightEntry, clean
from app.sequencing.night_picture import agreed_schedule
from app.sequencing.night_rules import refusal
from app.sequencing.night_words import Result, results, said
from app.services.errors import RefusedError
from app.services.night.models import NightView, ReasonNeededError, WindowOffer
from app.services.night.standing import Standing, refuse_ended, standing, summaries
from app.services.surroundings import window_minutes
from app.services.workplace import Done, Workplace
from app.store.nights import (
    REAL,
    REHEARSAL,
    StoredRun,
    add_entry,
    add_run,
    end_run,
    next_number,
    open_windows,
    runs_of,
)
from app.store.queries.windows import next_window_id
from app.store.reading import get
from app.store.sequences import read_sequence
from app.store.unit_of_work import UnitOfWork

EARLIEST_BEFORE_START = timedelta(hours=12)
STATE_OF_RESULT = {
    Result.DEPLOYED: ChangeState.DEPLOYED,
    Result.ROLLED_BACK: ChangeState.ROLLED_BACK,
    Result.FAILED: ChangeState.FAILED,
    Result.NOT_DEPLOYED: ChangeState.DEFERRED,
}
_LEFT = (ChangeState.WITHDRAWN, ChangeState.CLOSED)


def offer(workplace: Workplace, window_id: int) -> WindowOffer:
    """What could be begun for a window that has no night open."""
    with workplace.read() as connection:
        window = get(connection, MaintenanceWindow, window_id)
        sequence = read_sequence(connection, window_id, window_minutes(window)).sequence
        problem, may_be_overruled = _begin_problem(connection, window, sequence, workplace)
        return WindowOffer(window, len(sequence), problem, may_be_overruled, summaries(connection, window_id))


def open_night(workplace: Workplace, window_id: int, run_id: int | None = None) -> NightView | None:
    """A run of a window as it stands: the one named, else an open one, else the real one; None without."""
    with workplace.read() as connection:
        runs = runs_of(connection, window_id)
        chosen = [run for run in runs if run.id == run_id] if run_id is not None else []
        open_runs = [run for run in runs if run.ended_at is None]
        order = [*chosen, *_real(open_runs), *open_runs, *_real(list(runs)), *runs]
        if not order:
            return None
        return _view(connection, standing(connection, order[0].id or 0))


def running_windows(workplace: Workplace) -> tuple[MaintenanceWindow, ...]:
    """The windows whose night is under way, the one begun last first."""
    with workplace.read() as connection:
        return tuple(
            get(connection, MaintenanceWindow, window_id) for window_id, _ in open_windows(connection)
        )


def coming_window(workplace: Workplace) -> MaintenanceWindow | None:
    """The window whose night is the next one, or runs now; None where none lies ahead."""
    with workplace.read() as connection:
        window_id = next_window_id(connection, workplace.now())
        return None if window_id is None else get(connection, MaintenanceWindow, window_id)


def begin(workplace: Workplace, window_id: int, reason: str = "") -> Done[int]:
    """Begin a window's night: the window runs, the plan is kept as it is now. Returns the run's id.

    A window that is not locked, or starts much later, is begun only with a reason (ReasonNeededError).
    """
    with workplace.write() as work:
        window = work.get(MaintenanceWindow, window_id)
        sequence = read_sequence(work.connection, window_id, window_minutes(window)).sequence
        problem, may_be_overruled = _begin_problem(work.connection, window, sequence, workplace)
        if problem and not may_be_overruled:
            raise RefusedError(problem)
        if problem and not reason:
            raise ReasonNeededError(problem)
        if window.state is not WindowState.RUNNING:
            work.save(replace(window, state=WindowState.RUNNING), reason or "The night begins")
        run_id = _begin(work, window, REAL, sequence, reason)
        return workplace.done(run_id, work.commit())


def begin_rehearsal(workplace: Workplace, window_id: int) -> Done[int]:
    """Begin a rehearsal now, its first step due now; it never touches the window. Returns the run's id."""
    with workplace.write() as work:
        window = work.get(MaintenanceWindow, window_id)
        sequence = read_sequence(work.connection, window_id, window_minutes(window)).sequence
        _refuse_unusable(sequence, window)
        if any(run.is_rehearsal and run.ended_at is None for run in runs_of(work.connection, window_id)):
            raise RefusedError(f"A rehearsal of “{window.title}” is under way; end it first.")
        run_id = _begin(work, window, REHEARSAL, clean(sequence), "")
        return workplace.done(run_id, work.commit())


def end_rehearsal(workplace: Workplace, run_id: int, reason: str = "") -> Done[int]:
    """End a rehearsal; its times stay with it. Steps not done need a reason (ReasonNeededError)."""
    with workplace.write() as work:
        night = standing(work.connection, run_id, lock=True)
        if not night.run.is_rehearsal:
            raise RefusedError("This is the night itself; close its window with the changes' results.")
        _end(work, night, reason)
        return workplace.done(run_id, work.commit())


def close_window(
    workplace: Workplace, run_id: int, outcomes: Mapping[str, Result] | None = None, reason: str = ""
) -> Done[Mapping[str, Result]]:
    """End the night and close its window with a result for each change, as the log says or as stated.

    Changes become deployed, rolled back, failed, or deferred where nothing was deployed. Running activities
    refuse; steps not done, and results that differ from the log's, need a reason (ReasonNeededError).
    """
    with workplace.write() as work:
        night = standing(work.connection, run_id, lock=True)
        if night.run.is_rehearsal:
            raise RefusedError("This is a rehearsal; end it, the window stays as it is.")
        found = dict(results(night.sequence))
        wanted = found | {key: one for key, one in (outcomes or {}).items() if key in found}
        differing = sorted(key for key in found if wanted[key] is not found[key])
        if differing and not reason:
            raise ReasonNeededError(
                f"The log says {found[differing[0]].value.replace('_', ' ')} for {differing[0]}, not "
                f"{wanted[differing[0]].value.replace('_', ' ')}. Give a reason for the difference."
            )
        _end(work, night, reason)
        window = work.get(MaintenanceWindow, night.run.window_id)
        work.save(replace(window, state=WindowState.CLOSED), reason or "The night is over")
        _follow(work, night, wanted, reason)
        return workplace.done(wanted, work.commit())


def _follow(work: UnitOfWork, night: Standing, wanted: Mapping[str, Result], reason: str) -> None:
    """Give the changes the states of their results: what happened is recorded, whatever they were before."""
    for change in work.find(Change, window_id=night.run.window_id):
        result = wanted.get(change.key)
        if result is None or change.state in _LEFT or change.state is STATE_OF_RESULT[result]:
            continue
        words = reason or f"The night of {night.window.title} ended"
        work.save(replace(change, state=STATE_OF_RESULT[result]), words)


def _begin(work: UnitOfWork, window: MaintenanceWindow, kind: str, sequence: Sequence, reason: str) -> int:
    first = min([0, *(timing.start for timing in agreed_schedule(sequence).timings.values())])
    zero_at = work.now - timedelta(minutes=first) if kind == REHEARSAL else window.starts_at
    assert window.id is not None
    run = add_run(work, StoredRun(window.id, kind, zero_at, work.now, work.actor, sequence))
    now = run.minute(work.now)
    entry = NightEntry(1, Act.BEGIN, now, now, reason=reason)
    night = standing(work.connection, run.id or 0)
    line = said(sequence, entry, night.surroundings)
    add_entry(work, run, entry, line.replace("The night", "The rehearsal", 1) if run.is_rehearsal else line)
    return run.id or 0


def _end(work: UnitOfWork, night: Standing, reason: str) -> None:
    refuse_ended(night)
    now = night.run.minute(work.now)
    entry = NightEntry(next_number(work.connection, night.run.id or 0), Act.END, now, now, reason=reason)
    found = refusal(night.sequence, entry, night.surroundings)
    if found is not None and not (found.may_be_overruled and reason):
        raise (ReasonNeededError if found.may_be_overruled else RefusedError)(found.sentence)
    line = said(night.sequence, entry, night.surroundings)
    is_rehearsal = night.run.is_rehearsal
    add_entry(work, night.run, entry, line.replace("The night", "The rehearsal", 1) if is_rehearsal else line)
    end_run(work, night.run)


def _begin_problem(
    connection: Connection, window: MaintenanceWindow, sequence: Sequence, workplace: Workplace
) -> tuple[str, bool]:
    """What speaks against beginning the night now, and whether a reason overrules it."""
    if window.state in (WindowState.CLOSED, WindowState.CANCELLED):
        return f"“{window.title}” is {window.state.value}; its night cannot begin.", False
    if _real(list(runs_of(connection, window.id or 0))):
        return f"The night of “{window.title}” has begun already.", False
    try:
        _refuse_unusable(sequence, window)
    except RefusedError as error:
        return str(error), False
    if window.state not in (WindowState.LOCKED, WindowState.RUNNING):
        return (
            f"“{window.title}” is not locked yet, its last checkpoint is open. Give a reason to begin "
            "all the same.",
            True,
        )
    if workplace.now() < window.starts_at - EARLIEST_BEFORE_START:
        return (
            f"“{window.title}” starts in more than 12 hours. Give a reason to begin its night now, or "
            "begin a rehearsal.",
            True,
        )
    return "", False


def _refuse_unusable(sequence: Sequence, window: MaintenanceWindow) -> None:
    if not sequence.activities:
        raise RefusedError(
            f"“{window.title}” has no activities yet; plan its sequence before its night begins."
        )
    try:
        agreed_schedule(sequence)
    except SequenceError as error:
        raise RefusedError(str(error)) from error


def _real(runs: list[StoredRun]) -> list[StoredRun]:
    return [run for run in runs if not run.is_rehearsal]


def _view(connection: Connection, night: Standing) -> NightView:
    titles = {change.key: change.title for change in night.facts.changes}
    return NightView(
        night.window,
        night.run,
        night.sequence,
        night.log,
        night.surroundings,
        night.facts.people,
        night.facts.teams,
        titles,
        summaries(connection, night.run.window_id),
    )
