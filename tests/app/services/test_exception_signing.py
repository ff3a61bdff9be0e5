"""Asking, signing and what follows, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.changes import Change
from app.domain.exceptions import ExceptionKind, ExceptionRequest, Standing
from app.domain.gates import GateResult
from app.domain.register import Person, Role
from app.domain.signatures import Meaning, Medium, statement_of
from app.services import checkpoints, placement
from app.services.audit import verify_chain
from app.services.board import board
from app.services.change_panel import change_panel
from app.services.errors import RefusedError
from app.services.exception_signing import may_sign, record_word, sign_exception
from app.services.exceptions import policies, reading, requests
from app.services.signing import keys
from app.services.signing.sealing import WrongPassphraseError, is_signed
from app.store.reading import get
from tests.app.services.board_world import World, make_world
from tests.templates import CopyOf

PHRASE = "a long enough phrase"


@pytest.fixture
def world(copy_of: CopyOf) -> World:
    return copy_of(make_world)


@pytest.fixture
def people(world: World) -> dict[str, Person]:
    """A release manager, a QA manager, two business owners, somebody without a role."""
    roles = {
        "Rea": (Role.RELEASE_MANAGER,), "Uma": (Role.QA_MANAGER,), "Bo": (Role.BUSINESS_OWNER,),
        "Ira": (Role.BUSINESS_OWNER,), "Sam": (), "Max": (Role.SENIOR_MANAGEMENT,),
    }  # fmt: skip
    with world.workplace.write() as work:
        made = {name: work.add(Person(name, roles=given)) for name, given in roles.items()}
        work.commit()
    for name in ("Uma", "Bo", "Ira", "Sam"):
        keys.enrol(world.workplace, made[name].id or 0, made["Rea"].id or 0, PHRASE)
    return made


@pytest.fixture
def request_id(world: World, people: dict[str, Person]) -> int:
    """A late request of Ira's for the first change that fails In for test."""
    report = checkpoints.evaluate_checkpoint(world.workplace, world.window_id, "In for test")
    failed = report.failed[0]
    drafted = requests.draft(
        world.workplace,
        ExceptionRequest(
            failed.id, ExceptionKind.LATE, 0, people["Ira"].id or 0, None, "In for test",
            tuple(gate.code for gate in failed.failing), None, "the vendor was late", "it may fail",
            "the year end is at risk", "smoke tested by Uma",
        ),
    ).value  # fmt: skip
    requests.ask(world.workplace, drafted.id or 0)
    return drafted.id or 0


def both_sign(world: World, people: dict[str, Person], request_id: int) -> None:
    for name, role in (("Uma", Role.QA_MANAGER), ("Bo", Role.BUSINESS_OWNER)):
        sign_exception(world.workplace, request_id, people[name].id or 0, role, Meaning.APPROVE, PHRASE)


def change_of(world: World, request_id: int) -> Change:
    item = reading.read_exception(world.workplace, request_id)
    with world.workplace.read() as connection:
        return get(connection, Change, item.request.change_id)


def waived(world: World, change: Change) -> int:
    card = next(one for one in board(world.workplace, world.window_id).cards if one.id == change.id)
    return sum(chip.result is GateResult.WAIVED for chip in card.gates)


def test_two_signatures_approve_and_waive(world: World, people: dict[str, Person], request_id: int) -> None:
    change = change_of(world, request_id)
    assert waived(world, change) == 0
    both_sign(world, people, request_id)
    item = reading.read_exception(world.workplace, request_id)
    assert item.standing is Standing.APPROVED
    assert waived(world, change) == len(item.request.criteria) > 0
    assert not verify_chain(world.workplace).findings
    holders = {one.person.name: one.key for one in keys.key_holders(world.workplace)}
    for line in item.signatures:
        key = holders[line.signature.printed_name]
        assert key is not None
        assert is_signed(key.public_key, line.signature.signature, statement_of(line.signature))


def test_a_changed_word_voids_what_was_signed_and_waived(
    world: World, people: dict[str, Person], request_id: int
) -> None:
    change = change_of(world, request_id)
    both_sign(world, people, request_id)
    request = reading.read_exception(world.workplace, request_id).request
    requests.edit(world.workplace, replace(request, reason="another reason"))
    item = reading.read_exception(world.workplace, request_id)
    assert item.standing is Standing.VOID
    assert [line.is_valid for line in item.signatures] == [False, False]
    assert waived(world, change) == 0


