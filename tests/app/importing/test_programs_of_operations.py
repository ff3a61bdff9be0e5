"""Lists of programs of operations: audit logs, monitors, clusters, calendars and plans, told by headers."""

from __future__ import annotations

import pytest

from app.importing.proposing.list_words import value_choices
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from tests.app.importing.taking import taken_for

# source, kind, headers with the fields wanted, and a row under them, its cells apart by semicolons
LISTS = [
    (
        "Netwrix Auditor",
        "detected",
        {"Who": "who", "Action": "", "What": "what", "Where": "ci", "When": "detected_at", "Details": ""},
        r"CORP\jweber;Modified;\\fs01\rates.xlsx;fs01.corp.local;28.11.2026 22:14:22;Size changed",
    ),
    (
        "Google Cloud audit logs",
        "detected",
        {
            "timestamp": "detected_at",
            "protoPayload.methodName": "what",
            "protoPayload.resourceName": "ci",
            "protoPayload.authenticationInfo.principalEmail": "who",
            "severity": "",
        },
        "2026-11-28T21:14:03Z;v1.compute.instances.stop;projects/p1/instances/app-2;omar@corp.com;NOTICE",
    ),
    (
        "Microsoft 365 audit log",
        "detected",
        {
            "RecordId": "event_id",
            "CreationDate": "detected_at",
            "RecordType": "",
            "Operation": "what",
            "UserId": "who",
            "AuditData": "",
        },
        "8a1b;2026-11-28T21:14:03Z;1;Set-TransportRule;admin@corp.com;x",
    ),
    (
        "Oracle audit trail",
        "detected",
        {
            "TIMESTAMP": "detected_at",
            "USERNAME": "who",
            "ACTION_NAME": "",
            "OBJ_NAME": "what",
            "USERHOST": "ci",
        },
        "28.11.2026 22:14:10;APPADM;ALTER TABLE;ORDERS;srv-app-01",
    ),
    (
        "Helm",
        "deployments",
        {
            "NAME": "",
            "NAMESPACE": "environment",
            "REVISION": "",
            "UPDATED": "deployed_at",
            "STATUS": "outcome",
            "CHART": "",
            "APP VERSION": "build",
        },
        "billing;prod;12;2026-11-28 21:14:03.120 +0000 UTC;deployed;billing-4.2.1;4.2.1",
    ),
    (
        "Grafana OnCall",
        "people",
        {"user_pk": "", "user_email": "email", "user_username": "name", "shift_start": "", "shift_end": ""},
        "U1;nadia@corp.com;nadia;2026-11-23T08:00:00Z;2026-11-30T08:00:00Z",
    ),
    (
        "Nagios downtimes",
        "windows",
        {
            "Host Name": "",
            "Author": "",
            "Comment": "title",
            "Start Time": "starts_at",
            "End Time": "ends_at",
            "Downtime ID": "uid",
        },
        "srv-db-01;nadia;Monthly patching;2026-12-05 22:00:00;2026-12-06 02:00:00;118",
    ),
    (
        "",
        "windows",
        {
            "Name": "title",
            "Type": "",
            "Active since": "starts_at",
            "Active till": "ends_at",
            "State": "state",
        },
        "Patch DB cluster;With data collection;2026-12-05 22:00;2026-12-06 04:00;Approaching",
    ),
    (
        "Microsoft Project",
        "activities",
        {
            "Id": "source_id",
            "Taaknaam": "title",
            "Duur": "duration_minutes",
            "Begindatum": "start",
            "Einddatum": "finish",
            "Voorafgaande taken": "predecessors",
            "Resourcenamen": "players",
        },
        "2;Back-up maken;1 uur;28-11-2026 20:00;28-11-2026 21:00;1;DBA",
    ),
    (
        "",
        "activities",
        {
            "Task ID": "source_id",
            "Stream": "workstream",
            "Title": "title",
            "Users": "players",
            "Start": "start",
            "End": "finish",
            "Start Actual": "actual_start",
            "End Actual": "actual_finish",
        },
        "1;Comms;Open the bridge;Rita Moss;26.12.2026 20:00;26.12.2026 20:10;;",
    ),
    (
        "",
        "activities",
        {
            "Heure": "start",
            "Durée (min)": "duration_minutes",
            "Opération": "title",
            "Intervenant": "players",
            "Statut": "state",
        },
        "20:00;10;Ouverture du pont;Chloé Martin;À faire",
    ),
    (
        "",
        "activities",
        {
            "Lp.": "source_id",
            "Czynność": "title",
            "Osoba odpowiedzialna": "players",
            "Planowany start": "start",
            "Stan": "state",
            "Komentarz": "instructions",
        },
        "1;Kopia zapasowa;Jan Wójcik;26.12.2026 20:10;wykonane;",
    ),
    (
        "",
        "activities",
        {
            "Arbeitspaket": "title",
            "Von": "start",
            "Bis": "finish",
            "Zuständig": "players",
            "Hinweis": "instructions",
        },
        "Sperre der Anwender;26.12.2026 20:00;26.12.2026 20:10;Hr. Kühn;Mail vorab",
    ),
    (
        "",
        "detected",
        {
            "Checked At": "detected_at",
            "Hostname": "ci",
            "Parameter": "what",
            "Expected": "",
            "Actual": "",
            "Last Changed By": "who",
        },
        "2026-11-28 06:00;srv-app-01;net.ipv4.ip_forward;0;1;root",
    ),
    (
        "",
        "detected",
        {
            "horodatage": "detected_at",
            "evenement": "",
            "id_entite": "what",
            "details": "",
            "profil": "who",
        },
        "2026-08-01T19:33:32+02:00;REGLES_MODIFIEES;QUALITY_RULES;0 champ;MANAGER",
    ),
    (
        "Argo CD",
        "deployments",
        {
            "NAME": "",
            "CLUSTER": "",
            "NAMESPACE": "environment",
            "STATUS": "",
            "HEALTH": "outcome",
            "SYNCPOLICY": "",
            "TARGET": "build",
        },
        "billing;https://kubernetes.default.svc;prod;Synced;Healthy;Auto;v4.2.1",
    ),
    (
        "",
        "deployments",
        {
            "Pipeline": "",
            "Run": "build",
            "Environment": "environment",
            "Result": "outcome",
            "Finished": "deployed_at",
            "Triggered by": "deployed_by",
        },
        "Shop-CD;20261128.3;PROD;Succeeded;2026-11-28T23:14:02Z;Nadia Roth",
    ),
    (
        "",
        "people",
        {
            "Ansprechpartner": "name",
            "Funktion": "roles",
            "E-Mail-Adresse": "email",
            "Tel. dienstlich": "phone",
            "Organisationseinheit": "team",
        },
        "Anna Kühn;Release Managerin;anna.kuehn@firma.de;+49 69 111;IT-Betrieb",
    ),
    (
        "",
        "configuration_items",
        {"Name": "name", "Business Area": "", "Comment": "description", "Owner": "", "OS": ""},
        "db-staging-00;Retail;Primary db server;edward@example.com;CentOS 7",
    ),
    (
        "",
        "freezes",
        {
            "Sperrzeitraum": "title",
            "von": "starts_at",
            "bis": "ends_at",
            "Art": "strength",
            "Begründung": "reason",
        },
        "Quartalsende;29.03.2027;02.04.2027;eingeschränkt;Reporting",
    ),
    (
        "",
        "incidents",
        {
            "Nº do incidente": "key",
            "Descrição resumida": "title",
            "Data/hora início": "started_at",
            "Data/hora fim": "ended_at",
        },
        "INC-0101;Queda do portal;12/11/2026 08:10;12/11/2026 09:25",
    ),
    (
        "",
        "activities",
        {"Step": "source_id", "T+/-": "start", "Action": "title", "Owner": "players"},
        "1;T-60;Open bridge;Rita",
    ),
    (
        "",
        "activities",
        {"Feature": "title", "Start Date": "start", "End Date": "finish", "Hours": "duration_minutes"},
        "User Login;2026-03-10;2026-03-18;30",
    ),
    (
        "",
        "windows",
        {"Okno serwisowe": "title", "Początek": "starts_at", "Koniec": "ends_at", "System": "", "Opis": ""},
        "Okno styczeń;16.01.2027 22:00;17.01.2027 04:00;Billing;łatki",
    ),
]


