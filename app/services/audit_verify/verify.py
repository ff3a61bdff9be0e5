"""Use case: verify everything that the audit rests on, in one snapshot of the database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from app.services.audit_verify.findings import AuditVerification, Finding, Watch, What
from app.services.audit_verify.freezings import freezing_findings
from app.services.audit_verify.heads import KeptHead, compare_head
from app.services.audit_verify.kept_keys import KeptKeys, compare_keys
from app.services.audit_verify.others import other_findings
from app.services.audit_verify.records import UNREADABLE, RecordCheck
from app.services.audit_verify.rules import rule_findings
from app.services.audit_verify.signatures import SignatureCheck
from app.services.workplace import Workplace
from db import chain

SET_BACK = timedelta(minutes=2)
_CHAIN_SHARE, _RECORD_SHARE, _LITTLE = 0.6, 0.3, 0.05
_TELL_EVERY = 2_000


def verify(
    workplace: Workplace,
    watch: Watch | None = None,
    kept_heads: Iterable[KeptHead] = (),
    kept_keys: Iterable[KeptKeys] = (),
) -> AuditVerification:
    """Verify chain, clock, records, policies, signatures, and heads and keys that were kept elsewhere.

    Events and records stream; a few hundred are held at a time. Raises VerificationStoppedError.
    """
    watch = watch or Watch()
    with workplace.read() as connection:
        if connection.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ")
        clock = _Clock(watch, chain.read_head(connection).sequence)
        walked = chain.verify(connection, clock.see)
        findings = [_of_chain(one) for one in walked.findings]
        findings += clock.findings
        for kept in kept_heads:
            findings += compare_head(connection, kept, walked.head.sequence)
        for keys in kept_keys:
            findings += _as_far_as_readable(compare_keys(connection, keys), "keys")
        records = RecordCheck(connection, _part(watch, _CHAIN_SHARE, _RECORD_SHARE))
        signatures = SignatureCheck(connection, _part(watch, 1.0 - _LITTLE, _LITTLE))
        findings += _as_far_as_readable(records.findings(), "records")
        others = other_findings(workplace, connection, _part(watch, _CHAIN_SHARE + _RECORD_SHARE, _LITTLE))
        findings += _as_far_as_readable(others, "packets, activities and nights")
        findings += _as_far_as_readable(signatures.findings(), "signatures")
        findings += _as_far_as_readable(freezing_findings(connection), "frozen checkpoints")
        findings += _as_far_as_readable(rule_findings(connection), "keys, policies and sign-offs")
        watch.tell(1.0, "Verified")
    head = walked.head
    return AuditVerification(
        walked.events, records.count, signatures.count, tuple(findings), head.sequence, head.hash
    )


class _Clock:
    """Sees each event pass: finds instants that go back, and tells the progress."""

    def __init__(self, watch: Watch, events: int) -> None:
        self._watch = watch
        self._events = events
        self._last = ""
        self._count = 0
        self.findings: list[Finding] = []

    def see(self, sequence: int, happened_at: str | None) -> None:
        """One event, in the order of the chain."""
        self._count += 1
        if self._count % _TELL_EVERY == 1:
            done = min(self._count / max(self._events, 1), 1.0) * _CHAIN_SHARE
            self._watch.tell(done, f"Event {self._count:,} of {self._events:,}")
        if happened_at is None:
            return
        if happened_at < self._last and _steps_back(self._last, happened_at):
            problem = f"says {happened_at}, after an event of {self._last}: the clock was set back"
            self.findings.append(Finding(What.CLOCK, f"event {sequence}", problem, sequence))
        self._last = happened_at


def _steps_back(earlier: str, later: str) -> bool:
    """Whether two instants in the order of the chain go back by more than two minutes."""
    try:
        return datetime.fromisoformat(earlier) - datetime.fromisoformat(later) > SET_BACK
    except (ValueError, TypeError):
        return False  # no instant at all: the chain names the event


def _of_chain(finding: chain.Finding) -> Finding:
    return Finding(What.CHAIN, f"event {finding.sequence}", finding.problem, finding.sequence)


def _as_far_as_readable(found: Iterator[Finding], what: str) -> list[Finding]:
    """The findings; a file too damaged to be read on is one itself."""
    findings: list[Finding] = []
    try:
        for one in found:
            findings.append(one)
    except UNREADABLE as error:
        problem = f"could not be read on: {str(error).splitlines()[0]}"
        findings.append(Finding(What.RECORD, f"the {what}", problem))
    return findings


def _part(watch: Watch, begin: float, share: float) -> Watch:
    """A watch whose 0 to 1 is a part of another's."""

    def progress(fraction: float | None, words: str) -> None:
        watch.progress(begin + share * (fraction or 0.0), words[:1].upper() + words[1:])

    return Watch(progress, watch.is_stopped)


__all__ = ["verify"]
