"""A program that asks, signs and freezes without an end, to be killed at any moment: `python -m … URL`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from itertools import count

from app.domain.changes import Change
from app.domain.exceptions import ExceptionKind, ExceptionRequest
from app.domain.gates import CriterionKind, CriterionSpec
from app.domain.register import Person, Role
from app.domain.signatures import Meaning
from app.domain.windows import Checkpoint, MaintenanceWindow
from app.services.checkpoints import freeze_checkpoint
from app.services.exception_signing import sign_exception
from app.services.exceptions.requests import ask, draft
from app.services.signing.keys import enrol
from app.services.workplace import Workplace, open_workplace
from app.store.reading import find

PASSPHRASE = "a sentence nobody guesses"
SIGNERS = (("Quinn Abara", Role.QA_MANAGER), ("Bea Lindt", Role.BUSINESS_OWNER))
BUILT = CriterionSpec("build", "Build succeeded", "Build", CriterionKind.BUILD_SUCCEEDED)


def now() -> datetime:
    """The present instant."""
    return datetime.now(UTC)


def prepare(url: str) -> None:
    """Record who asks and who signs, each signer with a key."""
    workplace = open_workplace(url, "tester", now)
    with workplace.write() as work:
        rita = work.add(Person("Rita Vale", roles=(Role.RELEASE_MANAGER,)))
        people = [work.add(Person(name, roles=(role,))) for name, role in SIGNERS]
        work.commit()
    for person in people:
        enrol(workplace, person.id or 0, rita.id or 0, PASSPHRASE)
    workplace.close()


def one_exception(workplace: Workplace, name: str) -> None:
    """A window with a change that is late, its exception signed twice, and its checkpoint frozen."""
    with workplace.read() as connection:
        people = {person.name: person.id or 0 for person in find(connection, Person)}
    with workplace.write() as work:
        start = now() + timedelta(days=3)
        window = work.add(MaintenanceWindow(name, start, start + timedelta(hours=8), "UTC"))
        cutoff = start - timedelta(days=1)
        work.add(Checkpoint("Ready", cutoff, cutoff + timedelta(hours=1), (BUILT,), window_id=window.id))
        change = work.add(Change(name, "Pay by card", window_id=window.id))
        work.commit()
    wanted = ExceptionRequest(
        change.id or 0, ExceptionKind.LATE, 0, people["Rita Vale"], window.id, "Ready", ("build",), None,
        "A law takes effect", "Payments may fail", "A fine", "Smoke test",
    )  # fmt: skip
    request = ask(workplace, draft(workplace, wanted).value.id or 0).value
    for signer, role in SIGNERS:
        sign_exception(workplace, request.id or 0, people[signer], role, Meaning.APPROVE, PASSPHRASE)
        print("signed", flush=True)
    freeze_checkpoint(workplace, window.id or 0, "Ready", now())
    print("frozen", flush=True)


def main() -> None:
    """Go on until killed; the names of what is made carry the second argument."""
    workplace = open_workplace(sys.argv[1], "tester", now)
    print("ready", flush=True)
    for number in count():
        one_exception(workplace, f"{sys.argv[2]}-{number}")


if __name__ == "__main__":
    main()
