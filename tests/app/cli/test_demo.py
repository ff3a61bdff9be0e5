"""`lockstep demo` as programs call it: what it writes, what it opens, what it refuses."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.cli.main import main
from app.services.workplace import Workplace, open_workplace

pytestmark = pytest.mark.slow

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


class Database:
    """Opens the address it is given, at a fixed instant."""

    def url_of(self, url: str | None) -> str:
        """The address as given."""
        return url or ""

    def __call__(self, url: str | None) -> Workplace:
        """The open workplace."""
        return open_workplace(self.url_of(url), "tester", lambda: NOW)


def test_demo_writes_its_files_opens_the_desk_and_is_made_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[str] = []

    def open_desk(url: str) -> int:
        opened.append(url)
        return 0

    out = tmp_path / "demo"
    assert main(["demo", "--out", str(out), "--json"], Database(), open_desk) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["db"] == f"sqlite:///{out / 'lockstep.db'}"
    assert opened == [data["db"]]
    assert data["windows"] > 40
    assert data["changes"] > 150
    assert data["activities"] > 300
    endings = sorted(Path(file).suffix for file in data["files"])
    assert endings == [".pdf", ".pdf", ".xlsx", ".xlsx", ".xlsx"]
    assert all(Path(file).stat().st_size > 5_000 for file in data["files"])
    assert main(["demo", "--out", str(out), "--no-gui"], Database(), open_desk) == 2
    assert "holds a Lockstep database already" in capsys.readouterr().err
    assert len(opened) == 1


def test_no_gui_opens_nothing_and_a_file_is_no_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    opened: list[str] = []
    words = ["demo", "--out", str(tmp_path / "file"), "--no-gui"]
    assert main(words, Database(), lambda url: len(opened.append(url) or [])) == 2
    assert "cannot be made" in capsys.readouterr().err
    assert opened == []
