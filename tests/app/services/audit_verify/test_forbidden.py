"""Forbidden things done to the database with its triggers off: each is found, none silent."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from app.services.audit_verify.findings import What
from tests.app.services.audit_verify.signed_world import make_signed_world
from tests.templates import CopyOf


@dataclass(frozen=True)
class Bend:
    """Statements on the database, what must be found, and a part of the sentence."""

    statements: tuple[str, ...]
    what: What
    words: str


_LAST = "(SELECT max(sequence) FROM audit_event)"
BENT: dict[str, Bend] = {
    "an event edited": Bend(
        ("UPDATE audit_event SET reason = 'other' WHERE sequence = 4",),
        What.CHAIN,
        "Event 4 has been altered",
    ),
    "an event removed": Bend(
        ("DELETE FROM audit_event WHERE sequence = 4",), What.CHAIN, "Event 4 is missing"
    ),
    "the last event removed": Bend(
        (f"DELETE FROM audit_event WHERE sequence = {_LAST}",), What.CHAIN, "missing at the end"
    ),
    "an event inserted": Bend(
        (
            "INSERT INTO audit_event SELECT sequence + 1000, happened_at, actor, action, record_kind,"
            " record_id, reason, before, after, previous_hash, hash FROM audit_event WHERE sequence = 4",
        ),
        What.CHAIN,
        "are not there",
    ),
    "two events swapped": Bend(
        (
            "UPDATE audit_event SET sequence = -1 WHERE sequence = 4",
            "UPDATE audit_event SET sequence = 4 WHERE sequence = 5",
            "UPDATE audit_event SET sequence = 5 WHERE sequence = -1",
        ),
        What.CHAIN,
        "Event 4",
    ),
    "a change edited": Bend(
        ("UPDATE change SET title = 'Pay nothing' WHERE id = 1",),
        What.RECORD,
        "Change 1 (CHG-0431): title differs from what event",
    ),
    "a change with a state no program knows": Bend(
        ("UPDATE person SET roles = '[\"emperor\"]' WHERE id = 2",), What.RECORD, "Person 2 cannot be read"
    ),
    "a role given": Bend(
        ("UPDATE person SET roles = '[\"senior_management\"]' WHERE id = 4",),
        What.RECORD,
        "Person 4 (Stan Okoro): roles differs from what event",
    ),
    "a record without an event": Bend(
        ("INSERT INTO team (name, is_development, is_archived, version) VALUES ('Ghosts', '0', '0', 1)",),
        What.RECORD,
        "Team 1 stands in the database, but no event",
    ),
    "a waiver removed": Bend(("DELETE FROM waiver",), What.RECORD, "is gone, but event"),
    "a policy changed after the fact": Bend(
        ("UPDATE exception_policy SET roles = '[\"qa_manager\"]'",),
        What.POLICY,
        "roles differs from what event",
    ),
    "a request moved to another policy": Bend(
        ("UPDATE exception_request SET reason = 'Because'",), What.RECORD, "reason differs from what event"
    ),
    "the signed words changed": Bend(
        ("UPDATE signature SET content = replace(content, 'A fine', 'A feast') WHERE id = 1",),
        What.SIGNATURE,
        "does not give its digest",
    ),
    "the meaning of a signature changed": Bend(
        ("UPDATE signature SET meaning = 'reject' WHERE id = 1",), What.SIGNATURE, "was not made by key 1"
    ),
    "a signature given to somebody else": Bend(
        ("UPDATE signature SET person_id = 4 WHERE id = 1",), What.SIGNATURE, "belongs to somebody else"
    ),
    "a signature's key swapped": Bend(
        ("UPDATE signature SET key_id = 2 WHERE id = 1",), What.SIGNATURE, "was not made by key 2"
    ),
    "a key's public part swapped": Bend(
        (f"UPDATE signing_key SET public_key = '{'ab' * 32}' WHERE id = 1",),
        What.SIGNATURE,
        "whose public part is another one now",
    ),
    "a key's revocation taken back or made up": Bend(
        ("UPDATE signing_key SET revoked_at = enrolled_at WHERE id = 1",),
        What.RECORD,
        "revoked at differs from what event",
    ),
    "a signature removed": Bend(
        ("DELETE FROM signature WHERE id = 1",), What.SIGNATURE, "is gone, but event"
    ),
    "a signature copied to another request": Bend(
        ("UPDATE signature SET subject_id = 99 WHERE id = 2",), What.SIGNATURE, "subject id differs"
    ),
    "a signature put in by hand": Bend(
        (
            "INSERT INTO signature SELECT 77, subject_kind, 99, content, digest, person_id, printed_name,"
            " role, meaning, signed_at, medium, key_id, signature, on_behalf_of, witness, reference, remark"
            " FROM signature WHERE id = 1",
        ),
        What.SIGNATURE,
        "Signature 77 stands in the database, but no event",
    ),
    "the time of a signature changed": Bend(
        ("UPDATE signature SET signed_at = '2026-11-01T08:00:00+00:00' WHERE id = 1",),
        What.SIGNATURE,
        "before key 1 was enrolled",
    ),
    "the stand-in's days stretched": Bend(
        ("UPDATE stand_in SET last_day = '2027-12-31'",), What.RECORD, "last day differs from what event"
    ),
}


@pytest.mark.parametrize("name", list(BENT))
def test_what_is_bent_on_the_database_is_found(copy_of: CopyOf, name: str) -> None:
    world = copy_of(make_signed_world)
    bend = BENT[name]
    world.behind_its_back(*bend.statements)
    found = world.verified().findings
    assert [one for one in found if one.what is bend.what and bend.words in one.sentence], [
        one.sentence for one in found
    ]
