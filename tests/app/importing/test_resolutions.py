"""A column that says how one ended tells the states of those that failed or came to nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.list_words import value_choices
from app.importing.proposing.proposal import propose
from app.importing.proposing.resolutions import ended
from app.importing.reading.files import read_table

JIRA = (
    "Issue key,Summary,Status,Resolution\nPAY-1,Ledger,Done,Done\nPAY-2,Portal,Done,Won't Do\n"
    "PAY-3,Gate,In Progress,Unresolved\nPAY-4,Store,Done,Duplicate\nPAY-5,Sync,To Do,\n"
)


@pytest.mark.parametrize(
    ("state", "resolution", "word"),
    [
        ("Done", "Done", "Done"),
        ("Done", "Won't Do", "Won't Do"),
        ("RESOLVED", "DUPLICATE", "DUPLICATE"),
        ("Shipped to the moon", "Duplicate", "Duplicate"),
        ("In Progress", "Won't Do", "In Progress"),
        ("To Do", "Duplicate", "To Do"),
        ("Done", "", "Done"),
        ("Favorable", "Succès", "Succès"),
        ("Done", "Successful", "Done"),
        ("To Do", "Successful", "To Do"),
        ("", "", ""),
    ],
)
def test_only_what_ended_can_have_come_to_nothing(state: str, resolution: str, word: str) -> None:
    assert ended(state, resolution) == word


def test_what_came_to_nothing_is_withdrawn() -> None:
    table = read_table(JIRA.encode())
    found = propose(table)
    rows = convert(table, found.mapping, "UTC").rows
    assert [row.values["state"] for row in rows] == ["closed", "withdrawn", "intake", "withdrawn", "intake"]
    assert rows[1].values["source_state"] == "Won't Do"
    assert dict(rows[1].values["extra"])["Resolution"] == "Won't Do"


def test_a_change_closed_as_unsuccessful_has_failed() -> None:
    rows = (
        "CHG0001,Patch,Closed,Successful\nCHG0002,Move,Closed,Unsuccessful\nCHG0003,Swap,Scheduled,\n"
        "CHG0004,Tune,Closed,Backed out\n"
    )
    table = read_table(f"Number,Short description,State,Close code\n{rows}".encode())
    found = convert(table, propose(table).mapping, "UTC").rows
    assert [row.values["state"] for row in found] == ["closed", "failed", "ready", "rolled_back"]


def test_the_mapping_says_so_and_the_words_are_those_that_count() -> None:
    table = read_table(JIRA.encode())
    found = propose(table)
    (guess,) = (one for one in found.guesses if one.header == "Resolution")
    assert (guess.field, guess.completes) == ("", "Status")
    words = {one.word: (one.count, one.value) for one in value_choices(table, found.mapping)["state"]}
    assert words["Won't Do"] == (1, "withdrawn")
    assert words["Done"] == (1, "closed")


@pytest.mark.parametrize("change", ["mapped", "left out"])
def test_who_maps_the_column_or_leaves_it_out_has_states_alone(change: str) -> None:
    table = read_table(JIRA.encode())
    mapping = propose(table).mapping
    if change == "mapped":
        mapping = replace(mapping, columns={**mapping.columns, "Resolution": "description"})
    else:
        mapping = replace(mapping, left_out=("Resolution",))
    rows = convert(table, mapping, "UTC").rows
    assert [row.values["state"] for row in rows][:2] == ["closed", "closed"]


@pytest.mark.parametrize(
    "text",
    [
        "Key,Title,Status,Resolution\nA-1,One,Done,Restarted the server\nA-2,Two,Done,Duplicate\n",
        "Key,Title,Resolution\nA-1,One,Done\nA-2,Two,Duplicate\n",
    ],
)
def test_other_columns_of_that_name_complete_nothing(text: str) -> None:
    assert not any(guess.completes for guess in propose(read_table(text.encode())).guesses)
