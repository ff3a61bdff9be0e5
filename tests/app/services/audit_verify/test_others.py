"""Packets, activities and the logs of nights, bent behind the program's back."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from app.services.audit_verify.verify import verify
from app.services.packets import issue_packet
from tests.app.services.board_world import World
from tests.app.services.packet_world import make_frozen_world
from tests.templates import CopyOf


@pytest.fixture
def world(copy_of: CopyOf) -> World:
    """A window with a frozen checkpoint, activities and an issued packet, on each engine."""
    return copy_of(make_issued_world)


def make_issued_world(url: str) -> World:
    """Fill `url` with that window."""
    made = make_frozen_world(url)
    issue_packet(made.workplace, made.window_id, "preliminary")
    return made


def test_packets_and_activities_follow_from_their_events(world: World) -> None:
    assert verify(world.workplace).findings == ()


FIRST = "(SELECT min(id) FROM activity)"
WITH_CHANGE = "(SELECT min(id) FROM activity WHERE change_id IS NOT NULL)"


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (f"UPDATE activity SET title = 'Nothing' WHERE id = {FIRST}", "title differs from what event"),
        (f"UPDATE activity SET duration_minutes = 1 WHERE id = {FIRST}", "duration minutes differs"),
        (
            f"UPDATE activity SET change_id = (SELECT max(id) FROM change) WHERE id = {WITH_CHANGE}",
            "hangs on another change than event",
        ),
        (f"UPDATE activity SET change_id = NULL WHERE id = {WITH_CHANGE}", "hangs on another change"),
        (
            "INSERT INTO window_sequence (window_id, version) SELECT max(id), 1 FROM maintenance_window; "
            f"UPDATE activity SET window_id = (SELECT max(id) FROM maintenance_window) WHERE id = {FIRST}",
            "but was planned in window 1",
        ),
        ("DELETE FROM activity_link", "links differ from what its events recorded"),
        ("UPDATE packet SET pages = 99", "differs from what event"),
        ("UPDATE packet SET pdf = xlsx", "holds another PDF than was issued"),
        ("UPDATE packet SET xlsx = pdf", "holds another workbook than was issued"),
        ("DELETE FROM packet", "Packet 1 is gone, but event"),
    ],
)
def test_what_is_bent_is_found(world: World, statement: str, words: str) -> None:
    with world.workplace.engine.begin() as connection:
        for one in statement.split("; "):
            connection.execute(text(one))
    sentences = [one.sentence for one in verify(world.workplace).findings]
    assert any(words in sentence for sentence in sentences), sentences


BATCH = (
    "INSERT INTO import_batch (kind, source, file_name, imported_at, imported_by, rows, created, updated,"
    " unchanged, rejected)"
    " VALUES ('changes', 'Jira', 'list.csv', '2026-11-24T09:00:00+00:00', 'x', 9, 9, 0, 0, 0)"
)


def test_an_import_that_no_event_knows_is_found(world: World) -> None:
    with world.workplace.engine.begin() as connection:
        connection.execute(text(BATCH))
    sentences = [one.sentence for one in verify(world.workplace).findings]
    assert "Import 1 stands in the database, but no event says it was done." in sentences


def test_a_template_that_no_event_knows_is_found(world: World) -> None:
    columns = "application_id, name, steps, version"
    steps = f"INSERT INTO activity_template ({columns}) SELECT min(id), 'usual', '[]', 1"
    with world.workplace.engine.begin() as connection:
        connection.execute(text(f"{steps} FROM application"))
    sentences = [one.sentence for one in verify(world.workplace).findings]
    assert any("usual stands in the database, but no event" in one for one in sentences), sentences
