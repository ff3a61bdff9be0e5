"""The requirements a sequence must keep, each as the user knows it; what contradicts is named by these."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.sequencing.model import LinkKind


class RequirementKind(StrEnum):
    """What is asked."""

    WINDOW_START = "window_start"
    WINDOW_END = "window_end"
    EARLIEST_START = "earliest_start"
    FIXED_START = "fixed_start"
    KEPT_PLACE = "kept_place"
    DEADLINE = "deadline"
    NO_RETURN = "no_return"
    LINK = "link"
    FREEZE = "freeze"
    ABSENCE = "absence"
    ONE_AT_A_TIME = "one_at_a_time"
    ONE_OF_TEAM = "one_of_team"
    EXCLUSIVE_ITEM = "exclusive_item"
    ITEM_CAPACITY = "item_capacity"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement; the fields that its kind needs are set. Minutes count from the window's start.

    `minute` is the bound, for a freeze or an absence its start, for a point of no return the point;
    `until` is the finish of a freeze or an absence. `what` is a title or a reason of the user's own;
    for a point of no return the changes that stand on it and are rolled back before it.
    """

    kind: RequirementKind
    activity_ids: tuple[str, ...] = ()
    change_key: str | None = None
    person_id: int | None = None
    team_id: int | None = None
    ci_id: int | None = None
    minute: int | None = None
    until: int | None = None
    link_kind: LinkKind | None = None
    lag_minutes: int = 0
    what: str = ""
