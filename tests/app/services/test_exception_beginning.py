"""Which exception a request begins with, from what stands against the change in its window."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.changes import Change, ChangeClass
from app.domain.exceptions import ExceptionKind
from app.domain.windows import Freeze, FreezeStrength, MaintenanceWindow
from app.services.checkpoints import freeze_checkpoint
from app.services.exception_beginning import begin, changes_to_offer
from tests.app.services.board_world import World, make_world
from tests.templates import CopyOf


@pytest.fixture
def world(local_copy_of: CopyOf) -> World:
    """The small organisation in a database of the test's own."""
    return local_copy_of(make_world)


def stop(world: World, strength: FreezeStrength) -> Freeze:
    """A freeze over the window."""
    with world.workplace.write() as work:
        freeze = work.add(
            Freeze(
                "Quarter end",
                world.window.starts_at - timedelta(days=1),
                world.window.ends_at + timedelta(days=1),
                "Europe/Berlin",
                strength,
            )
        )
        work.commit()
    return freeze


def save(world: World, changed: Change | MaintenanceWindow) -> None:
    """Store a record as it is to be."""
    with world.workplace.write() as work:
        stored = work.get(type(changed), changed.id or 0)
        work.save(replace(changed, version=stored.version))
        work.commit()


def first(world: World) -> int:
    """The change that has come nowhere."""
    return world.changes[0].id or 0


def test_nothing_against_it_needs_no_exception(world: World) -> None:
    found = begin(world.workplace, first(world))
    assert not found.is_of_use
    assert found.change_label == "CHG-0400  Warehouse sync: OS patch"
    assert found.request.window_id == world.window_id


def test_late_names_what_fails_at_the_closed_checkpoint(world: World) -> None:
    freeze_checkpoint(world.workplace, world.window_id, "In for test")
    found = begin(world.workplace, first(world))
    assert found.is_of_use
    assert found.request.kind is ExceptionKind.LATE
    assert (found.request.checkpoint_name, found.request.criteria) == ("In for test", ("test",))


def test_a_change_from_elsewhere_is_late_by_every_criterion(world: World) -> None:
    freeze_checkpoint(world.workplace, world.window_id, "In for test")
    save(world, replace(world.changes[0], window_id=None))
    found = begin(world.workplace, first(world), world.window_id)
    assert found.request.criteria == ("build", "test")
    assert found.request.window_id == world.window_id


def test_a_checkpoint_named_is_taken_though_it_is_open(world: World) -> None:
    request = begin(world.workplace, first(world), None, "Ready for production").request
    assert (request.kind, request.checkpoint_name) == (ExceptionKind.LATE, "Ready for production")
    assert set(request.criteria) == {"qa", "pre", "plans"}


def test_a_freeze_that_takes_signatures_is_entered_with_them(world: World) -> None:
    freeze = stop(world, FreezeStrength.WITH_SIGNATURES)
    found = begin(world.workplace, first(world))
    assert found.is_of_use
    assert (found.request.kind, found.request.freeze_id) == (ExceptionKind.FREEZE, freeze.id)


def test_nothing_helps_against_a_hard_freeze(world: World) -> None:
    stop(world, FreezeStrength.HARD)
    freeze_checkpoint(world.workplace, world.window_id, "In for test")
    assert not begin(world.workplace, first(world)).is_of_use


def test_nothing_helps_once_the_window_has_begun(world: World) -> None:
    freeze_checkpoint(world.workplace, world.window_id, "In for test")
    world.clock.now = world.window.starts_at + timedelta(minutes=1)
    assert not begin(world.workplace, first(world)).is_of_use


def test_a_full_window_is_exceeded_with_an_exception(world: World) -> None:
    save(world, replace(world.changes[0], window_id=None))
    save(world, replace(world.window, capacity_deployments=30))
    found = begin(world.workplace, first(world), world.window_id)
    assert found.is_of_use
    assert found.request.kind is ExceptionKind.OVER_CAPACITY


def test_an_emergency_asks_as_one(world: World) -> None:
    save(world, replace(world.changes[0], change_class=ChangeClass.EMERGENCY))
    freeze_checkpoint(world.workplace, world.window_id, "In for test")
    found = begin(world.workplace, first(world))
    assert found.is_of_use
    assert found.request.kind is ExceptionKind.EMERGENCY
    assert found.request.criteria == ()


def test_the_changes_of_the_window_are_offered_by_key(world: World) -> None:
    offered = changes_to_offer(world.workplace, world.window_id)
    assert len(offered) == 31
    assert offered[0] == (first(world), "CHG-0400  Warehouse sync: OS patch")
    assert changes_to_offer(world.workplace, None) == ()
