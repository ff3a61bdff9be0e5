"""Lists of thousands of columns: the first hundreds tell where the names are, and all columns are read."""

from __future__ import annotations

import pytest

from app.importing.reading.files import read_table

MANY = 2_000


@pytest.mark.parametrize("title", ["", "Export of the week\n"])
def test_names_are_found_above_thousands_of_columns(title: str) -> None:
    names = ",".join(["Key", "Title", "State", *(f"Field {number}" for number in range(MANY))])
    rows = [",".join([f"CHG-{row}", "Patch", "New", *(f"v{row}" for _ in range(MANY))]) for row in range(4)]
    table = read_table((title + "\n".join([names, *rows])).encode())
    assert table.has_header
    assert (len(table.headers), table.headers[:3]) == (MANY + 3, ("Key", "Title", "State"))
    assert [row[0] for row in table.rows] == [f"CHG-{row}" for row in range(4)]
