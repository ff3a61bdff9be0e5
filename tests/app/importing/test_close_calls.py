"""Lists of changes, incidents and what was detected that resemble another program's or another kind's."""

from __future__ import annotations

import pytest

from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from tests.app.importing.taking import taken_for

# source, kind, headers apart by semicolons with the fields wanted, and a row under them
LISTS = [
    (
        "Deployments",
        "deployments",
        {
            "deployment_id": "",
            "service": "",
            "environment": "environment",
            "deployed_at": "deployed_at",
            "deployed_by": "deployed_by",
            "commit_sha": "",
            "ticket_id": "change_key",
        },
        "DPL-1;search;prod;2025-10-21 13:56:36;eva;d2919ac;CHG-10573",
    ),
    (
        "Deployments",
        "deployments",
        {
            "deployment_id": "",
            "ticket_id": "change_key",
            "system": "",
            "deployer_id": "deployed_by",
            "deployment_date": "deployed_at",
        },
        "DEP-1;CHG-32;Shop;E0118;2025-10-07",
    ),
    (
        "Octopus Deploy",
        "deployments",
        {
            "DeploymentId": "",
            "EnvironmentName": "environment",
            "ReleaseVersion": "build",
            "TaskState": "outcome",
        },
        "Deployments-1;Production;1.2.3;Success",
    ),
    (
        "Builds",
        "builds",
        {
            "pipeline_id": "number",
            "project": "",
            "status": "succeeded",
            "duration_seconds": "",
            "start_time": "",
            "end_time": "built_at",
        },
        "1001;A;SUCCESS;245;2026-09-01 09:10;2026-09-01 09:14",
    ),
    (
        "ClickUp",
        "changes",
        {"Task ID": "key", "Task Name": "title", "Status": "state", "List Name": ""},
        "86a1;Patch;to do;Ops",
    ),
    (
        "GLPI",
        "changes",
        {
            "ID": "key",
            "Título": "title",
            "Requerente - Requerente": "requester",
            "Data da solução": "",
            "Data de fechamento": "closed_in_source",
        },
        "52 267;Acesso;Eva;14-10-2024 11:42;25-10-2024 01:00",
    ),
    (
        "GLPI",
        "changes",
        {
            "ID": "key",
            "Titre": "title",
            "Demandeur - Demandeur": "requester",
            "Date de résolution": "closed_in_source",
        },
        "7;VPN;Eva;2026-09-14 11:21",
    ),
    (
        "GLPI",
        "changes",
        {
            "ID": "key",
            "Título": "title",
            "Solicitante - Solicitante": "requester",
            "Elementos asociados": "configuration_items",
        },
        "395;Lento;Eva;TRIAGE -",
    ),
    (
        "Redmine",
        "changes",
        {
            "#": "key",
            "Typ zagadnienia": "",
            "Temat": "title",
            "Autor": "requester",
            "Zmienione": "updated_in_source",
        },
        "712;Błąd;Eksport;Eva;2023-06-13 17:12",
    ),
    (
        "ServiceNow incidents",
        "incidents",
        {
            "number": "key",
            "short_description": "title",
            "incident_state": "state",
            "opened_at": "created_in_source",
            "opened_by": "requester",
        },
        "INC14965374;Crash;In Progress;2018-02-15 07:53:41;Eva",
    ),
    (
        "ServiceNow incidents",
        "incidents",
        {
            "number": "key",
            "short_description": "title",
            "opened_at": "created_in_source",
            "opened_by": "",
            "caller_id": "requester",
        },
        "INC14965374;Crash;2018-02-15 07:53:41;Max;Eva",
    ),
    (
        "GitHub",
        "changes",
        {"url": "", "html_url": "url", "number": "key", "title": "title", "state": "state"},
        "https://api.x.test/12;https://x.test/12;12;Crash;open",
    ),
    (
        "",
        "incidents",
        {
            "FOLIO": "key",
            "USUARIO": "requester",
            "RESPONSABLE": "owner",
            "DETALLE_INCIDENCIA": "title",
            "ESTATUS": "state",
        },
        "INC-001;Eva;Max;No abre;PENDIENTE",
    ),
    (
        "",
        "windows",
        {
            "Change window": "title",
            "Opens": "starts_at",
            "Closes": "ends_at",
            "Max changes": "capacity_deployments",
        },
        "CW-49;04/12/2026 20:00;06/12/2026 20:00;12",
    ),
    (
        "",
        "detected",
        {"UtcTime": "detected_at", "Computer": "ci", "TargetFilename": "what", "User": "who"},
        "2026-11-28 21:13:05.123;APP01;C:/app/web.config;ana",
    ),
    (
        "",
        "windows",
        {"Finestra di manutenzione": "title", "Data": "day", "Dalle": "starts_at", "Alle": "ends_at"},
        "Rete;12/12/2026;23:00;03:00",
    ),
    (
        "",
        "windows",
        {"Name": "title", "Scheduled For": "starts_at", "Scheduled Until": "ends_at", "Components": ""},
        "DB upgrade;2026-12-05 22:00 UTC;2026-12-06 02:00 UTC;API",
    ),
    (
        "",
        "freezes",
        {"Start Date": "starts_at", "End Date": "ends_at", "Freeze Window": "title"},
        "12/20/2026;01/03/2027;Holidays",
    ),
    (
        "",
        "detected",
        {"Knoten": "ci", "Element": "what", "Erkannt am": "detected_at", "Benutzer": "who"},
        "web01;/etc/passwd;28.11.2026 22:13:05;root",
    ),
    (
        "NetBox changelog",
        "detected",
        {
            "Time": "detected_at",
            "Full name": "who",
            "Action": "what",
            "Type": "",
            "Object": "ci",
            "Request ID": "",
        },
        "2026-11-28 22:13;Ana Ruiz;Updated;dcim.device;sw-core-1;abc",
    ),
    (
        "",
        "detected",
        {"Date/Time": "detected_at", "Server Name": "ci", "Changed File": "what", "Changed By": "who"},
        "11/28/2026 22:13;web01;/etc/nginx.conf;root",
    ),
    (
        "Windows events",
        "detected",
        {"Logged": "detected_at", "Event ID": "what", "Source": "", "Computer": "ci", "User": "who"},
        "28/11/2026 22:13:05;4720;Security;DC01;ana",
    ),
    (
        "",
        "incidents",
        {"Start": "started_at", "End": "ended_at", "Host": "title", "State": "state", "Duration": ""},
        "2026-11-28 22:10;2026-11-28 22:25;web01;DOWN;0d 0h 15m",
    ),
    (
        "AWS Config",
        "detected",
        {
            "resourceId": "ci",
            "resourceType": "",
            "changeType": "what",
            "configurationItemCaptureTime": "detected_at",
        },
        "i-0abc;AWS::EC2::Instance;UPDATE;2026-11-28T21:13:05Z",
    ),
    (
        "",
        "detected",
        {"hostname": "ci", "target_path": "what", "action": "", "time": "detected_at"},
        "web01;/etc/passwd;UPDATED;1795990385",
    ),
    (
        "",
        "incidents",
        {"Monitor": "title", "Down since": "started_at", "Up since": "ended_at"},
        "Shop;2026-11-28 22:10;2026-11-28 22:25",
    ),
    (
        "",
        "detected",
        {"Zeit": "detected_at", "Server": "ci", "Datei": "what", "Benutzer": "who"},
        "28.11.2026 22:13;web01;/etc/hosts;root",
    ),
    (
        "Microsoft Planner",
        "changes",
        {
            "Task ID": "key",
            "Task Name": "title",
            "Bucket Name": "",
            "Progress": "state",
            "Due date": "deployment_on",
        },
        "abc1;Deploy;Cutover;Not started;11/28/2026",
    ),
    (
        "",
        "detected",
        {"detected_on": "detected_at", "device": "ci", "config_section": "what", "detected_by": ""},
        "2026-11-28 22:00:00+01:00;fw-edge-1;acl;rancid",
    ),
    (
        "",
        "incidents",
        {"Test Name": "title", "Status": "state", "Start": "started_at", "End": "ended_at", "Error": ""},
        "Shop;Down;2026-11-28 22:10:00;2026-11-28 22:25:00;Timed out",
    ),
    (
        "",
        "incidents",
        {"Event Time": "started_at", "Node": "", "Event Type": "state", "Message": "title"},
        "11/28/2026 10:10:00 PM;CORE-SW1;Down;CORE-SW1 has stopped responding",
    ),
    (
        "",
        "freezes",
        {"Freeze name": "title", "Begin date": "starts_at", "End date": "ends_at", "Level": "strength"},
        "Q4 close;Dec 28 2026;Jan 5 2027;Full",
    ),
    (
        "Wazuh",
        "detected",
        {
            "timestamp": "detected_at",
            "agent.name": "ci",
            "rule.description": "",
            "syscheck.path": "what",
            "syscheck.uname_after": "who",
        },
        "Nov 28, 2026 @ 22:13:05.123;web01;Checksum changed.;/etc/hosts;root",
    ),
]


