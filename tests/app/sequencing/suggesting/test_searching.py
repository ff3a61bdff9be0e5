"""What the search promises beyond the rules: kept places, hours, aims in order, a bound, a fast stop."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

from app.sequencing.model import CiHold, Link, LinkKind, Phase
from app.sequencing.passes import schedule
from app.sequencing.suggest import Suggestion, SuggestionOptions, SuggestionStatus, bound_sentence, suggest
from app.sequencing.suggesting.proposal import proposed_changes, take_suggestion
from app.sequencing.surroundings import CiInfo, PersonInfo, Surroundings, Unavailability
from tests.app.sequencing.independent_check import broken_rules
from tests.app.sequencing.worlds import network, step
from tests.bench.suggestion_worlds import night

QUICK = SuggestionOptions(limit_seconds=4)
ADA = Surroundings(people={1: PersonInfo("Ada", 1), 2: PersonInfo("Ben", 1)}, cis={9: CiInfo("token", 1)})


def test_what_is_kept_stays() -> None:
    sequence = network(step("a", 30, planned_start=60, players=(1,)), step("b", 30, players=(1,)))
    kept = replace(QUICK, kept_ids=frozenset({"a"}))
    assert suggest(sequence, ADA, kept).starts["a"] == 60
    assert suggest(sequence, ADA, QUICK).finish == 60


def test_not_at_the_same_time_is_one_unit_of_an_item_with_one() -> None:
    held = {"configuration_items": (CiHold(9, False, 1),), "change_key": "C"}
    found = suggest(network(step("a", 30, **held), step("b", 40, **held)), ADA, QUICK)
    assert found.finish == 70


def test_working_hours_bind_only_where_asked() -> None:
    outside = Unavailability(0, 60, "outside working hours", is_absence=False)
    world = Surroundings(people={1: PersonInfo("Ada", 1, (outside,))})
    sequence = network(step("a", 30, players=(1,)))
    assert suggest(sequence, world, QUICK).finish == 30
    assert suggest(sequence, world, replace(QUICK, keep_working_hours=True)).finish == 90


def test_a_negative_lag_lets_steps_overlap() -> None:
    sequence = network(step("a", 40), step("b", 30), Link("a", "b", LinkKind.FINISH_START, -15))
    assert suggest(sequence, Surroundings(), QUICK).finish == 55


def test_the_riskier_change_goes_first_at_the_same_finish() -> None:
    steps = [step(key, 30, change_key=key.upper(), phase=Phase.DEPLOY, players=(1,)) for key in "ab"]
    sequence = network(*steps)
    found = suggest(sequence, ADA, replace(QUICK, importance={"B": 3}))
    assert (found.starts["b"], found.starts["a"]) == (0, 30)
    undone_late = network(steps[0], replace(steps[1], rollback_minutes=90))
    assert suggest(undone_late, ADA, QUICK).starts["b"] == 0


def test_the_last_aim_is_to_move_little() -> None:
    sequence = network(
        step("a", 30, planned_start=30, players=(1,)),
        step("b", 30, planned_start=30, players=(1,)),
        step("c", 90),
    )
    found = suggest(sequence, ADA, QUICK)
    moved = proposed_changes(sequence, schedule(sequence), found)
    assert found.finish == 90
    assert len(moved) == 1


def test_the_bound_is_said_in_a_sentence() -> None:
    found = suggest(network(step("a", 30)), Surroundings(), QUICK)
    assert bound_sentence(found) == "No earlier finish is possible."
    assert bound_sentence(replace(found, finish=34)) == "At most 4 min better is possible."
    none = suggest(network(step("a", 30), window=20), Surroundings(), QUICK)
    assert none.status is SuggestionStatus.INFEASIBLE
    assert bound_sentence(none) == "No sequence keeps all requirements."


def test_taking_all_puts_everything_where_proposed_and_a_part_only_that() -> None:
    sequence, world = night(60)
    found = suggest(sequence, world, QUICK)
    whole = take_suggestion(sequence, found).sequence
    placed = schedule(whole)
    assert {key: placed.start_of(key) for key in found.starts} == dict(found.starts)
    given = {one.id: one.players[0] for one in whole.activities if one.players}
    assert broken_rules(whole, world, found.starts, given) == []
    changes = proposed_changes(sequence, schedule(sequence), found)
    first = changes[0].activity_id
    part = take_suggestion(sequence, found, [first]).sequence
    differing = [a.id for a, b in zip(part.activities, sequence.activities, strict=True) if a != b]
    assert differing == [first]


def test_a_window_of_three_hundred_has_an_answer_and_stops_long_before_its_limit() -> None:
    sequence, world = night(300)
    suggest(network(step("a", 5)), Surroundings(), QUICK)  # the solver's import is not what is timed
    stop, pressed = threading.Event(), []

    def press(_: Suggestion) -> None:
        pressed.append(time.perf_counter())
        stop.set()

    found = suggest(sequence, world, SuggestionOptions(limit_seconds=60), press, stop)
    assert pressed
    assert time.perf_counter() - pressed[0] < 10
    assert broken_rules(sequence, world, found.starts, found.players) == []


def test_what_has_begun_stands_and_is_not_listed() -> None:
    sequence = network(
        step("a", 30, actual_start=7, players=(1,)), step("b", 30, players=(1,), planned_start=120)
    )
    found = suggest(sequence, ADA, QUICK)
    assert found.starts == {"a": 7, "b": 37}
    changes = proposed_changes(sequence, schedule(sequence), found)
    assert [one.activity_id for one in changes] == ["b"]
    assert take_suggestion(sequence, found).sequence.activity("a") == sequence.activity("a")
