"""Lays a project out in the flat arrays that the inner loops work on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from app.sequencing.projects.instance import Project
from app.sequencing.projects.kernels import REACH, ROWS, Ints, Network, Population, Work

_FIELD_BITS = 15
_FIELDS = 4


@dataclass(frozen=True, slots=True)
class Tables:
    """Both networks, the working room, and the unit by which all times were divided."""

    forward: Network
    backward: Network
    work: Work
    unit: int


def tables_of(project: Project, seed: int) -> Tables:
    """The arrays of a project; times are divided by their greatest common unit."""
    unit = project.unit
    durations = [job.duration // unit for job in project.jobs]
    links = [(link.before, link.after, project.start_lag(link) // unit) for link in project.links]
    releases = [job.release // unit for job in project.jobs]
    turned = [(after, before, lag + durations[after] - durations[before]) for before, after, lag in links]
    horizon = project.horizon // unit + 2
    binding = _binding(project)
    full = _packed([[project.capacities[place] for place in binding]])[:, 0].copy()
    work = Work(
        duration=np.array(durations, dtype=np.int64),
        need=_packed([[job.demands[place] for place in binding] for job in project.jobs]),
        full=full,
        guard=np.array(
            [sum(1 << (_FIELD_BITS * place + _FIELD_BITS - 1) for place in range(_FIELDS))], np.int64
        ),
        free=np.repeat(full[:, None], horizon, axis=1).copy(),
        counts=np.zeros(3 * (horizon + REACH + 4), dtype=np.int64),
        rows=np.zeros((ROWS, len(durations)), dtype=np.int64),
        random=np.array([seed % 2147483646 + 1], dtype=np.int64),
    )
    count = len(durations)
    return Tables(_network(count, links, releases), _network(count, turned, [0] * count), work, unit)


def room_for(project: Project, size: int) -> Population:
    """An empty population of so many schedules."""
    return Population(
        np.zeros((size + 1, len(project.jobs)), dtype=np.int64), np.zeros(size + 1, dtype=np.int64)
    )


def _binding(project: Project) -> list[int]:
    """The places of the capacities that all jobs at once would exceed; the others limit nothing."""
    return [
        place
        for place, capacity in enumerate(project.capacities)
        if sum(job.demands[place] for job in project.jobs if job.duration) > capacity
    ]


def _packed(rows: list[list[int]]) -> Ints:
    """Amounts of up to four resources in one word: a row for each word, a column for each job."""
    words = max(1, -(-len(rows[0]) // _FIELDS)) if rows else 1
    packed = np.zeros((words, len(rows)), dtype=np.int64)
    for column, amounts in enumerate(rows):
        for place, amount in enumerate(amounts):
            packed[place // _FIELDS, column] += amount << (_FIELD_BITS * (place % _FIELDS))
    return packed


def _network(count: int, links: Iterable[tuple[int, int, int]], releases: list[int]) -> Network:
    incoming: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for before, after, lag in links:
        incoming[after].append((before, lag))
    first = np.zeros(count + 1, dtype=np.int64)
    first[1:] = np.cumsum([len(row) for row in incoming])
    return Network(
        first,
        np.array([before for row in incoming for before, _ in row], dtype=np.int64),
        np.array([lag for row in incoming for _, lag in row], dtype=np.int64),
        np.array(releases, dtype=np.int64),
    )
