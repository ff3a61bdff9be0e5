"""A few cells of each column, whether the rows are held or kept in a file."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.importing.proposing.samples import samples_of
from app.importing.spool import Row, SpooledRows
from app.importing.table import Table

HEADERS = ("Key", "State", "Label", "Label", "Empty")
ROWS: list[Row] = [("A-1", "New", "", "blue", ""), ("A-2", "New", "red", "", ""), ("A-3", "Done", "", "", "")]


def spooled(rows: list[Row]) -> SpooledRows:
    """The rows in a file, one by one."""
    made = SpooledRows()
    for row in rows:
        made.add([list(row)])
    made.fit(len(HEADERS))
    return made


@pytest.mark.parametrize("rows", [ROWS, spooled(ROWS)])
def test_different_cells_of_each_column_in_the_order_of_the_rows(rows: Sequence[Row]) -> None:
    found = samples_of(Table("utf-8", ",", HEADERS, rows, [2, 3, 4]), 2)
    assert found == {"Key": ("A-1", "A-2"), "State": ("New", "Done"), "Label": ("blue", "red"), "Empty": ()}


def test_only_the_first_filled_cells_are_looked_at() -> None:
    rows: list[Row] = [("same",)] * 200 + [("other",)]
    assert samples_of(Table("utf-8", ",", ("One",), rows, range(201)), 3) == {"One": ("same",)}
