"""Headers of plans, windows, freezes and changes, and the field each feeds."""

from __future__ import annotations

import pytest

from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table

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
        "SharePoint calendar",
        "windows",
        {"Title": "title", "Start Time": "starts_at", "End Time": "ends_at", "All Day Event": ""},
        "Night;1/9/2027 10:00 PM;1/10/2027 4:00 AM;No",
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
            "Completion": "share_done",
            "Predecessors": "predecessors",
        },
        "1;Stop;1/9/27;1/9/27;1;0;0-FS=P0D",
    ),
    (
        "Primavera P6",
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
        "OpenProject",
        "activities",
        {
            "ID": "source_id",
            "Subject": "title",
            "Assignee": "players",
            "Start date": "start",
            "Finish date": "finish",
            "Duration": "duration_minutes",
            "Parent": "parent",
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
    (
        "",
        "changes",
        {
            "Titre": "title",
            "ID du ticket": "key",
            "État": "state",
            "Créé le": "created_in_source",
            "Mis à jour le": "updated_in_source",
        },
        "Corriger;17;Ouvert;2027-01-04 09:00;2027-01-05 10:00",
    ),
]


@pytest.mark.parametrize(("source", "kind", "wanted", "row"), LISTS)
def test_each_header_feeds_its_field(source: str, kind: str, wanted: dict[str, str], row: str) -> None:
    found = propose(read_table(f"{';'.join(wanted)}\n{row}\n".encode()))
    assert (found.source, found.kind) == (source, kind)
    assert {header: found.mapping.columns.get(header, "") for header in wanted} == wanted


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Start (YYYY-MM-DD)", "start"),
        ("Beginn (TT.MM.JJJJ)", "start"),
        ("Fin (JJ/MM/AAAA)", "finish"),
        ("Predecessor(s)", "predecessors"),
        ("Abhängigkeit(en)", "predecessors"),
    ],
)
def test_how_a_date_is_written_and_how_many_there_are_is_looked_past(header: str, field: str) -> None:
    found = propose(read_table(f"Task;{header}\nStop the queue;\n".encode()), "activities")
    assert found.mapping.columns.get(header) == field
