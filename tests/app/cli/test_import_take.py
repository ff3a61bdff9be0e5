"""`lockstep import --take`: what the desk and the list both changed, taken from the list."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.domain.changes import Change, Ticket
from app.services.change_records import remove_record
from app.services.workplace import Workplace, open_workplace
from app.store.reading import find
from tests.app.cli.test_import_undo import run

BEFORE = "Key,Title,Owner,Deployment date\nCHG-1,Patch,Ada,2026-12-01\nCHG-2,Move,Ben,2026-12-02\n"
AFTER = "Key,Title,Owner,Deployment date\nCHG-1,Patch twice,Ann,2026-12-08\nCHG-2,Move all,Bob,2026-12-02\n"


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """A list whose titles the desk has edited since it was imported, and that says other ones now."""
    path = tmp_path / "list.csv"
    path.write_text(BEFORE, encoding="utf-8")
    assert run(tmp_path, str(path)) == 0
    with _opened(tmp_path) as place, place.write() as work:
        for one in work.find(Change):
            day = date(2026, 12, 15) if one.key == "CHG-1" else one.deployment_on
            work.save(replace(one, title=f"{one.title}, edited", deployment_on=day))
        work.commit()
    path.write_text(AFTER, encoding="utf-8")
    return path


def _opened(tmp_path: Path) -> closing[Workplace]:
    url = f"sqlite:///{tmp_path / 'lockstep.db'}"
    return closing(open_workplace(url, "tester", lambda: datetime.now(UTC)))


def _titles(tmp_path: Path) -> list[str]:
    with _opened(tmp_path) as place, place.read() as connection:
        return [one.title for one in find(connection, Change)]


def test_conflicts_say_what_stands_where(
    edited: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(tmp_path, "--dry-run", "--json", str(edited)) == 1
    said = json.loads(capsys.readouterr().out)["conflicts"]
    assert {"row": 2, "key": "CHG-1", "field": "title"} | {
        "on_the_desk": "Patch, edited",
        "in_the_list": "Patch twice",
    } in said
    assert [one["on_the_desk"] for one in said if one["field"] == "deployment_on"] == ["2026-12-15"]
    assert run(tmp_path, "--dry-run", str(edited)) == 1
    assert "--take FIELD takes what the list says" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "titles", "status"),
    [
        ((), ["Patch, edited", "Move, edited"], 1),
        (("title",), ["Patch twice", "Move all"], 1),
        (("CHG-2:title",), ["Patch, edited", "Move all"], 1),
        (("CHG-2:title", "CHG-1:title", "deployment_on"), ["Patch twice", "Move all"], 0),
        (("all",), ["Patch twice", "Move all"], 0),
    ],
)
def test_what_is_named_is_taken_from_the_list(
    edited: Path, tmp_path: Path, words: tuple[str, ...], titles: list[str], status: int
) -> None:
    taken = [part for word in words for part in ("--take", word)]
    assert run(tmp_path, *taken, str(edited)) == status
    assert _titles(tmp_path) == titles


def test_a_word_that_no_conflict_is_of_is_refused(
    edited: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "--take", "titel", str(edited)) == 2
    assert 'No conflict is of "titel"' in capsys.readouterr().err
    assert _titles(tmp_path) == ["Patch, edited", "Move, edited"]


def test_a_list_at_odds_with_nothing_is_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "list.csv"
    path.write_text(BEFORE, encoding="utf-8")
    assert run(tmp_path, "--take", "title", str(path)) == 2
    assert "settles nothing" in capsys.readouterr().err
    assert run(tmp_path, "--take", "all", str(path)) == 0


def test_what_was_kept_is_taken_from_the_list_after_an_undo(
    edited: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A conflict is told once: the list says nothing new when it comes again."""
    assert run(tmp_path, str(edited)) == 1
    assert "undo this by --undo 2 and import again: --take FIELD" in capsys.readouterr().out
    assert run(tmp_path, "--take", "title", str(edited)) == 2
    assert run(tmp_path, "--undo", "2") == 0
    assert run(tmp_path, "--take", "all", str(edited)) == 0
    assert _titles(tmp_path) == ["Patch twice", "Move all"]


def test_what_was_removed_here_is_taken_back_by_name_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changes, tickets = tmp_path / "changes.csv", tmp_path / "tickets.csv"
    changes.write_text("Key,Title\nCHG-1,Patch\n", encoding="utf-8")
    tickets.write_text("Change,Ticket,Title\nCHG-1,T-7,First\nCHG-1,T-8,Second\n", encoding="utf-8")
    assert run(tmp_path, str(changes)) == 0
    assert run(tmp_path, "--kind", "tickets", str(tickets)) == 0
    with _opened(tmp_path) as place:
        with place.read() as connection:
            first = find(connection, Ticket, key="T-7")[0]
        remove_record(place, first, "entered twice")
    capsys.readouterr()
    assert run(tmp_path, "--kind", "tickets", "--take", "all", str(tickets)) == 0
    assert "--take record takes all of them back" in capsys.readouterr().out
    assert run(tmp_path, "--kind", "tickets", "--take", "record", "--json", str(tickets)) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["created"], said["unchanged"], said["left_out"], said["warnings"]) == (1, 1, [], [])
