"""Alarms, status pages, cloud logs, catalogues and change tasks, each as its program exports it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.importing.converting.rows import Conversion, convert
from app.importing.proposing.proposal import Proposal, propose
from app.importing.reading.files import read_table
from app.importing.words.links import links_of

AT = datetime(2026, 11, 20, 3, 10, 11, tzinfo=UTC)


def read(*lines: str) -> tuple[Proposal, Conversion]:
    """What a list seems to be, and its rows."""
    table = read_table("\n".join((*lines, "")).encode())
    proposal = propose(table)
    assert proposal.problems == ()
    return proposal, convert(table, proposal.mapping, "UTC")


def test_alarms_without_a_number_are_told_by_their_time_and_what_failed() -> None:
    alarm = "High,2026-11-20 03:10:11 AM,2026-11-20 03:40:00 AM,RESOLVED,db-1,High CPU,29m"
    proposal, conversion = read(
        "Severity,Time,Recovery time,Status,Host,Problem,Duration",
        alarm,
        alarm,
        alarm.replace("db-1", "db-2"),
    )
    assert (proposal.kind, proposal.source) == ("incidents", "Zabbix")
    keys = [(row.key, row.duplicate_of) for row in conversion.rows]
    name = "2026-11-20 03:10Z High CPU"
    assert keys == [(name, 0), (name, 2), (f"{name} (2)", 0)]
    assert conversion.rows[0].values["started_at"] == AT


def test_a_status_page_is_a_list_of_incidents() -> None:
    proposal, conversion = read(
        "Incident Name,Impact,Status,Started At,Resolved At,Components",
        "Login errors,major,resolved,2026-11-20 03:10 UTC,2026-11-20 04:10 UTC,Login",
        ",minor,resolved,2026-11-20 03:10 UTC,,Search",
        "Slow,minor,monitoring,,,Search",
    )
    assert proposal.kind == "incidents"
    assert [row.key for row in conversion.rows] == ["2026-11-20 03:10Z Login errors"]
    assert [(one.row_number, one.reason) for one in conversion.rejected] == [
        (3, 'The row has nothing in column "Incident Name".'),
        (4, 'The row has nothing in column "Started At".'),
    ]


@pytest.mark.parametrize(
    ("source", "header", "row", "said"),
    [
        (
            "Azure activity log",
            "Correlation id,Operation name,Status,Level,Time,Event initiated by,Resource type,Resource",
            "c1,Delete rule,Succeeded,Informational,2026-11-20T03:10:11Z,ada,Network,/sub/x/nsg-1",
            ("/sub/x/nsg-1", "Delete rule", "ada"),
        ),
        (
            "AWS CloudTrail",
            "Event name,Event time,User name,Event source,Resources,AWS region",
            'ModifyDBInstance,"November 20, 2026, 04:10:11 (UTC+01:00)",ben,rds.amazonaws.com,db-1,eu',
            ("db-1", "ModifyDBInstance", "ben"),
        ),
    ],
)
def test_cloud_logs_are_detected_changes(source: str, header: str, row: str, said: tuple[str, ...]) -> None:
    proposal, conversion = read(header, row)
    assert (proposal.kind, proposal.source) == ("detected", source)
    values = conversion.rows[0].values
    assert values["detected_at"] == AT
    assert (values["ci"], values["what"], values["who"]) == said


def test_a_catalogue_is_a_list_of_applications() -> None:
    proposal, conversion = read(
        "Display name,Description,Business criticality,Technical suitability,Application owner",
        "Billing,Invoices,Mission critical,Adequate,Ada Long",
    )
    assert (proposal.kind, proposal.source) == ("applications", "LeanIX")
    values = conversion.rows[0].values
    assert (values["name"], str(values["criticality"]), values["business_owner"]) == (
        "Billing",
        "1",
        "Ada Long",
    )


def test_tasks_of_a_change_are_its_activities() -> None:
    proposal, conversion = read(
        "number,change_request,short_description,state,assigned_to,assignment_group,planned_start_date,"
        "planned_end_date,change_task_type",
        "CTASK1,CHG0030001,Stop,Open,Ada Long,Ops,2026-11-28 22:00:00,2026-11-28 22:30:00,Implementation",
    )
    assert (proposal.kind, proposal.source) == ("activities", "ServiceNow change tasks")
    values = conversion.rows[0].values
    assert (values["change_key"], values["title"]) == ("CHG0030001", "Stop")
    assert values["start"] == datetime(2026, 11, 28, 22, tzinfo=UTC)


def test_a_form_that_marks_what_it_asks_for_is_read() -> None:
    proposal, conversion = read(
        "First Name [Required],Last Name [Required],Email Address [Required],Mobile Phone",
        "Ada,Long,ada@example.org,+49 170",
    )
    assert proposal.kind == "people"
    values = conversion.rows[0].values
    assert (values["name"], values["email"], values["phone"]) == ("Ada Long", "ada@example.org", "+49 170")


def test_relations_with_addresses_name_titles() -> None:
    text = "Upgrade gateway (https://example.org/a1), Move queue (https://example.org/b2)"
    assert links_of(text, "blocks") == (("blocks", "Upgrade gateway"), ("blocks", "Move queue"))
    assert links_of("OPS-1 (old), OPS-2", "blocks")[0] == ("blocks", "OPS-1")


@pytest.mark.timeout(20)
@pytest.mark.parametrize("part", ["(https://", "word ", "a, ", "#7 "])
def test_a_very_long_cell_is_read_in_no_time(part: str) -> None:
    assert links_of(part * 40_000, "blocks") is not None
