"""Descriptions that a program wrote as a web page, and titles whose signs it escaped, are read as shown."""

from __future__ import annotations

import pytest

from app.importing.cells.markup import shown
from app.importing.converting.rows import convert
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table

HEADER = "ID,Work Item Type,Title,State,Area Path,Description\n"


def _values(text: str, field: str) -> list[object]:
    table = read_table(text.encode())
    return [row.values[field] for row in convert(table, propose(table).mapping, "UTC").rows]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("<div>One</div><div>Two &amp; three</div>", "One\nTwo & three"),
        ("<p>First</p>\n<ul><li>a</li>\n<li>b</li></ul>", "First\n- a\n- b"),
        ('<a href="https://x/1">Link</a><br/>After', "Link\nAfter"),
        ("<style>p {color: red}</style><p>Shown&nbsp;too</p><!-- not -->", "Shown too"),
        ("<p>if a < b and b > c</p>", "if a < b and b > c"),
        ("<p>broken <b", "broken <b"),
        ("", ""),
    ],
)
def test_a_page_is_what_a_browser_shows_of_it(text: str, read: str) -> None:
    assert shown(text) == read


def test_a_column_of_pages_is_read_as_shown() -> None:
    rows = '7,Task,Pay,New,Shop,<div>Do it &quot;soon&quot;.</div>\n8,Task,Ship,New,Shop,"<p>A</p><p>B</p>"\n'
    assert _values(HEADER + rows, "description") == ['Do it "soon".', "A\nB"]


def test_texts_that_speak_of_tags_stay_as_they_are() -> None:
    rows = "7,Task,Pay,New,Shop,Wrap it in <b> and </b>\n8,Task,Ship,New,Shop,Plain\n"
    assert _values(HEADER + rows, "description") == ["Wrap it in <b> and </b>", "Plain"]


def test_signs_are_unescaped_only_where_all_of_the_column_are_escaped() -> None:
    escaped = "7,Task,Pay &amp; ship,New,Shop,x\n8,Task,Tom&#39;s &lt;cart&gt;,New,Shop,x\n"
    assert _values(HEADER + escaped, "title") == ["Pay & ship", "Tom's <cart>"]
    mixed = "7,Task,Show &amp; right,New,Shop,x\n8,Task,Pay & ship,New,Shop,x\n"
    assert _values(HEADER + mixed, "title") == ["Show &amp; right", "Pay & ship"]
    assert _values(f"{HEADER}7,Task,<b>bold</b> &lt;,New,Shop,x\n", "title") == ["<b>bold</b> &lt;"]
