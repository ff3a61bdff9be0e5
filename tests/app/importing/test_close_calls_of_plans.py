"""Plans that resemble another program's or another kind's, and links of which two readings are near."""

from __future__ import annotations

import pytest

from app.importing.cells.predecessors import KeyFinder, read_predecessors
from app.importing.words.links import links_of
from app.importing.words.values import choose
from tests.app.importing.taking import taken_for

# source, kind, headers apart by semicolons with the fields wanted, and a row under them
LISTS = [
    (
        "",
        "activities",
        {
            "task_id": "source_id",
            "task_name": "title",
            "owner": "players",
            "start_date": "start",
            "end_date": "finish",
            "dependencies": "predecessors",
            "milestone": "",
            "status": "state",
        },
        "P1-01;Sign off;Eva;2025-03-03;2025-04-25;['P1-00'];False;To Do",
    ),
    (
        "",
        "activities",
        {
            "Task Ref": "source_id",
            "Description": "title",
            "Stream": "workstream",
            "Assigned To": "players",
            "Est. Duration": "duration_minutes",
            "Predecessors": "predecessors",
        },
        "TRE-2;Snapshot balances;Treasury;Nia;45m;TRE-1",
    ),
    (
        "",
        "activities",
        {
            "Type": "is_heading",
            "WBS #": "source_id",
            "Name / Title": "title",
            "Start Date": "start",
            "End Date": "finish",
            "Resources": "players",
            "Predecessors": "predecessors",
        },
        "Task;1.1;Freeze code;11/28/2026;11/28/2026;Ben;",
    ),
    (
        "",
        "activities",
        {"Key": "source_id", "Parent task": "parent", "Title": "title", "Duration": "duration_minutes"},
        "2;1;Stop services;1d",
    ),
    (
        "",
        "activities",
        {"Name": "title", "Owner": "players", "Timeline - Start": "start", "Timeline - End": "finish"},
        "Freeze code;Ben;2026-11-27;2026-11-27",
    ),
    (
        "",
        "activities",
        {
            "Seq": "source_id",
            "Action": "title",
            "Planned start time": "start",
            "Actual start": "actual_start",
            "Actual end": "actual_finish",
        },
        "1;Break replication;28/11/2026 09:10;28/11/2026 09:12;28/11/2026 09:20",
    ),
    (
        "Microsoft Project",
        "activities",
        {
            "ID": "source_id",
            "Nome da Tarefa": "title",
            "Duração": "duration_minutes",
            "Início": "start",
            "Conclusão": "finish",
            "Antecessoras": "predecessors",
        },
        "3;Implementação;4 hrs;29-11-2026 00:00;29-11-2026 04:00;2CI+30 mins",
    ),
    (
        "",
        "activities",
        {
            "No": "source_id",
            "タスク名": "title",
            "担当者": "players",
            "開始日時": "start",
            "先行タスク": "predecessors",
        },
        "2;リリース;鈴木 花子;2026/11/28 23:00;1",
    ),
    (
        "",
        "activities",
        {
            "Work ID": "source_id",
            "Work Name": "title",
            "Parent Work ID": "parent",
            "Schedule Start": "start",
            "Schedule Finish": "finish",
            "Predecessor IDs": "predecessors",
        },
        "W3;Migrate;W1;28-Nov-2026 21:00;29-Nov-2026 04:00;W2",
    ),
    (
        "",
        "activities",
        {
            "Lfd. Nr.": "source_id",
            "Aktivität": "title",
            "Zuständig": "players",
            "Soll-Beginn": "start",
            "Soll-Ende": "finish",
        },
        "1;Benutzer sperren;Anna Weber;28.11.2026 20:00;28.11.2026 20:15",
    ),
    (
        "",
        "activities",
        {"When": "start", "What": "title", "Who": "players", "How long": "duration_minutes"},
        "T-30;Drain the queue;Ben Ito;20m",
    ),
    (
        "",
        "activities",
        {
            "Task No.": "source_id",
            "Task Description": "title",
            "Owner (Primary)": "players",
            "Duration": "duration_minutes",
        },
        "2;Shut down;Ben Ito;00:30:00",
    ),
    (
        "Microsoft Project",
        "activities",
        {
            "N°": "source_id",
            "Nom": "title",
            "Durée": "duration_minutes",
            "Prédécesseurs": "predecessors",
            "Noms des ressources": "players",
            "Niveau de plan": "outline",
        },
        "2;Sauvegarde;2 h;;Luc Moreau;2",
    ),
    (
        "",
        "activities",
        {
            "Seq #": "source_id",
            "Cutover Task": "title",
            "Scheduled Start": "start",
            "Scheduled Finish": "finish",
            "Task Dependency": "predecessors",
        },
        "2;Load open orders;11/28/2026 07:00 PM;11/28/2026 09:00 PM;1",
    ),
    (
        "",
        "activities",
        {
            "Step": "source_id",
            "Command / Action": "title",
            "Engineer": "players",
            "Expected time": "duration_minutes",
        },
        "2;upgrade image;Ana Ruiz;15 min",
    ),
    (
        "",
        "activities",
        {
            "Task Id": "source_id",
            "Task Title": "title",
            "Owner Name": "players",
            "Owner Team": "team",
            "Planned Start DateTime": "start",
            "Depends On Task Id": "predecessors",
        },
        "MIG-002;Take backups;Ben Ito;DBA;2026-11-28T20:10:00+01:00;MIG-001",
    ),
    (
        "",
        "activities",
        {
            "Nr": "source_id",
            "Arbeitsschritt": "title",
            "Wer": "players",
            "Ab": "start",
            "Bis": "finish",
            "Abhängig von Nr.": "predecessors",
        },
        "2;Dienste stoppen;Jonas Krüger;18:05;18:20;1",
    ),
    (
        "",
        "activities",
        {
            "Nº tâche": "source_id",
            "Libellé": "title",
            "Resp.": "players",
            "Début prévu": "start",
            "Durée prévue": "duration_minutes",
            "Tâche précédente": "predecessors",
        },
        "20;Sauvegarde;Claire Petit;28/11/2026 20:30;01:30;10",
    ),
    (
        "",
        "activities",
        {
            "No": "source_id",
            "İşlem": "title",
            "Yapan": "players",
            "Başlama": "start",
            "Bağlı İşlem": "predecessors",
        },
        "2;Yedek;Mehmet Demir;28.11.2026 20:10;1",
    ),
    (
        "",
        "activities",
        {"Rollback step": "source_id", "Action": "title", "Est. time": "duration_minutes"},
        "R2;Restore database;45 min",
    ),
    (
        "",
        "activities",
        {
            "Task #": "source_id",
            "Description": "title",
            "Contact": "players",
            "Planned Start (CET)": "start",
            "Pred": "predecessors",
            "Go/No-Go": "is_go_no_go",
        },
        "T02;Decision point;Ana Ruiz;28.11.2026 22:20;T01;Y",
    ),
    (
        "",
        "activities",
        {
            "Sıra": "source_id",
            "Adım": "title",
            "Süre (dk)": "duration_minutes",
            "Önceki Adım": "predecessors",
        },
        "2;Yedekleme;60;1",
    ),
]


