"""What is said when no sequence exists: the contradicting requirements in words, and what resolves each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.sequencing.suggesting.requirements import Requirement


class Finding(StrEnum):
    """How the explanation was found, or that there is nothing to explain."""

    PATH = "path"
    CONTRADICTION = "contradiction"
    TOO_SHORT = "too_short"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of the explanation: requirements told as one, in words, with what resolves the contradiction.

    `activity_ids` are the rows to look at. `resolution` is empty where nothing was found in time.
    """

    requirements: tuple[Requirement, ...]
    text: str
    resolution: str
    activity_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why there is no sequence; `is_minimal` when each of the reasons alone is needed.

    `over_minutes` is how much longer the window would have to be, proven at least and enough, where that was
    what could be found.
    """

    finding: Finding
    headline: str
    reasons: tuple[Reason, ...] = ()
    is_minimal: bool = False
    over_minutes: tuple[int, int] | None = None
    seconds: float = 0.0

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """All requirements of all reasons."""
        return tuple(one for reason in self.reasons for one in reason.requirements)
