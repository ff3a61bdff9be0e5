"""The desk's own lists come back from a spreadsheet: what was edited there is edited here."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.domain.changes import Build, Change, ChangeClass, ChangeState
from app.domain.incidents import Incident
from app.domain.register import BuildMachine
from app.importing.errors import UnreadableList
from app.importing.sources.known import recognise
from app.importing.sources.own import OWN_CHANGES, OWN_INCIDENTS
from app.reports.audit_sheets import SHEETS
from app.services.imports.apply import Imported, apply
from app.services.imports.dry import plan, understand, understand_file
from app.services.imports.kind import Planned
from app.services.imports.landings import Landed, where_landed
from app.services.imports.undo import undo_import
from app.services.lists import export_list
from app.services.workplace import Workplace
from app.store.reading import find
from exports.sheets import titled

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


@pytest.mark.parametrize("name", ["incidents.csv", "incidents.xlsx"])
def test_an_exported_list_of_incidents_changes_nothing_but_what_was_edited(
    workplace: Workplace, tmp_path: Path, name: str
) -> None:
    began, ended = datetime(2026, 11, 4, 1, 7, 33, tzinfo=UTC), datetime(2026, 11, 4, 6, 30, tzinfo=UTC)
    first = Incident("INC-1", "Batch late", began, "Europe/Berlin", ended_at=ended, extra=(("Board", "B"),))
    with workplace.write() as work:
        work.add_all([first, Incident("INC-2", "Login slow", began, "Europe/Berlin")])
        work.commit()
    path = tmp_path / name
    export_list(workplace, "incidents", path)
    understood = understand_file(workplace, path)
    assert understood.proposal.source == OWN_INCIDENTS
    planned = plan(workplace, understood.table, understood.proposal.mapping, "Europe/Berlin")
    assert (len(planned.outcome.unchanged), planned.outcome.rows_in) == (2, 2)
    rows = [tuple(cell.replace("Login slow", "Login gone") for cell in row) for row in understood.table.rows]
    edited = replace(understood.table, rows=rows)
    planned = plan(workplace, edited, understood.proposal.mapping, "Europe/Berlin")
    apply(workplace, planned, name)
    with workplace.read() as connection:
        found = {one.key: one for one in find(connection, Incident)}
    assert replace(found["INC-1"], id=first.id, asks_for_rca=first.asks_for_rca) == first
    assert (found["INC-2"].title, found["INC-2"].started_at, found["INC-2"].extra) == (
        "Login gone",
        began,
        (),
    )


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("fixes", "own list of production fixes, exported to be read. Document them on the screen Fixes."),
        ("detected", "own list of detected changes, exported to be read. Settle them on Reconciliation."),
        ("actions", "own list of follow-up actions, exported to be read. Edit them on the screen Incidents."),
        ("events", "own list of audit events, exported to be read. Nothing changes what was recorded."),
    ],
)
def test_lists_that_are_exported_to_be_read_are_refused(
    workplace: Workplace, tmp_path: Path, name: str, sentence: str
) -> None:
    path = tmp_path / f"{name}.csv"
    export_list(workplace, name, path)
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write("2026-11-04 01:00+01:00,one,two,three\r\n")
    with pytest.raises(UnreadableList, match=sentence):
        understand_file(workplace, path)


@pytest.mark.parametrize(("sheet", "source"), [("Changes", OWN_CHANGES), ("Incidents", OWN_INCIDENTS)])
def test_a_sheet_of_the_audit_workbook_is_such_a_list_too(sheet: str, source: str) -> None:
    titles = tuple(column.title for column in SHEETS[sheet])
    assert recognise(titles)[0].name == source
    with_zone = tuple(titled(SHEETS[sheet], "Europe/Berlin"))
    assert recognise(with_zone)[0].name == source


def test_own_deployments_are_refused_and_own_builds_change_nothing(workplace: Workplace) -> None:
    with pytest.raises(UnreadableList, match="Lockstep's own list of deployments"):
        understand(workplace, f"{','.join(one.title for one in SHEETS['Deployments'])}\na,b,c\n".encode())
    with workplace.write() as work:
        change = work.add(Change("CHG-1", "Patch"))
        machine = work.add(BuildMachine("build-01", True))
        began = datetime(2026, 11, 4, 1, 7, tzinfo=UTC)
        work.add(Build(change.id or 0, "12", "ab12", machine.id, is_success=True, built_at=began))
        work.commit()
    row = "2026-11-04 01:07+00:00,CHG-1,12,ab12,build-01,yes,"
    header = ",".join(one.title for one in SHEETS["Builds"])
    understood = understand(workplace, f"{header}\n{row}\n".encode())
    outcome = plan(workplace, understood.table, understood.proposal.mapping, "UTC").outcome
    assert (len(outcome.unchanged), outcome.rows_in) == (1, 1), outcome
