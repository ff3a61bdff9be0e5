"""The program killed while it stores a list: everything is there afterwards, or nothing is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.changes import Change
from app.services.audit import verify_chain
from app.services.imports.undo import past_imports
from app.services.workplace import open_workplace
from app.store.reading import find
from tests.app.services.imports.lists import planned_of

ROOT = Path(__file__).resolve().parents[4]
ROWS = 4_000
CHILD = """
import sys
from datetime import UTC, datetime
from app.services.imports.apply import apply
from app.services.workplace import open_workplace
from tests.app.services.imports.lists import planned_of
from tests.app.services.imports.test_killed import long_list
workplace = open_workplace(sys.argv[1], "tester", lambda: datetime.now(UTC))
def tell(share, words):
    print(f"{share:.2f}", flush=True)
apply(workplace, planned_of(workplace, long_list()), "long.csv", progress=tell)
print("stored", flush=True)
"""


def long_list() -> str:
    """A list that takes a while to store."""
    rows = "".join(f"CHG-{number},Title {number},Ada,New,Restore\n" for number in range(ROWS))
    return "Key,Title,Owner,State,Backout plan\n" + rows


@pytest.mark.parametrize("delay_milliseconds", [0, 40, 120, 250, 500])
def test_nothing_is_half_written(migrated_url: str, delay_milliseconds: int) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, migrated_url], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline().strip() == "0.20"
    time.sleep(delay_milliseconds / 1000)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    workplace = open_workplace(migrated_url, "tester", lambda: datetime.now(UTC))
    with workplace.read() as connection:
        stored = len(find(connection, Change))
    assert stored in (0, ROWS)
    assert len(past_imports(workplace)) == (1 if stored else 0)
    assert verify_chain(workplace).is_ok
    outcome = planned_of(workplace, long_list()).outcome
    assert (len(outcome.created), len(outcome.unchanged)) == (ROWS - stored, stored)
    workplace.close()
