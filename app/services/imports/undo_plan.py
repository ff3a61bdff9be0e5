"""Taking an imported plan back out of its window's sequence: steps, their former content, and links."""

from __future__ import annotations

import json

from sqlalchemy import Connection

from app.domain.windows import MaintenanceWindow
from app.sequencing.model import Activity, Link, Sequence
from app.services.imports.kinds.activity_links import without_circles
from app.services.surroundings import window_minutes
from app.store.import_written import PlanWritten
from app.store.plain import canonical, structure
from app.store.reading import get
from app.store.sequences import StoredSequence, read_sequence, write_sequence
from app.store.unit_of_work import UnitOfWork


def stored_plan(connection: Connection, window_id: int) -> StoredSequence:
    """The window's sequence as it is now."""
    return read_sequence(connection, window_id, window_minutes(get(connection, MaintenanceWindow, window_id)))


def plan_problems(written: PlanWritten, now: Sequence) -> list[str]:
    """One sentence for every step that was removed, edited or linked since the import, and for every link
    that cannot come back for those made since."""
    steps = {step.id: step for step in now.activities}
    problems: list[str] = []
    for step_id, (before, after) in written.steps.items():
        title = str(after.get("title", step_id))
        step = steps.get(step_id)
        if step is None:
            problems.append(f"“{title}” has been removed from the sequence since.")
        elif json.loads(canonical(step)) != after:
            problems.append(f"“{title}” has been edited in the sequence since.")
        elif before is None and any(
            step_id in (link.predecessor, link.successor) and link not in written.links_added
            for link in now.links
        ):
            problems.append(f"“{title}” has been linked to other steps since.")
    for link in without_circles(_links_as_before(written, now))[1]:
        first, second = (steps[end].title for end in (link.predecessor, link.successor))
        problems.append(f"“{second}” cannot follow “{first}” again: links made since would close a circle.")
    return problems


def take_plan_back(
    work: UnitOfWork, window_id: int, written: PlanWritten, stored: StoredSequence, reason: str
) -> tuple[int, int]:
    """Store the sequence without what the import wrote; returns how many steps went and were restored."""
    created = _created(written)
    former: dict[str, Activity] = {
        step_id: structure(before, Activity)
        for step_id, (before, _after) in written.steps.items()
        if before is not None
    }
    now = stored.sequence
    steps = tuple(former.get(step.id, step) for step in now.activities if step.id not in created)
    links = _links_as_before(written, now)
    write_sequence(work, window_id, Sequence(steps, links, now.window_minutes), stored.version, reason)
    return len(created), len(former)


def _created(written: PlanWritten) -> set[str]:
    return {step_id for step_id, (before, _after) in written.steps.items() if before is None}


def _links_as_before(written: PlanWritten, now: Sequence) -> tuple[Link, ...]:
    """The links without those the import drew, and with those it took away, between steps that stay."""
    ids = {step.id for step in now.activities} - _created(written)
    links = [link for link in now.links if link not in written.links_added]
    links += [link for link in written.links_dropped if link not in links]
    return tuple(link for link in links if link.predecessor in ids and link.successor in ids)
