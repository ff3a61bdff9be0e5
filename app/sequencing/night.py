"""The night as a fold: the acts of its log turn the plan into the sequence as it stands.

Nothing but the log says where a night stands: `fold(plan, entries)` is the whole state. An entry is never
altered; it is taken back by an `UNDO` that names it, and the fold then leaves both out. An undo taken back
brings its target in again. All minutes count from the run's minute 0, as the plan's do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from app.sequencing.model import Activity, ActivityState, Phase, Sequence


class Act(StrEnum):
    """What can happen in a night."""

    BEGIN = "begin"
    START = "start"
    FINISH = "finish"
    FAIL = "fail"
    SKIP = "skip"
    ROLL_BACK = "roll_back"
    HAND_OVER = "hand_over"
    GO = "go"
    NO_GO = "no_go"
    NOTE = "note"
    REPLAN = "replan"
    UNDO = "undo"
    END = "end"


class Choice(StrEnum):
    """What becomes of a change when the one it stands on is rolled back."""

    ROLL_BACK = "roll_back"
    LEAVE_OUT = "leave_out"
    KEEP = "keep"


STANDING_ACTS = frozenset({Act.BEGIN, Act.END, Act.UNDO})
"""Acts that are not taken back by an undo of the last act."""

NIGHT_FIELDS = ("state", "actual_start", "actual_finish", "players", "planned_start")
"""The fields of an activity that a night decides."""


@dataclass(frozen=True, slots=True)
class NightEntry:
    """One act: `minute` is when it happened, `recorded_minute` when it was entered (never earlier).

    `person_id` hands over to `stand_in_id` (None: nobody was named before); `target` is the number of the
    entry an undo takes back; `starts` are the pins of a re-plan, `choices` what becomes of dependants.
    """

    number: int
    act: Act
    minute: int
    recorded_minute: int
    activity_id: str | None = None
    change_key: str | None = None
    person_id: int | None = None
    stand_in_id: int | None = None
    target: int | None = None
    reason: str = ""
    starts: tuple[tuple[str, int], ...] = ()
    choices: tuple[tuple[str, Choice], ...] = ()


def effective(entries: Iterable[NightEntry]) -> tuple[NightEntry, ...]:
    """The entries that count, in their order: undone ones and the undoing ones are left out."""
    gone: set[int] = set()
    kept = []
    for entry in sorted(entries, key=lambda one: one.number, reverse=True):
        if entry.number in gone:
            continue
        if entry.act is Act.UNDO and entry.target is not None:
            gone.add(entry.target)
        else:
            kept.append(entry)
    return tuple(reversed(kept))


def last_undoable(entries: Iterable[NightEntry]) -> NightEntry | None:
    """The act that an undo takes back next, if any."""
    acts = [entry for entry in effective(entries) if entry.act not in STANDING_ACTS]
    return acts[-1] if acts else None


def last_redoable(entries: Iterable[NightEntry]) -> NightEntry | None:
    """The undo that a redo takes back: the newest entry, while nothing has happened since."""
    newest = max(entries, key=lambda one: one.number, default=None)
    return newest if newest is not None and newest.act is Act.UNDO else None


def fold(plan: Sequence, entries: Iterable[NightEntry]) -> Sequence:
    """The sequence as the night stands after `entries`; acts on activities that are gone change nothing."""
    standing = plan
    for entry in effective(entries):
        standing = perform(standing, entry)
    return standing


def perform(sequence: Sequence, entry: NightEntry) -> Sequence:
    """The sequence after one act, which is not checked here (`night_rules.refusal` does)."""
    if entry.act is Act.ROLL_BACK:
        return sequence.replacing(_rolled_back(sequence, entry))
    if entry.act is Act.REPLAN:
        pins = {key: minute for key, minute in entry.starts if key in sequence}
        return sequence.replacing(
            {key: replace(sequence.activity(key), planned_start=minute) for key, minute in pins.items()}
        )
    if entry.activity_id is None or entry.activity_id not in sequence:
        return sequence
    before = sequence.activity(entry.activity_id)
    after = _after(before, entry)
    return sequence if after == before else sequence.replacing({after.id: after})


def clean(plan: Sequence) -> Sequence:
    """The plan as if nothing of it had happened: every activity planned, without actual times."""
    return plan.replacing(
        {
            one.id: replace(one, state=ActivityState.PLANNED, actual_start=None, actual_finish=None)
            for one in plan.activities
            if one.state is not ActivityState.PLANNED or one.actual_start is not None
        }
    )


def undo_changes(
    plan: Sequence, entries: Iterable[NightEntry], undo: NightEntry
) -> dict[str, Mapping[str, object]]:
    """The fields of activities that an undo changes, by activity id, with the values of the fold after it."""
    known = tuple(entries)
    before, after = fold(plan, known), fold(plan, (*known, undo))
    changed: dict[str, Mapping[str, object]] = {}
    for old, new in zip(before.activities, after.activities, strict=True):
        if old != new:
            changed[new.id] = {
                name: getattr(new, name) for name in NIGHT_FIELDS if getattr(old, name) != getattr(new, name)
            }
    return changed


def _after(activity: Activity, entry: NightEntry) -> Activity:
    minute = entry.minute
    began = minute if activity.actual_start is None else activity.actual_start
    if entry.act is Act.START:
        return replace(activity, state=ActivityState.RUNNING, actual_start=minute, actual_finish=None)
    if entry.act in (Act.FINISH, Act.GO):
        return replace(activity, state=ActivityState.DONE, actual_start=began, actual_finish=minute)
    if entry.act in (Act.FAIL, Act.NO_GO):
        return replace(activity, state=ActivityState.FAILED, actual_start=began, actual_finish=minute)
    if entry.act is Act.SKIP:
        return replace(activity, state=ActivityState.SKIPPED)
    if entry.act is Act.HAND_OVER and entry.stand_in_id is not None:
        return replace(activity, players=_handed_over(activity.players, entry.person_id, entry.stand_in_id))
    return activity


def _handed_over(players: tuple[int, ...], person_id: int | None, stand_in_id: int) -> tuple[int, ...]:
    if person_id is None or person_id not in players:
        return (*players, stand_in_id)
    return tuple(stand_in_id if one == person_id else one for one in players)


def _rolled_back(sequence: Sequence, entry: NightEntry) -> Mapping[str, Activity]:
    """The steps that a rollback changes: begun ones are rolled back, those still waiting are skipped."""
    keys = {key: choice for key, choice in entry.choices if choice is not Choice.KEEP}
    if entry.change_key is not None:
        keys[entry.change_key] = Choice.ROLL_BACK
    changed: dict[str, Activity] = {}
    for key in keys:
        for activity in sequence.by_change.get(key, ()):
            if activity.phase is Phase.ROLLBACK:
                continue
            if activity.state is ActivityState.PLANNED:
                changed[activity.id] = replace(activity, state=ActivityState.SKIPPED)
            elif keys[key] is Choice.ROLL_BACK and activity.state is not ActivityState.SKIPPED:
                finish = entry.minute if activity.actual_finish is None else activity.actual_finish
                changed[activity.id] = replace(
                    activity, state=ActivityState.ROLLED_BACK, actual_finish=finish
                )
    return changed
