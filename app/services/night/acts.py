"""The acts of a night: start, finish, fail, skip, hand over, decide, note, roll back, undo and redo.

Each is one unit of work that appends to the log and, in the real run, writes the activity's state and actual
times through to the window's sequence. `at` is the UTC instant it happened (None: now).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from app.sequencing.model import Sequence
from app.sequencing.night import (
    Act,
    Choice,
    NightEntry,
    last_redoable,
    last_undoable,
    perform,
    undo_changes,
)
from app.sequencing.night_rollback import RollbackQuestion, rollback_question
from app.sequencing.night_rules import refusal
from app.sequencing.night_words import said
from app.services.errors import RefusedError
from app.services.night.models import LogLine, ReasonNeededError
from app.services.night.standing import Standing, refuse_ended, standing
from app.services.workplace import Done, Workplace
from app.store.nights import add_entry, next_number
from app.store.sequences import write_sequence
from app.store.unit_of_work import UnitOfWork


def start(
    workplace: Workplace, run_id: int, activity_id: str, at: datetime | None = None, reason: str = ""
) -> Done[LogLine]:
    """Start an activity; before what it waits for is done only with a reason (ReasonNeededError)."""
    return _act(workplace, run_id, Act.START, at, activity_id=activity_id, reason=reason)


def finish(
    workplace: Workplace, run_id: int, activity_id: str, at: datetime | None = None, reason: str = ""
) -> Done[LogLine]:
    """Finish a running activity, or reach a milestone."""
    return _act(workplace, run_id, Act.FINISH, at, activity_id=activity_id, reason=reason)


def fail(
    workplace: Workplace, run_id: int, activity_id: str, at: datetime | None = None, reason: str = ""
) -> Done[LogLine]:
    """Record that a running activity failed; it can be started again, or its change rolled back."""
    return _act(workplace, run_id, Act.FAIL, at, activity_id=activity_id, reason=reason)


def skip(
    workplace: Workplace, run_id: int, activity_id: str, at: datetime | None = None, reason: str = ""
) -> Done[LogLine]:
    """Leave a waiting activity out."""
    return _act(workplace, run_id, Act.SKIP, at, activity_id=activity_id, reason=reason)


def decide(
    workplace: Workplace,
    run_id: int,
    activity_id: str,
    is_go: bool,
    at: datetime | None = None,
    reason: str = "",
) -> Done[LogLine]:
    """Decide a go/no-go point; a no-go holds what prepares, deploys or verifies after it."""
    act = Act.GO if is_go else Act.NO_GO
    return _act(workplace, run_id, act, at, activity_id=activity_id, reason=reason)


def hand_over(
    workplace: Workplace,
    run_id: int,
    activity_id: str,
    person_id: int | None,
    stand_in_id: int,
    at: datetime | None = None,
    reason: str = "",
) -> Done[LogLine]:
    """Hand an activity from a player (None: nobody was named) to a stand-in."""
    return _act(
        workplace,
        run_id,
        Act.HAND_OVER,
        at,
        activity_id=activity_id,
        person_id=person_id,
        stand_in_id=stand_in_id,
        reason=reason,
    )


def note(
    workplace: Workplace,
    run_id: int,
    text: str,
    activity_id: str | None = None,
    at: datetime | None = None,
) -> Done[LogLine]:
    """Write a line into the log."""
    words = " ".join(text.split())
    if not words:
        raise RefusedError("The note is empty; write what happened.")
    return _act(workplace, run_id, Act.NOTE, at, activity_id=activity_id, reason=words)


def ask_rollback(workplace: Workplace, run_id: int, change_key: str) -> RollbackQuestion:
    """What rolling a change back now brings in, stops and asks; raises RefusedError where it cannot be."""
    with workplace.read() as connection:
        night = standing(connection, run_id)
    minute = night.run.minute(workplace.now())
    entry = NightEntry(0, Act.ROLL_BACK, minute, minute, change_key=change_key)
    refuse_ended(night)
    _refuse(night, entry)
    return rollback_question(night.sequence, change_key, minute)


def roll_back(
    workplace: Workplace,
    run_id: int,
    change_key: str,
    choices: Mapping[str, Choice],
    at: datetime | None = None,
    reason: str = "",
) -> Done[LogLine]:
    """Roll a change back: its rollback steps come in, `choices` says what becomes of each dependant.

    Raises RefusedError while a dependant has no choice, or one it cannot have.
    """
    question = ask_rollback(workplace, run_id, change_key)
    for dependant in question.dependants:
        chosen = choices.get(dependant.change_key)
        if chosen is None:
            raise RefusedError(
                f"{dependant.change_key} stands on {change_key}; say whether it is rolled back too, "
                "left out or kept."
            )
        if chosen not in dependant.choices:
            begun = "has begun" if dependant.has_begun else "has not begun"
            raise RefusedError(
                f"{dependant.change_key} {begun} and cannot be {chosen.value.replace('_', ' ')}."
            )
    asked = {dependant.change_key for dependant in question.dependants}
    chosen_pairs = tuple((key, choices[key]) for key in sorted(asked))
    return _act(
        workplace, run_id, Act.ROLL_BACK, at, change_key=change_key, choices=chosen_pairs, reason=reason
    )


def replan(workplace: Workplace, run_id: int, starts: Mapping[str, int]) -> Done[LogLine]:
    """Take a re-plan's starts (minutes of the run) as the agreed ones of activities that still wait."""
    if not starts:
        raise RefusedError("The re-plan moves nothing; everything can stay where it is.")
    return _act(workplace, run_id, Act.REPLAN, None, starts=tuple(sorted(starts.items())))


