"""Lists inside formatted text are read where their rows line up, and refused where they do not."""

from __future__ import annotations

import pytest

from app.importing.errors import UnreadableList
from app.importing.reading.files import read_table
from app.importing.reading.rich_text import text_of

HEAD = rb"{\rtf1\ansi\ansicpg1252{\fonttbl\f0\fswiss Helvetica;}{\*\expandedcolortbl;;}\f0\fs24 \cf0 "


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"a,b\par c,d}", "a,b\nc,d"),
        (b"a,b\\\nc,d}", "a,b\nc,d"),
        (rb"Gr\'fc\'dfe}", "Grüße"),
        (rb"\u8364 ?5}", "€5"),
        (rb"\{x\}\\y}", "{x}\\y"),
        (rb"one{\b two} three}", "onetwo three"),
        (rb"{\info{\title secret}}shown}", "shown"),
        (rb"\ldblquote a\rdblquote}", "“a”"),
        (rb"broken {\b", "broken "),
        (rb"\uc0\u337 szi, \u321 ukasz}", "őszi, Łukasz"),
        (rb"{\uc2\u337 \'9a\'9aszi}, \u321 ?ukasz}", "őszi, Łukasz"),
        (rb"closed}} twice", "closed twice"),
    ],
)
def test_the_text_of_a_document(body: bytes, text: str) -> None:
    assert text_of(HEAD + body) == text


def test_letters_of_two_bytes_are_put_together() -> None:
    assert text_of(rb"{\rtf1\ansi\ansicpg932 \'83\'54\'81\'5b\'83\'6f, x}") == "サーバ, x"


def test_a_list_that_lines_up_is_read() -> None:
    table = read_table(HEAD + b"Issue key,Summary,Status\\\nA-1,One,Open\\\nA-2,Two,Done}")
    assert table.headers == ("Issue key", "Summary", "Status")
    assert table.rows == [("A-1", "One", "Open"), ("A-2", "Two", "Done")]


def test_rows_that_do_not_line_up_are_refused() -> None:
    rows = b"".join(b"A-%d,One%s\\\n" % (number, b",x" * (number % 3)) for number in range(20))
    with pytest.raises(UnreadableList, match="RTF"):
        read_table(HEAD + b"Issue key,Summary,Status\\\n" + rows + b"}")
