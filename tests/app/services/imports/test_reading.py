"""Lists read as a person says, whether they are held or read from their file."""

from __future__ import annotations

from pathlib import Path

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
