"""Marks that are no part of a text: of byte order and of the end of a file; pages in another encoding."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.importing.errors import UnreadableList
from app.importing.reading import files as reading_module
from app.importing.reading.files import read_file, read_table

MARK = "\ufeff"
HEADER = "Key,Title\n"


@pytest.mark.parametrize("is_long", [False, True])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "gb18030"])
@pytest.mark.parametrize(
    "text",
    [
        f"{MARK}{MARK}{HEADER}A-1,更新\nA-2,two\n",
        f'{MARK}"{MARK}Key",Title\nA-1,更新\nA-2,two\n',
        f"{MARK}{HEADER}A-1,更新\n{MARK}A-2,two\n",
        f"{MARK}{HEADER}A-1,更新\n{MARK}{HEADER}A-2,two\n",
        f"{MARK}{HEADER}A-1,更新\nA-2,two\n\x1a",
        f"{MARK}{HEADER}A-1,更新\nA-2,two\x1a\x1a",
    ],
)
def test_marks_are_no_part_of_a_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, encoding: str, is_long: bool
) -> None:
    """They stand wherever one file was put behind another, as `copy a.csv+b.csv` does."""
    monkeypatch.setattr(reading_module, "_WHOLE", 0 if is_long else 8_000_000)
    file = tmp_path / "list.csv"
    file.write_bytes(text.encode(encoding))
    table = read_file(file)
    assert table.headers == ("Key", "Title")
    assert list(table.rows) == [("A-1", "更新"), ("A-2", "two")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_a_page_is_refused_in_any_encoding(encoding: str) -> None:
    page = "<html><body><table><tr><td>Key</td><td>Title</td></tr></table></body></html>"
    with pytest.raises(UnreadableList, match="web page"):
        read_table(page.encode(encoding))


def test_a_zero_behind_a_few_rows_makes_no_other_file_of_them() -> None:
    """As the clipboard of Windows may have it."""
    assert list(read_table(b"Key\tTitle\nA-1\tone\x00").rows) == [("A-1", "one")]
