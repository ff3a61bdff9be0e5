"""A local database stays locked although other code of the program opens and closes its files."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from db import engines

PROGRAM = """
import sys
from pathlib import Path
from sqlalchemy import text
from db import engines
path = Path(sys.argv[1])
engine = engines.open_engine(engines.local_url(path))
def write(number):
    with engine.connect().execution_options(lockstep_write=True) as connection:
        connection.execute(text("CREATE TABLE IF NOT EXISTS kept (number INTEGER)"))
        connection.execute(text(f"INSERT INTO kept VALUES ({number})"))
        connection.commit()
write(1)
for one in (path, path.with_name(path.name + "-shm")):
    one.read_bytes()
print("looked", flush=True)
sys.stdin.readline()
write(2)
print("written", flush=True)
sys.stdin.readline()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has these locks")
def test_what_is_written_after_a_look_into_the_file_is_kept(tmp_path: Path) -> None:
    """As when a file dialog shows the database's folder while the command line works on it."""
    path = tmp_path / "a.db"
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    ) as desk:
        assert desk.stdin is not None
        assert desk.stdout is not None
        assert desk.stdout.readline() == "looked\n"
        other = sqlite3.connect(path)
        other.execute("SELECT count(*) FROM kept").fetchone()
        other.close()
        assert path.with_name("a.db-wal").exists()
        print(file=desk.stdin, flush=True)
        assert desk.stdout.readline() == "written\n"
        desk.kill()
    with sqlite3.connect(path) as found:
        assert found.execute("SELECT number FROM kept").fetchall() == [(1,), (2,)]
    found.close()


def test_the_log_is_put_away_and_nothing_stays_open_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    for number in range(2):
        engine = engines.open_engine(engines.local_url(path))
        with engine.connect() as one, engine.connect() as other:
            one.execute(text(f"CREATE TABLE kept_{number} (number INTEGER)"))
            one.commit()
            other.execute(text(f"SELECT * FROM kept_{number}"))
        engine.dispose()
        assert sorted(file.name for file in tmp_path.iterdir()) == ["a.db"]
        if sys.platform == "linux":
            opened = [os.path.realpath(f"/proc/self/fd/{one}") for one in os.listdir("/proc/self/fd")]
            assert not [one for one in opened if one.startswith(str(tmp_path))]
