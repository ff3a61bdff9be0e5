"""Kills a program again and again while it signs and freezes: `python -m tests.e2e.kill_signing --kills 200`.

After every kill, each signature must have its event and each event its signature, and a checkpoint must be
frozen with all its gates or not at all. The sealing of keys is made cheap, so that kills hit the writing.
"""

from __future__ import annotations

import argparse
import itertools
import multiprocessing
import random
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

from app.domain.changes import Change, FrozenGate
from app.domain.exceptions import ExceptionKind, ExceptionRequest
from app.domain.gates import CriterionKind, CriterionSpec
from app.domain.register import Person, Role
from app.domain.signatures import Meaning, Signature
from app.domain.windows import Checkpoint, MaintenanceWindow
from app.services.audit_verify.verify import verify
from app.services.checkpoints import freeze_checkpoint
from app.services.exception_signing import sign_exception
from app.services.exceptions.requests import ask, draft
from app.services.signing import sealing
from app.services.signing.keys import enrol
from app.services.workplace import Workplace, open_workplace
from app.store.queries.audit_states import created_events
from app.store.reading import find

PASSPHRASE = "a sentence nobody guesses"
LONGEST_SECONDS = 0.35
CHECKPOINT = "Ready for production"
CHEAP = 2**4
ROLES = (Role.QA_MANAGER, Role.BUSINESS_OWNER)
CHANGES = 3


@dataclass(frozen=True)
class Outcome:
    """What a run of kills came to."""

    kills: int
    signatures: int
    frozen: int
    problems: tuple[str, ...]


def _open(url: str) -> Workplace:
    sealing._COST = CHEAP
    return open_workplace(url, "tester", lambda: datetime.now(UTC))


def prepare(url: str) -> None:
    """The people with their keys."""
    workplace = _open(url)
    with workplace.write() as unit:
        rita = unit.add(Person("Rita Vale", roles=(Role.RELEASE_MANAGER,)))
        signers = [unit.add(Person(role.words, roles=(role,))) for role in ROLES]
        unit.commit()
    for signer in signers:
        enrol(workplace, signer.id or 0, rita.id or 0, PASSPHRASE)
    workplace.close()


def work(url: str, begun: Connection, name: str) -> None:
    """Ask, sign and freeze without end, from the first signature on telling that it has begun."""
    workplace = _open(url)
    with workplace.read() as connection:
        rita, *signers = find(connection, Person)
    for number in itertools.count():
        window_id, change = _window(workplace, f"{name}-{number}")
        wanted = ExceptionRequest(
            change.id or 0, ExceptionKind.LATE, 0, rita.id or 0, window_id, CHECKPOINT, ("build",), None,
            "A law", "It may fail", "A fine", "Smoke test",
        )  # fmt: skip
        request_id = draft(workplace, wanted).value.id or 0
        ask(workplace, request_id)
        if number == 0:
            begun.send(True)
        for signer, role in zip(signers, ROLES, strict=True):
            sign_exception(workplace, request_id, signer.id or 0, role, Meaning.APPROVE, PASSPHRASE)
        freeze_checkpoint(workplace, window_id, CHECKPOINT)


def _window(workplace: Workplace, name: str) -> tuple[int, Change]:
    with workplace.write() as unit:
        now = unit.now
        begins = now + timedelta(days=3)
        window = unit.add(MaintenanceWindow(name, begins, begins + timedelta(hours=8), "UTC"))
        criteria = (CriterionSpec("build", "Build succeeded", "Build", CriterionKind.BUILD_SUCCEEDED),)
        unit.add(
            Checkpoint(CHECKPOINT, now, now + timedelta(hours=1), criteria, True, 1, window_id=window.id)
        )
        changes = [
            unit.add(Change(f"{name}-{place}", "A change", window_id=window.id)) for place in range(CHANGES)
        ]
        unit.commit()
    return window.id or 0, changes[0]


def problems_of(url: str) -> tuple[list[str], int, int]:
    """What is half there; and how many signatures and frozen checkpoints there are."""
    workplace = _open(url)
    found = [one.sentence for one in verify(workplace).findings]
    with workplace.read() as connection:
        signatures = find(connection, Signature)
        ids = [one.id or 0 for one in signatures]
        parts = [ids[at : at + 500] for at in range(0, len(ids), 500)]
        recorded = sum(len(created_events(connection, "signature", part)) for part in parts)
        if recorded != len(ids):
            found.append(f"{recorded} events of {len(ids)} signatures")
        gates: dict[int, int] = {}
        for gate in find(connection, FrozenGate):
            gates[gate.checkpoint_id] = gates.get(gate.checkpoint_id, 0) + 1
        frozen = 0
        for one in find(connection, Checkpoint):
            wanted = CHANGES if one.frozen_at is not None else 0
            frozen += one.frozen_at is not None
            if gates.get(one.id or 0, 0) != wanted:
                found.append(f"checkpoint {one.id} has {gates.get(one.id or 0, 0)} gates, not {wanted}")
    workplace.close()
    return found, len(signatures), frozen


def run(url: str, kills: int, seed: int = 5) -> Outcome:
    """Begin the work and kill it, so many times; look at the database after each."""
    chance = random.Random(seed)
    way = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    processes = multiprocessing.get_context(way)
    prepare(url)
    problems: list[str] = []
    signatures = frozen = 0
    for kill in range(kills):
        here, there = processes.Pipe(duplex=False)
        process = processes.Process(target=work, args=(url, there, f"K{kill}"))
        process.start()
        there.close()
        here.recv()
        time.sleep(chance.uniform(0.0, LONGEST_SECONDS))
        process.kill()
        process.join()
        here.close()
        found, signatures, frozen = problems_of(url)
        problems += [f"after kill {kill + 1}: {one}" for one in found]
    return Outcome(kills, signatures, frozen, tuple(problems))


def main() -> int:
    """Kill as often as asked, print what came of it; status 1 when anything was half there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--db", default="", help="an empty, migrated database (default: a local one)")
    parser.add_argument("--seed", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = arguments.db or f"sqlite:///{Path(folder) / 'lockstep.db'}"
        outcome = run(url, arguments.kills, arguments.seed)
    for problem in outcome.problems:
        print(problem)
    print(
        f"{outcome.kills} kills, {outcome.signatures} signatures, {outcome.frozen} checkpoints frozen, "
        f"{len(outcome.problems)} problems"
    )
    return 1 if outcome.problems else 0


if __name__ == "__main__":
    sys.exit(main())
