"""What is told of a list's columns, in one sentence."""

from __future__ import annotations

import pytest

from app.ui.imports.column_lines import ColumnLine, told_of_columns
from app.ui.imports.draft import LEFT_OUT


@pytest.mark.parametrize(
    ("kind", "fields", "told"),
    [
        ("changes", ("key", "title"), "2 columns go to fields"),
        ("changes", ("key", ""), "1 column goes to a field, 1 is kept as it is"),
        (
            "changes",
            ("key", "", "", LEFT_OUT),
            "1 column goes to a field, 2 are kept as they are, 1 is left out",
        ),
        ("changes", ("key", LEFT_OUT, LEFT_OUT), "1 column goes to a field, 2 are left out"),
        ("windows", ("title",), "1 column goes to a field"),
        ("windows", ("title", "", ""), "1 column goes to a field, 2 are left out"),
    ],
)
def test_only_what_there_is_is_told(kind: str, fields: tuple[str, ...], told: str) -> None:
    lines = [ColumnLine("Column", 1, "", field, "", ("", ""), "") for field in fields]
    assert told_of_columns(kind, lines) == told


def test_columns_of_one_name_are_counted_as_the_file_has_them() -> None:
    fields = (("key", 1), ("tickets", 214), ("", 3))
    lines = [ColumnLine("Column", times, "", field, "", ("", ""), "") for field, times in fields]
    assert told_of_columns("changes", lines) == "215 columns go to fields, 3 are kept as they are"
