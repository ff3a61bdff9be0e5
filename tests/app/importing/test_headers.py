"""Headers that lists of changes use in eight languages, and the field each feeds."""

from __future__ import annotations

import pytest

from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table

# source, kind, headers apart by semicolons with the fields wanted, and a row under them
LISTS = [
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
]


@pytest.mark.parametrize(("source", "kind", "wanted", "row"), LISTS)
def test_each_header_feeds_its_field(source: str, kind: str, wanted: dict[str, str], row: str) -> None:
    found = propose(read_table(f"{';'.join(wanted)}\n{row}\n".encode()))
    assert (found.source, found.kind) == (source, kind)
    assert {header: found.mapping.columns.get(header, "") for header in wanted} == wanted


@pytest.mark.parametrize(
    "line", ["|-----|:------:|-------:|", "| --- | --- | --- |", "|=====|======|======|"]
)
def test_a_line_drawn_through_every_column_is_no_row(line: str) -> None:
    """As in tables of texts that are written in Markdown."""
    table = read_table(
        f"| Key | Title | Status |\n{line}\n| A-1 | One | New |\n| A-2 | --- | Done |\n".encode()
    )
    assert [row[1].strip() for row in table.rows] == ["A-1", "A-2"]
    assert "1 row holds nothing but a drawn line and was passed over." in table.warnings


@pytest.mark.parametrize("again", ["Key,Title,Status", "KEY,TITLE,STATUS", " key , title , status "])
def test_a_header_said_again_is_no_row(again: str) -> None:
    table = read_table(f"Key,Title,Status\nA-1,One,New\n{again}\nKey,One more,New\n".encode())
    assert [row[1] for row in table.rows] == ["One", "One more"]
    assert "1 row repeats the column names and was passed over." in table.warnings
