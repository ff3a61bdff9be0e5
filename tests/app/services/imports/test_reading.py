"""Lists read as a person says, whether they are held or read from their file."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from app.services.imports.reading import ReadingChoice, read_as

LETTERS = "Störung für Büro"
PLAIN = f"Key;Title;Owner\nCHG-1;Patch;Ada\nCHG-2;{LETTERS};Ben\n"
WITH_PARTS = f"First name;Last name;E-mail\nZoë;Weiß;a@example.org\nLucie;{LETTERS};b@example.org\n"
"""A list that is set right as it is read: a column for the whole name is put beside its parts."""
DECLARED = f"sep=,\n{PLAIN}"


@pytest.mark.parametrize("is_file", [True, False])
@pytest.mark.parametrize(
    ("text", "choice", "encoding", "headers", "first", "numbers"),
    [
        (PLAIN, ReadingChoice(encoding="cp850"), "cp850", 3, "Key", [2, 3]),
        (PLAIN, ReadingChoice(delimiter=";"), "cp1252", 3, "Key", [2, 3]),
        (PLAIN, ReadingChoice(delimiter=","), "cp1252", 1, "Key;Title;Owner", [2, 3]),
        (PLAIN, ReadingChoice(delimiter=";", header_row=2), "cp1252", 3, "CHG-1", [3]),
        (PLAIN, ReadingChoice(header_row=0), "cp1252", 3, "Column 1", [1, 2, 3]),
        (WITH_PARTS, ReadingChoice(encoding="cp850"), "cp850", 4, "Full name", [2, 3]),
        (WITH_PARTS, ReadingChoice("cp1252", ";"), "cp1252", 4, "Full name", [2, 3]),
        (DECLARED, ReadingChoice(delimiter=";"), "cp1252", 3, "Key", [3, 4]),
    ],
)
def test_what_a_person_says_of_a_list_holds(
    tmp_path: Path,
    is_file: bool,
    text: str,
    choice: ReadingChoice,
    encoding: str,
    headers: int,
    first: str,
    numbers: list[int],
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode("cp1252"))
    table = read_as(path if is_file else path.read_bytes(), choice)
    assert (table.encoding, len(table.headers), table.headers[0]) == (encoding, headers, first)
    assert list(table.row_numbers) == numbers
    as_read = LETTERS.encode("cp1252").decode(encoding)
    assert any(as_read in cell for row in table.rows for cell in row)


def test_saying_what_the_columns_end_at_tells_of_no_other_row(tmp_path: Path) -> None:
    assert read_as(PLAIN.encode(), ReadingChoice(delimiter=";")).warnings == ()


TITLE = "Maintenance list of the week\n"
SWAPPED = (
    "Key,Title,Due\nCHG-1,Prüfen,2026-03-11\nCHG-2,Größe,2026-05-04\nCHG-3,Maß,2026-01-12\n"
    "CHG-4,Tür,13/03/2026\nCHG-5,Öl,25/04/2026\nCHG-6,Bär,2026-02-07\n"
)
"""Days and months that a spreadsheet program took for each other, below a line that names nothing."""


@pytest.mark.parametrize("is_workbook", [True, False])
def test_saying_where_the_names_are_loses_nothing_of_what_is_set_right(is_workbook: bool) -> None:
    text = (TITLE + SWAPPED).encode().decode("cp1252")  # letters encoded twice
    data = text.encode() if not is_workbook else workbook([line.split(",") for line in text.splitlines()])
    found, chosen = read_as(data), read_as(data, ReadingChoice(header_row=2))
    for table in (found, chosen):
        assert [row[1:] for row in table.rows][:2] == [("Prüfen", "2026-11-03"), ("Größe", "2026-04-05")]
        assert [("set right" in one) for one in table.warnings].count(True) == 2
        assert not table.as_it_stands


def workbook(rows: list[list[str]]) -> bytes:
    """The rows as a workbook of one sheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