def test_another_build_voids_what_was_signed(
    world: World, people: dict[str, Person], request_id: int
) -> None:
    both_sign(world, people, request_id)
    change = change_of(world, request_id)
    with world.workplace.write() as work:
        work.save(replace(change, planned_digest="cd" * 32))
        work.commit()
    assert reading.read_exception(world.workplace, request_id).standing is Standing.VOID


@pytest.mark.parametrize(
    ("name", "role", "text"),
    [
        ("Ira", Role.BUSINESS_OWNER, "own request"),
        ("Sam", Role.QA_MANAGER, "is not QA manager"),
        ("Uma", Role.BUSINESS_OWNER, "is not business owner"),
        ("Max", Role.SENIOR_MANAGEMENT, "does not ask"),
    ],
)
def test_who_may_not_sign_is_refused(
    world: World, people: dict[str, Person], request_id: int, name: str, role: Role, text: str
) -> None:
    with pytest.raises(RefusedError, match=text):
        sign_exception(world.workplace, request_id, people[name].id or 0, role, Meaning.APPROVE, PHRASE)
    assert reading.read_exception(world.workplace, request_id).signatures == ()


def test_a_wrong_passphrase_signs_nothing(world: World, people: dict[str, Person], request_id: int) -> None:
    uma = people["Uma"].id or 0
    with pytest.raises(WrongPassphraseError, match="Nothing was signed"):
        sign_exception(world.workplace, request_id, uma, Role.QA_MANAGER, Meaning.APPROVE, "guess guess")
    assert reading.read_exception(world.workplace, request_id).signatures == ()


def test_a_revoked_key_signs_no_more_and_what_it_signed_stays(
    world: World, people: dict[str, Person], request_id: int
) -> None:
    both_sign(world, people, request_id)
    holder = next(one for one in keys.key_holders(world.workplace) if one.person.name == "Uma")
    assert holder.key is not None
    with pytest.raises(RefusedError, match="Say why"):
        keys.revoke(world.workplace, holder.key.id or 0, " ")
    keys.revoke(world.workplace, holder.key.id or 0, "lost")
    assert reading.read_exception(world.workplace, request_id).standing is Standing.APPROVED
    uma = next(one for one in may_sign(world.workplace, request_id) if one.person.name == "Uma")
    assert not uma.has_key


def test_a_word_holds_ages_and_is_followed_by_the_key(
    world: World, people: dict[str, Person], request_id: int
) -> None:
    uma, bo = people["Uma"].id or 0, people["Bo"].id or 0
    with pytest.raises(RefusedError, match="needs a witness"):
        record_word(world.workplace, request_id, uma, Role.QA_MANAGER, Meaning.APPROVE, Medium.VERBAL)
    record_word(
        world.workplace, request_id, uma, Role.QA_MANAGER, Meaning.APPROVE, Medium.VERBAL, witness="Rea"
    )
    sign_exception(world.workplace, request_id, bo, Role.BUSINESS_OWNER, Meaning.APPROVE, PHRASE)
    world.clock.now += timedelta(hours=30)
    item = reading.read_exception(world.workplace, request_id)
    assert item.standing is Standing.APPROVED
    word = item.signatures[0]
    assert (word.is_ageing, word.age) == (True, timedelta(hours=30))
    sign_exception(world.workplace, request_id, uma, Role.QA_MANAGER, Meaning.APPROVE, PHRASE)
    assert not any(line.is_ageing for line in reading.read_exception(world.workplace, request_id).signatures)


def test_a_stand_in_signs_on_the_days_of_the_appointment(
    world: World, people: dict[str, Person], request_id: int
) -> None:
    uma, sam = people["Uma"].id or 0, people["Sam"].id or 0
    today = world.clock.now.date()

    def sign() -> None:
        sign_exception(
            world.workplace, request_id, sam, Role.QA_MANAGER, Meaning.APPROVE, PHRASE, stands_in_for_id=uma
        )

    with pytest.raises(RefusedError, match="not appointed"):
        sign()
    keys.appoint(
        world.workplace,
        uma,
        sam,
        Role.QA_MANAGER,
        date(2026, 1, 1),
        today - timedelta(days=1),
        passphrase=PHRASE,
    )
    with pytest.raises(RefusedError, match="stands in for Uma from"):
        sign()
    keys.appoint(world.workplace, uma, sam, Role.QA_MANAGER, today, today, passphrase=PHRASE)
    sign()
    (line,) = reading.read_exception(world.workplace, request_id).signatures
    assert line.signature.on_behalf_of == "Uma"


