"""A problem as a built CP-SAT model: its variables, and the literals its requirements hang on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from app.sequencing.suggesting.problem import Problem
from app.sequencing.suggesting.requirements import Requirement


@dataclass(slots=True)
class Gate:
    """A literal for each requirement met while a model is built."""

    cp: Any
    literals: dict[Requirement, Any] = field(default_factory=dict)

    def of(self, requirement: Requirement) -> list[Any]:
        """The literal that stands for a requirement, as a list for `only_enforce_if`."""
        if requirement not in self.literals:
            self.literals[requirement] = self.cp.new_bool_var("")
        return [self.literals[requirement]]


@dataclass(slots=True)
class CpProblem:
    """A built model. `starts` by activity id and `grain_minutes` let others aim at something else with it."""

    problem: Problem
    cp: Any
    start_of: list[Any]
    intervals: list[Any]
    finish: Any
    choices: dict[int, list[tuple[int, Any]]] = field(default_factory=dict)
    gate: Gate | None = None

    @property
    def grain_minutes(self) -> int:
        """Minutes a unit of the model stands for."""
        return self.problem.grain

    @property
    def starts(self) -> dict[str, Any]:
        """The start variables by activity id."""
        return {step.activity.id: self.start_of[i] for i, step in enumerate(self.problem.steps)}

    def enforced(self, constraint: Any, requirement: Requirement) -> None:
        """Make a constraint hang on the literal of its requirement where there is a gate."""
        if self.gate is not None:
            constraint.only_enforce_if(self.gate.of(requirement))

    def hint(self, starts: list[int], people: dict[int, int]) -> None:
        """Give the search a whole answer to start from."""
        self.cp.clear_hints()
        for variable, start in zip(self.start_of, starts, strict=True):
            self.cp.add_hint(variable, start)
        for index, choices in self.choices.items():
            for person_id, literal in choices:
                self.cp.add_hint(literal, people.get(index) == person_id)
        ends = (start + step.length for start, step in zip(starts, self.problem.steps, strict=True))
        self.cp.add_hint(self.finish, max(ends, default=0))
