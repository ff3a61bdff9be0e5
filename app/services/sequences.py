"""Use cases of a window's sequence: opening it with all it meets, saving it, templates, suggestions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.changes import Change
from app.domain.register import ConfigurationItem, Person, Team
from app.domain.windows import MaintenanceWindow, WindowState
from app.sequencing.analysis import Analysis, analyse
from app.sequencing.model import Sequence
from app.sequencing.surroundings import Surroundings
from app.services.errors import RefusedError
from app.services.surroundings import surroundings, window_minutes
from app.services.workplace import Done, Workplace
from app.store.queries.sequence import sequence_facts
from app.store.reading import get
from app.store.sequences import read_sequence, write_sequence

_CLOSED = (WindowState.CLOSED, WindowState.CANCELLED)


@dataclass(frozen=True, slots=True)
class SequenceView:
    """A window's sequence with everything the editor needs; `version` guards saving.

    Minutes in `sequence` and `surroundings` count from `window.starts_at`.
    """

    window: MaintenanceWindow
    sequence: Sequence
    version: int
    surroundings: Surroundings
    people: tuple[Person, ...]
    teams: tuple[Team, ...]
    configuration_items: tuple[ConfigurationItem, ...]
    changes: tuple[Change, ...]
    application_names: Mapping[int, str]

    @property
    def is_read_only(self) -> bool:
        """Whether the window is over, so that its plan is a record."""
        return is_over(self.window)

    def instant(self, minute: int) -> datetime:
        """The UTC instant of a minute of the window."""
        return self.window.starts_at + timedelta(minutes=minute)


def open_sequence(workplace: Workplace, window_id: int) -> SequenceView:
    """The sequence of a window as stored, with all it meets; raises MissingRecordError."""
    with workplace.read() as connection:
        window = get(connection, MaintenanceWindow, window_id)
        stored = read_sequence(connection, window_id, window_minutes(window))
        facts = sequence_facts(connection, window_id, window.starts_at, window.ends_at)
    return SequenceView(
        window,
        stored.sequence,
        stored.version,
        surroundings(window, facts),
        facts.people,
        facts.teams,
        facts.configuration_items,
        facts.changes,
        {application.id or 0: application.name for application in facts.applications},
    )


def save_sequence(
    workplace: Workplace, window_id: int, sequence: Sequence, version: int, reason: str = ""
) -> Done[int]:
    """Store an edited sequence over the version it was opened at; returns the new version.

    Raises RefusedError for a window that is over or steps of changes that left it, StaleRecordError when
    another desk saved meanwhile, CyclicSequenceError for a network without an order.
    """
    analyse(sequence)  # refuses circles and unknown ends before anything is written
    with workplace.write() as work:
        window = work.get(MaintenanceWindow, window_id)
        refuse_where_over(window)
        _refuse_foreign_changes(work.find(Change, window_id=window_id), sequence)
        new_version = write_sequence(work, window_id, sequence, version, reason)
        touched = work.commit()
    return workplace.done(new_version, touched)


def is_over(window: MaintenanceWindow) -> bool:
    """Whether the sequence of a window is a record that nothing changes any more."""
    return window.state in _CLOSED


def refuse_where_over(window: MaintenanceWindow) -> None:
    """Raise RefusedError for a window that is over."""
    if is_over(window):
        raise RefusedError(
            f"The window “{window.title}” is {window.state.value}; its sequence is a record now. "
            "Plan the steps in a coming window."
        )


def analysis_of(view: SequenceView) -> Analysis:
    """Both passes, slack, conflicts and points of no return of an opened sequence."""
    return analyse(view.sequence, view.surroundings)


def _refuse_foreign_changes(changes: list[Change], sequence: Sequence) -> None:
    known = {change.key for change in changes}
    foreign = sorted({a.change_key for a in sequence.activities if a.change_key} - known)
    if foreign:
        raise RefusedError(
            f"The sequence has steps of {', '.join(foreign)}, which {'is' if len(foreign) == 1 else 'are'} "
            "not in this window. Move the change here first, or remove its steps."
        )
