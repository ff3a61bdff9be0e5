"""Headers of windows, outages, people and deliveries as eight languages put them together."""

from __future__ import annotations

import pytest

from app.importing.proposing.naming import possible_fields
from app.importing.proposing.proposal import Proposal, propose
from app.importing.reading.files import read_table
from app.importing.sources.known import GENERIC


def proposal(*lines: str) -> Proposal:
    """What a list of these lines seems to be."""
    return propose(read_table("\n".join((*lines, "")).encode()))


@pytest.mark.parametrize(
    ("header", "row", "kind", "columns"),
    [
        (
            "Nazwa okna;Okno od;Okno do;Zakres prac",
            "Okno 1;2027-01-09 22:00;2027-01-10 06:00;Baza",
            "windows",
            {"Nazwa okna": "title", "Okno od": "starts_at", "Okno do": "ends_at"},
        ),
        (
            "Ventana desde;Ventana hasta;Motivo",
            "2027-01-09 22:00;2027-01-10 06:00;Parche",
            "windows",
            {"Ventana desde": "starts_at", "Ventana hasta": "ends_at", "Motivo": "title"},
        ),
        (
            "Janela;Data;Horário inicial;Horário final;Ambiente",
            "JM-01;19/01/2027;22:00;06:00;Produção",
            "windows",
            {
                "Janela": "title",
                "Data": "day",
                "Horário inicial": "starts_at",
                "Horário final": "ends_at",
            },
        ),
        (
            "Wartung;Datum;Uhrzeit;Dauer;Verantwortlich",
            "Kernel-Update;19.01.2027;22:00;4 Std.;Jana Weiß",
            "windows",
            {"Start": "starts_at", "End": "ends_at", "Wartung": "title", "Datum": "day"},
        ),
        (
            "Incidente;Serviço;Início da queda;Retorno;Causa raiz",
            "INC-1;Loja;13/10/2026 08:15;13/10/2026 09:40;Disco cheio",
            "incidents",
            {
                "Incidente": "key",
                "Serviço": "applications",
                "Início da queda": "started_at",
                "Retorno": "ended_at",
                "Causa raiz": "title",
            },
        ),
        (
            "Data/Ora;Host;Percorso file;Tipo modifica;Utente",
            "13/10/2026 21:14:22;srv-1;/etc/passwd;modificato;root",
            "detected",
            {"Data/Ora": "detected_at", "Host": "ci", "Percorso file": "what", "Utente": "who"},
        ),
        (
            "Matricule;Nom;Prénom;Service;Fonction;Adresse mail",
            "A12;MARTIN;Claire;Exploitation;DBA;c.martin@ent.fr",
            "people",
            {"Full name": "name", "Service": "team", "Fonction": "roles", "Adresse mail": "email"},
        ),
        (
            "Code appli;Libellé application;Criticité métier;Responsable fonctionnel;Serveurs",
            "APP01;Paie;Majeure;Luc Petit;srv-1",
            "applications",
            {
                "Libellé application": "name",
                "Criticité métier": "criticality",
                "Responsable fonctionnel": "business_owner",
                "Serveurs": "configuration_items",
            },
        ),
        (
            "Sıra;Sunucu Adı;IP Adresi;Türü;Açıklama",
            "1;db-1;10.1.1.21;Veritabanı;ERP",
            "configuration_items",
            {"Sunucu Adı": "name", "Türü": "ci_kind", "Açıklama": "description"},
        ),
        (
            "Sürüm;Ortam;Dağıtım Tarihi;Dağıtımı Yapan;Sonuç;Değişiklik No",
            "5.3.0;Canlı;13.10.2026 22:19;A. Yılmaz;Başarılı;DEG-201",
            "deployments",
            {
                "Sürüm": "build",
                "Ortam": "environment",
                "Dağıtım Tarihi": "deployed_at",
                "Dağıtımı Yapan": "deployed_by",
                "Sonuç": "outcome",
                "Değişiklik No": "change_key",
            },
        ),
    ],
)
def test_each_header_feeds_its_field(header: str, row: str, kind: str, columns: dict[str, str]) -> None:
    found = proposal(header, row)
    assert (found.kind, dict(found.mapping.columns)) == (kind, columns)


@pytest.mark.parametrize(
    ("header", "row", "kind", "columns"),
    [
        (
            "Outage,System,Planned start,Planned end,Reason",
            "OUT-21,ERP,2027-01-09 22:00,2027-01-10 02:00,Kernel update",
            "windows",
            {"Planned start": "starts_at", "Planned end": "ends_at", "Reason": "title"},
        ),
        (
            "Start;Ende;Freeze;Bereich;Ausnahmen durch",
            "18.12.2026;04.01.2027;Jahresabschluss;Finanzsysteme;CIO",
            "freezes",
            {"Start": "starts_at", "Ende": "ends_at", "Freeze": "title"},
        ),
        (
            "Week,Change window (Sat),Start,End,Max changes,Freeze?,Comment",
            "2027-W03,23/01/2027,22:00,06:00,12,No,Patches",
            "windows",
            {
                "Change window (Sat)": "day",
                "Start": "starts_at",
                "End": "ends_at",
                "Max changes": "capacity_deployments",
                "Comment": "title",
            },
        ),
        (
            "inventory_hostname,ansible_host,group,os_family,depends_on",
            "web01,10.0.1.10,web,Debian,db01",
            "configuration_items",
            {"inventory_hostname": "name", "depends_on": "depends_on"},
        ),
        (
            "Element nadrzędny;Typ relacji;Element podrzędny",
            "ERP;działa na;srv-1",
            "configuration_items",
            {"Element nadrzędny": "name", "Element podrzędny": "depends_on"},
        ),
    ],
)
def test_what_is_to_come_and_what_is_asked(header: str, row: str, kind: str, columns: dict[str, str]) -> None:
    found = proposal(header, row)
    assert (found.kind, dict(found.mapping.columns)) == (kind, columns)


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        ("Zieldatum;Zugewiesen zu;Lösungsversion;Klasse", "deployment_on;owner;release;change_class"),
        (
            "Date cible;Serveur;Version corrigée;Classe",
            "deployment_on;configuration_items;release;change_class",
        ),
        (
            "Fecha objetivo;Servidor;Hito;Plan de retroceso",
            "deployment_on;configuration_items;release;backout_plan",
        ),
        ("Data docelowa;Serwer;Grupa;Klasa", "deployment_on;configuration_items;team;change_class"),
        ("Hedef tarih;Sunucu;Grup;Görevli", "deployment_on;configuration_items;team;owner"),
    ],
)
def test_what_is_said_of_changes(headers: str, fields: str) -> None:
    for header, field in zip(headers.split(";"), fields.split(";"), strict=True):
        assert field in [found.name for found, *_ in possible_fields(header, "changes", GENERIC)], header


@pytest.mark.parametrize("header", ["Rétabli le", "Restablecido", "Normalizado", "Ripristinato", "Giderildi"])
def test_when_what_was_down_is_up_again(header: str) -> None:
    assert [found.name for found, *_ in possible_fields(header, "incidents", GENERIC)] == ["ended_at"]
