"""When steps really began and ended, what share is done, and what programs write where there is no date."""

from __future__ import annotations

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.actual_times import actual_time
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from app.importing.words.shares import shares_of


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Tatsächlicher Anfang", "actual_start"),
        ("Aktuelles Ende", "actual_finish"),
        ("Fiili Başlangıç", "actual_start"),
        ("Heure réelle fin", "actual_finish"),
        ("Data de início real", "actual_start"),
        ("Rzeczywiste zakończenie", "actual_finish"),
        ("Actual start and end", ""),
        ("Actual cost", ""),
        ("Start", ""),
    ],
)
def test_what_was_in_truth_is_told_from_what_was_planned(header: str, field: str) -> None:
    assert actual_time(header, "activities") == field
    assert actual_time(header, "windows") == ""


@pytest.mark.parametrize("none", ["NA", "NV", "NC", "NOD", "ND", "YOK", "N/A", ""])
def test_what_programs_write_for_no_date_is_none(none: str) -> None:
    table = read_table(f"ID,Task Name,Actual Start\n1,Stop,{none}\n2,Copy,{none}\n3,Start,\n".encode())
    mapping = propose(table, "activities").mapping
    assert mapping.columns["Actual Start"] == "actual_start"
    found = convert(table, mapping, "UTC")
    assert [row.values["actual_start"] for row in found.rows] == [None] * 3
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("cells", "shares"),
    [
        (["100%", "45 %", "", "x"], [100.0, 45.0, None, None]),
        (["1", "0.25", "0"], [100.0, 25.0, 0.0]),
        (["1", "50", "0"], [1.0, 50.0, 0.0]),
        (["%100", "% 50"], [100.0, 50.0]),
        (["12,5%", "101"], [12.5, None]),
    ],
)
def test_shares_are_of_a_hundred_or_of_one(cells: list[str], shares: list[float | None]) -> None:
    assert shares_of(cells) == shares


def test_a_column_called_by_states_that_holds_shares_is_of_shares() -> None:
    table = read_table(b"ID;Aufgabe;Dauer;Fortschritt;Fertig\n1;Stop;5m;100%;ja\n2;Copy;5m;40%;nein\n")
    columns = propose(table, "activities").mapping.columns
    assert (columns["Fortschritt"], columns["Fertig"]) == ("share_done", "state")


@pytest.mark.parametrize(
    ("header", "row", "field"),
    [
        ("ID,Task Name,Start Date,Due Date", "1,Stop,2026-12-05,2026-12-06", "finish"),
        ("ID,Task Name,Start Date,Duration,Due Date", "1,Stop,2026-12-05,1h,2026-12-06", "deadline"),
        ("ID,Task Name,Start Date,Finish,Due Date", "1,Stop,2026-12-05,2026-12-05,2026-12-06", "deadline"),
        ("ID,Task Name,Predecessors,Due Date", "1,Stop,,2026-12-06", "deadline"),
    ],
)
def test_steps_are_due_when_they_end_where_nothing_else_says_that(header: str, row: str, field: str) -> None:
    columns = propose(read_table(f"{header}\n{row}\n{row.replace('1', '2', 1)}\n".encode()), "activities")
    assert columns.mapping.columns["Due Date"] == field
