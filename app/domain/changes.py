"""Changes and the records that hang on them: tickets, builds, deployments, attestations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.gates import GateResult
from app.domain.register import Role


class ChangeKind(StrEnum):
    """What is being changed."""

    APPLICATION = "application"
    INFRASTRUCTURE = "infrastructure"
    DATABASE = "database"
    NETWORK = "network"
    CONFIGURATION = "configuration"
    DATA = "data"


class ChangeClass(StrEnum):
    """How a change enters the flow."""

    STANDARD = "standard"
    NORMAL = "normal"
    EMERGENCY = "emergency"


class ChangeState(StrEnum):
    """The life of a change; the first five follow its progress through the checkpoints."""

    INTAKE = "intake"
    IN_TEST = "in_test"
    TESTED = "tested"
    PRE_PRODUCTION = "pre_production"
    READY = "ready"
    DEPLOYED = "deployed"
    ROLLED_BACK = "rolled_back"
    FAILED = "failed"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Change:
    """What is to go in. Impact and likelihood run from 1 to 5; downtime is in minutes.

    `deployment_on` is a local date of the window it asks for; `window_id` None means the intake list.
    `extra` keeps source columns that have no field here, as (header, text) pairs.
    `source_state` is the state's own word in the list it came from.
    """

    key: str
    title: str
    description: str = ""
    kind: ChangeKind = ChangeKind.APPLICATION
    change_class: ChangeClass = ChangeClass.NORMAL
    state: ChangeState = ChangeState.INTAKE
    impact: int = 2
    likelihood: int = 2
    applications: tuple[int, ...] = ()
    configuration_items: tuple[int, ...] = ()
    requester_id: int | None = None
    owner_id: int | None = None
    team_id: int | None = None
    requester_name: str = ""
    owner_name: str = ""
    team_name: str = ""
    window_id: int | None = None
    deployment_on: date | None = None
    is_date_approved: bool = False
    backout_plan: str = ""
    verification_plan: str = ""
    expected_downtime_minutes: int = 0
    planned_digest: str = ""
    source_system: str = ""
    source_state: str = ""
    url: str = ""
    labels: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    extra: tuple[tuple[str, str], ...] = ()
    created_at: datetime | None = None
    id: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Ticket:
    """A related record of another system with its state there."""

    change_id: int
    key: str
    title: str = ""
    system: str = ""
    state: str = ""
    url: str = ""
    id: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Build:
    """One build of a change: number, source revision, machine, SHA-256 digest of the artifact, result."""

    change_id: int
    number: str
    revision: str = ""
    machine_id: int | None = None
    machine_name: str = ""
    digest: str = ""
    is_success: bool = False
    built_at: datetime | None = None
    id: int | None = None
    version: int = 1


class DeploymentOutcome(StrEnum):
    """How putting a build into an environment went."""

    SUCCEEDED = "succeeded"
    WITH_ISSUES = "with_issues"
    FAILED = "failed"
    ROLLED_BACK = "rolled_back"


@dataclass(frozen=True, slots=True)
class Deployment:
    """A build put into an environment: when (UTC), by whom, outcome, and the digest found there."""

    change_id: int
    environment_id: int
    deployed_at: datetime
    outcome: DeploymentOutcome
    build_id: int | None = None
    digest: str = ""
    deployed_by: str = ""
    issues: str = ""
    id: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Attestation:
    """A named role says that a criterion is met (or not), with evidence; the newest one counts."""

    change_id: int
    criterion_code: str
    checkpoint_name: str
    is_met: bool
    role: Role
    person_id: int
    attested_at: datetime
    evidence: str = ""
    id: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Waiver:
    """A criterion passed by exception; who signed is named in `signatures` as it will be shown.

    It counts as long as the request `exception_id` stands approved (None: recorded without one).
    """

    change_id: int
    checkpoint_name: str
    criterion_code: str
    reason: str
    signatures: str
    granted_at: datetime
    exception_id: int | None = None
    id: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class FrozenGate:
    """A gate as it was at the cutoff, never altered."""

    checkpoint_id: int
    change_id: int
    criterion_code: str
    result: GateResult
    why: str
    evidence: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """One entry of a change's discussion."""

    change_id: int
    author: str
    text: str
    written_at: datetime
    id: int | None = None
    version: int = 1
