"""How the night is told: the line that each act leaves in the log, and the result of each change."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.sequencing.model import Activity, ActivityState, Phase, Sequence
from app.sequencing.night import Act, Choice, NightEntry
from app.sequencing.night_rollback import is_rolled_back
from app.sequencing.surroundings import Surroundings

_CHOICE_WORDS = {
    Choice.ROLL_BACK: "rolled back with it",
    Choice.LEAVE_OUT: "left out",
    Choice.KEEP: "kept",
}
_VERBS = {
    Act.START: "Started",
    Act.FINISH: "Finished",
    Act.FAIL: "Failed:",
    Act.SKIP: "Skipped",
    Act.GO: "Go:",
    Act.NO_GO: "No-go:",
}


class Result(StrEnum):
    """What became of a change in the night."""

    DEPLOYED = "deployed"
    ROLLED_BACK = "rolled_back"
    FAILED = "failed"
    NOT_DEPLOYED = "not_deployed"


def said(sequence: Sequence, entry: NightEntry, surroundings: Surroundings, undone: str = "") -> str:
    """The line of the log for an act on the sequence as it stood before; `undone` is the line taken back."""
    line = _sentence(sequence, entry, surroundings, undone)
    if entry.act is not Act.NOTE and entry.reason:
        line = f"{line} – {entry.reason}"
    return line


def _sentence(sequence: Sequence, entry: NightEntry, surroundings: Surroundings, undone: str) -> str:
    if entry.act is Act.NOTE:
        return entry.reason
    if entry.act is Act.BEGIN:
        return f"The night begins: {_activities(len(sequence))}."
    if entry.act is Act.END:
        return "The night ends."
    if entry.act is Act.UNDO:
        return f"Taken back: {undone}"
    if entry.act is Act.REPLAN:
        return f"Re-planned: {_activities(len(entry.starts))} moved."
    if entry.act is Act.ROLL_BACK:
        return _rolled_back(entry)
    assert entry.activity_id is not None
    activity = sequence.activity(entry.activity_id)
    if entry.act is Act.HAND_OVER:
        return _handed_over(activity, entry, surroundings)
    who = ", ".join(surroundings.person_name(person) for person in activity.players)
    is_again = entry.act is Act.START and activity.state is ActivityState.FAILED
    verb = "Started again" if is_again else _VERBS[entry.act]
    return f"{verb} “{activity.title}”" + (f" ({who})" if who else "")


def _rolled_back(entry: NightEntry) -> str:
    line = f"Rolling back {entry.change_key}"
    others = [f"{key} {_CHOICE_WORDS[choice]}" for key, choice in entry.choices]
    return f"{line}; {', '.join(others)}" if others else line


def _handed_over(activity: Activity, entry: NightEntry, surroundings: Surroundings) -> str:
    assert entry.stand_in_id is not None
    taker = surroundings.person_name(entry.stand_in_id)
    if entry.person_id is None:
        return f"“{activity.title}” given to {taker}"
    return f"“{activity.title}” handed over from {surroundings.person_name(entry.person_id)} to {taker}"


def _activities(count: int) -> str:
    return "1 activity" if count == 1 else f"{count} activities"


def results(sequence: Sequence) -> Mapping[str, Result]:
    """What became of each change with activities, by its key, in the order of the table."""
    keys = dict.fromkeys(one.change_key for one in sequence.rows if one.change_key is not None)
    return {key: result_of(sequence.by_change[key]) for key in keys}


def result_of(activities: list[Activity]) -> Result:
    """What became of one change: rolled back, failed, deployed (a deploy step is done) or none of these."""
    if is_rolled_back(activities):
        return Result.ROLLED_BACK
    live = [one for one in activities if one.phase is not Phase.ROLLBACK]
    deploys = [one for one in live if one.phase is Phase.DEPLOY] or live
    proofs = [one for one in live if one.phase in (Phase.DEPLOY, Phase.VERIFY)] or live
    if any(one.state is ActivityState.FAILED for one in proofs):
        return Result.FAILED
    if any(one.state is ActivityState.DONE for one in deploys):
        return Result.DEPLOYED
    return Result.NOT_DEPLOYED
