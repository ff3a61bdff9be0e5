"""Lists that scripts and databases write: ids before names, headers of two names, numbered columns."""

from __future__ import annotations

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.proposal import Proposal, propose
from app.importing.reading.files import read_table


def proposal(*lines: str) -> Proposal:
    """What a list of these lines seems to be."""
    return propose(read_table("\n".join((*lines, "")).encode()))


@pytest.mark.parametrize(
    ("header", "row", "kind", "columns"),
    [
        (
            "server_id,server_name,server_role,environment,owner,description",
            "SRV-003,Directory DC,Domain Controller,IT,IdentityTeam,Logs people in",
            "configuration_items",
            {"server_name": "name", "description": "description"},
        ),
        (
            "Dependent,Dependency,CriticalityWeight",
            "webapp,gateway,2",
            "configuration_items",
            {"Dependent": "name", "Dependency": "depends_on"},
        ),
        (
            "Anwendung,hängt ab von,Art der Abhängigkeit,Kritikalität",
            "Webshop,Lagersystem,asynchron,mittel",
            "configuration_items",
            {"Anwendung": "name", "hängt ab von": "depends_on"},
        ),
        (
            "change_id,resource_id,setting,old_value,new_value,changed_at,actor",
            "CHG-100,s3-001,encryption_enabled,false,true,2026-09-02T19:00:00Z,terraform",
            "detected",
            {"resource_id": "ci", "setting": "what", "changed_at": "detected_at", "actor": "who"},
        ),
        (
            "ID_INCIDENCIA,TIPO_INCIDENCIA,FECHA_INICIO,FECHA_FIN",
            "IN0001,Corte,2025-10-27,2025-10-29",
            "incidents",
            {"ID_INCIDENCIA": "key", "FECHA_INICIO": "started_at", "FECHA_FIN": "ended_at"},
        ),
        (
            "Fase / actividad,Responsable,Duración estimada,Fecha de inicio,Fecha de fin",
            "Elaborar el plan,OTI,10 días,08/09/2026,18/09/2026",
            "activities",
            {
                "Fase / actividad": "title",
                "Responsable": "players",
                "Duración estimada": "duration_minutes",
                "Fecha de inicio": "start",
                "Fecha de fin": "finish",
            },
        ),
    ],
)
def test_what_a_list_is_of(header: str, row: str, kind: str, columns: dict[str, str]) -> None:
    found = proposal(header, row)
    assert found.kind == kind
    assert dict(found.mapping.columns) == columns


def test_columns_that_number_one_name_are_names_not_keys() -> None:
    found = proposal("Computador;IP;ZE_1;ZE_2;ZE_3", "CMA003;10.1.4.1;004;005;006", "CMA006;10.1.7.1;007;;")
    assert (found.kind, dict(found.mapping.columns)) == ("configuration_items", {"Computador": "name"})


def test_days_and_times_in_one_header_are_no_two_names() -> None:
    found = proposal("Incidente,Data/Hora de Normalização,Resumo", "INC-1,01/02/2026 10:00,Queda do portal")
    assert found.mapping.columns["Data/Hora de Normalização"] == "ended_at"


def test_what_incidents_were_like_tells_them_and_titles_them() -> None:
    found = proposal(
        "N°;Date;Heure début;Heure fin;Application impactée;Nature de l'incident;Cause",
        "1;23/10/2026;08h15;09h40;Messagerie;Envoi impossible depuis ce matin;Disque plein",
        "2;27/10/2026;14h00;14h25;Portail RH;Page d'accueil en erreur 500;Déploiement",
    )
    assert found.kind == "incidents"
    assert found.mapping.columns["Nature de l'incident"] == "title"
    assert found.mapping.columns["Heure début"] == "started_at"


def test_a_null_is_no_text() -> None:
    read = read_table(
        b"number,short_description,type,description\nCHG1,NULL,normal,Null\nCHG2,Router,normal,x\n"
    )
    first, second = (row.values for row in convert(read, propose(read).mapping, "UTC").rows)
    assert (first["title"], first["description"]) == ("CHG1", "")
    assert (second["title"], second["description"]) == ("Router", "x")
