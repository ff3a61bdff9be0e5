"""Random projects small enough to be solved by anyone, and where the real ones lie."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from app.sequencing.model import LinkKind
from app.sequencing.projects.instance import Job, Link, Project

PSPLIB = Path(__file__).resolve().parents[5] / "shared" / "data" / "psplib"


def real(name: str) -> Path:
    """The file of a PSPLIB instance such as j30/j301_1.sm; fails where the shared data is missing."""
    path = PSPLIB / name
    assert path.is_file(), f"{path} is missing: the shared data has to lie beside the project"
    return path


@st.composite
def projects(draw: st.DrawFn, most: int = 8) -> Project:
    """A project of up to `most` jobs, one or six capacities among others, links of all kinds with lags."""
    capacities = tuple(draw(st.lists(st.integers(1, 4), min_size=1, max_size=6)))
    count = draw(st.integers(1, most))
    jobs = tuple(
        Job(
            draw(st.integers(0, 5)),
            tuple(draw(st.integers(0, capacity)) for capacity in capacities),
            draw(st.sampled_from((0, 0, 0, 3))),
        )
        for _ in range(count)
    )
    pairs = [(before, after) for after in range(count) for before in range(after)]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=6, unique=True)) if pairs else []
    links = tuple(
        Link(before, after, draw(st.integers(-2, 3)), draw(st.sampled_from(list(LinkKind))))
        for before, after in chosen
    )
    return Project(jobs, capacities, links)
