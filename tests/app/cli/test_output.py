"""What the command line prints arrives, or is dropped in silence, wherever it goes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
LIST = "Key,Title,Owner\nA-1,Zażółć gęślą jaźń,山田\n"


def start(tmp_path: Path, **variables: str) -> subprocess.Popen[bytes]:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    words = ["import", str(path), "--dry-run", "--json", "--db", f"sqlite:///{tmp_path / 'lockstep.db'}"]
    return subprocess.Popen(
        [sys.executable, "-m", "app.bootstrap", *words],
        cwd=ROOT,
        env={**os.environ, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_a_reader_that_has_gone_away_is_no_error(tmp_path: Path) -> None:
    with start(tmp_path) as program:
        assert program.stdout is not None and program.stderr is not None  # noqa: PT018
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 0


def test_letters_that_a_terminal_does_not_know_are_no_error(tmp_path: Path) -> None:
    with start(tmp_path, PYTHONIOENCODING="ascii") as program:
        told, errors = program.communicate()
    assert errors == b""
    assert b"\\u5c71\\u7530" in told, "the owner, who is not in the register"
    assert program.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
def test_an_answer_that_no_disk_takes_is_told(tmp_path: Path) -> None:
    path, url = tmp_path / "list.csv", f"sqlite:///{tmp_path / 'lockstep.db'}"
    path.write_text(LIST, encoding="utf-8")
    words = [sys.executable, "-m", "app.bootstrap", "import", str(path), "--db", url]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(words, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.stderr == (
        "lockstep: the answer cannot be written: No space left on device. "
        "What was asked is done all the same.\n"
    )
    assert done.returncode == 1


def test_a_file_whose_name_is_no_text_is_imported(tmp_path: Path) -> None:
    """Names of an old share, in Latin-1."""
    named = os.fsencode(tmp_path) + b"/\xc4nderungen.csv"
    try:
        Path(os.fsdecode(named)).write_text(LIST, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such names")
    words = [sys.executable, "-m", "app.bootstrap", "import", named, "--db", f"sqlite:///{tmp_path / 'a.db'}"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    undone = subprocess.run([*words[:4], "--undo", "1", *words[5:]], cwd=ROOT, capture_output=True, text=True)
    assert undone.stdout == "Undid import 1 (?nderungen.csv): 1 removed, 0 restored.\n"
