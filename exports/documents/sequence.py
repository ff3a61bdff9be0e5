"""The sequence of a packet: activities in their order, the links between them, and who is needed when."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SequencePlayer:
    """Who does a step; phone may be empty."""

    name: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class SequenceRow:
    """One activity, or a group's heading when `group_heading` is set (then only title and times matter).

    `number` is what people say aloud ("12", "3.2") and what links refer to; start and finish are aware, in
    the window's zone; `slack_minutes` is None where not known; `conflict` is empty where there is none;
    `is_dormant` marks a rollback step that is not needed so far.
    """

    number: str
    title: str
    phase: str
    start: datetime
    finish: datetime
    duration_minutes: int
    change_key: str = ""
    group_heading: str | None = None
    slack_minutes: int | None = None
    is_critical: bool = False
    players: tuple[SequencePlayer, ...] = ()
    configuration_items: tuple[str, ...] = ()
    is_go_no_go: bool = False
    conflict: str = ""
    after: str = ""
    is_dormant: bool = False


@dataclass(frozen=True, slots=True)
class SequenceLink:
    """A line from the end of `before` to the start of `after`; both are numbers of sequence rows."""

    before: str
    after: str
    lag_minutes: int = 0


@dataclass(frozen=True, slots=True)
class PointOfNoReturn:
    """The instant (window's zone) after which a change can no longer be taken back inside the window."""

    change_key: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PlayerEntry:
    """One time a player is needed, in the window's zone."""

    start: datetime
    finish: datetime
    title: str


@dataclass(frozen=True, slots=True)
class Player:
    """A person of the night and everything they are needed for, in order of time."""

    name: str
    team: str
    phone: str
    entries: tuple[PlayerEntry, ...]
