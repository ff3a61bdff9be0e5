"""Which sheet of a workbook is taken for the list."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import pytest
from openpyxl import Workbook

from app.importing.reading.workbooks import read_sheet

Rows = Sequence[Sequence[str]]
COVER: Rows = [["Change list for December"], [], ["Author", "PMO"], ["Status", "draft"]]
LIST: Rows = [["Change", "What", "When"], ["X-1", "Patch", "2026-12-05"], ["X-2", "Resize", "2026-12-06"]]
NAMES: Rows = [["Name", "Team"], ["Ada", "Shop"], ["Bob", "Shop"]]


def workbook(sheets: Mapping[str, Rows]) -> bytes:
    """A workbook with these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


@pytest.mark.parametrize(
    ("sheets", "taken"),
    [
        ({"Cover": COVER, "Changes": LIST}, "Changes"),
        ({"Changes": LIST, "More": LIST}, "Changes"),
        ({"Empty": [], "Cover": COVER, "Changes": LIST}, "Changes"),
        ({"People": NAMES, "Notes": [["Who is asked"]]}, "People"),
        ({"Cover": COVER}, "Cover"),
    ],
)
def test_the_sheet_that_looks_like_a_list_is_taken(sheets: Mapping[str, Rows], taken: str) -> None:
    found = read_sheet(workbook(sheets))
    assert found.name == taken
    assert found.names == tuple(sheets)


def test_a_sheet_that_is_asked_for_is_taken_whatever_it_holds() -> None:
    assert read_sheet(workbook({"Cover": COVER, "Changes": LIST}), "Cover").rows[0][0] == COVER[0][0]
