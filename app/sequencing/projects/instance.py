"""A project: jobs with durations and demands, limited renewable capacities, links of four types with lags."""

from __future__ import annotations

from collections.abc import Sequence as Rows
from dataclasses import dataclass
from math import gcd

from app.sequencing.model import LinkKind
from app.sequencing.projects.errors import ProjectError

LARGEST_CAPACITY = 2**14 - 1
"""Demands and capacities are packed into 14 bits each."""


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do for `duration` units of time that takes `demands[k]` of capacity k all the while."""

    duration: int
    demands: tuple[int, ...]
    release: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """The job at `after` starts or finishes at least `lag` units after an end of the job at `before`."""

    before: int
    after: int
    lag: int = 0
    kind: LinkKind = LinkKind.FINISH_START


@dataclass(frozen=True, slots=True)
class Project:
    """Jobs (by their place), capacities and links; times are whole units from 0.

    Raises ProjectError where no schedule can exist: a demand above the capacity, links in a circle.
    """

    jobs: tuple[Job, ...]
    capacities: tuple[int, ...]
    links: tuple[Link, ...] = ()
    name: str = ""

    def __post_init__(self) -> None:
        for place, capacity in enumerate(self.capacities, start=1):
            if not 0 <= capacity <= LARGEST_CAPACITY:
                raise ProjectError(
                    f"Capacity {place} is {capacity}; it has to lie between 0 and {LARGEST_CAPACITY}."
                )
        for number, job in enumerate(self.jobs):
            _check_job(job, job.name or f"number {number + 1}", self.capacities)
        for link in self.links:
            if not (0 <= link.before < len(self.jobs) and 0 <= link.after < len(self.jobs)):
                raise ProjectError(
                    f"A link joins jobs {link.before + 1} and {link.after + 1}, but there are "
                    f"{len(self.jobs)} jobs. Remove the link or add the job."
                )
        topological_order(self)

    def start_lag(self, link: Link) -> int:
        """The least distance from start to start that the link asks for."""
        before, after = self.jobs[link.before].duration, self.jobs[link.after].duration
        if link.kind is LinkKind.FINISH_START:
            return before + link.lag
        if link.kind is LinkKind.START_START:
            return link.lag
        if link.kind is LinkKind.FINISH_FINISH:
            return before + link.lag - after
        return link.lag - after

    def makespan(self, starts: Rows[int]) -> int:
        """The latest finish of a schedule given by the start of each job."""
        return max((start + job.duration for start, job in zip(starts, self.jobs, strict=True)), default=0)

    @property
    def unit(self) -> int:
        """The greatest unit of which every time of the project is a multiple, at least 1."""
        times = [time for job in self.jobs for time in (job.duration, job.release)]
        return gcd(*times, *(link.lag for link in self.links)) or 1

    @property
    def horizon(self) -> int:
        """By this time any schedule that leaves no needless gap has finished."""
        waits = sum(max(0, self.start_lag(link)) for link in self.links if link.lag > 0)
        return (
            sum(job.duration for job in self.jobs)
            + max((job.release for job in self.jobs), default=0)
            + waits
            + max((job.duration for job in self.jobs), default=0)
        )


def _check_job(job: Job, name: str, capacities: tuple[int, ...]) -> None:
    if job.duration < 0 or job.release < 0:
        raise ProjectError(f"Job {name} has a negative duration or release. Use 0 or more.")
    if len(job.demands) != len(capacities):
        raise ProjectError(
            f"Job {name} names {len(job.demands)} demands, the project has {len(capacities)} capacities."
        )
    for place, (demand, capacity) in enumerate(zip(job.demands, capacities, strict=True), start=1):
        if demand < 0:
            raise ProjectError(f"Job {name} takes {demand} of capacity {place}. Use 0 or more.")
        if demand > capacity and job.duration > 0:
            raise ProjectError(
                f"Job {name} takes {demand} of capacity {place}, which has only {capacity}. "
                "Raise the capacity or lower the demand."
            )


def topological_order(project: Project) -> tuple[int, ...]:
    """The places of the jobs, each after all that precede it; raises ProjectError for links in a circle."""
    missing = [0] * len(project.jobs)
    following: list[list[int]] = [[] for _ in project.jobs]
    for link in project.links:
        missing[link.after] += 1
        following[link.before].append(link.after)
    order = [place for place, count in enumerate(missing) if count == 0]
    for place in order:
        for after in following[place]:
            missing[after] -= 1
            if missing[after] == 0:
                order.append(after)
    if len(order) < len(project.jobs):
        stuck = [place for place, count in enumerate(missing) if count > 0]
        names = ", ".join(project.jobs[place].name or str(place + 1) for place in stuck[:5])
        raise ProjectError(f"The links run in a circle through or before {names}. Remove one of them.")
    return tuple(order)
