"""What the desk removed and a list still names, on the page of the dry run."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.domain.changes import Ticket
from app.services.change_records import remove_record
from app.services.imports.conflicts import settled
from app.services.workplace import Workplace
from app.store.reading import find
from app.ui.imports.check_lines import counts_of, notes_of
from app.ui.imports.draft import Step
from app.ui.imports.screen import ImportScreen
from tests.app.ui.imports.acting import HEADER, choose, import_all, step_on, write

TICKETS = "Change,Ticket,Title,Status\nCHG-1,T-7,First,Open\nCHG-1,T-8,Second,Open\nCHG-1,T-9,Third,Open\n"


def tickets(workplace: Workplace) -> dict[str, Ticket]:
    with workplace.read() as connection:
        return {one.key: one for one in find(connection, Ticket)}


def agrees(screen: ImportScreen, new: int, unchanged: int) -> None:
    """What is counted and listed is what would be stored, and nothing of it is called a change."""
    assert screen.draft is not None
    assert screen.draft.checked is not None
    counts = counts_of(screen.draft)
    outcome = settled(screen.draft.checked.planned, screen.draft.taken).outcome
    assert (counts["new"], counts["changed"], counts["unchanged"]) == (new, 0, unchanged)
    assert (len(outcome.created), len(outcome.changed), len(outcome.unchanged)) == (new, 0, unchanged)
    for name, number in (("new", new), ("unchanged", unchanged)):
        screen.check_page.show_part(name)
        if number:
            assert len(screen.check_page.model.lines) == number


def test_removed_records_stay_out_unless_they_are_taken_back(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    import_all(screen, qtbot, write(tmp_path, HEADER + "CHG-1,Patch,Ada,New,Restore\n"))
    for _ in ("once", "again"):
        screen.begin_again()
        import_all(screen, qtbot, write(tmp_path, TICKETS, "tickets.csv"))
        for key in ("T-7", "T-8"):
            if key in tickets(workplace):
                remove_record(workplace, tickets(workplace)[key], "entered twice")
    assert set(tickets(workplace)) == {"T-9"}
    screen.begin_again()
    choose(screen, qtbot, write(tmp_path, TICKETS.replace("First,Open", "First,Closed"), "tickets.csv"))
    for step in (Step.MAP, Step.CHECK):
        step_on(screen, qtbot, step)
    page = screen.check_page
    agrees(screen, new=0, unchanged=3)
    page.show_part("removed")
    (line,) = page.removed_model.lines
    assert (line.conflict.key.endswith("T-8"), line.conflict.in_the_source) == (True, "Second")
    page.removed.chosen.emit(line, "list")
    agrees(screen, new=1, unchanged=2)
    page.show_part("conflicts")
    page.take_all.click()
    agrees(screen, new=2, unchanged=1)
    page.show_part("removed")
    page.leave_all.click()
    agrees(screen, new=1, unchanged=2)
    page.show_part("removed")
    page.return_all.click()
    assert screen.draft is not None
    assert not any("left out" in one for one in notes_of(screen.draft))
    step_on(screen, qtbot, Step.DONE)
    assert set(tickets(workplace)) == {"T-7", "T-8", "T-9"}
