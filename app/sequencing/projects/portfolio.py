"""Searches a project with two cores: genetic search for short schedules, CP-SAT for the proof.

A first schedule stands at once. Two populations then work alone for a moment; after that one goes on while
CP-SAT proves or improves with the best schedule as its ceiling. Where the proof gets nowhere the second
population comes back in its place.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from app.sequencing.projects.instance import Project
from app.sequencing.projects.shared import Board, Found, SearchLimits


def search(
    project: Project,
    limits: SearchLimits | None = None,
    on_better: Callable[[Found], None] | None = None,
    stop: threading.Event | None = None,
) -> Found:
    """The best schedule within the limits; ends early when it is proven or `stop` is set (within 0.2 s).

    `on_better` is called with each better schedule, the first at once, later ones from other threads. The
    first search on a machine compiles its inner loops meanwhile; `loading` does that beforehand.
    """
    limits = limits or SearchLimits()
    board = Board(project, on_better, stop)
    if not board.is_over:
        from app.sequencing.projects.course import run_course

        run_course(board, limits)
    return board.found()
