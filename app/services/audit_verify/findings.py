"""What a verification finds, and how it tells its progress and is stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from app.services.errors import RefusedError


class What(StrEnum):
    """What kind of thing is wrong."""

    CHAIN = "chain"
    CLOCK = "clock"
    HEAD = "head"
    RECORD = "record"
    POLICY = "policy"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it was written: where ("change 12 (CHG-0431)"), what, and a whole sentence.

    `event` is the number of the event that shows it, if one does; `problem` the sentence without its subject;
    `record` the kind and id by which the audit trail names the record, where it is one.
    """

    what: What
    where: str
    problem: str
    event: int | None = None
    record: tuple[str, str] = ("", "")

    @property
    def sentence(self) -> str:
        """The finding as people read it."""
        where = self.where[:1].upper() + self.where[1:]
        return f"{where} {self.problem}."


@dataclass(frozen=True, slots=True)
class AuditVerification:
    """The outcome: what was read, what is wrong, and where the chain ends."""

    events: int
    records: int
    signatures: int
    findings: tuple[Finding, ...]
    head_sequence: int
    head_hash: str

    @property
    def is_ok(self) -> bool:
        """Whether everything is as it was written."""
        return not self.findings

    @property
    def first_bad(self) -> int | None:
        """The lowest number of an event that is bad or shows something bad, or None."""
        return min((one.event for one in self.findings if one.event is not None), default=None)

    @property
    def head(self) -> str:
        """Where the chain ends, as printed: "number:hash"."""
        return f"{self.head_sequence}:{self.head_hash}"


class VerificationStoppedError(RefusedError):
    """The person stopped the verification; nothing is known of what was not read yet."""


def _not_told(_fraction: float | None, _words: str) -> None:
    """Progress that nobody asked for."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Who watches a verification: told its progress (0 to 1, and words), asked whether to stop."""

    progress: Callable[[float | None, str], None] = _not_told
    is_stopped: Callable[[], bool] = lambda: False

    def tell(self, fraction: float, words: str) -> None:
        """Tell how far it is; raises VerificationStoppedError when it shall stop."""
        if self.is_stopped():
            raise VerificationStoppedError("The verification was stopped before it was through.")
        self.progress(fraction, words)
