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
