"""A column for the time of day completes the days of the column it belongs to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.importing.converting.rows import ImportRow, convert
from app.importing.proposing.proposal import propose
from app.importing.proposing.times_beside import times_beside, whole
from app.importing.reading.files import read_table

LATE = datetime(2026, 12, 13, 22, 15, tzinfo=UTC)
ENDED = datetime(2026, 12, 14, 1, 30, tzinfo=UTC)
PAIRS = [
    ("Date", "Heure"),
    ("Datum", "Uhrzeit"),
    ("Fecha", "Hora"),
    ("Data", "Ora"),
    ("Data", "Hora"),
    ("Data", "Godzina"),
    ("Tarih", "Saat"),
    ("Date", "Time"),
    ("Opened Date", "Opened Time"),
    ("Date d'ouverture", "Heure d'ouverture"),
    ("Fecha inicio", "Hora de inicio"),
    ("Eröffnungsdatum", "Eröffnungszeit"),
    ("Datum Beginn", "Uhrzeit Beginn"),
    ("Başlangıç tarihi", "Başlangıç saati"),
    ("Incident date", "Time"),
    ("Start", "Start time"),
    ("Fecha de comienzo", "Comienzo"),
    ("Beginnt am", "Beginnt um"),
]


def rows_of(text: str, kind: str) -> list[ImportRow]:
    """The rows of a list, which is to be of this kind."""
    table = read_table(text.encode())
    found = propose(table)
    assert found.kind == kind
    return list(convert(table, found.mapping, "UTC").rows)


@pytest.mark.parametrize(("day", "clock"), PAIRS)
def test_they_are_known_by_what_they_are_called(day: str, clock: str) -> None:
    cells = {day: ["13.12.2026", "14.12.2026"], clock: ["22:15", "08:05"], "Title": ["Mail", "Web"]}
    assert times_beside([*cells], cells.__getitem__) == {day: clock}


@pytest.mark.parametrize(
    ("headers", "cells"),
    [
        (("Opened date", "Closed time"), ("13.12.2026", "22:15")),
        (("Date", "Time spent"), ("13.12.2026", "22:15")),
        (("Date", "Time"), ("13.12.2026 10:00", "22:15")),
        (("Date", "Time"), ("13.12.2026", "90")),
        (("Date time", "Time"), ("13.12.2026 10:00", "22:15")),
        (("Start", "Start time"), ("13.12.2026 10:00", "22:15")),
        (("Start", "Begin"), ("13.12.2026", "22:15")),
        (("Fecha de comienzo", "Comienzo"), ("13.12.2026", "soon")),
    ],
)
def test_others_complete_nothing(headers: tuple[str, str], cells: tuple[str, str]) -> None:
    found = {header: [cell] for header, cell in zip(headers, cells, strict=True)}
    assert times_beside(headers, found.__getitem__) == {}


@pytest.mark.parametrize(
    ("header", "row", "kind", "field"),
    [
        ("Ticket;Titel;Datum;Uhrzeit", "T-1;Mail;13.12.2026;22:15", "changes", "created_in_source"),
        ("Change ID;Title;Date;Time", "CHG-1;Mail;2026-12-13;10:15 PM", "changes", "created_in_source"),
        ("Incident;Titre;Date;Heure", "INC1;Mail;13/12/2026;22h15", "incidents", "started_at"),
        ("Incidencia;Título;Fecha;Hora", "INC1;Mail;13/12/2026;22:15", "incidents", "started_at"),
        ("Incydent;Tytuł;Data;Godzina", "INC1;Mail;13.12.2026;22:15", "incidents", "started_at"),
        ("Olay;Başlık;Tarih;Saat", "INC1;Mail;13.12.2026;22:15", "incidents", "started_at"),
        ("Incident;Title;Date;Time", "INC1;Mail;13/12/2026 00:00;22:15:00", "incidents", "started_at"),
        (
            "Change;Environment;Date;Time;Result",
            "CHG-1;Test;2026-12-13;22:15;Ok",
            "deployments",
            "deployed_at",
        ),
        ("Change;Build number;Build Date;Build Time", "CHG-1;7;2026-12-13;22:15", "builds", "built_at"),
        (
            "Date;Time;Host;What changed;User",
            "2026-12-13;22:15;srv01;/etc/group;root",
            "detected",
            "detected_at",
        ),
    ],
)
def test_the_time_comes_in_with_the_day_in_every_kind_of_list(
    header: str, row: str, kind: str, field: str
) -> None:
    assert rows_of(f"{header}\n{row}\n", kind)[0].values[field] == LATE


@pytest.mark.parametrize(
    ("header", "kind", "start", "end"),
    [
        ("INC;Titre;Date d'ouverture;Heure d'ouverture;Date de clôture;Heure de clôture", "incidents",
         "created_in_source", "closed_in_source"),
        ("Incident;Titre;Date;Heure;Date de fin;Heure de fin", "incidents", "started_at", "ended_at"),
        ("Wartungsfenster;Ort;Datum Beginn;Uhrzeit Beginn;Datum Ende;Uhrzeit Ende", "windows",
         "starts_at", "ends_at"),
        ("Maintenance;Location;Maintenance Start Date;Maintenance Start Time;Maintenance End Date;"
         "Maintenance End Time", "windows", "starts_at", "ends_at"),
    ],
)  # fmt: skip
def test_beginnings_and_ends_each_get_their_own(header: str, kind: str, start: str, end: str) -> None:
    (row,) = rows_of(f"{header}\nINC1;Mail;13/12/2026;22:15;14/12/2026;01:30\n", kind)
    assert (row.values[start], row.values[end]) == (LATE, ENDED)


def test_the_mapping_says_where_the_time_is_and_leaves_its_column_free() -> None:
    found = propose(read_table(b"Incident,Title,Date,Time\nINC1,Mail,2026-12-13,22:15\n"))
    reasons = {guess.header: (guess.field, guess.reason) for guess in found.guesses}
    assert reasons["Date"][0] == "started_at"
    assert reasons["Date"][1].endswith("The time of day is in “Time”.")
    assert reasons["Time"] == ("", "The time of day of “Date”.")


def test_a_mapping_of_before_says_so_too_and_stays_as_it_was() -> None:
    table = read_table(b"Incident,Title,Date,Time\nINC1,Mail,2026-12-13,22:15\n")
    known = propose(table).mapping
    again = propose(table, "incidents", known)
    assert again.mapping.columns == known.columns
    assert [guess.completes for guess in again.guesses] == ["", "", "", "Date"]
    own = replace(known, columns={"Incident": "key", "Date": "started_at", "Time": "description"})
    kept = propose(table, "incidents", own)
    assert kept.mapping.columns["Time"] == "description"
    assert not any(guess.completes for guess in kept.guesses)


def test_a_column_of_times_says_their_zone() -> None:
    table = read_table(b"Incident;Title;Date;Time (UTC)\nINC1;Mail;2026-12-13;22:15\n")
    (row,) = convert(table, propose(table).mapping, "Europe/Berlin").rows
    assert row.values["started_at"] == LATE


def test_a_field_that_says_a_day_alone_stays_a_day() -> None:
    text = "Change ID;Title;Deployment date;Deployment time\nCHG-1;Mail;2026-12-13;22:15\n"
    assert rows_of(text, "changes")[0].values["deployment_on"] == date(2026, 12, 13)


def test_a_plan_keeps_its_day_and_its_times() -> None:
    text = "Step,Date,Time,Activity,Duration\n1,2026-12-13,22:15,Stop,10\n"
    assert rows_of(text, "activities")[0].values["start"] == LATE


@pytest.mark.parametrize(
    ("day", "clock", "text"),
    [
        ("13.12.2026", "22:15", "13.12.2026 22:15:00"),
        ("13 Dec 2026", "10:15 pm", "13 Dec 2026 22:15:00"),
        ("12/13/2026 12:00:00 AM", "22h15", "12/13/2026 22:15:00"),
        ("2026-12-13", "22:15 CET", "2026-12-13 22:15:00 +01:00"),
        ("2026-12-13 10:00", "22:15", "2026-12-13 10:00"),
        ("2026-12-13", "", "2026-12-13"),
        ("soon", "22:15", "soon"),
    ],
)
def test_a_day_and_a_time_are_one_text(day: str, clock: str, text: str) -> None:
    assert whole(day, clock) == text
