"""The search is as right where its loops cannot be compiled."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]


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
