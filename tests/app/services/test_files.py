"""Files written whole or not at all, whatever stands in their place."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.services.errors import RefusedError
from app.services.files import printable, whole_file

ROOT = Path(__file__).resolve().parents[3]


def test_what_was_there_stays_where_writing_fails(tmp_path: Path) -> None:
    out = tmp_path / "list.csv"
    out.write_bytes(b"before")

    def fail() -> None:
        with whole_file(out) as target:
            target.write(b"half")
            raise OSError(28, "No space left on device")

    with pytest.raises(RefusedError, match=r"list\.csv cannot be written \(No space left on device\)"):
        fail()
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("list.csv", b"before")]


KILLED = """
import os, sys
from pathlib import Path
from app.services.files import whole_file
with whole_file(Path(sys.argv[1])) as target:
    target.write(b"half")
    target.flush()
    print("begun", flush=True)
    sys.stdin.readline()
    os.abort()
"""


def test_what_a_killed_save_left_goes_with_the_next_and_what_another_writes_stays(tmp_path: Path) -> None:
    out, beside = tmp_path / "list[1].csv", tmp_path / ".list[1].csv.old.part"
    beside.write_bytes(b"somebody's own")
    command = [sys.executable, "-c", KILLED, str(out)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with whole_file(out) as target:
            target.write(b"first")
        assert len(list(tmp_path.iterdir())) == 3
        other.communicate(b"\n")
    assert (out.read_bytes(), len(list(tmp_path.iterdir()))) == (b"first", 3)
    with whole_file(out) as target:
        target.write(b"second")
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {
        out.name: b"second",
        beside.name: b"somebody's own",
    }


def test_of_a_link_what_it_leads_to_is_written(tmp_path: Path) -> None:
    out, link = tmp_path / "kept.csv", tmp_path / "link.csv"
    out.write_bytes(b"before")
    link.symlink_to(out)
    with whole_file(link) as target:
        target.write(b"after")
    assert link.is_symlink()
    assert out.read_bytes() == b"after"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name")
def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe, read = tmp_path / "pipe", list[bytes]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    with whole_file(pipe) as target:
        target.write(b"rows")
    reader.join()
    assert read == [b"rows"]
    assert pipe.is_fifo()


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with (
        pytest.raises(RefusedError, match="cannot be written"),
        whole_file(tmp_path / "nowhere" / "list.csv"),
    ):
        pass


@pytest.mark.parametrize(
    ("name", "shown"),
    [("list.csv", "list.csv"), ("Änderungen.csv", "Änderungen.csv"), ("\udcc4.csv", "?.csv")],
)
def test_names_that_are_no_text_are_made_printable(name: str, shown: str) -> None:
    assert printable(name) == shown
