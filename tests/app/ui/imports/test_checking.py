"""The page of the dry run: conflicts are settled, people added, rejected rows saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.register import Person
from app.domain.windows import MaintenanceWindow
from app.services.workplace import Workplace
from app.store.reading import find
from app.ui.imports.check_lines import counts_of, notes_of
from app.ui.imports.draft import Step
from app.ui.imports.screen import ImportScreen
from app.ui.widgets import Chip
from app.ui.widgets.records import TONE_ROLE
from tests.app.services.imports.test_undo import edit
from tests.app.ui.imports.acting import HEADER, PATIENCE, changes, choose, import_all, step_on, write


def test_what_both_changed_is_settled_field_by_field(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    other = "CHG-2,Move,Ada,New,Restore\n"
    import_all(screen, qtbot, write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n" + other))
    edit(workplace, "CHG-1", title="Patch tonight")
    screen.begin_again()
    second = HEADER + "CHG-1,Patch both,Ada,New,Restore\n" + other
    choose(screen, qtbot, write(tmp_path, second, "second.csv"))
    step_on(screen, qtbot, Step.MAP)
    step_on(screen, qtbot, Step.CHECK)
    page = screen.check_page
    assert page.current == "conflicts"
    page.conflicts.chosen.emit(page.conflicts_model.lines[0], "list")
    assert screen.footer.next.text() == "Import 1 record"
    page.part("unchanged").click()
    assert page.part("unchanged").text() == "Unchanged  1"
    assert [line.key for line in page.model.lines] == ["CHG-2"]
    step_on(screen, qtbot, Step.DONE)
    assert changes(workplace)["CHG-1"].title == "Patch both"


def test_rejected_rows_are_saved_with_their_reason(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\nCHG-1,=1+1,Ada,New,Restore\n")
    choose(screen, qtbot, path)
    step_on(screen, qtbot, Step.MAP)
    step_on(screen, qtbot, Step.CHECK)
    out = tmp_path / "rejected.csv"
    screen.chooser.write_rejects(screen.current_draft(), out)
    qtbot.waitUntil(lambda: out.exists() and screen.context.jobs.is_idle(), timeout=PATIENCE)
    lines = out.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("Row,Column,Reason,Key,Title")
    assert "same key" in lines[1]
    assert "'=1+1" in lines[1]


def test_people_the_register_does_not_know_are_added_where_wanted(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = "CHG-1,Patch,Ana Ruiz,New,Restore\nCHG-2,Move,Bo Li,New,Back\n"
    choose(screen, qtbot, write(tmp_path, HEADER + rows))
    step_on(screen, qtbot, Step.MAP)
    step_on(screen, qtbot, Step.CHECK)
    page = screen.check_page
    page.part("people").click()
    rows_shown = screen.rows.table
    tones = [rows_shown.lines.index(0, at).data(TONE_ROLE) for at in (2, 3)]
    assert tones == ["muted", "text"]  # their names are seen in the file
    assert not rows_shown.selectionModel().hasSelection()
    assert [line.person.name for line in page.people_model.lines] == ["Ana Ruiz", "Bo Li"]
    page.add_everybody.click()
    assert all(line.is_added for line in page.people_model.lines)
    page.people.chosen.emit(page.people_model.lines[1], "text")
    assert [line.is_added for line in page.people_model.lines] == [True, False]
    step_on(screen, qtbot, Step.DONE)
    with workplace.read() as connection:
        assert [one.name for one in find(connection, Person)] == ["Ana Ruiz"]
    assert changes(workplace)["CHG-1"].owner_id is not None
    assert "1 person added" in " ".join(one.text() for one in screen.done_page.findChildren(Chip))


def to_check(screen: ImportScreen, qtbot: QtBot, path: Path) -> None:
    """Bring a list to its dry run."""
    choose(screen, qtbot, path)
    step_on(screen, qtbot, Step.MAP)
    step_on(screen, qtbot, Step.CHECK)


def test_what_another_desk_changed_meanwhile_is_compared_again(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    """The person is told by name, sees what stands now, and nothing was overwritten."""
    import_all(screen, qtbot, write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n"))
    screen.begin_again()
    to_check(screen, qtbot, write(tmp_path, HEADER + "CHG-1,Patch both,Ada,New,Restore\n", "second.csv"))
    notices: list[str] = []
    screen.context.noticed.connect(lambda notice: notices.append(notice.text))
    edit(workplace, "CHG-1", title="Patch tonight")
    screen.next()
    page = screen.check_page
    qtbot.waitUntil(lambda: page.current == "conflicts" and not screen.work.is_busy, timeout=PATIENCE)
    assert notices == [
        "CHG-1 was changed by somebody else since this list was compared. "
        "Nothing was imported; it was compared again."
    ]
    assert page.conflicts_model.lines[0].conflict.on_the_desk == "Patch tonight"
    step_on(screen, qtbot, Step.DONE)
    assert changes(workplace)["CHG-1"].title == "Patch tonight"


def test_another_window_for_new_changes_is_another_dry_run(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    """What may not go into the window is told before it is stored, and what was settled stays settled."""
    import_all(screen, qtbot, write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n"))
    edit(workplace, "CHG-1", title="Patch tonight")
    starts = datetime(2026, 3, 7, 21, tzinfo=UTC)
    with workplace.write() as work:
        window = MaintenanceWindow("Weekly", starts, starts + timedelta(hours=8), "Europe/Berlin")
        window = work.add(replace(window, capacity_deployments=1))
        work.commit()
    screen.begin_again()
    rows = "CHG-1,Patch both,Ada,New,Restore\nCHG-2,One,Ada,New,Restore\nCHG-3,Two,Ada,New,Restore\n"
    to_check(screen, qtbot, write(tmp_path, HEADER + rows, "second.csv"))
    page = screen.check_page
    page.conflicts.chosen.emit(page.conflicts_model.lines[0], "list")
    QTest.mouseClick(page.part("new"), Qt.MouseButton.LeftButton)
    assert not page.part("notes").isVisible()
    page.window_box.setCurrentIndex(page.window_box.findData(window.id))
    page.window_box.activated.emit(page.window_box.currentIndex())
    qtbot.waitUntil(lambda: page.part("notes").isVisible() and not screen.work.is_busy, timeout=PATIENCE)
    assert page.current == "new"
    told = screen.current_draft().checked
    assert told is not None
    assert any("Not put on Weekly" in one and "CHG-3" in one for one in told.planned.conversion.warnings)
    assert screen.footer.next.text() == "Import 3 records"
    screen.next()
    qtbot.waitUntil(lambda: screen.step is Step.DONE, timeout=PATIENCE)
    assert changes(workplace)["CHG-1"].title == "Patch both"
    assert {key: one.window_id for key, one in changes(workplace).items() if key != "CHG-1"} == {
        "CHG-2": window.id,
        "CHG-3": None,
    }


def test_the_file_shows_the_row_of_the_part_that_is_looked_at(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = "".join(f"CHG-{number},Patch,Ada,New,Restore\n" for number in range(30))
    to_check(screen, qtbot, write(tmp_path, f"{HEADER}{rows},Nameless,Ada,New,x\n"))
    page, file = screen.check_page, screen.rows.table
    assert (page.current, file.currentIndex().row()) == ("rejected", 30)
    for name, row in (("new", 0), ("rejected", 30)):
        QTest.mouseClick(page.part(name), Qt.MouseButton.LeftButton)
        assert (page.current, file.currentIndex().row()) == (name, row)


def test_the_arrows_through_the_parts_take_the_row_of_the_file_along(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = "".join(f"CHG-{number},Patch,Ada,New,Restore\n" for number in range(30))
    to_check(screen, qtbot, write(tmp_path, f"{HEADER}{rows},Nameless,Ada,New,x\n"))
    page, file = screen.check_page, screen.rows.table
    page.part("rejected").setFocus()
    marked = []
    for _ in range(3):
        QTest.keyClick(page.part(page.current), Qt.Key.Key_Left)
        marked.append((page.current, [one.row() for one in file.selectionModel().selectedRows()]))
    assert marked == [("unchanged", []), ("changed", []), ("new", [0])]


def test_what_was_said_once_for_all_rows_is_named_as_on_the_screen(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(screen, qtbot, write(tmp_path, "Build number;Commit;Status\n1041;9fceb02d;SUCCESS\n"))
    step_on(screen, qtbot, Step.MAP)
    QTest.keyClicks(screen.map_page.said_once.answer("change_key"), "CHG-404")
    step_on(screen, qtbot, Step.CHECK)
    page = screen.check_page
    assert (page.current, page.model.index(0, 1).data()) == ("rejected", "Change")


def test_a_key_held_down_does_not_go_on_until_all_is_stored(screen: ImportScreen) -> None:
    shortcuts = screen.findChildren(QShortcut)
    assert shortcuts
    assert not [one for one in shortcuts if one.autoRepeat()]


def test_a_note_is_read_to_its_end(screen: ImportScreen, qtbot: QtBot, tmp_path: Path) -> None:
    """Why something does not go where the list says stands at the end of a long sentence."""
    owners = " and ".join(f"Ann Number{number} of the team with the long name" for number in range(8))
    with_title = HEADER.replace("Title,", "")
    to_check(screen, qtbot, write(tmp_path, f'{with_title}CHG-1,"{owners}",New,Restore\n'))
    page = screen.check_page
    QTest.mouseClick(page.part("notes"), Qt.MouseButton.LeftButton)
    notes = page.notes
    assert notes.isVisible()
    assert notes.notes == list(notes_of(screen.current_draft()))
    assert notes.count() == counts_of(screen.current_draft())["notes"]
    notes.addItem("A sentence of many words goes on. " * 20)
    heights = [notes.visualItemRect(notes.item(place)).height() for place in (0, notes.count() - 1)]
    assert heights[1] > 2 * heights[0]
    assert not notes.horizontalScrollBar().isVisible()


def test_what_was_settled_stays_so_through_a_step_back_unless_the_conflict_is_another(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    import_all(screen, qtbot, write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n"))
    edit(workplace, "CHG-1", title="Patch tonight")
    screen.begin_again()
    to_check(screen, qtbot, write(tmp_path, HEADER + "CHG-1,Patch both,Ada,New,Restore\n", "second.csv"))
    page = screen.check_page
    page.conflicts.chosen.emit(page.conflicts_model.lines[0], "list")
    screen.back()
    step_on(screen, qtbot, Step.CHECK)
    assert page.conflicts_model.lines[0].takes_list
    edit(workplace, "CHG-1", title="Patch tomorrow")
    screen.back()
    step_on(screen, qtbot, Step.CHECK)
    assert not page.conflicts_model.lines[0].takes_list
    assert page.conflicts_model.lines[0].conflict.on_the_desk == "Patch tomorrow"
