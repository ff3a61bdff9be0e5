"""Headers that programs, their versions and the people who translate them call otherwise."""

from __future__ import annotations

import pytest

from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table

SERVICE_NOW = "key;title;change_class;state;likelihood;deployment_on;requester;configuration_items"
CHANGES = [
    "Nummer;Kurzbeschreibung;Art;Zustand;Risikobewertung;Geplanter Start;Beantragt von;"
    "Konfigurationselement (CI)",
    "Numéro;Description courte;Type;Statut;Niveau de risque;Début prévu;Demandé par;"
    "Élément de configuration (CI)",
    "Número;Descripción corta;Tipo;Estado;Nivel de riesgo;Inicio planificado;Solicitante;"
    "Elemento de configuración (CI)",
    "Número;Descrição curta;Tipo;Situação;Nível de risco;Início planejado;Requisitado por;"
    "Item de configuração (IC)",
    "Numero;Descrizione breve;Tipo;Stato;Livello di rischio;Inizio pianificato;Richiedente;"
    "Elemento configurazione",
    "Numer;Krótki opis;Rodzaj;Status;Poziom ryzyka;Planowany początek;Wnioskujący;Element konfiguracji (CI)",
    "Numara;Kısa tanım;Tip;Durum;Risk düzeyi;Planlanan başlangıç;Talep sahibi;Yapılandırma öğesi (CI)",
]


@pytest.mark.parametrize("headers", CHANGES)
def test_changes_of_service_now(headers: str) -> None:
    row = "CHG0030001;Router;Normal;1;3;2026-03-01 10:00:00;Ann;srv-1"
    found = propose(read_table(f"{headers}\n{row}\n".encode()))
    assert found.source == "ServiceNow changes"
    fields = [found.mapping.columns.get(header, "") for header in headers.split(";")]
    assert fields == SERVICE_NOW.split(";")


@pytest.mark.parametrize(
    "headers",
    [
        "ID du bug;Produit;Assigné à;Statut;Résumé;Modifié",
        "ID del error;Producto;Asignado a;Estado;Resumen;Modificado",
        "ID do bug;Produto;Atribuído a;Status;Resumo;Alterado",
        "ID bug;Prodotto;Assegnato a;Stato;Sommario;Modificato",
        "Numer błędu;Produkt;Przypisany do;Status;Podsumowanie;Zmieniony",
        "Hata No;Ürün;Atanan;Durum;Özet;Değişti",
    ],
)
def test_bugs_of_bugzilla(headers: str) -> None:
    found = propose(read_table(f"{headers}\n7;Portal;ann;NEW;Typo;2026-03-01 10:00:00\n".encode()))
    assert found.source == "Bugzilla"
    fields = ["key", "applications", "owner", "state", "title", "updated_in_source"]
    assert list(found.mapping.columns.values()) == fields


@pytest.mark.parametrize(
    ("headers", "area", "iteration"),
    [
        (
            "ID;Type d'élément de travail;Titre;Chemin d'accès de la zone;Chemin d'accès de l'itération",
            "Chemin d'accès de la zone",
            "Chemin d'accès de l'itération",
        ),
        (
            "ID;Typ elementu pracy;Tytuł;Ścieżka obszaru;Ścieżka iteracji",
            "Ścieżka obszaru",
            "Ścieżka iteracji",
        ),
    ],
)
def test_work_items_of_azure_devops(headers: str, area: str, iteration: str) -> None:
    found = propose(read_table(f"{headers}\n7;Bug;Typo;P\\Web;P\\Sprint 1\n".encode()))
    assert found.source == "Azure DevOps"
    assert (found.mapping.columns[area], found.mapping.columns[iteration]) == ("team", "release")


@pytest.mark.parametrize("key", ["Identificador", "Hata No", "Numer błędu", "Fehlernummer", "ID del error"])
def test_keys_of_records(key: str) -> None:
    found = propose(read_table(f"{key};Título;Estado;Asignado a\n7;Typo on the page;Nuevo;Ann\n".encode()))
    assert found.mapping.columns[key] == "key"
