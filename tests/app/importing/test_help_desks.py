"""Lists of help desks and status pages: known by their headers, and each column taken for what it is."""

from __future__ import annotations

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table

DESKS = [
    (
        "Zendesk",
        "changes",
        "ID,Organización,Estado del ticket,Asunto,Solicitante,Solicitado,Agente asignado,Resuelto,Grupo",
        "34,Kiabi,Resuelto,Conectores,Andres,2025-12-01 09:39,Pedro,2025-12-01 18:28,Soporte",
        {
            "Organización": None,
            "Estado del ticket": "state",
            "Solicitado": "created_in_source",
            "Agente asignado": "owner",
            "Resuelto": "closed_in_source",
        },
    ),
    (
        "TOPdesk incidents",
        "incidents",
        "Meldungsnummer;Kurzbeschreibung;Anmelder;Bearbeiter;Bearbeitergruppe;Status;Objekt-ID;Erstellungsdatum",
        "M 2601 0045;Drucker defekt;Anna;Jan;1st Level;In Bearbeitung;PRN-0012;12.01.2026 08:15",
        {
            "Meldungsnummer": "key",
            "Anmelder": "requester",
            "Bearbeitergruppe": "team",
            "Objekt-ID": "configuration_items",
        },
    ),
    (
        "Dynamics 365",
        "changes",
        "(Do Not Modify) Case,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Case Number,"
        "Case Title,Priority,Owner,Status Reason,Created On",
        "3f1c2a10,kJh2,1/14/2026 9:12 AM,CAS-01213-P8B3G0,Portal down,High,Ann,On Hold,1/13/2026 4:55 PM",
        {
            "(Do Not Modify) Modified On": "updated_in_source",
            "Case Number": "key",
            "Status Reason": "state",
        },
    ),
    (
        "Salesforce",
        "changes",
        "Proprietário do caso;Nome da conta;Assunto;Data/Hora de abertura;Aberto;Número do caso;Status",
        "Carla;Acme;Relatório lento;28/01/2026 16:02;0;00001019;Fechado",
        {
            "Proprietário do caso": "owner",
            "Data/Hora de abertura": "created_in_source",
            "Aberto": None,
            "Número do caso": "key",
        },
    ),
    (
        "Taiga",
        "changes",
        "id,ref,subject,sprint,owner,owner_full_name,assigned_to,assigned_to_full_name,status,finished_date",
        "2201943,17,Login fails,Sprint 4,marta,Marta Ruiz,pavel,Pavel Novak,New,2026-02-10 09:45:10",
        {
            "id": None,
            "ref": "key",
            "owner_full_name": "requester",
            "assigned_to_full_name": "owner",
            "finished_date": "closed_in_source",
        },
    ),
    (
        "Rally",
        "changes",
        "Formatted ID,Name,Schedule State,Iteration,Plan Estimate,Owner,Accepted Date",
        "US1022,Export invoices,Accepted,Sprint 11,3.0,Tom,2026-01-29",
        {"Schedule State": "state", "Iteration": "release", "Accepted Date": "closed_in_source"},
    ),
    (
        "Zendesk",
        "changes",
        "Ticket ID,Ticket status,Subject,Requester name,Ticket group,Assignee name,Ticket tags,"
        "Ticket created - Timestamp,Ticket updated - Timestamp,Ticket solved - Timestamp",
        "90211,Open,Login fails,Ann,L2,Tom,login,2026-11-03T09:12:05,2026-11-12T16:40:11,",
        {
            "Ticket ID": "key",
            "Ticket group": "team",
            "Assignee name": "owner",
            "Ticket updated - Timestamp": "updated_in_source",
            "Ticket solved - Timestamp": "closed_in_source",
        },
    ),
    (
        "Freshservice changes",
        "changes",
        "Change ID,Subject,Requester,Status,Assigned Group,Assigned Agent,Maintenance Window,"
        "Planned Start Date,Created Time,Last Updated Time,Assets",
        "CHN-311,Move shares,Ann,Planning,Storage,Tom,Weekend,2026-11-20 22:00,2026-11-03 09:12,"
        "2026-11-12 16:40,fs-01;fs-02",
        {
            "Assigned Agent": "owner",
            "Maintenance Window": "release",
            "Planned Start Date": "deployment_on",
            "Last Updated Time": "updated_in_source",
            "Assets": "configuration_items",
        },
    ),
    (
        "Freshservice changes",
        "changes",
        "Change ID,Subject,Requester Name,Agent Name,Group Name,Status,Planned Start Date,Department",
        "CHN-41,Upgrade,Ann,Tom,DBA,Planning,2026-11-18 21:00,Finance",
        {"Agent Name": "owner", "Group Name": "team", "Planned Start Date": "deployment_on"},
    ),
    (
        "Freshservice tickets",
        "incidents",
        "Ticket Id,Subject,Status,Source,Requester Name,Created Time,Due by Time,Resolved Time,Closed Time,"
        "Agent interactions,Group",
        "INC-8801,VPN drops,Open,Portal,Ann,2026-11-03 09:12:05,2026-11-04 09:12:05,,,2,Network",
        {
            "Ticket Id": "key",
            "Created Time": "created_in_source",
            "Resolved Time": "ended_at",
            "Source": None,
            "Due by Time": None,
        },
    ),
    (
        "Autotask",
        "changes",
        "id,assignedResourceID,companyID,completedDate,createDate,queueID,source,status,ticketNumber,title",
        "77519,29682902.0,0,2025-05-20T18:25:01.553Z,2025-05-13T00:04:07.940Z,29682833,4,5,T2025.0083,Login",
        {"ticketNumber": "key", "id": None, "source": None, "completedDate": "closed_in_source"},
    ),
    (
        "Cherwell",
        "incidents",
        "Incident ID,Short Description,Status,Service,Owned By Team,Owned By,Customer Display Name,"
        "Created Date Time,Last Modified Date Time,Closed Date Time,Primary CI Name",
        "102311,Outlook stops,In Progress,Email,Desktop,Tom,Ann,11/3/2026 9:12:05 AM,"
        "11/13/2026 4:40:11 PM,,PC-3",
        {
            "Owned By Team": "team",
            "Owned By": "owner",
            "Customer Display Name": "requester",
            "Created Date Time": "created_in_source",
            "Last Modified Date Time": "updated_in_source",
            "Closed Date Time": "closed_in_source",
            "Primary CI Name": "configuration_items",
        },
    ),
    (
        "Ivanti changes",
        "changes",
        "Change #,Subject,Status,Type,Owner,Team,Requestor,Risk Level,Scheduled Start,CAB Vote Expiration",
        "50311,Replace UPS,Scheduled,Normal,Tom,Sites,Ann,Medium,20/11/2026 22:00,15/11/2026 12:00",
        {"Change #": "key", "Requestor": "requester", "Scheduled Start": "deployment_on"},
    ),
    (
        "Halo",
        "changes",
        "Ticket ID,Summary,Details,Status,Ticket Type,Agent,User,Date Occurred,Last Action Date,Date Closed",
        "30211,Calls drop,Since,In Progress,Incident,Tom,Ann,13/11/2026 09:12:05,13/11/2026 16:40:11,",
        {"User": "requester", "Date Occurred": "created_in_source", "Last Action Date": "updated_in_source"},
    ),
    (
        "ServiceNow tasks",
        "changes",
        "Número,Estado,Atribuído a,Descrição resumida,Tipo de tarefa,Aberto por,Aberto,Pai",
        "CTASK0010021,Aberta,Ana,Executar script,Tarefa de mudança,Caio,2025-03-03 09:15:00,CHG0030021",
        {"Número": "key", "Tipo de tarefa": None, "Aberto por": "requester", "Pai": "links"},
    ),
    (
        "",
        "changes",
        "Código,Título da Requisição de Mudança,Justificativa,Solicitante,Data Planejada,Status da Mudança",
        "RM-0101,Atualizar Tomcat,Vulnerabilidade,Bia,14/02/2025,Concluída",
        {"Título da Requisição de Mudança": "title", "Justificativa": "description"},
    ),
    (
        "Trac",
        "changes",
        "id,Summary,Status,Owner,Type,Milestone,Component,Resolution,Reporter,Created,Modified",
        "4411,Query fails,assigned,tomh,defect,1.6,query,,annb,2026-11-03T09:12:05Z,2026-11-12T16:40:11Z",
        {"id": "key", "Milestone": "release", "Component": "applications", "Modified": "updated_in_source"},
    ),
    (
        "TOPdesk changes",
        "changes",
        "Wijzigingsnummer;Korte omschrijving;Status;Aanvrager;Coördinator;Behandelaarsgroep;Object;"
        "Geplande startdatum;Wijzigingsdatum;Afgesloten op",
        "W2611 014;Kernswitch;In uitvoering;Anouk;Bram;Netwerk;sw-01;20-11-2026 22:00;13-11-2026 16:40;",
        {
            "Coördinator": "owner",
            "Object": "configuration_items",
            "Wijzigingsdatum": "updated_in_source",
            "Afgesloten op": "closed_in_source",
        },
    ),
    (
        "Statuspage",
        "incidents",
        "Incident ID,Name,Status,Impact,Created At,Monitoring At,Resolved At,Components,Shortlink,"
        "Scheduled For",
        "kx1l3,API errors,postmortem,major,2026-11-03T09:12:05Z,2026-11-03T10:00:00Z,"
        "2026-11-03T11:30:00Z,API,,",
        {"Created At": "created_in_source", "Resolved At": "ended_at", "Components": "applications"},
    ),
]


