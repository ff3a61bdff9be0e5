"""Use cases of policies: those in force, their history, and the next revision."""

from __future__ import annotations

from dataclasses import replace

from app.domain.exceptions import (
    DEFAULT_POLICIES,
    ExceptionKind,
    ExceptionPolicy,
    edit_problem,
    policy_problems,
)
from app.domain.register import Person
from app.services.errors import RefusedError
from app.services.signing.keys import require_proof
from app.services.workplace import Done, Workplace
from app.store.queries.exceptions import policies_in_force
from app.store.reading import find
from app.store.unit_of_work import UnitOfWork


def policies(workplace: Workplace) -> tuple[ExceptionPolicy, ...]:
    """The policies in force, one a kind; a kind without a stored one has its default (id None)."""
    with workplace.read() as connection:
        stored = policies_in_force(connection)
    return tuple(stored.get(default.kind, default) for default in DEFAULT_POLICIES)


def history(workplace: Workplace, kind: ExceptionKind) -> tuple[ExceptionPolicy, ...]:
    """Every revision of a kind's policy, the newest first."""
    with workplace.read() as connection:
        found = find(connection, ExceptionPolicy, kind=kind.value)
    return tuple(sorted(found, key=lambda one: one.revision, reverse=True))


def revise(
    workplace: Workplace, policy: ExceptionPolicy, editor_id: int, passphrase: str, reason: str = ""
) -> Done[ExceptionPolicy]:
    """Make the next revision of a kind's policy; requests asked for before keep theirs.

    The editor proves by the passphrase of their key that it is them. Raises RefusedError when it is unsound
    or the editor may not by the revision in force, WrongPassphraseError.
    """
    problems = policy_problems(policy)
    with workplace.write() as work:
        current = in_force(work, policy.kind)
        editor = work.get(Person, editor_id)
        forbidden = edit_problem(current, () if editor.is_archived else editor.roles)
        problems += [forbidden] if forbidden else []
        if problems:
            raise RefusedError(problems[0], tuple(problems))
        require_proof(work, editor, passphrase)
        following = replace(
            policy, revision=current.revision + 1, made_by=editor.name, made_at=work.now, id=None, version=1
        )
        stored = work.add(following, reason or f"revised by {editor.name}")
        return workplace.done(stored, work.commit())


def begin_policies(workplace: Workplace) -> Done[int]:
    """Store the policy to begin with of every kind that has none yet; how many were stored.

    In a shared database its owner does this, since those who ask for exceptions may not write policies.
    """
    with workplace.write() as work:
        there = policies_in_force(work.connection)
        missing = [one.kind for one in DEFAULT_POLICIES if one.kind not in there]
        for kind in missing:
            in_force(work, kind)
        return workplace.done(len(missing), work.commit())


def in_force(work: UnitOfWork, kind: ExceptionKind) -> ExceptionPolicy:
    """The policy in force for a kind; its default is stored at its first use."""
    stored = policies_in_force(work.connection).get(kind)
    if stored is not None:
        return stored
    default = next(one for one in DEFAULT_POLICIES if one.kind is kind)
    return work.add(replace(default, made_at=work.now, made_by="Lockstep"), "the policy to begin with")
