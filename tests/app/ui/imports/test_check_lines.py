"""The lines of a dry run that may be very many."""

from __future__ import annotations

import pytest

from app.importing.dryrun import ChangedRow, FieldChange
from app.importing.rows import ImportRow
from app.ui.imports.check_lines import ChangeLines


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
