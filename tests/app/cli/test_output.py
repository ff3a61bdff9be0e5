"""What the command line prints arrives, or is dropped in silence, wherever it goes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

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
