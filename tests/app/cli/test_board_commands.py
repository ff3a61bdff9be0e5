"""`lockstep board` and `lockstep checkpoint` as a program calls them."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from app.bootstrap import main
from tests.app.services.board_world import make_world
from tests.templates import CopyOf


@pytest.fixture
def url(local_copy_of: CopyOf) -> str:
    """A database with the small organisation."""
    return local_copy_of(make_world).workplace.address


def test_board_prints_its_keys(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One JSON object with the changes, their gates and conflicts."""
    assert main(["board", "--db", url, "--window", "2026-11-28", "--json"]) == 0
    changes = json.loads(capsys.readouterr().out)["changes"]
    assert len(changes) == 31
    assert {"key", "title", "state", "risk", "gates", "conflicts"} <= set(changes[0])
    assert {"checkpoint", "criterion", "result", "why"} <= set(changes[0]["gates"][0])


def test_checkpoint_freezes_once(
    url: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An instant ahead is refused; status 1 with those who failed; a second time is refused with status 2."""
    words = ["checkpoint", "--db", url, "--window", "2026-11-28", "--name", "In for test", "--json"]
    monkeypatch.setattr("app.bootstrap.utc_now", lambda: datetime(2026, 11, 25, 12, tzinfo=UTC))
    assert main([*words, "--at", "2026-11-25T13:01:00+01:00"]) == 2
    assert "lies ahead" in capsys.readouterr().err
    assert main([*words, "--at", "2026-11-25T12:00:00+01:00"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert len(data["passed"]) == 24
    assert data["failed"][0]["criteria"] == ["test"]
    assert len(data["hash"]) == 64
    assert main(words) == 2
    assert "frozen" in capsys.readouterr().err


@pytest.mark.parametrize("at", ["yesterday", "2026-11-25T12:00:00"])
def test_an_instant_needs_an_offset(url: str, at: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A time without a zone is refused with an example."""
    words = ["checkpoint", "--db", url, "--window", "1", "--name", "In for test", "--at", at]
    assert main(words) == 2
    assert "2026-11-25T12:00:00+01:00" in capsys.readouterr().err
