"""The demo's exceptions: keys, and a request of every standing, signed as people would."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from app.domain.changes import Change
from app.domain.exceptions import DEFAULT_POLICIES, ExceptionKind, ExceptionRequest
from app.domain.register import Person, Role
from app.domain.signatures import Meaning, Medium
from app.domain.windows import MaintenanceWindow
from app.services.board import board
from app.services.checkpoints import evaluate_checkpoint
from app.services.exception_signing import record_word, sign_exception
from app.services.exceptions import requests
from app.services.signing import keys
from app.services.workplace import Workplace
from app.store.reading import find

PASSPHRASE = "demo passphrase"
_SIGNING = (
    Role.RELEASE_MANAGER,
    Role.QA_MANAGER,
    Role.BUSINESS_OWNER,
    Role.SENIOR_MANAGEMENT,
    Role.OPERATIONS,
)
_REASONS = (
    "The vendor delivered the corrected build on Monday evening; the month's closing needs it.",
    "The regulator moved the date; the rates must be right on Sunday.",
    "The certificate ends on Sunday; the renewal came late.",
    "The test system stood still for two days because of the storage migration.",
    "A customer's contract begins on the first; without the change orders stop.",
    "Sales promised the feature for the fair.",
)


def make_exceptions(
    workplace: Workplace, draw: random.Random, window: MaintenanceWindow, changes: Sequence[Change]
) -> None:
    """Enrol keys and ask for exceptions in a coming window: one of each standing, and a word that ages."""
    with workplace.read() as connection:
        people = [one for one in find(connection, Person) if not one.is_archived]
    cast = {role: [one for one in people if role in one.roles] for role in _SIGNING}
    if not all(cast.values()) or len(changes) < len(_REASONS):
        return
    witness, *others = cast[Role.RELEASE_MANAGER]
    for person in dict.fromkeys(cast[role][0] for role in _SIGNING[1:]):
        keys.enrol(workplace, person.id or 0, witness.id or 0, PASSPHRASE, draw.randbytes)
    if others:
        keys.enrol(workplace, witness.id or 0, others[0].id or 0, PASSPHRASE, draw.randbytes)
        keys.appoint(
            workplace, witness.id or 0, others[0].id or 0, Role.RELEASE_MANAGER,
            workplace.now().date(), workplace.now().date() + timedelta(days=14), passphrase=PASSPHRASE,
        )  # fmt: skip
    maker = _Requests(workplace, cast, window)
    late, emergency = ExceptionKind.LATE, ExceptionKind.EMERGENCY
    maker.ask(late, changes[0], _REASONS[0], ("approve", "approve"))
    maker.ask(late, changes[1], _REASONS[3], ("approve",))
    maker.ask(emergency, changes[2], _REASONS[2], ("approve", "verbal"))
    maker.ask(late, changes[3], _REASONS[5], ("approve", "reject"))
    changed = maker.ask(late, changes[4], _REASONS[1], ("approve", "approve"))
    fewer_tests = replace(changed, test_statement="Only the rates were tested; the rest was left out.")
    requests.edit(workplace, fewer_tests)
    withdrawn = maker.ask(ExceptionKind.OVER_CAPACITY, changes[5], _REASONS[4], ())
    requests.withdraw(workplace, withdrawn.id or 0, "it goes in a week later after all")
    maker.draft(late, changes[6 % len(changes)], _REASONS[0])


class _Requests:
    """Makes requests for changes of one window, with who signs for each role."""

    def __init__(
        self, workplace: Workplace, cast: dict[Role, list[Person]], window: MaintenanceWindow
    ) -> None:
        self._workplace = workplace
        self._cast = cast
        self._window = window

    def draft(self, kind: ExceptionKind, change: Change, reason: str) -> ExceptionRequest:
        """A request that nobody was asked to sign yet."""
        checkpoint, criteria = self._missed(change) if kind is ExceptionKind.LATE else ("", ())
        wanted = ExceptionRequest(
            change_id=change.id or 0,
            kind=kind,
            policy_id=0,
            requested_by_id=self._cast[Role.RELEASE_MANAGER][-1].id or 0,
            window_id=self._window.id,
            checkpoint_name=checkpoint,
            criteria=criteria,
            reason=reason,
            risk_of_doing="A fault shows only in production; the way back takes twenty minutes.",
            risk_of_not_doing="Orders are booked by hand for a week, with two people more.",
            test_statement="Smoke tests and the regression of the ledger; QA tests the rest on Thursday.",
        )
        return requests.draft(self._workplace, wanted).value

    def ask(
        self, kind: ExceptionKind, change: Change, reason: str, answers: Sequence[str]
    ) -> ExceptionRequest:
        """A request with the answers of the first roles of its policy: approve, reject, or a verbal word."""
        drafted = self.draft(kind, change, reason)
        asked = requests.ask(self._workplace, drafted.id or 0).value
        for answer, role in zip(answers, _roles_of(kind), strict=False):
            self._answer(asked, role, answer)
        return asked

    def _answer(self, request: ExceptionRequest, role: Role, answer: str) -> None:
        person = self._cast[role][0]
        subject = self._workplace, request.id or 0, person.id or 0, role
        if answer == "verbal":
            witness = self._cast[Role.RELEASE_MANAGER][0].name
            record_word(*subject, Meaning.APPROVE, Medium.VERBAL, witness=witness, remark="By telephone.")
        else:
            sign_exception(*subject, Meaning(answer), PASSPHRASE)

    def _missed(self, change: Change) -> tuple[str, tuple[str, ...]]:
        """The first checkpoint of the window that the change does not pass, and what it fails there."""
        points = board(self._workplace, self._window.id or 0).checkpoints
        for point in points:
            report = evaluate_checkpoint(self._workplace, self._window.id or 0, point.name)
            failed = next((one for one in report.failed if one.id == change.id), None)
            if failed is not None:
                return point.name, tuple(gate.code for gate in failed.failing)
        return points[-1].name, (report.checkpoint.criteria[-1].code,)


def _roles_of(kind: ExceptionKind) -> tuple[Role, ...]:
    return next(policy.roles for policy in DEFAULT_POLICIES if policy.kind is kind)
