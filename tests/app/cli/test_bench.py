"""`lockstep bench`: figures beside their floors, as lines and as JSON."""

import json

import pytest

from app.bootstrap import main


def test_figures_stand_beside_their_floors(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "passes", "--json"]) == 0
    results = json.loads(capsys.readouterr().out)["results"]
    assert [row["name"] for row in results][:1] == ["passes, 300 activities"]
    for row in results:
        assert row["ours"] > 0
        assert row["reference"] > 0
        assert row["ratio"] == pytest.approx(row["ours"] / row["reference"], abs=0.001)


def test_an_unknown_figure_names_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["bench", "nonsense"])
    assert stopped.value.code == 2
    assert "packet" in capsys.readouterr().err
