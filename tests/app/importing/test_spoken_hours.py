"""Hours that people write as they say them, behind a date and in a column of their own."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from app.importing.times.dates import DateReader
from app.importing.times.orders import orders_of
from app.importing.times.spoken import spoken_hour


@pytest.mark.parametrize(
    "text",
    [
        "02.03.2026, 22 Uhr",
        "02.03.2026 um 22 Uhr",
        "02.03.2026, 22.00 Uhr",
        "2 mars 2026 à 22h",
        "02/03/2026 22h",
        "02/03/2026 às 22h00min",
        "02/03/2026 22:00 hs",
        "02/03/2026 a las 22h",
        "02/03/2026 alle 22",
        "02/03/2026 ore 22",
        "02.03.2026 godz. 22",
        "02.03.2026 r. g. 22.00",
        "2 Mart 2026 saat 22.00",
        "2 Mar 2026 10pm",
        "02/03/2026 10 p.m.",
        "02.03.26 / 22:00",
    ],
)
def test_hours_behind_a_date_are_read_as_people_say_them(text: str) -> None:
    assert DateReader("dmy", "UTC").instant(text) == datetime(2026, 3, 2, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["02/03/2026 22", "02/03/2026 30 min", "02/03/2026 40 Uhr", "Release 22 at 10"]
)
def test_numbers_of_which_nothing_says_that_they_are_hours_are_none(text: str) -> None:
    assert DateReader("dmy", "UTC").instant(text) is None


def test_the_day_before_a_spoken_hour_tells_the_order_of_its_column() -> None:
    told = orders_of({"Start": ["03/02/2026 10pm", "03/14/2026 10pm"]}, "dmy")["Start"]
    assert (told.order, told.is_ambiguous) == ("mdy", False)


def test_hours_in_a_column_of_their_own_are_those_of_the_days_beside_it() -> None:
    lines = (
        "Passo;Atividade;Data;Hora;Duração",
        "1;Parar;13/12/2026;20h;30min",
        "2;Copiar;13/12/2026;20h30;1h30",
        "3;Migrar;13/12/2026;às 22h;2h",
    )
    table = read_table("\n".join(lines).encode())
    rows = convert(table, propose(table).mapping, "UTC").rows
    assert [(row.values["start"].hour, row.values["duration_minutes"]) for row in rows] == [
        (20, 30),
        (20, 90),
        (22, 120),
    ]
    assert [spoken_hour(text) for text in ("20 Uhr", "8 pm", "30 min", "20")] == ["20:00", "8:00 pm", "", ""]


def test_what_lasts_from_an_hour_to_another_is_in_no_register() -> None:
    lines = (
        "Application;Début;Fin;Commentaire",
        "Paie;13/12/2026 à 22h;14/12/2026 à 4h;montée de version",
        "Portail;14/12/2026 à 20h30;15/12/2026 à 2h;bascule",
    )
    assert propose(read_table("\n".join(lines).encode())).kind != "applications"
    days = "\n".join(("Application;Début;Fin;Commentaire", "Paie;13/12/2016;14/12/2026;vieille"))
    assert propose(read_table(days.encode())).kind == "applications"


def test_weekdays_beside_their_dates_recur_no_more_than_these() -> None:
    lines = (
        "Wk,Date,Day,Change Ref,Summary,Env,Start,End,Lead,Approved?",
        "49,05/12/2026,Sat,CHG0031,Patch SAP,PROD,20:00,22:00,Ann Lee,Y",
        "50,13/12/2026,Sun,CHG0032,Move portal,PROD,22:00,02:00,Bob Ray,N",
    )
    table = read_table("\n".join(lines).encode())
    found = propose(table)
    assert "Recurrence rule" not in table.headers
    assert (found.kind, found.mapping.columns["Change Ref"]) == ("changes", "key")
    recurring = ("Window,Day,Start,End", "Patching,Sat,20:00,22:00", "Backups,Sun,22:00,02:00")
    assert "Recurrence rule" in read_table("\n".join(recurring).encode()).headers


def test_a_stop_of_changes_is_a_freeze() -> None:
    lines = ("Änderungsstopp;von;bis;Grund", "Jahresabschluss;15.12.2026;10.01.2027;Bilanz")
    found = propose(read_table("\n".join(lines).encode()))
    assert (found.kind, found.mapping.columns["Änderungsstopp"]) == ("freezes", "title")
