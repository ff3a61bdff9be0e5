"""Holds keys, stand-ins, policies, waivers and sign-offs of fixes against the rules, as of their events.

A program of one's own could write any of them with an event and keep the chain whole; it could not make the
rules allow it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import Connection

from app.domain.changes import Waiver
from app.domain.exceptions import ExceptionPolicy, ExceptionRequest, edit_problem, missing_roles
from app.domain.fixes import ProductionFix, content_digest, sign_off_problems
from app.domain.register import Person, Role
from app.domain.signatures import Signature, SigningKey, StandIn, stand_in_problems
from app.services.audit_verify.findings import Finding, What
from app.services.audit_verify.past import ids_of, other_time, people_called, then
from app.store.kinds import kind_of
from app.store.plain import structure
from app.store.queries.audit_states import RecordedState, created_events, makers_named, settings_of
from app.store.queries.exceptions import SUBJECT
from app.store.reading import find

T = TypeVar("T")
_SIGN_OFF = ("signed_at", "signed_by_id", "signed_role", "signed_digest")


def rule_findings(connection: Connection) -> Iterator[Finding]:
    """Everything that the program would have refused."""
    for key, event in _made(connection, SigningKey):
        yield from _named(What.SIGNATURE, f"key {key.id}", event, _of_key(connection, key, event))
    for one, event in _made(connection, StandIn):
        yield from _named(What.SIGNATURE, f"stand-in {one.id}", event, _of_stand_in(connection, one, event))
    for policy, event in _made(connection, ExceptionPolicy):
        where = f"policy {policy.id} ({policy.kind.words}, revision {policy.revision})"
        yield from _named(What.POLICY, where, event, _of_policy(connection, policy, event))
    for waiver, event in _made(connection, Waiver):
        where = f"waiver {waiver.id} ({waiver.criterion_code} at {waiver.checkpoint_name})"
        yield from _named(What.RECORD, where, event, _of_waiver(connection, waiver, event))
    for event in settings_of(connection, "production_fix", _SIGN_OFF):
        fix = structure(json.loads(event.after), ProductionFix)
        yield from _named(
            What.SIGNATURE, f"sign-off of {fix.key}", event, _of_sign_off(connection, fix, event)
        )


def _named(what: What, where: str, event: RecordedState, problems: Iterator[str]) -> Iterator[Finding]:
    for problem in problems:
        yield Finding(what, where, problem.rstrip("."), event.sequence)


def _made(connection: Connection, value_type: type[T]) -> Iterator[tuple[T, RecordedState]]:
    """Every record of a kind as it was made, with the event that says so."""
    ids = ids_of(connection, value_type)
    events = created_events(connection, kind_of(value_type).name, ids)
    for record_id in ids:
        if record_id in events:
            made = then(connection, value_type, record_id, events[record_id].sequence + 1)
            if made is not None:
                yield made, events[record_id]


def _of_key(connection: Connection, key: SigningKey, event: RecordedState) -> Iterator[str]:
    witness = then(connection, Person, key.witness_id, event.sequence)
    if witness is None or Role.RELEASE_MANAGER not in witness.roles or witness.is_archived:
        name = witness.name if witness is not None else f"person {key.witness_id}"
        yield f"was witnessed by {name}, who was no release manager then"
    if key.witness_id == key.person_id:
        yield "was witnessed by its own owner"
    for other in find(connection, SigningKey, person_id=key.person_id):
        was = then(connection, SigningKey, other.id, event.sequence) if other.id != key.id else None
        if was is not None and was.revoked_at is None:
            yield f"was enrolled while key {other.id} of the same person still signed"
    if problem := other_time(key.enrolled_at, event):
        yield problem


def _of_stand_in(connection: Connection, one: StandIn, event: RecordedState) -> Iterator[str]:
    person = then(connection, Person, one.person_id, event.sequence)
    stand_in = then(connection, Person, one.stand_in_id, event.sequence)
    if person is None or stand_in is None:
        yield "was appointed when one of the two was not there"
        return
    yield from (f"could not be appointed: {problem}" for problem in stand_in_problems(one, person, stand_in))
    managers = people_called(connection, one.appointed_by, event.sequence)
    if one.appointed_by != person.name and not any(Role.RELEASE_MANAGER in who.roles for who in managers):
        yield f"was appointed by {one.appointed_by or 'nobody'}, who could not appoint for {person.name}"


def _of_policy(connection: Connection, policy: ExceptionPolicy, event: RecordedState) -> Iterator[str]:
    if problem := other_time(policy.made_at, event):
        yield problem
    if policy.revision == 1:
        return
    earlier = find(connection, ExceptionPolicy, kind=policy.kind.value, revision=policy.revision - 1)
    before = then(connection, ExceptionPolicy, earlier[0].id, event.sequence) if earlier else None
    if before is None:
        yield f"follows revision {policy.revision - 1}, which was not there"
        return
    editors = people_called(connection, policy.made_by, event.sequence)
    if not any(not edit_problem(before, who.roles) and not who.is_archived for who in editors):
        yield f"was made by {policy.made_by or 'nobody'}. {edit_problem(before, ())}"


def _of_waiver(connection: Connection, waiver: Waiver, event: RecordedState) -> Iterator[str]:
    if waiver.exception_id is None:
        return
    request = then(connection, ExceptionRequest, waiver.exception_id, event.sequence)
    policy = then(connection, ExceptionPolicy, request.policy_id, event.sequence) if request else None
    if request is None or policy is None:
        yield f"rests on exception {waiver.exception_id}, which was not there"
        return
    asked = (request.change_id, request.checkpoint_name)
    if asked != (waiver.change_id, waiver.checkpoint_name) or waiver.criterion_code not in request.criteria:
        yield f"waives what exception {request.id} did not ask for"
    given = find(connection, Signature, subject_kind=SUBJECT, subject_id=request.id)
    were = [then(connection, Signature, one.id, event.sequence) for one in given]
    missing = missing_roles(policy, [one for one in were if one is not None])
    if missing:
        yield f"was granted without the approval of {', '.join(role.words for role in missing)}"


def _of_sign_off(connection: Connection, fix: ProductionFix, event: RecordedState) -> Iterator[str]:
    signer = then(connection, Person, fix.signed_by_id, event.sequence)
    if signer is None:
        yield f"was given by person {fix.signed_by_id}, who was not there"
        return
    if content_digest(fix) != fix.signed_digest:
        yield "covers other words than those beside it"
    unsigned = replace(fix, signed_by_id=None, signed_role=None, signed_at=None, signed_digest="")
    makers = makers_named(connection, fix.id or 0, event.sequence)
    for problem in sign_off_problems(unsigned, signer, fix.signed_role, makers):
        yield f"could not be given: {problem}"
    if event.action == "changed" and (problem := other_time(fix.signed_at, event)):
        yield problem
