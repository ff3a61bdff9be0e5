"""A program killed while it edits: what it said was stored is there, and the audit chain is whole."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.changes import Change, Ticket
from app.services.audit import verify_chain
from app.services.database import check
from app.services.workplace import open_workplace
from app.store.reading import find

ROOT = Path(__file__).resolve().parents[2]
# Each unit of work stores a change with two tickets, and says so once it is committed.
EDITING = """
import sys
from datetime import UTC, datetime
from app.domain.changes import Change, Ticket
from app.services.workplace import open_workplace

workplace = open_workplace(sys.argv[1], "tester", lambda: datetime.now(UTC))
number = 0
while True:
    number += 1
    with workplace.write() as work:
        change = work.add(Change(f"CHG-{number}", f"Change {number}"))
        work.add_all([Ticket(change.id, f"T-{number}-{place}") for place in (1, 2)])
        work.commit()
    print(number, flush=True)
"""


@pytest.mark.parametrize("after_seconds", [0.05, 0.21, 0.4])
def test_nothing_committed_is_lost_and_nothing_is_kept_in_half(tmp_path: Path, after_seconds: float) -> None:
    url = f"sqlite:///{tmp_path / 'lockstep.db'}"
    editing = subprocess.Popen(
        [sys.executable, "-c", EDITING, url], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert editing.stdout is not None
    said = [editing.stdout.readline()]
    time.sleep(after_seconds)
    editing.kill()
    said += editing.stdout.readlines()
    editing.wait()
    editing.stdout.close()
    stored_at_least = max(int(line) for line in said if line.endswith("\n"))

    workplace = open_workplace(url, "tester", lambda: datetime.now(UTC))
    with workplace.read() as connection:
        keys = [change.key for change in find(connection, Change)]
        tickets = find(connection, Ticket)
    report = verify_chain(workplace)
    workplace.close()
    assert len(keys) >= stored_at_least
    assert keys == [f"CHG-{number}" for number in range(1, len(keys) + 1)]
    assert len(tickets) == 2 * len(keys)
    assert report.is_ok
    assert report.events == 3 * len(keys)
    assert check(url).problems == ()
