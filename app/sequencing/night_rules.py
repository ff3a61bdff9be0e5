"""What may be done on the night, and why an act is refused: each refusal one clear sentence.

A refusal that `may_be_overruled` stands unless a reason is given, which then stays in the log; any other
contradicts what has happened and stands always.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.sequencing.model import Activity, ActivityState, LinkKind, Phase, Sequence
from app.sequencing.night import Act, NightEntry
from app.sequencing.night_rollback import awakened, has_begun, is_rolled_back
from app.sequencing.surroundings import Surroundings

MOST_BACKDATED_MINUTES = 24 * 60
_OVER = (ActivityState.DONE, ActivityState.SKIPPED, ActivityState.ROLLED_BACK)
_HELD_BY_NO_GO = (Phase.PREPARE, Phase.DEPLOY, Phase.VERIFY)
_WORDS = {
    ActivityState.PLANNED: "has not started",
    ActivityState.RUNNING: "is running",
    ActivityState.DONE: "is done",
    ActivityState.FAILED: "has failed",
    ActivityState.SKIPPED: "was skipped",
    ActivityState.ROLLED_BACK: "was rolled back",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an act cannot be done; with `may_be_overruled` it can be, for a stated reason."""

    sentence: str
    may_be_overruled: bool = False


def refusal(sequence: Sequence, entry: NightEntry, surroundings: Surroundings) -> Refusal | None:
    """Why this act cannot be done on the sequence as it stands, or None; the graver refusal comes first."""
    timed = _time_refusal(entry, surroundings)
    if timed is not None or entry.act in (Act.NOTE, Act.BEGIN, Act.REPLAN, Act.UNDO):
        return timed
    if entry.act is Act.ROLL_BACK:
        return _rollback_refusal(sequence, entry)
    if entry.act is Act.END:
        return _end_refusal(sequence)
    if entry.activity_id is None or entry.activity_id not in sequence:
        return Refusal("This activity is no longer in the sequence; select another one.")
    activity = sequence.activity(entry.activity_id)
    return _CHECKS[entry.act](sequence, activity, entry, surroundings)


def _time_refusal(entry: NightEntry, surroundings: Surroundings) -> Refusal | None:
    if entry.minute > entry.recorded_minute:
        return Refusal(
            f"{surroundings.describe(entry.minute)} is still to come; enter what happens when it happens."
        )
    if entry.minute < entry.recorded_minute - MOST_BACKDATED_MINUTES:
        return Refusal("That is more than a day ago; enter the time it happened on this night.")
    return None


def _start(
    sequence: Sequence, activity: Activity, entry: NightEntry, surroundings: Surroundings
) -> Refusal | None:
    if activity.state not in (ActivityState.PLANNED, ActivityState.FAILED):
        return Refusal(f"“{activity.title}” {_WORDS[activity.state]} already.")
    if activity.is_go_no_go and not activity.duration_minutes:
        return Refusal(f"“{activity.title}” is a decision: press G for go or N for no-go.")
    if sequence.index_of[activity.id] in sequence.dormant:
        return Refusal(
            f"“{activity.title}” belongs to the rollback of {activity.change_key or 'its change'}, which has "
            "not been rolled back; roll it back first (R)."
        )
    if activity.actual_finish is not None and entry.minute < activity.actual_finish:
        return Refusal(f"“{activity.title}” failed at {surroundings.describe(activity.actual_finish)}; "
                       "trying again can only begin after that.")  # fmt: skip
    return held_by(sequence, activity, entry.minute, surroundings)


