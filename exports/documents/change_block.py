"""One change as a packet tells it: what, why, risk, build, proof, and how to go back."""

from dataclasses import dataclass
from datetime import datetime

from exports.documents.readiness import GateCell


@dataclass(frozen=True, slots=True)
class BuildLine:
    """A build of the change; `digest` is the hash of what was built."""

    number: str
    revision: str
    machine: str
    digest: str
    result: str


@dataclass(frozen=True, slots=True)
class EnvironmentLine:
    """One environment that the change passed (or did not); `at` is aware, in the window's zone."""

    environment: str
    at: datetime | None
    by: str
    outcome: str
    digest: str = ""


@dataclass(frozen=True, slots=True)
class TicketLine:
    """A ticket in another system, with its state there."""

    key: str
    state: str
    system: str


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """Who signed, in which role, meaning what ("approves the change"), and when (window's zone)."""

    name: str
    role: str
    meaning: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ChangeBlock:
    """Everything the meeting reads about one change.

    `gates` are (criterion label, cell) in the order of the matrix; `conflicts` are sentences;
    `backout_minutes` and `expected_downtime_minutes` are None where not stated; instants are aware and in the
    window's zone.
    """

    key: str
    title: str
    what: str
    why: str
    kind: str
    change_class: str
    risk: str
    impact: str
    likelihood: str
    state: str
    applications: tuple[str, ...] = ()
    configuration_items: tuple[str, ...] = ()
    owner: str = ""
    requester: str = ""
    builds: tuple[BuildLine, ...] = ()
    environments: tuple[EnvironmentLine, ...] = ()
    tickets: tuple[TicketLine, ...] = ()
    verification_plan: str = ""
    backout_plan: str = ""
    backout_minutes: int | None = None
    point_of_no_return: datetime | None = None
    expected_downtime_minutes: int | None = None
    signatures: tuple[SignatureLine, ...] = ()
    gates: tuple[tuple[str, GateCell], ...] = ()
    conflicts: tuple[str, ...] = ()