@pytest.mark.parametrize(("source", "kind", "wanted", "row"), LISTS)
def test_each_list_is_taken_for_what_it_is(source: str, kind: str, wanted: dict[str, str], row: str) -> None:
    assert taken_for(wanted, row) == (source, kind, wanted)


def test_remarks_give_way_to_a_description_in_other_words() -> None:
    headers = "Change No.,Description of change,Status,Remarks"
    rows = "CR-1,Upgrade the gateway,Planned,ok\nCR-2,Renew the certificate,Done,\n"
    columns = propose(read_table(f"{headers}\n{rows}".encode())).mapping.columns
    assert columns["Description of change"] == "title"
    assert columns["Remarks"] == "description"


@pytest.mark.parametrize(
    "headers",
    [
        "Incident-ID,Zusammenfassung,Status,Zugewiesene Gruppe,Kunde,Meldedatum",
        "ID incidente,Riepilogo,Stato,Gruppo assegnato,Cliente,Data segnalazione",
        "Olay Kimliği,Özet,Durum,Atanan Grup,Müşteri,Bildirim Tarihi",
    ],
)
def test_remedy_calls_who_reports_an_incident_a_customer(headers: str) -> None:
    found = propose(read_table(f"{headers}\nINC1,Mail,New,NOC,Ann,2026-03-01 10:00\n".encode()))
    assert (found.source, found.mapping.columns[headers.split(",")[4]]) == (
        "BMC Remedy incidents",
        "requester",
    )
