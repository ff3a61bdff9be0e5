"""The desk's own list of changes comes back from a spreadsheet: what was edited there is edited here."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain.changes import Change, ChangeClass, ChangeState
from app.importing.sources.own import OWN_CHANGES
from app.services.imports.apply import Imported, apply
from app.services.imports.dry import plan, understand, understand_file
from app.services.imports.kind import Planned
from app.services.imports.landings import Landed, where_landed
from app.services.imports.undo import undo_import
from app.services.lists import export_list
from app.services.workplace import Workplace
from app.store.reading import find

JIRA = (
    "Issue key,Summary,Status,Assignee,Due date,Change type,Sprint\n"
    "CHG-1,Patch,In Test,Ada,2026-12-01,Normal,S1\n"
    "CHG-2,Move,Done,Ben,,Standard,S1\n"
)


@pytest.fixture
def desk(workplace: Workplace) -> Workplace:
    """Two changes that a tracker brought, one of them edited here since, and one made here."""
    _bring(workplace, JIRA)
    with workplace.write() as work:
        patch = work.find(Change, key="CHG-1")[0]
        work.save(replace(patch, title="Patch, both sides", deployment_on=date(2026, 12, 5)))
        work.add(Change("CHG-3", "Made here", owner_name="Cleo", expected_downtime_minutes=90))
        work.commit()
    return workplace


def _bring(workplace: Workplace, text: str) -> Imported:
    understood = understand(workplace, text.encode())
    planned = plan(workplace, understood.table, understood.proposal.mapping, "UTC")
    return apply(workplace, planned, "list.csv", shape=understood.proposal.shape).value


def _planned(workplace: Workplace, path: Path) -> Planned:
    understood = understand_file(workplace, path)
    assert understood.proposal.source == OWN_CHANGES
    return plan(workplace, understood.table, understood.proposal.mapping, "UTC")


def _edited(workplace: Workplace, path: Path, **cells: str) -> Planned:
    """The exported list with other cells in the row of CHG-1."""
    export_list(workplace, "changes", path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = list(csv.reader(file))
    for name, text in cells.items():
        first = next(row for row in rows if row[0] == "CHG-1")
        first[header.index(name.replace("_", " "))] = text
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return _planned(workplace, path)


def _changes(workplace: Workplace) -> dict[str, Change]:
    with workplace.read() as connection:
        return {one.key: one for one in find(connection, Change)}


@pytest.mark.parametrize("name", ["changes.csv", "changes.xlsx"])
def test_an_exported_list_changes_nothing(desk: Workplace, tmp_path: Path, name: str) -> None:
    export_list(desk, "changes", tmp_path / name)
    outcome = _planned(desk, tmp_path / name).outcome
    assert (len(outcome.unchanged), outcome.rows_in, len(outcome.conflicts)) == (3, 3, 0)


def test_what_was_edited_in_the_spreadsheet_is_edited_here(desk: Workplace, tmp_path: Path) -> None:
    before = _changes(desk)["CHG-1"]
    cells = {"Title": "Patch, all sides", "State": "tested", "Class": "emergency", "Deployment_on": ""}
    planned = _edited(desk, tmp_path / "changes.csv", **cells)
    assert [(one.row.key, {change.field for change in one.changes}) for one in planned.outcome.changed] == [
        ("CHG-1", {"title", "state", "change_class", "deployment_on"})
    ]
    assert planned.outcome.conflicts == []
    apply(desk, planned, "changes.csv")
    assert _changes(desk)["CHG-1"] == replace(
        before,
        title="Patch, all sides",
        state=ChangeState.TESTED,
        change_class=ChangeClass.EMERGENCY,
        deployment_on=None,
        version=before.version + 1,
    )


def test_a_change_added_in_the_spreadsheet_is_added_here(desk: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "changes.csv"
    export_list(desk, "changes", path)
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write("CHG-4,Added,database,standard,intake,2,3,Dora\r\n")
    planned = _planned(desk, path)
    assert [row.key for row in planned.outcome.created] == ["CHG-4"]
    done = apply(desk, planned, "changes.csv").value
    assert _changes(desk)["CHG-4"].extra == ()
    assert where_landed(desk, done.import_id) == Landed(1, {}, 0)
    assert len(_planned(desk, path).outcome.unchanged) == 4
    undo_import(desk, done.import_id)
    assert set(_changes(desk)) == {"CHG-1", "CHG-2", "CHG-3"}


def test_what_the_tracker_said_stays_remembered(desk: Workplace, tmp_path: Path) -> None:
    apply(desk, _edited(desk, tmp_path / "changes.csv", Title="Patch, all sides"), "changes.csv")
    again = _bring(desk, JIRA)
    assert (again.unchanged, _changes(desk)["CHG-1"].title) == (2, "Patch, all sides")
    understood = understand(desk, JIRA.replace("Patch", "Patch 2").encode())
    planned = plan(desk, understood.table, understood.proposal.mapping, "UTC")
    assert [(one.key, one.field, one.on_the_desk) for one in planned.outcome.conflicts] == [
        ("CHG-1", "title", "Patch, all sides")
    ]
