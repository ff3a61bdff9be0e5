"""Lists that resemble another program's or another kind's, and columns of which two mean the same."""

from __future__ import annotations

import pytest

from app.importing.cells.predecessors import KeyFinder, read_predecessors
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from app.importing.words.links import links_of
from app.importing.words.values import choose

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
        "",
        "activities",
        {
            "task_id": "source_id",
            "task_name": "title",
            "owner": "players",
            "start_date": "start",
            "end_date": "finish",
            "dependencies": "predecessors",
            "milestone": "",
            "status": "state",
        },
        "P1-01;Sign off;Eva;2025-03-03;2025-04-25;['P1-00'];False;To Do",
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
            "USUARIO": "",
            "RESPONSABLE": "owner",
            "DETALLE_INCIDENCIA": "title",
            "ESTATUS": "state",
        },
        "INC-001;Eva;Max;No abre;PENDIENTE",
    ),
    (
        "",
        "activities",
        {
            "Task Ref": "source_id",
            "Description": "title",
            "Stream": "",
            "Assigned To": "players",
            "Est. Duration": "duration_minutes",
            "Predecessors": "predecessors",
        },
        "TRE-2;Snapshot balances;Treasury;Nia;45m;TRE-1",
    ),
    (
        "",
        "activities",
        {
            "Type": "is_heading",
            "WBS #": "source_id",
            "Name / Title": "title",
            "Start Date": "start",
            "End Date": "finish",
            "Resources": "players",
            "Predecessors": "predecessors",
        },
        "Task;1.1;Freeze code;11/28/2026;11/28/2026;Ben;",
    ),
    (
        "",
        "activities",
        {"Key": "source_id", "Parent task": "parent", "Title": "title", "Duration": "duration_minutes"},
        "2;1;Stop services;1d",
    ),
    (
        "",
        "activities",
        {"Name": "title", "Owner": "players", "Timeline - Start": "start", "Timeline - End": "finish"},
        "Freeze code;Ben;2026-11-27;2026-11-27",
    ),
    (
        "",
        "activities",
        {
            "Seq": "source_id",
            "Action": "title",
            "Planned start time": "start",
            "Actual start": "actual_start",
            "Actual end": "actual_finish",
        },
        "1;Break replication;28/11/2026 09:10;28/11/2026 09:12;28/11/2026 09:20",
    ),
    (
        "",
        "configuration_items",
        {"Database": "name", "Server": "", "Application": "applications"},
        "CRMPROD;db01;CRM",
    ),
    (
        "",
        "people",
        {"Schedule Name": "", "Rotation": "", "User": "name", "Start Time": "", "End Time": ""},
        "Platform;Weekly;Ana Ruiz;2026-11-30T08:00:00Z;2026-12-07T08:00:00Z",
    ),
    (
        "",
        "people",
        {"Name": "name", "UserPrincipalName": "email", "Department": "team", "Title": "roles"},
        "Ana Ruiz;ana@x.example;IT Operations;Database administrator",
    ),
    (
        "",
        "people",
        {"Title": "", "Full name": "name", "E-mail": "email"},
        "Dr;Ana Ruiz;ana@x.example",
    ),
    (
        "Microsoft Project",
        "activities",
        {
            "ID": "source_id",
            "Nome da Tarefa": "title",
            "Duração": "duration_minutes",
            "Início": "start",
            "Conclusão": "finish",
            "Antecessoras": "predecessors",
        },
        "3;Implementação;4 hrs;29-11-2026 00:00;29-11-2026 04:00;2CI+30 mins",
    ),
    (
        "",
        "activities",
        {
            "No": "source_id",
            "タスク名": "title",
            "担当者": "players",
            "開始日時": "start",
            "先行タスク": "predecessors",
        },
        "2;リリース;鈴木 花子;2026/11/28 23:00;1",
    ),
    (
        "",
        "activities",
        {
            "Work ID": "source_id",
            "Work Name": "title",
            "Parent Work ID": "parent",
            "Schedule Start": "start",
            "Schedule Finish": "finish",
            "Predecessor IDs": "predecessors",
        },
        "W3;Migrate;W1;28-Nov-2026 21:00;29-Nov-2026 04:00;W2",
    ),
    (
        "",
        "activities",
        {
            "Lfd. Nr.": "source_id",
            "Aktivität": "title",
            "Zuständig": "players",
            "Soll-Beginn": "start",
            "Soll-Ende": "finish",
        },
        "1;Benutzer sperren;Anna Weber;28.11.2026 20:00;28.11.2026 20:15",
    ),
    (
        "",
        "activities",
        {"When": "start", "What": "title", "Who": "players", "How long": "duration_minutes"},
        "T-30;Drain the queue;Ben Ito;20m",
    ),
    (
        "",
        "activities",
        {
            "Task No.": "source_id",
            "Task Description": "title",
            "Owner (Primary)": "players",
            "Duration": "duration_minutes",
        },
        "2;Shut down;Ben Ito;00:30:00",
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
        "configuration_items",
        {"CI": "name", "CI Type": "ci_kind", "Depends On CI": "depends_on", "Application": "applications"},
        "web01;Server;db01;CRM",
    ),
    (
        "",
        "detected",
        {"UtcTime": "detected_at", "Computer": "ci", "TargetFilename": "what", "User": "who"},
        "2026-11-28 21:13:05.123;APP01;C:/app/web.config;ana",
    ),
    (
        "Microsoft Project",
        "activities",
        {
            "N°": "source_id",
            "Nom": "title",
            "Durée": "duration_minutes",
            "Prédécesseurs": "predecessors",
            "Noms des ressources": "players",
            "Niveau de plan": "outline",
        },
        "2;Sauvegarde;2 h;;Luc Moreau;2",
    ),
    (
        "",
        "activities",
        {
            "Seq #": "source_id",
            "Cutover Task": "title",
            "Scheduled Start": "start",
            "Scheduled Finish": "finish",
            "Task Dependency": "predecessors",
        },
        "2;Load open orders;11/28/2026 07:00 PM;11/28/2026 09:00 PM;1",
    ),
    (
        "",
        "activities",
        {
            "Step": "source_id",
            "Command / Action": "title",
            "Engineer": "players",
            "Expected time": "duration_minutes",
        },
        "2;upgrade image;Ana Ruiz;15 min",
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
        "people",
        {"Stakeholder": "name", "Role": "roles", "Team": "team", "Email": "email"},
        "Ana Ruiz;Release manager;PMO;ana@x.example",
    ),
    (
        "",
        "people",
        {"Group": "team", "Member": "name", "Email": "email"},
        "DBA;Ana Ruiz;ana@x.example",
    ),
    (
        "",
        "configuration_items",
        {"CI-Name": "name", "CI-Typ": "ci_kind", "Anwendung": "applications", "Abhängig von": "depends_on"},
        "srv-web-01;Server;Portal;srv-db-01",
    ),
    (
        "",
        "configuration_items",
        {"Last inventory": "", "Computer": "name", "Operating system": "", "RAM (MB)": ""},
        "2026-11-28 02:00:11;SRV01;Windows Server 2022;16384",
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
        "activities",
        {
            "Task Id": "source_id",
            "Task Title": "title",
            "Owner Name": "players",
            "Owner Team": "team",
            "Planned Start DateTime": "start",
            "Depends On Task Id": "predecessors",
        },
        "MIG-002;Take backups;Ben Ito;DBA;2026-11-28T20:10:00+01:00;MIG-001",
    ),
    (
        "",
        "activities",
        {
            "Nr": "source_id",
            "Arbeitsschritt": "title",
            "Wer": "players",
            "Ab": "start",
            "Bis": "finish",
            "Abhängig von Nr.": "predecessors",
        },
        "2;Dienste stoppen;Jonas Krüger;18:05;18:20;1",
    ),
    (
        "",
        "activities",
        {
            "Nº tâche": "source_id",
            "Libellé": "title",
            "Resp.": "players",
            "Début prévu": "start",
            "Durée prévue": "duration_minutes",
            "Tâche précédente": "predecessors",
        },
        "20;Sauvegarde;Claire Petit;28/11/2026 20:30;01:30;10",
    ),
    (
        "",
        "activities",
        {
            "No": "source_id",
            "İşlem": "title",
            "Yapan": "players",
            "Başlama": "start",
            "Bağlı İşlem": "predecessors",
        },
        "2;Yedek;Mehmet Demir;28.11.2026 20:10;1",
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
        "",
        "people",
        {"cn": "name", "mail": "email", "telephoneNumber": "phone", "memberOf": ""},
        "Ana Ruiz;ana@x.example;+34 91;CN=DBA",
    ),
    (
        "CMDB relations",
        "configuration_items",
        {"upstream": "name", "downstream": "depends_on", "type": ""},
        "CRM;Payments;REST",
    ),
    (
        "",
        "configuration_items",
        {"hostname": "name", "application": "applications", "service_owner": ""},
        "web01.internal;CRM;Web team",
    ),
    (
        "",
        "activities",
        {"Rollback step": "source_id", "Action": "title", "Est. time": "duration_minutes"},
        "R2;Restore database;45 min",
    ),
    (
        "",
        "configuration_items",
        {"Nome do ativo": "name", "Tipo": "ci_kind", "IP": "", "Sistema operacional": "", "Responsável": ""},
        "srv-web-01;Servidor;10.0.0.4;Linux;Rui Costa",
    ),
    (
        "",
        "configuration_items",
        {
            "Name": "name",
            "Business criticity": "",
            "Model->Name": "",
            "OS family->Name": "",
            "Management ip": "",
        },
        "srv-web-01;high;R640;Linux;10.0.0.4",
    ),
    (
        "",
        "applications",
        {"Nome": "name", "Criticità aziendale": "criticality", "Di proprietà di": "business_owner"},
        "CRM;1 - più critico;Ana Ruiz",
    ),
    (
        "",
        "environments",
        {"Environment": "name", "Type": "stage", "URL": ""},
        "UAT1;UAT;https://u.example",
    ),
    (
        "",
        "people",
        {"Team": "team", "Policy": "", "User": "name", "Start": "", "End": ""},
        "DBA;Primary;Ana Ruiz;2026-11-30 08:00;2026-12-07 08:00",
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
        "Backstage",
        "applications",
        {"kind": "", "name": "name", "owner": "team", "lifecycle": "", "type": "", "dependsOn": ""},
        "Component;checkout-web;team-payments;production;website;component:payments-api",
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
        "",
        "applications",
        {
            "App": "name",
            "Tier": "criticality",
            "Owner": "business_owner",
            "SLA downtime (min/month)": "allowed_downtime_minutes_per_month",
        },
        "CRM;1;Lena Vogt;30",
    ),
    (
        "",
        "applications",
        {"Service": "name", "Tier": "criticality", "Owner": "business_owner", "Team": "team", "On-call": ""},
        "checkout;Tier 1;Ana Ruiz;Payments;pager",
    ),
    (
        "Directory groups",
        "teams",
        {"DN": "", "objectClass": "", "cn": "name", "member": "", "mail": "email"},
        "CN=DBA,OU=Groups;group;DBA;CN=Ana Ruiz,OU=U;dba@x.example",
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
        "",
        "activities",
        {
            "Task #": "source_id",
            "Description": "title",
            "Contact": "players",
            "Planned Start (CET)": "start",
            "Pred": "predecessors",
            "Go/No-Go": "is_go_no_go",
        },
        "T02;Decision point;Ana Ruiz;28.11.2026 22:20;T01;Y",
    ),
    (
        "",
        "activities",
        {
            "Sıra": "source_id",
            "Adım": "title",
            "Süre (dk)": "duration_minutes",
            "Önceki Adım": "predecessors",
        },
        "2;Yedekleme;60;1",
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
    found = propose(read_table(f"{';'.join(wanted)}\n{row}\n".encode()))
    assert (found.source, found.kind) == (source, kind)
    assert {header: found.mapping.columns.get(header, "") for header in wanted} == wanted


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (("2FS", "1", "3"), ["1.1", "1", "1.2"]),  # counted: no row is called 3
        (("2FS", "1"), ["2", "1"]),
        (("1.1", "3"), ["1.1", "1.2"]),
    ],
)
def test_numbers_count_rows_where_they_are_no_ids(cells: tuple[str, ...], found: list[str]) -> None:
    find = KeyFinder(["1", "1.1", "1.2", "2", "2.1"], [2, 3, 4, 5, 6], cells)
    assert [link.key for cell in cells for link in read_predecessors(cell, find).links] == found


def test_addresses_behind_predecessors_are_no_part_of_their_names() -> None:
    find = KeyFinder(["Stop", "Back up"], [2, 3])
    cell = "Stop (https://notes.example/Stop-9f8e), Back up (https://notes.example/b-1)"
    assert [one.key for one in read_predecessors(cell, find).links] == ["Stop", "Back up"]


def test_links_written_as_a_program_writes_lists_are_read() -> None:
    find = KeyFinder(["T-1", "T-2", "T-3"], [2, 3, 4])
    read = read_predecessors("['T-1', \"T-2\"]", find, "T-3")
    assert [link.key for link in read.links] == ["T-1", "T-2"]
    assert (read.unknown, read_predecessors("[]", find).unknown) == ((), ())
    assert links_of("['T-1', 'T-2']", "blocks") == (("blocks", "T-1"), ("blocks", "T-2"))
    assert links_of("[]", "blocks") == ()


@pytest.mark.parametrize(
    "word", ["Pianificata", "Zaplanowane", "Planifiée", "Planejado", "Geplant", "Planlandı"]
)
def test_what_is_planned_is_so_in_each_language(word: str) -> None:
    assert choose("activity_state", word) == "planned"
