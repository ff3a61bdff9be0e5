"""Registers that resemble another program's or another kind's."""

from __future__ import annotations

import pytest

from tests.app.importing.taking import taken_for

# source, kind, headers apart by semicolons with the fields wanted, and a row under them
LISTS = [
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
        "",
        "configuration_items",
        {"CI": "name", "CI Type": "ci_kind", "Depends On CI": "depends_on", "Application": "applications"},
        "web01;Server;db01;CRM",
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
        "Backstage",
        "applications",
        {"kind": "", "name": "name", "owner": "team", "lifecycle": "", "type": "", "dependsOn": ""},
        "Component;checkout-web;team-payments;production;website;component:payments-api",
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
]


@pytest.mark.parametrize(("source", "kind", "wanted", "row"), LISTS)
def test_each_list_is_taken_for_what_it_is(source: str, kind: str, wanted: dict[str, str], row: str) -> None:
    assert taken_for(wanted, row) == (source, kind, wanted)
