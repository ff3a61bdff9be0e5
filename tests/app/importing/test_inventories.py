"""Inventories, directories and deliveries: the programs whose lists they are, and what the columns mean."""

from __future__ import annotations

import pytest

from app.importing.proposing.entries import with_entries
from app.importing.proposing.proposal import Proposal, propose
from app.importing.reading.files import read_table
from app.importing.words.names_of_people import names_a_person


def proposal(*lines: str) -> Proposal:
    """What a list of these lines seems to be."""
    return propose(read_table("\n".join((*lines, "")).encode()))


@pytest.mark.parametrize(
    ("header", "row", "source", "kind", "columns"),
    [
        (
            "Nom;Entité;Statut;Numéro de série;Type;Système d'exploitation - Nom;Composants - Processeur",
            "SRV-1;Racine;En production;7XK2;Serveur;Debian;Xeon",
            "GLPI assets",
            "configuration_items",
            {"Nom": "name", "Type": "ci_kind"},
        ),
        (
            "Nom;Organisation->Nom;Statut;Criticité;Marque->Nom;Modèle->Nom;Description",
            "srv-web;Demo;production;haute;Dell;R640;Frontal",
            "iTop configuration items",
            "configuration_items",
            {"Nom": "name", "Description": "description"},
        ),
        (
            "Name;Organisation->Name;Status;Business-Kritikalität;Beschreibung",
            "Webshop;Demo;aktiv;hoch;Shop",
            "iTop applications",
            "applications",
            {"Name": "name", "Business-Kritikalität": "criticality", "Beschreibung": "description"},
        ),
        (
            "ID;Firma;Asset Name;Asset Tag;Modellnr.;Kategorie;Herausgegeben an",
            "12;Muster;SRV-1;00012;R750;Server;",
            "Snipe-IT",
            "configuration_items",
            {"Asset Name": "name", "Kategorie": "ci_kind"},
        ),
        (
            "name;serial_no;type;virtual_host;in_service;notes",
            "app-1;;virtual;esx-07;yes;retire",
            "Device42",
            "configuration_items",
            {"name": "name", "virtual_host": "depends_on", "notes": "description"},
        ),
        (
            "Component Key;Component Name;Component Type;Business Criticality;Application Owner",
            "APP-1;Orders;Application;High;Maria Lopez",
            "Ardoq",
            "applications",
            {
                "Component Name": "name",
                "Business Criticality": "criticality",
                "Application Owner": "business_owner",
            },
        ),
        (
            "User ID;Status;Login;First name;Last name;Title;Primary email;Department;Created",
            "00u1;ACTIVE;ana@acme.com;Ana;Ruiz;DBA;ana@acme.com;IT;2021-03-02T08:00:00.000Z",
            "Okta",
            "people",
            {"Full name": "name", "Title": "roles", "Primary email": "email", "Department": "team"},
        ),
        (
            "Name;SamAccountName;UserPrincipalName;Department;Title;Enabled",
            "Ana Ruiz;aruiz;ana@acme.com;IT;DBA;True",
            "Active Directory",
            "people",
            {"Name": "name", "UserPrincipalName": "email", "Department": "team", "Title": "roles"},
        ),
        (
            "id;sha;ref;task;environment;description;creator.login;created_at;updated_at;state",
            "9;4b825dc6;v2.3.0;deploy;production;OPS-101 till;aberg;2026-10-13T22:05:00Z;"
            "2026-10-13T22:19:31Z;success",
            "GitHub deployments",
            "deployments",
            {
                "ref": "build",
                "environment": "environment",
                "description": "change_key",
                "creator.login": "deployed_by",
                "updated_at": "deployed_at",
                "state": "outcome",
            },
        ),
        (
            "Release;Stage;Deployment status;Attempt;Started on;Completed on;Requested by;Work items",
            "Release-1;PROD;Rejected;1;2026-10-13 22:00;2026-10-13 22:19;Ana Berg;OPS-101",
            "Azure Pipelines releases",
            "deployments",
            {
                "Release": "build",
                "Stage": "environment",
                "Deployment status": "outcome",
                "Completed on": "deployed_at",
                "Requested by": "deployed_by",
                "Work items": "change_key",
            },
        ),
        (
            "Node Name;Config Type;Changed Time;User Name;Lines Changed",
            "core-sw-01;Running;2026-10-11 22:10;netadmin;12",
            "",
            "detected",
            {
                "Node Name": "ci",
                "Config Type": "what",
                "Changed Time": "detected_at",
                "User Name": "who",
            },
        ),
    ],
)
def test_programs_and_their_columns(
    header: str, row: str, source: str, kind: str, columns: dict[str, str]
) -> None:
    found = proposal(header, row)
    assert (found.mapping.source, found.kind) == (source, kind)
    assert dict(found.mapping.columns) == columns


@pytest.mark.parametrize(
    ("header", "is_one"),
    [
        ("Nazwisko i imię", True),
        ("Cognome e nome", True),
        ("Apellidos y nombre", True),
        ("Vor- und Nachname", True),
        ("Soyadı Adı", True),
        ("Nome do funcionário", True),
        ("Nom du salarié", True),
        ("Nome", False),
        ("Mitarbeiter", False),
        ("Nome do servidor de arquivos", False),
    ],
)
def test_headers_of_whole_names(header: str, is_one: bool) -> None:
    assert names_a_person(header) is is_one


@pytest.mark.parametrize(
    "title",
    [
        "Jahresendfreeze",
        "Inventur: keine Änderungen",
        "Clôture: aucun changement",
        "Cierre: sin cambios",
        "Fechamento: sem mudanças",
        "Chiusura: nessuna modifica",
        "Zamknięcie: zakaz zmian",
    ],
)
def test_what_sort_of_maintenance_titles_a_window_and_may_call_it_a_freeze(title: str) -> None:
    table = read_table(
        (
            "Datum;von;bis;Art der Wartung\n10.10.2026;22:00;23:00;Kernel-Update\n"
            f"19.12.2026;00:00;23:59;{title}\n"
        ).encode()
    )
    found = propose(table)
    assert found.mapping.columns["Art der Wartung"] == "title"
    assert with_entries(table, found.mapping).rows[1][-1] == "Freeze"
