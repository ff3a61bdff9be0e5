"""Use cases of signing an exception: with one's key, or as a word given by mouth or on paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from app.domain.exceptions import RequestState
from app.domain.register import Person, Role
from app.domain.signatures import (
    Meaning,
    Medium,
    Signature,
    Signer,
    SigningKey,
    StandIn,
    signing_problems,
    statement_of,
)
from app.services import progress
from app.services.errors import RefusedError
from app.services.exceptions.reading import ExceptionItem, item_in
from app.services.exceptions.requests import grant_what_is_approved
from app.services.signing import sealing
from app.services.signing.keys import active_key
from app.services.workplace import Done, Workplace
from app.store.queries.audit_states import names_borne
from app.store.queries.exceptions import SUBJECT
from app.store.reading import find
from app.store.unit_of_work import UnitOfWork

_CHANGED_MEANWHILE = (
    "The content changed while you were reading. Nothing was signed; close, read it as it is now, and sign."
)
_NOT_ASKED = "The request is a draft. Ask for its signatures first."
_WITHDRAWN = "The request was withdrawn; nobody signs it any more."


@dataclass(frozen=True, slots=True)
class SignerChoice:
    """Somebody who could sign in a role the policy asks for; `problems` say why they may not now."""

    person: Person
    role: Role
    stands_in_for: Person | None
    has_key: bool
    problems: tuple[str, ...]


def may_sign(workplace: Workplace, request_id: int) -> tuple[SignerChoice, ...]:
    """Everybody who holds a role the request asks for, or stands in for who does; those who may first."""
    with workplace.read() as connection:
        item = item_in(connection, request_id, workplace.now())
        people = {one.id: one for one in find(connection, Person) if not one.is_archived}
        appointed = find(connection, StandIn, is_ended=False)
        keyed = {key.person_id for key in find(connection, SigningKey) if key.revoked_at is None}
        candidates = [
            (person, role, None)
            for role in item.policy.roles
            for person in people.values()
            if role in person.roles
        ]
        signers = [
            _signer(connection, person, role, behind, _today(workplace, person))
            for person, role, behind in [*candidates, *_stand_ins(appointed, people, item.policy.roles)]
        ]
    found = []
    for signer in signers:
        person, role, behind = signer.person, signer.role, signer.stands_in_for
        problems = tuple(_problems(item, signer, appointed, Medium.KEY))
        found.append(SignerChoice(person, role, behind, person.id in keyed, problems))
    return tuple(
        sorted(found, key=lambda one: (bool(one.problems), not one.has_key, one.person.name.casefold()))
    )


def sign_exception(
    workplace: Workplace,
    request_id: int,
    person_id: int,
    role: Role,
    meaning: Meaning,
    passphrase: str,
    *,
    stands_in_for_id: int | None = None,
    remark: str = "",
    shown_digest: str = "",
) -> Done[Signature]:
    """Sign the request as it is now, with the person's key; an approval that was the last makes it hold.

    With `shown_digest`, only the content the person was shown is signed. Signature, audit event and what
    the approval waives are one transaction. Raises RefusedError with every reason against it,
    WrongPassphraseError.
    """
    with workplace.write() as work:
        item, signer = _checked(workplace, work, request_id, person_id, role, stands_in_for_id, Medium.KEY)
        if shown_digest not in ("", item.digest):
            raise RefusedError(_CHANGED_MEANWHILE)
        key = active_key(work, person_id)
        if key is None:
            raise RefusedError(
                f"{signer.person.name} has no key. A release manager enrols one with them under keys."
            )
        unsigned = _unsigned(work, item, signer, meaning, remark)
        said = replace(unsigned, key_id=key.id)
        signed = replace(said, signature=sealing.sign(key.sealed_private_key, passphrase, statement_of(said)))
        return _store(workplace, work, item, signed)


def record_word(
    workplace: Workplace,
    request_id: int,
    person_id: int,
    role: Role,
    meaning: Meaning,
    medium: Medium,
    *,
    witness: str = "",
    reference: str = "",
    remark: str = "",
) -> Done[Signature]:
    """Record an approval given by mouth (with its witness) or on paper (with where it lies).

    It holds, and ages visibly until the person's signature follows. Raises RefusedError.
    """
    if medium is Medium.KEY:
        raise RefusedError("A signature with a key is given by its owner, not recorded.")
    if medium is Medium.VERBAL and not witness.strip():
        raise RefusedError("A word given by mouth needs a witness: name who heard it.")
    if medium is Medium.PAPER and not reference.strip():
        raise RefusedError("A signature on paper needs a reference: name the file or where the sheet lies.")
    with workplace.write() as work:
        item, signer = _checked(workplace, work, request_id, person_id, role, None, medium)
        if witness.strip() and witness.strip().casefold() == signer.person.name.casefold():
            raise RefusedError("Nobody witnesses their own word.")
        unsigned = _unsigned(work, item, signer, meaning, remark)
        word = replace(unsigned, medium=medium, witness=witness.strip(), reference=reference.strip())
        return _store(workplace, work, item, word)


def _checked(
    workplace: Workplace,
    work: UnitOfWork,
    request_id: int,
    person_id: int,
    role: Role,
    stands_in_for_id: int | None,
    medium: Medium,
) -> tuple[ExceptionItem, Signer]:
    item = item_in(work.connection, request_id, work.now)
    person = work.get(Person, person_id)
    behind = work.get(Person, stands_in_for_id) if stands_in_for_id is not None else None
    signer = _signer(work.connection, person, role, behind, _today(workplace, person))
    problems = _problems(item, signer, work.find(StandIn, is_ended=False), medium)
    if problems:
        raise RefusedError(problems[0], tuple(problems))
    return item, signer


def _problems(item: ExceptionItem, signer: Signer, stand_ins: list[StandIn], medium: Medium) -> list[str]:
    if item.request.state is not RequestState.REQUESTED:
        return [_NOT_ASKED if item.request.state is RequestState.DRAFT else _WITHDRAWN]
    return signing_problems(
        signer,
        item.policy.roles,
        item.valid,
        item.request.requested_by_id,
        stand_ins,
        is_ordered=item.policy.is_ordered,
        medium=medium,
        is_window_over=item.is_window_over,
    )


def _signer(connection: Connection, person: Person, role: Role, behind: Person | None, today: date) -> Signer:
    names = [
        name for one in (person, behind) if one is not None for name in names_borne(connection, one.id or 0)
    ]
    return Signer(person, role, today, behind, frozenset(names))


def _unsigned(
    work: UnitOfWork, item: ExceptionItem, signer: Signer, meaning: Meaning, remark: str
) -> Signature:
    return Signature(
        subject_kind=SUBJECT,
        subject_id=item.request.id or 0,
        content=item.content,
        digest=item.digest,
        person_id=signer.person.id or 0,
        printed_name=signer.person.name,
        role=signer.role,
        meaning=meaning,
        signed_at=work.now.astimezone(UTC).isoformat(timespec="seconds"),
        on_behalf_of=signer.stands_in_for.name if signer.stands_in_for else "",
        remark=remark.strip(),
    )


def _store(
    workplace: Workplace, work: UnitOfWork, item: ExceptionItem, signature: Signature
) -> Done[Signature]:
    reason = f"{signature.printed_name} {signature.meaning.words} as {signature.role.words}"
    stored = work.add(signature, reason)
    after = grant_what_is_approved(work, item.request.id or 0)
    progress.follow(work, [after.request.change_id])
    return workplace.done(stored, work.commit())


def _stand_ins(
    appointed: list[StandIn], people: dict[int | None, Person], wanted: tuple[Role, ...]
) -> list[tuple[Person, Role, Person | None]]:
    return [
        (people[one.stand_in_id], one.role, people[one.person_id])
        for one in appointed
        if one.role in wanted and one.stand_in_id in people and one.person_id in people
    ]


def _today(workplace: Workplace, person: Person) -> date:
    """The day where the person is."""
    return workplace.now().astimezone(ZoneInfo(person.zone_name)).date()
