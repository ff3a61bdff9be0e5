"""The night's acts: what each refuses and changes, and that the log alone says where the night stands."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sequencing.model import Activity, ActivityState, Link, LinkKind, Phase, Sequence
from app.sequencing.night import (
    Act,
    Choice,
    NightEntry,
    clean,
    effective,
    fold,
    last_redoable,
    last_undoable,
    perform,
    undo_changes,
)
from app.sequencing.night_rollback import awakened, rollback_question
from app.sequencing.night_rules import refusal
from app.sequencing.night_words import Result, result_of, said
from app.sequencing.surroundings import PersonInfo, Surroundings, Unavailability
from tests.app.sequencing.worlds import network, sequences, step

ADA, BEN, CARL = 1, 2, 3
PEOPLE = Surroundings(
    people={
        ADA: PersonInfo("Ada"),
        BEN: PersonInfo("Ben"),
        CARL: PersonInfo("Carl", unavailable=(Unavailability(0, 480, "on leave"),)),
    }
)
PLANNED, RUNNING, DONE = ActivityState.PLANNED, ActivityState.RUNNING, ActivityState.DONE
FAILED, SKIPPED, ROLLED_BACK = ActivityState.FAILED, ActivityState.SKIPPED, ActivityState.ROLLED_BACK


def entry(act: Act, minute: int = 30, activity: str | None = None, **fields: Any) -> NightEntry:
    """An entry made at minute 30, or later when it says so."""
    return NightEntry(fields.pop("number", 1), act, minute, fields.pop("now", 30), activity, **fields)


def night() -> Sequence:
    """Two changes, the second standing on the first after a decision, and a step for the end."""
    return network(
        step("prepare", 10, phase=Phase.PREPARE, players=(ADA,)),
        step("deploy", 20, change_key="A", players=(ADA,)),
        step("undo", 15, change_key="A", phase=Phase.ROLLBACK),
        step("gate", 0, phase=Phase.CLOSE, is_go_no_go=True),
        step("second", 20, change_key="B", players=(BEN,)),
        step("undo second", 5, change_key="B", phase=Phase.ROLLBACK),
        step("end", 10, phase=Phase.CLOSE),
        Link("prepare", "deploy"),
        Link("deploy", "gate"),
        Link("gate", "second"),
        Link("deploy", "second"),
        Link("gate", "end"),
    )


def standing(**states: tuple[ActivityState, int | None, int | None]) -> Sequence:
    """The night with some activities in a state with actual times."""
    plan = night()
    changed = {
        key: replace(plan.activity(key), state=state, actual_start=start, actual_finish=finish)
        for key, (state, start, finish) in states.items()
    }
    return plan.replacing(changed)


BEGUN = {"prepare": (DONE, 0, 10), "deploy": (RUNNING, 10, None)}
PROVEN = {"prepare": (DONE, 0, 10), "deploy": (DONE, 10, 28)}
BACK = {"prepare": (DONE, 0, 10), "deploy": (ROLLED_BACK, 10, 20)}
HARD, SOFT, NONE = False, True, None


@pytest.mark.parametrize(
    ("states", "tried", "overrulable", "words"),
    [
        ({}, entry(Act.START, 31, "prepare"), HARD, "still to come"),
        ({}, entry(Act.START, 30 - 1441, "prepare"), HARD, "more than a day ago"),
        ({}, entry(Act.START, 30, "prepare"), NONE, ""),
        ({}, entry(Act.START, 30, "gone"), HARD, "no longer in the sequence"),
        ({}, entry(Act.START, 30, "deploy"), SOFT, "“prepare” has not started"),
        (BEGUN, entry(Act.START, 30, "deploy"), HARD, "is running already"),
        (BEGUN, entry(Act.START, 30, "gate"), HARD, "press G for go"),
        (PROVEN, entry(Act.START, 30, "second"), SOFT, "“gate” has not been decided"),
        (PROVEN | {"gate": (DONE, 29, 29)}, entry(Act.START, 30, "second"), NONE, ""),
        (PROVEN | {"gate": (DONE, 29, 29)}, entry(Act.START, 20, "second"), SOFT, "lets it start at +0:29"),
        (PROVEN | {"gate": (FAILED, 29, 29)}, entry(Act.START, 30, "second"), SOFT, "no-go was decided"),
        (PROVEN | {"gate": (FAILED, 29, 29)}, entry(Act.START, 30, "end"), NONE, ""),
        (BEGUN, entry(Act.START, 30, "undo"), HARD, "has not been rolled back"),
        ({"prepare": (FAILED, 0, 20)}, entry(Act.START, 30, "prepare"), NONE, ""),
        ({"prepare": (FAILED, 0, 20)}, entry(Act.START, 15, "prepare"), HARD, "can only begin after that"),
        ({}, entry(Act.FINISH, 30, "prepare"), HARD, "start it first (S)"),
        (BEGUN, entry(Act.FINISH, 30, "deploy"), NONE, ""),
        (BEGUN, entry(Act.FINISH, 9, "deploy"), HARD, "cannot have ended at +0:09"),
        (BEGUN, entry(Act.FINISH, 30, "gate"), HARD, "press G for go"),
        (BEGUN, entry(Act.FAIL, 30, "deploy"), NONE, ""),
        (BEGUN, entry(Act.FAIL, 30, "prepare"), HARD, "only what is running can fail"),
        (BEGUN, entry(Act.FAIL, 30, "gate"), HARD, "press N for no-go"),
        (BEGUN, entry(Act.SKIP, 30, "deploy"), HARD, "cannot be skipped"),
        (BEGUN, entry(Act.SKIP, 30, "gate"), SOFT, "Give a reason to leave it out"),
        (BEGUN, entry(Act.SKIP, 30, "second"), NONE, ""),
        (BEGUN, entry(Act.GO, 30, "gate"), SOFT, "“deploy” is running"),
        (PROVEN, entry(Act.GO, 30, "gate"), NONE, ""),
        (BACK, entry(Act.GO, 30, "gate"), SOFT, "“undo” has not started"),
        (BACK | {"undo": (RUNNING, 22, None)}, entry(Act.GO, 30, "gate"), SOFT, "“undo” is running"),
        (BACK | {"undo": (DONE, 22, 29)}, entry(Act.GO, 30, "gate"), NONE, ""),
        (BEGUN, entry(Act.NO_GO, 30, "gate"), NONE, ""),
        (PROVEN | {"gate": (DONE, 29, 29)}, entry(Act.NO_GO, 30, "gate"), HARD, "decided already"),
        (BEGUN, entry(Act.GO, 30, "deploy"), HARD, "no go/no-go point"),
        (BEGUN, entry(Act.ROLL_BACK, change_key="A"), NONE, ""),
        (BEGUN, entry(Act.ROLL_BACK, change_key="B"), HARD, "there is nothing to roll back"),
        (BEGUN, entry(Act.ROLL_BACK), HARD, "this one belongs to none"),
        ({"deploy": (ROLLED_BACK, 10, 20)}, entry(Act.ROLL_BACK, change_key="A"), HARD, "already"),
        (BEGUN, entry(Act.HAND_OVER, 30, "deploy", person_id=ADA, stand_in_id=BEN), NONE, ""),
        (BEGUN, entry(Act.HAND_OVER, 30, "deploy", person_id=ADA, stand_in_id=ADA), HARD, "player of"),
        (BEGUN, entry(Act.HAND_OVER, 30, "deploy", person_id=BEN, stand_in_id=BEN), HARD, "no player"),
        (BEGUN, entry(Act.HAND_OVER, 30, "deploy", person_id=ADA, stand_in_id=CARL), SOFT, "on leave"),
        (BEGUN, entry(Act.HAND_OVER, 30, "second", person_id=BEN, stand_in_id=ADA), SOFT, "is busy with"),
        (BEGUN, entry(Act.HAND_OVER, 30, "deploy", person_id=ADA, stand_in_id=99), HARD, "Choose who"),
        (BEGUN, entry(Act.HAND_OVER, 30, "prepare", person_id=ADA, stand_in_id=BEN), HARD, "nothing to hand"),
        (BEGUN, entry(Act.END), HARD, "“deploy” is still running"),
        (PROVEN, entry(Act.END), SOFT, "3 activities have not been done"),
        (BEGUN, entry(Act.NOTE, reason="all calm"), NONE, ""),
    ],
)  # fmt: skip
def test_an_impossible_act_is_refused_with_a_sentence(
    states: dict[str, Any], tried: NightEntry, overrulable: bool | None, words: str
) -> None:
    found = refusal(standing(**states), tried, PEOPLE)
    if overrulable is None:
        assert found is None
    else:
        assert found is not None
        assert words in found.sentence
        assert found.may_be_overruled is overrulable
        assert found.sentence.endswith((".", ")."))


@pytest.mark.parametrize(
    ("kind", "lag", "state", "minute", "is_held"),
    [
        (LinkKind.FINISH_START, 0, (RUNNING, 0, None), 30, True),
        (LinkKind.FINISH_START, 0, (DONE, 0, 10), 10, False),
        (LinkKind.FINISH_START, 15, (DONE, 0, 10), 20, True),
        (LinkKind.FINISH_START, 15, (DONE, 0, 10), 25, False),
        (LinkKind.FINISH_START, -5, (RUNNING, 0, None), 5, False),
        (LinkKind.FINISH_START, -5, (PLANNED, None, None), 5, True),
        (LinkKind.START_START, 0, (RUNNING, 5, None), 5, False),
        (LinkKind.START_START, 10, (RUNNING, 5, None), 10, True),
        (LinkKind.FINISH_FINISH, 0, (PLANNED, None, None), 5, False),
        (LinkKind.START_FINISH, 0, (PLANNED, None, None), 5, False),
        (LinkKind.FINISH_START, 0, (SKIPPED, None, None), 5, False),
        (LinkKind.FINISH_START, 0, (FAILED, 0, 5), 30, True),
    ],
)
def test_each_kind_of_link_holds_a_start(
    kind: LinkKind, lag: int, state: tuple[ActivityState, int | None, int | None], minute: int, is_held: bool
) -> None:
    first = step("a", 10, state=state[0], actual_start=state[1], actual_finish=state[2])
    sequence = network(first, step("b", 10), Link("a", "b", kind, lag))
    found = refusal(sequence, entry(Act.START, minute, "b"), PEOPLE)
    assert (found is not None) is is_held


def test_a_rollback_brings_its_steps_in_and_does_what_was_chosen() -> None:
    begun = standing(**PROVEN, gate=(DONE, 29, 29), second=(RUNNING, 29, None))
    question = rollback_question(begun, "A", 30)
    assert [one.id for one in question.steps] == ["undo"]
    assert [(one.change_key, one.proposed) for one in question.dependants] == [("B", Choice.ROLL_BACK)]
    assert (question.finish, question.fits) == (50, True)
    after = perform(begun, entry(Act.ROLL_BACK, change_key="A", choices=(("B", Choice.ROLL_BACK),)))
    states = {one.id: one.state for one in after.activities}
    assert (states["deploy"], states["second"], states["undo"]) == (ROLLED_BACK, ROLLED_BACK, PLANNED)
    assert after.activity("second").actual_finish == 30
    assert after.dormant == frozenset()
    implied = {(link.predecessor, link.successor) for link in awakened(after).links} - {
        (link.predecessor, link.successor) for link in after.links
    }
    assert implied == {("undo second", "undo")}
    kept = perform(begun, entry(Act.ROLL_BACK, change_key="A", choices=(("B", Choice.KEEP),)))
    assert kept.activity("second").state is RUNNING


def test_what_has_not_begun_is_left_out_and_what_waits_for_the_change_waits_for_its_rollback() -> None:
    begun = standing(**BEGUN)
    question = rollback_question(begun, "A", 30)
    assert question.dependants[0].choices == (Choice.LEAVE_OUT, Choice.KEEP)
    assert [one.id for one in question.waiting] == ["gate", "second"]
    after = perform(begun, entry(Act.ROLL_BACK, change_key="A", choices=(("B", Choice.LEAVE_OUT),)))
    assert after.activity("second").state is SKIPPED
    assert ("undo", "gate") in {(link.predecessor, link.successor) for link in awakened(after).links}


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ([(Phase.DEPLOY, DONE), (Phase.VERIFY, DONE)], Result.DEPLOYED),
        ([(Phase.DEPLOY, DONE), (Phase.VERIFY, SKIPPED)], Result.DEPLOYED),
        ([(Phase.DEPLOY, FAILED), (Phase.VERIFY, PLANNED)], Result.FAILED),
        ([(Phase.DEPLOY, DONE), (Phase.VERIFY, FAILED)], Result.FAILED),
        ([(Phase.DEPLOY, ROLLED_BACK), (Phase.ROLLBACK, DONE)], Result.ROLLED_BACK),
        ([(Phase.PREPARE, DONE), (Phase.DEPLOY, PLANNED)], Result.NOT_DEPLOYED),
        ([(Phase.DEPLOY, SKIPPED)], Result.NOT_DEPLOYED),
    ],
)
def test_the_result_of_a_change(states: list[tuple[Phase, ActivityState]], expected: Result) -> None:
    activities = [
        Activity(f"s{place}", "step", phase, "A", 10, state=state)
        for place, (phase, state) in enumerate(states)
    ]
    assert result_of(activities) is expected


def test_a_hand_over_is_told_and_an_undo_gives_it_back() -> None:
    plan = standing(**BEGUN)
    over = entry(Act.HAND_OVER, 30, "deploy", person_id=ADA, stand_in_id=BEN, reason="Ada is ill")
    words = "“deploy” handed over from Ada to Ben – Ada is ill"
    assert said(plan, over, PEOPLE) == words
    assert fold(plan, [over]).activity("deploy").players == (BEN,)
    undo = entry(Act.UNDO, number=2, target=1)
    assert undo_changes(plan, [over], undo) == {"deploy": {"players": (ADA,)}}
    redo = entry(Act.UNDO, number=3, target=2)
    assert fold(plan, [over, undo, redo]) == fold(plan, [over])
    assert last_redoable([over, undo]) == undo
    assert last_undoable([over, undo]) is None


@st.composite
def nights(draw: st.DrawFn) -> tuple[Sequence, list[NightEntry], list[Sequence]]:
    """A random plan with changes, what was done to it act by act, and the sequence after each act."""
    plan = clean(draw(sequences(with_fixed=False)))
    keys = [draw(st.sampled_from((None, "A", "B"))) for _ in plan.activities]
    phases = [draw(st.sampled_from((Phase.DEPLOY, Phase.VERIFY, Phase.ROLLBACK))) for _ in plan.activities]
    plan = plan.replacing(
        {
            one.id: replace(one, change_key=key, phase=phase if key else Phase.DEPLOY, players=(ADA,))
            for one, key, phase in zip(plan.activities, keys, phases, strict=True)
        }
    )
    entries: list[NightEntry] = []
    states = [plan]
    now = 0
    for _ in range(draw(st.integers(0, 25))):
        now += draw(st.integers(0, 20))
        act = draw(st.sampled_from([a for a in Act if a not in (Act.BEGIN, Act.END)]))
        number = len(entries) + 1
        target = last_undoable(entries) if draw(st.booleans()) else last_redoable(entries)
        if act is Act.UNDO:
            if target is not None:
                entries.append(NightEntry(number, act, now, now, target=target.number))
                states.append(fold(plan, entries))
            continue
        chosen = draw(st.sampled_from(plan.activities))
        tried = NightEntry(
            number, act, now - draw(st.integers(0, 15)), now, chosen.id, chosen.change_key, ADA, BEN,
            starts=((chosen.id, now),) if act is Act.REPLAN else (), reason="why",
        )  # fmt: skip
        found = refusal(states[-1], tried, PEOPLE)
        if found is None or found.may_be_overruled:
            entries.append(tried)
            states.append(perform(states[-1], tried))
    return plan, entries, states


@given(nights())
def test_the_fold_of_the_log_is_the_state(
    world: tuple[Sequence, list[NightEntry], list[Sequence]],
) -> None:
    plan, entries, states = world
    for count, state in enumerate(states):
        assert fold(plan, entries[:count]) == state
    assert fold(plan, list(reversed(entries))) == states[-1]


@given(nights())
def test_times_never_contradict_states(world: tuple[Sequence, list[NightEntry], list[Sequence]]) -> None:
    for state in world[2]:
        for one in state.activities:
            if one.state is RUNNING:
                assert one.actual_start is not None
                assert one.actual_finish is None
            if one.state in (DONE, FAILED):
                assert one.actual_start is not None
                assert one.actual_finish is not None
                assert one.actual_start <= one.actual_finish
            if one.state is PLANNED:
                assert (one.actual_start, one.actual_finish) == (None, None)


@given(nights())
def test_an_undo_gives_back_exactly_what_was_before_it(
    world: tuple[Sequence, list[NightEntry], list[Sequence]],
) -> None:
    plan, entries, states = world
    target = last_undoable(entries)
    if target is None:
        assert states[-1] == plan
        return
    undo = NightEntry(len(entries) + 1, Act.UNDO, 10**4, 10**4, target=target.number)
    left = [one for one in effective(entries) if one.number != target.number]
    assert fold(plan, [*entries, undo]) == fold(plan, left)
    assert (
        fold(plan, [*entries, undo, NightEntry(99, Act.UNDO, 10**4, 10**4, target=undo.number)]) == states[-1]
    )
