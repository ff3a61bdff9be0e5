"""Registers, outages, detected changes and calendars that few words of their headers tell apart."""

from __future__ import annotations

import pytest

from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from app.importing.words.values import choose

# source, kind, headers with the fields wanted, and rows under them, their cells apart by semicolons
LISTS = [
    (
        "VMware vCenter",
        "detected",
        {
            "Description": "what",
            "Type": "",
            "Date Time": "detected_at",
            "Task": "",
            "Target": "ci",
            "User": "who",
        },
        [r"Reconfigured app-01 on esx03;Information;10/13/2026 9:14:22 PM;Reconfigure VM;app-01;CORP\ana"],
    ),
    (
        "VMware vCenter",
        "detected",
        {"Task Name": "what", "Target": "ci", "Initiator": "who", "Start Time": "detected_at", "Status": ""},
        [r"Power Off virtual machine;app-01;CORP\ana;10/13/2026 9:14:22 PM;Completed"],
    ),
    (
        "Ansible",
        "detected",
        {"host": "ci", "play": "", "task": "what", "changed": "", "end": "detected_at", "user": "who"},
        ["web01;Patch web tier;Update nginx;true;2026-10-13T21:14:40+02:00;deploy"],
    ),
    (
        "Azure activity log",
        "detected",
        {
            "eventTimestamp": "detected_at",
            "caller": "who",
            "operationName.localizedValue": "what",
            "resourceId": "ci",
            "status.value": "",
        },
        ["2026-10-13T19:14:22Z;ana@corp.example;Create or Update Virtual Machine;vm-till-01;Succeeded"],
    ),
    (
        "",
        "detected",
        {"Date de détection": "detected_at", "Nœud": "ci", "Élément": "what", "Utilisateur": "who"},
        [
            "13/10/2026 21:14:22;web-01;/etc/nginx/nginx.conf;root",
            "14/10/2026 21:14:22;db-01;/etc/my.cnf;root",
        ],
    ),
    (
        "",
        "detected",
        {"Resource": "ci", "Property": "what", "Expected": "", "Actual": "", "Detected On": "detected_at"},
        ["vm-till-01;vmSize;D2s;D4s;2026-10-13T21:14:22Z", "nsg-till;rule 2;deny;allow;2026-10-13T21:15:22Z"],
    ),
    (
        "Statuspage",
        "incidents",
        {
            "Name": "title",
            "Impact": "impact",
            "Created at": "started_at",
            "Resolved at": "ended_at",
            "Duration": "",
            "Affected components": "applications",
            "Status": "state",
        },
        ["Slow search;Minor;Oct 17, 2026 14:00 CEST;Oct 17, 2026 14:25 CEST;25m;Search;Resolved"],
    ),
    (
        "",
        "incidents",
        {
            "Check name": "title",
            "Hostname": "",
            "Down from": "started_at",
            "Down to": "ended_at",
            "Error": "",
        },
        ["Shop;shop.example;2026-10-13 08:15:09;2026-10-13 09:40:11;Timeout"],
    ),
    (
        "",
        "incidents",
        {
            "Réf.": "key",
            "Application": "applications",
            "Début de coupure": "started_at",
            "Fin de coupure": "ended_at",
            "Durée": "",
            "Cause": "title",
        },
        ["P-101;Caisse;13/10/2026 08:15;13/10/2026 09:40;1h25;Disque plein"],
    ),
    (
        "",
        "incidents",
        {"Monitor Name": "title", "Status": "state", "Time": "started_at", "Duration": "", "Message": ""},
        ["Shop;DOWN;2026-10-13 08:15:09;1:25:02;refused", "Shop;UP;2026-10-13 09:40:11;;200 - OK"],
    ),
    (
        "",
        "incidents",
        {"Kesinti No": "key", "Hizmet": "applications", "Başlangıç": "started_at", "Bitiş": "ended_at"},
        ["KES-2026-014;Mağaza;13.10.2026 08:15;13.10.2026 09:40"],
    ),
    (
        "",
        "deployments",
        {
            "Date MEP": "deployed_at",
            "Application": "",
            "Version": "build",
            "Environnement": "environment",
            "N° de changement": "change_key",
            "Réalisée par": "deployed_by",
            "Résultat": "outcome",
        },
        ["13/10/2026 22:05;Caisse;5.3.0;Production;CHG0041001;Claire Durand;Succès"],
    ),
    (
        "",
        "deployments",
        {
            "application": "",
            "status": "outcome",
            "endTime": "deployed_at",
            "parameters.environment": "environment",
            "parameters.changeTicket": "change_key",
        },
        ["till;SUCCEEDED;1791922771000;prod;CHG0041001"],
    ),
    (
        "",
        "deployments",
        {
            "repository": "",
            "deployment_id": "",
            "commit": "",
            "created_at": "deployed_at",
            "state": "outcome",
        },
        ["team/till;347885908;46cdf8fb;2026-07-02T07:23:33Z;success"],
    ),
    (
        "",
        "applications",
        {"service_name": "name", "team": "team", "repository": "", "language": "", "runbook": ""},
        ["catalog;marketplace;https://git.example/catalog;Go;https://runbooks.example/catalog"],
    ),
    (
        "",
        "applications",
        {"Anwendungsname": "name", "Verfügbarkeitsklasse": "criticality"},
        ["Kasse;Tier 1", "Intranet;Tier 3"],
    ),
    (
        "",
        "windows",
        {"Plage de maintenance": "title", "Jour": "day", "De": "starts_at", "À": "ends_at", "Contact": ""},
        ["Patch mensuel;samedi 09/01/2027;22h00;04h00;DSI", "Réseau;samedi 16/01/2027;23h30;03h00;DSI"],
    ),
    (
        "Outlook or Google calendar",
        "windows",
        {
            "Assunto": "title",
            "Data de início": "starts_at",
            "Data de término": "ends_at",
            "O dia inteiro": "",
        },
        ["Janela de manutenção ERP;09/01/2027 22:00;10/01/2027 04:00;Falso"],
    ),
    (
        "",
        "teams",
        {"Team": "name", "Team Email": "email", "Purpose": "description"},
        ["Platform;platform@corp.example;Runs the platform"],
    ),
    (
        "",
        "windows",
        {"ID finestra": "", "Descrizione": "title", "Inizio": "starts_at", "Fine": "ends_at"},
        ["F-1;Aggiornamento SAP;09/01/2027 22:00;10/01/2027 04:00"],
    ),
    (
        "",
        "windows",
        {
            "id": "",
            "message": "title",
            "start": "starts_at",
            "end": "ends_at",
            "timezone": "zone_name",
            "created by": "",
        },
        ["101;Patch DB cluster;2026-12-05 22:00;2026-12-06 04:00;Europe/Berlin;ana"],
    ),
    (
        "Icinga downtimes",
        "windows",
        {
            "host_name": "",
            "author": "",
            "comment": "title",
            "scheduled_start_time": "starts_at",
            "scheduled_end_time": "ends_at",
        },
        ["db-01;ana;Monthly patches;2026-12-05 22:00:00;2026-12-06 04:00:00"],
    ),
    (
        "PRTG",
        "incidents",
        {
            "Datum Zeit": "started_at",
            "Gruppe": "",
            "Gerät": "configuration_items",
            "Sensor": "",
            "Status": "state",
            "Nachricht": "title",
        },
        ["13.10.2026 08:15:09;RZ;db-01;Speicher;Fehler;Zu wenig Speicher"],
    ),
    (
        "Checkmk",
        "incidents",
        {
            "log_time": "started_at",
            "host_name": "configuration_items",
            "service_description": "",
            "log_state": "state",
            "log_plugin_output": "title",
        },
        ["2026-10-13 08:15:09;db-01;Filesystem /var;CRIT;98% used"],
    ),
    (
        "SCOM",
        "incidents",
        {
            "Severity": "impact",
            "Source": "configuration_items",
            "Name": "title",
            "Resolution State": "state",
            "Created": "started_at",
            "Owner": "owner",
        },
        [r"Critical;db-01;Disk space is low;New;10/13/2026 8:15:09 AM;CORP\ana"],
    ),
    (
        "",
        "detected",
        {"device": "ci", "changed_at": "detected_at", "changed_by": "who", "diff_summary": "what"},
        ["sw-core-01;2026-10-13T21:14:22Z;ana;vlan 210 added"],
    ),
    (
        "",
        "incidents",
        {
            "Lfd. Nr.": "",
            "System": "applications",
            "Ausfall am": "day",
            "von": "started_at",
            "bis": "ended_at",
            "Grund": "title",
            "Ticket": "key",
        },
        ["1;Kasse;13.10.2026;08:15;09:40;Platte voll;INC0012"],
    ),
    (
        "",
        "windows",
        {"Patch group": "title", "Environment": "", "Window start": "starts_at", "Window end": "ends_at"},
        [
            "PG1;Production;09/01/2027 22:00;10/01/2027 04:00",
            "PG2;Test;06/01/2027 20:00;06/01/2027 23:00",
            "PG3;Production;16/01/2027 22:00;17/01/2027 04:00",
        ],
    ),
    (
        "",
        "detected",
        {"Zaman": "detected_at", "Sunucu": "ci", "Dosya Yolu": "what", "İşlem": "", "Kullanıcı": "who"},
        ["13.10.2026 21:14:22;web-01;/etc/nginx.conf;Değiştirildi;root"],
    ),
    (
        "CMDB relations",
        "configuration_items",
        {"Element": "name", "Zależy od": "depends_on", "Typ zależności": ""},
        ["sklep-app;sklep-db;baza danych"],
    ),
    (
        "",
        "deployments",
        {
            "GMUD": "change_key",
            "Versão": "build",
            "Ambiente": "environment",
            "Data da implantação": "deployed_at",
        },
        ["GMUD-101;5.3.0;Produção;13/10/2026 22:05"],
    ),
    (
        "",
        "configuration_items",
        {"Máquina virtual": "name", "Estado": "", "SO": "", "IP": "", "Aplicación": "applications"},
        ["srv-01;Encendida;RHEL 9;10.1.1.11;Tienda"],
    ),
    (
        "",
        "detected",
        {
            "Time received": "detected_at",
            "Device": "ci",
            "Event": "event_id",
            "User": "who",
            "Details": "what",
        },
        ["2026-10-13 21:14:22;sw-core-01;SYS-5-CONFIG_I;ana;Configured from console by ana on vty0"],
    ),
]


@pytest.mark.parametrize(("source", "kind", "wanted", "rows"), LISTS)
def test_each_header_feeds_its_field(source: str, kind: str, wanted: dict[str, str], rows: list[str]) -> None:
    found = propose(read_table("\n".join([";".join(wanted), *rows]).encode()))
    assert (found.source, found.kind) == (source, kind)
    assert {header: found.mapping.columns.get(header, "") for header in wanted} == wanted


@pytest.mark.parametrize(("letter", "tier"), [("A", "1"), ("b", "2"), ("C", "3"), ("D", "4")])
def test_letters_are_tiers_as_well(letter: str, tier: str) -> None:
    assert str(choose("tier", letter)) == tier
