"""Headers of plans, builds, deployments, logs, windows and freezes, and the field each feeds."""

from __future__ import annotations

import pytest

from app.importing.proposing import propose
from app.importing.reading import read_table

# source, kind, headers apart by semicolons with the fields wanted, and a row under them
LISTS = [
    (
        "",
        "windows",
        {
            "Janela": "title",
            "Data": "day",
            "Início": "starts_at",
            "Término": "ends_at",
            "Fuso horário": "zone_name",
            "Capacidade": "capacity_deployments",
        },
        "Janela 1;09/01/2027;22:00;04:00;America/Sao_Paulo;12",
    ),
    (
        "",
        "windows",
        {
            "Bezeichnung": "title",
            "Wartungsbeginn": "starts_at",
            "Wartungsende": "ends_at",
            "Max. Änderungen": "capacity_deployments",
        },
        "WF 1;09.01.2027 22:00;10.01.2027 04:00;12",
    ),
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
        "SharePoint calendar",
        "windows",
        {"Title": "title", "Start Time": "starts_at", "End Time": "ends_at", "All Day Event": ""},
        "Night;1/9/2027 10:00 PM;1/10/2027 4:00 AM;No",
    ),
    (
        "",
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
        "activities",
        {
            "Item": "source_id",
            "Atividade": "title",
            "Responsável": "players",
            "Início Previsto": "start",
            "Fim Previsto": "finish",
            "Dependência": "predecessors",
        },
        "1;Aviso;Ana;09/01/2027 22:00;09/01/2027 22:15;",
    ),
    (
        "",
        "activities",
        {
            "Sıra No": "source_id",
            "Aktivite": "title",
            "Sorumlu": "players",
            "Başlangıç Zamanı": "start",
            "Süre (dk)": "duration_minutes",
            "Öncül": "predecessors",
        },
        "1;Duyuru;Ali;09.01.2027 22:00;15;",
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
        "",
        "freezes",
        {"Gel": "title", "Du": "starts_at", "Au": "ends_at", "Type": "strength", "Motif": "reason"},
        "Noël;15/12/2026;04/01/2027;Total;Saison",
    ),
    (
        "GanttProject",
        "activities",
        {
            "ID": "source_id",
            "Name": "title",
            "Begin date": "start",
            "End date": "finish",
            "Duration": "duration_minutes",
            "Completion": "",
            "Predecessors": "predecessors",
        },
        "1;Stop;1/9/27;1/9/27;1;0;0-FS=P0D",
    ),
    (
        "",
        "activities",
        {
            "Activity ID": "source_id",
            "Activity Name": "title",
            "Activity Status": "state",
            "Original Duration(h)": "duration_minutes",
            "Start": "start",
            "Predecessor Details": "predecessors",
        },
        "A1000;Stop;Not Started;2;09-Jan-27 08:00 A;A990: FS 2d",
    ),
    (
        "Cutover plan",
        "activities",
        {"Seq": "source_id", "Task": "title", "T-Time": "start", "Duration (mins)": "duration_minutes"},
        "10;Stop;T-1:30;15",
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
        "",
        "activities",
        {
            "ID": "source_id",
            "Nome": "title",
            "Data d'inizio": "start",
            "Data di fine": "finish",
            "Durata": "duration_minutes",
            "Risorse": "players",
        },
        "0;Preparazione;09/01/27;09/01/27;1;Anna Re",
    ),
    (
        "",
        "activities",
        {"Phase": "phase", "Module": "", "Feature": "title", "Est. Days": "duration_minutes"},
        "One;Setup;Build the pipeline;2",
    ),
    (
        "Deployments",
        "deployments",
        {"deployment_id": "", "service_name": "", "version": "build", "deployment_time": "deployed_at"},
        "DEP-1;auth;release-4;2026-07-23 02:00:00",
    ),
    (
        "OpenProject",
        "activities",
        {
            "ID": "source_id",
            "Subject": "title",
            "Assignee": "players",
            "Start date": "start",
            "Finish date": "finish",
            "Duration": "duration_minutes",
            "Parent": "",
        },
        "301;Raise the database;Ana;01/19/2027;01/20/2027;2 days;300",
    ),
    (
        "",
        "freezes",
        {"Freeze": "title", "Start (ET)": "starts_at", "End (ET)": "ends_at", "Scope": "applications"},
        "Peak;11/25/2026 12:00 AM;11/30/2026 11:59 PM;All",
    ),
    (
        "",
        "activities",
        {
            "Cutover-Schritt": "source_id",
            "Beschreibung": "title",
            "Ausführend": "players",
            "Plan-Start": "start",
            "Plan-Ende": "finish",
            "Abhängig von Schritt": "predecessors",
        },
        "1.2;Sichern;Otto Kern;09.01.2027 20:15;09.01.2027 21:45;1.1",
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
        "freezes",
        {
            "Freeze": "title",
            "From": "starts_at",
            "To": "ends_at",
            "Applies to": "applications",
            "Hard/Soft": "strength",
        },
        "Year end;2026-12-19;2027-01-03;All;Hard",
    ),
    (
        "",
        "freezes",
        {"Período": "title", "Desde": "starts_at", "Hasta": "ends_at", "Motivo": "reason"},
        "Cierre;15/12/2027;07/01/2028;Contable",
    ),
    (
        "",
        "windows",
        {"Okno serwisowe": "title", "Początek": "starts_at", "Koniec": "ends_at", "System": ""},
        "Okno styczeń;16.01.2027 22:00;17.01.2027 04:00;Kasa",
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
        "changes",
        {
            "Aufgaben-ID": "key",
            "Aufgabenname": "title",
            "Zugewiesene Personen": "owner",
            "Fälligkeitsdatum": "deployment_on",
            "Startdatum": "",
        },
        "86c1a2b;Server umstellen;[Lena];13.02.2027;01.02.2027",
    ),
]


@pytest.mark.parametrize(("source", "kind", "wanted", "row"), LISTS)
def test_each_header_feeds_its_field(source: str, kind: str, wanted: dict[str, str], row: str) -> None:
    found = propose(read_table(f"{';'.join(wanted)}\n{row}\n".encode()))
    assert (found.source, found.kind) == (source, kind)
    assert {header: found.mapping.columns.get(header, "") for header in wanted} == wanted
