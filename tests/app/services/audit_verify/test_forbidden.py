"""Forbidden things, tried through the program and on the database: each refused or found, none silent."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from app.domain.exceptions import ExceptionKind
from app.domain.register import Person, Role
from app.domain.signatures import Meaning, Medium, Signature, SigningKey, statement_of
from app.services.audit_verify.findings import What
from app.services.errors import RefusedError
from app.services.exceptions.policies import policies, revise
from app.services.exceptions.reading import read_exception
from app.services.exceptions.requests import edit
from app.services.signing import sealing
from app.services.signing.keys import active_key, appoint, enrol, revoke
from app.services.signing.sign import record_word, sign_exception
from app.store.unit_of_work import find
from tests.app.services.audit_verify.signed_world import PASSPHRASE, SignedWorld, make_signed_world

# Through the program.


def _wrong_passphrase(world: SignedWorld) -> None:
    sign_exception(
        world.workplace,
        world.request.id or 0,
        world.quinn.id or 0,
        Role.QA_MANAGER,
        Meaning.APPROVE,
        "wrong one!",
    )


def _twice(world: SignedWorld) -> None:
    world.sign(world.quinn, Role.QA_MANAGER)
    world.sign(world.quinn, Role.QA_MANAGER)


def _own_request(world: SignedWorld) -> None:
    enrol(world.workplace, world.rita.id or 0, _other_manager(world), PASSPHRASE)
    world.sign(world.rita, Role.QA_MANAGER)


def _other_manager(world: SignedWorld) -> int:
    with world.workplace.write() as unit:
        other = unit.add(Person("Olu Reed", roles=(Role.RELEASE_MANAGER,)))
        unit.commit()
    return other.id or 0


def _late_stand_in(world: SignedWorld) -> None:
    world.clock.now += timedelta(days=10)
    world.sign(world.stan, Role.BUSINESS_OWNER, stands_in_for_id=world.bea.id)


def _revoked_key(world: SignedWorld) -> None:
    with world.workplace.read() as connection:
        (key,) = find(connection, SigningKey, person_id=world.quinn.id)
    revoke(world.workplace, key.id or 0, "lost")
    world.sign(world.quinn, Role.QA_MANAGER)


def _by_mouth_alone(world: SignedWorld) -> None:
    record_word(
        world.workplace, world.request.id or 0, world.quinn.id or 0, Role.QA_MANAGER, Meaning.APPROVE,
        Medium.VERBAL,
    )  # fmt: skip


def _policy_by_anybody(world: SignedWorld) -> None:
    late = next(one for one in policies(world.workplace) if one.kind is ExceptionKind.LATE)
    revise(world.workplace, replace(late, roles=(Role.QA_MANAGER,)), world.quinn.id or 0, PASSPHRASE)


def _policy_in_anothers_name(world: SignedWorld) -> None:
    late = next(one for one in policies(world.workplace) if one.kind is ExceptionKind.LATE)
    enrol(world.workplace, world.rita.id or 0, _other_manager(world), PASSPHRASE)
    revise(world.workplace, replace(late, roles=(Role.QA_MANAGER,)), world.rita.id or 0, "not Rita's words")


def _appointed(world: SignedWorld, by: Person, passphrase: str) -> None:
    appoint(
        world.workplace, world.quinn.id or 0, world.stan.id or 0, Role.QA_MANAGER, date(2026, 11, 2),
        date(2026, 11, 8), appointed_by_id=by.id, passphrase=passphrase,
    )  # fmt: skip


def _key_in_a_witnesss_name(world: SignedWorld) -> None:
    enrol(world.workplace, world.rita.id or 0, _other_manager(world), PASSPHRASE)
    with world.workplace.write() as unit:
        somebody = unit.add(Person("Sam Orr", roles=(Role.QA_MANAGER,)))
        unit.commit()
    enrol(world.workplace, somebody.id or 0, world.rita.id or 0, PASSPHRASE, witness_passphrase="not Rita's")


def _own_witness(world: SignedWorld) -> None:
    enrol(world.workplace, world.rita.id or 0, world.rita.id or 0, PASSPHRASE)


REFUSED: dict[str, tuple[Callable[[SignedWorld], object], str]] = {
    "signing without the passphrase": (_wrong_passphrase, "does not open"),
    "signing twice": (_twice, "nobody signs twice"),
    "signing one's own request": (_own_request, "their own request"),
    "signing in a role not held": (lambda w: w.sign(w.quinn, Role.BUSINESS_OWNER), "is not business owner"),
    "signing in a role not asked for": (lambda w: w.sign(w.bea, Role.SECURITY), "does not ask for"),
    "a stand-in past the last day": (_late_stand_in, "stands in for Bea Lindt from"),
    "a stand-in for nobody": (lambda w: w.sign(w.stan, Role.BUSINESS_OWNER), "is not business owner"),
    "a revoked key": (_revoked_key, "has no key"),
    "a word without a witness": (_by_mouth_alone, "needs a witness"),
    "a policy by somebody who may not": (_policy_by_anybody, "may change the policy"),
    "a policy in a manager's name": (_policy_in_anothers_name, "does not open"),
    "appointing a stand-in for somebody": (lambda w: _appointed(w, w.bea, PASSPHRASE), "may not appoint"),
    "appointing in somebody's name": (lambda w: _appointed(w, w.quinn, "not Quinn's"), "does not open"),
    "appointing by one without a key": (lambda w: _appointed(w, w.rita, PASSPHRASE), "has no key"),
    "a key in a witness's name": (_key_in_a_witnesss_name, "does not open"),
    "witnessing one's own key": (_own_witness, "their own key"),
}


@pytest.mark.parametrize("name", list(REFUSED))
def test_the_program_refuses(migrated_url: str, name: str) -> None:
    world = make_signed_world(migrated_url, signed=False)
    attempt, words = REFUSED[name]
    with pytest.raises(RefusedError) as refused:
        attempt(world)
    assert words in f"{refused.value} {' '.join(refused.value.problems)}"
    assert world.verified().findings == ()
    world.workplace.close()


def test_content_changed_after_signing_voids_the_signature_visibly(migrated_url: str) -> None:
    world = make_signed_world(migrated_url)
    item = read_exception(world.workplace, world.request.id or 0)
    assert item.standing.value == "approved"
    edit(world.workplace, replace(item.request, reason="Another reason"))
    assert read_exception(world.workplace, world.request.id or 0).standing.value == "void"
    world.workplace.close()


# On the database, with its triggers dropped.


@dataclass(frozen=True)
class Bend:
    """Statements on the database, what must be found, and a part of the sentence."""

    statements: tuple[str, ...]
    what: What
    words: str


_LAST = "(SELECT max(sequence) FROM audit_event)"
BENT: dict[str, Bend] = {
    "an event edited": Bend(
        ("UPDATE audit_event SET reason = 'other' WHERE sequence = 4",),
        What.CHAIN,
        "Event 4 has been altered",
    ),
    "an event removed": Bend(
        ("DELETE FROM audit_event WHERE sequence = 4",), What.CHAIN, "Event 4 is missing"
    ),
    "the last event removed": Bend(
        (f"DELETE FROM audit_event WHERE sequence = {_LAST}",), What.CHAIN, "missing at the end"
    ),
    "an event inserted": Bend(
        (
            "INSERT INTO audit_event SELECT sequence + 1000, happened_at, actor, action, record_kind,"
            " record_id, reason, before, after, previous_hash, hash FROM audit_event WHERE sequence = 4",
        ),
        What.CHAIN,
        "are not there",
    ),
    "two events swapped": Bend(
        (
            "UPDATE audit_event SET sequence = -1 WHERE sequence = 4",
            "UPDATE audit_event SET sequence = 4 WHERE sequence = 5",
            "UPDATE audit_event SET sequence = 5 WHERE sequence = -1",
        ),
        What.CHAIN,
        "Event 4",
    ),
    "a change edited": Bend(
        ("UPDATE change SET title = 'Pay nothing' WHERE id = 1",),
        What.RECORD,
        "Change 1 (CHG-0431): title differs from what event",
    ),
    "a change with a state no program knows": Bend(
        ("UPDATE person SET roles = '[\"emperor\"]' WHERE id = 2",), What.RECORD, "Person 2 cannot be read"
    ),
    "a role given": Bend(
        ("UPDATE person SET roles = '[\"senior_management\"]' WHERE id = 4",),
        What.RECORD,
        "Person 4 (Stan Okoro): roles differs from what event",
    ),
    "a record without an event": Bend(
        ("INSERT INTO team (name, is_development, is_archived, version) VALUES ('Ghosts', '0', '0', 1)",),
        What.RECORD,
        "Team 1 stands in the database, but no event",
    ),
    "a waiver removed": Bend(("DELETE FROM waiver",), What.RECORD, "is gone, but event"),
    "a policy changed after the fact": Bend(
        ("UPDATE exception_policy SET roles = '[\"qa_manager\"]'",),
        What.POLICY,
        "roles differs from what event",
    ),
    "a request moved to another policy": Bend(
        ("UPDATE exception_request SET reason = 'Because'",), What.RECORD, "reason differs from what event"
    ),
    "the signed words changed": Bend(
        ("UPDATE signature SET content = replace(content, 'A fine', 'A feast') WHERE id = 1",),
        What.SIGNATURE,
        "does not give its digest",
    ),
    "the meaning of a signature changed": Bend(
        ("UPDATE signature SET meaning = 'reject' WHERE id = 1",), What.SIGNATURE, "was not made by key 1"
    ),
    "a signature given to somebody else": Bend(
        ("UPDATE signature SET person_id = 4 WHERE id = 1",), What.SIGNATURE, "belongs to somebody else"
    ),
    "a signature's key swapped": Bend(
        ("UPDATE signature SET key_id = 2 WHERE id = 1",), What.SIGNATURE, "was not made by key 2"
    ),
    "a key's public part swapped": Bend(
        (f"UPDATE signing_key SET public_key = '{'ab' * 32}' WHERE id = 1",),
        What.SIGNATURE,
        "whose public part is another one now",
    ),
    "a key's revocation taken back or made up": Bend(
        ("UPDATE signing_key SET revoked_at = enrolled_at WHERE id = 1",),
        What.RECORD,
        "revoked at differs from what event",
    ),
    "a signature removed": Bend(
        ("DELETE FROM signature WHERE id = 1",), What.SIGNATURE, "is gone, but event"
    ),
    "a signature copied to another request": Bend(
        ("UPDATE signature SET subject_id = 99 WHERE id = 2",), What.SIGNATURE, "subject id differs"
    ),
    "a signature put in by hand": Bend(
        (
            "INSERT INTO signature SELECT 77, subject_kind, 99, content, digest, person_id, printed_name,"
            " role, meaning, signed_at, medium, key_id, signature, on_behalf_of, witness, reference, remark"
            " FROM signature WHERE id = 1",
        ),
        What.SIGNATURE,
        "Signature 77 stands in the database, but no event",
    ),
    "the time of a signature changed": Bend(
        ("UPDATE signature SET signed_at = '2026-11-01T08:00:00+00:00' WHERE id = 1",),
        What.SIGNATURE,
        "before key 1 was enrolled",
    ),
    "the stand-in's days stretched": Bend(
        ("UPDATE stand_in SET last_day = '2027-12-31'",), What.RECORD, "last day differs from what event"
    ),
}


@pytest.mark.parametrize("name", list(BENT))
def test_what_is_bent_on_the_database_is_found(migrated_url: str, name: str) -> None:
    world = make_signed_world(migrated_url)
    bend = BENT[name]
    world.behind_its_back(*bend.statements)
    found = world.verified().findings
    assert [one for one in found if one.what is bend.what and bend.words in one.sentence], [
        one.sentence for one in found
    ]
    world.workplace.close()


# By a program of one's own that keeps the chain whole: the events are all in order, the rules are not.


def _forged(world: SignedWorld, **other: object) -> None:
    """Add a signature that the program would refuse, with its event and a valid Ed25519 signature."""
    with world.workplace.write() as unit:
        item = read_exception(world.workplace, world.request.id or 0)
        person = other.pop("person", world.quinn)
        assert isinstance(person, Person)
        key = active_key(unit, person.id or 0)
        assert key is not None
        content = str(other.pop("content", item.content))
        one = Signature(
            "exception_request", world.request.id or 0, content, hashlib.sha256(content.encode()).hexdigest(),
            person.id or 0, person.name, Role.QA_MANAGER, Meaning.APPROVE,
            unit.now.isoformat(timespec="seconds"), Medium.KEY, key.id,
        )  # fmt: skip
        one = replace(one, **other)  # type: ignore[arg-type]
        signed = sealing.sign(key.sealed_private_key, PASSPHRASE, statement_of(one))
        unit.add(replace(one, signature=signed), "forged")
        unit.commit()


def _stand_in_expired(world: SignedWorld) -> None:
    world.clock.now += timedelta(days=30)
    _forged(world, person=world.stan, role=Role.BUSINESS_OWNER, on_behalf_of=world.bea.name)


def _self_signed(world: SignedWorld) -> None:
    enrol(world.workplace, world.rita.id or 0, _other_manager(world), PASSPHRASE)
    _forged(world, person=world.rita)


def _signed_twice(world: SignedWorld) -> None:
    world.sign(world.quinn, Role.QA_MANAGER)
    _forged(world, person=world.stan, on_behalf_of=world.quinn.name)


def _other_request(world: SignedWorld) -> None:
    item = read_exception(world.workplace, world.request.id or 0)
    _forged(world, content=json.dumps(json.loads(item.content) | {"request": 99}))


def _backdated(world: SignedWorld) -> None:
    _forged(world, signed_at=(world.clock.now - timedelta(days=1)).isoformat(timespec="seconds"))


def _clock_set_back(world: SignedWorld) -> None:
    world.clock.now -= timedelta(hours=3)
    world.sign(world.quinn, Role.QA_MANAGER)


def _policy_altered(world: SignedWorld) -> None:
    world.behind_its_back()
    with world.workplace.write() as unit:
        policy = unit.get(type(policies(world.workplace)[0]), world.request.policy_id)
        unit.save(replace(policy, roles=(Role.QA_MANAGER,)), "fewer roles")
        unit.commit()


FORGED: dict[str, tuple[Callable[[SignedWorld], object], What, str]] = {
    "a role not held": (
        lambda w: _forged(w, role=Role.BUSINESS_OWNER), What.SIGNATURE, "Quinn Abara is not business owner"
    ),
    "a role not asked for": (lambda w: _forged(w, role=Role.SECURITY), What.SIGNATURE, "does not ask for"),
    "one's own request": (_self_signed, What.SIGNATURE, "Nobody signs their own request"),
    "signed twice by a stand-in": (_signed_twice, What.SIGNATURE, "not appointed to stand in"),
    "an expired stand-in": (_stand_in_expired, What.SIGNATURE, "not on 2026-12-02"),
    "words of another request": (_other_request, What.SIGNATURE, "covers request 99"),
    "another name for oneself": (
        lambda w: _forged(w, on_behalf_of="Nobody"), What.SIGNATURE, "was given for Nobody"
    ),
    "backdated": (_backdated, What.SIGNATURE, "was written at"),
    "the clock set back": (_clock_set_back, What.CLOCK, "the clock was set back"),
    "a policy altered with an event": (_policy_altered, What.POLICY, "is never altered, but event"),
}  # fmt: skip


@pytest.mark.parametrize("name", list(FORGED))
def test_what_breaks_the_rules_within_a_whole_chain_is_found(migrated_url: str, name: str) -> None:
    world = make_signed_world(migrated_url, signed=False)
    forge, what, words = FORGED[name]
    forge(world)
    report = world.verified()
    assert What.CHAIN not in {one.what for one in report.findings}
    assert [one for one in report.findings if one.what is what and words in one.sentence], [
        one.sentence for one in report.findings
    ]
    world.workplace.close()
