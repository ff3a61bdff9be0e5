"""What a packet is made of: the records of one window as they stood at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from app.domain.changes import (
    Attestation,
    Build,
    Change,
    ChangeState,
    Deployment,
    Ticket,
    Waiver,
)
from app.domain.exceptions import ExceptionRequest, Standing
from app.domain.gates import Gate, GateResult
from app.domain.register import Application, BuildMachine, ConfigurationItem, Environment, Person, Role, Team
from app.domain.signatures import Meaning, Medium
from app.domain.windows import Checkpoint, EnvironmentBooking, Freeze, MaintenanceWindow
from app.sequencing.analysis import Analysis
from app.sequencing.model import Sequence

Meeting = Literal["preliminary", "final"]
PASSING = (GateResult.MET, GateResult.WAIVED)
OUT_OF_THE_FLOW = (ChangeState.WITHDRAWN, ChangeState.DEFERRED)


@dataclass(frozen=True, slots=True)
class ChangeSource:
    """One change as the board shows it, with the records that hang on it.

    `gates` are in the order of the board; state, risk and conflicts are the board's;
    `minutes` is its time in the window.
    """

    change: Change
    state: ChangeState
    risk_level: str
    risk_score: int
    gates: tuple[Gate, ...]
    conflicts: tuple[str, ...]
    owner: str
    minutes: int
    is_ready: bool
    tickets: tuple[Ticket, ...] = ()
    builds: tuple[Build, ...] = ()
    deployments: tuple[Deployment, ...] = ()
    attestations: tuple[Attestation, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    @property
    def key(self) -> str:
        """What people call the change."""
        return self.change.key

    @property
    def is_in_flow(self) -> bool:
        """Whether it is still to go in: neither withdrawn nor deferred."""
        return self.state not in OUT_OF_THE_FLOW

    @property
    def not_met(self) -> tuple[Gate, ...]:
        """The gates that are neither met nor waived."""
        return tuple(gate for gate in self.gates if gate.result not in PASSING)


@dataclass(frozen=True, slots=True)
class SignedSource:
    """A signature on an exception as it was given; one that `is_valid` not covers what stands there no more.

    `owes_key` marks a word given by mouth or on paper that no signature with the key has followed.
    """

    name: str
    role: Role
    meaning: Meaning
    signed_at: datetime
    medium: Medium
    is_valid: bool
    owes_key: bool
    on_behalf_of: str = ""
    witness: str = ""


@dataclass(frozen=True, slots=True)
class ExceptionSource:
    """An exception asked for: what of, why, where it stands, who signed and who still must."""

    change_key: str
    request: ExceptionRequest
    freeze: str
    standing: Standing
    signatures: tuple[SignedSource, ...]
    missing: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class PreviousPacket:
    """The packet issued before: when (UTC), the hash of its PDF, and what it said."""

    issued_at: datetime
    sha256: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class OwedDebt:
    """Something owed after the night: what kind, which, by whom, until when (UTC), whether that is past."""

    kind: str
    what: str
    who: str
    due_at: datetime | None
    is_past: bool


@dataclass(frozen=True, slots=True)
class PacketSource:
    """Everything one packet tells; instants are UTC, the look-ups are by id."""

    meeting: Meeting
    organisation: str
    window: MaintenanceWindow
    checkpoints: tuple[Checkpoint, ...]
    changes: tuple[ChangeSource, ...]
    sequence: Sequence
    analysis: Analysis
    people: Mapping[int, Person]
    teams: Mapping[int, Team]
    applications: Mapping[int, Application]
    configuration_items: Mapping[int, ConfigurationItem]
    environments: Mapping[int, Environment]
    machines: Mapping[int, BuildMachine]
    freezes: tuple[Freeze, ...]
    bookings: tuple[EnvironmentBooking, ...]
    made_at: datetime
    made_by: str
    audit_sequence: int
    audit_hash: str
    previous: PreviousPacket | None = None
    page_size: Literal["A4", "Letter"] = "A4"
    debts: tuple[OwedDebt, ...] = ()
    exceptions: tuple[ExceptionSource, ...] = ()

    @property
    def in_flow(self) -> tuple[ChangeSource, ...]:
        """The changes that are still to go in."""
        return tuple(change for change in self.changes if change.is_in_flow)

    def instant(self, minute: int) -> datetime:
        """The UTC instant of a minute of the window."""
        return self.window.starts_at + timedelta(minutes=minute)

    def person(self, person_id: int | None, otherwise: str = "") -> str:
        """A person's name, else the name the list gave."""
        found = self.people.get(person_id or 0)
        return found.name if found else otherwise

    def player(self, person_id: int) -> str:
        """A player's name, also of one whose record is gone."""
        return self.person(person_id, f"person {person_id}")
