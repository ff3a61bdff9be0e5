"""What a person does on the audit screen: search, follow a record, verify, export."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from app.services.audit_events import EventRow
from app.ui.audit.model import changed_fields, details_text, record_text
from app.ui.audit.screen import AuditScreen
from app.ui.context import DeskContext
from tests.app.services.board_world import World

PATIENCE = 20_000


@pytest.fixture
def screen(context: DeskContext, qtbot: QtBot) -> AuditScreen:
    """The screen with the newest events."""
    made = AuditScreen(context)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activate(None)
    qtbot.waitUntil(lambda: made.table.records.rowCount() > 0, timeout=PATIENCE)
    return made


def search(screen: AuditScreen, words: str, qtbot: QtBot) -> None:
    """Type words and wait for the answer."""
    screen._search.setText(words)
    screen.reload()
    qtbot.waitUntil(screen.context.jobs.is_idle, timeout=PATIENCE)


def test_finds_events_by_every_word(screen: AuditScreen, qtbot: QtBot) -> None:
    search(screen, "tester CHG-0407 created", qtbot)
    kinds = {event.record_kind for event in screen.table.records.records}
    assert "change" in kinds
    assert all("CHG-0407" in event.after for event in screen.table.records.records)


def test_a_percent_sign_is_a_letter(screen: AuditScreen, qtbot: QtBot) -> None:
    search(screen, "%%%", qtbot)
    assert screen._stack.currentWidget() is screen._empty


def test_follows_a_record_through_its_life(screen: AuditScreen, world: World, qtbot: QtBot) -> None:
    search(screen, "HYPERLINK changed", qtbot)
    event = next(one for one in screen.table.records.records if one.record_kind == "change")
    assert screen.table.select_key(event.sequence)
    assert changed_fields(event)[0][:2] == ("title", "Warehouse sync: OS patch")
    screen.follow_record()
    qtbot.waitUntil(lambda: "of change" in screen._caption.text(), timeout=PATIENCE)
    assert {one.record_id for one in screen.table.records.records} == {event.record_id}
    assert screen.table.records.records[-1].action == "created"


def test_tells_a_whole_chain_from_a_broken_one(screen: AuditScreen, world: World, qtbot: QtBot) -> None:
    screen.verify()
    qtbot.waitUntil(lambda: "as they were written" in screen.chain.text(), timeout=PATIENCE)
    with world.workplace.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER audit_event_no_update"))
        connection.execute(text("UPDATE audit_event SET reason = 'other' WHERE sequence = 7"))
    screen.verify()
    qtbot.waitUntil(lambda: "Not as it was written" in screen.chain.text(), timeout=PATIENCE)
    found = [one.sentence for one in screen.findings.records.records]
    assert any("Event 7 has been altered" in sentence for sentence in found)
    assert screen.findings.isVisible()


def test_lists_what_was_changed_behind_the_program(screen: AuditScreen, world: World, qtbot: QtBot) -> None:
    with world.workplace.engine.begin() as connection:
        connection.execute(text("UPDATE change SET title = 'Other' WHERE id = 1"))
    screen.verify()
    qtbot.waitUntil(lambda: screen.findings.records.rowCount() > 0, timeout=PATIENCE)
    (finding,) = screen.findings.records.records
    assert "title differs from what event" in finding.sentence
    screen.findings.record_opened.emit(finding)
    selected = screen.table.selected_records()
    assert [event.sequence for event in selected] == [finding.event]
    search(screen, "no such event", qtbot)
    screen.findings.record_opened.emit(finding)
    qtbot.waitUntil(lambda: "of change" in screen._caption.text(), timeout=PATIENCE)
    assert finding.event in {event.sequence for event in screen.table.records.records}


def test_exports_the_workbook(screen: AuditScreen, qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "audit.xlsx"
    screen.export(date(2026, 11, 1), date(2026, 11, 30), out)
    qtbot.waitUntil(out.exists, timeout=PATIENCE)
    qtbot.waitUntil(screen.context.jobs.is_idle, timeout=PATIENCE)
    assert out.read_bytes().startswith(b"PK")


def test_a_record_with_a_long_number_is_told_by_its_name() -> None:
    """An activity shows its title, and its number among the details; a change keeps its number."""
    event = EventRow(1, "2026-11-23T08:00:00+00:00", "t", "changed", "activity", "5" * 32, "", "{}",
                     '{"title": "Verify\\npostings"}', "", "h")  # fmt: skip
    assert record_text(event) == "activity “Verify postings”"
    assert f"Record {'5' * 32}" in details_text(event).splitlines()
    assert record_text(replace(event, record_kind="change", record_id="431")) == "change 431"
    assert record_text(replace(event, after="")) == f"activity {'5' * 32}"
