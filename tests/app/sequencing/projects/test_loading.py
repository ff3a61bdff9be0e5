"""Loading beforehand: also in another process, and the machine code is then found on disk."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.sequencing.projects import loading

ROOT = Path(__file__).resolve().parents[4]


def test_what_has_to_be_compiled_is_compiled_in_another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", lambda command, **_options: ran.append(command))
    loading.load_apart()
    assert ran == [[sys.executable, "-m", "app.sequencing.projects.loading"]]


def test_a_process_that_cannot_start_is_no_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_words: object, **_options: object) -> object:
        raise OSError("no more processes")

    monkeypatch.setattr(subprocess, "run", refused)
    loading.load_apart()
    assert "ortools.sat.python.cp_model" in sys.modules


def test_the_search_works_without_the_compiler() -> None:
    """Plain Python, as where numba cannot be installed: slower, and as right."""
    words = (
        "import sys; sys.modules['numba'] = None\n"
        "from app.sequencing.projects import acceleration, genetic\n"
        "from app.sequencing.projects.instance import Job, Link, Project\n"
        "from app.sequencing.projects.portfolio import search\n"
        "from app.sequencing.projects.shared import SearchLimits\n"
        "jobs = tuple(Job(length, (1,)) for length in (3, 2, 2, 1, 4, 4))\n"
        "found = search(Project(jobs, (2,), (Link(0, 5), Link(1, 4))), SearchLimits(20))\n"
        "genetic.warm_up()\n"
        "print(acceleration.IS_COMPILED, found.makespan, found.status.value)\n"
    )
    done = subprocess.run([sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "8", "optimal"]
