"""Forbidden things by a program that keeps the chain whole: the events are in order, the rules are not."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.changes import Waiver
from app.domain.exceptions import ExceptionKind
from app.domain.fixes import ProductionFix, content_digest
from app.domain.register import Person, Role
from app.domain.signatures import Meaning, Medium, Signature, SigningKey, StandIn, statement_of
from app.services.audit_verify.findings import What
from app.services.exceptions.policies import policies
from app.services.exceptions.reading import read_exception
from app.services.signing import sealing
from app.services.signing.keys import active_key, enrol
from tests.app.services.audit_verify.signed_world import PASSPHRASE, SignedWorld, make_signed_world
from tests.templates import CopyOf


def _other_manager(world: SignedWorld) -> int:
    with world.workplace.write() as unit:
        other = unit.add(Person("Olu Reed", roles=(Role.RELEASE_MANAGER,)))
        unit.commit()
    return other.id or 0


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


def _approved_too_late(world: SignedWorld) -> None:
    world.clock.now += timedelta(days=6)
    _forged(world)


def _added(world: SignedWorld, *records: object) -> None:
    with world.workplace.write() as unit:
        for record in records:
            unit.add(record, "forged")
        unit.commit()


def _key_by_no_manager(world: SignedWorld) -> None:
    key = SigningKey(world.rita.id or 0, "cd" * 32, "{}", world.quinn.id or 0, world.clock.now)
    _added(world, key)


def _second_key(world: SignedWorld) -> None:
    _added(world, SigningKey(world.quinn.id or 0, "cd" * 32, "{}", world.rita.id or 0, world.clock.now))


def _appointed_by_a_stranger(world: SignedWorld) -> None:
    ids, days = (world.quinn.id or 0, world.stan.id or 0), (date(2026, 11, 2), date(2026, 11, 8))
    _added(world, StandIn(*ids, Role.QA_MANAGER, *days, "Bea Lindt"))


def _policy_by_a_stranger(world: SignedWorld) -> None:
    late = next(one for one in policies(world.workplace) if one.kind is ExceptionKind.LATE)
    made = {"made_by": "Quinn Abara", "made_at": world.clock.now, "id": None, "version": 1}
    _added(world, replace(late, roles=(Role.SECURITY,), revision=2, **made))


def _waived_unsigned(world: SignedWorld) -> None:
    signed = "Quinn Abara (QA manager)"
    ids = (world.change.id or 0, world.request.id or 0)
    _added(world, Waiver(ids[0], "Ready for test", "tested", "why", signed, world.clock.now, ids[1]))


def _signed_their_own_fix(world: SignedWorld) -> None:
    at = world.clock.now
    fix = ProductionFix(
        "FIX-1", "Restarted", "Quinn Abara", at, "UTC", at, "quinn", at, "a server",
        reason="why", steps_taken="how", discussion="with Rita", risk="low",
    )  # fmt: skip
    by = {"signed_by_id": world.quinn.id, "signed_role": Role.QA_MANAGER, "signed_at": at}
    _added(world, replace(fix, signed_digest=content_digest(fix), **by))  # type: ignore[arg-type]


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
    "an approval after the window": (_approved_too_late, What.SIGNATURE, "window is over"),
    "a key that no manager witnessed": (_key_by_no_manager, What.SIGNATURE, "no release manager then"),
    "a second key for somebody": (_second_key, What.SIGNATURE, "of the same person still signed"),
    "a stand-in that a stranger appointed": (
        _appointed_by_a_stranger, What.SIGNATURE, "who could not appoint for Quinn Abara"
    ),
    "a policy by somebody who may not": (_policy_by_a_stranger, What.POLICY, "was made by Quinn Abara"),
    "a waiver that nobody approved": (_waived_unsigned, What.RECORD, "without the approval of"),
    "a sign-off of one's own fix": (_signed_their_own_fix, What.SIGNATURE, "nobody signs off their own"),
    "backdated": (_backdated, What.SIGNATURE, "was written at"),
    "the clock set back": (_clock_set_back, What.CLOCK, "the clock was set back"),
    "a policy altered with an event": (_policy_altered, What.POLICY, "is never altered, but event"),
}  # fmt: skip


@pytest.mark.parametrize("name", list(FORGED))
def test_what_breaks_the_rules_within_a_whole_chain_is_found(copy_of: CopyOf, name: str) -> None:
    world = copy_of(make_signed_world, signed=False)
    forge, what, words = FORGED[name]
    forge(world)
    report = world.verified()
    assert What.CHAIN not in {one.what for one in report.findings}
    assert [one for one in report.findings if one.what is what and words in one.sentence], [
        one.sentence for one in report.findings
    ]
