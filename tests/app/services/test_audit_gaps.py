"""A month with one gap of every kind: the sheet of gaps finds every one of them and nothing else."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import text

from app.domain.register import ConfigurationItem
from app.reports.audit_gaps import GAPS
from app.services.audit_workbook import export_audit_workbook
from app.services.workplace import open_workplace
from app.store.queries.audit_gaps import KINDS
from tests.app.services.gap_month import NIGHT, make_month

# By whose record the flaw is planted: the flaw, and the gaps it must make (kind of gap by record).
PLANTED: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "CHG-0001": ("gate_not_met", (("CHG-0001", "gate_not_met"), ("CHG-0001", "gate_not_met"))),
    "CHG-0002": ("not_evaluated", (("CHG-0002", "not_evaluated"),)),
    "CHG-0003": ("other_digest", (("CHG-0003", "other_digest"),)),
    "CHG-0004": ("other_than_built", (("CHG-0004", "other_than_built"),)),
    "CHG-0005": ("no_digest", (("CHG-0005", "no_digest"),)),
    "CHG-0006": ("outside_window", (("CHG-0006", "outside_window"),)),
    "CHG-0007": ("not_ended", (("CHG-0007", "not_ended"),)),
    "CHG-0008": ("unsigned_waiver", (("CHG-0008", "unsigned_waiver"),)),
    "CHG-0009": ("without_evidence", (("CHG-0009", "without_evidence"),)),
    "CHG-0010": ("no_actuals", (("Weekly window", "no_actuals"),)),
    "CHG-0011": ("role_not_held", (("CHG-0011", "role_not_held"),)),
    "CHG-0012": ("other_role", (("CHG-0012", "other_role"),)),
    "CHG-0013": ("signed_late", (("CHG-0013", "signed_late"),)),
    "CHG-0014": ("excepted", ()),
    "CHG-0015": ("exception_signed_late", (("CHG-0015", "exception_signed_late"),)),
    "CHG-0016": ("word_not_followed", (("CHG-0016", "word_not_followed"),)),
    "CHG-0017": ("exception_not_approved", (("CHG-0017", "exception_not_approved"),)),
    "CHG-0018": ("not_on_record", (("CHG-0018", "not_on_record"),)),
    "Unfrozen": (
        "a window of its own",
        (("OWN-1", "no_frozen_checkpoint"), ("Unfrozen", "never_frozen"), ("Unfrozen", "not_closed")),
    ),
    "No packet": ("a window of its own", (("No packet", "no_packet"),)),
    "FIX-0001": ("fix_undocumented", (("FIX-0001", "fix_undocumented"),)),
    "FIX-0002": ("void", (("FIX-0002", "fix_undocumented"),)),
    "FIX-0003": (
        "role_not_held",
        (("FIX-0003", "role_not_held"), ("sign-off of FIX-0003", "signature_broken")),
    ),
    "FIX-0004": ("signed_late", (("FIX-0004", "signed_late"),)),
    "app-01": ("partly", (("app-01", "detection_unexplained"),)),
    "ghost": ("unrecorded", (("ghost", "detection_unexplained"),)),
    "INC-0001": ("no_analysis", (("INC-0001", "no_analysis"),)),
    "INC-0002": ("action_overdue", (("INC-0002", "action_overdue"),)),
}
# Statements behind the program's back, and the one gap each must make: its record and kind.
BENT: dict[str, tuple[str, str, str]] = {
    "broken_chain": ("audit_event", "UPDATE audit_event SET reason = 'other' WHERE sequence = 9", "event 9"),
    "not_as_recorded": (
        "audit_event",
        "UPDATE configuration_item SET capacity = 7",
        "configuration item 1 (app-01)",
    ),
    "signature_broken": (
        "signature",
        "UPDATE signature SET remark = 'gladly' WHERE id = 1",
        "signature 1 (Quinn Abara)",
    ),
}
OF_THE_CLOCK = "clock_set_back"


def gaps(url: str, folder: Path, flaws: dict[str, str], bent: str = "") -> list[tuple[str, str]]:
    """(record, kind) of every row of the sheet, for a month with these flaws, `bent` as named in BENT."""
    month = make_month(url, flaws)
    if bent:
        table, statement, _ = BENT[bent]
        is_local = month.workplace.engine.dialect.name == "sqlite"
        local, shared = f"DROP TRIGGER {table}_no_update", f"ALTER TABLE {table} DISABLE TRIGGER USER"
        with month.workplace.engine.begin() as connection:
            connection.execute(text(local if is_local else shared))
            connection.execute(text(statement))
    out = folder / "audit.xlsx"
    export_audit_workbook(month.workplace, date(2026, 11, 1), date(2026, 11, 30), out)
    month.workplace.close()
    sheet = load_workbook(io.BytesIO(out.read_bytes()), read_only=True)["Gaps"]
    return sorted((str(row[2]), str(row[1])) for row in sheet.iter_rows(min_row=2, values_only=True))


def test_a_month_in_order_has_no_gap(migrated_url: str, tmp_path: Path) -> None:
    assert gaps(migrated_url, tmp_path, {}) == []


def test_every_planted_gap_is_found_and_nothing_else(migrated_url: str, tmp_path: Path) -> None:
    found = gaps(migrated_url, tmp_path, {key: flaw for key, (flaw, _) in PLANTED.items()})
    wanted = sorted((record, GAPS[kind].kind) for _, made in PLANTED.values() for record, kind in made)
    assert found == wanted


@pytest.mark.parametrize("bent", list(BENT))
def test_what_was_bent_behind_the_program_is_found(migrated_url: str, tmp_path: Path, bent: str) -> None:
    found = gaps(migrated_url, tmp_path, {"CHG-0014": "excepted"}, bent)
    assert {kind for _, kind in found} == {GAPS[bent].kind}
    assert {record.rstrip(":") for record, _ in found} == {BENT[bent][2]}


def test_a_clock_set_back_is_found(migrated_url: str, tmp_path: Path) -> None:
    month = make_month(migrated_url, {})
    back = open_workplace(migrated_url, "tester", lambda: NIGHT)
    with back.write() as unit:
        unit.add(ConfigurationItem("app-02"))
        unit.commit()
    out = tmp_path / "audit.xlsx"
    export_audit_workbook(month.workplace, date(2026, 11, 1), date(2026, 11, 30), out)
    rows = list(load_workbook(out, read_only=True)["Gaps"].iter_rows(min_row=2, values_only=True))
    assert [row[1] for row in rows] == [GAPS[OF_THE_CLOCK].kind]
    assert "clock was set back" in str(rows[0][3])
    back.close()
    month.workplace.close()


def test_every_kind_of_gap_is_planted() -> None:
    planted = {kind for _, made in PLANTED.values() for _, kind in made}
    planted |= set(BENT) | {OF_THE_CLOCK}
    assert planted == set(GAPS)
    assert set(KINDS) <= planted


@pytest.mark.parametrize("kind", sorted(GAPS))
def test_every_gap_is_worded(kind: str) -> None:
    sentence = GAPS[kind].sentence(("a", "b", "c", "d", "e"))
    assert sentence.endswith((".", "d"))
    assert GAPS[kind].severity in ("high", "medium", "low")
