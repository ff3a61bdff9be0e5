"""`lockstep night` as a script calls it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.bootstrap import main
from app.services.night import acts, runs
from tests.app.services.night_world import PREPARE, make_night_world


@pytest.fixture
def url(local_url: str) -> str:
    """A database for the small locked window."""
    return local_url


def test_a_night_that_has_not_begun_says_so(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    make_night_world(url).workplace.close()
    assert main(["night", "--db", url, "--window", "1"]) == 2
    assert "has not begun" in capsys.readouterr().err


def test_the_status_and_the_log(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world = make_night_world(url)
    world.clock.now = datetime.now(UTC) - timedelta(minutes=5)
    run_id = runs.begin_rehearsal(world.workplace, world.window_id).value
    acts.start(world.workplace, run_id, PREPARE)
    world.workplace.close()
    words = ["night", "--db", url, "--window", "1", "--log", str(tmp_path / "log.csv"), "--json"]
    assert main(words) == 0
    data = json.loads(capsys.readouterr().out)
    assert {"running", "next", "late", "forecast_finish", "window_end", "gates"} <= set(data)
    assert [one["title"] for one in data["running"]] == ["Stop the batch"]
    assert data["rehearsal"] is True
    assert data["rows"] == 2
    assert (tmp_path / "log.csv").exists()
    assert main(["night", "--db", url, "--window", "1", "--verify"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Rehearsal of Weekly, ")
    assert printed.endswith("Log, audit events and sequence agree.\n")


def test_something_late_is_a_finding(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    world = make_night_world(url)
    world.clock.now = datetime.now(UTC) - timedelta(minutes=40)
    run_id = runs.begin_rehearsal(world.workplace, world.window_id).value
    acts.start(world.workplace, run_id, PREPARE)
    world.workplace.close()
    assert main(["night", "--db", url, "--window", "1", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["late"][0]["now"] is True
