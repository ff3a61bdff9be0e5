"""What packets tell of exceptions: what was asked, where it stands, and every signature with its state."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.changes import Waiver
from app.domain.exceptions import ExceptionKind, ExceptionRequest
from app.domain.register import Person, Role
from app.domain.signatures import Meaning, Medium
from app.reports.change_blocks import change_blocks
from app.reports.exceptions import exception_lines
from app.services.exception_signing import record_word, sign_exception
from app.services.exceptions import reading, requests
from app.services.packet_source import packet_source
from app.services.packets import preview_packet
from app.services.signing import keys
from tests.app.services.board_world import World, make_world
from tests.templates import CopyOf

PHRASE = "a long enough phrase"


@pytest.fixture
def world(local_copy_of: CopyOf) -> World:
    return local_copy_of(make_world, 6)


@pytest.fixture
def requester(world: World) -> Person:
    """A release manager, who asks; Quinn Abara has a key."""
    with world.workplace.write() as work:
        rea = work.add(Person("Rea Holm", roles=(Role.RELEASE_MANAGER,)))
        work.commit()
    keys.enrol(world.workplace, world.people[0].id or 0, rea.id or 0, PHRASE)
    return rea


def asked(world: World, requester: Person) -> ExceptionRequest:
    """A late exception of the first change, its signatures asked for."""
    wanted = ExceptionRequest(
        world.changes[0].id or 0, ExceptionKind.LATE, 0, requester.id or 0, world.window_id, "In for test",
        ("build", "test"), None, "The vendor was late", "It may fail", "The fine is due", "Smoke test",
    )  # fmt: skip
    return requests.ask(world.workplace, requests.draft(world.workplace, wanted).value.id or 0).value


def test_an_exception_is_told_with_its_signatures_and_who_still_must(world: World, requester: Person) -> None:
    request = asked(world, requester)
    quinn, ola = world.people
    sign_exception(world.workplace, request.id or 0, quinn.id or 0, Role.QA_MANAGER, Meaning.APPROVE, PHRASE)
    source = packet_source(world.workplace, world.window_id, "preliminary")
    (line,) = exception_lines(source)
    assert (line.change_key, line.standing) == (world.changes[0].key, "waits")
    assert line.rule.startswith("late at a checkpoint, In for test: Build succeeded")
    assert "If not: The fine is due" in line.reason
    assert line.signatures.splitlines() == [
        "Quinn Abara, QA manager, approves, Tue 24 Nov 2026, 10:00 CET",
        "waits for business owner",
    ]
    record_word(
        world.workplace, request.id or 0, ola.id or 0, Role.BUSINESS_OWNER, Meaning.APPROVE, Medium.VERBAL,
        witness="Rea Holm",
    )  # fmt: skip
    (line,) = exception_lines(packet_source(world.workplace, world.window_id, "preliminary"))
    assert line.standing == "approved"
    assert "by mouth, heard by Rea Holm; signature owed" in line.signatures
    signed = next(one for one in change_blocks(source) if one.key == line.change_key).signatures
    assert [one.name for one in signed] == ["Quinn Abara"]


def test_a_void_signature_is_told_as_void_and_stands_under_no_change(world: World, requester: Person) -> None:
    request = asked(world, requester)
    sign_exception(
        world.workplace, request.id or 0, world.people[0].id or 0, Role.QA_MANAGER, Meaning.APPROVE, PHRASE
    )
    requests.edit(world.workplace, replace(request, reason="Another reason"))
    source = packet_source(world.workplace, world.window_id, "final")
    (line,) = exception_lines(source)
    assert line.standing == "void"
    assert line.signatures.startswith("VOID, the content changed since: Quinn Abara")
    assert not any("exception" in one.meaning for block in change_blocks(source) for one in block.signatures)


def test_drafts_and_what_was_withdrawn_are_left_out_and_old_waivers_are_told(
    world: World, requester: Person
) -> None:
    request = asked(world, requester)
    requests.withdraw(world.workplace, request.id or 0)
    with world.workplace.write() as work:
        work.add(Waiver(request.change_id, "In for test", "build", "Agreed", "A. Chief", work.now))
        work.commit()
    (line,) = exception_lines(packet_source(world.workplace, world.window_id, "final"))
    assert (line.standing, line.signatures) == ("waived", "A. Chief")


def test_paper_and_workbook_are_made_with_exceptions(world: World, requester: Person) -> None:
    asked(world, requester)
    item = reading.list_exceptions(world.workplace, world.window_id).items[0]
    packet = preview_packet(world.workplace, world.window_id, "final")
    assert item.standing.value == "waiting"
    assert packet.pdf.startswith(b"%PDF")
