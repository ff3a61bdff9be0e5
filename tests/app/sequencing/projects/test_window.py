"""A window's sequence as a project: who and what limits it, and a hint that keeps links and persons apart."""

import pytest

from app.sequencing.errors import CyclicSequenceError
from app.sequencing.model import Activity, CiHold, Link, LinkKind, Phase, Sequence
from app.sequencing.projects.shared import SearchLimits
from app.sequencing.projects.window import hint, project_of
from app.sequencing.surroundings import CiInfo, PersonInfo, Surroundings

SURROUNDINGS = Surroundings(
    people={1: PersonInfo("Ada", 7), 2: PersonInfo("Bo", 7), 3: PersonInfo("Cy", 8)},
    cis={5: CiInfo("DB", 3)},
)


def step(name: str, minutes: int, **fields: object) -> Activity:
    return Activity(name, name, duration_minutes=minutes, **fields)  # type: ignore[arg-type]


def test_persons_teams_and_items_become_capacities() -> None:
    sequence = Sequence(
        (
            step("a", 10, players=(1,)),
            step("b", 20, team_id=7),
            step("c", 5, configuration_items=(CiHold(5),)),
            step("d", 5, configuration_items=(CiHold(5, False, 2),), earliest_start=-30),
            step("e", 5, phase=Phase.ROLLBACK),
        ),
        (Link("a", "b", LinkKind.START_START, 5), Link("a", "e")),
    )
    project, ids, origin = project_of(sequence, SURROUNDINGS)
    at = {activity_id: place for place, activity_id in enumerate(ids)}
    demands = [project.jobs[at[name]].demands for name in "abcd"]
    assert sorted(ids) == ["a", "b", "c", "d"]
    assert origin == -30
    assert sorted(project.capacities) == [1, 2, 3]
    limited = [project.capacities.index(capacity) for capacity in (1, 2, 3)]
    assert [tuple(row[place] for place in limited) for row in demands] == [
        (1, 1, 0),
        (0, 1, 0),
        (0, 0, 3),
        (0, 0, 2),
    ]
    assert [project.jobs[at[name]].release for name in "abcd"] == [30, 30, 30, 0]
    assert [(link.before, link.after, link.lag) for link in project.links] == [(at["a"], at["b"], 5)]


def test_a_hint_is_short_and_keeps_what_one_person_does_apart() -> None:
    activities = tuple(
        step(str(number), 10, players=(1 + number % 2,), planned_start=90) for number in range(6)
    )
    starts = hint(Sequence(activities), SURROUNDINGS, SearchLimits(2))
    for person in (0, 1):
        assert sorted(starts[str(number)] for number in range(6) if number % 2 == person) == [0, 10, 20]


def test_a_circle_is_said() -> None:
    with pytest.raises(CyclicSequenceError):
        hint(Sequence((step("a", 1), step("b", 1)), (Link("a", "b"), Link("b", "a"))), SURROUNDINGS)


def test_an_empty_window_needs_no_hint() -> None:
    assert hint(Sequence(), SURROUNDINGS) == {}
