"""The last page says where the records are, and what the list did not name."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.services.imports.apply import Imported
from app.services.imports.landings import Landed
from app.ui.imports.done_page import MOST_NOTE_HEIGHT, NOT_WELL, WELL
from app.ui.imports.draft import Step
from app.ui.imports.screen import ImportScreen
from app.ui.imports.texts import landed_sentence
from app.ui.widgets import Chip
from tests.app.ui.imports.acting import HEADER, PATIENCE, choose, import_all, step_on, write


def test_it_says_how_many_wait_and_how_many_are_over(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    """A newcomer who imported two and finds one in the intake would look for the other."""
    rows = "CHG-1,Patch,Ada,New,Restore\nCHG-2,Old,Ada,Closed,Restore\n"
    import_all(screen, qtbot, write(tmp_path, HEADER + rows))
    landed = screen.done_page.landed
    qtbot.waitUntil(landed.isVisible, timeout=PATIENCE)
    words = "Where these changes are: 1 in the intake; 1 over already, as the list says: Ctrl+F finds it."
    assert landed.text() == words


def test_what_the_list_does_not_name_is_told_with_its_title_and_again_at_the_end(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = "CHG-1,Patch,Ada,New,Restore\nCHG-2,Resize,Ada,New,Restore\n"
    import_all(screen, qtbot, write(tmp_path, HEADER + rows))
    screen.begin_again()
    choose(screen, qtbot, write(tmp_path, HEADER + "CHG-1,Patch,Bob,New,Restore\n", "second.csv"))
    step_on(screen, qtbot, Step.MAP)
    step_on(screen, qtbot, Step.CHECK)
    page = screen.check_page
    page.part("gone").click()
    assert [page.model.index(0, at).data() for at in (0, 1)] == ["CHG-2", "Resize"]
    step_on(screen, qtbot, Step.DONE)
    assert "1 not in this list" in [chip.text() for chip in screen.done_page.findChildren(Chip)]


@pytest.mark.parametrize(
    ("landed", "text"),
    [
        (Landed(0, {}, 0), ""),
        (Landed(3, {}, 0), "Where these changes are: 3 in the intake."),
        (Landed(0, {7: 2}, 0), "Where these changes are: 2 on Sat 12 Dec · Weekly."),
        (Landed(1_000, {7: 2, 8: 3}, 0), "Where these changes are: 5 on 2 windows; 1,000 in the intake."),
        (Landed(0, {}, 0, {7: 30}), "Where these activities are: 30 on Sat 12 Dec · Weekly."),
    ],
)
def test_places_in_a_sentence(landed: Landed, text: str) -> None:
    assert landed_sentence(landed, {7: "Sat 12 Dec · Weekly"}) == text


def test_reasons_for_many_windows_leave_the_buttons_in_view(screen: ImportScreen, qtbot: QtBot) -> None:
    reasons = tuple(f"Not put on window {number}: it is full; the next one is too." for number in range(60))
    screen.done_page.show_done(Imported(1, 60, 60, 0, 0, 0, reasons), "list.csv", "Open the board")
    screen.show_step(Step.DONE)
    bottom = screen.done_page.open.mapTo(screen, screen.done_page.open.rect().bottomLeft()).y()
    assert bottom < screen.height()
    assert screen.done_page.not_placed.height() > MOST_NOTE_HEIGHT


def test_rejected_rows_are_saved_from_the_last_page_too(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    """Who went on at once finds them where their number is told."""
    import_all(screen, qtbot, write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n,Nameless,Ada,New,x\n"))
    button = screen.done_page.save_rejects
    assert button.isVisible()
    button.click()
    dialog = next(iter(screen.findChildren(QFileDialog)))
    assert dialog.selectedFiles()[0].endswith("list rejected.csv")
    out = tmp_path / "rejected.csv"
    dialog.fileSelected.emit(str(out))
    qtbot.waitUntil(lambda: out.exists() and screen.context.jobs.is_idle(), timeout=PATIENCE)
    dialog.close()
    assert "The row has no key." in out.read_text(encoding="utf-8-sig")


def test_where_nothing_was_rejected_there_is_nothing_to_save(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    import_all(screen, qtbot, write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n"))
    assert not screen.done_page.save_rejects.isVisible()


@pytest.mark.parametrize(
    ("unchanged", "rejected", "told"),
    [
        (2, 0, "Everything was here already"),
        (1, 1, "Nothing else was new"),
        (0, 2, "No row could be stored"),
    ],
)
def test_it_says_why_nothing_was_stored_and_offers_nothing_to_undo(
    screen: ImportScreen, unchanged: int, rejected: int, told: str
) -> None:
    page = screen.done_page
    page.show_done(Imported(1, 2, 0, 0, unchanged, rejected), "list.csv", "Open the board")
    assert page.headline.text() == told
    assert page.sign == (WELL if unchanged else NOT_WELL)
    assert page.undo.isHidden()
    done = Imported(1, 2, 0, 0, unchanged, rejected, people_added=1)
    page.show_done(done, "list.csv", "Open the board", besides={"person": 1})
    assert not page.undo.isHidden()


def test_what_came_to_the_register_with_a_list_is_told(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    text = "Name,E-mail,Team\nAda Byron,ada@firm.org,Ledger\nBob Stone,bob@firm.org,Gateway\n"
    screen._wanted_kind = "people"
    import_all(screen, qtbot, write(tmp_path, text))
    chips = [chip.text() for chip in screen.done_page.findChildren(Chip) if chip.isVisible()]
    assert chips == ["✓ 2 new", "✓ 2 teams added"]
