"""Public keys kept elsewhere against a database whose keys were bent."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.signatures import SigningKey
from app.services.audit_verify.heads import write_keys
from app.services.audit_verify.kept_keys import read_keys_file
from app.services.audit_verify.verify import verify
from app.services.errors import RefusedError
from app.services.signing.keys import revoke
from tests.app.services.audit_verify.signed_world import make_signed_world
from tests.templates import CopyOf


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (f"UPDATE signing_key SET public_key = '{'cd' * 32}' WHERE id = 1", "Key 1 is another one than"),
        ("UPDATE signing_key SET person_id = 4 WHERE id = 1", "Key 1 is another one than"),
        ("UPDATE signing_key SET revoked_at = NULL WHERE id = 3", "Key 3 signs again"),
        ("DELETE FROM signing_key WHERE id = 3", "Key 3 is gone, but stands in the keys kept"),
    ],
)
def test_keys_that_are_others_now_are_found(
    copy_of: CopyOf, tmp_path: Path, statement: str, words: str
) -> None:
    world, file = copy_of(make_signed_world), tmp_path / "keys.json"
    revoke(world.workplace, 3, "left")
    write_keys(world.workplace, file)
    assert verify(world.workplace, kept_keys=[read_keys_file(file)]).findings == ()
    world.behind_its_back(statement)
    found = verify(world.workplace, kept_keys=[read_keys_file(file)]).findings
    assert [one for one in found if one.sentence.startswith(words)], [one.sentence for one in found]


def test_a_key_slipped_in_is_found_and_a_later_one_is_not(copy_of: CopyOf, tmp_path: Path) -> None:
    world, file = copy_of(make_signed_world), tmp_path / "keys.json"
    write_keys(world.workplace, file)
    before = world.clock.now - timedelta(hours=1)
    with world.workplace.write() as unit:
        rita, stan = world.rita.id or 0, world.stan.id or 0
        unit.add(SigningKey(rita, "ab" * 32, "{}", stan, before), "slipped in")
        unit.add(SigningKey(rita, "cd" * 32, "{}", stan, unit.now), "later")
        unit.commit()
    found = verify(world.workplace, kept_keys=[read_keys_file(file)]).findings
    slipped = [one.where for one in found if "but is not in the keys kept" in one.sentence]
    assert slipped == ["key 4"]


def test_a_file_without_keys_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "keys.json"
    file.write_text("{}")
    with pytest.raises(RefusedError, match="holds no public keys"):
        read_keys_file(file)
