"""Headers that say of what a list is beside what the column holds."""

from __future__ import annotations

import pytest

from app.importing.proposing.own_things import describes_own_thing, doer_composed, without_own_thing
from tests.app.importing.taking import taken_for


@pytest.mark.parametrize(
    ("header", "kind", "rest"),
    [
        ("Opis kroku", "activities", "opis"),
        ("Libellé de la tâche", "activities", "libelle"),
        ("Startzeit (Soll)", "activities", "startzeit"),
        ("Vorgangs-ID", "activities", "id"),
        ("Abhängig von AP", "activities", "abhangig von"),
        ("Wynik wdrożenia", "deployments", "wynik"),
        ("Classe CI", "configuration_items", "classe"),
        ("E-posta Adresi", "people", "e posta"),
        ("Rola w wydaniu", "people", "rola"),
        ("Zeitpunkt des Rollouts", "deployments", "zeitpunkt"),
        ("Störungsbeschreibung", "incidents", "beschreibung"),
        ("Title", "activities", ""),
        ("Task", "activities", ""),
        ("Task title", "changes", ""),
    ],
)
def test_the_own_thing_of_a_list_is_looked_past(header: str, kind: str, rest: str) -> None:
    assert without_own_thing(header, kind) == rest


def test_a_description_of_a_step_says_what_is_done() -> None:
    assert describes_own_thing("Descrição da tarefa", "activities")
    assert not describes_own_thing("Descrição", "activities")
    assert not describes_own_thing("Descrição da mudança", "changes")


