"""What the columns of plans are called, what their links mean, and what is no plan."""

from __future__ import annotations

import pytest

from app.importing.cells.predecessors import KeyFinder, read_predecessors
from app.importing.errors import UnreadableList
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from tests.app.importing.test_standing_in import proposal


def test_what_was_closed_for_a_reason_is_no_step_of_a_plan() -> None:
    lines = ("T2023,RBS caída,30/12/2023 03:00,09/01/2024 10:11,SW,CERRADO",)
    assert proposal("Número,Título,F. Inicio,F. Fin,Clave cierre,Estado", *lines).kind != "activities"


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("pred,succ,type,lag", "A,B,FS,0"),
        ("Predecessor,Successor", "1,2"),
        ("task_id,predecessor_id,relationship_type,lag_days", "T2,T1,SS,2"),
    ],
)
def test_links_without_activities_are_refused(header: str, row: str) -> None:
    table = read_table(f"{header}\n{row}\n".encode())
    with pytest.raises(UnreadableList, match="links between activities"):
        propose(table)


def test_a_plan_with_its_links_is_none_of_links() -> None:
    assert proposal("id,task,predecessors", "1,Stop,", "2,Start,1").kind == "activities"


@pytest.mark.parametrize(
    ("cells", "kinds"),
    [
        (("1BB+2g", "1"), ["FS", "FS"]),
        (("1BB+2g", "1TB", "1TT", "1BT-1sa"), ["SS", "FS", "FF", "SF"]),
        (("1CC+2d", "1FC"), ["SS", "FS"]),
        (("1CC+2d", "1CI+1h", "1II", "1IC"), ["FF", "FS", "SS", "SF"]),
    ],
)
def test_letters_of_links_mean_what_the_plan_uses_them_for(cells: tuple[str, ...], kinds: list[str]) -> None:
    find = KeyFinder(["1", "2", "3", "4", "5"], [2, 3, 4, 5, 6], cells)
    read = [read_predecessors(cell, find, "", find.kinds).links[0] for cell in cells]
    assert [one.kind for one in read] == kinds
    assert read[0].lag_minutes == 2 * 1440


@pytest.mark.parametrize(
    ("what", "when", "who"),
    [
        ("Was", "Wann", "Wer"),
        ("Quoi", "Quand", "Qui"),
        ("Qué", "Cuándo", "Quién"),
        ("O que", "Quando", "Quem"),
        ("Cosa", "Quando", "Chi"),
        ("Co", "Kiedy", "Kto"),
        ("Ne yapılacak", "Ne zaman", "Kim"),
    ],
)
def test_a_plan_asks_what_when_and_who(what: str, when: str, who: str) -> None:
    found = proposal(
        f"Nr;{what};{when};{who};Min",
        "1;Patch;05.12.2026 20:15;Ann Lee;15",
        "2;Move;05.12.2026 20:30;Ben Ray;20",
    ).mapping
    assert found.kind == "activities"
    assert [found.columns.get(one) for one in (what, when, who)] == ["title", "start", "players"]


def test_ids_are_what_the_predecessors_name_whatever_their_column_is_called() -> None:
    found = proposal(
        "Tareas,Título,Depende de,Estado,Fase,Fecha de Inicio,Fecha Fin,Responsable",
        "AG-1,Plan,,Listo,Fase 1,2026-05-20,2026-05-22,Ana",
        "EN-1,Conector,AG-1,Por hacer,Fase 1,2026-05-22,2026-05-23,Bo",
        'HU-1,Informe,"AG-1, EN-1",Por hacer,Fase 2,2026-05-23,2026-05-24,Bo',
    )
    assert found.kind == "activities"
    assert found.mapping.columns["Tareas"] == "source_id"
    assert found.mapping.columns["Título"] == "title"
