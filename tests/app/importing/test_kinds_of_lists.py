"""What kind of list a table is, from its headers: made-up rows in the shapes that programs export."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.proposal import Proposal, propose
from app.importing.reading.files import read_file, read_table
from app.importing.words.spelling import spellings


def proposal(*lines: str) -> Proposal:
    """What a list of these lines seems to be."""
    return propose(read_table("\n".join((*lines, "")).encode()))


@pytest.mark.parametrize(
    ("header", "row", "kind", "source"),
    [
        ("application_name", "Till", "applications", ""),
        ("Change window,Opens,Closes", "CW-49,04/12/2026 20:00,06/12/2026 20:00", "windows", ""),
        (
            "name,schedule,type,start_date_time,end_date_time,all_day",
            "Weekend,Weekend maintenance,Maintenance,2026-12-05 22:00:00,2026-12-06 04:00:00,false",
            "windows",
            "",
        ),
        (
            "schedule,name,type,start_date_time,end_date_time,all_day",
            "Blackout,Year end freeze,blackout,2026-12-19 00:00:00,2027-01-03 23:59:59,true",
            "freezes",
            "",
        ),
        (
            "N.;Ticket di riferimento;Oggetto;Ambito;Data prevista rilascio;Ora inizio;Ora fine;"
            "Impatto sul servizio;Rischio residuo;Esecutore;Approvato da;Stato avanzamento;Motivazione",
            "1;CHG1042;Disco;Rete;14/09/2026;22:00;02:00;Nessuno;Basso;Ada B;Eva;Pianificato;Dal piano",
            "changes",
            "",
        ),
        ("hostname,os,environment,owner", "srv-1,Linux,prod,Ana", "configuration_items", ""),
        ("title,description,labels,due_date", "Fix it,Long,Bug,2026-03-01", "changes", ""),
        (
            "incident_id,title,description,created_date,status",
            "7,Down,Long,2026-03-01,open",
            "incidents",
            "",
        ),
        (
            "incident_number,title,created_at,status,incident_key,service,urgency",
            "7,Down,2026-03-01T10:00:00Z,triggered,ab12,Till,high",
            "incidents",
            "PagerDuty",
        ),
        (
            "job,number,status,duration_sec",
            "till-pipeline,6,SUCCESS,3",
            "builds",
            "Jenkins",
        ),
        (
            "DeploymentId,ProjectName,EnvironmentName,ReleaseVersion,TaskState,DeployedBy",
            "Deployments-1,Till,Production,1.2,Success,ana",
            "deployments",
            "Octopus Deploy",
        ),
        (
            "id,status,ref,sha,web_url,created_at",
            "9001,success,main,9fceb02d0ae5,https://git.example/9001,2026-03-01T10:00:00Z",
            "builds",
            "GitLab pipelines",
        ),
        (
            "Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie",
            "Informationen,27.10.2026 12:28:26,Druckdienst,301,Keine,Der Drucker wurde entfernt.",
            "detected",
            "Windows events",
        ),
        (
            "ID,Team,Title,Status,Estimate,Created,Canceled,Parent issue",
            "ENG-1,Till,Fix it,Done,3,2026-03-01T10:00:00.000Z,,",
            "changes",
            "Linear",
        ),
        ("Name,Subitems,Person,Status,Item ID", "Fix it,,Ana,Done,1234", "changes", "monday.com"),
        ("Name,Subitems,Osoba,Status,Item ID", "Fix it,,Ana,Done,1234", "changes", "monday.com"),
        (
            "Work Item ID,Type,Title,State,Iteration,Area",
            "31,Bug,Fix it,Active,Till\\Sprint 1,Till",
            "changes",
            "Azure DevOps",
        ),
        (
            "id,name,type,requester,epic,state,workflow",
            "12,Fix it,bug,Ana,,Done,Standard",
            "changes",
            "Shortcut",
        ),
        (
            "Nr.;Vorgangsname;Dauer;Anfang;Ende;Vorgänger",
            "1;Sichern;2 Std.;Fr 20.02.26 22:00;Sa 21.02.26 00:00;",
            "activities",
            "Microsoft Project",
        ),
        (
            "Görev Adı;Başlangıç;Süre;Öncüller",
            "Yedek;2026-05-04 22:00;3 saat;",
            "activities",
            "Microsoft Project",
        ),
        ("AppName,Environment,Criticality", "Till,Prod,1", "applications", ""),
        ("№,Трекер,Статус,Тема,Автор", "12,Ошибка,Новая,Счёт,Иван", "changes", ""),
        ("Step,Owner,Planned Start (UTC),Depends On", "1,Ana,2026-03-01 22:00,", "activities", ""),
    ],
)
def test_the_kind_of_a_list_is_known_by_its_headers(header: str, row: str, kind: str, source: str) -> None:
    found = proposal(header, row, row.replace("1", "2"))
    assert (found.kind, found.source) == (kind, source)


def test_headers_of_programmers_are_read_as_words() -> None:
    found = proposal(
        "ticketNumber,title,createdDate", "T-1,Fix it,2026-03-01", "T-2,Fix that,2026-03-02"
    ).mapping.columns
    assert found == {"ticketNumber": "key", "title": "title", "createdDate": "created_in_source"}


def test_a_header_that_names_its_zone_is_known_without_it() -> None:
    assert spellings("Planned Start (UTC)") == ("planned start utc", "planned start")
    assert spellings("HTMLUrl") == ("htmlurl", "html url")


def test_a_column_that_is_missing_is_told_with_what_to_do() -> None:
    found = proposal("job,number,status,duration_sec", "till,6,SUCCESS,3", "till,7,FAILURE,4")
    assert found.problems == (
        "No column holds “Change”. Say in the mapping which one does, or add one to the list, called "
        '"change key" or "change" for instance.',
    )


def test_a_row_without_identity_says_which_field_is_missing() -> None:
    table = read_table(b"job,number,status,duration_sec\ntill,6,SUCCESS,3\ntill,7,FAILURE,4\n")
    found = convert(table, propose(table).mapping, "UTC")
    assert {one.reason for one in found.rejected} == {"The row has no change: no column holds it."}


def test_a_wide_list_with_uneven_rows_keeps_its_delimiter_and_its_header() -> None:
    extra = ";".join(f"Extra {number}" for number in range(120))
    rows = [f"{number};Fix it, soon;Till{';v, w' * (number % 7)}" for number in range(1, 30)]
    table = read_table("\n".join((f"id;title;category;{extra}", *rows, "")).encode())
    assert (table.delimiter, len(table.rows), table.headers[:2]) == (";", 29, ("id", "title"))


@pytest.mark.parametrize("name", ["incidencias.csv", "Wartungsfenster.csv", "jira.csv", "builds.csv", "x"])
def test_what_a_file_is_called_tells_nothing(tmp_path: Path, name: str) -> None:
    data = b"id,fecha,problema,estado\n1,2026-03-10 22:29,No arranca,Resuelto\n"
    path = tmp_path / name
    path.write_bytes(data)
    assert propose(read_file(path)) == propose(read_table(data))
