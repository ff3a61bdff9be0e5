"""What a search gives back: how far it came, the best sequence so far and what is proven of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class SuggestionStatus(StrEnum):
    """How far the search came."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    NOTHING_FOUND = "nothing_found"


class Stage(StrEnum):
    """What the search is after: each aim is kept while the next one is improved."""

    FINISH = "finish"
    RISK = "risk"
    MOVES = "moves"


@dataclass(frozen=True, slots=True)
class SuggestionOptions:
    """Limits of a search, and what it keeps.

    `keep_points_of_no_return` makes them deadlines of deploy and verify steps. `kept_ids` are activities that
    stay where they are. `importance` says how much riskier than the least a change is, 0 and more.
    """

    limit_seconds: float = 10.0
    workers: int = 2
    keep_points_of_no_return: bool = True
    random_seed: int = 1
    kept_ids: frozenset[str] = frozenset()
    keep_working_hours: bool = False
    importance: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The best sequence found: start minute by activity id, the person proposed where a team was named.

    `bound_minutes` is the proven least finish; `finish` is None when nothing was found. `stage` is the aim
    that was being improved.
    """

    status: SuggestionStatus
    starts: Mapping[str, int] = field(default_factory=dict)
    players: Mapping[str, int] = field(default_factory=dict)
    bound_minutes: int | None = None
    finish: int | None = None
    seconds: float = 0.0
    stage: Stage = Stage.FINISH

    @property
    def is_usable(self) -> bool:
        """Whether there is a sequence to accept."""
        return self.finish is not None

    @property
    def possible_gain_minutes(self) -> int | None:
        """How much earlier than found a finish could be at most; None where nothing was found or proven."""
        if self.finish is None or self.bound_minutes is None:
            return None
        return max(0, self.finish - self.bound_minutes)


def bound_sentence(suggestion: Suggestion) -> str:
    """What is proven of the finish, as one sentence."""
    gain = suggestion.possible_gain_minutes
    if suggestion.status is SuggestionStatus.INFEASIBLE:
        return "No sequence keeps all requirements."
    if suggestion.finish is None:
        return "No sequence was found in the time given; whether one exists is not known."
    if gain is None:
        return "How much better is possible is not known yet."
    if gain == 0:
        return "No earlier finish is possible."
    return f"At most {gain} min better is possible."
