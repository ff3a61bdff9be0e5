"""Tables copied from web pages: the plain text where it has columns, else the table of the page."""

from __future__ import annotations

import pytest

from app.importing.reading.files import read_table
from app.importing.reading.web_tables import copied_rows, rows_of_page

WIKI = """<html><head><title>Page</title><style>td { color: red }</style></head><body><p>Before</p>
<table><tr><th><p>Key</p></th><th><p>Title</p></th></tr>
<tr><td><p>CHG-1</p></td><td><p>Patch</p><p>and&nbsp;restart</p></td></tr>
<tr><td><p>CHG-2</p></td><td><p>Move &lt;b&gt; &amp; go</p></td></tr></table></body></html>"""
BROKEN = "Key\n\nTitle\n\nCHG-1\n\nPatch\n\nand restart\n\nCHG-2\n\nMove <b> & go\n"


@pytest.mark.parametrize(
    ("page", "rows"),
    [
        (WIKI, [["Key", "Title"], ["CHG-1", "Patch\nand restart"], ["CHG-2", "Move <b> & go"]]),
        ("<p>No table at all</p>", []),
        ("<table></table>", []),
        ("<table><td>loose<td>cells", [["loose", "cells"]]),
        (
            "<table><tr><th colspan=2>Who</th><th>What</th></tr><tr><td>a</td><td>b</td><td>c</td></tr>",
            [["Who", "", "What"], ["a", "b", "c"]],
        ),
        (
            "<table><tr><td rowspan=2>Ada</td><td>1</td></tr><tr><td>2</td></tr>"
            "<tr><td>Bo</td><td>3</td></tr></table>",
            [["Ada", "1"], ["Ada", "2"], ["Bo", "3"]],
        ),
        (
            "<table><tr><td>a</td><td><table><tr><td>x</td><td>y</td></tr></table></td></tr></table>",
            [["a", "x y"]],
        ),
        ("<table><tr><td rowspan=-3 colspan=zz>a</td><td colspan=99999999>b</td></tr></table>", None),
    ],
)
def test_cells_stand_where_they_are_seen(page: str, rows: list[list[str]] | None) -> None:
    found = rows_of_page(page)
    assert found == rows or (rows is None and found[0][:2] == ["a", "b"] and len(found[0]) <= 1_001)


def test_the_largest_of_several_tables_is_meant() -> None:
    small = "<table><tr><td>Menu</td></tr></table>"
    assert rows_of_page(small + WIKI)[0] == ["Key", "Title"]


def test_text_that_lost_its_columns_gives_way_to_the_table() -> None:
    table = read_table(copied_rows(BROKEN, WIKI))
    assert table.headers == ("Key", "Title")
    assert [tuple(row) for row in table.rows] == [
        ("CHG-1", "Patch\nand restart"),
        ("CHG-2", "Move <b> & go"),
    ]


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("Key\tTitle\nCHG-1\tPatch\n", WIKI),
        ("Key;Title\nCHG-1;Patch\n", ""),
        (
            "Key;Title\nCHG-1;Patch\n",
            "<table><tr><td></td><td>Key;Title</td></tr><tr><td></td><td>CHG-1;Patch</td></tr></table>",
        ),
        ("Key;Title\nCHG-1;Patch\n", "<pre>Key;Title\nCHG-1;Patch\n</pre>"),
    ],
)
def test_text_with_columns_is_taken_as_it_is(text: str, page: str) -> None:
    assert copied_rows(text, page) == text.encode()
