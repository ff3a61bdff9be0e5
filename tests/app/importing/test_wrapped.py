"""Lists that a spreadsheet program opened with another delimiter and saved are read as they were."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from openpyxl import Workbook

from app.importing.reading import files as reading
from app.importing.reading.files import read_file, read_table
from app.importing.reading.wrapped import PUT_TOGETHER

LIST = """Issue key,Summary,Status,Description
CHG-1,Patch the gateway,To Do,"Steps:
1; stop it
2; patch it"
CHG-2,"Renew, then check",Done,"He said ""now"", twice"
CHG-3,Move the queue,To Do,
"""


def _saved_with(delimiter: str, text: str, empty_columns: int = 6) -> str:
    """What a program makes of a text that takes another delimiter for granted: lines become cells."""
    lines = [next(csv.reader([line], delimiter=delimiter), []) for line in text.splitlines()]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerows([*cells, *[""] * (empty_columns - len(cells))] for cells in lines)
    return out.getvalue()


def _quoted_lines(text: str) -> str:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([line] for line in text.splitlines())
    return out.getvalue()


@pytest.mark.parametrize("wrapped", [_saved_with(";", LIST), _saved_with("\t", LIST), _quoted_lines(LIST)])
def test_lines_saved_as_cells_are_taken_apart(wrapped: str) -> None:
    plain, table = read_table(LIST.encode()), read_table(wrapped.encode())
    assert len(plain.rows) == 3
    assert (table.headers, table.rows, table.delimiter) == (plain.headers, plain.rows, ",")
    assert PUT_TOGETHER in table.warnings


def test_lines_in_the_first_column_of_a_sheet_are_taken_apart() -> None:
    book = Workbook()
    assert book.active is not None
    for line in LIST.splitlines():
        book.active.append([line])
    file = io.BytesIO()
    book.save(file)
    table = read_table(file.getvalue())
    assert table.rows == read_table(LIST.encode()).rows
    assert PUT_TOGETHER in table.warnings


def test_a_long_list_is_taken_apart_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "long.csv"
    file.write_text(_saved_with(";", LIST), encoding="utf-8")
    monkeypatch.setattr(reading, "_WHOLE", 0)
    assert list(read_file(file).rows) == list(read_table(LIST.encode()).rows)


@pytest.mark.parametrize(
    "text",
    [
        LIST,
        "Issue key;;;\nCHG-1;a;b;c\n",
        '"Issue key","Summary"\n"CHG-1","Patch"\n',
        '"Issue key"\n"CHG-1"\n',
        "Title\nPatch the gateway\nMove the queue\n",
        '"Issue key, as the tracker has it",Summary\nCHG-1,Patch\n',
    ],
)
def test_other_lists_are_left_alone(text: str) -> None:
    assert PUT_TOGETHER not in read_table(text.encode()).warnings


_CELL = some.text(some.sampled_from('ab ,;"\n'), max_size=6)


@given(some.lists(some.tuples(_CELL, _CELL), min_size=1, max_size=5))
def test_no_row_is_lost(cells: list[tuple[str, str]]) -> None:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["Issue key", "Summary", "Status", "Description"])
    writer.writerows((f"CHG-{n}", title, "Done", text) for n, (title, text) in enumerate(cells))
    table = read_table(_quoted_lines(out.getvalue()).encode())
    assert [row[0] for row in table.rows] == [f"CHG-{number}" for number in range(len(cells))]