@pytest.mark.parametrize(("source", "kind", "wanted", "row"), LISTS)
def test_each_list_is_taken_for_what_it_is(source: str, kind: str, wanted: dict[str, str], row: str) -> None:
    assert taken_for(wanted, row) == (source, kind, wanted)


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (("2FS", "1", "3"), ["1.1", "1", "1.2"]),  # counted: no row is called 3
        (("2FS", "1"), ["2", "1"]),
        (("1.1", "3"), ["1.1", "1.2"]),
    ],
)
def test_numbers_count_rows_where_they_are_no_ids(cells: tuple[str, ...], found: list[str]) -> None:
    find = KeyFinder(["1", "1.1", "1.2", "2", "2.1"], [2, 3, 4, 5, 6], cells)
    assert [link.key for cell in cells for link in read_predecessors(cell, find).links] == found


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (("", "2", "2,3", "4"), ["A", "A", "B", "C"]),  # counted, B and D would wait for themselves
        (("", "0", "0;1", "2"), ["A", "A", "B", "C"]),
        (("", "1", "1,2", "3"), ["A", "A", "B", "C"]),
        (("", "2FS+3h", "3", "4"), ["A", "B", "C"]),
    ],
)
def test_rows_are_counted_so_that_none_waits_for_itself(cells: tuple[str, ...], found: list[str]) -> None:
    keys = ["A", "B", "C", "D"]
    find = KeyFinder(keys, [2, 3, 4, 5], cells)
    read = [read_predecessors(cell, find, key) for key, cell in zip(keys, cells, strict=True)]
    assert [link.key for one in read for link in one.links] == found


def test_from_one_step_to_another_is_no_lag_and_a_step_itself_is_told() -> None:
    find = KeyFinder(["1", "2", "3"], [2, 3, 4])
    assert read_predecessors("1-3", find, "2").unknown == ("1-3",)
    assert [one.lag_minutes for one in read_predecessors("1-15,2-3m", find, "3").links] == [-15, -3]
    assert read_predecessors("3, 1", find, "3").own == ("3",)


def test_addresses_behind_predecessors_are_no_part_of_their_names() -> None:
    find = KeyFinder(["Stop", "Back up"], [2, 3])
    cell = "Stop (https://notes.example/Stop-9f8e), Back up (https://notes.example/b-1)"
    assert [one.key for one in read_predecessors(cell, find).links] == ["Stop", "Back up"]


def test_links_written_as_a_program_writes_lists_are_read() -> None:
    find = KeyFinder(["T-1", "T-2", "T-3"], [2, 3, 4])
    read = read_predecessors("['T-1', \"T-2\"]", find, "T-3")
    assert [link.key for link in read.links] == ["T-1", "T-2"]
    assert (read.unknown, read_predecessors("[]", find).unknown) == ((), ())
    assert links_of("['T-1', 'T-2']", "blocks") == (("blocks", "T-1"), ("blocks", "T-2"))
    assert links_of("[]", "blocks") == ()


@pytest.mark.parametrize(
    "word", ["Pianificata", "Zaplanowane", "Planifiée", "Planejado", "Geplant", "Planlandı"]
)
def test_what_is_planned_is_so_in_each_language(word: str) -> None:
    assert choose("activity_state", word) == "planned"
