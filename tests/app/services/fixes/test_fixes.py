"""Production fixes through the services: entered, documented, signed off, made a change of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.changes import Attestation, Change, ChangeClass, ChangeState
from app.domain.debts import DebtLevel, FollowUpRules
from app.domain.register import Role
from app.services.audit import verify_chain
from app.services.errors import RefusedError
from app.services.fixes.entering import QuickFix, edit_fix, enter_fix, entry_choices
from app.services.fixes.listing import list_fixes
from app.services.fixes.signing import convert_fix, sign_off
from app.services.follow_up import read_rules, set_rules
from app.services.follow_up_debts import debt_badges
from app.store.errors import StaleRecordError
from app.store.reading import find
from tests.app.services.aftermath_world import PASSPHRASE, document, enter, sign, with_key
from tests.app.services.board_world import World, make_world
from tests.templates import CopyOf


@pytest.fixture
def world(copy_of: CopyOf) -> World:
    """The small organisation, on each engine."""
    return copy_of(make_world, 3)


def test_ten_seconds_are_enough(world: World) -> None:
    fix = enter(world, where="edge ROUTER")
    assert fix.configuration_items == (world.items[1].id,)
    assert (fix.key, fix.place, fix.zone_name) == ("FIX-0001", "", "Europe/Berlin")
    assert fix.due_at == datetime(2026, 11, 26, 9, tzinfo=UTC)
    assert enter(world, where="a cellar").place == "a cellar"
    choices = entry_choices(world.workplace)
    assert "Payments ledger" in choices.places
    assert "Ola Dahl" in choices.people


def test_the_debt_escalates_until_it_is_paid(world: World) -> None:
    fix = enter(world)
    levels = []
    for days in (0, 3, 10):
        world.clock.now += timedelta(days=days)
        levels.append(list_fixes(world.workplace).rows[0].level)
    assert levels == [DebtLevel.DUE, DebtLevel.OVERDUE, DebtLevel.LONG_OVERDUE]
    assert debt_badges(world.workplace)["fixes"] == 1
    row = list_fixes(world.workplace).rows[0]
    assert row.owes[-1] == "the sign-off"
    signed = sign(world, document(world, fix))
    assert list_fixes(world.workplace).rows[0].level is DebtLevel.SETTLED
    edit_fix(world.workplace, replace(signed, risk="much higher"))
    voided = list_fixes(world.workplace).rows[0]
    assert (voided.level, voided.is_void) == (DebtLevel.LONG_OVERDUE, True)
    assert debt_badges(world.workplace)["fixes"] == 1


def test_nobody_signs_their_own_or_without_the_role(world: World) -> None:
    fix = document(world, enter(world))
    quinn, ola = world.people
    with pytest.raises(RefusedError, match="does not hold"):
        sign_off(world.workplace, fix, quinn.id or 0, Role.OPERATIONS, PASSPHRASE)
    own = edit_fix(world.workplace, replace(fix, made_by="ola dahl")).value
    with pytest.raises(RefusedError, match="their own"):
        sign_off(world.workplace, own, ola.id or 0, Role.OPERATIONS, PASSPHRASE)
    with pytest.raises(RefusedError, match="shown otherwise"):
        sign_off(world.workplace, replace(own, made_by="Ann"), ola.id or 0, Role.OPERATIONS, PASSPHRASE)
    other = edit_fix(world.workplace, replace(own, made_by="Ann Meyer")).value
    with pytest.raises(RefusedError, match="their own"):
        sign_off(world.workplace, other, ola.id or 0, Role.OPERATIONS, PASSPHRASE)


def test_a_sign_off_asks_for_the_passphrase(world: World) -> None:
    fix, ola = document(world, enter(world)), world.people[1]
    with pytest.raises(RefusedError, match="has no key to prove"):
        sign_off(world.workplace, fix, ola.id or 0, Role.OPERATIONS, PASSPHRASE)
    with_key(world)
    with pytest.raises(RefusedError, match="does not open"):
        sign_off(world.workplace, fix, ola.id or 0, Role.OPERATIONS, "not Ola's words")
    assert sign(world, fix).signed_by_id == ola.id


def test_what_changed_meanwhile_is_not_signed(world: World) -> None:
    fix = document(world, enter(world))
    edit_fix(world.workplace, replace(fix, risk="high after all"))
    with pytest.raises(StaleRecordError):
        sign(world, fix)


def test_a_signed_fix_becomes_a_change_that_carries_its_sign_off(world: World) -> None:
    fix = document(world, enter(world, where="Payments ledger"))
    with pytest.raises(RefusedError, match="owes the sign-off"):
        convert_fix(world.workplace, fix.id or 0)
    signed = sign(world, fix)
    change = convert_fix(world.workplace, signed.id or 0).value
    with world.workplace.read() as connection:
        (stored,) = find(connection, Change, key=change.key)
        (said,) = find(connection, Attestation, change_id=change.id)
    assert (stored.change_class, stored.state) == (ChangeClass.EMERGENCY, ChangeState.DEPLOYED)
    assert stored.applications == (world.applications[0].id,)
    assert signed.signed_digest in said.evidence
    assert said.person_id == signed.signed_by_id
    with pytest.raises(RefusedError, match="made a change of before"):
        convert_fix(world.workplace, signed.id or 0)
    assert list_fixes(world.workplace).rows[0].change_key == change.key
    assert verify_chain(world.workplace).is_ok


def test_what_is_missing_is_told_at_once(world: World) -> None:
    with pytest.raises(RefusedError) as refused:
        enter_fix(world.workplace, QuickFix(" ", "", ("", " "), world.clock.now))
    assert len(refused.value.problems) == 3


def test_deadlines_are_a_setting(world: World) -> None:
    set_rules(world.workplace, FollowUpRules(fix_working_days=1, long_overdue_days=0))
    assert read_rules(world.workplace).fix_working_days == 1
    assert enter(world).due_at == datetime(2026, 11, 25, 9, tzinfo=UTC)
    world.clock.now += timedelta(days=1, seconds=1)
    assert list_fixes(world.workplace).rows[0].level is DebtLevel.LONG_OVERDUE
    with pytest.raises(RefusedError, match="between 0"):
        set_rules(world.workplace, FollowUpRules(quiet_minutes=-1))
