"""Use cases of keys and stand-ins: enrolling with a witness, revoking, changing a passphrase, appointing."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import date

from app.domain.register import Person, Role
from app.domain.signatures import SigningKey, StandIn, stand_in_problems
from app.services.errors import RefusedError
from app.services.signing import sealing
from app.services.workplace import Done, Workplace
from app.store.reading import find
from app.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class KeyHolder:
    """A person with the key that signs for them now, if any, and those it followed."""

    person: Person
    key: SigningKey | None
    revoked: tuple[SigningKey, ...] = ()


def key_holders(workplace: Workplace) -> tuple[KeyHolder, ...]:
    """Everybody who may sign as something, by name, with their keys."""
    with workplace.read() as connection:
        people = [person for person in find(connection, Person) if person.roles and not person.is_archived]
        keys = find(connection, SigningKey)
    holders = []
    for person in sorted(people, key=lambda one: one.name.casefold()):
        own = [key for key in keys if key.person_id == person.id]
        active = next((key for key in own if key.revoked_at is None), None)
        holders.append(KeyHolder(person, active, tuple(key for key in own if key.revoked_at is not None)))
    return tuple(holders)


def enrol(
    workplace: Workplace,
    person_id: int,
    witness_id: int,
    passphrase: str,
    random_bytes: sealing.RandomBytes = os.urandom,
    *,
    witness_passphrase: str = "",
) -> Done[SigningKey]:
    """Give a person a key, with a release manager as witness who saw that it is them.

    A witness who has a key proves by its passphrase that it is them, too; one whose keys are all revoked
    needs a new one first, or anybody could witness in their name. Raises RefusedError when the person has a
    key already or the witness is no release manager or themselves, WrongPassphraseError.
    """
    public, sealed = sealing.new_key(passphrase, random_bytes)
    with workplace.write() as work:
        person, witness = work.get(Person, person_id), work.get(Person, witness_id)
        if person_id == witness_id:
            raise RefusedError("Nobody witnesses their own key; another release manager must.")
        if Role.RELEASE_MANAGER not in witness.roles or witness.is_archived:
            raise RefusedError(f"{witness.name} is not release manager; the witness of a key must be one.")
        if active_key(work, person_id) is not None:
            raise RefusedError(f"{person.name} has a key already. Revoke it first if it must be replaced.")
        if work.find(SigningKey, person_id=witness_id):
            require_proof(work, witness, witness_passphrase)
        key = work.add(
            SigningKey(person_id, public, sealed, witness_id, work.now),
            f"enrolled for {person.name}, witnessed by {witness.name}",
        )
        return workplace.done(key, work.commit())


def revoke(workplace: Workplace, key_id: int, reason: str) -> Done[SigningKey]:
    """Let a key sign no more; what it signed before stays valid. Raises RefusedError without a reason."""
    if not reason.strip():
        raise RefusedError("Say why the key is revoked: lost, known to others, or its owner has left.")
    with workplace.write() as work:
        key = work.get(SigningKey, key_id)
        if key.revoked_at is not None:
            raise RefusedError("This key was revoked before.")
        stored = work.save(replace(key, revoked_at=work.now, revoke_reason=reason.strip()), reason)
        return workplace.done(stored, work.commit())


def change_passphrase(workplace: Workplace, key_id: int, old: str, new: str) -> Done[SigningKey]:
    """Seal a key by another passphrase; raises WrongPassphraseError, RefusedError."""
    with workplace.write() as work:
        key = work.get(SigningKey, key_id)
        sealed = sealing.resealed(key.sealed_private_key, old, new)
        stored = work.save(replace(key, sealed_private_key=sealed), "changed the passphrase")
        return workplace.done(stored, work.commit())


def active_key(work: UnitOfWork, person_id: int) -> SigningKey | None:
    """The key that signs for a person now."""
    return next((key for key in work.find(SigningKey, person_id=person_id) if key.revoked_at is None), None)


def require_proof(work: UnitOfWork, person: Person, passphrase: str) -> None:
    """Let somebody prove by their passphrase that it is them; raises WrongPassphraseError, RefusedError."""
    key = active_key(work, person.id or 0)
    if key is None or person.is_archived:
        raise RefusedError(
            f"{person.name} has no key to prove by that it is them. A release manager enrols one with them."
        )
    sealing.require_opens(key.sealed_private_key, passphrase)


def stand_ins(workplace: Workplace) -> tuple[StandIn, ...]:
    """All appointments that were not ended, the latest last day first."""
    with workplace.read() as connection:
        found = find(connection, StandIn, is_ended=False)
    return tuple(sorted(found, key=lambda one: one.last_day, reverse=True))


def appoint(
    workplace: Workplace,
    person_id: int,
    stand_in_id: int,
    role: Role,
    first_day: date,
    last_day: date,
    *,
    passphrase: str,
    appointed_by_id: int | None = None,
) -> Done[StandIn]:
    """Let somebody sign for somebody else in a role, on days both included.

    The person themselves appoints (`appointed_by_id` None), or a release manager where they cannot; either
    proves by the passphrase of their key that it is them. Raises RefusedError, WrongPassphraseError.
    """
    with workplace.write() as work:
        person = work.get(Person, person_id)
        by = person if appointed_by_id is None else work.get(Person, appointed_by_id)
        wanted = StandIn(person_id, stand_in_id, role, first_day, last_day, by.name)
        problems = stand_in_problems(wanted, person, work.get(Person, stand_in_id))
        if by.id != person_id and Role.RELEASE_MANAGER not in by.roles:
            problems.append(f"{by.name} may not appoint for {person.name}; they do, or a release manager.")
        if problems:
            raise RefusedError(problems[0], tuple(problems))
        require_proof(work, by, passphrase)
        stored = work.add(wanted, "appointed a stand-in")
        return workplace.done(stored, work.commit())


def end_appointment(workplace: Workplace, stand_in_id: int, reason: str = "") -> Done[StandIn]:
    """End an appointment before its last day; what was signed by it stays."""
    with workplace.write() as work:
        stored = work.save(replace(work.get(StandIn, stand_in_id), is_ended=True), reason or "ended")
        return workplace.done(stored, work.commit())
