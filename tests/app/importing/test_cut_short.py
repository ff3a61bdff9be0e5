"""Headers that offices cut short or put in the plural, and what they stand for."""

from __future__ import annotations

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from app.importing.words.cut_short import is_cut_short, known_as
from app.importing.words.durations import minutes_of


@pytest.mark.parametrize(
    ("lines", "kind", "columns"),
    [
        (
            (
                "Lfd. Nr.;Aufgaben;Verantw.;Beginn;Dauer (Min.);Vorg.;Bem.",
                "1;Sichern;A. Klein;05.12.2026 20:00;30;;",
                "2;Migrieren;B. Groß;05.12.2026 20:30;90;1;lang",
                "3;Abnehmen;C. Weiß;13.12.2026 22:00;120;2;",
            ),
            "activities",
            {
                "Lfd. Nr.": "source_id",
                "Aufgaben": "title",
                "Verantw.": "players",
                "Beginn": "start",
                "Dauer (Min.)": "duration_minutes",
                "Vorg.": "predecessors",
                "Bem.": "instructions",
            },
        ),
        (
            (
                "Lp.;Zadania;Odp.;Czas trw.;Poprz.",
                "1;Kopia;Jan Lis;90;",
                "2;Migracja;Jan Lis;120;1",
                "3;Odbiór;Ewa Mak;60;2",
            ),
            "activities",
            {
                "Lp.": "source_id",
                "Zadania": "title",
                "Odp.": "players",
                "Czas trw.": "duration_minutes",
                "Poprz.": "predecessors",
            },
        ),
        (
            (
                "Chamado;Dt. Abertura;Solicitante;Desc. resumida;Sit.;Resp.",
                "GMUD-101;13/12/2026 10:00;Ana Souza;Atualizar firewall;Em andamento;João Lima",
                "GMUD-102;14/12/2026 11:00;Rita Melo;Trocar certificado;Concluído;João Lima",
            ),
            "changes",
            {
                "Chamado": "key",
                "Dt. Abertura": "created_in_source",
                "Solicitante": "requester",
                "Desc. resumida": "title",
                "Sit.": "state",
                "Resp.": "owner",
            },
        ),
        (
            (
                "N° inc.;Libellé;Déb. inc.;Fin inc.;Appli.",
                "I-1;Connexion impossible;13/12/2026 08:00;13/12/2026 09:30;Portail",
                "I-2;Lenteur;14/12/2026 10:00;14/12/2026 10:20;Paie",
            ),
            "incidents",
            {
                "N° inc.": "key",
                "Libellé": "title",
                "Déb. inc.": "started_at",
                "Fin inc.": "ended_at",
                "Appli.": "applications",
            },
        ),
    ],
)
def test_words_cut_short_stand_for_those_they_begin(
    lines: tuple[str, ...], kind: str, columns: dict[str, str]
) -> None:
    found = propose(read_table("\n".join(lines).encode()))
    assert (found.kind, found.mapping.columns) == (kind, columns)


def test_a_full_stop_in_a_name_or_behind_two_letters_cuts_no_word_short() -> None:
    assert [is_cut_short(header) for header in ("Resp.", "Nr.", "fields.status.name", "Owner")] == [
        True,
        False,
        False,
        False,
    ]
    assert known_as("Ver.", ["verantwortlich", "version"]) == []
    assert known_as("Data prev.", ["data prevista", "data", "prevista"]) == ["data prevista"]


def test_phases_starts_and_durations_make_a_plan_whatever_its_steps_are_called() -> None:
    lines = (
        "Fase,Proceso,Fecha Inicio,Duración (Días),Fecha Fin",
        "Previo,Análisis manual de datos,2026-03-08,13,2026-03-21",
        "Previo,Desarrollo de scripts,2026-04-01,17,2026-04-18",
        "Corte,Selección de los métodos,2026-04-28,18,2026-05-16",
    )
    table = read_table("\n".join(lines).encode())
    found = propose(table)
    assert (found.kind, found.mapping.columns["Proceso"]) == ("activities", "title")
    rows = convert(table, found.mapping, "UTC").rows
    assert [row.values["duration_minutes"] for row in rows] == [13 * 1440, 17 * 1440, 18 * 1440]


def test_points_of_a_story_are_no_seconds() -> None:
    assert [minutes_of(text) for text in ("3 SP", "120 s", "120 segundos", "120 sn")] == [None, 2, 2, 2]
