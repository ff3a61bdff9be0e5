"""Running a measured program in a process of its own, off screen."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from app.services.errors import RefusedError

_ROOT = Path(__file__).resolve().parents[3]


def run_program(words: Sequence[str]) -> str:
    """What the interpreter printed for these words; raises RefusedError with its last complaint."""
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)  # where people work, modules are compiled once
    done = subprocess.run(
        [sys.executable, *words], cwd=_ROOT, env=surroundings, capture_output=True, text=True
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise RefusedError(f"The program that was to be measured failed: {last}")
    return done.stdout
