"""Cells of a workbook that are merged say the same of each row; formulas without a value are told."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.importing.errors import UnreadableList
from app.importing.reading import merged_cells
from app.importing.reading.files import read_table

PLAN: Sequence[Sequence[object]] = (
    ("Cutover", None, None, None),
    ("Id", "Task", "Owner", "Minutes"),
    ("1", "Stop", "Ada", 60),
    ("2", "Copy", None, None),
    ("3", "Start", None, None),
    ("4", "Check", "Ben", 5),
)


def workbook(rows: Sequence[Sequence[object]], change: Callable[[Worksheet], None]) -> bytes:
    """A workbook with one sheet that was changed."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    change(sheet)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def merged(sheet: Worksheet) -> None:
    """A title over all columns, an owner and a duration of three steps."""
    for place in ("A1:D1", "C3:C5", "D3:D5"):
        sheet.merge_cells(place)


@pytest.mark.parametrize("block", [1 << 20, 300])
def test_a_merged_text_is_said_of_each_row_and_a_number_of_the_first(
    monkeypatch: pytest.MonkeyPatch, block: int
) -> None:
    monkeypatch.setattr(merged_cells, "_BLOCK", block)
    table = read_table(workbook(PLAN, merged))
    assert table.headers == ("Id", "Task", "Owner", "Minutes")
    assert [row[2:] for row in table.rows] == [("Ada", "60"), ("Ada", ""), ("Ada", ""), ("Ben", "5")]
    assert "2 cells are merged with the one above, and read as saying the same." in table.warnings


def test_formulas_that_were_never_calculated_are_told() -> None:
    def with_formulas(sheet: Worksheet) -> None:
        sheet["B3"] = '=CONCATENATE("a","b")'

    table = read_table(workbook(PLAN, with_formulas))
    assert table.rows[0][1] == ""
    (told,) = (one for one in table.warnings if "formula" in one)
    assert told.startswith("1 cell holds a formula without a value, and is read as empty.")


def test_a_formula_with_a_value_is_that_value() -> None:
    data = workbook(PLAN, lambda sheet: sheet.__setitem__("B3", "=1"))
    calculated = {b"<v />": b"<v>7</v>", b"<v></v>": b"<v>7</v>", b"<v/>": b"<v>7</v>"}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            for empty, value in calculated.items() if "sheet1" in name else ():
                content = content.replace(empty, value)
            after.writestr(name, content)
    table = read_table(out.getvalue())
    assert not any("formula" in one for one in table.warnings)


def test_a_workbook_of_another_format_is_told_by_its_name() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("xl/workbook.bin", b"\x00")
    with pytest.raises(UnreadableList, match="xlsb"):
        read_table(data.getvalue())