# kind, headers with the fields wanted, and a row under them
LISTS = [
    (
        "activities",
        {
            "Réf.": "source_id",
            "Libellé de la tâche": "title",
            "Début prévu": "start",
            "Durée prévue (mn)": "duration_minutes",
            "Tâche précédente": "predecessors",
            "Remarques": "instructions",
        },
        "T01;Geler les comptes;26/12/2026 20:00;10;T00;",
    ),
    (
        "activities",
        {
            "Item": "source_id",
            "Descrição da tarefa": "title",
            "Executado por": "players",
            "Data/Hora início": "start",
            "Data/Hora fim": "finish",
            "Pré-requisito": "predecessors",
        },
        "2;Parar os serviços;DBA;26/12/2026 20:10;26/12/2026 21:00;1",
    ),
    (
        "activities",
        {
            "Krok nr": "source_id",
            "Etap": "phase",
            "Opis kroku": "title",
            "Wykonujący": "players",
            "Godz. rozpoczęcia": "start",
            "Czas trwania [min]": "duration_minutes",
        },
        "1;Przygotowanie;Zablokować konta;Anna Nowak;20:00;10",
    ),
    (
        "activities",
        {
            "AP-Nr.": "source_id",
            "Tätigkeit": "title",
            "Durchführung": "players",
            "Startzeit (Soll)": "start",
            "Endzeit (Soll)": "finish",
            "Abhängig von AP": "predecessors",
            "Bearbeitungsstand": "state",
        },
        "1.2;Sicherung ziehen;K. Groß;26.12.2026 20:10;26.12.2026 21:00;1.1;offen",
    ),
    (
        "activities",
        {
            "Adım No": "source_id",
            "Yapılacak İş": "title",
            "Yapacak Kişi": "players",
            "Başlangıç Saati": "start",
            "Durumu": "state",
        },
        "1;Kullanıcıları kilitle;Ayşe Yılmaz;20:00;Bekliyor",
    ),
    (
        "deployments",
        {
            "Numer zmiany": "change_key",
            "Środowisko": "environment",
            "Wdrożona wersja": "build",
            "Data i godzina wdrożenia": "deployed_at",
            "Wdrażający": "deployed_by",
            "Wynik wdrożenia": "outcome",
        },
        "CHG0012;Produkcja;4.2.1;28.11.2026 22:10;Jan Wójcik;Sukces",
    ),
    (
        "deployments",
        {
            "Changement": "change_key",
            "Environnement cible": "environment",
            "Version déployée": "build",
            "Date de déploiement": "deployed_at",
            "Déployé par": "deployed_by",
            "Résultat": "outcome",
        },
        "CHG0012;Production;4.2.1;28/11/2026 22:10;Omar Said;Succès",
    ),
    (
        "builds",
        {
            "Nº de compilación": "number",
            "Cambio": "change_key",
            "Resultado": "succeeded",
            "Fecha de compilación": "built_at",
            "Agente": "machine",
            "Commit": "revision",
        },
        "412;CHG0012;Correcto;28/11/2026 18:12;agent-03;9f3c1ab2",
    ),
    (
        "people",
        {
            "Adı Soyadı": "name",
            "Birimi": "team",
            "E-posta Adresi": "email",
            "Cep Telefonu": "phone",
            "Unvanı": "roles",
        },
        "Ayşe Yılmaz;Operasyon;ayse@firma.com.tr;+90 532 111;Sürüm Yöneticisi",
    ),
    (
        "applications",
        {
            "Nom de l'application": "name",
            "Description fonctionnelle": "description",
            "Niveau de criticité": "criticality",
            "Équipe de maintenance": "team",
        },
        "Facturation;Émission des factures;Critique;Équipe ERP",
    ),
    (
        "activities",
        {
            "N° d'ordre": "source_id",
            "Action à réaliser": "title",
            "Acteur": "players",
            "Heure de début prévue": "start",
            "Heure de fin prévue": "finish",
            "État d'avancement": "state",
        },
        "1;Prévenir les utilisateurs;Support;20:00;20:10;À faire",
    ),
    (
        "builds",
        {
            "Build-Nummer": "number",
            "Änderung": "change_key",
            "Build-Ergebnis": "succeeded",
            "Build-Zeitpunkt": "built_at",
            "Commit-ID": "revision",
        },
        "412;CHG0012;erfolgreich;28.11.2026 18:12;9f3c1ab2",
    ),
    (
        "detected",
        {
            "Tespit Zamanı": "detected_at",
            "Sunucu Adı": "ci",
            "Değişen Dosya": "what",
            "Kullanıcı Adı": "who",
        },
        "28.11.2026 22:14:10;srv-app-01;/etc/ssh/sshd_config;root",
    ),
    (
        "people",
        {
            "Collaboratore": "name",
            "Reparto": "team",
            "Ruolo nel rilascio": "roles",
            "Indirizzo e-mail": "email",
            "Numero di cellulare": "phone",
        },
        "Ida Russo;Operazioni;Release manager;ida@ditta.it;+39 333 111",
    ),
    (
        "activities",
        {
            "Lfd.": "source_id",
            "Intitulé de l'action": "title",
            "Réalisateur": "players",
            "Horaire prévu": "start",
            "Fait (O/N)": "state",
        },
        "1;Prévenir le support;Chloé Martin;20:00;O",
    ),
    (
        "detected",
        {
            "Horodatage": "detected_at",
            "Nom du serveur": "ci",
            "Chemin du fichier": "what",
            "Compte utilisateur": "who",
        },
        "28/11/2026 22:14:10;srv-app-01;/etc/ssh/sshd_config;root",
    ),
    (
        "people",
        {
            "Team Member Name": "name",
            "Work Email Address": "email",
            "Mobile Phone Number": "phone",
            "Team Name": "team",
            "Release Role": "roles",
        },
        "Nadia Roth;nadia@corp.com;+49 170 1;Release;Release manager",
    ),
    (
        "windows",
        {"Release": "title", "Change window start": "starts_at", "Change window end": "ends_at"},
        "2026.12;2026-12-12 22:00;2026-12-13 06:00",
    ),
]


@pytest.mark.parametrize(("kind", "wanted", "row"), LISTS)
def test_each_list_is_taken_for_what_it_is(kind: str, wanted: dict[str, str], row: str) -> None:
    assert taken_for(wanted, row)[1:] == (kind, wanted)


@pytest.mark.parametrize(
    ("header", "kind", "field"),
    [
        ("Responsável pela execução", "activities", "players"),
        ("Responsabile esecuzione", "activities", "players"),
        ("Osoba wykonująca", "activities", "players"),
        ("Görev Sorumlusu", "activities", "players"),
        ("Ausführende Person", "activities", "players"),
        ("Responsável pela implantação", "deployments", "deployed_by"),
        ("Execution", "activities", ""),
        ("Responsible team", "activities", ""),
        ("Responsável pela execução", "changes", ""),
    ],
)
def test_who_does_it_is_said_in_many_ways(header: str, kind: str, field: str) -> None:
    assert doer_composed(header, kind) == field
