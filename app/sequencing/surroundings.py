"""What a sequence meets in its window: people, configuration items and freezes, frozen for one analysis."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


def describe_minute(minute: int) -> str:
    """A minute of the window in words for want of a clock: 95 is "+1:35", -30 is "-0:30"."""
    sign = "-" if minute < 0 else "+"
    hours, minutes = divmod(abs(minute), 60)
    return f"{sign}{hours}:{minutes:02d}"


@dataclass(frozen=True, slots=True)
class Unavailability:
    """Minutes [start, finish) in which a person is not there.

    `is_absence` tells leave and illness from mere time outside working hours: both are flagged, but only
    an absence keeps the suggestion from using the person.
    """

    start: int
    finish: int
    reason: str = "absent"
    is_absence: bool = True


@dataclass(frozen=True, slots=True)
class PersonInfo:
    """A person who may be a player, with the minutes in which they are not available.

    `day_minutes` is the length of their working day; a night that keeps them on duty longer is flagged.
    """

    name: str
    team_id: int | None = None
    unavailable: tuple[Unavailability, ...] = ()
    is_developer: bool = False
    day_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class CiInfo:
    """A configuration item and how many units of it can be held at once."""

    name: str
    capacity: int = 1


@dataclass(frozen=True, slots=True)
class Freeze:
    """Minutes [start, finish) in which nothing in scope may change; without any scope it covers all."""

    title: str
    start: int
    finish: int
    is_hard: bool = True
    ci_ids: frozenset[int] = frozenset()
    change_keys: frozenset[str] = frozenset()

    def covers(self, change_key: str | None, ci_ids: set[int]) -> bool:
        """Whether a step of this change holding these items lies in the scope."""
        if not self.ci_ids and not self.change_keys:
            return True
        return change_key in self.change_keys or not self.ci_ids.isdisjoint(ci_ids)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Everything outside the sequence that its conflicts rest on.

    `ci_closure` maps an item to all items it depends on, directly or not. `describe` turns a minute of the
    window into the text used in reasons, such as the local time.
    """

    people: Mapping[int, PersonInfo] = field(default_factory=dict)
    cis: Mapping[int, CiInfo] = field(default_factory=dict)
    ci_closure: Mapping[int, frozenset[int]] = field(default_factory=dict)
    freezes: tuple[Freeze, ...] = ()
    team_names: Mapping[int, str] = field(default_factory=dict)
    developer_team_ids: frozenset[int] = frozenset()
    describe: Callable[[int], str] = describe_minute

    def person_name(self, person_id: int) -> str:
        """The person's name, or their number where the register does not know them."""
        person = self.people.get(person_id)
        return person.name if person else f"Person {person_id}"

    def ci_name(self, ci_id: int) -> str:
        """The item's name, or its number where the register does not know it."""
        item = self.cis.get(ci_id)
        return item.name if item else f"CI {ci_id}"

    def team_name(self, team_id: int) -> str:
        """The team's name, or its number where the register does not know it."""
        return self.team_names.get(team_id, f"team {team_id}")

    def members_of(self, team_id: int) -> list[int]:
        """The ids of a team's people, in the order of the register."""
        return [person_id for person_id, person in self.people.items() if person.team_id == team_id]

    def is_developer(self, person_id: int) -> bool:
        """Whether the person, or their team, counts as development."""
        person = self.people.get(person_id)
        return person is not None and (person.is_developer or person.team_id in self.developer_team_ids)
