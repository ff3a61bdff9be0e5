"""How full a window is against its capacity, and how many of its changes are ready."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.gates import Gate, GateResult
from app.domain.windows import MaintenanceWindow


@dataclass(frozen=True, slots=True)
class Load:
    """Deployments and minutes a window holds, and what it can hold."""

    deployments: int
    capacity_deployments: int
    minutes: int
    capacity_minutes: int

    @property
    def share(self) -> float:
        """The fuller of the two as a share of its capacity: 1.0 is full; no capacity counts as full."""
        return max(
            _share(self.deployments, self.capacity_deployments),
            _share(self.minutes, self.capacity_minutes),
        )

    @property
    def is_exceeded(self) -> bool:
        """Whether it holds more than it can."""
        return self.deployments > self.capacity_deployments or self.minutes > self.capacity_minutes


@dataclass(frozen=True, slots=True)
class Readiness:
    """How the changes of a window stand: all met, passed with a waiver, or not."""

    ready: int
    waived: int
    not_ready: int


def load_of(window: MaintenanceWindow, minutes_by_change: Mapping[int, int]) -> Load:
    """The load of a window by the minutes that each change in it takes (0 where nothing is planned)."""
    return Load(
        deployments=len(minutes_by_change),
        capacity_deployments=window.capacity_deployments,
        minutes=sum(minutes_by_change.values()),
        capacity_minutes=window.capacity_minutes,
    )


def load_problems(load: Load) -> tuple[str, ...]:
    """What exceeds the capacity, with by how much."""
    problems = []
    if load.deployments > load.capacity_deployments:
        problems.append(
            f"It holds {load.deployments} changes; its capacity is {load.capacity_deployments} deployments."
        )
    if load.minutes > load.capacity_minutes:
        problems.append(f"It needs {load.minutes} min; its capacity is {load.capacity_minutes} min.")
    return tuple(problems)


def readiness(gates_by_change: Iterable[Sequence[Gate]]) -> Readiness:
    """Counts changes by their gates; one without any gate, or with one not evaluated, is not ready."""
    ready = waived = not_ready = 0
    for gates in gates_by_change:
        results = {gate.result for gate in gates}
        if not results or results & {GateResult.NOT_MET, GateResult.NOT_EVALUATED}:
            not_ready += 1
        elif GateResult.WAIVED in results:
            waived += 1
        else:
            ready += 1
    return Readiness(ready, waived, not_ready)


def _share(used: int, capacity: int) -> float:
    if capacity > 0:
        return used / capacity
    return 1.0 if used else 0.0
