"""Suggestions, checked with the editor's own analysis after they are applied."""

from __future__ import annotations

import random
import threading
from dataclasses import replace

import pytest

from app.sequencing.analysis import Analysis, analyse
from app.sequencing.conflicts import ConflictKind
from app.sequencing.model import Activity, CiHold, Link, LinkKind, Phase, Sequence
from app.sequencing.suggest import Suggestion, SuggestionOptions, SuggestionStatus, suggest
from app.sequencing.surroundings import CiInfo, PersonInfo, Surroundings, Unavailability
from tests.app.sequencing.worlds import network, step

QUICK = SuggestionOptions(limit_seconds=5)
NOT_MINDED = {ConflictKind.NOT_CALCULATED, ConflictKind.DEVELOPER_AS_PLAYER}


def applied(sequence: Sequence, world: Surroundings, suggestion: Suggestion) -> Analysis:
    """The analysis after the whole suggestion was accepted."""
    placed = sequence.replacing(
        {
            activity_id: replace(sequence.activity(activity_id), planned_start=start)
            for activity_id, start in suggestion.starts.items()
        }
    )
    people = {
        activity_id: replace(placed.activity(activity_id), players=(person_id,))
        for activity_id, person_id in suggestion.players.items()
    }
    analysis = analyse(placed.replacing(people), world)
    for activity_id, start in suggestion.starts.items():
        assert analysis.schedule.start_of(activity_id) == start
    return analysis


def hard(analysis: Analysis) -> list[str]:
    """The reasons of conflicts a suggestion must not have."""
    return [conflict.reason for conflict in analysis.conflicts if conflict.kind not in NOT_MINDED]


def test_a_player_does_one_thing_at_a_time_and_not_while_absent() -> None:
    world = Surroundings(people={1: PersonInfo("Ada", 1, (Unavailability(20, 50),))})
    sequence = network(*(step(name, 20, players=(1,)) for name in "abc"))
    found = suggest(sequence, world, QUICK)
    assert found.status is SuggestionStatus.OPTIMAL
    assert (found.finish, found.bound_minutes) == (90, 90)
    assert hard(applied(sequence, world, found)) == []


def test_a_team_becomes_named_people() -> None:
    world = Surroundings(people={1: PersonInfo("Ada", 4), 2: PersonInfo("Ben", 4)})
    sequence = network(*(step(name, 30, team_id=4) for name in "abcd"))
    found = suggest(sequence, world, QUICK)
    assert found.finish == 60
    assert sorted(found.players) == ["a", "b", "c", "d"]
    assert hard(applied(sequence, world, found)) == []


@pytest.mark.parametrize(
    ("kind", "lag", "finish"),
    [
        (LinkKind.FINISH_START, 10, 60),
        (LinkKind.START_START, 10, 30),
        (LinkKind.FINISH_FINISH, 5, 35),
        (LinkKind.START_FINISH, 50, 50),
    ],
)
def test_links_of_each_kind(kind: LinkKind, lag: int, finish: int) -> None:
    sequence = network(step("a", 30), step("b", 20), Link("a", "b", kind, lag))
    assert suggest(sequence, Surroundings(), QUICK).finish == finish


def test_an_item_held_for_itself_keeps_dependants_out() -> None:
    world = Surroundings(cis={1: CiInfo("db")}, ci_closure={2: frozenset({1})})
    sequence = network(
        step("a", 30, change_key="A", configuration_items=(CiHold(1),)),
        step("b", 30, change_key="B", configuration_items=(CiHold(2, False),)),
    )
    found = suggest(sequence, world, QUICK)
    assert found.finish == 60
    assert hard(applied(sequence, world, found)) == []


def test_points_of_no_return_bind_deploy_and_verify() -> None:
    sequence = network(
        step("risky", 60, change_key="R", players=(1,), rollback_minutes=100, planned_start=60),
        step("easy", 60, change_key="E", players=(1,), rollback_minutes=0),
        window=180,
    )
    world = Surroundings(people={1: PersonInfo("Ada")})
    found = suggest(sequence, world, QUICK)
    assert (found.starts["risky"], found.starts["easy"]) == (0, 60)


def test_what_is_good_already_stays() -> None:
    sequence = network(step("a", 60), step("b", 10, planned_start=20))
    assert suggest(sequence, Surroundings(), QUICK).starts == {"a": 0, "b": 20}


@pytest.mark.parametrize(
    "parts",
    [
        [step("a", 100)],
        [step("a", 50), step("b", 20, fixed_start=30), Link("a", "b")],
        [step("a", 30, deadline=20)],
    ],
    ids=["window", "fixed", "deadline"],
)
def test_no_sequence_exists(parts: list[Activity | Link]) -> None:
    found = suggest(network(*parts, window=90), Surroundings(), QUICK)
    assert (found.status, found.finish) == (SuggestionStatus.INFEASIBLE, None)


def busy_night(count: int) -> tuple[Sequence, Surroundings]:
    """Changes of three steps for a few people and databases."""
    chance = random.Random(3)
    parts: list[Activity | Link] = []
    for number in range(count):
        change, place = divmod(number, 3)
        parts.append(
            Activity(
                id=f"a{number}",
                title=f"Step {number}",
                phase=(Phase.PREPARE, Phase.DEPLOY, Phase.VERIFY)[place],
                change_key=f"C{change}",
                duration_minutes=5 * chance.randint(1, 5),
                players=(chance.randint(1, 6),) if place != 1 else (),
                team_id=1 if place == 1 else None,
                configuration_items=(CiHold(chance.randint(1, 8)),) if place == 1 else (),
                rollback_minutes=10 if place == 1 else None,
            )
        )
        if place:
            parts.append(Link(f"a{number - 1}", f"a{number}"))
    people = {number: PersonInfo(f"Person {number}", number % 2) for number in range(1, 7)}
    return network(*parts, window=20 * count), Surroundings(people=people)


def test_each_better_suggestion_is_announced_and_the_last_is_free_of_clashes() -> None:
    sequence, world = busy_night(45)
    seen: list[Suggestion] = []
    found = suggest(sequence, world, QUICK, seen.append)
    assert found.finish is not None
    assert seen
    finishes = [suggestion.finish or 0 for suggestion in seen]
    assert finishes == sorted(finishes, reverse=True)
    assert found.bound_minutes is not None
    assert found.bound_minutes <= found.finish
    assert hard(applied(sequence, world, found)) == []


def test_stopping_keeps_the_best_so_far() -> None:
    sequence, world = busy_night(120)
    stop = threading.Event()
    found = suggest(sequence, world, SuggestionOptions(limit_seconds=60), lambda _: stop.set(), stop)
    assert found.seconds < 30
    assert found.starts
    stopped = suggest(sequence, world, QUICK, stop=stop)
    assert stopped.status is SuggestionStatus.NOTHING_FOUND
