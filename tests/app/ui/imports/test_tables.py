"""Lines drawn by the model of a dry run: each is taken from its list once for all its cells."""

from __future__ import annotations

from collections.abc import Sequence
from time import thread_time
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.ui.imports.tables import Line, LinesModel, LinesTable
from app.ui.theme import Preference, Theme

COLUMNS = (Line("Name", str), Line("Letters", lambda line: str(len(line)), tone=lambda _line: "muted"))


class Counted(Sequence[str]):
    """Texts, with the places that were asked for."""

    def __init__(self, *texts: str) -> None:
        self.texts = texts
        self.asked: list[int] = []

    def __len__(self) -> int:
        return len(self.texts)

    def __getitem__(self, place: Any) -> Any:
        self.asked.append(place)
        return self.texts[place]


def drawn(model: LinesModel) -> list[list[str]]:
    """What the cells say, row by row as a table draws them."""
    return [
        [
            str(model.data(model.index(row, column), role))
            for column in range(model.columnCount())
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        ]
        for row in range(model.rowCount())
    ]


def test_a_line_is_made_once_for_all_its_cells_and_anew_with_other_lines(
    qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    model, lines = LinesModel(COLUMNS), Counted("one", "three")
    model.show_lines(lines)
    assert drawn(model) == [["one", "one", "3", "3"], ["three", "three", "5", "5"]]
    assert lines.asked == [0, 1]
    model.replace_lines(["one", "eleven"])
    assert drawn(model)[1] == ["eleven", "eleven", "6", "6"]
    qtmodeltester.check(model)


def test_other_lines_begin_at_their_first_column(qtbot: QtBot) -> None:
    model = LinesModel(tuple(Line(f"Column {place}", str, 300) for place in range(6)))
    table = LinesTable(Theme(Preference.LIGHT), model, "Lines")
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show()
    model.show_lines(["one"])
    table.horizontalScrollBar().setValue(500)
    model.replace_lines(["two"])
    assert table.horizontalScrollBar().value() == 500  # the same lines said anew stay where they are
    model.show_lines(["three"])
    assert table.horizontalScrollBar().value() == 0


def test_thousands_of_columns_are_laid_out_once_not_once_for_each(qtbot: QtBot) -> None:
    """They took twenty seconds of the window's thread; the time is that of the thread alone."""
    model = LinesModel(())
    table = LinesTable(Theme(Preference.LIGHT), model, "Wide")
    qtbot.addWidget(table)
    table.resize(900, 300)
    table.show()
    columns = [Line(f"Column {number}", str, 100 + number % 50) for number in range(3_000)]
    before = thread_time()
    model.show_lines(range(10), columns)
    QApplication.processEvents()
    assert thread_time() - before < 4
    assert table.horizontalHeader().stretchLastSection()
    assert table.columnWidth(49) == 149
