"""Quotes as programs write them that never read RFC 4180."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.importing.reading import files as reading_module
from app.importing.reading.files import read_file

ROWS = [("A-1", 'Say "go", then wait', "New"), ("A-2", "C:\\new, C:\\", "Done"), ("A-3", "it's", "")]
TEXTS = {
    "as usual": 'Key,Title,Status\nA-1,"Say ""go"", then wait",New\nA-2,"C:\\new, C:\\",Done\nA-3,it\'s,\n',
    "with backslashes": 'Key,Title,Status\n"A-1","Say \\"go\\", then wait","New"\n'
    '"A-2","C:\\new, C:\\ ","Done"\n"A-3","it\'s",""\n',
    "with blanks before them": 'Key, Title, Status\nA-1, "Say ""go"", then wait", New\n'
    'A-2, "C:\\new, C:\\", Done\nA-3, it\'s, \n',
    "of one stroke": "'Key','Title','Status'\n'A-1','Say \"go\", then wait','New'\n"
    "'A-2','C:\\new, C:\\','Done'\n'A-3','it''s',''\n",
}


@pytest.mark.parametrize("is_long", [False, True])
@pytest.mark.parametrize("how", TEXTS)
def test_cells_are_what_stands_in_the_quotes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str, is_long: bool
) -> None:
    monkeypatch.setattr(reading_module, "_WHOLE", 0 if is_long else 8_000_000)
    file = tmp_path / "list.csv"
    file.write_text(TEXTS[how], encoding="utf-8", newline="")
    table = read_file(file)
    assert table.headers == ("Key", "Title", "Status")
    assert [tuple(cell.strip() for cell in row) for row in table.rows] == ROWS
    assert any("they were read so" in told for told in table.warnings) == (how != "as usual")


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ('Key,Title\nA-1,"{""path"": ""C:\\""}"\nA-2,x\n', ("A-1", '{"path": "C:\\"}')),
        ('Key,Title\nA-1,3.5" disk\nA-2,"D:\\"\n', ("A-1", '3.5" disk')),
        ('Key,Title\nA-1,"One, ""two"""\n', ("A-1", 'One, "two"')),
        ("'Key,Title\n'A-1,it's\nA-2,x\n", ("'A-1", "it's")),
    ],
)
def test_quotes_that_are_as_usual_are_read_as_usual(tmp_path: Path, text: str, row: tuple[str, ...]) -> None:
    file = tmp_path / "list.csv"
    file.write_text(text, encoding="utf-8", newline="")
    assert read_file(file).rows[0] == row
