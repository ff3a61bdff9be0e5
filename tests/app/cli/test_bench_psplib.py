"""`lockstep bench psplib`: schedules that anyone can check, and refusals in sentences."""

import json
from pathlib import Path

import pytest

from app.bootstrap import main
from app.sequencing.projects.psplib import read_project
from tests.app.sequencing.projects.checker import violations
from tests.app.sequencing.projects.worlds import PSPLIB, real


def test_each_file_gets_its_schedule_bound_and_times(capsys: pytest.CaptureFixture[str]) -> None:
    paths = [real("j30/j301_1.sm"), real("j60/j601_1.sm")]
    words = ["bench", "psplib", *map(str, paths), "--seconds", "3", "--json", "--known"]
    assert main([*words, str(PSPLIB / "best_known.csv")]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["warm_up_seconds"] >= 0
    assert len(answer["results"]) == 2
    for path, row in zip(paths, answer["results"], strict=True):
        project = read_project(path)
        assert row["instance"] == path.name
        assert violations(project, row["starts"]) == []
        assert project.makespan(row["starts"]) == row["makespan"]
        assert row["bound"] <= row["makespan"]
        assert (row["status"] == "optimal") == (row["bound"] == row["makespan"])
        assert row["gap_percent"] >= 0
        assert 0 <= row["first_ms"] / 1000 <= row["seconds"]


def test_lines_for_people_say_gap_and_load(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "psplib", str(real("j30/j302_1.sm")), "--seconds", "2"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("j302_1.sm")
    assert "1 projects" in lines[-1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "No file is named"),
        (["missing.sm"], "cannot be opened"),
        ([__file__], "no line"),
        (["{real}", "--seconds", "0"], "more than 0 seconds"),
        (["{real}", "--known", __file__], "not a list of best known values"),
    ],
)
def test_what_cannot_be_read_is_refused(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    given = [word.replace("{real}", str(real("j30/j301_1.sm"))) for word in words]
    assert main(["bench", "psplib", *given]) == 2
    assert said in capsys.readouterr().err
