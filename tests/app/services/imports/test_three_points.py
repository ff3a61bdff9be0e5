"""Durations at best and at worst of plans, which the chance to finish goes by."""

from __future__ import annotations

import pytest

from app.services.workplace import Workplace
from tests.app.services.imports.test_activities import bring, sequence_of
from tests.app.services.imports.test_activities import window as window
from tests.app.services.imports.test_how_far_steps_are import planned_of


def points_of(workplace: Workplace, window: int) -> dict[str, tuple[int | None, int, int | None]]:
    return {
        one.title: (one.optimistic_minutes, one.duration_minutes, one.pessimistic_minutes)
        for one in sequence_of(workplace, window).activities
    }


@pytest.mark.parametrize(
    "header",
    [
        "ID,Task,Optimistic,Most likely,Pessimistic,Predecessors",
        "Nr,Vorgang,Optimistische Dauer,Wahrscheinliche Dauer,Pessimistische Dauer,Vorgänger",
        "N°,Tâche,Durée optimiste,Durée probable,Durée pessimiste,Prédécesseurs",
        "ID,Tarea,Duración optimista,Duración más probable,Duración pesimista,Predecesoras",
        "ID,Tarefa,Duração otimista,Duração mais provável,Duração pessimista,Predecessoras",
        "ID,Attività,Durata ottimistica,Durata più probabile,Durata pessimistica,Predecessori",
        "ID,Zadanie,Czas optymistyczny,Czas najbardziej prawdopodobny,Czas pesymistyczny,Poprzedniki",
        "ID,Görev,İyimser süre,En olası süre,Kötümser süre,Öncüller",
    ],
)
def test_three_points_come_in_and_again_unchanged(workplace: Workplace, window: int, header: str) -> None:
    text = f"{header}\n1,Stop the batch,10,15,30,\n2,Copy the ledger,1 h,90 min,3:00,1\n"
    assert bring(workplace, window, text).created == 2
    assert points_of(workplace, window) == {
        "Stop the batch": (10, 15, 30),
        "Copy the ledger": (60, 90, 180),
    }
    assert bring(workplace, window, text).unchanged == 2


def test_what_does_not_enclose_the_duration_is_left_out_and_told(workplace: Workplace, window: int) -> None:
    """As where the duration is in hours and the others are in minutes by their header."""
    text = "ID,Task,Duration (h),Optimistic,Pessimistic\n1,Stop,4,3,6\n2,Copy,0.5,30,45\n3,Test,1,,\n"
    told = [one for one in planned_of(workplace, window, text).conversion.warnings if "at best" in one]
    assert told == [
        "Durations at best and at worst are left out where the duration is not between them: row 2."
    ]
    bring(workplace, window, text)
    assert points_of(workplace, window) == {
        "Stop": (None, 240, None),
        "Copy": (30, 30, 45),
        "Test": (None, 60, None),
    }


def test_days_of_work_count_alike_in_all_three(workplace: Workplace, window: int) -> None:
    text = (
        "ID,Task,Start,Finish,Duration,Best case,Worst case\n"
        "1,Copy,2026-11-28 22:00,2026-11-29 06:00,1 day,0.5 days,2 days\n"
    )
    bring(workplace, window, text)
    assert points_of(workplace, window) == {"Copy": (240, 480, 960)}


def test_another_best_case_changes_the_step_and_none_takes_it_away(workplace: Workplace, window: int) -> None:
    first = "ID,Task,Duration,Best case,Worst case\n1,Copy,60,50,90\n"
    bring(workplace, window, first)
    assert bring(workplace, window, first.replace(",50,90", ",40,90")).updated == 1
    assert points_of(workplace, window) == {"Copy": (40, 60, 90)}
    assert bring(workplace, window, first.replace(",50,90", ",,")).updated == 1
    assert points_of(workplace, window) == {"Copy": (None, 60, None)}
