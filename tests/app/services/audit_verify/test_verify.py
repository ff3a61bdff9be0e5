"""What the verification holds good, and how it tells its progress and is stopped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.changes import Change
from app.domain.register import Person, Role
from app.services.audit_verify.findings import VerificationStoppedError, Watch
from app.services.audit_verify.verify import verify
from app.services.signing.keys import active_key, end_appointment, revoke, stand_ins
from tests.app.services.audit_verify.signed_world import make_signed_world
from tests.templates import CopyOf


def test_all_is_well_where_nothing_was_bent(copy_of: CopyOf) -> None:
    world = copy_of(make_signed_world)
    report = world.verified()
    assert report.findings == ()
    assert report.signatures == 2
    assert report.records > 10


def test_what_was_signed_stays_valid_whatever_comes_after(copy_of: CopyOf) -> None:
    world = copy_of(make_signed_world, signed=False)
    world.sign(world.quinn, Role.QA_MANAGER)
    world.sign(world.stan, Role.BUSINESS_OWNER, stands_in_for_id=world.bea.id)
    (appointed,) = stand_ins(world.workplace)
    end_appointment(world.workplace, appointed.id or 0)
    with world.workplace.write() as unit:
        key = active_key(unit, world.quinn.id or 0)
        unit.save(replace(unit.get(Person, world.quinn.id or 0), roles=(), is_archived=True), "left")
        unit.save(replace(unit.get(Change, world.change.id or 0), title="Pay by bank"), "renamed")
        unit.commit()
    assert key is not None
    revoke(world.workplace, key.id or 0, "Quinn has left")
    assert world.verified().findings == ()


def test_removed_and_archived_records_follow_from_their_events(copy_of: CopyOf) -> None:
    world = copy_of(make_signed_world)
    with world.workplace.write() as unit:
        spare = unit.add(Change("CHG-0500", "Not needed"))
        unit.commit()
    with world.workplace.write() as unit:
        unit.remove(unit.get(Change, spare.id or 0), "never mind")
        unit.commit()
    assert world.verified().findings == ()


def test_a_clock_a_little_off_is_no_finding_and_one_set_back_is(copy_of: CopyOf) -> None:
    world = copy_of(make_signed_world)
    for minutes, found in ((2, 0), (30, 1)):
        world.clock.now -= timedelta(minutes=minutes)
        with world.workplace.write() as unit:
            unit.add(Person(f"Person {minutes}"))
            unit.commit()
        assert [one.what.value for one in world.verified().findings] == ["clock"] * found
    assert date(2026, 11, 2) == world.clock.now.date()


def test_progress_rises_and_a_stop_is_heeded(copy_of: CopyOf) -> None:
    world = copy_of(make_signed_world)
    told: list[float] = []
    verify(world.workplace, Watch(lambda fraction, _words: told.append(fraction or 0.0)))
    assert told == sorted(told)
    assert told[-1] == 1.0
    with pytest.raises(VerificationStoppedError):
        verify(world.workplace, Watch(is_stopped=lambda: len(told) > 0))
