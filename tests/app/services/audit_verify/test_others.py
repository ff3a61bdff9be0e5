"""Packets, activities and the logs of nights, bent behind the program's back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from app.services.audit_verify.verify import verify
from app.services.packets import issue_packet
from tests.app.services.board_world import World
from tests.app.services.packet_world import frozen_first_checkpoint, make_packet_world


@pytest.fixture
def world(migrated_url: str) -> Iterator[World]:
    """A window with a frozen checkpoint, activities and an issued packet, on each engine."""
    made = frozen_first_checkpoint(make_packet_world(migrated_url))
    issue_packet(made.workplace, made.window_id, "preliminary")
    yield made
    made.workplace.close()


def test_packets_and_activities_follow_from_their_events(world: World) -> None:
    assert verify(world.workplace).findings == ()


FIRST = "(SELECT min(id) FROM activity)"


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (f"UPDATE activity SET title = 'Nothing' WHERE id = {FIRST}", "title differs from what event"),
        (f"UPDATE activity SET duration_minutes = 1 WHERE id = {FIRST}", "duration minutes differs"),
        ("DELETE FROM activity_link", "links differ from what its events recorded"),
        ("UPDATE packet SET pages = 99", "differs from what event"),
        ("UPDATE packet SET pdf = xlsx", "holds another PDF than was issued"),
        ("UPDATE packet SET xlsx = pdf", "holds another workbook than was issued"),
        ("DELETE FROM packet", "Packet 1 is gone, but event"),
    ],
)
def test_what_is_bent_is_found(world: World, statement: str, words: str) -> None:
    with world.workplace.engine.begin() as connection:
        connection.execute(text(statement))
    sentences = [one.sentence for one in verify(world.workplace).findings]
    assert any(words in sentence for sentence in sentences), sentences
