"""Detected changes through the services: matched with what is stored, explained, made fixes of."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.fixes import ProductionFix
from app.domain.reconciliation import Settled, Standing
from app.domain.register import ConfigurationItem
from app.services.audit_aftermath import judged
from app.services.errors import RefusedError
from app.services.reconciliation.listing import list_detected
from app.services.reconciliation.settling import explain, make_fix, reopen
from app.store.queries.audit import Period
from tests.app.services.aftermath_world import detect, enter
from tests.app.services.board_world import World
from tests.app.services.packet_world import make_packet_world
from tests.templates import CopyOf


@pytest.fixture
def world(copy_of: CopyOf) -> World:
    """The small organisation after its night, whose first step held the database cluster."""
    made = copy_of(make_packet_world)
    made.clock.now = made.window.ends_at + timedelta(days=2)
    return made


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


@pytest.mark.parametrize("name", ["GHOST-01", "ghost-01.example.org", "/subscriptions/7/machines/ghost-01"])
def test_what_the_register_learns_of_later_is_matched_by_name(world: World, name: str) -> None:
    """What was settled before stands as it was; two items of one name, but for capitals, are neither."""
    when = world.clock.now - timedelta(hours=2)
    detect(world, "open", when, name)
    closed = detect(world, "closed", when + timedelta(days=-1), name)
    explain(world.workplace, [closed], "Another company's machine")

    def standing() -> dict[str, tuple[Standing, Settled]]:
        rows = list_detected(world.workplace).rows
        return {row.first.key: (row.standing, row.sighting.settled) for row in rows}

    assert standing()["open"] == (Standing.UNRECORDED, Settled.OPEN)
    with world.workplace.write() as work:
        item = work.add(ConfigurationItem("Ghost-01"))
        said = ("Patch", "Ann", when, "UTC", when, "Ann", when)
        work.add(ProductionFix("FIX-9", *said, configuration_items=(item.id or 0,)))
        work.commit()
    assert standing() == {
        "open": (Standing.MATCHED, Settled.MATCHED),
        "closed": (Standing.UNRECORDED, Settled.EXPLAINED),
    }
    with world.workplace.read() as connection:
        period = Period(when - timedelta(days=3), world.clock.now, 0)
        told = {one.key: verdict.standing for one, verdict in judged(connection, period)}
    assert told == {"open": Standing.MATCHED, "closed": Standing.UNRECORDED}
    with world.workplace.write() as work:
        work.add(ConfigurationItem("ghost-01"))
        work.commit()
    assert standing()["open"] == (Standing.UNRECORDED, Settled.OPEN)
