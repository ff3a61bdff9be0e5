"""Headers of builds, deployments, detected changes and incidents, and the field each feeds."""

from __future__ import annotations

import pytest

from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table

# source, kind, headers apart by semicolons with the fields wanted, and a row under them
LISTS = [
    (
        "",
        "deployments",
        {
            "Änderungsnr.": "change_key",
            "Zielumgebung": "environment",
            "Version": "build",
            "Eingespielt am": "deployed_at",
            "Eingespielt von": "deployed_by",
            "Ergebnis": "outcome",
        },
        "CHG-1;Abnahme;1.2.3;28.11.2026 02:15;Otto Kern;erfolgreich",
    ),
    (
        "",
        "builds",
        {
            "N° de build": "number",
            "Changement": "change_key",
            "Résultat": "succeeded",
            "Date du build": "built_at",
            "Machine de build": "machine",
            "Empreinte SHA-256": "digest",
        },
        "101;CHG-1;Succès;28/11/2026 02:15;agent1;aa",
    ),
    (
        "GitLab audit events",
        "detected",
        {
            "ID": "event_id",
            "Author Name": "who",
            "Entity Type": "",
            "Entity Path": "ci",
            "Target Details": "",
            "Action": "what",
            "Created At (UTC)": "detected_at",
        },
        "1;Ana;Project;org/shop;shop;Added user;2026-11-28 02:15:09",
    ),
    (
        "Deployments",
        "deployments",
        {
            "Application": "",
            "Status": "outcome",
            "Started": "deployed_at",
            "Triggered by": "deployed_by",
            "Environment": "environment",
            "Version": "build",
            "Change ticket": "change_key",
        },
        "shop;SUCCEEDED;2026-11-28 02:15:09;ann;Production;1.2.3;CHG-1",
    ),
    (
        "",
        "deployments",
        {
            "Değişiklik": "change_key",
            "Ortam": "environment",
            "Sürüm": "build",
            "Dağıtım tarihi": "deployed_at",
            "Sonuç": "outcome",
        },
        "CHG1;Test;1.0;08.01.2027 12:12;Başarılı",
    ),
    (
        "",
        "detected",
        {"Timestamp": "detected_at", "Host": "ci", "File Path": "what", "User": "who"},
        "2027-01-08T12:12:13Z;srv01;/etc/passwd;root",
    ),
    (
        "Installed updates",
        "detected",
        {"CSName": "ci", "HotFixID": "what", "InstalledOn": "detected_at", "InstalledBy": "who", "Name": ""},
        "SRV01;KB5044033;11/28/2026 12:00:00 AM;SYSTEM;",
    ),
    (
        "Installed updates",
        "detected",
        {"Computer": "ci", "Update": "what", "KB-Artikel": "", "Installationsdatum": "detected_at"},
        "srv01;Update 2026-11;5044033;28.11.2026 02:15",
    ),
    (
        "osquery",
        "detected",
        {
            "name": "",
            "hostIdentifier": "ci",
            "calendarTime": "detected_at",
            "action": "",
            "columns_path": "what",
        },
        "fim;web01;Sat Nov 28 02:15:09 2026 UTC;added;/etc/hosts",
    ),
    (
        "",
        "detected",
        {"Report time": "detected_at", "Hostname": "ci", "Path": "what", "Change": ""},
        "2026-11-28 02:15:09 +0100;web01;/etc/hosts;changed",
    ),
    (
        "",
        "detected",
        {
            "Fecha y hora": "detected_at",
            "Equipo": "ci",
            "Cambio detectado": "what",
            "Usuario": "who",
            "Clase": "",
        },
        "28/11/2026 02:15:09;srv01;Servicio X;ana;7045",
    ),
    (
        "",
        "deployments",
        {
            "Changement": "change_key",
            "Environnement": "environment",
            "Version livrée": "build",
            "Date de mise en production": "deployed_at",
            "Livré par": "deployed_by",
            "Résultat": "outcome",
        },
        "CHG-1;Recette;1.2;28/11/2026 02:15;Anne Roy;Succès",
    ),
    (
        "Deployments",
        "deployments",
        {"deployment_id": "", "service_name": "", "version": "build", "deployment_time": "deployed_at"},
        "DEP-1;auth;release-4;2026-07-23 02:00:00",
    ),
    (
        "",
        "detected",
        {"Data i godzina": "detected_at", "Serwer": "ci", "Zmieniony plik": "what", "Użytkownik": "who"},
        "28.11.2026 02:15:09;web01;/etc/hosts;root",
    ),
    (
        "",
        "builds",
        {
            "Lauf-Nr.": "number",
            "Commit": "revision",
            "Ergebnis": "succeeded",
            "Beendet": "built_at",
            "Änderung": "change_key",
        },
        "12;5caa7a6;erfolgreich;28.11.2026 02:18;CHG-1",
    ),
    (
        "",
        "incidents",
        {
            "Servizio": "applications",
            "Inizio interruzione": "started_at",
            "Fine interruzione": "ended_at",
            "Causa": "title",
        },
        "Posta;13/01/2027 08:00;13/01/2027 08:45;Disco pieno",
    ),
    (
        "Opsgenie",
        "incidents",
        {"TinyId": "key", "Message": "title", "CreatedAtDate": "started_at", "ClosedAtDate": "ended_at"},
        "1887;API down;2027/01/12 03:14:00;2027/01/12 04:00:00",
    ),
    (
        "",
        "deployments",
        {
            "Projet": "",
            "Version": "build",
            "Environnement": "environment",
            "Déployé le": "deployed_at",
            "État": "outcome",
        },
        "Caisse;1.3;Production;18/01/2027 21:14;Réussi",
    ),
    (
        "",
        "deployments",
        {
            "Änderung": "change_key",
            "Umgebung": "environment",
            "Deployment-Zeitpunkt": "deployed_at",
            "Durchgeführt von": "deployed_by",
        },
        "CHG-1;Produktion;16.01.2027 22:14;K. Baum",
    ),
    (
        "",
        "incidents",
        {"Nº do incidente": "key", "Título": "title", "Início": "started_at", "Severidade": "impact"},
        "INC0101;Lentidão;13/01/2027 08:10;Alta",
    ),
]


@pytest.mark.parametrize(("source", "kind", "wanted", "row"), LISTS)
def test_each_header_feeds_its_field(source: str, kind: str, wanted: dict[str, str], row: str) -> None:
    found = propose(read_table(f"{';'.join(wanted)}\n{row}\n".encode()))
    assert (found.source, found.kind) == (source, kind)
    assert {header: found.mapping.columns.get(header, "") for header in wanted} == wanted