def test_a_past_exception_keeps_the_policy_it_was_asked_under(
    world: World, people: dict[str, Person], request_id: int
) -> None:
    late = next(one for one in policies.policies(world.workplace) if one.kind is ExceptionKind.LATE)
    stricter = replace(late, roles=(*late.roles, Role.SENIOR_MANAGEMENT))
    with pytest.raises(RefusedError, match="may change the policy"):
        policies.revise(world.workplace, stricter, people["Uma"].id or 0, PHRASE)
    with pytest.raises(RefusedError, match="has no key to prove by"):
        policies.revise(world.workplace, stricter, people["Max"].id or 0, PHRASE)
    keys.enrol(world.workplace, people["Max"].id or 0, people["Rea"].id or 0, PHRASE)
    revised = policies.revise(world.workplace, stricter, people["Max"].id or 0, PHRASE).value
    assert revised.revision == 2
    both_sign(world, people, request_id)
    assert reading.read_exception(world.workplace, request_id).standing is Standing.APPROVED


def test_an_approved_exception_lets_a_late_change_in(world: World, people: dict[str, Person]) -> None:
    checkpoints.freeze_checkpoint(world.workplace, world.window_id, "In for test")
    with world.workplace.write() as work:
        change = work.add(Change("LATE-1", "Late one"))
        work.commit()
    assert change.id is not None
    with pytest.raises(placement.PlacementRefusedError, match="cannot go into"):
        placement.place_change(world.workplace, [change.id], world.window_id)
    asked = requests.draft(
        world.workplace,
        ExceptionRequest(
            change.id, ExceptionKind.LATE, 0, people["Ira"].id or 0, world.window_id, "In for test",
            ("build",), None, "a", "b", "c", "d",
        ),
    ).value  # fmt: skip
    requests.ask(world.workplace, asked.id or 0)
    both_sign(world, people, asked.id or 0)
    placed = placement.place_change(world.workplace, [change.id], world.window_id).value
    assert placed[0].to_window_id == world.window_id
    assert change_panel(world.workplace, change.id).waivers[0].exception_id == asked.id


def test_an_incomplete_request_is_not_asked_for(world: World, people: dict[str, Person]) -> None:
    drafted = requests.draft(
        world.workplace,
        ExceptionRequest(world.changes[0].id or 0, ExceptionKind.EMERGENCY, 0, people["Ira"].id or 0),
    ).value
    with pytest.raises(RefusedError) as refused:
        requests.ask(world.workplace, drafted.id or 0)
    assert len(refused.value.problems) == 4


@pytest.mark.parametrize(
    ("person", "witness", "text"),
    [
        ("Uma", "Rea", "has a key already"),
        ("Max", "Uma", "is not release manager"),
        ("Rea", "Rea", "their own key"),
    ],
)
def test_a_key_is_enrolled_with_a_release_manager_as_witness(
    world: World, people: dict[str, Person], person: str, witness: str, text: str
) -> None:
    with pytest.raises(RefusedError, match=text):
        keys.enrol(world.workplace, people[person].id or 0, people[witness].id or 0, PHRASE)


def test_the_share_of_exceptions_stands_beside_the_rhythm(
    world: World, people: dict[str, Person], request_id: int
) -> None:
    share = reading.list_exceptions(world.workplace, world.window_id).share
    assert share.window == (1, 31)


def test_what_is_not_asked_for_is_not_signed_and_says_what_to_do(
    world: World, people: dict[str, Person], request_id: int
) -> None:
    asked = reading.read_exception(world.workplace, request_id).request
    drafted = requests.draft(world.workplace, replace(asked, id=None, version=1)).value
    signer = people["Uma"].id or 0
    with pytest.raises(RefusedError, match=r"is a draft\. Ask for its signatures first"):
        sign_exception(world.workplace, drafted.id or 0, signer, Role.QA_MANAGER, Meaning.APPROVE, "x" * 12)
    requests.withdraw(world.workplace, request_id, "no longer needed")
    with pytest.raises(RefusedError, match="was withdrawn; nobody signs it any more"):
        sign_exception(world.workplace, request_id, signer, Role.QA_MANAGER, Meaning.APPROVE, "x" * 12)
