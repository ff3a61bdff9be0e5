"""Packets: issued, kept byte for byte, compared with their predecessors, agreeing with the screen."""

from __future__ import annotations

import email
import email.policy
import hashlib
import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from openpyxl import load_workbook
from pdfminer.high_level import extract_text

from app.domain.changes import Change
from app.domain.windows import MaintenanceWindow
from app.reports.packet import packet_document
from app.reports.readiness import go_line
from app.services.audit import verify_chain
from app.services.board import board, ready_share
from app.services.errors import RefusedError
from app.services.packet_source import packet_source
from app.services.packets import (
    file_stem,
    issue_packet,
    mail_draft,
    packets_of,
    preview_packet,
    read_packet,
    save_packet_file,
)
from app.services.sequences import analysis_of, open_sequence
from app.store.errors import MissingRecordError
from tests.app.services.board_world import World
from tests.app.services.packet_world import (
    ACTIVITIES,
    NASTY_TITLE,
    frozen_first_checkpoint,
    make_packet_world,
)
from tests.templates import CopyOf


@pytest.fixture
def world(copy_of: CopyOf) -> World:
    """31 changes and 80 activities, on each engine."""
    return copy_of(make_packet_world)


@pytest.fixture
def local_world(local_copy_of: CopyOf) -> World:
    """The same on SQLite alone, for what no engine matters to."""
    return local_copy_of(make_packet_world)


def test_an_issued_packet_is_kept_byte_for_byte_with_hash_and_audit_head(world: World) -> None:
    before = verify_chain(world.workplace)
    done = issue_packet(world.workplace, world.window_id, "preliminary")
    packet = done.value
    assert packet.id is not None
    files = read_packet(world.workplace, packet.id)
    assert hashlib.sha256(files.pdf).hexdigest() == packet.sha256
    assert hashlib.sha256(files.xlsx).hexdigest() == packet.xlsx_sha256
    assert packet.audit_head == f"{before.head_sequence}:{before.head_hash}"
    assert before.head_hash in extract_text(io.BytesIO(files.pdf), maxpages=1)
    assert [(one.kind, one.action) for one in done.touched] == [("packet", "issued")]
    assert packets_of(world.workplace, world.window_id) == (packet,)
    assert verify_chain(world.workplace).is_ok
    assert len(packet.recipients) == 8


def test_a_preview_stores_nothing(local_world: World) -> None:
    before = verify_chain(local_world.workplace).head_sequence
    preview = preview_packet(local_world.workplace, local_world.window_id, "final", "Letter")
    assert preview.pages > 10
    assert preview.pdf.startswith(b"%PDF")
    assert verify_chain(local_world.workplace).head_sequence == before
    assert packets_of(local_world.workplace, local_world.window_id) == ()


def test_paper_workbook_and_screen_give_the_same_figures(world: World) -> None:
    frozen_first_checkpoint(world)
    view = board(world.workplace, world.window_id)
    sequence = open_sequence(world.workplace, world.window_id)
    analysis = analysis_of(sequence)
    packet = issue_packet(world.workplace, world.window_id, "final").value
    files = read_packet(world.workplace, packet.id or 0)
    ready, total = ready_share(view)
    text = extract_text(io.BytesIO(files.pdf))
    book = load_workbook(io.BytesIO(files.xlsx))

    assert total == 31
    assert len(sequence.sequence) == ACTIVITIES
    assert f"{total - ready} of {total} changes are not ready" in text
    assert f"Page 1 of {packet.pages}" in text

    matrix = list(book["Readiness"].iter_rows(values_only=True))
    header = next(place for place, row in enumerate(matrix) if row[0] == "Change")
    by_key = {row[0]: row for row in matrix[header + 1 :] if row[0]}
    words = {"met": "met", "not_met": "not met", "waived": "waived", "not_evaluated": "not evaluated"}
    for card in view.cards:
        assert card.key in text
        shown = [cell for cell in by_key[card.key] if cell in words.values()]
        assert shown == [words[chip.result.value] for chip in card.gates], card.key

    rows = _sequence_rows(book)
    assert len(rows) == ACTIVITIES
    zone_start = sequence.window.starts_at.astimezone(UTC)
    for number, activity in enumerate(sequence.sequence.rows, start=1):
        timing = analysis.schedule.timings[activity.id]
        start = rows[str(number)]
        offset = timedelta(hours=1)  # Berlin in November
        assert start == (zone_start + timedelta(minutes=timing.start) + offset).replace(tzinfo=None)


def test_links_of_every_kind_are_told(local_world: World) -> None:
    packet = issue_packet(local_world.workplace, local_world.window_id, "preliminary").value
    files = read_packet(local_world.workplace, packet.id or 0)
    rows = list(load_workbook(io.BytesIO(files.xlsx))["Sequence"].iter_rows(values_only=True))
    after = rows[0].index("After")
    told = {str(row[0]): row[after] for row in rows[1:]}
    assert (told["10"], told["12"], told["1"]) == ("9SS+5m", "11", None)
    assert "9SS+5m" in extract_text(io.BytesIO(files.pdf))


def _sequence_rows(book: object) -> dict[str, datetime]:
    sheet = book["Sequence"]  # type: ignore[index]
    rows = list(sheet.iter_rows(values_only=True))
    header = next(place for place, row in enumerate(rows) if row[0] in ("No.", "Number"))
    start = next(place for place, title in enumerate(rows[header]) if str(title).startswith("Start"))
    return {str(row[0]): row[start] for row in rows[header + 1 :] if row[0]}


