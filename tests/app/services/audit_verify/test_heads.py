"""Heads kept elsewhere find what somebody did who reckons the whole chain anew."""

from __future__ import annotations

from sqlalchemy import text

from app.domain.register import Person
from app.services.audit_verify.findings import What
from app.services.audit_verify.heads import KeptHead
from app.services.audit_verify.verify import verify
from db import chain
from tests.app.services.audit_verify.signed_world import SignedWorld, make_signed_world
from tests.templates import CopyOf


def rewritten(world: SignedWorld, sequence: int, reason: str) -> None:
    """Alter an event's reason and give every event after it the hash that fits."""
    with world.workplace.engine.connect() as connection:
        rows = connection.execute(text("SELECT * FROM audit_event ORDER BY sequence")).mappings().all()
    statements, previous = [], chain.GENESIS
    for row in rows:
        texts = {name: row[name] for name in chain.EventDraft.__dataclass_fields__}
        if row["sequence"] == sequence:
            texts["reason"] = reason
        current = chain.event_hash(row["sequence"], previous, chain.EventDraft(**texts))
        statements.append(
            f"UPDATE audit_event SET reason = '{texts['reason']}', previous_hash = '{previous}', "
            f"hash = '{current}' WHERE sequence = {row['sequence']}"
        )
        previous = current
    world.behind_its_back(*statements, f"UPDATE audit_head SET hash = '{previous}'")


def test_a_chain_reckoned_anew_is_found_by_a_head_kept_elsewhere(copy_of: CopyOf) -> None:
    world = copy_of(make_signed_world)
    before = world.verified()
    kept = KeptHead(before.head_sequence, before.head_hash, "2026-11-02T10:00:00+00:00", "")
    rewritten(world, 4, "as it suits")
    assert world.verified().findings == ()
    (found,) = verify(world.workplace, kept_heads=[kept]).findings
    assert found.what is What.HEAD
    assert "was rewritten" in found.sentence


def test_a_chain_cut_off_with_its_records_is_found_by_a_head_kept_elsewhere(copy_of: CopyOf) -> None:
    world = copy_of(make_signed_world)
    before = world.verified()
    with world.workplace.write() as unit:
        unit.add(Person("Too much"))
        unit.commit()
    whole = world.verified()
    kept = KeptHead(whole.head_sequence, whole.head_hash, "", "")
    world.behind_its_back(
        f"DELETE FROM audit_event WHERE sequence = {kept.sequence}",
        "DELETE FROM person WHERE name = 'Too much'",
        f"UPDATE audit_head SET sequence = {before.head_sequence}, hash = '{before.head_hash}'",
    )
    assert world.verified().findings == ()
    (found,) = verify(world.workplace, kept_heads=[kept]).findings
    assert found.what is What.HEAD
    assert f"the chain ends at event {before.head_sequence}" in found.sentence
