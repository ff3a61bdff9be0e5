"""`lockstep sequence --suggest` as a script calls it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.bootstrap import main
from app.domain.windows import MaintenanceWindow
from app.sequencing.model import Activity, Link, Phase, Sequence
from app.services.sequences import save_sequence
from app.services.workplace import open_workplace

START = datetime(2026, 11, 28, 21, tzinfo=UTC)


def stored(tmp_path: Path, *activities: Activity, links: tuple[Link, ...] = ()) -> str:
    """A database with one window of two hours and these steps."""
    url = f"sqlite:///{tmp_path / 'lockstep.db'}"
    workplace = open_workplace(url, "tester", lambda: START - timedelta(days=2))
    with workplace.write() as work:
        window = work.add(MaintenanceWindow("Weekly", START, START + timedelta(hours=2), "Europe/Berlin"))
        work.commit()
    assert window.id is not None
    save_sequence(workplace, window.id, Sequence(activities, links, 120), 0)
    workplace.close()
    return url


def test_a_suggestion_is_printed_with_its_bound_and_accepted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    late = Activity("a" * 32, "Deploy", Phase.PREPARE, None, 30, planned_start=60)
    url = stored(tmp_path, late, Activity("b" * 32, "Check", Phase.CLOSE, None, 20))
    words = ["sequence", "--db", url, "--window", "1"]
    assert main([*words, "--suggest", "3", "--accept", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["status"] == "optimal"
    assert (data["bound"], data["suggested_finish_minutes"]) == (30, 30)
    assert data["bound_sentence"] == "No earlier finish is possible."
    assert main([*words, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["finish"] == "2026-11-28T21:30:00+00:00"


def test_why_there_is_none_is_a_finding_and_nothing_is_stored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    steps = tuple(Activity(key * 32, key.upper(), Phase.PREPARE, None, 50) for key in "abc")
    links = tuple(Link(one * 32, other * 32) for one, other in ("ab", "bc"))
    url = stored(tmp_path, *steps, links=links)
    words = ["sequence", "--db", url, "--window", "1", "--suggest", "20"]
    assert main([*words, "--json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert data["status"] == "infeasible"
    assert any("window 30 min longer" in one["resolution"] for one in data["why_not"]["reasons"])
    assert main([*words, "--accept"]) == 2
    printed = capsys.readouterr().out
    assert "Why not: A chain of steps is longer than the time there is for it." in printed
    assert "Resolved by: window 30 min longer." in printed
