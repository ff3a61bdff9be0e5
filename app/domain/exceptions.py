"""Exceptions: what may be asked for, which signatures its policy wants, and where a request stands."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from app.domain.register import Role
from app.domain.signatures import Meaning, Signature


class ExceptionKind(StrEnum):
    """What a request asks to be allowed."""

    LATE = "late"
    FREEZE = "freeze"
    OVER_CAPACITY = "over_capacity"
    EMERGENCY = "emergency"
    ESCALATION = "escalation"

    @property
    def words(self) -> str:
        """As people say it."""
        return _WORDS[self]


_WORDS = {
    ExceptionKind.LATE: "late at a checkpoint",
    ExceptionKind.FREEZE: "into a freeze",
    ExceptionKind.OVER_CAPACITY: "over capacity",
    ExceptionKind.EMERGENCY: "emergency deployment",
    ExceptionKind.ESCALATION: "escalation",
}


@dataclass(frozen=True, slots=True)
class ExceptionPolicy:
    """Whose signatures a kind of exception needs; a revision is never altered, a new one follows it.

    `is_ordered`: the roles sign in the order given. `editors` are the roles that may make the next revision.
    """

    kind: ExceptionKind
    roles: tuple[Role, ...]
    editors: tuple[Role, ...]
    is_ordered: bool = False
    revision: int = 1
    made_by: str = ""
    made_at: datetime | None = None
    id: int | None = None
    version: int = 1


DEFAULT_EDITORS = (Role.SENIOR_MANAGEMENT, Role.RELEASE_MANAGER)
DEFAULT_POLICIES = (
    ExceptionPolicy(ExceptionKind.LATE, (Role.QA_MANAGER, Role.BUSINESS_OWNER), DEFAULT_EDITORS),
    ExceptionPolicy(ExceptionKind.FREEZE, (Role.BUSINESS_OWNER, Role.SENIOR_MANAGEMENT), DEFAULT_EDITORS),
    ExceptionPolicy(
        ExceptionKind.OVER_CAPACITY, (Role.RELEASE_MANAGER, Role.SENIOR_MANAGEMENT), DEFAULT_EDITORS
    ),
    ExceptionPolicy(
        ExceptionKind.EMERGENCY,
        (Role.BUSINESS_OWNER, Role.SENIOR_MANAGEMENT, Role.OPERATIONS),
        DEFAULT_EDITORS,
    ),
    ExceptionPolicy(
        ExceptionKind.ESCALATION,
        (Role.BUSINESS_OWNER, Role.SENIOR_MANAGEMENT),
        DEFAULT_EDITORS,
        is_ordered=True,
    ),
)


class RequestState(StrEnum):
    """What its author made of a request; the rest follows from the signatures."""

    DRAFT = "draft"
    REQUESTED = "requested"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class ExceptionRequest:
    """A request to pass a checkpoint late, enter a freeze, exceed capacity, or deploy as an emergency.

    `criteria` are the codes of `checkpoint_name` to be waived. `policy_id` is the revision it is decided
    under, whatever follows later. `window_id` is the window it is asked for. `requester_name` is as it was
    when it was asked for, so that a later change of the person voids nothing.
    """

    change_id: int
    kind: ExceptionKind
    policy_id: int
    requested_by_id: int
    window_id: int | None = None
    checkpoint_name: str = ""
    criteria: tuple[str, ...] = ()
    freeze_id: int | None = None
    reason: str = ""
    risk_of_doing: str = ""
    risk_of_not_doing: str = ""
    test_statement: str = ""
    state: RequestState = RequestState.DRAFT
    requested_at: datetime | None = None
    requester_name: str = ""
    id: int | None = None
    version: int = 1

    def lets_past(self, checkpoint_name: str) -> bool:
        """Whether it lets its change past a checkpoint, once approved."""
        is_named = self.kind in (ExceptionKind.LATE, ExceptionKind.ESCALATION)
        is_same = self.checkpoint_name == checkpoint_name
        return self.kind is ExceptionKind.EMERGENCY or (is_named and is_same)

    def lets_into(self, freeze_id: int | None) -> bool:
        """Whether it lets its change into a freeze that signatures open, once approved."""
        is_named = self.kind in (ExceptionKind.FREEZE, ExceptionKind.ESCALATION)
        return self.kind is ExceptionKind.EMERGENCY or (is_named and self.freeze_id == freeze_id)

    @property
    def lets_over_capacity(self) -> bool:
        """Whether it lets its change exceed the window's capacity, once approved."""
        return self.kind in (
            ExceptionKind.OVER_CAPACITY, ExceptionKind.EMERGENCY, ExceptionKind.ESCALATION
        )  # fmt: skip


