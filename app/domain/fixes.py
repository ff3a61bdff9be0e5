"""Production fixes: made first and documented after; what one owes, and what its sign-off covers."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from app.domain.field_problems import FieldProblem, name_problems, zone_problems
from app.domain.register import Person, Role

SIGNING_ROLES = (
    Role.RELEASE_MANAGER,
    Role.OPERATIONS,
    Role.SECURITY,
    Role.QA_MANAGER,
    Role.BUSINESS_OWNER,
    Role.SENIOR_MANAGEMENT,
)
"""Roles that may sign off a fix: those who answer for production, not those who develop."""

OWED_TEXTS: tuple[tuple[str, str], ...] = (
    ("reason", "why it had to be done at once"),
    ("steps_taken", "the steps taken"),
    ("discussion", "with whom it was discussed"),
    ("risk", "the risk it left"),
)
"""The texts that a fix owes, with how they are named to people."""


@dataclass(frozen=True, slots=True)
class ProductionFix:
    """A change made in production first. `place` is where in the words typed, beside the records it names.

    Instants are UTC, shown in `zone_name`; `due_at` is the deadline of its documentation. The sign-off
    carries the digest of what was signed; it is void when the content no longer has that digest.
    """

    key: str
    title: str
    made_by: str
    happened_at: datetime
    zone_name: str
    entered_at: datetime
    entered_by: str
    due_at: datetime
    place: str = ""
    configuration_items: tuple[int, ...] = ()
    applications: tuple[int, ...] = ()
    reason: str = ""
    steps_taken: str = ""
    discussion: str = ""
    risk: str = ""
    signed_by_id: int | None = None
    signed_role: Role | None = None
    signed_at: datetime | None = None
    signed_digest: str = ""
    change_id: int | None = None
    id: int | None = None
    version: int = 1


def content_digest(fix: ProductionFix) -> str:
    """SHA-256 (64 hexadecimal digits) of what a sign-off covers: all but who signed and what came of it.

    Each part is preceded by its length in bytes and a colon, so that no two contents read alike.
    """
    parts = (
        fix.key,
        fix.title,
        fix.made_by,
        fix.happened_at.isoformat(),
        fix.place,
        ",".join(map(str, fix.configuration_items)),
        ",".join(map(str, fix.applications)),
        fix.reason,
        fix.steps_taken,
        fix.discussion,
        fix.risk,
    )
    data = b"".join(b"%d:%s" % (len(text), text) for text in (part.encode() for part in parts))
    return hashlib.sha256(data).hexdigest()


def is_signed(fix: ProductionFix) -> bool:
    """Whether the sign-off stands: somebody signed, and what was signed is what is there."""
    return fix.signed_at is not None and fix.signed_digest == content_digest(fix)


def missing(fix: ProductionFix) -> tuple[str, ...]:
    """What the fix still owes, in words; empty when it is documented and signed off."""
    owed = [words for name, words in OWED_TEXTS if not getattr(fix, name).strip()]
    if fix.signed_at is None:
        owed.append("the sign-off")
    elif not is_signed(fix):
        owed.append("a new sign-off: it was changed after it was signed")
    return tuple(owed)


def missing_words(fix: ProductionFix) -> str:
    """What the fix still owes, in one phrase; empty when nothing is."""
    owed = missing(fix)
    if len(owed) > len(OWED_TEXTS):
        return "its whole documentation and the sign-off"
    return ", ".join(owed)


def fix_problems(fix: ProductionFix) -> list[FieldProblem]:
    """What keeps a fix from being entered: only what, who, where and when are asked for."""
    found = name_problems(fix.title, "title", "sentence that says what was done")
    found += name_problems(fix.made_by, "made_by", "name of who did it")
    found += zone_problems(fix.zone_name)
    if not (fix.place.strip() or fix.configuration_items or fix.applications):
        found.append(FieldProblem("place", "Where it was done is missing; name a server or an application."))
    if fix.happened_at > fix.entered_at:
        found.append(FieldProblem("happened_at", "It lies ahead; a fix is entered once it is made."))
    return found


def sign_off_problems(
    fix: ProductionFix, signer: Person, role: Role | None, makers_before: Collection[str] = ()
) -> tuple[str, ...]:
    """Why this person cannot sign the fix off in this role; nobody signs off their own.

    `makers_before` are the names that the record gave for who made it before, if it was set right since.
    """
    found = []
    owed = [words for name, words in OWED_TEXTS if not getattr(fix, name).strip()]
    if owed:
        found.append(f"{fix.key} is not documented yet; write down {', '.join(owed)} first.")
    if role is None or role not in SIGNING_ROLES:
        found.append("A fix is signed off by a role that answers for production; choose another role.")
    elif role not in signer.roles:
        words = role.words
        found.append(f"{signer.name} does not hold the role {words}; let somebody sign who does.")
    if signer.is_archived:
        found.append(f"{signer.name} is archived in the register; let somebody else sign.")
    if any(_same_name(signer.name, name) for name in (fix.made_by, fix.entered_by, *makers_before)):
        found.append(f"{signer.name} made or entered this fix; nobody signs off their own.")
    if is_signed(fix):
        found.append(f"{fix.key} is signed off already, and nothing has changed since.")
    return tuple(found)


def _same_name(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()
