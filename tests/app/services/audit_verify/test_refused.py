"""Forbidden things tried through the program: each is refused with a sentence, and nothing is left behind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.exceptions import ExceptionKind
from app.domain.register import Person, Role
from app.domain.signatures import Meaning, Medium, SigningKey
from app.services.errors import RefusedError
from app.services.exception_signing import record_word, sign_exception
from app.services.exceptions.policies import policies, revise
from app.services.exceptions.reading import read_exception
from app.services.exceptions.requests import ask, draft, edit
from app.services.signing.keys import appoint, enrol, revoke
from app.store.reading import find
from tests.app.services.audit_verify.signed_world import PASSPHRASE, SignedWorld, make_signed_world
from tests.templates import CopyOf


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


def _after_the_window(world: SignedWorld) -> None:
    world.clock.now += timedelta(days=6)
    world.sign(world.quinn, Role.QA_MANAGER)


def _word_after_the_window(world: SignedWorld) -> None:
    world.clock.now += timedelta(days=6)
    record_word(
        world.workplace, world.request.id or 0, world.quinn.id or 0, Role.QA_MANAGER, Meaning.APPROVE,
        Medium.PAPER, reference="folder 7",
    )  # fmt: skip


def _asked_after_the_window(world: SignedWorld) -> None:
    late = draft(world.workplace, replace(world.request, id=None, version=1)).value
    world.clock.now += timedelta(days=6)
    ask(world.workplace, late.id or 0)


def _under_a_new_name(world: SignedWorld) -> None:
    """Stan signs for Bea; she marries, becomes QA manager too, and signs again."""
    world.sign(world.stan, Role.BUSINESS_OWNER, stands_in_for_id=world.bea.id)
    with world.workplace.write() as unit:
        roles = (Role.BUSINESS_OWNER, Role.QA_MANAGER)
        unit.save(replace(world.bea, name="Bea Marr", roles=roles), "married")
        unit.commit()
    world.sign(world.bea, Role.QA_MANAGER)


def _too_early_stand_in(world: SignedWorld) -> None:
    appoint(
        world.workplace, world.quinn.id or 0, world.stan.id or 0, Role.QA_MANAGER, date(2026, 11, 4),
        date(2026, 11, 6), passphrase=PASSPHRASE,
    )  # fmt: skip
    world.sign(world.stan, Role.QA_MANAGER, stands_in_for_id=world.quinn.id)


def _role_lost(world: SignedWorld) -> None:
    with world.workplace.write() as unit:
        unit.save(replace(world.quinn, roles=()), "left the department")
        unit.commit()
    world.sign(world.quinn, Role.QA_MANAGER)


def _requester_through_a_stand_in(world: SignedWorld) -> None:
    enrol(world.workplace, world.rita.id or 0, _other_manager(world), PASSPHRASE)
    appoint(
        world.workplace, world.rita.id or 0, world.stan.id or 0, Role.QA_MANAGER, date(2026, 11, 2),
        date(2026, 11, 8), passphrase=PASSPHRASE,
    )  # fmt: skip
    world.sign(world.stan, Role.QA_MANAGER, stands_in_for_id=world.rita.id)


def _changed_while_reading(world: SignedWorld) -> None:
    shown = read_exception(world.workplace, world.request.id or 0).digest
    edit(world.workplace, replace(world.request, reason="Another reason"))
    world.sign(world.quinn, Role.QA_MANAGER, shown_digest=shown)


def _witness_whose_key_was_revoked(world: SignedWorld) -> None:
    """Rita's key is revoked so that nobody needs it, then a key is enrolled in her name."""
    key = enrol(world.workplace, world.rita.id or 0, _other_manager(world), PASSPHRASE).value
    revoke(world.workplace, key.id or 0, "pretended to be lost")
    with world.workplace.write() as unit:
        somebody = unit.add(Person("Sam Orr", roles=(Role.QA_MANAGER,)))
        unit.commit()
    enrol(world.workplace, somebody.id or 0, world.rita.id or 0, PASSPHRASE)


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
    "approving after the window": (_after_the_window, "window is over"),
    "a word after the window": (_word_after_the_window, "window is over"),
    "asking after the window": (_asked_after_the_window, "window is over"),
    "signing again under a new name": (_under_a_new_name, "nobody signs twice"),
    "signing again in another role": (
        lambda w: (w.sign(w.quinn, Role.QA_MANAGER), w.sign(w.quinn, Role.BUSINESS_OWNER)),
        "signs twice",
    ),
    "a stand-in before the first day": (_too_early_stand_in, "from 2026-11-04 to 2026-11-06"),
    "a role lost since it was asked": (_role_lost, "is not QA manager"),
    "one's own request through a stand-in": (_requester_through_a_stand_in, "their own request"),
    "words changed while they are read": (_changed_while_reading, "content changed while you were reading"),
    "a witness whose key was revoked": (_witness_whose_key_was_revoked, "has no key to prove"),
    "witnessing one's own key": (_own_witness, "their own key"),
}


@pytest.mark.parametrize("name", list(REFUSED))
def test_the_program_refuses(copy_of: CopyOf, name: str) -> None:
    world = copy_of(make_signed_world, signed=False)
    attempt, words = REFUSED[name]
    with pytest.raises(RefusedError) as refused:
        attempt(world)
    assert words in f"{refused.value} {' '.join(refused.value.problems)}"
    assert world.verified().findings == ()


def test_content_changed_after_signing_voids_the_signature_visibly(copy_of: CopyOf) -> None:
    world = copy_of(make_signed_world)
    item = read_exception(world.workplace, world.request.id or 0)
    assert item.standing.value == "approved"
    edit(world.workplace, replace(item.request, reason="Another reason"))
    assert read_exception(world.workplace, world.request.id or 0).standing.value == "void"
