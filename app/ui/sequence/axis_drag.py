"""What a drag on the time axis does: moving bars, resizing one, or drawing a link from bar to bar."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF

from app.sequencing import editing
from app.sequencing.legality import judge_link
from app.sequencing.model import Link
from app.sequencing.snap import snap_bar, snap_to_edges
from app.ui.sequence.axis_geometry import Hit
from app.ui.sequence.editor import SequenceEditor

GRID_MINUTES = 5


@dataclass(slots=True)
class Drag:
    """One drag from press to release; times are the schedule's at the press, so that steps do not add up."""

    editor: SequenceEditor
    hit: Hit
    origin: QPointF
    origin_minute: float
    ids: tuple[str, ...]
    starts: dict[str, int] = field(default_factory=dict)
    duration: int = 0
    edges: tuple[int, ...] = ()
    is_moved: bool = False

    @classmethod
    def begin(cls, editor: SequenceEditor, hit: Hit, origin: QPointF, minute: float) -> Drag:
        """A drag of what was hit; a selected bar takes the whole selection along."""
        ids = editor.selected if hit.activity_id in editor.selected else (hit.activity_id,)
        starts = {activity_id: editor.start_of(activity_id) for activity_id in ids}
        duration = editor.sequence.activity(hit.activity_id).duration_minutes
        return cls(editor, hit, origin, minute, ids, starts, duration, _edges(editor, ids))

    def to(self, minute: float, grid_minutes: int = GRID_MINUTES, reach_minutes: int = 0) -> None:
        """Follow the pointer to a minute, snapped to an edge of other bars within reach, else to the grid."""
        self.is_moved = True
        delta = minute - self.origin_minute
        if self.hit.part == "edge":
            start = self.starts.get(self.hit.activity_id, 0)
            end = snap_to_edges(round(start + self.duration + delta), self.edges, reach_minutes, grid_minutes)
            self.editor.resize(self.hit.activity_id, max(1, end - start))
        elif self.hit.part == "bar":
            lead = self.starts[self.hit.activity_id]
            at = snap_bar(round(lead + delta), self.duration, self.edges, reach_minutes, grid_minutes)
            moved = at - lead
            self.editor.apply(
                lambda sequence: editing.move_activities(sequence, self.starts, self.ids, moved)
            )

    def drop_on(self, target: Hit | None) -> None:
        """End the drag; a link drag that ends on another bar links the two."""
        if self.hit.part == "knob":
            if target is not None and target.activity_id != self.hit.activity_id:
                self.editor.link(Link(self.hit.activity_id, target.activity_id))
            return
        self.editor.history.seal()

    def cancel(self) -> None:
        """Put everything back to where the drag began."""
        if self.is_moved and self.hit.part != "knob":
            self.editor.history.seal()
            self.editor.undo()

    def refusal_of(self, target: Hit | None) -> str:
        """Why a link cannot end at the target; empty when it can."""
        if self.hit.part != "knob" or target is None or target.activity_id == self.hit.activity_id:
            return ""
        return judge_link(self.editor.sequence, Link(self.hit.activity_id, target.activity_id)).reason


def _edges(editor: SequenceEditor, ids: tuple[str, ...]) -> tuple[int, ...]:
    """Starts and finishes of what stays where it is, in ascending order, and the window's own bounds.

    What follows the dragged activities by links moves along, so nothing snaps to it.
    """
    moving, waiting = set(ids), list(ids)
    while waiting:
        for link in editor.sequence.links_out_of.get(waiting.pop(), ()):
            if link.successor not in moving:
                moving.add(link.successor)
                waiting.append(link.successor)
    timings = editor.analysis.schedule.timings
    stays = (timing for activity_id, timing in timings.items() if activity_id not in moving)
    found = {0, editor.sequence.window_minutes}
    for timing in stays:
        found |= {timing.start, timing.finish}
    return tuple(sorted(found))
