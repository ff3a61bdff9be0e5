"""The lines of a dry run that may be very many."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.windows import MaintenanceWindow
from app.importing.converting.dryrun import ChangedRow, FieldChange
from app.importing.converting.rows import ImportRow
from app.services.windows import create_window
from app.services.workplace import Workplace
from app.ui.imports.draft import Step
from app.ui.imports.dry_lines import ChangeLines
from app.ui.imports.screen import ImportScreen
from tests.app.ui.imports.acting import HEADER, changes, choose, step_on, write


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


def test_what_is_told_of_steps_by_other_columns_is_shown(
    screen: ImportScreen, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    opens = workplace.clock() + timedelta(days=3)
    create_window(workplace, MaintenanceWindow("Cutover", opens, opens + timedelta(hours=8), "UTC"))
    head = "ID,Task Name,Start,Duration,Predecessors,% Complete\n"
    steps = f"1,Stop,{opens.isoformat()},10m,,100%\n2,Go/No-Go,{opens.isoformat()},0m,1,0%\n"
    screen._wanted_kind = "activities"
    choose(screen, qtbot, write(tmp_path, head + steps))
    for step in (Step.MAP, Step.CHECK):
        step_on(screen, qtbot, step)
    model = screen.check_page.model
    titles = [column.title for column in model.columns]
    shown = [
        [model.index(row, titles.index(title)).data() for row in range(2)]
        for title in ("State", "Go/no-go point")
    ]
    assert shown[0] == ["Done", "Planned"]
    assert shown[1] == ["–", "Yes"]


@pytest.mark.parametrize(
    ("text", "keeps"),
    [
        ("Key,Title,Rack\nCHG-1,Patch,R4\n", True),
        ("Name,CI type,Rack\nsrv-1,Server,R4\n", False),
    ],
)
def test_other_columns_are_shown_only_where_they_are_stored(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path, text: str, keeps: bool
) -> None:
    choose(screen, qtbot, write(tmp_path, text))
    for step in (Step.MAP, Step.CHECK):
        step_on(screen, qtbot, step)
    titles = [column.title for column in screen.check_page.model.columns]
    assert ("Other columns" in titles) is keeps


def test_no_title_of_a_column_is_cut(screen: ImportScreen, qtbot: QtBot, tmp_path: Path) -> None:
    rows = "srv-1,Server,srv-2\n"
    choose(screen, qtbot, write(tmp_path, "Name,CI type,Depends on\n" + rows))
    for step in (Step.MAP, Step.CHECK):
        step_on(screen, qtbot, step)
    table = screen.check_page.table
    header = table.horizontalHeader()
    for place, column in enumerate(table.lines.columns):
        assert header.fontMetrics().horizontalAdvance(column.title) < table.columnWidth(place)
        assert column.title in table.lines.headerData(
            place, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
        )
