"""ServiceNow's tables, which hold numbers where its screens show words."""

from __future__ import annotations

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table


def test_numbers_that_stand_for_words_mean_what_the_program_means() -> None:
    rows = "CHG1,Router,normal,-5,2,1,0\nCHG2,Switch,normal,3,4,3,0\n"
    read = read_table(f"number,short_description,type,state,risk,impact,cab_required\n{rows}".encode())
    made = [row.values for row in convert(read, propose(read).mapping, "UTC").rows]
    assert [(one["state"], one["likelihood"], one["impact"]) for one in made] == [
        ("intake", 4, 4),
        ("closed", 2, 2),
    ]


@pytest.mark.parametrize("impact", ["1 - High", "High"])
def test_a_list_of_words_has_no_words_of_its_own(impact: str) -> None:
    headers = "number,short_description,type,state,impact"
    read = read_table(f"{headers}\nCHG1,Router,normal,New,{impact}\n".encode())
    found = propose(read)
    assert found.mapping.value_maps == {}
    (row,) = convert(read, found.mapping, "UTC").rows
    assert (row.values["state"], row.values["impact"]) == ("intake", 4)


@pytest.mark.parametrize(
    ("headers", "word"),
    [
        ("Nummer,Kurzbeschreibung,Typ,Status,Geplantes Startdatum,Zugewiesen an", "Geplant"),
        ("Numéro,Brève description,Type,État,Date de début planifiée,Affecté à", "Planifié"),
        ("Numero,Breve descrizione,Tipo,Stato,Data di inizio pianificata,Assegnato a", "Pianificato"),
        ("Numer,Krótki opis,Typ,Stan,Planowana data rozpoczęcia,Przypisane do", "Zaplanowane"),
        ("Numara,Kısa açıklama,Tür,Durum,Planlanan başlangıç tarihi,Atanan", "Planlandı"),
    ],
)
def test_what_is_scheduled_there_is_ready_though_it_is_called_planned(headers: str, word: str) -> None:
    read = read_table(f"{headers}\nCHG1,Router,Normal,{word},2026-09-14 22:00:00,Ann\n".encode())
    found = propose(read)
    (row,) = convert(read, found.mapping, "UTC").rows
    assert (found.source, row.values["state"]) == ("ServiceNow changes", "ready")


TASKS = [
    "Number,Short description,Change request,State,Planned start date,Assigned to",
    "Número,Descrição resumida,Solicitação de mudança,Estado,Data de início planejada,Atribuído a",
    "Numero,Breve descrizione,Richiesta di modifica,Stato,Data di inizio pianificata,Assegnato a",
    "Nummer,Kurzbeschreibung,Änderungsantrag,Status,Geplantes Startdatum,Zugewiesen an",
    "Numara,Kısa açıklama,Değişiklik isteği,Durum,Planlanan başlangıç tarihi,Atanan",
]


@pytest.mark.parametrize("headers", TASKS)
def test_the_tasks_of_changes_are_steps_in_any_language(headers: str) -> None:
    found = propose(read_table(f"{headers}\nCTASK1,Router,CHG1,Open,2026-09-14 22:00:00,Ann\n".encode()))
    assert (found.kind, found.source) == ("activities", "ServiceNow change tasks")
    assert list(found.mapping.columns.values()) == [
        "source_id",
        "title",
        "change_key",
        "state",
        "start",
        "players",
    ]


OUTAGES = [
    "Nummer,Konfigurationselement,Typ,Beginn,Ende,Kurzbeschreibung,Aufgabennummer",
    "Numéro,Élément de configuration,Type,Début,Fin,Brève description,Numéro de tâche",
    "Número,Elemento de configuración,Tipo,Inicio,Fin,Breve descripción,Número de tarea",
    "Número,Item de configuração,Tipo,Início,Término,Descrição resumida,Número da tarefa",
    "Numero,Elemento di configurazione,Tipo,Inizio,Fine,Breve descrizione,Numero attività",
    "Numer,Element konfiguracji,Typ,Początek,Koniec,Krótki opis,Numer zadania",
    "Numara,Yapılandırma öğesi,Tür,Başlangıç,Bitiş,Kısa açıklama,Görev numarası",
]


@pytest.mark.parametrize("headers", OUTAGES)
def test_outages_are_incidents_in_any_language(headers: str) -> None:
    row = "OUTAGE1,srv-1,Outage,2026-03-01 02:00:00,2026-03-01 03:30:00,Mail down,INC1"
    found = propose(read_table(f"{headers}\n{row}\n".encode()))
    assert (found.kind, found.source) == ("incidents", "ServiceNow outages")
    assert list(found.mapping.columns.values()) == [
        "key",
        "configuration_items",
        "started_at",
        "ended_at",
        "title",
    ]


@pytest.mark.parametrize(
    "headers",
    [
        "Numer,Krótki opis,Stan,Priorytet,Grupa przypisania,Przypisane do,Termin",
        "Numara,Kısa açıklama,Durum,Öncelik,Atama grubu,Atanan,Bitiş tarihi",
    ],
)
def test_tasks_of_catalogues_are_known_by_their_groups(headers: str) -> None:
    found = propose(read_table(f"{headers}\nSCTASK1,Laptop,1,3,Desk,Ann,2026-03-01\n".encode()))
    assert (found.kind, found.source) == ("changes", "ServiceNow tasks")


@pytest.mark.parametrize(
    "service",
    ["Service d'affaires", "Servicio de negocio", "Serviço de negócio", "Servizio aziendale", "İş hizmeti"],
)
def test_services_of_a_business_are_applications(service: str) -> None:
    found = propose(read_table(f"Number,Short description,Type,{service}\nCHG1,Router,Normal,ERP\n".encode()))
    assert found.mapping.columns[service] == "applications"


PROBLEMS = [
    ("Number,Problem statement,State,Resolution code,Assigned to,Related Incidents,Resolved", "problems"),
    ("number,short_description,state,known_error,assigned_to,opened_at,resolved_at", "problems"),
    ("Number,Short description,State,Caller,Assigned to,Opened,Resolved", "problems"),
]


@pytest.mark.parametrize(("headers", "listed"), PROBLEMS)
def test_problems_are_no_incidents(headers: str, listed: str) -> None:
    rows = "PRB0040001,Mail queue grows,New,,Ann,2026-03-01,\nPRB0040002,Disks fail,Closed,,Bo,2026-03-02,\n"
    found = propose(read_table(f"{headers}\n{rows}".encode()))
    assert (found.kind, found.source) == ("changes", f"ServiceNow {listed}")
    assert list(found.mapping.columns.values())[:3] == ["key", "title", "state"]


def test_what_its_screens_call_an_assignment_in_brazil_names_the_owner() -> None:
    headers = "Número,Aberto(a),Descrição resumida,Solicitante,Estado,Grupo de atribuição,Atribuição a"
    row = "INC0010234,03/02/2026 14:22:10,VPN,Ana,Em andamento,Redes,Rui"
    found = propose(read_table(f"{headers}\n{row}\n".encode()))
    assert (found.source, found.kind) == ("ServiceNow incidents", "incidents")
    assert found.mapping.columns["Atribuição a"] == "owner"


def test_words_that_are_displayed_stand_for_what_is_held() -> None:
    headers = "number,short_description,dv_state,dv_type,dv_assigned_to,start_date"
    found = propose(read_table(f"{headers}\nCHG1,Router,New,Normal,Ann,2026-03-01 10:00:00\n".encode()))
    assert found.source == "ServiceNow changes"
    assert list(found.mapping.columns.values())[2:5] == ["state", "change_class", "owner"]
