"""Use cases of what hangs on a change: tickets, builds, deployments, attestations, discussion."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from app.domain.changes import Attestation, Build, Change, Comment, Deployment, Ticket
from app.domain.gates import CriterionKind, CriterionSpec
from app.domain.register import BuildMachine, Environment, Person
from app.domain.windows import Checkpoint
from app.services import progress
from app.services.errors import RefusedError
from app.services.workplace import Done, Workplace
from app.store.reading import find
from app.store.unit_of_work import UnitOfWork

Record = TypeVar("Record", Ticket, Build, Deployment, Attestation, Comment)
_DIGEST_LETTERS = frozenset("0123456789abcdef")
_DIGEST_LENGTH = 64
_LONGEST_COMMENT = 50_000


def add_record(workplace: Workplace, record: Record, reason: str = "") -> Done[Record]:
    """Hang a ticket, build, deployment, attestation or comment on its change.

    The change's state follows what its gates then say. Raises RefusedError with every problem.
    """
    with workplace.write() as unit:
        _refuse(_problems(unit, _tidy(record)), f"The {_word(record)} was not added.")
        stored = unit.add(_tidy(record), reason)
        progress.follow(unit, [record.change_id])
        return workplace.done(stored, unit.commit())


def edit_record(workplace: Workplace, record: Record, reason: str = "") -> Done[Record]:
    """Store a changed record whose version is the one that was read.

    An attestation is not edited but followed by a newer one. Raises RefusedError, StaleRecordError.
    """
    if isinstance(record, Attestation):
        raise RefusedError("What was attested stays as it was said. Attest again; the newest one counts.")
    with workplace.write() as unit:
        if isinstance(record, Comment):
            _refuse(_own_words(unit, record), "The comment was not changed.")
        _refuse(_problems(unit, _tidy(record)), f"The {_word(record)} was not changed.")
        stored = unit.save(_tidy(record), reason)
        progress.follow(unit, [record.change_id])
        return workplace.done(stored, unit.commit())


def remove_record(workplace: Workplace, record: Record, reason: str = "") -> Done[Record]:
    """Take a record off its change; the audit trail keeps it. Raises RefusedError, StaleRecordError."""
    with workplace.write() as unit:
        if isinstance(record, Build) and unit.find(Deployment, build_id=record.id):
            raise RefusedError(
                f"Build {record.number} has been deployed; remove its deployments first, or keep it."
            )
        if isinstance(record, Comment):
            _refuse(_own_words(unit, record), "The comment was not removed.")
        if isinstance(record, Attestation) and not reason.strip():
            raise RefusedError("Say why the attestation is taken back; the record keeps the reason.")
        unit.remove(record, reason)
        unit.note(
            "change",
            record.change_id,
            "noted",
            None,
            reason=f"Removed {_word(record)} {_named(record)}. {reason}",
        )
        progress.follow(unit, [record.change_id])
        return workplace.done(record, unit.commit())


def attest(
    workplace: Workplace, change_id: int, checkpoint_name: str, code: str, person_id: int, **said: Any
) -> Done[Attestation]:
    """A person says whether an attested criterion is met (`is_met`), with `evidence`, now.

    The role is the criterion's. Raises RefusedError when the person does not hold it, or evidence lacks.
    """
    with workplace.read() as connection:
        change = find(connection, Change, id=change_id)
        window_id = change[0].window_id if change else None
        found = find(connection, Checkpoint, window_id=window_id, name=checkpoint_name) if window_id else []
    spec = _spec(found, code)
    if spec is None or spec.role is None:
        raise RefusedError(
            f"'{code}' is not an attested criterion of {checkpoint_name} in the change's window. "
            "Open the checkpoint's criteria and see which ones a role attests."
        )
    record = Attestation(
        change_id=change_id,
        criterion_code=code,
        checkpoint_name=checkpoint_name,
        is_met=bool(said.get("is_met", True)),
        role=spec.role,
        person_id=person_id,
        attested_at=workplace.now(),
        evidence=str(said.get("evidence", "")),
    )
    return add_record(workplace, record)


def comment(workplace: Workplace, change_id: int, text: str) -> Done[Comment]:
    """Add to a change's discussion in the name of who acts here."""
    return add_record(workplace, Comment(change_id, workplace.actor, text, workplace.now()))


def _tidy(record: Record) -> Record:
    if isinstance(record, Build | Deployment):
        return replace(record, digest=record.digest.strip().lower())
    if isinstance(record, Ticket):
        return replace(record, key=record.key.strip())
    return record


