"""Killed while signing and freezing: no signature without its event, and no event without its signature."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from app.domain.changes import FrozenGate, Waiver
from app.domain.exceptions import ExceptionRequest, Standing
from app.domain.signatures import Signature
from app.domain.windows import Checkpoint
from app.services.audit_verify.verify import verify
from app.services.exceptions.reading import list_exceptions
from app.services.workplace import Workplace, open_workplace
from app.store.unit_of_work import find
from db.tables import AuditEvent
from tests.e2e.signing_program import now, prepare

ROOT = Path(__file__).resolve().parents[2]
KILLS = 4
_LONGEST_SECONDS = 0.9


def kill_once(url: str, name: str, after_seconds: float) -> list[str]:
    """Run the program, kill it so long after it has begun, and give what it had said by then."""
    running = subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.signing_program", url, name],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert running.stdout is not None
    assert running.stdout.readline() == "ready\n"
    time.sleep(after_seconds)
    running.kill()
    said = running.stdout.read().splitlines()
    running.wait()
    running.stdout.close()
    return said


def check(workplace: Workplace, signed: int, frozen: int) -> None:
    """Signatures and events belong together one by one, and what was said to be done is there."""
    with workplace.read() as connection:
        signatures = find(connection, Signature)
        told = connection.execute(
            select(AuditEvent.record_id, AuditEvent.action, AuditEvent.after).where(
                AuditEvent.record_kind == "signature"
            )
        ).all()
        waivers = {one.exception_id for one in find(connection, Waiver)}
        points = find(connection, Checkpoint)
        gates = {one.checkpoint_id for one in find(connection, FrozenGate)}
        requests = {one.id: one for one in find(connection, ExceptionRequest)}
    assert sorted(one.id or 0 for one in signatures) == sorted(int(row.record_id) for row in told)
    by_id = {one.id: one for one in signatures}
    for row in told:
        assert row.action == "created"
        assert json.loads(row.after)["signature"] == by_id[int(row.record_id)].signature
    assert len(signatures) >= signed
    approved = {
        item.request.id for item in list_exceptions(workplace).items if item.standing is Standing.APPROVED
    }
    assert waivers == approved <= set(requests)
    whole = {one.id for one in points if one.frozen_at is not None}
    assert gates == whole
    assert len(whole) >= frozen
    assert verify(workplace).findings == ()


def kill_often(url: str, kills: int, seed: int) -> Workplace:
    """Kill the program at moments drawn by chance, checking the database after each."""
    draw = random.Random(seed)
    prepare(url)
    workplace = open_workplace(url, "tester", now)
    signed = frozen = 0
    for number in range(kills):
        said = kill_once(url, f"{seed}-{number}", draw.uniform(0.0, _LONGEST_SECONDS))
        signed += said.count("signed")
        frozen += said.count("frozen")
        check(workplace, signed, frozen)
    return workplace


@pytest.mark.parametrize("seed", [1])
def test_a_signature_and_its_event_are_kept_together_or_not_at_all(migrated_url: str, seed: int) -> None:
    kill_often(migrated_url, KILLS, seed).close()
