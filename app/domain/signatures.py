"""Signatures: what one says, who may give it, and which words exactly it covers.

Modelled on 21 CFR Part 11: a signature shows the printed name, date and time, and meaning (§11.50), is
bound to its record so that it cannot be moved to another (§11.70, by the digest of the content inside the
signed statement), and takes something its signer has and something they know (§11.200: the key and its
passphrase, asked for each time).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from app.domain.register import Person, Role

VERBAL_IS_OLD = timedelta(hours=72)


class Meaning(StrEnum):
    """What a signer says by signing."""

    APPROVE = "approve"
    REJECT = "reject"
    ACKNOWLEDGE = "acknowledge"

    @property
    def words(self) -> str:
        """As it is printed beside the name."""
        return {"approve": "approves", "reject": "rejects", "acknowledge": "has taken note"}[self.value]


class Medium(StrEnum):
    """How a signature was given; all but KEY stand in for one until it follows."""

    KEY = "key"
    VERBAL = "verbal"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A person's Ed25519 key (RFC 8032): public part in hexadecimal, private part sealed by a passphrase.

    A revoked key signs no more; what it signed before `revoked_at` stays valid.
    """

    person_id: int
    public_key: str
    sealed_private_key: str
    witness_id: int
    enrolled_at: datetime
    revoked_at: datetime | None = None
    revoke_reason: str = ""
    id: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class StandIn:
    """Somebody signs in a role for somebody else on whole local days, both ends included."""

    person_id: int
    stand_in_id: int
    role: Role
    first_day: date
    last_day: date
    appointed_by: str = ""
    is_ended: bool = False
    id: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature as given, never altered; `signed_at` is ISO 8601 in UTC, exactly as signed.

    `content` is what was signed and `digest` its SHA-256; `signature` is the Ed25519 signature over
    `statement_of` in hexadecimal (empty for a verbal or paper approval, which has a witness or a reference).
    """

    subject_kind: str
    subject_id: int
    content: str
    digest: str
    person_id: int
    printed_name: str
    role: Role
    meaning: Meaning
    signed_at: str
    medium: Medium = Medium.KEY
    key_id: int | None = None
    signature: str = ""
    on_behalf_of: str = ""
    witness: str = ""
    reference: str = ""
    remark: str = ""
    id: int | None = None


def statement_of(one: Signature) -> bytes:
    """The bytes that are signed: canonical JSON of everything a signature says but the signature itself."""
    said = {
        "digest": one.digest,
        "meaning": one.meaning.value,
        "name": one.printed_name,
        "on_behalf_of": one.on_behalf_of,
        "remark": one.remark,
        "role": one.role.value,
        "signed_at": one.signed_at,
        "subject": f"{one.subject_kind} {one.subject_id}",
    }
    return json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody about to sign: the person, the role, whom they stand in for, and the day where they are.

    `names` are all that person and whom they stand in for ever bore: a new name makes nobody another person.
    """

    person: Person
    role: Role
    today: date
    stands_in_for: Person | None = None
    names: frozenset[str] = frozenset()


def signing_problems(
    signer: Signer,
    wanted: Sequence[Role],
    given: Sequence[Signature],
    requester_id: int,
    stand_ins: Sequence[StandIn],
    *,
    is_ordered: bool,
    medium: Medium = Medium.KEY,
    is_window_over: bool = False,
) -> list[str]:
    """Why somebody may not sign now; empty when they may.

    `wanted` are all roles of the policy, `given` the signatures that cover the content as it is now. A word
    given by mouth or on paper is followed by the same person's key in the same role, and by nothing else.
    Once the window is over, only such a key still follows.
    """
    person, role = signer.person, signer.role
    problems = []
    if role not in wanted:
        problems.append(f"The policy does not ask for a {role.words}.")
    problem = role_problem(signer, stand_ins)
    if problem:
        problems.append(problem)
    behind = signer.stands_in_for
    if requester_id in (person.id, behind.id if behind else None):
        problems.append("Nobody signs their own request; let somebody else in this role sign.")
    either = [person] if behind is None else [person, behind]
    ids, names = {each.id for each in either}, {each.name for each in either} | signer.names
    own = [one for one in given if one.person_id in ids or one.on_behalf_of in names]
    if is_window_over and not any(_is_followed(one, person, role, medium) for one in own):
        problems.append(
            "Its window is over; nothing is approved afterwards. What went in without approval is shown as "
            "a gap of the audit: withdraw the request, or enter a production fix."
        )
    if any(not _is_followed(one, person, role, medium) for one in own):
        problems.append(f"{person.name} has signed already; nobody signs twice.")
    others = [one for one in given if one.role is role and one not in own]
    if any(one.medium is Medium.KEY or medium is not Medium.KEY for one in others):
        problems.append(f"A {role.words} has signed already.")
    if is_ordered and role in wanted:
        before = wanted[: list(wanted).index(role)]
        signed = {one.role for one in given if one.meaning is Meaning.APPROVE}
        waiting = [one.words for one in before if one not in signed]
        if waiting:
            problems.append(f"First signs: {', '.join(waiting)}; the policy sets the order.")
    return problems


def _is_followed(one: Signature, person: Person, role: Role, medium: Medium) -> bool:
    """Whether a key's signature may take the place of this word, given by the same person in that role."""
    is_word = one.medium is not Medium.KEY and medium is Medium.KEY
    return is_word and one.person_id == person.id and one.role is role


def role_problem(signer: Signer, stand_ins: Sequence[StandIn]) -> str:
    """Why a person does not hold the role at this moment; empty when they do, or stand in for who does."""
    person, role, behind = signer.person, signer.role, signer.stands_in_for
    if person.is_archived:
        return f"{person.name} is archived and signs no more."
    if behind is None:
        return "" if role in person.roles else f"{person.name} is not {role.words}."
    if role not in behind.roles or behind.is_archived:
        return f"{behind.name} is not {role.words}, so nobody stands in for them as such."
    fitting = [
        one
        for one in stand_ins
        if (one.person_id, one.stand_in_id, one.role) == (behind.id, person.id, role) and not one.is_ended
    ]
    if any(one.first_day <= signer.today <= one.last_day for one in fitting):
        return ""
    if fitting:
        newest = max(fitting, key=lambda one: one.last_day)
        return (
            f"{person.name} stands in for {behind.name} from {newest.first_day} to {newest.last_day}, "
            f"not on {signer.today}."
        )
    return f"{person.name} was not appointed to stand in for {behind.name} as {role.words}."


def stand_in_problems(one: StandIn, person: Person, stand_in: Person) -> list[str]:
    """What makes an appointment unsound."""
    problems = []
    if one.person_id == one.stand_in_id:
        problems.append("Nobody stands in for themselves.")
    if one.role not in person.roles:
        problems.append(f"{person.name} is not {one.role.words}; nobody can stand in for that.")
    if one.last_day < one.first_day:
        problems.append("The last day lies before the first.")
    if stand_in.is_archived:
        problems.append(f"{stand_in.name} is archived.")
    return problems


def waits_for_signature(one: Signature, all_given: Sequence[Signature]) -> bool:
    """Whether a verbal or paper approval has not been followed by a signature with the key."""
    return one.medium is not Medium.KEY and not any(
        other.medium is Medium.KEY and other.role is one.role and other.digest == one.digest
        for other in all_given
    )


def age_of(one: Signature, now: datetime) -> timedelta:
    """How long ago it was given."""
    return now.astimezone(UTC) - datetime.fromisoformat(one.signed_at)
