"""What no schedule can beat: the longest path, and the work of each capacity between heads and tails."""

from __future__ import annotations

from dataclasses import dataclass

from app.sequencing.projects.instance import Project, topological_order


@dataclass(frozen=True, slots=True)
class Margins:
    """`heads[j]`: the earliest start of job j; `tails[j]`: the least time from its finish to the end."""

    heads: tuple[int, ...]
    tails: tuple[int, ...]


def margins(project: Project) -> Margins:
    """Heads and tails by the links and releases alone."""
    order = topological_order(project)
    heads = [job.release for job in project.jobs]
    tails = [0] * len(project.jobs)
    outgoing: list[list[tuple[int, int]]] = [[] for _ in project.jobs]
    for link in project.links:
        outgoing[link.before].append((link.after, project.start_lag(link)))
    for place in order:
        for after, lag in outgoing[place]:
            heads[after] = max(heads[after], heads[place] + lag)
    for place in reversed(order):
        for after, lag in outgoing[place]:
            rest = lag + project.jobs[after].duration + tails[after] - project.jobs[place].duration
            tails[place] = max(tails[place], rest)
    return Margins(tuple(heads), tuple(tails))


def lower_bound(project: Project, known: Margins | None = None) -> int:
    """The best of three simple bounds of the makespan, in units of time."""
    found = known or margins(project)
    rows = list(zip(project.jobs, found.heads, found.tails, strict=True))
    longest = max((head + job.duration + tail for job, head, tail in rows), default=0)
    return max([longest, *(_work_bound(project, found, place) for place in range(len(project.capacities)))])


def _work_bound(project: Project, found: Margins, capacity: int) -> int:
    """Least makespan so that, for every head and tail, what lies between them fits into the capacity."""
    rows = [
        (head, tail, job.duration * job.demands[capacity])
        for job, head, tail in zip(project.jobs, found.heads, found.tails, strict=True)
        if job.duration * job.demands[capacity] > 0
    ]
    best = 0
    by_tail = sorted(rows, key=lambda row: -row[1])
    for least_head in {row[0] for row in rows}:
        work = 0
        for head, tail, amount in by_tail:
            if head >= least_head:
                work += amount
                best = max(best, least_head + tail - (-work // project.capacities[capacity]))
    return best
