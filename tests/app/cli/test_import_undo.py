"""`lockstep import` and `lockstep import --undo ID`, as typed."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.cli.main import main
from app.services.workplace import Workplace, open_workplace

LIST = "Key,Title,Owner\nCHG-1,Patch,Ada\nCHG-2,Move,Ben\n"


class Opener:
    """Opens the database that --db names."""

    def url_of(self, url: str | None) -> str:
        """The address that --db names."""
        assert url is not None
        return url

    def __call__(self, url: str | None) -> Workplace:
        """The open workplace at that address."""
        return open_workplace(self.url_of(url), "tester", lambda: datetime.now(UTC))


def run(tmp_path: Path, *words: str) -> int:
    """Run one command on the test's database."""
    return main(["import", "--db", f"sqlite:///{tmp_path / 'lockstep.db'}", *words], Opener())


def test_an_import_is_undone_by_its_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    assert run(tmp_path, "--json", str(path)) == 0
    done = json.loads(capsys.readouterr().out)
    assert (done["created"], done["disappeared"]) == (2, [])
    path.write_text("\n".join(LIST.splitlines()[:2]), encoding="utf-8")
    run(tmp_path, "--json", "--dry-run", str(path))
    assert json.loads(capsys.readouterr().out)["disappeared"] == ["CHG-2"]
    assert run(tmp_path, "--undo", str(done["import_id"])) == 0
    assert "2 removed, 0 restored" in capsys.readouterr().out
    assert run(tmp_path, "--undo", str(done["import_id"])) == 2
    assert "undone already" in capsys.readouterr().err
    path.write_text(LIST, encoding="utf-8")
    assert run(tmp_path, "--json", str(path)) == 0
    (told,) = json.loads(capsys.readouterr().out)["warnings"]
    assert "which was undone; it may be wrong. --save-map writes the mapping" in told
    assert run(tmp_path, "--json", str(path)) == 0
    assert json.loads(capsys.readouterr().out)["warnings"] == []


def test_nothing_named_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path) == 2
    assert "Name the list to import" in capsys.readouterr().err


def test_undoing_can_be_tried(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    assert run(tmp_path, str(path)) == 0
    capsys.readouterr()
    for _ in range(2):
        assert run(tmp_path, "--undo", "1", "--dry-run") == 0
        assert "Would undo import 1 (list.csv): 2 removed, 0 restored." in capsys.readouterr().out
    assert run(tmp_path, "--undo", "1") == 0
    assert run(tmp_path, "--undo", "1", "--dry-run") == 2


def test_a_list_and_an_import_to_undo_are_too_much(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    assert run(tmp_path, str(path)) == 0
    assert run(tmp_path, str(path), "--undo", "1") == 2
    assert "not both" in capsys.readouterr().err


def test_one_row_is_one_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    assert run(tmp_path, str(path)) == 0
    path.write_text("\n".join(LIST.splitlines()[:2]), encoding="utf-8")
    capsys.readouterr()
    assert run(tmp_path, str(path)) == 0
    told = capsys.readouterr().out
    assert "Imported 1 row of changes" in told
    assert "1 imported before is not in this list; it is left alone" in told


def test_a_zone_that_there_is_not_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    assert run(tmp_path, str(path), "--zone", "Nowhere/X") == 2
    assert '"Nowhere/X" is no time zone' in capsys.readouterr().err
    assert run(tmp_path, str(path), "--zone", "W. Europe Standard Time") == 0
