"""A program killed while it signs and freezes: no signature without its event, nor the other way round."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

KILLS = 20
ROOT = Path(__file__).resolve().parents[2]


def test_never_a_signature_without_its_event_nor_an_event_without_its_signature(migrated_url: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.e2e.kill_signing", "--kills", str(KILLS), "--db", migrated_url],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    said = re.search(r"(\d+) kills, (\d+) signatures, (\d+) checkpoints frozen, 0 problems", done.stdout)
    assert said is not None
    kills, signatures, frozen = map(int, said.groups())
    assert kills == KILLS
    assert signatures > KILLS
    assert frozen > 0