def held_by(
    sequence: Sequence, activity: Activity, minute: int, surroundings: Surroundings
) -> Refusal | None:
    """What an activity still waits for at a minute: a decision, a predecessor or its lag, a rollback."""
    sequence = awakened(sequence)
    waits = []
    for link in sequence.links_into.get(activity.id, ()):
        before = sequence.activity(link.predecessor)
        if sequence.index_of[before.id] in sequence.dormant:
            continue
        if text := _waits_for(before, activity, link.kind, link.lag_minutes, minute, surroundings):
            waits.append(text)
    if not waits:
        return None
    more = f" (and {len(waits) - 1} more)" if len(waits) > 1 else ""
    return Refusal(
        f"“{activity.title}” waits: {waits[0]}{more}. Give a reason to start it all the same.", True
    )


def _waits_for(
    before: Activity,
    activity: Activity,
    kind: LinkKind,
    lag: int,
    minute: int,
    surroundings: Surroundings,
) -> str:
    if kind.is_to_finish:
        return ""
    if before.is_go_no_go and before.state is ActivityState.FAILED:
        if activity.phase not in _HELD_BY_NO_GO:
            return ""
        return f"no-go was decided at “{before.title}”"
    if before.is_go_no_go and before.state is ActivityState.PLANNED:
        return f"“{before.title}” has not been decided"
    if kind is LinkKind.START_START or lag < 0:
        if before.state is ActivityState.PLANNED:
            return f"“{before.title}” has not started"
        reached = before.actual_start if kind is LinkKind.START_START else None
    else:
        if before.state not in _OVER:
            return f"“{before.title}” {_WORDS[before.state]}"
        reached = before.actual_finish
    if reached is not None and minute < reached + lag:
        return f"“{before.title}” lets it start at {surroundings.describe(reached + lag)}"
    return ""


def _finish(
    sequence: Sequence, activity: Activity, entry: NightEntry, surroundings: Surroundings
) -> Refusal | None:
    if activity.is_go_no_go:
        return Refusal(f"“{activity.title}” is a decision: press G for go or N for no-go.")
    is_milestone = activity.state is ActivityState.PLANNED and not activity.duration_minutes
    if is_milestone:
        return _start(sequence, activity, entry, surroundings)
    if activity.state is not ActivityState.RUNNING:
        hint = "; start it first (S)" if activity.state is ActivityState.PLANNED else ""
        return Refusal(f"“{activity.title}” {_WORDS[activity.state]}{hint}.")
    early = _before_start(activity, entry, surroundings)
    if early is not None:
        return early
    for link in sequence.links_into.get(activity.id, ()):
        before = sequence.activity(link.predecessor)
        if link.kind is LinkKind.FINISH_FINISH and before.state not in (*_OVER, ActivityState.FAILED):
            return Refusal(
                f"“{activity.title}” is to finish after “{before.title}”, which {_WORDS[before.state]}. "
                "Give a reason to finish it all the same.",
                True,
            )
    return None


def _fail(
    sequence: Sequence, activity: Activity, entry: NightEntry, surroundings: Surroundings
) -> Refusal | None:
    if activity.is_go_no_go:
        return Refusal(f"“{activity.title}” is a decision: press N for no-go.")
    if activity.state is not ActivityState.RUNNING:
        return Refusal(f"“{activity.title}” {_WORDS[activity.state]}; only what is running can fail.")
    return _before_start(activity, entry, surroundings)


def _before_start(activity: Activity, entry: NightEntry, surroundings: Surroundings) -> Refusal | None:
    if activity.actual_start is not None and entry.minute < activity.actual_start:
        return Refusal(
            f"“{activity.title}” started at {surroundings.describe(activity.actual_start)}; it cannot have "
            f"ended at {surroundings.describe(entry.minute)}."
        )
    return None


def _skip(
    sequence: Sequence, activity: Activity, entry: NightEntry, surroundings: Surroundings
) -> Refusal | None:
    if activity.state not in (ActivityState.PLANNED, ActivityState.FAILED):
        hint = " Let it fail (X) or finish (F)." if activity.state is ActivityState.RUNNING else ""
        return Refusal(f"“{activity.title}” {_WORDS[activity.state]} and cannot be skipped.{hint}")
    if activity.is_go_no_go:
        return Refusal(f"“{activity.title}” is a decision. Give a reason to leave it out.", True)
    return None


