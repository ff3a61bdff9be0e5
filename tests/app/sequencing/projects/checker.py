"""Whether a schedule keeps every rule of its project, by the plainest code: nothing of the search is used."""

from __future__ import annotations

from collections.abc import Sequence as Rows

from app.sequencing.model import LinkKind
from app.sequencing.projects.instance import Project


def violations(project: Project, starts: Rows[int]) -> list[str]:
    """Every broken rule, in words; empty for a feasible schedule."""
    if len(starts) != len(project.jobs):
        return [f"{len(starts)} starts for {len(project.jobs)} jobs"]
    finishes = [start + job.duration for start, job in zip(starts, project.jobs, strict=True)]
    found = [
        f"job {place} starts at {start}, before {job.release}"
        for place, (start, job) in enumerate(zip(starts, project.jobs, strict=True))
        if start < job.release
    ]
    for link in project.links:
        begins_from = finishes if link.kind in (LinkKind.FINISH_START, LinkKind.FINISH_FINISH) else starts
        ends_at = finishes if link.kind in (LinkKind.FINISH_FINISH, LinkKind.START_FINISH) else starts
        if ends_at[link.after] < begins_from[link.before] + link.lag:
            found.append(f"link {link} is broken")
    for moment in range(max(finishes, default=0)):
        for place, capacity in enumerate(project.capacities):
            used = sum(
                job.demands[place]
                for start, finish, job in zip(starts, finishes, project.jobs, strict=True)
                if start <= moment < finish
            )
            if used > capacity:
                found.append(f"at {moment} capacity {place} holds {used} of {capacity}")
    return found
