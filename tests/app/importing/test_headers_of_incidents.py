"""Headers of lists of incidents, and the field each feeds."""

from __future__ import annotations

import pytest

from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table

# source, kind, headers apart by semicolons with the fields wanted, and a row under them
LISTS = [
    (
        "Dynatrace",
        "incidents",
        {
            "Display ID": "key",
            "Title": "title",
            "Impact level": "",
            "Start time": "started_at",
            "End time": "ended_at",
            "Affected entities": "configuration_items",
        },
        "P-1;Failures;SERVICES;2026-11-28 02:15;2026-11-28 03:05;checkout",
    ),
    (
        "SolarWinds",
        "incidents",
        {
            "Alert name": "title",
            "Message": "description",
            "Trigger time": "started_at",
            "Related node": "configuration_items",
            "Severity": "impact",
        },
        "Node down;db01 is down;11/28/2026 2:15:09 AM;db01;Critical",
    ),
    (
        "Uptime checks",
        "incidents",
        {
            "Start": "started_at",
            "End": "ended_at",
            "Status": "state",
            "Duration": "",
            "Sensor": "title",
            "Device": "configuration_items",
        },
        "28.11.2026 02:15:09;28.11.2026 03:05:09;Down;50 m;Ping;db01",
    ),
    (
        "ServiceNow incidents",
        "incidents",
        {
            "Incident Number": "key",
            "Opened At": "created_in_source",
            "Resolved At": "ended_at",
            "Closed At": "closed_in_source",
            "Impact": "impact",
            "Assignment Group": "team",
            "CI Name": "configuration_items",
            "Short Description": "title",
            "Caller ID": "requester",
        },
        "INC1;2022-02-06 19:53;2022-02-13 10:53;2022-02-14 03:53;3 - Multiple Users;Net;rt-1;Down;e1",
    ),
    (
        "",
        "incidents",
        {
            "Incident ID": "key",
            "Title": "title",
            "Detected At": "started_at",
            "Resolved At": "closed_in_source",
        },
        "INC-1;Mail;2027-01-10T02:12:13Z;2027-01-10T03:12:13Z",
    ),
    (
        "Zabbix",
        "incidents",
        {
            "Severidade": "impact",
            "Hora": "started_at",
            "Hora da recuperação": "ended_at",
            "Status": "state",
            "Host": "configuration_items",
            "Incidente": "title",
            "Duração": "",
        },
        "Alta;28/11/2026 02:15:09;28/11/2026 02:25:09;RESOLVIDO;db01;Disco cheio;10m",
    ),
    (
        "Nagios",
        "incidents",
        {
            "Timestamp": "started_at",
            "Host": "configuration_items",
            "Service": "",
            "State Type": "",
            "Information": "title",
        },
        "2026-11-28 02:15:09;db01;Load;HARD;Load is high",
    ),
    (
        "Statuspage",
        "incidents",
        {
            "Incident Name": "title",
            "Impact": "impact",
            "Status": "state",
            "Created At": "started_at",
            "Resolved At": "ended_at",
            "Components Affected": "applications",
        },
        "Slow logins;Minor;Monitoring;Nov 28, 2026 - 02:15 CET;Nov 28, 2026 - 03:05 CET;Login",
    ),
    (
        "",
        "incidents",
        {"Service": "applications", "Outage Start": "started_at", "Outage End": "ended_at", "Ticket": "key"},
        "Shop;2026-11-28 02:15;2026-11-28 03:05;INC0012",
    ),
    (
        "",
        "incidents",
        {
            "Date": "day",
            "Start": "started_at",
            "End": "ended_at",
            "System": "applications",
            "Impact": "impact",
            "Summary": "title",
            "Ticket": "key",
        },
        "2026-11-28;02:15:00;03:05:00;Shop;High;Disk full;INC-1",
    ),
    (
        "",
        "incidents",
        {
            "Arıza No": "key",
            "Arıza Tanımı": "title",
            "Bildirim Tarihi": "created_in_source",
            "Başlangıç Zamanı": "started_at",
            "Bitiş Zamanı": "ended_at",
            "Kesinti Süresi (dk)": "",
            "İlgili değişiklik": "change_key",
            "Durumu": "state",
        },
        "ARZ-1;Ödeme yok;28.11.2026;28.11.2026 02:15;28.11.2026 03:05;50;DEG-7;Kapandı",
    ),
    (
        "",
        "incidents",
        {"Nr incydentu": "key", "Opis incydentu": "title", "Stan": "state", "Powiązana zmiana": "change_key"},
        "INC/26/7;Brak wysyłki;W toku;RFC/26/18",
    ),
]


@pytest.mark.parametrize(("source", "kind", "wanted", "row"), LISTS)
def test_each_header_feeds_its_field(source: str, kind: str, wanted: dict[str, str], row: str) -> None:
    found = propose(read_table(f"{';'.join(wanted)}\n{row}\n".encode()))
    assert (found.source, found.kind) == (source, kind)
    assert {header: found.mapping.columns.get(header, "") for header in wanted} == wanted


@pytest.mark.parametrize(
    ("headers", "title"),
    [
        ("Störungsnr.;Beginn;Ende;System;Störung;Ursache", "Störung"),
        ("N° incident;Début;Fin;Application;Panne;Cause", "Panne"),
        ("Nr incydentu;Początek;Koniec;System;Awaria;Przyczyna", "Awaria"),
    ],
)
def test_what_befell_titles_an_incident_before_its_cause(headers: str, title: str) -> None:
    rows = (
        "I-1;2026-03-01 07:00;2026-03-01 08:00;ERP;The users cannot log in;power\n"
        "I-2;2026-03-02 07:00;2026-03-02 08:00;ERP;The nightly export is late;power\n"
    )
    found = propose(read_table(f"{headers}\n{rows}".encode()))
    assert (found.kind, found.mapping.headers_of("title")) == ("incidents", (title,))
