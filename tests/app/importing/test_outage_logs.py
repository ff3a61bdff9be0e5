"""Logs of outages without numbers: told apart by when they began, and called by what befell."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_file, read_table


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
