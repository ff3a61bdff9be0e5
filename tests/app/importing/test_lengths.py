"""Windows and outages whose lists say how long they last, and outages told by what befell."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.importing.cells.moments import moment_of
from app.importing.converting.rows import convert
from app.importing.proposing.proposal import Proposal, propose
from app.importing.reading.files import read_table
from app.importing.times.dates import DateReader


def proposal(*lines: str) -> Proposal:
    """What a list of these lines seems to be."""
    return propose(read_table("\n".join((*lines, "")).encode()))


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Maintenance Window Name,Start Time,Duration (min)", "Wave 1,2027-01-09 22:00,360"),
        ("Maintenance window,Start,Duration (h)", "Wave 1,2027-01-09 22:00,6"),
        ("Wartungsfenster,Beginn,Dauer", "Welle 1,09.01.2027 22:00,6 Std"),
        ("Nom de la fenêtre,Début,Durée", "Vague 1,09/01/2027 22:00,6 heures"),
    ],
)
def test_a_window_ends_when_its_length_is_over(header: str, row: str) -> None:
    table = read_table(f"{header}\n{row}\n".encode())
    found = propose(table)
    assert (found.kind, found.mapping.columns["End"]) == ("windows", "ends_at")
    values = convert(table, found.mapping, "UTC").rows[0].values
    assert values["ends_at"] == datetime(2027, 1, 10, 4, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "header",
    [
        "Maintenance window,Start,Duration",  # of what?
        "Maintenance window,Start,End,Duration (min)",
        "Task,Maintenance window,Start,Duration (min)",
        "Task,Start,Duration (min)",
    ],
)
def test_no_end_is_made_of_what_tells_none(header: str) -> None:
    cells = {"Start": "2027-01-09 22:00", "End": "2027-01-09 23:00", "Duration": "6"}
    row = ",".join(cells.get(name, "60" if "min" in name else "Wave 1") for name in header.split(","))
    assert read_table(f"{header}\n{row}\n".encode()).headers == tuple(header.split(","))


@pytest.mark.parametrize(
    ("header", "row", "columns"),
    [
        (
            "Lp.;Data;Godz. rozpoczęcia;Godz. zakończenia;System;Opis awarii;Przyczyna",
            "1;23.10.2026;08:15;09:40;Poczta;Brak wysyłania wiadomości;Pełny dysk",
            {
                "Data": "day",
                "Godz. rozpoczęcia": "started_at",
                "Godz. zakończenia": "ended_at",
                "System": "applications",
                "Opis awarii": "title",
            },
        ),
        (
            "Kesinti Tarihi;Başlangıç Saati;Bitiş Saati;Etkilenen Sistem;Kesinti Nedeni;Süre (dk)",
            "23.10.2026;08:15;09:40;E-posta;Disk doldu;85",
            {
                "Kesinti Tarihi": "day",
                "Başlangıç Saati": "started_at",
                "Bitiş Saati": "ended_at",
                "Etkilenen Sistem": "applications",
                "Kesinti Nedeni": "title",
            },
        ),
        (
            "Data;Ora inizio;Ora ripristino;Servizio;Descrizione disservizio;Durata",
            "23/10/2026;08:15;09:40;Posta;Impossibile inviare messaggi;1h 25m",
            {
                "Data": "day",
                "Ora inizio": "started_at",
                "Ora ripristino": "ended_at",
                "Servizio": "applications",
                "Descrizione disservizio": "title",
            },
        ),
    ],
)
def test_registers_of_outages(header: str, row: str, columns: dict[str, str]) -> None:
    found = proposal(header, row)
    assert (found.kind, dict(found.mapping.columns)) == ("incidents", columns)


@pytest.mark.parametrize(
    ("header", "row", "source", "kind"),
    [
        (
            "id,summary,start_time,end_time,services,created_by,sequence_number",
            "PW1,DB patching,2027-01-09T20:00:00Z,2027-01-10T02:00:00Z,Orders,ana@acme.com,1",
            "PagerDuty maintenance windows",
            "windows",
        ),
        (
            "Activity ID,Activity Status,WBS Code,Activity Name,Original Duration(h),(*)Start,(*)Finish",
            "A1000,Not Started,CUT.PREP,Notify users,1,09-Jan-27 20:00,09-Jan-27 21:00",
            "Primavera P6",
            "activities",
        ),
        (
            "ID,Name,Anfang,Ende,Dauer,Abgeschlossen,Koordinator,Vorgänger,Gliederungsnummer",
            "1,Sicherung,09.01.27,09.01.27,1,0,Jana Weiß,,1.1",
            "GanttProject",
            "activities",
        ),
    ],
)
def test_programs_of_plans_and_windows(header: str, row: str, source: str, kind: str) -> None:
    found = proposal(header, row)
    assert (found.mapping.source, found.kind) == (source, kind)


@pytest.mark.parametrize("cell", ["T0", "T+0", "H 0", "t-0"])
def test_the_start_of_the_night_itself(cell: str) -> None:
    assert moment_of(cell, DateReader("dmy", "UTC")) == timedelta()
