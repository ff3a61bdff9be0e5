"""Makes the search ready before time counts: the solver imported, the inner loops compiled or loaded."""

from __future__ import annotations


def load() -> None:
    """Import OR-Tools and load the inner loops, or compile them; the first search then begins at once.

    About a second; some 20 s the first time after an installation. Not for the window's thread.
    """
    from ortools.sat.python import cp_model

    from app.sequencing.projects.genetic import warm_up

    cp_model.CpSolver()
    warm_up()
