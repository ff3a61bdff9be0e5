"""The editing of one window's sequence: its undo history, analysis after every edit, and what is selected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.sequencing import editing
from app.sequencing.analysis import Analysis
from app.sequencing.clock import WindowClock
from app.sequencing.editing import Edit
from app.sequencing.errors import SequenceError
from app.sequencing.history import History
from app.sequencing.incremental import Analyst
from app.sequencing.model import Activity, Link, Phase, Sequence, new_activity_id
from app.services.sequences import SequenceView
from app.services.surroundings import window_minutes
from app.ui.sequence.rows import Names


class SequenceEditor(QObject):
    """What the table, the axis and the panel of the sequence screen share.

    `sequence_changed` follows every edit, undo and redo, with the analysis already renewed;
    `selection_changed` follows the selected ids; `refused` carries why an edit was not made.
    """

    sequence_changed = Signal()
    selection_changed = Signal()
    refused = Signal(str)

    def __init__(self, view: SequenceView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self.history = History(view.sequence)
        self.version = view.version
        window = view.window
        self.clock = WindowClock(window.starts_at, window.zone_name, window_minutes(window))
        self._analyst = Analyst(view.surroundings)
        self.analysis: Analysis = self._analyst.analyse(view.sequence)
        self.selected: tuple[str, ...] = ()
        self._conflicts_by_row: Mapping[str, list[str]] = {}
        self._titles = {change.key: f"{change.key} {change.title}" for change in view.changes}
        self._index_conflicts()

    @property
    def sequence(self) -> Sequence:
        """The sequence as edited so far."""
        return self.history.current

    @property
    def is_read_only(self) -> bool:
        """Whether the window is over."""
        return self.view.is_read_only

    @property
    def names(self) -> Names:
        """How changes, players and teams are named."""
        known = self.view.surroundings
        return Names(lambda key: self._titles.get(key, key), known.person_name, known.team_name)

    @property
    def conflicts_by_row(self) -> Mapping[str, list[str]]:
        """The reasons of the conflicts by the activities they concern."""
        return self._conflicts_by_row

    def conflicts_of(self, activity_id: str) -> list[str]:
        """The reasons of the conflicts an activity is part of."""
        return self._conflicts_by_row.get(activity_id, [])

    def start_of(self, activity_id: str) -> int:
        """The scheduled start in minutes of the window."""
        return self.analysis.schedule.start_of(activity_id)

    def select(self, ids: Iterable[str]) -> None:
        """Select activities; ids that are gone are dropped."""
        chosen = tuple(activity_id for activity_id in dict.fromkeys(ids) if activity_id in self.sequence)
        if chosen != self.selected:
            self.selected = chosen
            self.selection_changed.emit()

    # -- edits ---------------------------------------------------------------------------------------

    def apply(self, make: Callable[[Sequence], Edit]) -> bool:
        """Make an edit; a refusal is told by `refused` and changes nothing. Returns whether it was made."""
        if self.is_read_only:
            self.refused.emit("This window is over; its sequence is a record and is not changed any more.")
            return False
        try:
            edit = make(self.sequence)
            analysis = self._analyst.analyse(edit.sequence)
        except (SequenceError, ValueError) as error:
            self.refused.emit(str(error))
            return False
        self.history.push(edit)
        self._renew(analysis)
        return True

    def move(self, ids: Iterable[str], minutes: int) -> bool:
        """Drag activities by minutes from where they are scheduled."""
        chosen = tuple(ids)
        starts = {activity_id: self.start_of(activity_id) for activity_id in chosen}
        return self.apply(lambda sequence: editing.move_activities(sequence, starts, chosen, minutes))

    def resize(self, activity_id: str, duration_minutes: int) -> bool:
        """Set a duration."""
        return self.apply(lambda sequence: editing.resize_activity(sequence, activity_id, duration_minutes))

    def link(self, link: Link) -> bool:
        """Add a link."""
        return self.apply(lambda sequence: editing.link_activities(sequence, link))

    def set_field(self, ids: Iterable[str], name: str, value: Any) -> bool:
        """Set one field of several activities."""
        chosen = tuple(ids)
        return self.apply(lambda sequence: editing.set_field(sequence, chosen, name, value))

    def remove(self, ids: Iterable[str]) -> bool:
        """Remove activities with their links."""
        chosen = tuple(ids)
        done = bool(chosen) and self.apply(lambda sequence: editing.remove_activities(sequence, chosen))
        self.select(())
        return done

    def duplicate(self, ids: Iterable[str]) -> None:
        """Copy activities with the links among them, and select the copies."""
        copies = {activity_id: new_activity_id() for activity_id in ids}
        done = bool(copies) and self.apply(
            lambda sequence: editing.duplicate_activities(sequence, tuple(copies), copies)
        )
        if done:
            self.select(tuple(copies.values()))

    def add(self, like: str | None = None) -> str | None:
        """Add a new activity after the row `like` (or last), of the same change and phase; returns its id."""
        model = self.sequence.activity(like) if like in self.sequence.index_of else None
        made = Activity(
            id=new_activity_id(),
            title="New activity",
            phase=model.phase if model else Phase.DEPLOY,
            change_key=model.change_key if model else None,
            duration_minutes=15,
            team_id=model.team_id if model else None,
        )
        row = [activity.id for activity in self.sequence.rows].index(like) + 1 if model and like else None
        at = len(self.sequence) if row is None else row
        if not self.apply(lambda sequence: editing.insert_activity(sequence, made, at)):
            return None
        self.select((made.id,))
        return made.id

    def undo(self) -> None:
        """Take back the last edit."""
        if self.history.undo_label:
            self.history.undo()
            self._renew()

    def redo(self) -> None:
        """Make the last undone edit again."""
        if self.history.redo_label:
            self.history.redo()
            self._renew()

    def _renew(self, analysis: Analysis | None = None) -> None:
        self.analysis = analysis or self._analyst.analyse(self.sequence)
        self._index_conflicts()
        before = self.selected
        self.selected = tuple(activity_id for activity_id in before if activity_id in self.sequence)
        self.sequence_changed.emit()
        if self.selected != before:
            self.selection_changed.emit()

    def saved(self, version: int, sequence: Sequence) -> None:
        """The database holds `sequence` now, at `version`; later edits stay unsaved."""
        self.version = version
        self.view = replace(self.view, version=version, sequence=sequence)
        self.history.mark_saved(sequence)

    def _index_conflicts(self) -> None:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for conflict in self.analysis.conflicts:
            for activity_id in conflict.activity_ids:
                found[activity_id].append(conflict.reason)
        self._conflicts_by_row = found
