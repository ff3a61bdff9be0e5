"""The edits of a sequence: each takes the sequence as it is and returns the next one with a label for undo.

None of them changes its argument. Every edit raises UnknownActivityError for an id the sequence lacks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.sequencing.errors import DuplicateActivityError, LinkRefusedError, SequenceError
from app.sequencing.legality import judge_link
from app.sequencing.model import Activity, Link, Sequence, new_activity_id
from app.sequencing.templates import SequenceTemplate, instantiate


@dataclass(frozen=True, slots=True)
class Edit:
    """What an edit led to: the label for the undo menu and the sequence after it.

    Consecutive edits with the same `merge_key` become one step of the history (the moves of one drag).
    """

    label: str
    sequence: Sequence
    merge_key: str | None = None


def _counted(count: int) -> str:
    return "1 activity" if count == 1 else f"{count} activities"


def _named(sequence: Sequence, ids: Iterable[str]) -> str:
    chosen = list(ids)
    return f"“{sequence.activity(chosen[0]).title}”" if len(chosen) == 1 else _counted(len(chosen))


def add_activities(sequence: Sequence, activities: Iterable[Activity], links: Iterable[Link] = ()) -> Edit:
    """Append activities with links; raises DuplicateActivityError or LinkRefusedError."""
    new = tuple(activities)
    taken = set(sequence.ids)
    for activity in new:
        if activity.id in taken:
            raise DuplicateActivityError(activity.id)
        taken.add(activity.id)
    grown = Sequence(sequence.activities + new, sequence.links, sequence.window_minutes)
    for link in links:
        grown = link_activities(grown, link).sequence
    return Edit(f"Add {_named(grown, [activity.id for activity in new])}", grown)


def insert_activity(sequence: Sequence, activity: Activity, row: int) -> Edit:
    """Add an activity as the given row (0 is the first); the rows below move down by one."""
    grown = add_activities(sequence, [activity]).sequence
    order = [other.id for other in sequence.rows]
    order.insert(max(0, min(row, len(order))), activity.id)
    return Edit(f"Add “{activity.title}”", _positioned(grown, order))


def remove_activities(sequence: Sequence, ids: Iterable[str]) -> Edit:
    """Remove activities and every link that touches them."""
    gone = dict.fromkeys(ids)
    label = f"Remove {_named(sequence, gone)}"
    for activity_id in gone:
        sequence.activity(activity_id)
    kept = tuple(activity for activity in sequence.activities if activity.id not in gone)
    links = tuple(
        link for link in sequence.links if link.predecessor not in gone and link.successor not in gone
    )
    return Edit(label, Sequence(kept, links, sequence.window_minutes))


def move_activities(sequence: Sequence, starts: Mapping[str, int], ids: Iterable[str], minutes: int) -> Edit:
    """Drag activities: the pin of each becomes its scheduled start plus `minutes`; fixed starts move along.

    `starts` gives the scheduled starts the drag began from. Moves of the same activities merge in history.
    """
    chosen = list(dict.fromkeys(ids))
    changed = {}
    for activity_id in chosen:
        activity = sequence.activity(activity_id)
        minute = starts[activity_id] + minutes
        if activity.fixed_start is not None:
            changed[activity_id] = replace(activity, fixed_start=minute)
        else:
            changed[activity_id] = replace(activity, planned_start=minute)
    label = f"Move {_named(sequence, chosen)}"
    return Edit(label, sequence.replacing(changed), f"move:{','.join(sorted(chosen))}")


def start_as_early_as_possible(sequence: Sequence, ids: Iterable[str]) -> Edit:
    """Clear the pins, so that links and earliest starts alone decide."""
    changed = {
        activity_id: replace(sequence.activity(activity_id), planned_start=None) for activity_id in ids
    }
    return Edit(f"Start {_named(sequence, changed)} as early as possible", sequence.replacing(changed))


def resize_activity(sequence: Sequence, activity_id: str, duration_minutes: int) -> Edit:
    """Set a duration; raises SequenceError below zero. Resizes of one activity merge in history."""
    if duration_minutes < 0:
        raise SequenceError("A duration cannot be negative. Enter 0 minutes or more.")
    activity = sequence.activity(activity_id)
    changed = {activity_id: replace(activity, duration_minutes=duration_minutes)}
    return Edit(f"Resize “{activity.title}”", sequence.replacing(changed), f"resize:{activity_id}")


def set_field(sequence: Sequence, ids: Iterable[str], field_name: str, value: Any) -> Edit:
    """Set one field of several activities to a value; `id` cannot be set. Raises SequenceError."""
    if field_name == "id" or field_name not in Activity.__dataclass_fields__:
        raise SequenceError(f"An activity has no field {field_name!r} that can be set.")
    changed = {
        activity_id: replace(sequence.activity(activity_id), **{field_name: value}) for activity_id in ids
    }
    label = f"Set {field_name.replace('_', ' ')} of {_named(sequence, changed)}"
    return Edit(label, sequence.replacing(changed))


def retitle_activity(sequence: Sequence, activity_id: str, title: str) -> Edit:
    """Give an activity another title."""
    activity = sequence.activity(activity_id)
    return Edit(
        f"Rename “{activity.title}”", sequence.replacing({activity_id: replace(activity, title=title)})
    )


def _positioned(sequence: Sequence, order: Iterable[str]) -> Sequence:
    changed = {}
    for position, activity_id in enumerate(order):
        activity = sequence.activity(activity_id)
        if activity.position != position:
            changed[activity_id] = replace(activity, position=position)
    return sequence.replacing(changed)


def link_activities(sequence: Sequence, link: Link) -> Edit:
    """Add a link; raises LinkRefusedError with the reason where it is not allowed."""
    verdict = judge_link(sequence, link)
    if not verdict.is_allowed:
        raise LinkRefusedError(verdict.reason)
    before, after = sequence.activity(link.predecessor), sequence.activity(link.successor)
    linked = Sequence(sequence.activities, (*sequence.links, link), sequence.window_minutes)
    return Edit(f"Link “{before.title}” to “{after.title}”", linked)


def set_predecessors(sequence: Sequence, successor: str, links: Iterable[Link]) -> Edit:
    """Replace all links into one activity (a typed predecessors cell); raises LinkRefusedError."""
    kept = tuple(link for link in sequence.links if link.successor != successor)
    changed = Sequence(sequence.activities, kept, sequence.window_minutes)
    title = sequence.activity(successor).title
    for link in links:
        changed = link_activities(changed, link).sequence
    return Edit(f"Set predecessors of “{title}”", changed)


def duplicate_activities(
    sequence: Sequence, ids: Iterable[str], new_ids: Mapping[str, str] | None = None
) -> Edit:
    """Copy activities, with the links among them, below the last row, not yet started.

    `new_ids` maps each id to the id of its copy; without it fresh ids are made.
    """
    chosen = list(dict.fromkeys(ids))
    names = {activity_id: new_activity_id() for activity_id in chosen} | dict(new_ids or {})
    last = max((activity.position for activity in sequence.activities), default=-1)
    blank = Activity(id="", title="")
    copies = [
        replace(
            sequence.activity(activity_id),
            id=names[activity_id],
            position=last + 1 + number,
            state=blank.state,
            actual_start=None,
            actual_finish=None,
        )
        for number, activity_id in enumerate(chosen)
    ]
    links = [
        replace(link, predecessor=names[link.predecessor], successor=names[link.successor])
        for link in sequence.links
        if link.predecessor in names and link.successor in names
    ]
    grown = add_activities(sequence, copies, links).sequence
    return Edit(f"Duplicate {_named(sequence, chosen)}", grown)


def apply_template(
    sequence: Sequence, template: SequenceTemplate, change_key: str, id_prefix: str | None = None
) -> Edit:
    """Add a template's steps for a change below the last row; raises DuplicateActivityError."""
    last = max((activity.position for activity in sequence.activities), default=-1)
    activities, links = instantiate(template, change_key, id_prefix or new_activity_id(), last + 1)
    grown = add_activities(sequence, activities, links).sequence
    return Edit(f"Add the usual steps of {change_key}", grown)
