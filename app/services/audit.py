"""Use cases of the audit trail: verifying the chain and reading a record's history."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.workplace import Workplace
from db import chain


@dataclass(frozen=True, slots=True)
class ChainReport:
    """How the audit chain stands: events read, what is wrong with which event, and its end."""

    events: int
    findings: tuple[tuple[int, str], ...]
    head_sequence: int
    head_hash: str

    @property
    def is_ok(self) -> bool:
        """Whether no event was altered, removed, inserted or reordered."""
        return not self.findings

    @property
    def first_bad(self) -> int | None:
        """The number of the first bad event, or None."""
        return self.findings[0][0] if self.findings else None


def verify_chain(workplace: Workplace) -> ChainReport:
    """Walk the whole chain. A file too damaged to be read on is a finding, not an error."""
    with workplace.read() as connection:
        outcome = chain.verify(connection)
    findings = tuple((finding.sequence, finding.problem) for finding in outcome.findings)
    return ChainReport(outcome.events, findings, outcome.head.sequence, outcome.head.hash)