def _decide(
    sequence: Sequence, activity: Activity, entry: NightEntry, surroundings: Surroundings
) -> Refusal | None:
    if not activity.is_go_no_go:
        return Refusal(f"“{activity.title}” is no go/no-go point; finish it with F.")
    if activity.state not in (ActivityState.PLANNED, ActivityState.RUNNING):
        return Refusal(f"“{activity.title}” has been decided already; take the decision back first (Ctrl+Z).")
    if activity.actual_start is not None and entry.minute < activity.actual_start:
        return _before_start(activity, entry, surroundings)
    if entry.act is Act.NO_GO:
        return None
    held = held_by(sequence, activity, entry.minute, surroundings)
    return None if held is None else Refusal(held.sentence.replace("to start it", "to decide"), True)


def _hand_over(
    sequence: Sequence, activity: Activity, entry: NightEntry, surroundings: Surroundings
) -> Refusal | None:
    if activity.state in (*_OVER, ActivityState.FAILED):
        return Refusal(f"“{activity.title}” {_WORDS[activity.state]}; there is nothing to hand over.")
    stand_in = entry.stand_in_id
    if stand_in is None or (surroundings.people and stand_in not in surroundings.people):
        return Refusal("Choose who takes over from the people of the register.")
    name = surroundings.person_name(stand_in)
    if stand_in in activity.players:
        return Refusal(f"{name} is a player of “{activity.title}” already.")
    if entry.person_id is not None and entry.person_id not in activity.players:
        return Refusal(f"{surroundings.person_name(entry.person_id)} is no player of “{activity.title}”.")
    person = surroundings.people.get(stand_in)
    for away in person.unavailable if person else ():
        if away.start <= entry.minute < away.finish and away.is_absence:
            return Refusal(f"{name} is {away.reason}. Give a reason to hand over all the same.", True)
    for other in sequence.activities:
        if other.state is ActivityState.RUNNING and stand_in in other.players:
            return Refusal(
                f"{name} is busy with “{other.title}”. Give a reason to hand over all the same.", True
            )
    return None


def _rollback_refusal(sequence: Sequence, entry: NightEntry) -> Refusal | None:
    activities = sequence.by_change.get(entry.change_key or "", [])
    if not activities:
        return Refusal("Select an activity of the change to roll back; this one belongs to none.")
    if is_rolled_back(activities):
        return Refusal(f"{entry.change_key} was rolled back already.")
    if not has_begun(activities):
        return Refusal(
            f"Nothing of {entry.change_key} has begun, so there is nothing to roll back; skip its steps (K)."
        )
    return None


def _end_refusal(sequence: Sequence) -> Refusal | None:
    running = [one for one in sequence.activities if one.state is ActivityState.RUNNING]
    if running:
        return Refusal(
            f"“{running[0].title}” is still running"
            + (f" (and {len(running) - 1} more)" if len(running) > 1 else "")
            + "; finish it or let it fail first."
        )
    dormant = sequence.dormant
    left = [
        one
        for index, one in enumerate(sequence.activities)
        if one.state is ActivityState.PLANNED and index not in dormant
    ]
    if left:
        count = "1 activity has" if len(left) == 1 else f"{len(left)} activities have"
        return Refusal(
            f"{count} not been done, “{left[0].title}” first. Give a reason to end all the same.", True
        )
    return None


_Check = Callable[[Sequence, Activity, NightEntry, Surroundings], Refusal | None]
_CHECKS: dict[Act, _Check] = {
    Act.START: _start,
    Act.FINISH: _finish,
    Act.FAIL: _fail,
    Act.SKIP: _skip,
    Act.GO: _decide,
    Act.NO_GO: _decide,
    Act.HAND_OVER: _hand_over,
}
