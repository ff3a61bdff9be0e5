"""The small organisation with a night behind it, ready for fixes, detections and incidents."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from app.domain.fixes import ProductionFix
from app.domain.incidents import Incident
from app.domain.reconciliation import DetectedChange
from app.domain.register import Person, Role
from app.domain.signatures import SigningKey
from app.services.fixes.entering import QuickFix, edit_fix, enter_fix
from app.services.fixes.signing import sign_off
from app.services.incidents.recording import save_incident
from app.services.signing.keys import enrol
from tests.app.services.board_world import World

PASSPHRASE = "a sentence nobody guesses"
ZONE = "Europe/Berlin"
TEXTS = {
    "reason": "Payments stood still",
    "steps_taken": "Restarted the queue",
    "discussion": "Agreed with the manager on duty",
    "risk": "Low",
}


def enter(world: World, title: str = "Restarted the queue", where: str = "Edge router") -> ProductionFix:
    """A fix made five minutes ago by Ann."""
    quick = QuickFix(title, "Ann Meyer", (where,), world.clock.now - timedelta(minutes=5))
    return enter_fix(world.workplace, quick).value


def document(world: World, fix: ProductionFix) -> ProductionFix:
    """The fix with every text it owes."""
    return edit_fix(world.workplace, replace(fix, **TEXTS)).value


def sign(world: World, fix: ProductionFix) -> ProductionFix:
    """The fix signed off by the operations manager."""
    signer = with_key(world)
    return sign_off(world.workplace, fix, signer.id or 0, Role.OPERATIONS, PASSPHRASE).value


def with_key(world: World) -> Person:
    """The operations manager, who has a key."""
    signer = next(one for one in world.people if Role.OPERATIONS in one.roles)
    with world.workplace.write() as unit:
        if unit.find(SigningKey, person_id=signer.id):
            return signer
        witness = unit.add(Person("Rita Vale", roles=(Role.RELEASE_MANAGER,)))
        unit.commit()
    enrol(world.workplace, signer.id or 0, witness.id or 0, PASSPHRASE)
    return signer


def detect(world: World, key: str, at: datetime, item: str = "Edge router", what: str = "/etc/x") -> int:
    """A detection on an item, known to the register or not; its id."""
    known = {one.name: one.id for one in world.items}
    with world.workplace.write() as unit:
        stored = unit.add(
            DetectedChange(key, at, ZONE, item, what, "root", known.get(item), "AIDE"), "monitoring saw it"
        )
        unit.commit()
    return stored.id or 0


def fail(world: World, hours_ago: float = 3, hours: float | None = 1) -> Incident:
    """An outage of the first application; `hours` None means it lasts."""
    start = world.clock.now - timedelta(hours=hours_ago)
    end = None if hours is None else start + timedelta(hours=hours)
    application = world.applications[0].id or 0
    return save_incident(
        world.workplace, Incident("", "Payments down", start, ZONE, ended_at=end, applications=(application,))
    ).value