def _problems(unit: UnitOfWork, record: Any) -> list[str]:
    if not unit.find(Change, id=record.change_id):
        return ["The change is gone; refresh and choose another."]
    checks: dict[type[Any], Callable[[UnitOfWork, Any], list[str]]] = {
        Ticket: _ticket_problems,
        Build: _build_problems,
        Deployment: _deployment_problems,
        Attestation: _attestation_problems,
        Comment: _comment_problems,
    }
    return checks[type(record)](unit, record)


def _ticket_problems(unit: UnitOfWork, ticket: Ticket) -> list[str]:
    if not ticket.key:
        return ["A ticket needs its key in the other system, such as OPS-4711."]
    same = unit.find(Ticket, change_id=ticket.change_id, system=ticket.system, key=ticket.key)
    return [f"{ticket.key} is related to this change already."] if _others(same, ticket.id) else []


def _build_problems(unit: UnitOfWork, build: Build) -> list[str]:
    problems = _digest_problems(build.digest)
    if not build.number.strip():
        problems.append("A build needs its number.")
    if _others(unit.find(Build, change_id=build.change_id, number=build.number), build.id):
        problems.append(f"Build {build.number} is recorded for this change already.")
    if build.machine_id is not None and not unit.find(BuildMachine, id=build.machine_id):
        problems.append("The build machine is gone from the register; choose another.")
    if build.built_at is not None and build.built_at > unit.now:
        problems.append("A build cannot lie in the future; check the time it was made.")
    return problems


def _deployment_problems(unit: UnitOfWork, deployment: Deployment) -> list[str]:
    problems = _digest_problems(deployment.digest)
    if not unit.find(Environment, id=deployment.environment_id):
        problems.append("The environment is gone from the register; choose another.")
    if deployment.deployed_at > unit.now:
        problems.append("A deployment cannot lie in the future; check the time it was done.")
    if deployment.build_id is not None:
        builds = unit.find(Build, id=deployment.build_id)
        if not builds or builds[0].change_id != deployment.change_id:
            problems.append("The build belongs to another change; choose one of this change's builds.")
        elif deployment.digest and builds[0].digest and deployment.digest != builds[0].digest:
            problems.append(
                f"The digest is not that of build {builds[0].number}. Either the wrong code was deployed, "
                "or the wrong build is named; leave the build out to record what was found."
            )
    return problems


def _attestation_problems(unit: UnitOfWork, attestation: Attestation) -> list[str]:
    people = unit.find(Person, id=attestation.person_id)
    role = attestation.role.words
    if not people:
        return ["Whoever attests must be in the register of people."]
    problems = []
    if attestation.role not in people[0].roles:
        problems.append(f"{people[0].name} does not hold the role {role}; somebody who does must attest it.")
    change = unit.find(Change, id=attestation.change_id)[0]
    found = unit.find(Checkpoint, window_id=change.window_id, name=attestation.checkpoint_name)
    spec = _spec(found, attestation.criterion_code)
    if spec is not None and spec.needs_evidence and attestation.is_met and not attestation.evidence.strip():
        problems.append(
            f"'{spec.label}' needs evidence: a report's address, a run's number, or what was seen."
        )
    return problems


def _comment_problems(_unit: UnitOfWork, entry: Comment) -> list[str]:
    if not entry.text.strip():
        return ["A comment needs a text."]
    if len(entry.text) > _LONGEST_COMMENT:
        return [f"A comment may have {_LONGEST_COMMENT:,} characters; this one has {len(entry.text):,}."]
    return []


def _own_words(unit: UnitOfWork, entry: Comment) -> list[str]:
    if entry.author == unit.actor:
        return []
    return [f"Only {entry.author} may change what {entry.author} wrote. Answer with a comment instead."]


def _digest_problems(digest: str) -> list[str]:
    if not digest or (len(digest) == _DIGEST_LENGTH and set(digest) <= _DIGEST_LETTERS):
        return []
    return ["A digest is a SHA-256: 64 characters from 0-9 and a-f. Copy the whole of it."]


def _spec(checkpoints: Sequence[Checkpoint], code: str) -> CriterionSpec | None:
    for checkpoint in checkpoints:
        for spec in checkpoint.criteria:
            if spec.code == code and spec.kind is CriterionKind.ATTESTED:
                return spec
    return None


def _others(found: Sequence[Ticket] | Sequence[Build], own_id: int | None) -> bool:
    return any(record.id != own_id for record in found)


def _refuse(problems: list[str], message: str) -> None:
    if problems:
        raise RefusedError(f"{message} {problems[0]}", tuple(problems))


def _word(record: object) -> str:
    return type(record).__name__.lower()


def _named(record: Record) -> str:
    if isinstance(record, Ticket):
        return record.key
    if isinstance(record, Build):
        return record.number
    if isinstance(record, Attestation):
        return record.criterion_code
    return f"of {record.written_at if isinstance(record, Comment) else record.deployed_at:%Y-%m-%d %H:%M} UTC"
