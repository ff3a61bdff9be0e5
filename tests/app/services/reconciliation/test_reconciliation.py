"""Detected changes through the services: matched with what is stored, explained, made fixes of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from app.domain.reconciliation import Settled, Standing
from app.services.errors import RefusedError
from app.services.reconciliation.listing import list_detected
from app.services.reconciliation.settling import explain, make_fix, reopen
from tests.app.services.aftermath_world import detect, enter
from tests.app.services.board_world import World
from tests.app.services.packet_world import make_packet_world


@pytest.fixture
def world(migrated_url: str) -> Iterator[World]:
    """The small organisation after its night, whose first step held the database cluster."""
    made = make_packet_world(migrated_url)
    made.clock.now = made.window.ends_at + timedelta(days=2)
    yield made
    made.workplace.close()


def test_each_detection_stands_in_its_class(world: World) -> None:
    night = world.window.starts_at
    detect(world, "step", night + timedelta(minutes=10), "DB cluster 2")
    detect(world, "late", night + timedelta(hours=20), "DB cluster 2", "/etc/y")
    detect(world, "lone", night + timedelta(hours=2))
    detect(world, "ghost", night, "ghost-01")
    found = {row.first.key: row for row in list_detected(world.workplace).rows}
    assert {key: row.standing for key, row in found.items()} == {
        "step": Standing.MATCHED,
        "late": Standing.PARTLY,
        "lone": Standing.UNRECORDED,
        "ghost": Standing.UNRECORDED,
    }
    assert "Step 0: deploy" in found["step"].sighting.verdict.reason


def test_a_fix_matches_what_was_seen_then(world: World) -> None:
    detect(world, "seen", world.clock.now - timedelta(minutes=20))
    assert list_detected(world.workplace).rows[0].standing is Standing.UNRECORDED
    enter(world)
    row = list_detected(world.workplace).rows[0]
    assert (row.standing, row.sighting.settled) == (Standing.MATCHED, Settled.MATCHED)


def test_many_are_explained_at_once_and_reopened(world: World) -> None:
    when = world.clock.now - timedelta(days=1)
    ids = [detect(world, f"d{place}", when + timedelta(minutes=place)) for place in range(3)]
    listed = list_detected(world.workplace)
    assert (len(listed.rows), listed.detections, len(listed.open_rows)) == (1, 3, 1)
    with pytest.raises(RefusedError, match="Say what"):
        explain(world.workplace, ids, "  ")
    assert explain(world.workplace, listed.rows[0].ids, "Patch of the vendor").value == 3
    assert list_detected(world.workplace).open_rows == ()
    with pytest.raises(RefusedError, match="Say why"):
        reopen(world.workplace, ids, "")
    assert reopen(world.workplace, ids[:1], "not that host").value == 1
    assert len(list_detected(world.workplace).open_rows) == 1
    assert list_detected(world.workplace).detections == 3


def test_an_unrecorded_one_becomes_a_fix_in_one_step(world: World) -> None:
    when = world.clock.now - timedelta(days=1)
    ids = [detect(world, "one", when), detect(world, "two", when + timedelta(hours=3), what="/etc/y")]
    fix = make_fix(world.workplace, ids, "").value
    assert (fix.made_by, fix.title) == ("root", "Changed /etc/x, /etc/y")
    assert fix.happened_at == when
    assert fix.configuration_items == (world.items[1].id,)
    rows = list_detected(world.workplace).rows
    assert {row.sighting.settled for row in rows} == {Settled.FIX}
    assert {row.fix_key for row in rows} == {fix.key}
    with pytest.raises(RefusedError, match=fix.key):
        explain(world.workplace, ids, "again")