def undo(workplace: Workplace, run_id: int) -> Done[LogLine]:
    """Take the last act back by an entry of its own; nothing is removed from the log."""
    return _take_back(workplace, run_id, is_redo=False)


def redo(workplace: Workplace, run_id: int) -> Done[LogLine]:
    """Take the last undo back, while nothing has happened since."""
    return _take_back(workplace, run_id, is_redo=True)


def _act(
    workplace: Workplace, run_id: int, act: Act, at: datetime | None, **content: object
) -> Done[LogLine]:
    with workplace.write() as work:
        night = standing(work.connection, run_id, lock=True)
        refuse_ended(night)
        now = night.run.minute(work.now)
        minute = now if at is None else night.run.minute(at)
        number = next_number(work.connection, run_id)
        entry = replace(NightEntry(number, act, minute, now), **content)  # type: ignore[arg-type]
        _refuse(night, entry)
        line = add_entry(work, night.run, entry, said(night.sequence, entry, night.surroundings))
        _write_through(work, night, perform(night.sequence, entry), line.said)
        touched = work.commit()
    return workplace.done(line, touched)


def _take_back(workplace: Workplace, run_id: int, *, is_redo: bool) -> Done[LogLine]:
    with workplace.write() as work:
        night = standing(work.connection, run_id, lock=True)
        refuse_ended(night)
        entries = tuple(line.entry for line in night.log)
        target = last_redoable(entries) if is_redo else last_undoable(entries)
        if target is None:
            raise RefusedError(
                "There is no undo to take back." if is_redo else "Nothing has happened yet to take back."
            )
        now = night.run.minute(work.now)
        number = next_number(work.connection, run_id)
        entry = NightEntry(number, Act.UNDO, now, now, target=target.number)
        line = add_entry(work, night.run, entry, _undo_words(night, target, is_redo=is_redo))
        changed = {
            key: replace(night.sequence.activity(key), **fields)  # type: ignore[arg-type]
            for key, fields in undo_changes(night.base, entries, entry).items()
            if key in night.sequence
        }
        _write_through(work, night, night.sequence.replacing(changed), line.said)
        touched = work.commit()
    return workplace.done(line, touched)


def _undo_words(night: Standing, target: NightEntry, *, is_redo: bool) -> str:
    said_then = next(line.said for line in night.log if line.entry == target)
    if is_redo:
        return f"Done again: {said_then.removeprefix('Taken back: ').removeprefix('Done again: ')}"
    return f"Taken back: {said_then}"


def _refuse(night: Standing, entry: NightEntry) -> None:
    found = refusal(night.sequence, entry, night.surroundings)
    if found is None or (found.may_be_overruled and entry.reason):
        return
    raise (ReasonNeededError if found.may_be_overruled else RefusedError)(found.sentence)


def _write_through(work: UnitOfWork, night: Standing, after: Sequence, reason: str) -> None:
    """The real run is the window's sequence; a rehearsal leaves it alone."""
    if not night.run.is_rehearsal:
        write_sequence(work, night.run.window_id, after, night.version, reason)
