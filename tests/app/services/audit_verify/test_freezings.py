"""Frozen checkpoints that a program of one's own froze otherwise, with events that keep the chain whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.changes import FrozenGate
from app.domain.gates import GateResult
from app.domain.windows import Checkpoint
from app.services.audit_verify.verify import verify
from app.services.checkpoints import freeze_checkpoint
from app.store.reading import find
from tests.app.services.board_world import World, make_world
from tests.templates import CopyOf


@pytest.fixture
def world(copy_of: CopyOf) -> World:
    """A window whose first checkpoint is frozen, on each engine."""
    made = copy_of(make_world, 6)
    freeze_checkpoint(made.workplace, made.window_id, "In for test")
    return made


def _sentences(world: World) -> str:
    return "\n".join(one.sentence for one in verify(world.workplace).findings)


def _save(world: World, **fields: object) -> None:
    with world.workplace.write() as unit:
        (point,) = [
            one for one in find(unit.connection, Checkpoint) if one.name == "In for test" and one.frozen_at
        ]
        unit.save(replace(point, **fields), "forged")  # type: ignore[arg-type]
        unit.commit()


def test_a_frozen_checkpoint_gives_its_hash(world: World) -> None:
    assert _sentences(world) == ""


def test_another_hash_is_found(world: World) -> None:
    _save(world, frozen_hash="ab" * 32)
    assert "hash that its gates do not give" in _sentences(world)
    assert "and again by event" in _sentences(world)


def test_an_instant_ahead_is_found(world: World) -> None:
    _save(world, frozen_at=world.clock.now + timedelta(days=3))
    assert "ahead of event" in _sentences(world)


def test_a_gate_added_later_is_found(world: World) -> None:
    with world.workplace.write() as unit:
        one = find(unit.connection, FrozenGate)[0]
        unit.add(replace(one, id=None, criterion_code="extra", result=GateResult.MET), "forged")
        unit.commit()
    assert "hash that its gates do not give" in _sentences(world)
