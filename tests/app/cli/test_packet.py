"""`lockstep packet` and `lockstep export-list` as programs call them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from app.cli.main import main
from app.services.workplace import Workplace, open_workplace
from tests.app.services.board_world import Clock
from tests.app.services.packet_world import make_packet_world
from tests.templates import CopyOf


class Database:
    """Opens the test's database whatever the words say."""

    def __init__(self, url: str) -> None:
        self._url = url

    def url_of(self, url: str | None) -> str:
        """The test's address."""
        return self._url

    def __call__(self, url: str | None) -> Workplace:
        """The open workplace."""
        return open_workplace(self._url, "tester", Clock())


@pytest.fixture
def database(local_copy_of: CopyOf) -> Database:
    """A database with the small organisation."""
    return Database(local_copy_of(make_packet_world).workplace.address)


def test_packet_writes_what_it_issued(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    words = ["packet", "--window", "2026-11-28", "--meeting", "final", "--out", str(out), "--json"]
    assert main(words, database) == 0
    data = json.loads(capsys.readouterr().out)
    assert {"pdf", "xlsx", "pages", "sha256", "audit_head"} <= set(data)
    assert hashlib.sha256(Path(data["pdf"]).read_bytes()).hexdigest() == data["sha256"]
    assert Path(data["xlsx"]).name == "2026-11-28-window-1-final-packet.xlsx"


def test_a_folder_that_cannot_be_used_issues_nothing(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    words = ["packet", "--window", "1", "--meeting", "final", "--out", str(tmp_path / "file")]
    assert main(words, database) == 2
    assert "cannot be used" in capsys.readouterr().err


def test_export_list_tells_file_and_rows(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "changes.csv"
    assert main(["export-list", "changes", "--window", "1", "--out", str(out), "--json"], database) == 0
    assert json.loads(capsys.readouterr().out) == {"file": str(out), "rows": 31}


def test_audit_export_tells_events_and_head(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "audit.xlsx"
    words = ["audit", "export", "--from", "2026-11-01", "--to", "2026-11-30", "--out", str(out), "--json"]
    assert main(words, database) in (0, 1)
    data = json.loads(capsys.readouterr().out)
    assert data["events"] > 100
    assert data["head"].startswith(f"{data['events']}:")
