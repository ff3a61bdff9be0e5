"""Rejected rows saved with the reason: opened in a spreadsheet, mended, and imported again."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from app.domain.changes import Change
from app.importing.converting.rows import Rejection
from app.services.errors import RefusedError
from app.services.imports.apply import Imported, apply
from app.services.imports.dry import plan, understand
from app.services.imports.rejects import rejects_csv, without_reasons, write_rejects
from app.services.workplace import Workplace
from app.store.reading import find

LIST = (
    "Nummer;Titel;Verantwortlich;Farbe\n"
    "CHG-1;Gateway;Ada;=cmd|'/c calc'!A0\n"
    ";Ohne Nummer;Ben;-2 Stunden\n"
    "CHG-1;Doppelt;Ada;'quoted'\n"
)


def rows_of(content: bytes, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=delimiter))


def imported(workplace: Workplace, content: bytes) -> tuple[Imported, bytes, bool]:
    """What importing did, the rejected rows, and whether the mapping was remembered."""
    understood = understand(workplace, content, "changes")
    planned = plan(workplace, understood.table, understood.proposal.mapping, "UTC")
    done = apply(workplace, planned, "list.csv", shape=understood.proposal.shape).value
    table = understood.table
    left = rejects_csv(table.headers, planned.outcome.rejected, table.delimiter)
    return done, left, understood.is_remembered


def test_rows_come_with_row_column_and_reason_and_no_cell_is_a_formula() -> None:
    cells = ("=1+1", "+49", "-2", "@SUM(A1)", "\t=1", "plain; with, all\n'marks'", "")
    headers = ("a", "=b", "c", "d", "e", "f", "g")
    content = rejects_csv(headers, [Rejection(7, "=b", "=HYPERLINK()", cells)], ";")
    head, row = rows_of(content, ";")
    assert head == ["Row", "Column", "Reason", "a", "'=b", "c", "d", "e", "f", "g"]
    assert row[:3] == ["7", "'=b", "'=HYPERLINK()"]
    assert row[3:] == ["'=1+1", "'+49", "'-2", "'@SUM(A1)", "'\t=1", "plain; with, all\n'marks'", ""]


@pytest.mark.parametrize(("delimiter", "written"), [("\t", "\t"), ("|", "|"), ("", ","), ("||", ",")])
def test_columns_end_as_those_of_the_list_do(delimiter: str, written: str) -> None:
    content = rejects_csv(("a", "b"), [Rejection(2, "a", "Why.", ("x", "y"))], delimiter)
    assert rows_of(content, written)[1] == ["2", "a", "Why.", "x", "y"]


def test_mended_rows_are_rows_of_their_list_again(workplace: Workplace) -> None:
    done, left, _ = imported(workplace, LIST.encode())
    assert (done.created, done.rejected) == (1, 2)
    mended = left.decode("utf-8-sig").replace("The row has no key.;", "The row has no key.;CHG-2", 1)
    mended = mended.replace("CHG-1;Doppelt", "CHG-3;Doppelt")
    done, left, is_remembered = imported(workplace, mended.encode())
    assert is_remembered
    assert (done.created, done.rejected) == (2, 0)
    with workplace.read() as connection:
        changes = {one.key: one for one in find(connection, Change)}
    assert changes["CHG-2"].owner_name == "Ben"
    assert dict(changes["CHG-2"].extra) == {"Farbe": "-2 Stunden"}
    assert dict(changes["CHG-3"].extra) == {"Farbe": "'quoted'"}
    done, _, _ = imported(workplace, LIST.replace("\n;Ohne", "\nCHG-2;Ohne").encode())
    assert (done.unchanged, done.rejected) == (2, 1), "what was mended by hand is mended at the source now"


def test_a_list_with_such_columns_and_no_others_is_taken_as_it_is(workplace: Workplace) -> None:
    table = understand(workplace, b"Row,Column,Reason\n1,Key,Why\n").table
    assert without_reasons(table) is table


def test_a_place_that_cannot_be_written_is_told(workplace: Workplace, tmp_path: Path) -> None:
    table = understand(workplace, LIST.encode(), "changes").table
    with pytest.raises(RefusedError, match="choose another place"):
        write_rejects(tmp_path / "nowhere" / "rejected.csv", table, [])
