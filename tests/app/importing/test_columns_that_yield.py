"""Columns that bear the right name and do not hold what it promises, so that another takes their place."""

from __future__ import annotations

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from app.importing.words.durations import minutes_in


def test_a_title_that_some_rows_lack_gives_way_to_one_that_all_have() -> None:
    rows = [
        f"{number};FECHADO;{'DETALHE' if number % 2 else ''};BOMBA {number} SEM VAZÃO" for number in range(8)
    ]
    found = propose(read_table("\n".join(["SS;Status;Assunto;Sumário", *rows]).encode()))
    assert found.mapping.columns == {"SS": "key", "Status": "state", "Sumário": "title"}


def test_a_number_that_most_steps_share_is_none_of_theirs() -> None:
    lines = (
        "Step;Tâche;Statut;Date début;Date fin",
        "1;Couper le service;Fait;1-6-2026;1-6-2026",
        "1;Sauvegarder;Fait;2-6-2026;3-6-2026",
        "1;Livrer;À faire;22-6-2026;23-6-2026",
        "2;Recette;À faire;24-6-2026;25-6-2026",
        "2;Ouvrir;À faire;25-6-2026;26-6-2026",
    )
    table = read_table("\n".join(lines).encode())
    found = propose(table)
    assert "Step" not in found.mapping.columns
    assert len(convert(table, found.mapping, "UTC").rows) == len(lines) - 1


@pytest.mark.parametrize(
    ("lines", "kind", "fields"),
    [
        (
            ("zadanie,liczba_godzin,pracownik", "Testowanie systemu,20,Tomasz Wójcik"),
            "activities",
            {"zadanie": "title", "liczba_godzin": "duration_minutes", "pracownik": "players"},
        ),
        (
            (
                "TacheID,DescriptionTache,StatutTache,DateCreation,DateEcheance",
                "1,Recueillir les avis,En cours,2025-10-14,2025-11-03",
            ),
            "changes",
            {"DescriptionTache": "title", "StatutTache": "state", "DateEcheance": "deployment_on"},
        ),
    ],
)
def test_lists_of_tasks_say_who_does_what_in_how_many_hours(
    lines: tuple[str, ...], kind: str, fields: dict[str, str]
) -> None:
    found = propose(read_table("\n".join(lines).encode()))
    assert (found.kind, found.mapping.columns) == (kind, found.mapping.columns | fields)


def test_a_number_of_hours_is_one_of_hours() -> None:
    assert minutes_in("liczba_godzin") == minutes_in("Number of hours") == 60


def test_numbers_are_no_titles() -> None:
    lines = (
        "Merge Request ID,Merge Request URL,State,Opened Date,Comments",
        "1013,https://gitlab.com/app/app/-/merge_requests/1013,merged,2024-11-21T14:29:54Z,6",
        "999,https://gitlab.com/app/app/-/merge_requests/999,closed,2024-11-15T16:09:49Z,0",
    )
    found = propose(read_table("\n".join(lines).encode()))
    assert found.source == "GitLab"
    assert "title" not in found.mapping.columns.values()
    assert found.mapping.columns["Merge Request URL"] == "url"


@pytest.mark.parametrize(
    ("lines", "kind", "fields"),
    [
        (
            "Event Time;Agent;Path;Event;User\n07.03.2026 22:18:41;srv-1;/opt/app.yml;modified;root",
            "detected",
            {"Event Time": "detected_at", "Agent": "ci", "Path": "what", "User": "who"},
        ),
        (
            "Lp.;Zadanie;Planowany start;Czas trwania;Po zadaniu\n"
            "1;Kopia;2026-03-07 22:00;10 min;\n2;Wdrożenie;2026-03-07 22:10;40 min;1",
            "activities",
            {"Po zadaniu": "predecessors"},
        ),
        (
            "Anwendung;Fachverantwortung;Schutzbedarf Verfügbarkeit\nPersonalportal;Frau Schmitt;sehr hoch",
            "applications",
            {"Schutzbedarf Verfügbarkeit": "criticality"},
        ),
        ("Ad Soyad;Ekip;Cep Tel\nAyşe Kaya;DBA;0532 000 00 01", "people", {"Cep Tel": "phone"}),
    ],
)
def test_words_that_offices_use_name_their_fields(lines: str, kind: str, fields: dict[str, str]) -> None:
    found = propose(read_table(lines.encode()))
    assert (found.kind, found.mapping.columns) == (kind, found.mapping.columns | fields)
