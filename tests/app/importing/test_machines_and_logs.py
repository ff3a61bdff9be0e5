"""Machines of clouds, logs of what changed on them, groups, rosters and deliveries: kinds and columns."""

from __future__ import annotations

import pytest

from app.importing.proposing.proposal import Proposal, propose
from app.importing.reading.files import read_table


def proposal(*lines: str) -> Proposal:
    """What a list of these lines seems to be."""
    return propose(read_table("\n".join((*lines, "")).encode()))


@pytest.mark.parametrize(
    ("header", "row", "source", "kind", "columns"),
    [
        (
            "VM,Powerstate,Template,DNS Name,CPUs,Annotation,Host,VM ID",
            "app-1,poweredOn,False,app-1.corp,4,CRM,esx-07,vm-1",
            "RVTools",
            "configuration_items",
            {"VM": "name", "Annotation": "description", "Host": "depends_on"},
        ),
        (
            "Name,Instance ID,Instance state,Instance type,Launch time",
            "till-1,i-0a1b,Running,t3.large,2026/03/01 10:11 GMT+1",
            "Amazon EC2",
            "configuration_items",
            {"Name": "name"},
        ),
        (
            "NAME,SUBSCRIPTION,RESOURCE GROUP,LOCATION,STATUS,OPERATING SYSTEM,SIZE",
            "vm-1,Prod,rg,West Europe,Running,Linux,D4s",
            "Azure virtual machines",
            "configuration_items",
            {"NAME": "name"},
        ),
        (
            "Key,Name,Object Type,Created,Owner,Business criticality,Runs on",
            "AST-1,Shop,Service,2026-03-01,Maria Lopez,Tier 1,srv-1",
            "Jira Assets",
            "applications",
            {
                "Name": "name",
                "Owner": "business_owner",
                "Business criticality": "criticality",
                "Runs on": "configuration_items",
            },
        ),
        (
            "deploymentId,applicationName,deploymentGroupName,status,completeTime,revision,description",
            "d-1,till,production,Succeeded,2026-10-13T22:19:31Z,till-5.zip,OPS-101 till",
            "AWS CodeDeploy",
            "deployments",
            {
                "deploymentGroupName": "environment",
                "status": "outcome",
                "completeTime": "deployed_at",
                "revision": "build",
                "description": "change_key",
            },
        ),
        (
            "Application source;Application cible;Type de flux;Protocole",
            "CRM;ERP;Commandes;REST",
            "CMDB relations",
            "configuration_items",
            {"Application source": "name", "Application cible": "depends_on"},
        ),
        (
            "Nome gruppo;Descrizione;Responsabile;Email gruppo",
            "DBA;Gestione database;L. Bianchi;dba@azienda.it",
            "",
            "teams",
            {"Nome gruppo": "name", "Descrizione": "description", "Email gruppo": "email"},
        ),
        (
            "name,team,env",
            "checkout-web,payments,production",
            "",
            "applications",
            {"name": "name", "team": "team"},
        ),
        (
            "Date et heure;Équipement;Utilisateur;Élément modifié;Ancienne valeur;Nouvelle valeur",
            "13/10/2026 21:14:22;fw-01;lpetit;Règle 118;refuser;accepter",
            "",
            "detected",
            {
                "Date et heure": "detected_at",
                "Équipement": "ci",
                "Utilisateur": "who",
                "Élément modifié": "what",
            },
        ),
    ],
)
def test_what_a_list_is_of(header: str, row: str, source: str, kind: str, columns: dict[str, str]) -> None:
    found = proposal(header, row)
    assert (found.mapping.source, found.kind) == (source, kind)
    assert dict(found.mapping.columns) == columns


def test_a_log_names_its_machines_again_and_again_and_a_register_does_not() -> None:
    header = "Timestamp,Hostname,Status,Action,Details"
    log = (f"2025-07-18 14:3{minute}:21,LT01,INFO,Check,Done" for minute in range(4))
    assert proposal(header, *log).kind == "detected"
    register = (f"2025-07-18 14:3{number}:21,LT0{number},INFO,Check,Done" for number in range(4))
    assert proposal(header, *register).kind == "configuration_items"


@pytest.mark.parametrize("week", ["S", "KW ", ""])
def test_a_roster_with_telephones_is_of_the_people_on_duty(week: str) -> None:
    found = proposal(
        "Semaine;Du;Au;Astreinte N1;Téléphone;Astreinte N2",
        f"{week}41;05/10/2026;12/10/2026;Claire Martin;06 11 22 33 44;Luc Petit",
        f"{week}42;12/10/2026;19/10/2026;Luc Petit;06 22 33 44 55;Bruno Roux",
        f"{week}43;19/10/2026;26/10/2026;Bruno Roux;06 33 44 55 66;Claire Martin",
    )
    assert (found.kind, dict(found.mapping.columns)) == ("people", {"Full name": "name", "Roles": "roles"})
