"""What a measurement yields, and how time is taken."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Measurement:
    """A figure in seconds beside its floor in seconds; `ratio` is ours over the floor."""

    name: str
    ours: float
    reference: float
    ratio: float

    @classmethod
    def of(cls, name: str, ours: float, reference: float) -> Self:
        """A measurement with its ratio."""
        return cls(name, ours, reference, ours / reference)


def median_seconds(action: Callable[[], object], repeats: int = 5) -> float:
    """The median time of an action in seconds."""
    times = []
    for _ in range(repeats):
        began = time.perf_counter()
        action()
        times.append(time.perf_counter() - began)
    return sorted(times)[repeats // 2]


def alternating_seconds(
    one: Callable[[], object], other: Callable[[], object], repeats: int
) -> tuple[float, float]:
    """The median times of two actions run in turn, so that what else the computer does meets both alike."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(repeats):
        for action, taken in zip((one, other), times, strict=True):
            began = time.perf_counter()
            action()
            taken.append(time.perf_counter() - began)
    first, second = (sorted(taken)[repeats // 2] for taken in times)
    return first, second
