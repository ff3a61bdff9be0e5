"""Headers that lists use in eight languages, and the field each feeds."""

from __future__ import annotations

import pytest

from app.importing.encodings import decode
from app.importing.proposing import propose
from app.importing.reading import read_table
from app.importing.rows import convert

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
        "",
        "changes",
        {
            "Nr wniosku": "key",
            "Tytuł zmiany": "title",
            "Rodzaj": "change_class",
            "Planowana data wdrożenia": "deployment_on",
            "Wnioskodawca": "requester",
            "Właściciel": "owner",
            "Aplikacja": "applications",
        },
        "RFC-1;Aktualizacja bramki;Standardowa;09.01.2027;Ala Kot;Jan Lis;Płatności",
    ),
    (
        "Jira (pl)",
        "changes",
        {
            "Podsumowanie": "title",
            "Klucz zgłoszenia": "key",
            "Id. zgłoszenia": "",
            "Rozwiązane": "closed_in_source",
            "Pole niestandardowe (Change completion date)": "",
            "Pole niestandardowe (Change start date)": "deployment_on",
        },
        "A;TSL-1;1;13/mar/21 8:00 AM;01/mar/21 1:00 AM;20/lut/21 9:00 PM",
    ),
    (
        "Jira (it)",
        "changes",
        {
            "Riepilogo": "title",
            "Chiave ticket": "key",
            "Campo personalizzato (Rischio della modifica)": "likelihood",
            "Principale": "links",
            "Chiave principale": "links",
        },
        "A;OPS-1;Alto;1000;OPS-9",
    ),
    (
        "Jira (de)",
        "changes",
        {
            "Zusammenfassung": "title",
            "Vorgangsschlüssel": "key",
            "Fälligkeitsdatum": "",
            "Benutzerdefinierte Felder (Geplanter Beginn)": "deployment_on",
            "Benutzerdefinierte Felder (Betroffene Services)": "applications",
            "Benutzerdefinierte Felder (Auswirkung)": "impact",
        },
        "A;CHG-1;11/Okt/24 12:00 AM;10/Okt/24 10:00 PM;Netz;Mäßig / Begrenzt",
    ),
    (
        "Azure DevOps",
        "changes",
        {
            "ID": "key",
            "Type d'élément de travail": "",
            "Titre": "title",
            "Chemin de zone": "team",
            "Chemin d'itération": "release",
            "Date de modification": "updated_in_source",
        },
        "1;Bug;A;P\\Net;P\\S1;28/02/2024 14:05:00",
    ),
    (
        "Azure DevOps",
        "changes",
        {
            "Kimlik": "key",
            "İş Öğesi Türü": "",
            "Başlık": "title",
            "Alan Yolu": "team",
            "Yineleme Yolu": "release",
            "Değişiklik Tarihi": "updated_in_source",
        },
        "1;Bug;A;P\\Net;P\\S1;28.02.2024 14:05:00",
    ),
    (
        "GLPI",
        "changes",
        {
            "Kimlik": "key",
            "Başlık": "title",
            "Birim": "",
            "Talep eden - Talep eden": "requester",
            "Atanan - Teknisyen": "owner",
        },
        "4;VPN;Root;eva;max",
    ),
    (
        "GLPI",
        "changes",
        {
            "ID": "key",
            "Tytuł": "title",
            "Przypisano do - Technik": "owner",
            "Przypisano do - Grupa techników": "team",
        },
        "4;VPN;max;Net",
    ),
    (
        "Redmine",
        "changes",
        {
            "#": "key",
            "Projekt": "",
            "Tracker": "",
            "Thema": "title",
            "Status": "state",
            "Übergeordnete Aufgabe": "links",
        },
        "4;P;Fehler;VPN;Feedback;3",
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
        "ServiceNow changes",
        "changes",
        {
            "Change Request Number": "key",
            "Short Description": "title",
            "Assignment Group": "team",
            "Planned Start Date": "deployment_on",
            "Risk": "likelihood",
        },
        "CHG1;Router;Net;2022-02-06 19:53:12;Low",
    ),
    (
        "GitLab",
        "changes",
        {
            "Title": "title",
            "URL": "url",
            "State": "state",
            "Source Branch": "",
            "Target Branch": "",
            "Merge Request IID": "key",
            "Merged At (UTC)": "closed_in_source",
        },
        "A;https://x.test/12;Merged;fix/1;main;12;2024-01-25 10:12:13",
    ),
    (
        "",
        "changes",
        {"Change ID": "key", "Description": "title", "Scheduled Start": "deployment_on", "Status": "state"},
        "CRQ1;Router;2024-03-01 22:00;Draft",
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
        "",
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
        "GitLab",
        "changes",
        {
            "Title": "title",
            "MR IID": "key",
            "Source Branch": "",
            "Target Branch": "",
            "Created At (UTC)": "created_in_source",
        },
        "Fix it;!12;fix;main;2026-11-28 02:15:09",
    ),
    (
        "GitHub",
        "changes",
        {
            "number": "key",
            "title": "title",
            "state": "state",
            "user.login": "requester",
            "assignee.login": "owner",
            "milestone.title": "release",
            "html_url": "url",
        },
        "12;Fix it;open;ann;bob;v1;https://x.example/12",
    ),
    (
        "",
        "incidents",
        {"Service": "applications", "Outage Start": "started_at", "Outage End": "ended_at", "Ticket": "key"},
        "Shop;2026-11-28 02:15;2026-11-28 03:05;INC0012",
    ),
    (
        "OpenProject",
        "changes",
        {
            "ID": "key",
            "Thema": "title",
            "Typ": "",
            "Zugewiesen an": "owner",
            "Version": "release",
            "Beginn": "",
            "Endtermin": "deployment_on",
            "Übergeordnetes Arbeitspaket": "links",
        },
        "301;Datenbank heben;Aufgabe;Ana;R1;09.01.2027;10.01.2027;300",
    ),
    (
        "GitLab",
        "changes",
        {
            "Título": "title",
            "ID de la incidencia": "key",
            "URL": "url",
            "Nombre de usuario del autor": "",
            "Creado a las (UTC)": "created_in_source",
            "Hito": "release",
        },
        "Arreglar;12;https://x.example/12;ana;2026-11-28 02:15:09;R1",
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
]