@pytest.mark.parametrize(("source", "kind", "headers", "row", "columns"), DESKS)
def test_a_help_desk_is_recognised(
    source: str, kind: str, headers: str, row: str, columns: dict[str, str | None]
) -> None:
    found = propose(read_table(f"{headers}\n{row}\n".encode()))
    assert (found.source, found.kind, found.problems) == (source, kind, ())
    assert {header: found.mapping.columns.get(header) for header in columns} == columns


@pytest.mark.parametrize(
    ("header", "kind", "field"),
    [
        ("Votum CAB", "changes", "state"),
        ("Niveau de risque", "changes", "likelihood"),
        ("Nature", "changes", "change_class"),
        ("Fecha de implantación", "changes", "deployment_on"),
        ("Tiempo de indisponibilidad", "changes", "expected_downtime_minutes"),
        ("Versioni di correzione", "changes", "release"),
        ("Last Updated Time", "changes", "updated_in_source"),
        ("Closed Date/Time", "changes", "closed_in_source"),
        ("Event Date and Time", "incidents", "started_at"),
        ("Restoration Date and Time", "incidents", "ended_at"),
    ],
)
def test_a_header_is_known(header: str, kind: str, field: str) -> None:
    cells = {
        "state": "genehmigt",
        "likelihood": "Élevé",
        "change_class": "Urgent",
        "expected_downtime_minutes": "30 min",
        "release": "26.11",
    }
    text = f"Key,Title,{header}\nA-1,Patch,{cells.get(field, '2026-11-13 10:00')}\n"
    assert propose(read_table(text.encode()), kind).mapping.columns[header] == field


@pytest.mark.parametrize(
    ("written", "kept"), [("-", ""), ("N/A", ""), ("None", ""), ("Restore it", "Restore it")]
)
def test_a_dash_is_no_plan(written: str, kept: str) -> None:
    table = read_table(f"Change ID,Title,Back Out Plan,Test plan\nCH-1,Patch,{written},{written}\n".encode())
    values = convert(table, propose(table).mapping, "UTC").rows[0].values
    assert (values["backout_plan"], values["verification_plan"]) == (kept, kept)
