"""Reading project files: every real one, and a sentence for each that is not one."""

import csv

import pytest

from app.sequencing.projects.bounds import lower_bound
from app.sequencing.projects.errors import ProjectFileError
from app.sequencing.projects.psplib import parse_project, read_project
from tests.app.sequencing.projects.worlds import PSPLIB, real


def test_a_real_file_is_read_to_the_last_number() -> None:
    project = read_project(real("j30/j3010_1.sm"))
    assert project.name == "j3010_1.sm"
    assert len(project.jobs) == 32
    assert project.capacities == (24, 23, 25, 33)
    assert project.jobs[2].duration == 5
    assert project.jobs[2].demands == (0, 5, 9, 10)
    assert [link.after for link in project.links if link.before == 0] == [1, 2, 3]


@pytest.mark.parametrize(("name", "jobs"), [("j30", 32), ("j60", 62), ("j90", 92), ("j120", 122)])
def test_all_files_are_read_and_no_bound_exceeds_the_best_known(name: str, jobs: int) -> None:
    real(f"{name}/{name}1_1.sm")
    with (PSPLIB / "best_known.csv").open(encoding="utf-8") as lines:
        best = {row["instance"]: int(row["upper_bound"]) for row in csv.DictReader(lines)}
    paths = sorted((PSPLIB / name).glob("*.sm"))
    assert len(paths) >= 48
    for path in paths:
        project = read_project(path)
        assert len(project.jobs) == jobs
        assert 0 < lower_bound(project) <= best[path.name]


def _text() -> str:
    return real("j30/j301_1.sm").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("jobs (incl. supersource/sink )", "job count", "has no line"),
        ("PRECEDENCE RELATIONS", "SOMETHING", "no section PRECEDENCE"),
        ("nonrenewable              :  0", "nonrenewable              :  2", "only renewable"),
        ("- renewable                 :  4", "- renewable                 :  x", "expected a number"),
        ("   1        1          3 ", "   1        3          3 ", "3 modes"),
        ("   1        1          3 ", "   1        1          4 ", "expected job 1"),
        ("  2      1     8", "  2      1     ?", "expected whole numbers"),
        ("   12   13    4   12\n", "   12   13    4\n", "expected 4 capacities"),
    ],
)
def test_what_is_not_understood_is_said(old: str, new: str, said: str) -> None:
    text = _text()
    assert old in text
    with pytest.raises(ProjectFileError, match="t\\.sm") as refused:
        parse_project(text.replace(old, new, 1), "t.sm")
    assert said in str(refused.value)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.97])
def test_a_file_cut_off_is_refused(share: float) -> None:
    text = _text()
    with pytest.raises(ProjectFileError):
        parse_project(text[: int(len(text) * share)], "t.sm")


def test_links_in_a_circle_are_refused() -> None:
    text = _text().replace("  31        1          1          32", "  31        1          1           2")
    with pytest.raises(ProjectFileError, match="circle"):
        parse_project(text, "t.sm")