@pytest.mark.parametrize(("source", "kind", "wanted", "row"), LISTS)
def test_each_header_feeds_its_field(source: str, kind: str, wanted: dict[str, str], row: str) -> None:
    found = propose(read_table(f"{';'.join(wanted)}\n{row}\n".encode()))
    assert (found.source, found.kind) == (source, kind)
    assert {header: found.mapping.columns.get(header, "") for header in wanted} == wanted


def test_a_log_without_a_column_for_what_changed_says_what_sort_of_change_it_was() -> None:
    headers = "Level,Date and Time,Source,Event ID,Task Category,Computer"
    read = read_table(f"{headers}\nInformation,08/01/2027 12:12:13,Audit,4657,Registry,SRV01\n".encode())
    found = propose(read)
    assert (found.kind, found.mapping.headers_of("what")) == ("detected", ("Task Category",))


def test_a_log_whose_sorts_say_nothing_tells_its_events_by_their_numbers() -> None:
    text = (
        "Data e ora,Origine,ID evento,Categoria attività,Computer\n"
        "28/11/2026 02:15:09,Installer,1033,Nessuna,srv01\n29/11/2026 02:15:09,Control,7036,Nessuna,srv01\n"
    )
    found = propose(read_table(text.encode()))
    assert (found.mapping.columns["ID evento"], found.kind) == ("what", "detected")


