"""Every real list is recognised and none of its rows is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from app.importing.converting.dryrun import ExistingRecord, dry_run
from app.importing.converting.rows import convert
from app.importing.errors import UnreadableList
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from app.importing.table import Table

LISTS = [
    # path, encoding, delimiter, rows, source, kind, key column
    ("servicenow/changes-5167.csv", "mac_roman", ",", 5167, "ServiceNow changes", "changes", "Number"),
    ("servicenow/change_request-176.csv", "cp1252", ",", 176, "ServiceNow changes", "changes", "number"),
    ("servicenow/outages-8604.csv", "utf-8-sig", ",", 8604, "ServiceNow outages", "incidents", "Number"),
    ("jira/masked-en-1000rows-links-sprints.csv", "utf-8", ",", 1000, "Jira", "changes", "Issue key"),
    ("jira/masked-en-379cols-216-logwork-bom.csv", "utf-8-sig", ",", 311, "Jira", "changes", "Issue key"),
    ("jira/masked-en-502rows-crlf.csv", "utf-8", ",", 502, "Jira", "changes", "Issue key"),
    ("jira/masked-en-change-fields-crlf.csv", "utf-8", ",", 127, "Jira", "changes", "Issue key"),
    (
        "jira/masked-es-2443rows-spanish-months.csv",
        "utf-8",
        ",",
        2443,
        "Jira (es)",
        "changes",
        "Clave de incidencia",
    ),
    ("trackers/azure-devops-adodata.csv", "utf-8-sig", ",", 117, "Azure DevOps", "changes", "ID"),
    ("trackers/masked-redmine-issues-190.csv", "utf-8", ",", 190, "Redmine", "changes", "#"),
    ("trackers/masked-glpi-pt-522.csv", "utf-8-sig", ";", 522, "GLPI", "changes", "ID"),
    ("trackers/masked-semicolon-cp1252-768.csv", "cp1252", ";", 768, "", "changes", "id"),
    ("trackers/xlsx-renamed-to.csv", "", "", 19, "Bugzilla", "changes", "bug_id"),
    ("cutover/m3-mock-cutover-aligned.csv", "utf-8", ",", 355, "Cutover plan", "activities", "Activity"),
]


@pytest.mark.parametrize(("path", "encoding", "delimiter", "count", "source", "kind", "key"), LISTS)
def test_a_real_list_is_recognised_and_no_row_is_lost(
    real_list: Callable[[str], bytes],
    path: str,
    encoding: str,
    delimiter: str,
    count: int,
    source: str,
    kind: str,
    key: str,
) -> None:
    table = read_table(real_list(path))
    assert (table.encoding, table.delimiter, len(table.rows)) == (encoding, delimiter, count)
    proposal = propose(table)
    assert (proposal.source, proposal.kind, proposal.problems, proposal.ambiguous) == (source, kind, (), ())
    assert proposal.mapping.columns[key] == ("source_id" if kind == "activities" else "key")
    conversion = convert(table, proposal.mapping, "Europe/Berlin")
    assert (len(conversion.rows), conversion.rejected) == (count, [])
    existing = {row.key: ExistingRecord(dict(row.values), dict(row.values)) for row in conversion.rows}
    again = dry_run(conversion.rows, existing)
    assert (len(again.unchanged), again.rows_in) == (count, count)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("cutover/m3-mock-cutover-RTF-saved-as.csv", "RTF"),
        ("trackers/lighthouse-invalid-not-csv.csv", "running text"),
    ],
)
def test_what_is_no_list_is_refused_with_a_sentence(
    real_list: Callable[[str], bytes], path: str, words: str
) -> None:
    with pytest.raises(UnreadableList, match=words) as refusal:
        read_table(real_list(path))
    assert refusal.value.mend


def first_values(data: bytes, row: int = 0) -> tuple[Table, dict[str, object]]:
    table = read_table(data)
    return table, convert(table, propose(table).mapping, "UTC").rows[row].values


def test_service_now_changes_keep_type_month_order_and_completion(real_list: Callable[[str], bytes]) -> None:
    _, values = first_values(real_list("servicenow/changes-5167.csv"))
    assert values["change_class"] == "normal"
    assert values["deployment_on"] == date(2020, 1, 1)
    assert values["closed_in_source"] == datetime(2020, 1, 1, 1, 19, tzinfo=UTC)
    assert (values["state"], values["source_state"]) == ("deployed", "Successful")
    assert values["extra"]["Completion Code"] == "All Changes Completed"  # type: ignore[index]


def test_jira_links_point_the_right_way(real_list: Callable[[str], bytes]) -> None:
    table = read_table(real_list("jira/masked-en-1000rows-links-sprints.csv"))
    rows = convert(table, propose(table).mapping, "UTC").rows
    kinds = {kind for row in rows for kind, _ in row.values["links"]}
    assert {"blocks", "is_blocked_by", "clones", "is_cloned_by", "relates"} <= kinds
    blocks = {(row.key, key) for row in rows for kind, key in row.values["links"] if kind == "blocks"}
    blocked = {(key, row.key) for row in rows for kind, key in row.values["links"] if kind == "is_blocked_by"}
    assert blocks & blocked


def test_repeated_sprints_and_labels_are_all_kept(real_list: Callable[[str], bytes]) -> None:
    table = read_table(real_list("jira/masked-en-1000rows-links-sprints.csv"))
    rows = convert(table, propose(table).mapping, "UTC").rows
    assert max(len(row.values["extra"].get("Sprint", "").split("\n")) for row in rows) > 10
    assert max(len(row.values["labels"]) for row in rows) >= 2


def test_spanish_months_are_read(real_list: Callable[[str], bytes]) -> None:
    _, values = first_values(real_list("jira/masked-es-2443rows-spanish-months.csv"))
    assert values["created_in_source"] == datetime(2025, 11, 4, 13, 16, tzinfo=UTC)


def test_a_cutover_plan_gives_activities(real_list: Callable[[str], bytes]) -> None:
    _, values = first_values(real_list("cutover/m3-mock-cutover-aligned.csv"))
    assert values["source_id"] == "UK-1"
    assert str(values["title"]).startswith("Post SIT Issue Resolution")
    assert values["players"] == ("Person 01", "Person 02")
    assert values["start"] == datetime(2026, 2, 2, tzinfo=UTC)


def test_grouped_digits_of_glpi_are_one_number(real_list: Callable[[str], bytes]) -> None:
    _, values = first_values(real_list("trackers/masked-glpi-pt-522.csv"))
    assert (values["key"], values["state"]) == ("2553", "deferred")
