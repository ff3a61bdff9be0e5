"""What a person does on the packets screen: read the preview, issue, read it back, save it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from app.services.packets import packets_of
from app.ui.context import DeskContext
from app.ui.packets.screen import PacketsScreen
from tests.app.services.board_world import World

PATIENCE = 20_000


@pytest.fixture
def screen(context: DeskContext, world: World, qtbot: QtBot) -> PacketsScreen:
    """The screen with its preview drawn."""
    made = PacketsScreen(context)
    qtbot.addWidget(made)
    context.announcer.records_changed.connect(made.refresh)
    made.resize(1440, 900)
    made.show()
    made.activate(world.window_id)
    qtbot.waitUntil(lambda: made.pages.page_count > 0, timeout=PATIENCE)
    return made


def issue(screen: PacketsScreen, qtbot: QtBot) -> None:
    """Issue and wait until the issued packet is shown and listed."""
    screen.issue()
    qtbot.waitUntil(lambda: len(screen.table.records.records) == 1, timeout=PATIENCE)
    qtbot.waitUntil(lambda: screen._save_pdf.isEnabled(), timeout=PATIENCE)
    qtbot.waitUntil(screen.context.jobs.is_idle, timeout=PATIENCE)


def test_previews_with_an_outline_and_stores_nothing(screen: PacketsScreen, world: World) -> None:
    assert "Readiness" in screen.pages.section_titles()
    assert screen._caption.text().startswith("Preview, not issued.")
    assert packets_of(world.workplace, world.window_id) == ()
    assert not screen._save_pdf.isEnabled()
    assert "Issue the packet first" in screen._save_pdf.toolTip()


def test_issues_lists_and_saves_exactly_what_was_issued(
    screen: PacketsScreen, world: World, qtbot: QtBot, tmp_path: Path
) -> None:
    issue(screen, qtbot)
    packet = packets_of(world.workplace, world.window_id)[0]
    assert packet.sha256[:12] in screen._caption.text()
    out = tmp_path / "packet.pdf"
    screen.save(out)
    qtbot.waitUntil(out.exists, timeout=PATIENCE)
    assert hashlib.sha256(out.read_bytes()).hexdigest() == packet.sha256


def test_prints_the_pages_asked_for(screen: PacketsScreen, qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(1, 3)
    screen.pages.print_on(printer)
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert printed.startswith(b"%PDF")
    assert b"/Count 3" in printed


def test_another_meeting_draws_another_preview(screen: PacketsScreen, qtbot: QtBot) -> None:
    before = screen._caption.text()
    screen._meeting._group.button(1).click()
    qtbot.waitUntil(lambda: screen._caption.text() != before, timeout=PATIENCE)
    assert "No-go as it stands" in screen._caption.text()


def test_without_a_window_it_says_what_to_do_first(context: DeskContext, qtbot: QtBot) -> None:
    screen = PacketsScreen(context)
    qtbot.addWidget(screen)
    screen.activate(None)
    assert screen._stack.currentWidget() is screen._empty
    assert not screen._issue.isEnabled()
