"""Signing a documented fix off, and making a retrospective change of it that carries the sign-off."""

from __future__ import annotations

from dataclasses import replace

from app.domain.changes import Attestation, Change, ChangeClass, ChangeKind, ChangeState, Comment
from app.domain.fixes import ProductionFix, content_digest, missing, sign_off_problems
from app.domain.register import Person, Role
from app.domain.time_words import moment_words
from app.services.errors import RefusedError
from app.services.signing.keys import require_proof
from app.services.workplace import Done, Workplace
from app.store.queries.audit_states import makers_named

RETROSPECTIVE = "Retrospective"
"""The checkpoint name under which a retrospective change carries its sign-off."""


def sign_off(
    workplace: Workplace, fix: ProductionFix, person_id: int, role: Role, passphrase: str
) -> Done[ProductionFix]:
    """A person who answers for production signs the documented fix as it was read.

    They prove by the passphrase of their key that it is them. Raises RefusedError with every reason against
    it, WrongPassphraseError, StaleRecordError when the fix changed meanwhile.
    """
    with workplace.write() as work:
        signer, stored = work.get(Person, person_id), work.get(ProductionFix, fix.id or 0)
        if stored.version == fix.version and stored != fix:
            raise RefusedError(f"{fix.key} was not signed off. It was shown otherwise than it is stored.")
        problems = sign_off_problems(fix, signer, role, makers_named(work.connection, fix.id or 0))
        if problems:
            raise RefusedError(f"{fix.key} was not signed off. {problems[0]}", problems)
        require_proof(work, signer, passphrase)
        signed = replace(
            fix,
            signed_by_id=person_id,
            signed_role=role,
            signed_at=work.now,
            signed_digest=content_digest(fix),
        )
        done = work.save(signed, f"signed off by {signer.name} as {role.words}")
        return workplace.done(done, work.commit())


def convert_fix(workplace: Workplace, fix_id: int) -> Done[Change]:
    """Make a retrospective emergency change of a documented, signed fix; the change carries both.

    Raises RefusedError when something is still owed, or it was converted before.
    """
    with workplace.write() as work:
        fix = work.get(ProductionFix, fix_id)
        if fix.change_id is not None:
            raise RefusedError(f"{fix.key} was made a change of before; open that change.")
        owed = missing(fix)
        if owed:
            raise RefusedError(
                f"{fix.key} cannot become a change yet: it owes {', '.join(owed)}.",
                tuple(f"It owes {one}." for one in owed),
            )
        assert fix.signed_by_id is not None
        assert fix.signed_at is not None
        assert fix.signed_role is not None
        change = work.add(_change(fix), f"retrospective, from {fix.key}")
        work.add(
            Attestation(
                change.id or 0,
                "sign-off",
                RETROSPECTIVE,
                True,
                fix.signed_role,
                fix.signed_by_id,
                fix.signed_at,
                f"{fix.key}, SHA-256 {fix.signed_digest}",
            ),
            f"signed on {fix.key}",
        )
        if fix.discussion.strip():
            work.add(Comment(change.id or 0, fix.made_by, fix.discussion, fix.entered_at))
        work.save(replace(fix, change_id=change.id), f"made {change.key} of it")
        return workplace.done(change, work.commit())


def _change(fix: ProductionFix) -> Change:
    when = moment_words(fix.happened_at, fix.zone_name, with_year=True)
    where = f"Where: {fix.place}\n" if fix.place else ""
    return Change(
        key=f"RETRO-{fix.key}",
        title=fix.title,
        description=f"Made in production first by {fix.made_by}, {when}.\n{where}\nWhy: {fix.reason}\n\n"
        f"Steps taken: {fix.steps_taken}\n\nRisk: {fix.risk}",
        kind=ChangeKind.APPLICATION if fix.applications else ChangeKind.INFRASTRUCTURE,
        change_class=ChangeClass.EMERGENCY,
        state=ChangeState.DEPLOYED,
        applications=fix.applications,
        configuration_items=fix.configuration_items,
        requester_name=fix.entered_by,
        owner_name=fix.made_by,
        source_system="Lockstep",
        created_at=fix.entered_at,
    )
