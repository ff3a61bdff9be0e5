"""A program killed in the middle of a night: it opens where it was, log and state agree, nothing is lost."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.domain.windows import MaintenanceWindow, WindowState
from app.sequencing.night import fold
from app.services.audit import verify_chain
from app.services.night import acts
from app.services.night.runs import open_night
from app.services.sequences import open_sequence
from app.services.workplace import open_workplace
from app.store.reading import find
from tests.app.services.night_world import START

ROOT = Path(__file__).resolve().parents[2]
# Acts at random, refused ones included; each says its number once it is committed.
RUNNING = """
import random, sys
from datetime import timedelta
from app.services.errors import RefusedError
from app.services.night import acts, runs
from app.sequencing.night import Choice
from tests.app.services.night_world import make_night_world

world = make_night_world(sys.argv[1])
draw = random.Random(sys.argv[2])
run_id = runs.begin(world.workplace, world.window_id).value
print(1, flush=True)
while True:
    world.clock.now += timedelta(seconds=draw.randint(0, 90))
    activity = draw.choice(world.stored().ids)
    act = draw.choice(("start", "finish", "fail", "skip", "go", "hand", "note", "undo", "redo", "back"))
    try:
        if act in ("start", "finish", "fail", "skip"):
            done = getattr(acts, act)(world.workplace, run_id, activity, None, "why not")
        elif act == "go":
            done = acts.decide(world.workplace, run_id, activity, draw.random() < 0.5, None, "why not")
        elif act == "hand":
            done = acts.hand_over(world.workplace, run_id, activity, None, world.cleo.id, None, "ill")
        elif act == "note":
            done = acts.note(world.workplace, run_id, "calm")
        elif act == "back":
            question = acts.ask_rollback(world.workplace, run_id, "CHG-1")
            choices = {one.change_key: one.proposed for one in question.dependants}
            done = acts.roll_back(world.workplace, run_id, "CHG-1", choices, None, "postings differ")
        else:
            done = getattr(acts, act)(world.workplace, run_id)
    except RefusedError:
        continue
    print(done.value.entry.number, flush=True)
"""


@pytest.mark.parametrize("seed", range(6))
def test_a_killed_night_opens_where_it_was(tmp_path: Path, seed: int) -> None:
    url = f"sqlite:///{tmp_path / 'lockstep.db'}"
    running = subprocess.Popen(
        [sys.executable, "-c", RUNNING, url, str(seed)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert running.stdout is not None
    said = [running.stdout.readline()]
    time.sleep(random.Random(seed).uniform(0.02, 1.2))
    running.kill()
    said += running.stdout.readlines()
    running.wait()
    running.stdout.close()
    committed = max(int(line) for line in said if line.endswith("\n"))

    workplace = open_workplace(url, "Mara", lambda: START.replace(hour=23))
    with workplace.read() as connection:
        window = find(connection, MaintenanceWindow)[0]
    view = open_night(workplace, window.id or 0)
    assert view is not None
    assert window.state is WindowState.RUNNING
    assert [line.entry.number for line in view.log] == list(range(1, len(view.log) + 1))
    assert len(view.log) >= committed
    assert fold(view.run.plan, view.entries) == open_sequence(workplace, window.id or 0).sequence
    assert verify_chain(workplace).is_ok
    acts.note(workplace, view.run_id, "back at the desk")
    after = open_night(workplace, window.id or 0)
    assert after is not None
    assert len(after.log) == len(view.log) + 1
    workplace.close()
