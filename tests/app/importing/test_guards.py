"""Cells that programs guard against being taken for formulas mean what is inside."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.importing.reading import gathering as gathering_module
from app.importing.reading.files import read_table
from app.importing.reading.guards import unguarded
from exports.documents import Column, TableDocument
from exports.tables import render_csv


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("'=1+1", "=1+1"),
        ("'-don't restart", "-don't restart"),
        ("'@ops", "@ops"),
        ("'\tindented", "\tindented"),
        ('="007"', "007"),
        ('="say ""go"""', 'say "go"'),
        ('=""', ""),
        ("'-v' is gone", "'-v' is gone"),
        ("'quoted'", "'quoted'"),
        ("'", "'"),
        ('="a"&"b"', '="a"&"b"'),
        ("=1+1", "=1+1"),
        ('="', '="'),
        ("it's", "it's"),
        ("", ""),
    ],
)
def test_what_a_guarded_cell_says(cell: str, text: str) -> None:
    assert unguarded(cell) == text


@pytest.mark.parametrize("is_spooled", [False, True])
def test_a_list_is_read_without_guards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_spooled: bool
) -> None:
    monkeypatch.setattr(gathering_module, "_HELD_BYTES", 0 if is_spooled else 200_000_000)
    table = read_table(b'="Key","=""Title"""\n="A-1",\'-remove it\n"=""A-2""",two\n')
    assert table.headers == ("Key", "Title")
    assert list(table.rows) == [("A-1", "-remove it"), ("A-2", "two")]


def test_a_list_of_the_desk_is_read_as_it_was_written() -> None:
    texts = ["=1+1", "-remove", "+49 30", "@ops", "\tindented", "it's", "'quoted'"]
    document = TableDocument("List", (Column("Key"), Column("Title")), tuple((f"A-{t}", t) for t in texts))
    assert [row[1] for row in read_table(render_csv(document)).rows] == texts