@pytest.mark.parametrize(
    "text",
    [
        "Date,Time,Host,Action,Package\n2026-11-28,02:15:09,web01,upgrade,nginx\n",
        "Package history\n\nDatum;Uhrzeit;Rechner;Aktion;Paket\n28.11.2026;02:15:09;web01;upgrade;nginx\n",
    ],
)
def test_the_day_and_the_clock_time_of_a_machines_log_are_one(text: str) -> None:
    table = read_table(text.encode())
    assert table.headers[0] == "Detected at"
    assert table.rows[0][0].endswith(" 02:15:09")


def test_columns_without_names_are_told_by_their_cells() -> None:
    text = "12\tOPEN\tFix login on old phones\tbug\n13\tCLOSED\tAdd a dark mode\tfeature\n"
    found = propose(read_table(text.encode()))
    assert found.mapping.columns == {"Column 1": "key", "Column 2": "state", "Column 3": "title"}


def test_rows_of_people_that_differ_in_other_columns_alone_are_one() -> None:
    text = "User,Email,Start\nAna Ruiz,a@x.example,2026-11-23\nAna Ruiz,a@x.example,2026-12-07\n"
    table = read_table(text.encode())
    found = convert(table, propose(table).mapping, "UTC")
    assert ([row.duplicate_of for row in found.rows], found.rejected) == ([0, 2], [])


def test_beside_a_german_first_name_the_name_is_the_last_one() -> None:
    read = read_table(b"Name;Vorname;E-Mail\nMuster;Eva;e@x.test\nMuster;Max;m@x.test\n")
    rows = convert(read, propose(read).mapping, "UTC").rows
    assert [row.key for row in rows] == ["Eva Muster", "Max Muster"]


@pytest.mark.parametrize(
    ("encoding", "header"),
    [
        ("cp1250", "Imię;Nazwisko;E-mail;Zespół"),
        ("iso8859_2", "Identyfikator;Nazwa zadania;Rozpoczęcie;Zakończenie"),
        ("cp1254", "Kimlik;Görev Adı;Süre;Başlangıç"),
        ("mac_roman", "Aplicación;Propietario;Descripción"),
        ("mac_roman", "ID;Titolo;Entità;Priorità"),
        ("cp850", "Änderung;Umgebung;Version"),
    ],
)
def test_headers_that_are_known_tell_the_code_page_of_a_short_list(encoding: str, header: str) -> None:
    assert decode(f"{header}\n1;2;3;4\n".encode(encoding)).text.startswith(header)


def test_spans_of_environments_are_windows_and_no_environments() -> None:
    rows = "QA,10/1/2025 2:00,10/1/2025 4:00,Patching\nUAT,10/2/2025 1:00,10/2/2025 3:00,Refresh\n"
    read = read_table(f"Environment Name,Start Time,End Time,Description\n{rows}".encode())
    found = propose(read)
    assert (found.kind, found.mapping.headers_of("title")) == ("windows", ("Description",))


@pytest.mark.parametrize(
    ("header", "key", "kind"),
    [
        ("Number,Group,Description,Status,Creation Date", "INC-001", "incidents"),
        ("Number,Group,Description,Status,Creation Date", "CHG-001", "changes"),
        ("Number,Group,Description,Status,Creation Date", "OPS-001", "changes"),
        ("Issue key,Summary,Status,Status,Created", "INC-001", "changes"),
    ],
)
def test_letters_before_the_number_tell_incidents_from_changes(header: str, key: str, kind: str) -> None:
    assert propose(read_table(f"{header}\n{key},Net,VPN down,New,2026-04-28\n".encode())).kind == kind


def test_a_list_of_tasks_with_numbers_of_incidents_is_one_of_incidents() -> None:
    headers = "number,short_description,assignment_group,sys_class_name,opened_at"
    found = propose(read_table(f"{headers}\nINC0001,Mail,Net,Incident,2024-03-01 22:00:00\n".encode()))
    assert (found.source, found.kind) == ("ServiceNow incidents", "incidents")
