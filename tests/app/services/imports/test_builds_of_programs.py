"""Builds as programs that make them list them: the change is named in a branch, a message or a title."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.changes import Build, Change
from app.domain.windows import MaintenanceWindow
from app.services.imports.apply import apply
from app.services.imports.dry import plan, understand
from app.services.imports.kind import Planned
from app.services.workplace import Workplace
from app.store.reading import find
from tests.app.services.imports.lists import import_text

DONE = datetime(2026, 11, 20, 14, 12, tzinfo=UTC)
LISTS = {
    "Jenkins": (
        "Job,Build Number,Result,Started,Duration,Branch,Commit\n"
        "billing,812,SUCCESS,2026-11-20 14:12,4m 12s,origin/feature/CHG-1-gateway,ab1\n"
        "billing,813,FAILURE,2026-11-20 15:10,3m 01s,origin/release/chg-2,ab2\n"
    ),
    "GitHub Actions": (
        "conclusion,createdAt,databaseId,displayTitle,headBranch,headSha,name,number,status,updatedAt\n"
        "success,2026-11-20T14:02:00Z,99001,CHG-1 gateway,main,ab1,CI,812,completed,2026-11-20T14:12:00Z\n"
        "failure,2026-11-20T15:02:00Z,99002,CHG-2 queue,main,ab2,CI,813,completed,2026-11-20T15:12:00Z\n"
    ),
    "Azure Pipelines": (
        "Pipeline,Run,Result,Source branch,Source version,Commit message,Queued time,Finish time\n"
        "billing,812,Succeeded,refs/heads/main,ab1,CHG-1: gateway,2026-11-20 14:02,2026-11-20 14:12\n"
        "billing,813,Failed,refs/heads/main,ab2,Merge CHG-2 into main,2026-11-20 15:02,2026-11-20 15:12\n"
    ),
    "GitLab pipelines": (
        "id,sha,ref,status,source,created_at,updated_at\n"
        "812,ab1,CHG-1-gateway,success,push,2026-11-20T14:02:00Z,2026-11-20T14:12:00Z\n"
        "813,ab2,feature/CHG-2,failed,push,2026-11-20T15:02:00Z,2026-11-20T15:12:00Z\n"
    ),
    "Bamboo": (
        "Plan,Build key,Build number,State,Reason,Completed,Changes,VCS revision\n"
        "Billing,BIL-MAIN-12,812,Successful,By Ada,20 Nov 2026 14:12,CHG-1 gateway,ab1\n"
        "Billing,BIL-MAIN-13,813,Failed,By Ben,20 Nov 2026 15:12,CHG-2 queue,ab2\n"
    ),
    "": (
        "Build configuration;Number;Status;Branch;Revision;Finished\n"
        "Billing;812;Success;CHG-1;ab1;20.11.2026 14:12\n"
        "Billing;813;Failure;CHG-2-queue;ab2;20.11.2026 15:12\n"
    ),
}


@pytest.fixture
def with_changes(workplace: Workplace) -> Workplace:
    import_text(workplace, "Key,Title\nCHG-1,Gateway\nCHG-2,Queue\n")
    return workplace


def planned_builds(workplace: Workplace, text: str) -> Planned:
    understood = understand(workplace, text.encode())
    assert understood.proposal.problems == ()
    assert understood.proposal.kind == "builds"
    return plan(workplace, understood.table, understood.proposal.mapping, "UTC")


@pytest.mark.parametrize("source", LISTS)
def test_builds_hang_on_the_change_that_the_row_names(with_changes: Workplace, source: str) -> None:
    planned = planned_builds(with_changes, LISTS[source])
    assert (planned.mapping.source, planned.outcome.rejected) == (source, [])
    apply(with_changes, planned, "builds.csv")
    with with_changes.read() as connection:
        first, second = find(connection, Build)
    assert (first.change_id, first.number, first.revision, first.is_success) == (1, "812", "ab1", True)
    assert (second.change_id, second.number, second.revision, second.is_success) == (2, "813", "ab2", False)
    assert first.built_at == DONE
    assert len(planned_builds(with_changes, LISTS[source]).outcome.unchanged) == 2


def test_a_row_of_no_change_or_of_two_is_rejected_with_the_reason(with_changes: Workplace) -> None:
    text = (
        "Job,Build Number,Result,Finished,Branch\nbilling,1,SUCCESS,2026-11-20 14:12,main\n"
        "billing,2,SUCCESS,2026-11-20 14:12,merge CHG-1 and CHG-2\n"
        "billing,3,SUCCESS,2026-11-20 14:12,CHG-1 again CHG-1\n"
        "billing,4,SUCCESS,2026-11-20 14:12,feature/CHG-7\n"
    )
    planned = planned_builds(with_changes, text)
    assert [one.reason for one in planned.outcome.rejected] == [
        '"main" names no change. Say in the mapping which column does, or one change for all rows.',
        '"merge CHG-1 and CHG-2" names CHG-1 and CHG-2; a row can be of one change alone. '
        "Write a row for each.",
        'There is no change "feature/CHG-7" here. Import the changes first.',
    ]
    assert [row.key for row in planned.outcome.created] == ["CHG-1 / 3"]


def test_the_windows_of_the_changes_are_told(with_changes: Workplace) -> None:
    starts = datetime(2026, 11, 28, 21, tzinfo=UTC)
    with with_changes.write() as work:
        window = work.add(MaintenanceWindow("Night", starts, starts + timedelta(hours=8), "Europe/Berlin"))
        work.save(replace(work.find(Change, key="CHG-1")[0], window_id=window.id))
        work.commit()
    done = apply(with_changes, planned_builds(with_changes, LISTS["Jenkins"]), "builds.csv").value
    assert done.landed == {window.id: 1, None: 1}
    again = apply(with_changes, planned_builds(with_changes, LISTS["Jenkins"]), "builds.csv").value
    assert again.landed == {}
