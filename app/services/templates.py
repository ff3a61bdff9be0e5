"""Use cases of templates: an application's usual steps, kept from one window and put into another."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.changes import Change
from app.domain.register import Application
from app.sequencing.model import new_activity_id
from app.sequencing.templates import SequenceTemplate, instantiate, template_from_change
from app.services.errors import RefusedError
from app.services.sequences import SequenceView, open_sequence, save_sequence
from app.services.workplace import Done, Workplace
from app.store.reading import find
from app.store.templates import read_templates, write_template


@dataclass(frozen=True, slots=True)
class OfferedTemplate:
    """A template that fits a change, with the application it belongs to."""

    change_key: str
    application_id: int
    application: str
    template: SequenceTemplate


def offered_templates(workplace: Workplace, window_id: int) -> tuple[OfferedTemplate, ...]:
    """The templates of the applications of this window's changes, by change key."""
    with workplace.read() as connection:
        changes = find(connection, Change, window_id=window_id)
        wanted = {application for change in changes for application in change.applications}
        stored = read_templates(connection, wanted)
        names = {item.id: item.name for item in find(connection, Application, id=wanted)} if wanted else {}
    return tuple(
        OfferedTemplate(change.key, application, names[application], template)
        for change in sorted(changes, key=lambda change: change.key)
        for application in change.applications
        for template in stored.get(application, ())
    )


def keep_template(workplace: Workplace, window_id: int, change_key: str) -> Done[int]:
    """Keep a change's steps as the usual ones of each of its applications; returns how many got them.

    Raises RefusedError when the change has no steps or names no application.
    """
    view = open_sequence(workplace, window_id)
    template = template_from_change(view.sequence, change_key, "usual steps")
    change = next((item for item in view.changes if item.key == change_key), None)
    if change is None or not template.steps:
        raise RefusedError(f"{change_key} has no steps in this window's sequence. Plan them first.")
    if not change.applications:
        raise RefusedError(f"{change_key} names no application to keep the steps for. Name one on the board.")
    with workplace.write() as work:
        for application_id in change.applications:
            write_template(work, application_id, template, f"kept from {change_key}")
        touched = work.commit()
    return workplace.done(len(change.applications), touched)


def apply_template(view: SequenceView, offered: OfferedTemplate) -> SequenceView:
    """The view with the template's steps added for its change; nothing is stored yet."""
    position = max((activity.position for activity in view.sequence.activities), default=-1) + 1
    activities, links = instantiate(offered.template, offered.change_key, new_activity_id()[:24], position)
    sequence = replace(
        view.sequence,
        activities=(*view.sequence.activities, *activities),
        links=(*view.sequence.links, *links),
    )
    return replace(view, sequence=sequence)


def apply_usual_steps(workplace: Workplace, window_id: int) -> Done[int]:
    """Add the usual steps to every change of the window that has none; returns how many changes got them."""
    view = open_sequence(workplace, window_id)
    planned = set(view.sequence.by_change)
    added = 0
    for offered in offered_templates(workplace, window_id):
        if offered.change_key not in planned:
            view = apply_template(view, offered)
            planned.add(offered.change_key)
            added += 1
    if not added:
        return workplace.done(0, ())
    done = save_sequence(workplace, window_id, view.sequence, view.version, "usual steps")
    return workplace.done(added, done.touched)
