"""The errors of projects, each with a message for the person who handed the project in."""

from __future__ import annotations

from app.sequencing.errors import SequenceError


class ProjectError(SequenceError):
    """A project that no schedule can satisfy, or that contradicts itself."""


class ProjectFileError(SequenceError):
    """A project file cannot be read; `line` is counted from 1, 0 where the whole file is meant."""

    def __init__(self, name: str, line: int, reason: str) -> None:
        place = f"{name}, line {line}" if line else name
        super().__init__(f"{place}: {reason}")
        self.line = line
