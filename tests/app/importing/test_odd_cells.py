"""Cells that stand for nothing, half days, numbers of states and words for how it went: what they mean."""

from __future__ import annotations

import pytest

from app.importing.times.dates import DateReader
from app.importing.words.values import yes_or_no
from tests.app.importing.test_standing_in import converted, proposal


def test_numbers_of_states_in_a_dump_of_glpi() -> None:
    header = "id,entities_id,name,date,closedate,date_mod,status,users_id_recipient"
    rows = [f"{state},0,Disk,2026-11-02 10:00:00,,2026-11-03 10:00:00,{state},2" for state in range(1, 7)]
    found = converted(header, *rows)
    states = ["intake", "intake", "intake", "deferred", "tested", "closed"]
    assert [row.values["state"] for row in found.rows] == states
    assert all(row.values["created_in_source"] for row in found.rows)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("01.03.2026 ÖS 10:00", "2026-03-01 22:00"),
        ("01.03.2026 ÖÖ 12:10", "2026-03-01 00:10"),
        ("1.03.2026 öö 09:05:30", "2026-03-01 09:05"),
    ],
)
def test_half_days_before_the_clock(text: str, expected: str) -> None:
    found = DateReader("dmy", "UTC").instant(text)
    assert found is not None
    assert f"{found:%Y-%m-%d %H:%M}" == expected


@pytest.mark.parametrize("word", ["partiallySucceeded", "UNSTABLE", "aborted", "timed_out", "skipped"])
def test_a_build_that_went_half_well_did_not_succeed(word: str) -> None:
    assert yes_or_no(word) is False


@pytest.mark.parametrize("nothing", ["NULL", "-", "N/A", "—", "#N/A"])
def test_a_cell_that_stands_for_nothing_is_empty(nothing: str) -> None:
    found = converted(
        "Number,Short description,Planned start date,Impact,Downtime (min)",
        f"CHG0000001,Disk,{nothing},{nothing},{nothing}",
        f"CHG0000002,Portal,{nothing},{nothing},{nothing}",
        "CHG0000003,Router,2026-11-05 20:00,2,30",
    )
    first, last = found.rows[0].values, found.rows[2].values
    named = ("deployment_on", "expected_downtime_minutes")
    assert [first.get(name) for name in named] == [None, None]
    assert (str(last["deployment_on"]), last["expected_downtime_minutes"]) == ("2026-11-05", 30)
    assert (last["impact"], found.warnings) == (3, ())


def test_what_is_0_or_1_is_no_scale() -> None:
    found = converted(
        "Incident ID,Date,Severity,Customer Impact,Status",
        "INC-1001,2026-11-02,S1,1,Resolved",
        "INC-1002,2026-11-03,S2,0,Mitigated",
    )
    assert [row.values["impact"] for row in found.rows] == [5, 4]
    assert [row.values["state"] for row in found.rows] == ["tested", "tested"]


def test_whether_there_is_an_outage_is_no_length_of_it() -> None:
    found = proposal("Key;Title;Outage", "CHG-1;Disks;Yes", "CHG-2;Patch;No")
    assert "Outage" not in found.mapping.columns
    found = proposal("Key;Title;Outage", "CHG-1;Disks;30 min", "CHG-2;Patch;none")
    assert found.mapping.columns["Outage"] == "expected_downtime_minutes"