@pytest.mark.parametrize(("source", "kind", "wanted", "row"), LISTS)
def test_each_list_is_taken_for_what_it_is(source: str, kind: str, wanted: dict[str, str], row: str) -> None:
    assert taken_for(wanted, row) == (source, kind, wanted)


@pytest.mark.parametrize(
    "header",
    [
        "Temat;Data rozpoczęcia;Czas rozpoczęcia;Data zakończenia;Czas zakończenia;Wydarzenie całodzienne",
        "Konu;Başlangıç Tarihi;Başlangıç Saati;Bitiş Tarihi;Bitiş Saati;Tüm gün olayı",
    ],
)
def test_a_calendar_of_outlook_is_known_abroad(header: str) -> None:
    row = "Okno;05.12.2026;22:00:00;06.12.2026;04:00:00;"
    proposal = propose(read_table(f"{header}\n{row}\n".encode()))
    assert (proposal.source, proposal.kind) == ("Outlook or Google calendar", "windows")


def test_what_nagios_saw_recover_is_closed() -> None:
    lines = (
        "Date,Host,Service,State,State Type,Information",
        "2026-11-28 22:10,db1,Disk,CRITICAL,HARD,DISK CRITICAL",
        "2026-11-28 22:41,db1,Disk,OK,HARD,DISK OK",
    )
    table = read_table("\n".join(lines).encode())
    states = value_choices(table, propose(table).mapping)["state"]
    assert {one.word: one.value for one in states} == {"CRITICAL": "intake", "OK": "closed"}


def test_a_column_of_versions_for_each_environment_is_a_row_for_each() -> None:
    table = read_table(b"Application;Owner;DEV;PROD\nBilling;Ana;4.4.0;4.2.1\nCRM;Ben;12.2;-\n")
    assert table.headers == ("Application", "Owner", "Environment", "Version")
    assert [tuple(row) for row in table.rows] == [
        ("Billing", "Ana", "DEV", "4.4.0"),
        ("Billing", "Ana", "PROD", "4.2.1"),
        ("CRM", "Ben", "DEV", "12.2"),
    ]
    assert propose(table).kind == "deployments"


def test_environments_that_are_ticked_are_no_versions() -> None:
    table = read_table(b"Application;DEV;PROD\nBilling;yes;yes\nCRM;yes;no\n")
    assert table.headers == ("Application", "DEV", "PROD")
