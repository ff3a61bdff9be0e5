"""The auditor's script, run on an exported workbook in a Python that knows nothing of Lockstep."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from app.domain.register import Person, Role
from app.domain.signatures import Meaning, Medium
from app.services.audit_verify.heads import write_keys
from app.services.audit_workbook import export_audit_workbook
from app.services.exception_signing import record_word
from app.services.exceptions.reading import read_exception
from app.services.exceptions.requests import edit
from tests.app.services.audit_verify.signed_world import SignedWorld, make_signed_world
from tests.templates import CopyOf

SCRIPT = Path(__file__).resolve().parents[2] / "resources" / "verify_signatures.py"
MOST_LINES = 175
FOR_PEOPLE = ("Subject", "Role", "Meaning")
ODD = '<b>=1+1</b> \x85 \u200f عربي 中文 🚀 _x000D_ _x0041_ \\ " \t &lt; \r\n' + "long " * 9_000


def run(folder: Path, *words: str) -> tuple[int, str]:
    """The script's status and what it printed, run from a folder of its own without the project's modules."""
    script = folder / "verify_signatures.py"
    script.write_bytes(SCRIPT.read_bytes())
    done = subprocess.run(
        [sys.executable, "-I", str(script), *words], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def exported(world: SignedWorld, folder: Path) -> Path:
    """The audit workbook of the month, in the folder."""
    out = folder / "audit.xlsx"
    export_audit_workbook(world.workplace, date(2026, 11, 1), date(2026, 11, 30), out)
    return out


@pytest.fixture
def world(local_copy_of: CopyOf) -> SignedWorld:
    """An exception with words of every kind, signed by two, one of them as stand-in."""
    return local_copy_of(make_odd_world)


def make_odd_world(url: str) -> SignedWorld:
    """Fill `url` with that exception."""
    made = make_signed_world(url, signed=False)
    item = read_exception(made.workplace, made.request.id or 0)
    edit(made.workplace, replace(item.request, reason=ODD))
    made.sign(made.quinn, Role.QA_MANAGER, remark="=SUM(A1)\nwith pleasure")
    made.sign(made.stan, Role.BUSINESS_OWNER, stands_in_for_id=made.bea.id)
    return made


def test_a_python_without_the_packages_is_told_what_to_run(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(SCRIPT), "audit.xlsx"],  # -S: no packages but Python's own
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2  # not 1: no signature was found wanting
    assert "Run first: python -m pip install cryptography openpyxl" in done.stderr
    assert "Traceback" not in done.stderr


def test_it_is_short_and_knows_nothing_of_the_program() -> None:
    lines = SCRIPT.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= MOST_LINES
    assert not [line for line in lines if line.strip().startswith(("import app", "from app", "from db"))]


def test_every_signature_holds_by_the_workbook_alone_and_by_kept_keys(
    world: SignedWorld, tmp_path: Path
) -> None:
    keys = tmp_path / "keys.json"
    assert write_keys(world.workplace, keys) == 3
    out = exported(world, tmp_path)
    for words in ((str(out),), (str(out), "--keys", str(keys))):
        status, printed = run(tmp_path, *words)
        assert status == 0, printed
        assert "2 signatures, 0 do not hold" in printed
        assert "Stan Okoro approves as business owner" in printed


def test_a_signer_who_is_called_otherwise_since_has_signed_all_the_same(
    world: SignedWorld, tmp_path: Path
) -> None:
    with world.workplace.write() as unit:
        unit.save(replace(unit.get(Person, world.quinn.id or 0), name="Quinn Married", roles=()))
        unit.commit()
    keys = tmp_path / "keys.json"
    write_keys(world.workplace, keys)
    for words in ((), ("--keys", str(keys))):
        status, printed = run(tmp_path, str(exported(world, tmp_path)), *words)
        assert status == 0, printed
        assert "Quinn Abara approves as QA manager" in printed


def test_the_sheet_is_written_for_people_and_workbooks_of_before_hold_too(
    world: SignedWorld, tmp_path: Path
) -> None:
    path = exported(world, tmp_path)
    book = load_workbook(path)
    sheet = book["Signatures"]
    header = [cell.value for cell in sheet[1]]
    first = dict(zip(header, (cell.value for cell in sheet[2]), strict=True))
    assert [first[one] for one in FOR_PEOPLE] == ["exception request 1", "QA manager", "approves"]
    assert [first[f"Signed {one.lower()}"] for one in FOR_PEOPLE] == [
        "exception_request 1", "qa_manager", "approve"
    ]  # fmt: skip
    for one in FOR_PEOPLE:
        place, signed = header.index(one) + 1, header.index(f"Signed {one.lower()}") + 1
        for row in range(2, sheet.max_row + 1):
            sheet.cell(row, place).value = sheet.cell(row, signed).value
        sheet.cell(1, signed).value = f"Kept {one}"
    before = tmp_path / "before.xlsx"
    book.save(before)
    status, printed = run(tmp_path, str(before))
    assert status == 0, printed


def test_a_word_is_printed_as_one(world: SignedWorld, tmp_path: Path) -> None:
    item = read_exception(world.workplace, world.request.id or 0)
    edit(world.workplace, replace(item.request, reason="Another"))
    record_word(
        world.workplace, world.request.id or 0, world.bea.id or 0, Role.BUSINESS_OWNER, Meaning.APPROVE,
        Medium.VERBAL, witness="Quinn",
    )  # fmt: skip
    status, printed = run(tmp_path, str(exported(world, tmp_path)))
    assert (status, "word  signature 3" in printed) == (0, True), printed


def _set(sheet: str, column: str, value: object) -> Callable[[Any], None]:
    def bend(book: Any) -> None:
        header = [cell.value for cell in book[sheet][1]]
        book[sheet].cell(2, header.index(column) + 1).value = value

    return bend


def _both(*bends: Callable[[Any], None]) -> Callable[[Any], None]:
    def bend(book: Any) -> None:
        for one in bends:
            one(book)

    return bend


def _other_change(book: Any) -> None:
    header = [cell.value for cell in book["Signatures"][1]]
    cell = book["Signatures"].cell(2, header.index("Content") + 1)
    cell.value = cell.value.replace("CHG-0431", "CHG-0432")


def _swapped(book: Any) -> None:
    sheet = book["Signatures"]
    place = [cell.value for cell in sheet[1]].index("Signature") + 1
    first, second = sheet.cell(2, place), sheet.cell(3, place)
    first.value, second.value = second.value, first.value


@pytest.mark.parametrize(
    ("bend", "words"),
    [
        (_other_change, "does not give the digest"),
        (_set("Signatures", "Content", "words"), "cannot be read: JSONDecodeError"),
        (_set("Signatures", "Change", "CHG-0001"), "covers request 1 for CHG-0431"),
        (_set("Signatures", "Medium", "verbal"), "and no signature"),
        (lambda book: book["Signatures"].delete_rows(2), "signature 1 is not listed as event"),
        (lambda book: book["Signatures"].append([c.value for c in book["Signatures"][2]]), "listed twice"),
        (_swapped, "did not sign these words"),
        (_set("Public keys", "Enrolled", "some day"), "cannot be read: ValueError"),
        (_set("Signatures", "Digest", "ab" * 32), "does not give the digest"),
        (_set("Signatures", "Meaning", "rejects"), "“rejects” is not what was signed"),
        (_set("Signatures", "Role", "security"), "“security” is not what was signed"),
        (_set("Signatures", "Subject", "exception request 2"), "“exception request 2” is not what was"),
        (_set("Signatures", "Signed meaning", "reject"), "“approves” is not what was signed"),
        (
            _both(_set("Signatures", "Meaning", "rejects"), _set("Signatures", "Signed meaning", "reject")),
            "did not sign these words",
        ),
        (
            _both(_set("Signatures", "Role", "security"), _set("Signatures", "Signed role", "security")),
            "did not sign these words",
        ),
        (
            _both(
                _set("Signatures", "Subject", "exception request 2"),
                _set("Signatures", "Signed subject", "exception_request 2"),
            ),
            "covers request 1",
        ),
        (_set("Signatures", "Signed time", "2026-11-02T08:00:00+00:00"), "did not sign these words"),
        (_set("Signatures", "Name", "Stan Okoro"), "did not sign these words"),
        (_set("Signatures", "Key id", 2), "did not sign these words"),
        (_set("Signatures", "Key id", 9), "not among the keys"),
        (_set("Signatures", "Signature", "ab" * 64), "did not sign these words"),
        (_set("Public keys", "Public key", "ab" * 32), "did not sign these words"),
        (
            _both(_set("Public keys", "Person", "Somebody"), _set("Public keys", "Names borne", "")),
            "of Somebody",
        ),
        (_set("Public keys", "Enrolled", "2026-12-01T00:00:00.000000+00:00"), "before key 1 was enrolled"),
        (_set("Public keys", "Revoked", "2026-11-01T00:00:00.000000+00:00"), "after key 1 was revoked"),
    ],
)
def test_whatever_is_changed_in_the_workbook_is_told(
    world: SignedWorld, tmp_path: Path, bend: Callable[[Any], None], words: str
) -> None:
    out = exported(world, tmp_path)
    book = load_workbook(out)
    bend(book)
    book.save(out)
    status, printed = run(tmp_path, str(out))
    assert (status, words in printed) == (1, True), printed


def test_a_signature_made_a_mere_word_is_told_by_its_event(local_copy_of: CopyOf, tmp_path: Path) -> None:
    out = exported(local_copy_of(make_signed_world), tmp_path)
    book = load_workbook(out)
    for column, value in (("Medium", "verbal"), ("Witness", "Eve"), ("Key id", None), ("Signature", None)):
        _set("Signatures", column, value)(book)
    book.save(out)
    status, printed = run(tmp_path, str(out))
    assert (status, "signature 1 is not listed as event" in printed) == (1, True), printed


def test_keys_kept_elsewhere_find_keys_swapped_in_the_workbook(world: SignedWorld, tmp_path: Path) -> None:
    keys = tmp_path / "keys.json"
    write_keys(world.workplace, keys)
    world.behind_its_back(f"UPDATE signing_key SET public_key = '{'cd' * 32}' WHERE id = 1")
    out = exported(world, tmp_path)
    assert run(tmp_path, str(out))[0] == 1
    assert run(tmp_path, str(out), "--keys", str(keys))[0] == 0


def test_a_workbook_without_its_signatures_is_refused(world: SignedWorld, tmp_path: Path) -> None:
    out = exported(world, tmp_path)
    book = load_workbook(out)
    book.remove(book["Signatures"])
    book.save(out)
    status, printed = run(tmp_path, str(out))
    assert (status, "Signatures does not exist" in printed) == (2, True)


def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.xlsx"
    other.write_text("no workbook")
    status, printed = run(tmp_path, str(other))
    assert (status, "Cannot be read" in printed) == (2, True)
