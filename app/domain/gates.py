"""The values of gate evaluation: criteria of a checkpoint and what evaluating them yields."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.register import Role, Stage


class CriterionKind(StrEnum):
    """How a criterion is decided; all but ATTESTED are computed from records."""

    BUILD_SUCCEEDED = "build_succeeded"
    DEPLOYED = "deployed"
    SAME_DIGEST = "same_digest"
    TICKETS_IN_STATE = "tickets_in_state"
    DATE_APPROVED = "date_approved"
    PLANS_PRESENT = "plans_present"
    ACTIVITIES_OWNED = "activities_owned"
    ATTESTED = "attested"


@dataclass(frozen=True, slots=True)
class CriterionSpec:
    """One condition of a checkpoint, as data.

    `code` is stable within its checkpoint (letters, digits, dashes); `label` is the sentence shown;
    `short` fits a chip (Build, Test, QA, Pre). `stage` is the environment stage of DEPLOYED;
    `stages` those compared by SAME_DIGEST; `allowed_states` those of TICKETS_IN_STATE;
    `role` who attests ATTESTED; `needs_evidence` whether an attestation without evidence is refused.
    `only_kinds` limits it to these change kinds (empty: all).
    """

    code: str
    label: str
    short: str
    kind: CriterionKind
    stage: Stage | None = None
    stages: tuple[Stage, ...] = ()
    allowed_states: tuple[str, ...] = ()
    role: Role | None = None
    needs_evidence: bool = False
    only_kinds: tuple[str, ...] = ()


class GateResult(StrEnum):
    """What evaluating a criterion yields; NOT_EVALUATED is never shown as met."""

    MET = "met"
    NOT_MET = "not_met"
    WAIVED = "waived"
    NOT_EVALUATED = "not_evaluated"


@dataclass(frozen=True, slots=True)
class Gate:
    """One criterion's result for one change: the result, why, and the evidence it rests on."""

    checkpoint: str
    code: str
    label: str
    short: str
    result: GateResult
    why: str
    evidence: str = ""
