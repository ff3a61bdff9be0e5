"""What differs between two sequences, as values and in words: for suggestions and for packets."""

from __future__ import annotations

from dataclasses import dataclass

from app.sequencing.model import Activity, Link, Sequence
from app.sequencing.passes import Schedule
from app.sequencing.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Move:
    """An activity that starts at another minute."""

    activity_id: str
    title: str
    start_before: int
    start_after: int


@dataclass(frozen=True, slots=True)
class Reassignment:
    """An activity done by other players."""

    activity_id: str
    title: str
    players_before: tuple[int, ...]
    players_after: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Resize:
    """An activity of another duration, in minutes."""

    activity_id: str
    title: str
    minutes_before: int
    minutes_after: int


@dataclass(frozen=True, slots=True)
class SequenceDifference:
    """Everything that differs, each list in the order of the rows."""

    added: tuple[Activity, ...]
    removed: tuple[Activity, ...]
    moved: tuple[Move, ...]
    reassigned: tuple[Reassignment, ...]
    resized: tuple[Resize, ...]
    links_added: tuple[Link, ...]
    links_removed: tuple[Link, ...]
    finish_before: int
    finish_after: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (
            self.added
            or self.removed
            or self.moved
            or self.reassigned
            or self.resized
            or self.links_added
            or self.links_removed
        )


def compare(
    before: Sequence, schedule_before: Schedule, after: Sequence, schedule_after: Schedule
) -> SequenceDifference:
    """Compare two scheduled sequences; activities are the same when their ids are."""
    common = [activity for activity in after.rows if activity.id in before]
    moved, reassigned, resized = [], [], []
    for activity in common:
        old = before.activity(activity.id)
        start, new_start = schedule_before.start_of(activity.id), schedule_after.start_of(activity.id)
        if start != new_start:
            moved.append(Move(activity.id, activity.title, start, new_start))
        if set(old.players) != set(activity.players):
            reassigned.append(Reassignment(activity.id, activity.title, old.players, activity.players))
        if old.duration_minutes != activity.duration_minutes:
            lengths = old.duration_minutes, activity.duration_minutes
            resized.append(Resize(activity.id, activity.title, *lengths))
    old_links, new_links = set(before.links), set(after.links)
    return SequenceDifference(
        added=tuple(activity for activity in after.rows if activity.id not in before),
        removed=tuple(activity for activity in before.rows if activity.id not in after),
        moved=tuple(moved),
        reassigned=tuple(reassigned),
        resized=tuple(resized),
        links_added=tuple(link for link in after.links if link not in old_links),
        links_removed=tuple(link for link in before.links if link not in new_links),
        finish_before=schedule_before.finish,
        finish_after=schedule_after.finish,
    )


def describe_difference(
    difference: SequenceDifference, before: Sequence, after: Sequence, surroundings: Surroundings
) -> list[str]:
    """The difference as sentences, the finish first; times as `surroundings.describe` says them."""
    say = surroundings.describe
    lines = []
    if difference.finish_before != difference.finish_after:
        minutes = difference.finish_after - difference.finish_before
        change = f"{minutes} min later" if minutes > 0 else f"{-minutes} min earlier"
        lines.append(f"Finishes {change}, at {say(difference.finish_after)}.")
    for move in difference.moved:
        minutes = move.start_after - move.start_before
        change = f"{minutes} min later" if minutes > 0 else f"{-minutes} min earlier"
        lines.append(f"“{move.title}” starts {change}, at {say(move.start_after)}.")
    for other in difference.reassigned:
        names = [surroundings.person_name(person_id) for person_id in other.players_after]
        old = [surroundings.person_name(person_id) for person_id in other.players_before]
        lines.append(
            f"“{other.title}” goes from {', '.join(old) or 'nobody'} to {', '.join(names) or 'nobody'}."
        )
    for resize in difference.resized:
        lines.append(
            f"“{resize.title}” takes {resize.minutes_after} min instead of {resize.minutes_before} min."
        )
    lines.extend(f"“{activity.title}” is new." for activity in difference.added)
    lines.extend(f"“{activity.title}” is gone." for activity in difference.removed)
    for links, sequence, verb in (
        (difference.links_added, after, "now waits for"),
        (difference.links_removed, before, "no longer waits for"),
    ):
        for link in links:
            successor, predecessor = sequence.activity(link.successor), sequence.activity(link.predecessor)
            lag = f"{link.lag_minutes:+d} min" if link.lag_minutes else ""
            kind = f" ({link.kind.value}{lag})"
            lines.append(f"“{successor.title}” {verb} “{predecessor.title}”{kind}.")
    return lines
