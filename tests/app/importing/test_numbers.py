"""Lists of few columns, known by how a program numbers its records and by what it alone calls so."""

from __future__ import annotations

import pytest

from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table

FEW = [
    ("Nummer;Kurzbeschreibung;Status", "CHG0030001;Router;Neu", "ServiceNow changes", "changes"),
    (
        "Numara;Kısa açıklama;Durum;Açıldı",
        "INC0010001;Posta;Yeni;01.03.2026",
        "ServiceNow incidents",
        "incidents",
    ),
    (
        "Numéro;Brève description;État;Affecté à",
        "SCTASK0010001;Portable;1;Ann",
        "ServiceNow tasks",
        "changes",
    ),
    ("Number;Short description;State;Priority", "PRB0040001;Queue;New;3", "ServiceNow problems", "changes"),
    ("ID de cambio;Resumen;Estado", "CRQ000000003001;Router;Borrador", "BMC Remedy changes", "changes"),
    (
        "number,state,created,affected_user,assignment_group,assigned_to",
        "INC2883518,On Hold,02-13-2025 15:46:06,Ann,Desk Side,Bo",
        "ServiceNow incidents",
        "incidents",
    ),
    (
        "id;status;priority;subject;description;created_on;updated_on",
        "131432;New;High;Router;;2020-06-05T08:20:56Z;2020-06-11T08:12:52Z",
        "Redmine",
        "changes",
    ),
    (
        "number,request_item,request,cat_item,short_description,state,work_start,work_end,u_type,assigned_to",
        "SCTASK2334734,RITM2624502,REQ2087753,Access,Access,Closed Skipped,2024-11-11,2024-11-12,,Ann",
        "ServiceNow tasks",
        "changes",
    ),
    (
        "number;sys_created_on;u_requested_for.user_name",
        "RITM0894630;2019-07-10 15:04:54;ann",
        "ServiceNow tasks",
        "changes",
    ),
    (
        "Clave de incidencia;ID de la incidencia;Resumen;Estado;Persona asignada;Prioridad;"
        "Campo personalizado (Fecha reporte);Campo personalizado (Impacto)",
        "P-1;10;Router;En curso;Ann;Medium;;",
        "Jira (es)",
        "changes",
    ),
    (
        "Issue key;Summary;Status;Custom field (Incident ID);Custom field (Caller);"
        "Custom field (Short description);Custom field (Assignment group);Custom field (Opened)",
        "P-1;Router;Done;;;;;",
        "Jira",
        "changes",
    ),
    (
        "Número;Aberto(a);Aberto por;Descrição resumida;Estado;Grupo de atribuição;Atribuição a",
        "SCTASK0010234;03/02/2026 14:22:10;Ana;VPN;Aberto;Redes;Rui",
        "ServiceNow tasks",
        "changes",
    ),
    ("Issue key;Issue ID;Status;Severity;Created;Resolved", "P-1;10;Done;2;;", "Jira", "changes"),
    ("Change No.;Short description;State", "CHG0030001;Router;New", "", "changes"),
    ("Number;Short description;State", "CHG-1;Router;New", "", "changes"),
    ("#;Subject;Author;% Done;Updated", "12;Router;Ann;40;2026-03-01 10:00", "Redmine", "changes"),
    ("#;Thema;Zielversion;Aktualisiert", "12;Router;4.2;01.03.2026 10:00", "Redmine", "changes"),
    (
        "Issue key;Issue id;Summary;Status;Components;Sprint;Votes",
        "P-1;10;Router;Done;;S1;0",
        "Jira",
        "changes",
    ),
    ("Issue id;Summary;State;Fix versions;Sprints", "P-1;Router;Done;2;S1", "YouTrack", "changes"),
]


@pytest.mark.parametrize(("headers", "row", "source", "kind"), FEW)
def test_a_list_of_few_columns_is_known(headers: str, row: str, source: str, kind: str) -> None:
    found = propose(read_table(f"{headers}\n{row}\n".encode()))
    assert (found.source, found.kind) == (source, kind)