class Standing(StrEnum):
    """Where a request stands."""

    DRAFT = "draft"
    WAITING = "waiting"
    APPROVED = "approved"
    REJECTED = "rejected"
    VOID = "void"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class SignedFacts:
    """What of the change and its surroundings a signature covers beside the request's own words."""

    change_key: str
    change_title: str
    planned_digest: str
    backout_plan: str
    window: str
    requester: str
    freeze: str = ""


def content_of(request: ExceptionRequest, policy: ExceptionPolicy, facts: SignedFacts) -> str:
    """The canonical form of what is signed: JSON with sorted keys, no spaces, UTF-8 letters as they are."""
    content = {
        "kind": request.kind.value,
        "request": request.id,
        "change": facts.change_key,
        "title": facts.change_title,
        "planned_digest": facts.planned_digest,
        "backout_plan": facts.backout_plan,
        "window": facts.window,
        "checkpoint": request.checkpoint_name,
        "criteria": sorted(request.criteria),
        "freeze": facts.freeze,
        "reason": request.reason,
        "risk_of_doing": request.risk_of_doing,
        "risk_of_not_doing": request.risk_of_not_doing,
        "test_statement": request.test_statement,
        "requested_by": request.requester_name or facts.requester,
        "requested_at": _instant(request.requested_at),
        "policy": {
            "revision": policy.revision,
            "roles": [role.value for role in policy.roles],
            "is_ordered": policy.is_ordered,
        },
    }
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest_of(content: str) -> str:
    """The SHA-256 of canonical content, in hexadecimal."""
    return hashlib.sha256(content.encode()).hexdigest()


def valid_signatures(signatures: Sequence[Signature], digest: str) -> tuple[Signature, ...]:
    """Those that cover the content as it is now."""
    return tuple(one for one in signatures if one.digest == digest)


def standing(
    request: ExceptionRequest, policy: ExceptionPolicy, signatures: Sequence[Signature], digest: str
) -> Standing:
    """Where a request stands, from its state and the signatures that cover its content as it is now."""
    if request.state is RequestState.WITHDRAWN:
        return Standing.WITHDRAWN
    if request.state is RequestState.DRAFT:
        return Standing.DRAFT
    valid = valid_signatures(signatures, digest)
    if any(one.meaning is Meaning.REJECT for one in valid):
        return Standing.REJECTED
    if not missing_roles(policy, valid):
        return Standing.APPROVED
    return Standing.VOID if len(valid) < len(signatures) else Standing.WAITING


def missing_roles(policy: ExceptionPolicy, valid: Sequence[Signature]) -> tuple[Role, ...]:
    """The roles whose approval is still wanted, in the policy's order."""
    given = {one.role for one in valid if one.meaning is Meaning.APPROVE}
    return tuple(role for role in policy.roles if role not in given)


def request_problems(request: ExceptionRequest) -> list[str]:
    """What a request lacks before it can be asked for."""
    problems = []
    if request.window_id is None:
        problems.append("Name the window it is asked for.")
    if not request.reason.strip():
        problems.append("Say why the exception is needed.")
    if not request.risk_of_doing.strip():
        problems.append("Say what can go wrong if it is done.")
    if not request.risk_of_not_doing.strip():
        problems.append("Say what happens if it is not done.")
    if not request.test_statement.strip():
        problems.append("Say what was tested, what was left out, and who tests in the time that is left.")
    if request.kind is ExceptionKind.LATE and not request.checkpoint_name:
        problems.append("Name the checkpoint that is passed late.")
    if request.kind is ExceptionKind.LATE and not request.criteria:
        problems.append("Name the criteria that are not met and shall be waived.")
    if request.kind is ExceptionKind.FREEZE and request.freeze_id is None:
        problems.append("Name the freeze that is entered.")
    return problems


def policy_problems(policy: ExceptionPolicy) -> list[str]:
    """What makes a policy unsound."""
    problems = []
    if not policy.roles:
        problems.append("A policy needs at least one role that signs.")
    if len(set(policy.roles)) < len(policy.roles):
        problems.append("Each role signs once; name it once.")
    if not policy.editors:
        problems.append("Somebody must be able to change the policy; name at least one role.")
    return problems


def edit_problem(policy: ExceptionPolicy, roles: Sequence[Role]) -> str:
    """Why somebody with these roles may not make the policy's next revision; empty when they may."""
    if set(roles) & set(policy.editors):
        return ""
    allowed = " or ".join(role.words for role in policy.editors)
    return f"Only {allowed} may change the policy for exceptions {policy.kind.words}."


def _instant(instant: datetime | None) -> str:
    return instant.astimezone(UTC).isoformat(timespec="seconds") if instant else ""
