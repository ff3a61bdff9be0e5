"""Which activities the sequence screen shows: by player, change, phase, conflicts and criticality."""

from __future__ import annotations

from dataclasses import dataclass

from app.sequencing.model import Activity, Phase

NOBODY = 0
ANY_CONFLICT, ANY_CRITICAL = "conflicts", "critical"


@dataclass(frozen=True, slots=True)
class ActivityFilter:
    """What is wanted; None or False asks nothing. `player` NOBODY wants steps without a named player.

    `change_key` "" wants steps without a change.
    """

    player: int | None = None
    change_key: str | None = None
    phase: Phase | None = None
    workstream: str | None = None
    only_conflicts: bool = False
    only_critical: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether every activity is wanted."""
        return self == ActivityFilter()

    @property
    def follows_times(self) -> bool:
        """Whether what is shown may change when only times do."""
        return self.only_conflicts or self.only_critical

    def wants(self, activity: Activity, has_conflict: bool, is_critical: bool) -> bool:
        """Whether an activity is shown."""
        if self.player is not None:
            is_theirs = self.player in activity.players if self.player != NOBODY else not activity.players
            if not is_theirs:
                return False
        if self.change_key is not None and (activity.change_key or "") != self.change_key:
            return False
        if self.phase is not None and activity.phase is not self.phase:
            return False
        if self.workstream is not None and activity.workstream != self.workstream:
            return False
        return (has_conflict or not self.only_conflicts) and (is_critical or not self.only_critical)
