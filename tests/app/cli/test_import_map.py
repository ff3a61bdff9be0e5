"""A mapping written by the command line, edited, and given back to it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.domain.changes import Change
from app.domain.reconciliation import DetectedChange
from app.domain.windows import MaintenanceWindow
from app.services.workplace import open_workplace
from app.store.reading import find
from tests.app.cli.test_import_undo import run
from tests.app.services.imports.lists import remembered_mappings

LIST = "Key,Title,State,Sprint\nA-1,One,Ready,Spring\nA-2,Two,Zapped,Autumn\n"


def test_a_mapping_is_written_edited_and_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workplace = open_workplace(f"sqlite:///{tmp_path / 'lockstep.db'}", "tester", lambda: datetime.now(UTC))
    starts = datetime.now(UTC) + timedelta(days=9)
    with workplace.write() as work:
        window = work.add(MaintenanceWindow("Weekly", starts, starts + timedelta(hours=8), "Europe/Berlin"))
        work.commit()
    path, mapping = tmp_path / "list.csv", tmp_path / "map.json"
    path.write_text(LIST, encoding="utf-8")
    assert run(tmp_path, "--json", "--save-map", str(mapping), str(path)) == 0
    assert json.loads(capsys.readouterr().out) == {"map": str(mapping), "columns": 4, "open_words": 3}
    found = json.loads(mapping.read_text(encoding="utf-8"))
    assert found["value_maps"] == {"state": {"Zapped": ""}, "release": {"Spring": "", "Autumn": ""}}
    found["value_maps"] = {"state": {"Zapped": "withdrawn"}, "release": {"Spring": str(window.id)}}
    mapping.write_text(json.dumps(found), encoding="utf-8")
    assert run(tmp_path, "--map", str(mapping), str(path)) == 0
    with workplace.read() as connection:
        stored = {one.key: one for one in find(connection, Change)}
    assert (stored["A-1"].window_id, stored["A-2"].window_id) == (window.id, None)
    assert stored["A-2"].state.value == "withdrawn"
    workplace.close()


def test_a_mapping_that_cannot_be_written_or_used_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, mapping = tmp_path / "list.csv", tmp_path / "map.json"
    path.write_text(LIST, encoding="utf-8")
    assert run(tmp_path, "--save-map", str(tmp_path / "nowhere" / "map.json"), str(path)) == 2
    assert "cannot be written" in capsys.readouterr().err
    words = {"release": {"Spring": "next week"}}
    mapping.write_text(
        json.dumps({"kind": "changes", "columns": {"Key": "key", "Sprint": "release"}, "value_maps": words}),
        encoding="utf-8",
    )
    assert run(tmp_path, "--map", str(mapping), str(path)) == 2
    assert "is no window" in capsys.readouterr().err


def test_a_mapping_that_was_edited_is_not_written_over_unless_it_is_given_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, mapping = tmp_path / "list.csv", tmp_path / "map.json"
    path.write_text(LIST, encoding="utf-8")
    assert run(tmp_path, "--save-map", str(mapping), str(path)) == 0
    edited = mapping.read_text(encoding="utf-8").replace('"Zapped": ""', '"Zapped": "withdrawn"')
    mapping.write_text(edited, encoding="utf-8")
    assert run(tmp_path, "--save-map", str(mapping), str(path)) == 2
    assert f"Import by --map {mapping}" in capsys.readouterr().err
    assert mapping.read_text(encoding="utf-8") == edited
    path.write_text(f"{LIST}A-3,Three,Zipped,\n", encoding="utf-8")
    assert run(tmp_path, "--map", str(mapping), "--save-map", str(mapping), str(path)) == 0
    states = json.loads(mapping.read_text(encoding="utf-8"))["value_maps"]["state"]
    assert states == {"Zapped": "withdrawn", "Zipped": ""}


def test_a_zone_that_was_said_holds_for_such_lists_and_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, mapping = tmp_path / "list.csv", tmp_path / "map.json"
    path.write_text(
        "Number,Title,Began,Ended\nI-1,Down,2026-11-02 00:10,2026-11-02 01:00\n", encoding="utf-8"
    )
    words = ("--kind", "incidents", "--json", str(path))
    assert run(tmp_path, *words) == 0
    assert run(tmp_path, "--zone", "Berlin", *words) == 2, "a zone is named whole"
    capsys.readouterr()
    assert run(tmp_path, "--zone", "Europe/Berlin", *words) == 0
    assert json.loads(capsys.readouterr().out)["updated"] == 1
    assert run(tmp_path, *words) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["unchanged"] == 1
    assert "Times without a zone are of Europe/Berlin, as in such lists before." in said["warnings"]
    assert run(tmp_path, "--save-map", str(mapping), *words) == 0
    assert json.loads(mapping.read_text(encoding="utf-8"))["zone"] == "Europe/Berlin"
    edited = mapping.read_text(encoding="utf-8").replace("Europe/Berlin", "Nowhere")
    mapping.write_text(edited, encoding="utf-8")
    assert run(tmp_path, "--map", str(mapping), *words) == 2
    assert "Nowhere" in capsys.readouterr().err


def test_what_no_column_says_is_said_for_all_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "events.csv"
    path.write_text(
        "Level,Date and Time,Source,Event ID,Task Category\n"
        "Information,17/10/2016 18:38:24,Service Control Manager,7040,None,The start type changed\n",
        encoding="utf-8",
    )
    assert run(tmp_path, str(path)) == 2
    assert "No column holds “System”." in (told := capsys.readouterr().err)
    assert "say it once: --set ci=TEXT" in told
    for wrong, reason in (("ci", "says nothing for all rows"), ("key=1", "cannot be said for all rows")):
        assert run(tmp_path, "--set", wrong, str(path)) == 2
        assert reason in capsys.readouterr().err
    assert run(tmp_path, "--set", "ci=db01", str(path)) == 0
    workplace = open_workplace(f"sqlite:///{tmp_path / 'lockstep.db'}", "tester", lambda: datetime.now(UTC))
    with workplace.read() as connection:
        assert [one.ci_name for one in find(connection, DetectedChange)] == ["db01"]
    assert all("constants" not in one for one in remembered_mappings(workplace).values())
    workplace.close()


def test_people_who_are_not_known_are_named_and_added_where_wanted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Key,Title,Owner\nA-1,One,Ana Ruiz\n", encoding="utf-8")
    assert run(tmp_path, str(path)) == 0
    assert "kept as text: Ana Ruiz; --add-people adds them" in capsys.readouterr().out
    path.write_text("Key,Title,Owner\nA-2,Two,Ana Ruiz\n", encoding="utf-8")
    assert run(tmp_path, "--add-people", str(path)) == 0
    assert "added to the register: Ana Ruiz" in capsys.readouterr().out
    path.write_text("Key,Title,Owner\nA-3,Three,Ana Ruiz\n", encoding="utf-8")
    assert run(tmp_path, str(path)) == 0
    assert "Ana Ruiz" not in capsys.readouterr().out


AMBIGUOUS = "Key,Title,Due date\nA-1,One,03/04/2026\nA-2,Two,05/06/2026\n"


def days(tmp_path: Path) -> list[str]:
    """The deployment dates of all changes."""
    workplace = open_workplace(f"sqlite:///{tmp_path / 'lockstep.db'}", "tester", lambda: datetime.now(UTC))
    try:
        with workplace.read() as connection:
            return [str(one.deployment_on) for one in find(connection, Change)]
    finally:
        workplace.close()


def test_dates_that_can_be_read_two_ways_are_asked_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(AMBIGUOUS, encoding="utf-8")
    assert run(tmp_path, str(path)) == 2
    asked = capsys.readouterr().err
    assert [one for one in ('"Due date"', "03/04/2026", "--dates mdy", "--map") if one not in asked] == []
    assert run(tmp_path, "--json", "--dry-run", str(path)) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["questions"] == [{"column": "Due date", "example": "03/04/2026", "read_as": "dmy"}]
    assert days(tmp_path) == []
    assert run(tmp_path, "--dates", "mdy", str(path)) == 0
    assert days(tmp_path) == ["2026-03-04", "2026-05-06"]
    assert run(tmp_path, str(path)) == 0, "what was answered once is remembered with the columns"
    assert run(tmp_path, "--dates", "dmy", str(path)) == 0
    assert days(tmp_path) == ["2026-04-03", "2026-06-05"], "but not against what is said now"


def test_a_mapping_answers_what_dates_mean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, mapping = tmp_path / "list.csv", tmp_path / "map.json"
    path.write_text(AMBIGUOUS, encoding="utf-8")
    assert run(tmp_path, "--save-map", str(mapping), str(path)) == 0
    found = json.loads(mapping.read_text(encoding="utf-8"))
    assert found["date_orders"] == {"Due date": ""}
    assert run(tmp_path, "--map", str(mapping), str(path)) == 2
    assert "can be read two ways" in capsys.readouterr().err
    found["date_orders"] = {"Due date": "dmy"}
    mapping.write_text(json.dumps(found), encoding="utf-8")
    assert run(tmp_path, "--map", str(mapping), str(path)) == 0
    assert days(tmp_path) == ["2026-04-03", "2026-06-05"]


def test_a_mapping_for_other_columns_says_which_there_are_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, mapping = tmp_path / "list.csv", tmp_path / "map.json"
    path.write_text("Key,Title\nCHG-1,Patch\n", encoding="utf-8")
    mapping.write_text('{"kind": "changes", "columns": {"Number": "key"}}', encoding="utf-8")
    assert run(tmp_path, str(path), "--map", str(mapping)) == 2
    assert (
        'The list has no column "Number" that the mapping names. No column holds' in capsys.readouterr().err
    )
    columns = '{"Key": "key", "Name": "title", "Who": "owner"}'
    mapping.write_text(f'{{"kind": "changes", "columns": {columns}}}', encoding="utf-8")
    assert run(tmp_path, str(path), "--map", str(mapping)) == 0
    assert 'The list has no columns "Name", "Who" of the mapping.' in capsys.readouterr().out


def test_the_sheet_of_a_workbook_is_said_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Applications"
    first.append(["Name", "Tier"])
    first.append(["Shop", 1])
    second = book.create_sheet("People")
    second.append(["Full name", "E-mail"])
    second.append(["Nora Neu", "n@x.org"])
    path = tmp_path / "book.xlsx"
    book.save(path)
    assert run(tmp_path, "--dry-run", str(path)) == 0
    assert 'The sheet "Applications" was read; there is also People.' in capsys.readouterr().out
    assert run(tmp_path, "--json", "--sheet", "People", str(path)) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["kind"], told["created"], told["sheet"]) == ("people", 1, "People")
    assert told["sheets"] == ["Applications", "People"]
    assert told["warnings"] == []
    assert run(tmp_path, "--sheet", "Nope", str(path)) == 2
    assert "The workbook has: Applications, People." in capsys.readouterr().err


def test_a_sheet_of_what_is_no_workbook_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    assert run(tmp_path, "--sheet", "Data", str(path)) == 0
    assert 'The list is no workbook: there is no sheet "Data" to choose.' in capsys.readouterr().out


def test_a_list_without_rows_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Key,Title\n", encoding="utf-8")
    assert run(tmp_path, "--json", str(path)) == 0
    assert json.loads(capsys.readouterr().out)["warnings"] == ["The list has no rows below its names."]


def test_the_mapping_of_nearly_such_a_list_is_used_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, mapping = tmp_path / "list.csv", tmp_path / "map.json"
    path.write_text(LIST, encoding="utf-8")
    assert run(tmp_path, "--save-map", str(mapping), str(path)) == 0
    found = json.loads(mapping.read_text(encoding="utf-8"))
    found["value_maps"] = {"state": {"Zapped": "withdrawn"}}
    mapping.write_text(json.dumps(found), encoding="utf-8")
    assert run(tmp_path, "--map", str(mapping), str(path)) == 0
    wider = tmp_path / "wider.csv"
    wider.write_text("Key,Title,State,Sprint,Shelf\nA-3,Three,Zapped,,12\n", encoding="utf-8")
    capsys.readouterr()
    assert run(tmp_path, "--dry-run", str(wider)) == 0
    assert "Mapped as the list “list.csv” was, but for “Shelf”, which is new." in (
        told := capsys.readouterr().out
    )
    assert "cannot be read" not in told


def test_words_that_say_nothing_are_named_with_the_way_to_say_what_they_mean(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A newcomer gets from one message to the next, and what was said holds for the next list."""
    path, mapping = tmp_path / "list.csv", tmp_path / "map.json"
    path.write_text(LIST, encoding="utf-8")
    assert run(tmp_path, "--dry-run", str(path)) == 0
    told = "note: No value here for “Zapped” (State): --save-map MAP.json writes such words to a file"
    assert told in capsys.readouterr().out
    assert run(tmp_path, "--save-map", str(mapping), str(path)) == 0
    assert f"then import the list by --map {mapping}" in capsys.readouterr().out
    found = json.loads(mapping.read_text(encoding="utf-8"))
    assert "withdrawn" in found["choices"]["state"]
    assert "deployment_on" in found["fields"]
    found["value_maps"]["state"]["Zapped"] = "Gone"
    mapping.write_text(json.dumps(found), encoding="utf-8")
    assert run(tmp_path, "--map", str(mapping), str(path)) == 2
    assert '"Gone" is no value of state ("Zapped"). Use one of: intake, in_test,' in capsys.readouterr().err
    found["value_maps"]["state"]["Zapped"] = "withdrawn"
    mapping.write_text(json.dumps(found), encoding="utf-8")
    assert run(tmp_path, "--map", str(mapping), str(path)) == 0
    capsys.readouterr()
    assert run(tmp_path, "--dry-run", str(path)) == 0
    assert "note:" not in capsys.readouterr().out


def test_a_word_that_is_left_without_a_value_is_kept_as_text_and_not_asked_for_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, mapping = tmp_path / "list.csv", tmp_path / "map.json"
    path.write_text(LIST, encoding="utf-8")
    assert run(tmp_path, "--save-map", str(mapping), str(path)) == 0
    assert run(tmp_path, "--map", str(mapping), str(path)) == 0
    capsys.readouterr()
    assert run(tmp_path, "--dry-run", str(path)) == 0
    assert "No value here" not in capsys.readouterr().out
