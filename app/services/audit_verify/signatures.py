"""Verifies every signature as if it were given again: content, key, role, order, and what was known then."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from app.domain.exceptions import ExceptionPolicy, ExceptionRequest
from app.domain.register import Person
from app.domain.signatures import (
    Medium,
    Signature,
    Signer,
    SigningKey,
    StandIn,
    signing_problems,
    statement_of,
)
from app.domain.windows import MaintenanceWindow
from app.services.audit_verify.findings import Finding, Watch, What
from app.services.audit_verify.past import TOLERANCE, then
from app.services.signing import sealing
from app.store.kinds import kind_of
from app.store.queries.audit_states import RecordedState, created_events, names_borne
from app.store.queries.exceptions import SUBJECT
from app.store.reading import find

T = TypeVar("T")
PART = 200


@dataclass(frozen=True, slots=True)
class _Given:
    """A signature with the event that recorded it."""

    one: Signature
    event: RecordedState


class SignatureCheck:
    """Walks all signatures in the order of their ids; `count` says how many it has verified."""

    def __init__(self, connection: Connection, watch: Watch) -> None:
        self._connection = connection
        self._watch = watch
        self.count = 0

    def findings(self) -> Iterator[Finding]:
        """What is wrong with any signature. One without an event is named among the records."""
        table, last = kind_of(Signature).table, 0
        while True:
            statement = select(table.c.id).where(table.c.id > last).order_by(table.c.id).limit(PART)
            ids = list(self._connection.execute(statement).scalars())
            if not ids:
                return
            last = ids[-1]
            self._watch.tell(1.0, f"signature {self.count:,}")
            events = created_events(self._connection, "signature", ids)
            for one in find(self._connection, Signature, id=ids):
                self.count += 1
                where = f"signature {one.id} ({one.printed_name})"
                event = events.get(one.id or 0)
                for problem in self._problems(one, event):
                    yield Finding(What.SIGNATURE, where, problem, event.sequence if event else None)

    def _problems(self, one: Signature, event: RecordedState | None) -> Iterator[str]:
        if hashlib.sha256(one.content.encode()).hexdigest() != one.digest:
            yield "covers other words than those beside it: its content does not give its digest"
        if one.medium is Medium.KEY:
            yield from self._key_problems(one, event)
        if event is None:
            return
        given = _Given(one, event)
        written = datetime.fromisoformat(event.happened_at)
        if abs(written - datetime.fromisoformat(one.signed_at)) > TOLERANCE:
            yield f"says {one.signed_at}, but event {event.sequence} was written at {event.happened_at}"
        if one.subject_kind == SUBJECT:
            yield from self._rule_problems(given)

    def _key_problems(self, one: Signature, event: RecordedState | None) -> Iterator[str]:
        keys = find(self._connection, SigningKey, id=one.key_id) if one.key_id else []
        if not keys:
            yield f"was made by key {one.key_id}, which is not there"
            return
        key = keys[0]
        if not sealing.is_signed(key.public_key, one.signature, statement_of(one)):
            yield f"was not made by key {key.id} over these words"
        if key.person_id != one.person_id:
            yield f"was made by key {key.id}, which belongs to somebody else"
        if event is None:
            return
        then = self._then(SigningKey, key.id, event.sequence)
        if then is None:
            yield f"was made by key {key.id}, which was not enrolled yet"
            return
        signed_at = datetime.fromisoformat(one.signed_at)
        if then.enrolled_at.replace(microsecond=0) > signed_at:
            yield f"says {one.signed_at}, before key {key.id} was enrolled"
        if then.revoked_at is not None:
            yield f"was made by key {key.id} after it was revoked"
        if then.public_key != key.public_key:
            yield f"was made by key {key.id}, whose public part is another one now"

    def _rule_problems(self, given: _Given) -> Iterator[str]:
        """What the rules of signing say, on the people, appointments, request and policy of that moment."""
        one, sequence = given.one, given.event.sequence
        request = self._then(ExceptionRequest, one.subject_id, sequence)
        person = self._then(Person, one.person_id, sequence)
        if request is None or person is None:
            missing = f"request {one.subject_id}" if request is None else f"person {one.person_id}"
            yield f"was given when {missing} was not there"
            return
        policy = self._then(ExceptionPolicy, request.policy_id, sequence)
        if policy is None:
            yield f"rests on policy {request.policy_id}, which was not there"
            return
        yield from _content_problems(one, policy)
        appointed = self._appointments(one, sequence)
        behind = self._behind(one, appointed, sequence)
        if one.on_behalf_of and behind is None:
            yield f"was given for {one.on_behalf_of}, for whom {person.name} was not appointed to stand in"
            return
        day = datetime.fromisoformat(one.signed_at).astimezone(ZoneInfo(person.zone_name)).date()
        for problem in signing_problems(
            Signer(person, one.role, day, behind, self._names(person, behind)), policy.roles,
            self._before(one), request.requested_by_id, appointed, is_ordered=policy.is_ordered,
            medium=one.medium, is_window_over=self._is_over(request, one, sequence),
        ):  # fmt: skip
            yield f"could not be given: {problem.rstrip('.')}"

    def _names(self, person: Person, behind: Person | None) -> frozenset[str]:
        ids = [one.id or 0 for one in (person, behind) if one is not None]
        return frozenset(name for one in ids for name in names_borne(self._connection, one))

    def _is_over(self, request: ExceptionRequest, one: Signature, sequence: int) -> bool:
        window = self._then(MaintenanceWindow, request.window_id, sequence)
        return window is not None and window.ends_at <= datetime.fromisoformat(one.signed_at)

    def _before(self, one: Signature) -> list[Signature]:
        same = find(
            self._connection, Signature, subject_kind=one.subject_kind, subject_id=one.subject_id,
            digest=one.digest,
        )  # fmt: skip
        return [other for other in same if (other.id or 0) < (one.id or 0)]

    def _appointments(self, one: Signature, sequence: int) -> list[StandIn]:
        stored = find(self._connection, StandIn, stand_in_id=one.person_id)
        then = [self._then(StandIn, item.id, sequence) for item in stored]
        return [item for item in then if item is not None]

    def _behind(self, one: Signature, appointed: list[StandIn], sequence: int) -> Person | None:
        people = [self._then(Person, item.person_id, sequence) for item in appointed if item.role is one.role]
        return next((who for who in people if who is not None and who.name == one.on_behalf_of), None)

    def _then(self, value_type: type[T], record_id: int | None, sequence: int) -> T | None:
        """A record as it was when an event was written."""
        return then(self._connection, value_type, record_id, sequence)


def _content_problems(one: Signature, policy: ExceptionPolicy) -> Iterator[str]:
    """Whether what was signed speaks of this request and this revision of the policy."""
    try:
        said: Any = json.loads(one.content)
        request, rule = said["request"], said["policy"]
    except (ValueError, KeyError, TypeError):
        yield "covers words that are no request's"
        return
    if request != one.subject_id:
        yield f"covers request {request}, but lies with request {one.subject_id}"
    wanted = {
        "revision": policy.revision,
        "roles": [role.value for role in policy.roles],
        "is_ordered": policy.is_ordered,
    }
    if rule != wanted:
        yield f"was given under another policy than revision {policy.revision}"
