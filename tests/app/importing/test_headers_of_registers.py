"""Headers of applications, configuration items, people and teams, and the field each feeds."""

from __future__ import annotations

import pytest

from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table

# source, kind, headers apart by semicolons with the fields wanted, and a row under them
LISTS = [
    (
        "Directory groups",
        "teams",
        {
            "Name": "name",
            "GroupCategory": "",
            "GroupScope": "",
            "Description": "description",
            "mail": "email",
        },
        "APP-Platform;Security;Global;Platform team;p@x.example",
    ),
    (
        "",
        "people",
        {"Employee ID": "", "Legal Name": "name", "Work Email": "email", "Supervisory Organization": "team"},
        "10001;Ana Ruiz;a@x.example;Platform",
    ),
    (
        "RVTools",
        "configuration_items",
        {"VM": "name", "Powerstate": "", "CPUs": "", "Primary IP Address": "", "Host": "depends_on"},
        "srv-1;poweredOn;4;10.0.0.5;esx01",
    ),
    (
        "",
        "applications",
        {"Sistema": "name", "Responsável pelo negócio": "business_owner", "Equipe de suporte": "team"},
        "Caixa;Ana;Lojas",
    ),
    (
        "NetBox",
        "configuration_items",
        {
            "name": "name",
            "status": "",
            "site": "",
            "rack": "",
            "role": "ci_kind",
            "description": "description",
        },
        "sw-1;active;One;R01;Switch;Core",
    ),
    (
        "",
        "configuration_items",
        {"Name": "name", "Status": "", "Serial number": "", "Operating system": "", "Notes": "description"},
        "db-1;Active;S1;Linux;Main",
    ),
    (
        "",
        "people",
        {"Schedule": "", "User": "name", "Email": "email", "Start": "", "End": "", "Phone": "phone"},
        "Ops;Ana Ruiz;a@x.example;2026-11-23 09:00;2026-11-30 09:00;+34 600",
    ),
    (
        "",
        "applications",
        {
            "Nom de l'application": "name",
            "Criticité métier": "criticality",
            "Propriétaire métier": "business_owner",
            "Indisponibilité max autorisée (min/mois)": "allowed_downtime_minutes_per_month",
        },
        "Paie;Critique;Anne Roy;30",
    ),
    (
        "CMDB relations",
        "configuration_items",
        {"kaynak_servis": "name", "hedef_servis": "depends_on", "bagimlilik_tipi": "", "kritiklik": ""},
        "gateway;auth;senkron;kritik",
    ),
    (
        "",
        "configuration_items",
        {"name": "name", "asset": "", "asset_tag": "", "assigned_to": "", "checked_in": "", "company": ""},
        "fan-1;Fan;A1;Ana;;Acme",
    ),
    (
        "",
        "people",
        {"Team": "team", "Role": "roles", "Name": "name", "Contact": "email"},
        "Ops;Primary;Ana Ruiz;a@x.example",
    ),
    (
        "",
        "people",
        {"Team": "team", "Role": "roles", "Name": "name", "Contact": "phone"},
        "Ops;Primary;Ana Ruiz;+34 600 100",
    ),
    (
        "",
        "configuration_items",
        {
            "Nom de l'équipement": "name",
            "Type": "ci_kind",
            "Adresse IP": "",
            "N° de série": "",
            "Application hébergée": "applications",
            "Dépend de": "depends_on",
        },
        "srv-2;Serveur;10.0.0.6;S2;Paie;srv-1",
    ),
    (
        "",
        "applications",
        {"Applikation": "name", "Tier": "criticality", "Fachbereich": "business_owner", "Zustand": ""},
        "Zahlungen;1;Finanzen;aktiv",
    ),
    (
        "",
        "teams",
        {"Support Group": "name", "Manager": "", "Group email": "email", "Description": "description"},
        "Platform;Ana;p@x.example;Common",
    ),
    (
        "CMDB relations",
        "configuration_items",
        {"Source Application": "name", "Target Application": "depends_on", "Dependency Type": ""},
        "Shop;Billing;API",
    ),
    (
        "CMDB relations",
        "configuration_items",
        {"Source": "name", "Type de relation": "", "Cible": "depends_on"},
        "Portail;dépend de;Annuaire",
    ),
    (
        "",
        "configuration_items",
        {"Objekt-ID": "", "Objekttitel": "name", "Objekttyp": "ci_kind", "Hersteller": "", "Modell": ""},
        "301;srv-1;Server;Muster;M500",
    ),
    (
        "",
        "applications",
        {"Uygulama Adı": "name", "Sahibi": "business_owner", "Kritiklik": "criticality"},
        "Bordro;Selin;Yüksek",
    ),
    (
        "",
        "people",
        {"Nom complet": "name", "Adresse de messagerie": "email", "Téléphone": "phone"},
        "Ana Roux;a@x.example;0102030405",
    ),
    (
        "",
        "teams",
        {"Teamname": "name", "Teamleiter": "", "Team-E-Mail": "email", "Beschreibung": "description"},
        "Kasse;Udo Klein;k@x.example;Kassensysteme",
    ),
]


@pytest.mark.parametrize(("source", "kind", "wanted", "row"), LISTS)
def test_each_header_feeds_its_field(source: str, kind: str, wanted: dict[str, str], row: str) -> None:
    found = propose(read_table(f"{';'.join(wanted)}\n{row}\n".encode()))
    assert (found.source, found.kind) == (source, kind)
    assert {header: found.mapping.columns.get(header, "") for header in wanted} == wanted
