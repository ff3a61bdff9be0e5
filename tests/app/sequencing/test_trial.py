"""Some of the windows of `trial`, and that its second solver and checker do find what is wrong."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from app.sequencing.model import Activity, Link, Phase, Sequence
from app.sequencing.suggest import SuggestionOptions, suggest
from app.sequencing.surroundings import PersonInfo, Surroundings
from app.sequencing.why_not.explaining import why_not
from tests.app.sequencing.independent_check import broken_rules
from tests.app.sequencing.rich_windows import rich_window
from tests.app.sequencing.second_solver import SecondSolver
from tests.app.sequencing.trial import faults_of

_ONE_PERSON = Surroundings({1: PersonInfo("Ada", 1)}, team_names={1: "Operators"})


@pytest.mark.slow
@pytest.mark.parametrize("seed", [*range(40), 1092, 1946, 2289, 2374, 2619, 2762])
def test_answers_hold_and_explanations_contradict(seed: int) -> None:
    assert faults_of(rich_window(seed), Counter()) == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10_000, 10_004))
def test_windows_of_a_hundred_steps_too(seed: int) -> None:
    assert faults_of(rich_window(seed, 100), Counter()) == []


def test_the_second_solver_knows_what_cannot_be() -> None:
    steps = (
        Activity("a", "A", duration_minutes=40, team_id=1),
        Activity("b", "B", duration_minutes=40, players=(1,)),
    )
    too_short = SecondSolver(Sequence(steps, (), 79), _ONE_PERSON)
    assert too_short.is_possible(None) is False
    assert SecondSolver(Sequence(steps, (), 80), _ONE_PERSON).is_possible(None) is True
    core = why_not(Sequence(steps, (), 79), _ONE_PERSON).requirements
    assert too_short.is_possible(core) is False
    assert all(too_short.is_possible(set(core) - {one}) for one in core)


def test_the_checker_sees_work_at_once_by_a_person() -> None:
    steps = (
        Activity("a", "A", duration_minutes=40, team_id=1),
        Activity("b", "B", duration_minutes=40, players=(1,)),
    )
    assert broken_rules(Sequence(steps), _ONE_PERSON, {"a": 0, "b": 39}, {"a": 1})
    assert broken_rules(Sequence(steps), _ONE_PERSON, {"a": 0, "b": 40}, {"a": 1}) == []


def test_work_spread_over_a_day_asks_nobody_of_a_team() -> None:
    long = Activity("a", "Watch", duration_minutes=1440, team_id=1)
    short = Activity("b", "B", duration_minutes=30, team_id=1)
    found = suggest(Sequence((long, short), (), 1440), _ONE_PERSON, SuggestionOptions(limit_seconds=2))
    assert (found.finish, dict(found.players)) == (1440, {"b": 1})
    assert not suggest(
        Sequence((replace(long, duration_minutes=1439), short), (), 1440),
        _ONE_PERSON,
        SuggestionOptions(limit_seconds=2),
    ).is_usable


def test_a_point_of_no_return_says_whose_rollback_it_leaves_time_for() -> None:
    steps = (
        Activity("a", "A", Phase.DEPLOY, "C1", 30, rollback_minutes=20),
        Activity("b", "B", Phase.DEPLOY, "C2", 10, rollback_minutes=20),
    )
    explained = why_not(Sequence(steps, (Link("a", "b"),), 60), Surroundings())
    assert (
        "C1 is verified by its point of no return, +0:20, which leaves time to roll back C2 before it."
        in [one.text for one in explained.reasons]
    )
