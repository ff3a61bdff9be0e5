"""The bench of the chance to finish: its night is uncertain throughout, and its floor is a night too."""

import json

import numpy as np
import pytest

from app.bootstrap import main
from app.cli.bench.chance import precedence_only, uncertain_window
from app.sequencing.passes import schedule


def test_the_floor_plays_the_same_network() -> None:
    sequence = uncertain_window(60)
    assert all(a.optimistic_minutes < a.duration_minutes < a.pessimistic_minutes for a in sequence.activities)
    p50, p80, p95 = precedence_only(sequence, 500, np.random.default_rng(1))
    assert p50 <= p80 <= p95
    assert schedule(sequence).finish < p95


def test_the_figure_stands_beside_its_floor(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "chance", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["results"]
    assert row["name"] == "chance to finish, 10000 runs × 300"
    assert row["ours"] > 0
    assert row["ratio"] == pytest.approx(row["ours"] / row["reference"], abs=0.001)
