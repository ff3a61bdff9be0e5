"""The small organisation with everybody who asks for, witnesses and signs an exception."""

from __future__ import annotations

from app.domain.exceptions import ExceptionKind, ExceptionRequest
from app.domain.register import Person, Role
from app.services.exceptions import requests
from app.services.signing.keys import enrol
from tests.app.services.board_world import World

PASSPHRASE = "seven calm herons wait"
MARKUP = "<b>Ledger</b> <img src=x> &lt; =cmd"


def add_people(world: World) -> dict[str, Person]:
    """The release manager, a second one, senior management and who asks; by first name, with the old ones."""
    with world.workplace.write() as work:
        new = work.add_all(
            [
                Person("Rita Holm", roles=(Role.RELEASE_MANAGER,)),
                Person("Emil Lund", roles=(Role.SENIOR_MANAGEMENT, Role.RELEASE_MANAGER)),
                Person("Tove Berg", roles=(Role.QA_MANAGER, Role.DEVELOPMENT)),
            ]
        )
        work.commit()
    return {person.name.split()[0]: person for person in (*world.people, *new)}


def give_key(world: World, people: dict[str, Person], *names: str) -> None:
    """Enrol a key for each, witnessed by Rita (or Emil for Rita)."""
    for name in names:
        witness = people["Emil" if name == "Rita" else "Rita"]
        enrol(
            world.workplace, people[name].id or 0, witness.id or 0, PASSPHRASE, witness_passphrase=PASSPHRASE
        )


def late_request(world: World, requester: Person, change: int = 0, *, is_asked: bool = True) -> int:
    """The id of a request to pass the first checkpoint late without test."""
    request = ExceptionRequest(
        change_id=world.changes[change].id or 0,
        kind=ExceptionKind.LATE,
        policy_id=0,
        requested_by_id=requester.id or 0,
        checkpoint_name="In for test",
        criteria=("test",),
        reason=MARKUP,
        risk_of_doing="The ledger may stand still for ten minutes",
        risk_of_not_doing="Invoices go out twice",
        test_statement="Unit tests only; QA tests on Friday",
    )
    stored = requests.draft(world.workplace, request).value
    if is_asked:
        requests.ask(world.workplace, stored.id or 0)
    return stored.id or 0
