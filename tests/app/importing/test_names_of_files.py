"""Lists that say by their name what they are of, where their columns leave it open."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_file, read_table
from app.importing.words.names_of_files import kind_called


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ServiceNow_Incidents_2024", "incidents"),
        ("IncidentReport", "incidents"),
        ("Störungen 2026", "incidents"),
        ("arizalar", "incidents"),
        ("change_request (3)", "changes"),
        ("Zmiany", "changes"),
        ("Wartungsfenster Q3", "windows"),
        ("ventanas de mantenimiento", "windows"),
        ("maintenance_windows", "windows"),
        ("freeze_calendar", "freezes"),
        ("cmdb_ci_server", "configuration_items"),
        ("aplicações", "applications"),
        ("mitarbeiterliste", "people"),
        ("deployment_plan", "activities"),
        ("cronograma", "activities"),
        ("detected_changes", "detected"),
        ("change_calendar", ""),
        ("server_outages", ""),
        ("Windows", ""),
        ("tasks", ""),
        ("export", ""),
    ],
)
def test_a_name_says_what_a_list_is_of_unless_it_says_several_things(name: str, kind: str) -> None:
    assert kind_called(name) == kind


@pytest.mark.parametrize(
    ("name", "lines", "kind", "fields"),
    [
        (
            "maintenance.csv",
            (
                "hostname,start_utc,end_utc,comment",
                "GW-033,2026-01-22T18:00:00Z,2026-01-22T21:00:00Z,upgrade",
            ),
            "windows",
            {"start_utc": "starts_at", "end_utc": "ends_at", "comment": "title"},
        ),
        (
            "incidencias.csv",
            ("id,fecha,cliente,problema,estado", "1,2026-03-10 22:29,Otis,No arranca,Resuelto"),
            "incidents",
            {"id": "key", "fecha": "started_at", "problema": "title", "estado": "state"},
        ),
        (
            "builds.csv",
            ("build_id,timestamp,branch_type,status", "build_01,2025-08-29T09:35:17,release,failed"),
            "builds",
            {"build_id": "number", "timestamp": "built_at", "status": "succeeded"},
        ),
        (
            "applicazioni.csv",
            ("nome,descrizione,link", "FRM,Summarization,https://www.app1.com"),
            "applications",
            {"nome": "name", "descrizione": "description"},
        ),
    ],
)
def test_what_a_file_is_called_tells_its_kind_where_the_columns_leave_it_open(
    tmp_path: Path, name: str, lines: tuple[str, ...], kind: str, fields: dict[str, str]
) -> None:
    path = tmp_path / name
    path.write_text("\n".join(lines))
    found = propose(read_file(path))
    assert (found.kind, found.mapping.columns) == (kind, found.mapping.columns | fields)


def test_a_name_settles_nothing_that_the_columns_say(tmp_path: Path) -> None:
    path = tmp_path / "maintenance.csv"
    path.write_text("Change Number,Summary,Status,Risk\nCHG001,Patch the gateway,New,High\n")
    assert propose(read_file(path)).kind == "changes"


def test_incidents_without_numbers_are_told_apart_by_their_day_and_what_befell(tmp_path: Path) -> None:
    path = tmp_path / "stoerungen.csv"
    path.write_text(
        "Datum;System;Störung;Dauer (min)\n"
        "14.02.2026;Mail;Warteschlange voll;120\n"
        "25.02.2026;Mail;Warteschlange voll;15\n",
        encoding="utf-8",
    )
    table = read_file(path)
    found = propose(table)
    assert found.mapping.columns == found.mapping.columns | {"Datum": "started_at", "Störung": "title"}
    done = convert(table, found.mapping, "UTC")
    assert [row.values["title"] for row in done.rows] == ["Warteschlange voll"] * 2
    assert not done.rejected


def test_a_list_of_no_file_goes_by_its_columns() -> None:
    table = read_table(b"id,fecha,problema,estado\n1,2026-03-10 22:29,No arranca,Resuelto\n")
    assert propose(table).kind == "changes"


@pytest.mark.parametrize(
    "lines",
    [
        ("Service,Outage start,Outage end,Minutes", "SAP,2026-02-03 07:45,2026-02-03 09:15,90"),
        ("Dienst;Ausfallbeginn;Ausfallende;Dauer (Std)", "SAP;03.02.2026 07:45;03.02.2026 09:15;1,5"),
        ("Servicio;Inicio caída;Fin caída;Minutos", "SAP;13/02/2026 07:45;13/02/2026 09:15;90"),
    ],
)
def test_what_was_down_from_when_to_when_is_an_incident_of_that_name(lines: tuple[str, ...]) -> None:
    table = read_table("\n".join(lines).encode())
    found = propose(table)
    assert (found.kind, found.problems) == ("incidents", ())
    (row,) = convert(table, found.mapping, "UTC").rows
    assert (row.values["title"], row.values["applications"]) == ("SAP", ("SAP",))
    assert (row.values["ended_at"] - row.values["started_at"]).total_seconds() == 90 * 60


def test_the_sort_of_an_incident_stands_for_a_title_only_where_no_key_does(tmp_path: Path) -> None:
    path = tmp_path / "incident_log.csv"
    path.write_text(
        "Device,Incident Type,Start Time,Recovery Time,Status\n"
        "Router,WARNING,2026-08-13 23:23:46,2026-08-13 23:23:52,RECOVERED\n"
    )
    found = propose(read_file(path))
    assert found.mapping.columns["Incident Type"] == "title"
    assert found.mapping.columns["Device"] == "configuration_items"
