"""Exceptions of the month without gaps: asked for, signed in time, too late, by word alone, or never."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.changes import Change
from app.domain.exceptions import ExceptionKind, ExceptionRequest
from app.domain.register import Person, Role
from app.domain.signatures import Meaning, Medium
from app.services.exception_signing import record_word, sign_exception
from app.services.exceptions.requests import ask, draft
from app.services.signing.keys import enrol
from app.services.workplace import Workplace

PASSPHRASE = "a sentence nobody guesses"
FLAWS = ("excepted", "exception_signed_late", "word_not_followed", "exception_not_approved")
CHECKPOINT, CRITERIA = "Ready for production", ("build", "qa")


class ExceptionPlanter:
    """Asks for exceptions before the night, and signs after it what came too late."""

    def __init__(self, workplace: Workplace, quinn: Person, window_id: int) -> None:
        self._workplace = workplace
        self._quinn = quinn
        self._window_id = window_id
        self._late: list[int] = []
        self._bea = 0

    def before(self, changes: Sequence[Change], flaws: Mapping[str, str]) -> None:
        """Ask for an exception for each change with a flaw of exceptions, and sign as the flaw says."""
        wanted = [(change, flaws[change.key]) for change in changes if flaws.get(change.key) in FLAWS]
        if not wanted:
            return
        with self._workplace.write() as unit:
            rita = unit.add(Person("Rita Vale", roles=(Role.RELEASE_MANAGER,))).id or 0
            self._bea = unit.add(Person("Bea Lindt", roles=(Role.BUSINESS_OWNER,))).id or 0
            unit.commit()
        for person_id in (self._quinn.id or 0, self._bea):
            enrol(self._workplace, person_id, rita, PASSPHRASE)
        for change, flaw in wanted:
            self._ask(change, flaw, rita)

    def after(self) -> None:
        """Sign what was to be signed before the night."""
        for request_id in self._late:
            self._sign(request_id, self._bea, Role.BUSINESS_OWNER)

    def _ask(self, change: Change, flaw: str, requester_id: int) -> None:
        request = ExceptionRequest(
            change.id or 0, ExceptionKind.LATE, 0, requester_id, self._window_id, CHECKPOINT, CRITERIA, None,
            "A law", "It may fail", "A fine", "Smoke test",
        )  # fmt: skip
        request_id = draft(self._workplace, request).value.id or 0
        ask(self._workplace, request_id)
        self._sign(request_id, self._quinn.id or 0, Role.QA_MANAGER)
        if flaw == "excepted":
            self._sign(request_id, self._bea, Role.BUSINESS_OWNER)
        if flaw == "exception_signed_late":
            self._late.append(request_id)
        if flaw == "word_not_followed":
            record_word(
                self._workplace, request_id, self._bea, Role.BUSINESS_OWNER, Meaning.APPROVE, Medium.VERBAL,
                witness="Ola Dahl",
            )  # fmt: skip

    def _sign(self, request_id: int, person_id: int, role: Role) -> None:
        sign_exception(self._workplace, request_id, person_id, role, Meaning.APPROVE, PASSPHRASE)
