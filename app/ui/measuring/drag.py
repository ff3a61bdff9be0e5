"""Drags an activity through the sequence editor off screen; prints JSON: seconds a frame, by size.

Run with `python -m app.ui.measuring.drag 300 2000`. A frame is what one move of the mouse costs: the edit
with both passes and all conflicts, and the repaint of time axis and table.
"""

from __future__ import annotations

import json
import random
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

from PySide6.QtWidgets import QApplication, QSplitter

from app.domain.windows import MaintenanceWindow
from app.sequencing import editing
from app.sequencing.model import Activity, Link, Phase, Sequence
from app.sequencing.passes import schedule
from app.sequencing.surroundings import PersonInfo, Surroundings
from app.services.sequences import SequenceView
from app.ui.jobs import MainThreadCollector
from app.ui.sequence.axis_view import AxisView
from app.ui.sequence.editor import SequenceEditor
from app.ui.sequence.model import SequenceModel
from app.ui.sequence.table_view import TableView
from app.ui.theme import Preference, Theme

_START = datetime(2026, 11, 28, 21, tzinfo=UTC)
_NOW = datetime(2026, 11, 28, 22, 30, tzinfo=UTC)
_FRAMES = 120
_PEOPLE = 60
_STEPS = (Phase.PREPARE, Phase.DEPLOY, Phase.VERIFY, Phase.CLOSE)


def night_like(count: int, seed: int = 1) -> Sequence:
    """Changes of four steps, each begun when an earlier one ends, in a window that just holds them."""
    chance = random.Random(seed)
    activities: list[Activity] = []
    links: list[Link] = []
    for change in range(count // len(_STEPS)):
        ids = [f"{change:06d}{step}" for step in range(len(_STEPS))]
        for step, activity_id in enumerate(ids):
            activities.append(_activity(chance, change, step, activity_id, len(activities)))
        links += [Link(before, after) for before, after in pairwise(ids)]
        if change:
            links.append(Link(f"{chance.randrange(change):06d}{len(_STEPS) - 1}", ids[0]))
    sequence = Sequence(tuple(activities), tuple(links))
    return replace(sequence, window_minutes=schedule(sequence).finish + 60)


def _activity(chance: random.Random, change: int, step: int, activity_id: str, position: int) -> Activity:
    return Activity(
        id=activity_id,
        title=f"Step {activity_id}",
        phase=_STEPS[step],
        change_key=f"CHG-{change}",
        duration_minutes=chance.randint(5, 40),
        players=(change % _PEOPLE,),
        position=position,
        rollback_minutes=10 if step == 1 else None,
    )


def sequence_views(count: int, theme: Theme) -> tuple[SequenceEditor, AxisView, TableView]:
    """An editor of `count` activities with its time axis and its table."""
    sequence = night_like(count)
    window = MaintenanceWindow("Measured", _START, _START.replace(day=29, hour=5), "UTC", id=1)
    people = {number: PersonInfo(f"Person {number}", 1) for number in range(_PEOPLE)}
    view = SequenceView(window, sequence, 1, Surroundings(people=people), (), (), (), (), {})
    editor = SequenceEditor(view)
    model = SequenceModel(editor)
    return editor, AxisView(editor, model, theme, lambda: _NOW), TableView(editor, model, theme)


def frame_seconds(count: int, theme: Theme) -> list[float]:
    """What each frame of a drag costs in a sequence of `count` activities."""
    editor, axis, table = sequence_views(count, theme)
    splitter = QSplitter()
    splitter.addWidget(table)
    splitter.addWidget(axis)
    splitter.resize(1280, 744)
    splitter.show()
    QApplication.processEvents()
    dragged = (editor.sequence.activities[count // 2].id,)
    editor.select(dragged)
    starts = {dragged[0]: editor.start_of(dragged[0])}
    return [_frame(editor, starts, 5 * (number % 20) + 5) for number in range(_FRAMES)]


def _frame(editor: SequenceEditor, starts: dict[str, int], minutes: int) -> float:
    began = time.perf_counter()
    editor.apply(lambda sequence: editing.move_activities(sequence, starts, tuple(starts), minutes))
    QApplication.processEvents()  # repaints what the edit left stale, in the axis as in the table
    return time.perf_counter() - began


def main(words: list[str]) -> None:
    """Print the frames of each size named."""
    application = QApplication([])
    theme = Theme(Preference.LIGHT)
    theme.apply(application)
    collector = MainThreadCollector(application)
    collector.start()  # as on the desk: garbage is collected between frames, not within one
    print(json.dumps({word: frame_seconds(int(word), theme) for word in words}))


if __name__ == "__main__":
    main(sys.argv[1:])
