"""Parents that Jira names by number lead to the rows with these numbers."""

from __future__ import annotations

from typing import Any

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from app.importing.words.links import links_of


def links(*lines: str) -> dict[str, Any]:
    """The links of each row of a list, by its key."""
    table = read_table("\n".join((*lines, "")).encode())
    found = convert(table, propose(table).mapping, "UTC")
    return {row.key: row.values["links"] for row in found.rows}


def test_a_parents_number_is_the_key_of_the_row_that_has_it() -> None:
    found = links(
        "Issue Type,Issue key,Issue id,Summary,Status,Parent",
        "Task,TILL-2,10002,Print twice,To Do,10001",
        "Epic,TILL-1,10001,Printing,To Do,",
        "Task,TILL-3,10003,Print never,To Do,9999",
    )
    assert found == {"TILL-2": (("parent", "TILL-1"),), "TILL-1": (), "TILL-3": (("parent", "9999"),)}


def test_where_the_parents_key_is_given_its_number_adds_nothing() -> None:
    found = links(
        "Issue Type,Issue key,Issue id,Summary,Status,Parent,Parent key",
        "Task,TILL-2,10002,Print twice,To Do,9999,SHOP-7",
        "Task,TILL-3,10003,Print never,To Do,10002,TILL-2",
    )
    assert found == {"TILL-2": (("parent", "SHOP-7"),), "TILL-3": (("parent", "TILL-2"),)}


@pytest.mark.parametrize(
    ("header", "minutes"),
    [("Duration", 3), ("Duration (h)", 180), ("expectedHours", 180), ("Dauer in Tage", 4320)],
)
def test_a_bare_number_counts_what_its_column_says(header: str, minutes: int) -> None:
    table = read_table(
        f"Step,Task,Start,{header}\n1,Copy,2026-03-01 22:00,3\n2,Check,2026-03-01 23:00,\n".encode()
    )
    mapping = propose(table, "activities").mapping
    mapping.columns.setdefault(header, "duration_minutes")
    assert convert(table, mapping, "UTC").rows[0].values["duration_minutes"] == minutes


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("relates to PAY-300", (("relates", "PAY-300"),)),
        (
            "is blocked by PAY-2, PAY-3; depends on: PAY-4",
            (("is_blocked_by", "PAY-2"), ("is_blocked_by", "PAY-3"), ("depends_on", "PAY-4")),
        ),
        ("clones CHG0001\nis cloned by CHG0002", (("clones", "CHG0001"), ("is_cloned_by", "CHG0002"))),
        ("Verursacht durch CHG0001", (("is_caused_by", "CHG0001"),)),
        ("PAY-1 PAY-2", (("parent", "PAY-1"), ("parent", "PAY-2"))),
        ("TILL PAY-2 late", (("parent", "PAY-2"),)),
    ],
)
def test_words_before_keys_say_what_the_links_are(text: str, told: tuple[tuple[str, str], ...]) -> None:
    assert links_of(text, "parent") == told


def test_a_cell_without_end_is_read_at_once() -> None:
    assert links_of("x" * 60_000, "relates") == (("relates", "x" * 60_000),)
    assert links_of("x" * 60_000 + " #7", "blocks")[0][1] == "7"
    assert links_of("A1" * 30_000 + "!", "blocks") == (("blocks", "A1" * 30_000 + "!"),)
    assert links_of("Blocks #12 #14, #15", "parent") == (("blocks", "12"), ("parent", "14"), ("parent", "15"))
