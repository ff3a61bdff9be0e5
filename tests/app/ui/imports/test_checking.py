"""The page of the dry run: conflicts are settled, people added, rejected rows saved."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.domain.register import Person
from app.services.workplace import Workplace
from app.store.reading import find
from app.ui.imports.draft import Step
from app.ui.imports.screen import ImportScreen
from app.ui.widgets import Chip
from tests.app.services.imports.test_undo import edit
from tests.app.ui.imports.acting import HEADER, PATIENCE, changes, choose, import_all, step_on, write


def test_what_both_changed_is_settled_field_by_field(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    import_all(screen, qtbot, write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n"))
    edit(workplace, "CHG-1", title="Patch tonight")
    screen.begin_again()
    choose(screen, qtbot, write(tmp_path, HEADER + "CHG-1,Patch both,Ada,New,Restore\n", "second.csv"))
    step_on(screen, qtbot, Step.MAP)
    step_on(screen, qtbot, Step.CHECK)
    page = screen.check_page
    assert page.current == "conflicts"
    page.conflicts.chosen.emit(page.conflicts_model.lines[0], "list")
    assert screen.footer.next.text() == "Import 1 record"
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
