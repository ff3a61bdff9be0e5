"""`lockstep audit`: verify with its findings, heads and keys that are kept elsewhere."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import main
from tests.app.services.audit_verify.signed_world import make_signed_world
from tests.templates import CopyOf


@pytest.fixture
def url(local_copy_of: CopyOf) -> str:
    """A local database with two signatures."""
    return local_copy_of(make_signed_world).workplace.address


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    """The exit status and the JSON of `lockstep audit`."""
    status = main(["audit", *words, "--json"])
    return status, json.loads(capsys.readouterr().out)


def bend(url: str, *statements: str) -> None:
    """Run statements behind the program's back."""
    connection = sqlite3.connect(url.removeprefix("sqlite:///"))
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_verify_says_that_all_is_well(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, said = run(capsys, "verify", "--db", url)
    assert status == 0
    assert (said["ok"], said["first_bad"], said["findings"]) == (True, None, [])
    assert said["signatures"] == 2
    assert said["head"].startswith(f"{said['events']}:")


def test_verify_names_what_was_changed(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    bend(url, "UPDATE change SET title = 'Other'")
    status, said = run(capsys, "verify", "--db", url)
    (finding,) = said["findings"]
    assert (status, said["ok"], finding["what"]) == (1, False, "record")
    assert finding["where"] == "change 1 (CHG-0431)"
    assert finding["sentence"].startswith("Change 1 (CHG-0431): title differs from what event")
    assert said["first_bad"] == finding["event"]
    assert main(["audit", "verify", "--db", url]) == 1
    assert "title differs" in capsys.readouterr().out


def test_a_head_kept_elsewhere_finds_what_was_cut_off(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "head.json"
    status, said = run(capsys, "head", "--out", str(kept), "--db", url)
    assert status == 0
    written = json.loads(kept.read_text())
    assert set(written) == {"sequence", "hash", "at", "database"}
    assert written["sequence"] == said["sequence"]
    assert run(capsys, "verify", "--db", url, "--head", str(kept))[0] == 0
    bend(
        url,
        "DELETE FROM waiver",
        "DELETE FROM signature WHERE id = 2",
        "DELETE FROM audit_event WHERE sequence >= (SELECT min(sequence) FROM audit_event"
        " WHERE record_kind = 'signature' AND record_id = '2')",
        "UPDATE audit_head SET sequence = (SELECT max(sequence) FROM audit_event),"
        " hash = (SELECT hash FROM audit_event ORDER BY sequence DESC LIMIT 1)",
    )
    status, said = run(capsys, "verify", "--db", url, "--head", str(kept))
    assert status == 1
    assert {finding["what"] for finding in said["findings"]} == {"head"}


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"sequence": "many", "hash": ""}'])
def test_a_file_that_holds_no_head_is_refused(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    other = tmp_path / "other.json"
    other.write_text(content)
    assert main(["audit", "verify", "--db", url, "--head", str(other)]) == 2
    assert "holds no head" in capsys.readouterr().err


def test_keys_are_written_without_their_private_parts(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "keys.json"
    status, said = run(capsys, "keys", "--out", str(out), "--db", url)
    assert (status, said["keys"]) == (0, 3)
    keys = json.loads(out.read_text())["keys"]
    assert [key["person"] for key in keys] == ["Quinn Abara", "Bea Lindt", "Stan Okoro"]
    assert all(len(key["public_key"]) == 64 and key["revoked_at"] is None for key in keys)
    assert "sealed" not in out.read_text()
