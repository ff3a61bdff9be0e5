"""Why not: planted contradictions are found, named in the user's words, and resolved by what is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.sequencing.model import Activity, CiHold, Link, Sequence
from app.sequencing.suggest import SuggestionOptions
from app.sequencing.suggesting.requirements import RequirementKind
from app.sequencing.surroundings import CiInfo, Freeze, PersonInfo, Surroundings, Unavailability
from app.sequencing.why_not.explaining import why_not
from app.sequencing.why_not.explanation import Explanation, Finding
from tests.app.sequencing.worlds import network, step
from tests.bench.suggestion_worlds import night

KIND = RequirementKind
ADA = Surroundings(people={1: PersonInfo("Ada", 1)}, team_names={1: "DBA"}, cis={7: CiInfo("db", 1)})


def kinds(explanation: Explanation) -> set[RequirementKind]:
    return {one.kind for one in explanation.requirements}


def told(explanation: Explanation) -> str:
    return "\n".join(f"{one.text} {one.resolution}" for one in explanation.reasons)


def test_a_chain_too_long_names_the_path_and_the_minutes_missing() -> None:
    steps = [step(name, 60, change_key="C", title=name.upper()) for name in "abc"]
    sequence = network(*steps, Link("a", "b"), Link("b", "c"), window=155)
    found = why_not(sequence, Surroundings())
    assert (found.finding, found.is_minimal) == (Finding.PATH, True)
    assert kinds(found) == {KIND.WINDOW_START, KIND.WINDOW_END, KIND.LINK}
    assert "“A” → “B” → “C”" in told(found)
    assert "window 25 min longer" in told(found)


def test_one_player_for_two_fixed_starts() -> None:
    sequence = network(
        step("a", 30, players=(1,), fixed_start=60), step("b", 30, players=(1,), fixed_start=75)
    )
    found = why_not(sequence, ADA)
    assert kinds(found) == {KIND.FIXED_START, KIND.ONE_AT_A_TIME}
    assert found.is_minimal
    assert "Ada does one thing at a time." in told(found)
    assert "somebody else for" in told(found)
    assert "“b” at +1:30 instead" in told(found)


def test_a_team_of_one_for_two_things_at_once() -> None:
    held = {"earliest_start": 60, "deadline": 100, "team_id": 1}
    sequence = network(step("a", 30, **held), step("b", 30, **held))
    found = why_not(sequence, ADA)
    assert KIND.ONE_OF_TEAM in kinds(found)
    assert "one more of DBA from +1:" in told(found)


@pytest.mark.parametrize(
    ("sequence", "world", "kind", "words"),
    [
        (
            network(step("a", 60, players=(1,), deadline=90)),
            Surroundings(people={1: PersonInfo("Ada", 1, (Unavailability(20, 80, "on leave"),))}),
            KIND.ABSENCE,
            "Ada is on leave from +0:20 to +1:20.",
        ),
        (
            network(step("a", 60, fixed_start=30)),
            Surroundings(freezes=(Freeze("Year end", 60, 120),)),
            KIND.FREEZE,
            "an exception for “a”",
        ),
        (
            network(
                step("a", 30, change_key="A", fixed_start=0, configuration_items=(CiHold(7),)),
                step("b", 30, change_key="B", fixed_start=15, configuration_items=(CiHold(7),)),
            ),
            ADA,
            KIND.EXCLUSIVE_ITEM,
            "“a”, “b” sharing db",
        ),
        (
            network(
                step("a", 30, fixed_start=0, configuration_items=(CiHold(7, False, 1),)),
                step("b", 30, fixed_start=15, configuration_items=(CiHold(7, False, 1),)),
            ),
            ADA,
            KIND.ITEM_CAPACITY,
            "1 more of db",
        ),
        (
            network(step("a", 30, change_key="R", rollback_minutes=60), window=80),
            Surroundings(),
            KIND.NO_RETURN,
            "rollback of R 10 min shorter",
        ),
    ],
    ids=["absence", "freeze", "exclusive", "not at the same time", "no return"],
)
def test_each_kind_is_named_and_resolved(
    sequence: Sequence, world: Surroundings, kind: RequirementKind, words: str
) -> None:
    found = why_not(sequence, world)
    assert kind in kinds(found)
    assert words in told(found)


def test_a_place_that_was_to_be_kept_is_named() -> None:
    sequence = network(step("a", 30), step("b", 30, deadline=50), Link("a", "b"))
    found = why_not(sequence, Surroundings(), SuggestionOptions(kept_ids=frozenset({"a"})))
    assert {KIND.DEADLINE, KIND.LINK} <= kinds(found)


def test_a_window_too_short_for_all_the_work_says_by_how_much() -> None:
    sequence = network(*(step(f"s{n}", 30, players=(1,)) for n in range(12)), window=300)
    found = why_not(sequence, ADA)
    if found.finding is Finding.TOO_SHORT:
        assert found.over_minutes is not None
        assert found.over_minutes[1] >= 60
    else:
        assert {KIND.ONE_AT_A_TIME, KIND.WINDOW_END} <= kinds(found)
        assert "window 60 min longer" in told(found)


def test_a_possible_window_is_not_explained_away() -> None:
    assert why_not(network(step("a", 30)), Surroundings()).finding is Finding.POSSIBLE


def test_a_planted_clash_among_a_hundred_is_found() -> None:
    sequence, world = night(100)
    person = next(key for key, one in world.people.items() if one.team_id == 1)
    planted = {
        key: replace(
            sequence.activity(key), players=(person,), team_id=None, fixed_start=at, duration_minutes=20
        )
        for key, at in (("c4s1", 200), ("c7s1", 210))
    }
    found = why_not(sequence.replacing(planted), world)
    assert found.finding in (Finding.CONTRADICTION, Finding.PATH)
    assert 2 <= len(found.requirements) <= 13


def test_steps_of_one_change_are_told_as_one() -> None:
    parts: list[Activity | Link] = [step(name, 20, change_key="C") for name in "abcd"]
    parts += [Link(*pair) for pair in ("ab", "bc", "cd")]
    found = why_not(network(*parts, window=60), Surroundings())
    chains = [one for one in found.reasons if len(one.requirements) > 1]
    assert [one.activity_ids for one in chains] == [tuple("abcd")]
    assert chains[0].resolution == "these steps 20 min shorter"
