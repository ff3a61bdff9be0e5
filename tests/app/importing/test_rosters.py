"""Rosters with a row a week: who is in them, and under which duties."""

from __future__ import annotations

import io

import openpyxl
import pytest

from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table

ROSTER = (
    "Week of,DBA,Linux,Notes\n30/11/2026,Ana Ruiz,Ben Ito,holiday\n07/12/2026,Eva Kral,Ben Ito,\n"
    "14/12/2026,Ana Ruiz,Eva Kral,\n"
)
PEOPLE = [("Ana Ruiz", "DBA"), ("Ben Ito", "Linux"), ("Eva Kral", "DBA; Linux")]


def test_the_people_of_a_roster_come_in_with_their_duties() -> None:
    table = read_table(ROSTER.encode())
    assert [tuple(row) for row in table.rows] == PEOPLE
    proposal = propose(table)
    assert (proposal.kind, proposal.mapping.columns) == ("people", {"Full name": "name", "Roles": "roles"})
    assert "roster of 3 periods" in table.warnings[0]


def test_a_roster_in_a_workbook_is_told_as_one() -> None:
    book = openpyxl.Workbook()
    for line in ROSTER.splitlines():
        book.active.append(line.split(","))  # type: ignore[union-attr]
    file = io.BytesIO()
    book.save(file)
    table = read_table(file.getvalue())
    assert [tuple(row) for row in table.rows] == PEOPLE
    assert any("roster of 3 periods" in one for one in table.warnings)


@pytest.mark.parametrize(
    "text",
    [
        "Week,Primary,Secondary\nKW 49,Ana Ruiz,Ben Ito\nKW 50,Ben Ito,Ana Ruiz\n",
        "KW;Von;Bis;Bereitschaft;Vertretung\n49;30.11.2026;06.12.2026;Ana Ruiz;Ben Ito\n"
        "50;07.12.2026;13.12.2026;Ben Ito;Ana Ruiz\n",
        "Month,Primary,Secondary\nDecember 2026,Ana Ruiz,Ben Ito\nJanuary 2027,Ben Ito,Ana Ruiz\n",
        "Kalenderwoche;Bereitschaft;Vertretung\n49;Ana Ruiz;Ben Ito\n50;Ben Ito;Ana Ruiz\n",
    ],
)
def test_weeks_may_be_numbered(text: str) -> None:
    assert read_table(text.encode()).headers == ("Full name", "Roles")


@pytest.mark.parametrize(
    "text",
    [
        "Date,Requester,Title\n2026-11-30,Ana Ruiz,New disk\n2026-12-01,Ana Ruiz,More memory\n",
        "Date,Requester,Approver\n2026-11-30,Ana Ruiz,Ben Ito\n2026-11-30,Ana Ruiz,Ben Ito\n",
        "Week,DBA,Linux\n2026-11-30,3,4\n2026-12-07,4,5\n",
        "Week,From,To\n1,Berlin East,Ghent South\n2,Berlin East,Ghent South\n",
    ],
)
def test_any_other_list_is_left_alone(text: str) -> None:
    assert read_table(text.encode()).headers[0] in ("Date", "Week")


def test_people_on_call_need_not_come_again() -> None:
    table = read_table(
        b"week,primary,secondary,primary_oncall\n1,Ana Ruiz,Ben Ito,Eva Kral\n2,Udo Lenz,Mia Sol,Tim Roth\n"
    )
    assert ("Eva Kral", "primary_oncall") in [tuple(row) for row in table.rows]


def test_what_people_are_on_duty_for_is_no_duty() -> None:
    lines = (
        "Week,Primary,Secondary,Service",
        "2026-W39,Ana Ruiz,Ben Ito,payments",
        "2026-W40,Ben Ito,Ana Ruiz,till",
    )
    table = read_table("\n".join(lines).encode())
    assert [tuple(row) for row in table.rows] == [
        ("Ana Ruiz", "Primary; Secondary"),
        ("Ben Ito", "Secondary; Primary"),
    ]


def test_how_to_reach_those_on_duty_is_no_duty() -> None:
    lines = (
        "Semana;Guardia principal;Guardia de respaldo;Teléfono guardia",
        "11/01/2027;Juan Ruiz;Ana Vega;600111222",
        "18/01/2027;Ana Vega;Juan Ruiz;600111222",
    )
    table = read_table("\n".join(lines).encode())
    assert [row[0] for row in table.rows] == ["Juan Ruiz", "Ana Vega"]
