"""A record model changes by rows, keeps selections, and copies what is shown."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from app.ui.theme import Preference, Theme
from app.ui.widgets import Column, RecordModel, RecordTable


@dataclass(frozen=True)
class Row:
    key: int
    name: str


def columns():
    return [
        Column("key", "Key", lambda row: str(row.key), sort=lambda row: row.key),
        Column("name", "Name", lambda row: row.name, chips=lambda row: [(row.name, "met")]),
    ]


def model_of(rows):
    model = RecordModel(columns(), lambda row: row.key)
    model.set_records(rows)
    return model


lists = st.lists(st.builds(Row, st.integers(0, 12), st.text("ab", max_size=2)), unique_by=lambda row: row.key)


@settings(max_examples=60, deadline=None)
@given(lists, lists, st.booleans())
def test_any_list_becomes_any_other_by_rows(before, after, is_sorted):
    model = model_of(before)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    if is_sorted:
        model.sort(0, Qt.SortOrder.DescendingOrder)
    model.set_records(after)
    expected = sorted(after, key=lambda row: -row.key) if is_sorted else after
    assert list(model.records) == expected


def test_selection_stays_with_its_record(qtbot):
    assert issubclass(RecordModel, QAbstractItemModel)
    model = model_of([Row(1, "a"), Row(2, "b"), Row(3, "c")])
    table = RecordTable(Theme(Preference.LIGHT), model, "Rows")
    qtbot.addWidget(table)
    assert table.select_key(2)
    model.set_records([Row(9, "z"), Row(2, "changed"), Row(1, "a")])
    assert table.selected_records() == [Row(2, "changed")]


def test_search_and_update(qtbot):
    model = model_of([Row(1, "core"), Row(2, "web")])
    model.set_search("CO")
    assert model.records == (Row(1, "core"),)
    model.update_records([Row(3, "cocoa")], removed=[1])
    assert (model.records, model.total) == ((Row(3, "cocoa"),), 2)


def test_copy_gives_rows_as_tsv_without_breaks(qtbot):
    table = RecordTable(Theme(Preference.LIGHT), model_of([Row(1, "a\tb\nc")]), "Rows")
    qtbot.addWidget(table)
    table.selectAll()
    table.copy_selected()
    assert QGuiApplication.clipboard().text() == "Key\tName\n1\ta b c"


def test_chips_are_spoken():
    model = model_of([Row(1, "Build")])
    assert model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Build: met"


@pytest.mark.parametrize(("column", "expected"), [(0, [1, 2]), (1, [2, 1])])
def test_sorting_by_column(column, expected):
    model = model_of([Row(1, "b"), Row(2, "a")])
    model.sort(column)
    assert [row.key for row in model.records] == expected


def test_columns_share_a_narrow_table_and_come_back_in_a_wide_one(qtbot, tmp_path):
    wide = [Column(name, name, lambda row: row.name, width=200) for name in "abcde"]
    model = RecordModel(wide, lambda row: row.key)
    model.set_records([Row(1, "x")])
    table = RecordTable(Theme(Preference.LIGHT), model, "Rows")
    qtbot.addWidget(table)
    table.resize(500, 200)
    table.show()
    assert table.horizontalScrollBar().maximum() == 0
    assert not table.isColumnHidden(2)
    assert table.isColumnHidden(4)
    table.select_key(1)
    table.copy_selected()
    assert QGuiApplication.clipboard().text() == "a\tb\tc\td\te\nx\tx\tx\tx\tx"
    settings = QSettings(str(tmp_path / "columns.ini"), QSettings.Format.IniFormat)
    table.save_columns(settings, "rows")
    table.restore_columns(settings, "rows")
    table.resize(1200, 200)
    assert [table.isColumnHidden(place) for place in range(5)] == [False] * 5
    assert [table.columnWidth(place) for place in range(4)] == [200] * 4


def test_home_and_end_go_to_the_first_and_last_row(qtbot):
    table = RecordTable(Theme(Preference.LIGHT), model_of([Row(1, "a"), Row(2, "b"), Row(3, "c")]), "Rows")
    qtbot.addWidget(table)
    table.select_key(2)
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.selected_records() == [Row(3, "c")]
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.selected_records() == [Row(1, "a")]
