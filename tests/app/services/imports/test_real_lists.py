"""Every real list: looked at, imported, imported again; every row accounted for, nothing changed twice."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.domain.changes import Change
from app.services.imports.apply import apply
from app.services.imports.dry import plan, understand
from app.services.imports.kind import Planned
from app.services.workplace import Workplace
from app.store.reading import find

LISTS = [
    # path, rows, source, a key, and what is known of it: state, created (UTC), deployment date
    ("servicenow/changes-5167.csv", 5167, "ServiceNow changes", None, None),
    ("servicenow/change_request-176.csv", 176, "ServiceNow changes", None, None),
    ("jira/masked-en-379cols-216-logwork-bom.csv", 311, "Jira", None, None),
    ("jira/masked-en-502rows-crlf.csv", 502, "Jira", None, None),
    ("jira/masked-en-change-fields-crlf.csv", 127, "Jira", None, None),
    ("jira/masked-en-1000rows-links-sprints.csv", 1000, "Jira", None, None),
    (
        "jira/masked-es-2443rows-spanish-months.csv",
        2443,
        "Jira (es)",
        None,
        datetime(2025, 11, 4, 13, 16, tzinfo=UTC),
    ),
    ("trackers/azure-devops-adodata.csv", 117, "Azure DevOps", None, None),
    ("trackers/masked-redmine-issues-190.csv", 190, "Redmine", None, None),
    ("trackers/masked-glpi-pt-522.csv", 522, "GLPI", "2553", None),
    ("trackers/masked-semicolon-cp1252-768.csv", 768, "", None, None),
    ("trackers/xlsx-renamed-to.csv", 19, "Bugzilla", None, None),
]


def _data(folder: Path, path: str) -> bytes:
    file = folder / path
    assert file.is_file(), f"the real list {file} is missing; tests need ../shared/data beside the project"
    return file.read_bytes()


def _planned(workplace: Workplace, data: bytes) -> Planned:
    understood = understand(workplace, data)
    assert understood.proposal.problems == ()
    return plan(workplace, understood.table, understood.proposal.mapping, "UTC")


@pytest.mark.parametrize(("path", "count", "source", "key", "created"), LISTS)
def test_a_real_list_is_accounted_for_and_comes_again_unchanged(
    workplace: Workplace,
    shared_data: Path,
    path: str,
    count: int,
    source: str,
    key: str | None,
    created: datetime | None,
) -> None:
    data = _data(shared_data, path)
    planned = _planned(workplace, data)
    assert (planned.rows, planned.mapping.source) == (count, source)
    done = apply(workplace, planned, path).value
    assert (done.rows, done.created + done.updated + done.unchanged + done.rejected) == (count, count)
    again = apply(workplace, _planned(workplace, data), path).value
    assert (again.created, again.updated, again.unchanged + again.rejected) == (0, 0, count)
    with workplace.read() as connection:
        changes = find(connection, Change)
    assert len(changes) == done.created
    assert all(change.created_at is None or 2005 < change.created_at.year < 2027 for change in changes)
    assert key is None or key in {change.key for change in changes}
    assert created is None or changes[0].created_at == created


def test_dates_written_both_ways_follow_their_whole_column(workplace: Workplace, shared_data: Path) -> None:
    planned = _planned(workplace, _data(shared_data, "servicenow/changes-5167.csv"))
    apply(workplace, planned, "changes.csv")
    with workplace.read() as connection:
        days = {change.deployment_on for change in find(connection, Change)}
    assert {day.year for day in days if day} == {2020}
    assert date(2020, 1, 1) in days
    assert {day.month for day in days if day} == set(range(1, 12))
