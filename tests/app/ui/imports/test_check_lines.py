"""The lines of a dry run that may be very many."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.importing.dryrun import ChangedRow, FieldChange
from app.importing.rows import ImportRow
from app.services.workplace import Workplace
from app.ui.imports.draft import Step
from app.ui.imports.dry_lines import ChangeLines
from app.ui.imports.screen import ImportScreen
from tests.app.ui.imports.test_screen import HEADER, changes, choose, step_on, write


def changed(number: int, *fields: str) -> ChangedRow:
    """A row of which these fields change."""
    row = ImportRow(number, f"CHG-{number}", {})
    return ChangedRow(row, tuple(FieldChange(field, "before", "after") for field in fields))


def test_each_changed_field_is_a_line_in_the_order_of_the_rows() -> None:
    lines = ChangeLines([changed(2, "title", "state"), changed(3), changed(4, "owner")])
    assert [(line.row_number, line.change.field) for line in lines] == [
        (2, "title"),
        (2, "state"),
        (4, "owner"),
    ]
    assert (len(lines), len(ChangeLines([]))) == (3, 0)
    assert [line.key for line in lines[1:]] == ["CHG-2", "CHG-4"]
    with pytest.raises(IndexError):
        lines[3]


def test_a_new_change_shows_the_state_it_begins_with_where_the_word_is_not_known(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = "CHG-1,Patch,Ada,Zorgblatt,Restore\nCHG-2,Resize,Ada,Cancelled,Restore\n"
    choose(screen, qtbot, write(tmp_path, HEADER + rows))
    for step in (Step.MAP, Step.CHECK):
        step_on(screen, qtbot, step)
    model = screen.check_page.model
    place = [column.title for column in model.columns].index("State")
    shown = [model.index(row, place).data() for row in range(2)]
    step_on(screen, qtbot, Step.DONE)
    stored = [changes(workplace)[key].state.value.capitalize() for key in ("CHG-1", "CHG-2")]
    assert shown == [f"{stored[0]} (guess)", stored[1]]
    assert stored[0] == "Intake"
