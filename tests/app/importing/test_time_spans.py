"""Spans of clock times in one cell, as runbooks and calendars kept by hand have them."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table


@pytest.mark.parametrize(
    ("cell", "ends"),
    [
        ("22:00 - 06:00", ("22:00", "06:00")),
        ("22:00–06:00", ("22:00", "06:00")),
        ("22.00 bis 6.00 Uhr", ("22.00", "6.00")),
        ("22h00 à 6h00", ("22h00", "6h00")),
        ("10 pm to 6 am", ("10 pm", "6 am")),
        ("10:00 p.m. - 6:00 a.m.", ("10:00 p.m.", "6:00 a.m.")),
        ("19 Dec 2026 - 3 Jan 2027", ("19 Dec 2026", "3 Jan 2027")),
        ("du 19/12/2026 au 03/01/2027", ("19/12/2026", "03/01/2027")),
        ("19.12.2026 18:00 bis 03.01.2027 06:00", ("19.12.2026 18:00", "03.01.2027 06:00")),
        ("2026-12-19 to 2027-01-03", ("2026-12-19", "2027-01-03")),
        ("19 Dec 2026, 22:00 - 23:30", ("19 Dec 2026, 22:00", "23:30")),
        ("December 19, 2026 10:00 PM (GMT+1) → 10:30 PM", ("December 19, 2026 10:00 PM (GMT+1)", "10:30 PM")),
    ],
)
def test_a_span_is_taken_apart(cell: str, ends: tuple[str, str]) -> None:
    table = read_table(f"What;When\nStop;{cell}\n".encode())
    assert (table.headers, table.rows[0][:2]) == (("Start", "End", "What", "When"), ends)


@pytest.mark.parametrize(
    "text",
    [
        "What,When\nStop,22:00\nStart,23:00\n",
        "What,When\nStop,tonight 22:00 - 23:00 or later\n",
        "What,Start,Hours\nStop,1,22:00 - 23:00\n",
        "What,Version\nStop,1.10 - 1.20\nStart,1\nGo,x\n",
        "What,Phone\nStop,030-12345\n",
        "What,When\nStop,2026-12-19\n",
        "What,When\nStop,2026-12-19 to 22:00\n",
        "What,When\nStop,from step 1 to step 2\n",
    ],
)
def test_any_other_list_is_left_alone(text: str) -> None:
    assert read_table(text.encode()).headers[0] == "What"


def test_a_freeze_may_be_of_one_day_or_of_a_span_of_days() -> None:
    table = read_table(b"Freeze period,Dates\nYear end,19 Dec 2026 - 3 Jan 2027\nAudit,12 Mar 2027\n")
    proposal = propose(table)
    assert (proposal.kind, proposal.problems) == ("freezes", ())
    first, second = convert(table, proposal.mapping, "UTC").rows
    assert [first.values[end] for end in ("starts_at", "ends_at")] == [
        datetime(2026, 12, 19, tzinfo=UTC),
        datetime(2027, 1, 4, tzinfo=UTC),
    ]
    assert second.values["ends_at"] == datetime(2027, 3, 13, tzinfo=UTC)


def test_windows_of_a_day_and_hours_end_on_the_next_day() -> None:
    table = read_table(b"Date;Window;Hours\n28.11.2026;SAP;22:00 - 06:00\n05.12.2026;Network;21:00-03:00\n")
    proposal = propose(table)
    assert (proposal.kind, proposal.problems) == ("windows", ())
    first, _ = convert(table, proposal.mapping, "UTC").rows
    assert first.values["starts_at"] == datetime(2026, 11, 28, 22, tzinfo=UTC)
    assert first.values["ends_at"] == datetime(2026, 11, 29, 6, tzinfo=UTC)


def test_a_runbook_may_mix_times_and_spans() -> None:
    table = read_table(
        b"Time;What;Who;Needs\n22:00;Stop;Ada;\n22:15 - 23:00;Save;Ben;Stop\n23:00;Deploy;Ada;Save\n"
    )
    proposal = propose(table)
    assert proposal.kind == "activities"
    rows = convert(table, proposal.mapping, "UTC").rows
    assert [(row.values["start"], row.values["finish"]) for row in rows] == [
        (time(22), None),
        (time(22, 15), time(23)),
        (time(23), None),
    ]
    assert [row.values["predecessors"] for row in rows] == ["", "Stop", "Save"]
