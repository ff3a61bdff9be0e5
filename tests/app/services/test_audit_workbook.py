"""The audit workbook: every record of the period, every planted gap, and a chain that can be recomputed."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from app.domain.changes import Attestation, Change, ChangeState, Deployment, DeploymentOutcome, Waiver
from app.domain.register import Role, Stage
from app.domain.windows import MaintenanceWindow, WindowState
from app.services.audit import verify_chain
from app.services.audit_workbook import AuditExport, export_audit_workbook
from app.services.errors import RefusedError
from app.services.packets import issue_packet
from tests.app.services.board_world import World
from tests.app.services.packet_world import ACTIVITIES, make_frozen_world
from tests.templates import CopyOf

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)


@pytest.fixture
def world(copy_of: CopyOf) -> World:
    """A closed window with gaps planted, on each engine."""
    return copy_of(make_closed_window)


def make_closed_window(url: str) -> World:
    """Fill `url` with that window."""
    made = make_frozen_world(url)
    _plant(made)
    issue_packet(made.workplace, made.window_id, "preliminary")
    return made


def _plant(world: World) -> None:
    with world.workplace.write() as unit:
        window = unit.get(MaintenanceWindow, world.window_id)
        production = world.environments[Stage.PRODUCTION].id or 0
        night = window.starts_at + timedelta(hours=2)
        for place, (when, digest) in enumerate(
            ((night, "cd" * 32), (night, ""), (night - timedelta(days=2), "ab" * 32))
        ):
            change = unit.get(Change, world.changes[place].id or 0)
            unit.save(replace(change, state=ChangeState.DEPLOYED))
            done = DeploymentOutcome.SUCCEEDED
            unit.add(Deployment(change.id or 0, production, when, done, None, digest, "Ola Dahl"))
        other = world.changes[4].id or 0
        unit.add(Waiver(other, "Ready for production", "pre", "", "", unit.now))
        person = world.people[0].id or 0
        unit.add(
            Attestation(other, "qa", "Ready for production", True, Role.QA_MANAGER, person, unit.now, "")
        )
        unit.save(replace(window, state=WindowState.CLOSED), "the night is over")
        unit.commit()
    world.clock.now = window.ends_at + timedelta(days=1)


def export(world: World, folder: Path) -> tuple[AuditExport, Any]:
    """The export and its workbook."""
    out = folder / "audit.xlsx"
    done = export_audit_workbook(world.workplace, FIRST, LAST, out)
    return done, load_workbook(io.BytesIO(out.read_bytes()))


def rows(book: Any, name: str) -> list[tuple[Any, ...]]:
    """The rows of a sheet without its header."""
    return list(book[name].iter_rows(min_row=2, values_only=True))


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        ("other digest than planned", 0),
        ("missing evidence", 1),
        ("deployed outside its window", 2),
        ("waiver not signed", 4),
        ("still open in a closed window", 3),
    ],
)
def test_every_planted_gap_is_found(world: World, tmp_path: Path, kind: str, place: int) -> None:
    done, book = export(world, tmp_path)
    found = {(row[1], row[2]) for row in rows(book, "Gaps")}
    assert (kind, world.changes[place].key) in found
    assert done.gaps == len(rows(book, "Gaps"))


def test_the_window_itself_has_gaps(world: World, tmp_path: Path) -> None:
    _, book = export(world, tmp_path)
    kinds = [row[1] for row in rows(book, "Gaps")]
    assert kinds.count("checkpoint never frozen") == 1
    assert kinds.count("activity without actuals") == ACTIVITIES
    assert kinds.count("no packet issued") == 1
    assert "deployed with a gate not met" in kinds


def test_the_records_of_the_period_are_there(world: World, tmp_path: Path) -> None:
    _, book = export(world, tmp_path)
    assert len(rows(book, "Changes")) == 31
    assert len(rows(book, "Activities")) == ACTIVITIES
    assert len(rows(book, "Gate evaluations")) == 31 * 2
    assert len(rows(book, "Waivers")) == 2
    assert [row[3] for row in rows(book, "Packets")] == ["preliminary"]
    assert book["How to verify"]["A1"].value


def test_criteria_and_states_are_said_in_words(world: World, tmp_path: Path) -> None:
    _, book = export(world, tmp_path)
    gates = rows(book, "Gate evaluations")
    assert {row[5] for row in gates} == {"Build succeeded on a registered machine", "Deployed into test"}
    assert {row[6] for row in gates} == {"met", "not evaluated"}
    assert rows(book, "Attestations")[-1][3:6] == ("QA signed off", "yes", "QA manager")
    missing = [row[3] for row in rows(book, "Gaps") if row[1] == "missing evidence"]
    assert any("“QA signed off” at Ready for production" in one for one in missing)
    assert "pre production" in {row[3] for row in rows(book, "Deployments")}


def test_events_keep_the_names_that_were_hashed(world: World, tmp_path: Path) -> None:
    _, book = export(world, tmp_path)
    assert "maintenance_window" in {row[4] for row in rows(book, "Events")}


def test_the_chain_can_be_recomputed_from_the_workbook(world: World, tmp_path: Path) -> None:
    done, book = export(world, tmp_path)
    events = rows(book, "Events")
    assert done.events == len(events) == verify_chain(world.workplace).events
    previous = "0" * 64
    for (
        number,
        _when,
        actor,
        action,
        kind,
        record,
        reason,
        before,
        after,
        hashed,
        before_hash,
        digest,
    ) in events:
        assert before_hash == previous
        fields = (str(number), previous, hashed, actor, action, kind, record, reason, before, after)
        data = b"".join(b"%d:%s" % (len(text), text) for text in ((one or "").encode() for one in fields))
        assert hashlib.sha256(data).hexdigest() == digest
        previous = digest
    assert done.head == f"{len(events)}:{previous}"


def test_a_period_without_records_is_a_workbook_too(world: World, tmp_path: Path) -> None:
    done = export_audit_workbook(world.workplace, date(2020, 1, 1), date(2020, 1, 2), tmp_path / "none.xlsx")
    assert (done.events, done.gaps) == (0, 0)


def test_a_stop_leaves_nothing_behind(world: World, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(RefusedError, match="stopped"):
        export_audit_workbook(world.workplace, FIRST, LAST, folder / "audit.xlsx", lambda: True)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("first", "last", "name", "message"),
    [
        (LAST, FIRST, "audit.xlsx", "Swap the two days"),
        (FIRST, LAST, "audit.csv", "end in .xlsx"),
        (FIRST, LAST, "missing/audit.xlsx", "cannot be written"),
    ],
)
def test_refuses_what_cannot_be(
    world: World, tmp_path: Path, first: date, last: date, name: str, message: str
) -> None:
    with pytest.raises(RefusedError, match=message):
        export_audit_workbook(world.workplace, first, last, tmp_path / name)
