"""Random windows: nothing returned breaks a requirement; what cannot be is explained by what contradicts."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.sequencing.model import Sequence
from app.sequencing.passes import schedule
from app.sequencing.suggest import SuggestionOptions, SuggestionStatus, suggest
from app.sequencing.suggesting.compiling import Rules, compile_problem
from app.sequencing.suggesting.generation import Generator
from app.sequencing.surroundings import Surroundings
from app.sequencing.why_not.explaining import why_not
from app.sequencing.why_not.explanation import Finding
from app.sequencing.why_not.restricting import has_solution, restrict
from tests.app.sequencing.independent_check import broken_rules
from tests.app.sequencing.suggesting.random_windows import windows

pytestmark = pytest.mark.slow

QUICK = SuggestionOptions(limit_seconds=3, workers=1)
_SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
Window = tuple[Sequence, Surroundings]


@_SLOW
@given(windows())
def test_no_suggestion_breaks_a_requirement_and_none_is_explained(window: Window) -> None:
    sequence, world = window
    found = suggest(sequence, world, QUICK)
    if found.is_usable:
        assert broken_rules(sequence, world, found.starts, found.players) == []
        ends = [
            found.starts[one.id] + one.duration_minutes
            for one in sequence.activities
            if one.id in found.starts
        ]
        assert found.finish == max(ends, default=0)
        assert found.bound_minutes is not None
        assert found.bound_minutes <= found.finish
        return
    assert found.status is SuggestionStatus.INFEASIBLE
    explanation = why_not(sequence, world, QUICK)
    assert explanation.finding in (Finding.PATH, Finding.CONTRADICTION, Finding.TOO_SHORT)
    if explanation.finding is Finding.TOO_SHORT:
        return
    problem = compile_problem(sequence, world, schedule(sequence), Rules(is_exact=True))
    core = explanation.requirements
    assert has_solution(restrict(problem, core), 5) is False
    if explanation.is_minimal:
        for one in core:
            rest = [other for other in core if other != one]
            assert has_solution(restrict(problem, rest), 5) is True


@settings(max_examples=150, deadline=None)
@given(windows(most=14), st.integers(0, 5))
def test_quick_generation_breaks_nothing(window: Window, seed: int) -> None:
    sequence, world = window
    problem = compile_problem(sequence, world, schedule(sequence))
    answer = Generator(problem).search(0.0, seed)
    if answer is not None:
        ids = [step.activity.id for step in problem.steps]
        starts = {ids[index]: start * problem.grain for index, start in enumerate(answer.starts)}
        people = {ids[index]: person for index, person in answer.people.items()}
        assert broken_rules(sequence, world, starts, people) == []
        ends = [starts[step.activity.id] + step.activity.duration_minutes for step in problem.steps]
        assert problem.grain * answer.finish == max(ends, default=0)


@_SLOW
@given(windows(most=3))
def test_small_windows_agree_with_trying_every_start(window: Window) -> None:
    sequence, world = window
    best = _by_trying(sequence, world, 5)
    found = suggest(sequence, world, QUICK)
    if best is None:
        assert not found.is_usable
    else:
        assert found.finish == best


def _by_trying(sequence: Sequence, world: Surroundings, grid: int) -> int | None:
    """The earliest finish over all starts on the grid and all people, by the independent checker alone."""
    acts = [one for one in sequence.activities if one.phase.value != "rollback"]
    if not acts:
        return 0
    best: int | None = None
    low = min([0, *(one.planned_start or 0 for one in acts), *(one.earliest_start or 0 for one in acts)])
    low = min([low, *(one.fixed_start for one in acts if one.fixed_start is not None)])

    def extend(place: int, starts: dict[str, int], chosen: dict[str, int]) -> None:
        nonlocal best
        if place == len(acts):
            finish = max(starts[one.id] + one.duration_minutes for one in acts)
            if best is None or finish < best:
                best = finish
            return
        one = acts[place]
        needs = one.team_id is not None and not one.players and one.duration_minutes
        members = [key for key, person in world.people.items() if person.team_id == one.team_id]
        for start in range(low, sequence.window_minutes + 1, grid):
            if best is not None and start + one.duration_minutes > best:
                break
            for person in members if needs else [None]:
                now, who = {**starts, one.id: start}, dict(chosen)
                if person is not None:
                    who[one.id] = person
                if not _breaks_already(sequence, world, now, who):
                    extend(place + 1, now, who)

    extend(0, {}, {})
    return best


def _breaks_already(
    sequence: Sequence, world: Surroundings, starts: dict[str, int], chosen: dict[str, int]
) -> bool:
    """Whether what is placed breaks something; points of no return count once all are placed."""
    acts = [one for one in sequence.activities if one.phase.value != "rollback"]
    is_whole = len(starts) == len(acts)
    placed = tuple(one for one in sequence.activities if one.id in starts)
    backs = tuple(one for one in sequence.activities if one.phase.value == "rollback")
    part = Sequence((*placed, *backs) if is_whole else placed, sequence.links, sequence.window_minutes)
    wrong = broken_rules(part, world, starts, chosen)
    return any(is_whole or "no return" not in one for one in wrong)
