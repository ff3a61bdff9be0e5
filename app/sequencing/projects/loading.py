"""Makes the search ready before it is needed: the solver imported, the inner loops compiled or loaded.

`python -m app.sequencing.projects.loading` compiles in a process of its own and leaves the result on disk.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from app.sequencing.projects.acceleration import IS_COMPILED

_ROOT = Path(__file__).resolve().parents[3]
_LIMIT_SECONDS = 180


def load() -> None:
    """Import OR-Tools and load the inner loops, or compile them; the first search then begins at once.

    About a second; some 20 s the first time after an installation. Not for the window's thread.
    """
    from ortools.sat.python import cp_model

    from app.sequencing.projects.genetic import warm_up

    cp_model.CpSolver()
    warm_up()


def load_apart() -> None:
    """The same without a busy interpreter: what has to be compiled is compiled in another process first.

    For a thread of the desk. Where that process fails, this one compiles after all, and the desk stutters.
    """
    if IS_COMPILED:
        surroundings = {**os.environ, "PYTHONPATH": str(_ROOT)}
        command = [sys.executable, "-m", "app.sequencing.projects.loading"]
        with suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run(command, env=surroundings, timeout=_LIMIT_SECONDS, check=False)
    load()


if __name__ == "__main__":
    load()