def test_imported_text_stays_text(local_world: World) -> None:
    packet = issue_packet(local_world.workplace, local_world.window_id, "preliminary").value
    book = load_workbook(io.BytesIO(read_packet(local_world.workplace, packet.id or 0).xlsx))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert NASTY_TITLE in {cell.value for cell in cells}


def test_the_next_packet_tells_what_changed(world: World) -> None:
    issue_packet(world.workplace, world.window_id, "preliminary")
    with world.workplace.write() as unit:
        left, planned = (unit.get(Change, world.changes[place].id or 0) for place in (3, 6))
        unit.save(replace(left, state=type(left.state).WITHDRAWN), "out")
        unit.save(replace(planned, backout_plan="Restore", verification_plan="Smoke test"))
        window = unit.get(MaintenanceWindow, world.window_id)
        unit.save(replace(window, ends_at=window.ends_at + timedelta(hours=1)))
        unit.commit()
    world.clock.now += timedelta(hours=5)
    document = packet_document(packet_source(world.workplace, world.window_id, "final"))
    assert document.differences is not None
    said = [(line.kind, line.change_key) for line in document.differences.lines]
    assert ("removed", left.key) in said
    assert ("moved", "") in said
    texts = [line.text for line in document.differences.lines if line.change_key == planned.key]
    assert any("Backout and verification plans: not met → met" in text for text in texts), texts
    assert document.differences.previous_hash == packets_of(world.workplace, world.window_id)[0].sha256


def test_a_packet_without_changes_between_says_so(local_world: World) -> None:
    issue_packet(local_world.workplace, local_world.window_id, "preliminary")
    document = packet_document(packet_source(local_world.workplace, local_world.window_id, "preliminary"))
    assert document.differences is not None
    assert document.differences.lines == ()


def test_who_must_attend_and_why(local_world: World) -> None:
    document = packet_document(packet_source(local_world.workplace, local_world.window_id, "final"))
    whys = {one.name: one.why for one in document.attendees}
    assert whys["Quinn Abara"] == "answers for the tests"
    assert whys["Player 0 Кузнецова"].startswith("leads the meeting; plays in 10 activities, first Sat 22:00")
    assert "business owner of Payments ledger (tier 1)" in whys["Ola Dahl"]


def test_the_agenda_takes_open_changes_first_then_by_risk(local_world: World) -> None:
    source = packet_source(local_world.workplace, local_world.window_id, "final")
    document = packet_document(source)
    scores = {change.key: change.risk_score for change in source.changes}
    changes = [item for item in document.agenda if item.change_key]
    is_open = ["missing" in item.note or "conflict" in item.note for item in changes]
    assert is_open == sorted(is_open, reverse=True)
    for flag in (True, False):
        part = [scores[item.change_key] for item, one in zip(changes, is_open, strict=True) if one is flag]
        assert part == sorted(part, reverse=True)
    assert [block.key for block in document.changes] == [item.change_key for item in changes]


def test_an_empty_window_makes_a_packet_too(local_url: str) -> None:
    world = make_packet_world(local_url, changes=1)
    with world.workplace.write() as unit:
        change = unit.get(Change, world.changes[0].id or 0)
        unit.save(replace(change, state=type(change.state).WITHDRAWN))
        unit.commit()
    source = packet_source(world.workplace, world.window_id, "final")
    assert go_line(source) == "Nothing to decide: no change is planned for this window."
    assert issue_packet(world.workplace, world.next_window.id or 0, "final").value.pages > 0
    world.workplace.close()


def test_the_mail_draft_goes_to_who_must_attend_with_both_files(local_world: World) -> None:
    packet = issue_packet(local_world.workplace, local_world.window_id, "preliminary").value
    draft = email.message_from_bytes(
        mail_draft(local_world.workplace, packet.id or 0), policy=email.policy.default
    )
    names = [part.get_filename() for part in draft.iter_attachments()]  # type: ignore[attr-defined]
    stem = file_stem(local_world.window, "preliminary")
    assert names == [f"{stem}.pdf", f"{stem}.xlsx"]
    assert "player1@example.org" in draft["To"]
    attached = next(draft.iter_attachments()).get_payload(decode=True)  # type: ignore[attr-defined]
    assert hashlib.sha256(attached).hexdigest() == packet.sha256


def test_file_names_never_come_from_imported_text(local_world: World) -> None:
    window = replace(local_world.window, title="../../x")
    assert file_stem(window, "final") == f"2026-11-28-window-{window.id}-final-packet"


def test_refuses_what_is_not_there(local_world: World, tmp_path: object) -> None:
    with pytest.raises(MissingRecordError):
        issue_packet(local_world.workplace, 999, "final")
    with pytest.raises(RefusedError, match="preliminary or final"):
        issue_packet(local_world.workplace, local_world.window_id, "weekly")  # type: ignore[arg-type]
    with pytest.raises(MissingRecordError):
        read_packet(local_world.workplace, 4)
    from pathlib import Path

    with pytest.raises(RefusedError, match="no packet file"):
        save_packet_file(local_world.workplace, 1, Path("packet.docx"))
