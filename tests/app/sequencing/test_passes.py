"""The passes: the four kinds of links, slack, fixed starts, circles, and what holds for every network."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from app.sequencing.errors import CyclicSequenceError, DuplicateActivityError, UnknownActivityError
from app.sequencing.model import ActivityState, Link, LinkKind, Phase, Sequence
from app.sequencing.passes import Schedule, schedule
from tests.app.sequencing.worlds import chain, network, sequences, step

FS, SS = LinkKind.FINISH_START, LinkKind.START_START
FF, SF = LinkKind.FINISH_FINISH, LinkKind.START_FINISH


def broken_links(sequence: Sequence, outcome: Schedule) -> list[Link]:
    """The links a schedule breaks, checked from their definition."""
    broken = []
    for link in sequence.links:
        before, after = outcome.timings[link.predecessor], outcome.timings[link.successor]
        from_minute = before.finish if link.kind in (FS, FF) else before.start
        to_minute = after.start if link.kind in (FS, SS) else after.finish
        if to_minute < from_minute + link.lag_minutes:
            broken.append(link)
    return broken


@pytest.mark.parametrize(
    ("kind", "lag", "start"),
    [
        (FS, 0, 130),
        (FS, 15, 145),
        (FS, -20, 110),
        (SS, 0, 100),
        (SS, 5, 105),
        (SS, -5, 95),
        (FF, 0, 120),
        (FF, 10, 130),
        (FF, -15, 105),
        (SF, 0, 90),
        (SF, 60, 150),
        (SF, -30, 60),
    ],
)
def test_each_kind_of_link_with_each_kind_of_lag(kind: LinkKind, lag: int, start: int) -> None:
    sequence = network(step("a", 30, planned_start=100), step("b", 10), Link("a", "b", kind, lag))
    assert schedule(sequence).start_of("b") == start


@pytest.mark.parametrize(
    ("fields", "start"),
    [
        ({}, 30),
        ({"planned_start": 20}, 30),
        ({"planned_start": 50}, 50),
        ({"earliest_start": 60, "planned_start": 50}, 60),
        ({"fixed_start": 5, "planned_start": 50}, 5),
    ],
)
def test_a_start_is_the_latest_of_links_earliest_start_and_pin(fields: dict[str, int], start: int) -> None:
    sequence = network(step("a", 30), step("b", 10, **fields), Link("a", "b"))
    assert schedule(sequence).start_of("b") == start


def test_work_before_the_window_needs_a_pin_or_an_earliest_start() -> None:
    sequence = network(step("a", 30, earliest_start=-60), step("b", 10), Link("a", "b", FS, -10))
    outcome = schedule(sequence)
    assert (outcome.start_of("a"), outcome.start_of("b")) == (-60, 0)


def test_slack_of_a_diamond() -> None:
    links = [Link("a", "b"), Link("a", "c"), Link("b", "d"), Link("c", "d")]
    outcome = schedule(network(step("a", 10), step("b", 30), step("c", 5), step("d", 10), *links))
    assert outcome.finish == 50
    assert {name: timing.total_slack for name, timing in outcome.timings.items()} == {
        "a": 0,
        "b": 0,
        "c": 25,
        "d": 0,
    }
    assert [name for name, timing in outcome.timings.items() if timing.is_critical] == ["a", "b", "d"]


def test_free_slack_is_what_moves_nobody_else() -> None:
    links = [Link("a", "b"), Link("b", "d"), Link("c", "d")]
    outcome = schedule(network(step("a", 5), step("b", 5), step("c", 30), step("d", 10), *links))
    assert (outcome.timings["a"].total_slack, outcome.timings["a"].free_slack) == (20, 0)
    assert (outcome.timings["b"].total_slack, outcome.timings["b"].free_slack) == (20, 20)


def test_a_missed_deadline_is_negative_slack() -> None:
    outcome = schedule(network(step("a", 30), step("b", 10, deadline=25), Link("a", "b")))
    assert outcome.timings["a"].total_slack == -15
    assert outcome.timings["b"].is_critical


def test_a_fixed_start_holds_its_predecessor_and_names_a_contradiction() -> None:
    sequence = network(step("a", 30), step("b", 10, fixed_start=60), Link("a", "b"))
    assert schedule(sequence).timings["a"].total_slack == 30
    early = network(step("a", 30), step("b", 10, fixed_start=20), Link("a", "b"))
    assert schedule(early).contradictions == (("a", "b", 30),)


def test_the_window_fits_or_not() -> None:
    assert schedule(chain("abc", window=30)).fits
    assert not schedule(chain("abc", window=29)).fits
    assert schedule(network()).finish == 0


def test_rollback_steps_move_nothing_until_their_change_is_rolled_back() -> None:
    parts = [
        step("a", 30, change_key="C"),
        step("undo", 100, change_key="C", phase=Phase.ROLLBACK),
        step("z", 10),
        Link("a", "undo"),
        Link("undo", "z"),
    ]
    quiet = schedule(network(*parts))
    assert (quiet.finish, quiet.start_of("undo"), quiet.start_of("z")) == (30, 30, 0)
    parts[0] = replace(parts[0], state=ActivityState.ROLLED_BACK)
    assert schedule(network(*parts)).finish == 140


def test_a_circle_is_named() -> None:
    links = [Link("b", "c"), Link("c", "d"), Link("d", "b"), Link("a", "b"), Link("d", "e")]
    with pytest.raises(CyclicSequenceError) as caught:
        schedule(network(*(step(letter, title=f"Step {letter}") for letter in "abcde"), *links))
    cycle = caught.value.cycle
    assert sorted(cycle) == ["b", "c", "d"]
    assert {(x, y) for x, y in zip(cycle, cycle[1:] + cycle[:1], strict=True)} <= {
        (link.predecessor, link.successor) for link in links
    }
    assert "Step b" in str(caught.value)


def test_unknown_and_repeated_ids_are_refused() -> None:
    with pytest.raises(UnknownActivityError):
        schedule(network(step("a"), Link("a", "gone")))
    with pytest.raises(DuplicateActivityError):
        schedule(network(step("a"), step("a")))


@given(sequences())
def test_no_schedule_breaks_a_link_except_into_a_fixed_start(sequence: Sequence) -> None:
    outcome = schedule(sequence)
    broken = {(link.predecessor, link.successor) for link in broken_links(sequence, outcome)}
    assert broken == {(pair.predecessor, pair.successor) for pair in outcome.contradictions}


def delayed(sequence: Sequence, activity_id: str, minute: int) -> Schedule:
    """The schedule when one activity is put at a minute."""
    activity = sequence.activity(activity_id)
    if activity.fixed_start is not None:
        return schedule(sequence.replacing({activity_id: replace(activity, fixed_start=minute)}))
    return schedule(sequence.replacing({activity_id: replace(activity, planned_start=minute)}))


def harm(sequence: Sequence, outcome: Schedule) -> tuple[int, int, int]:
    """What slack protects: the finish, the minutes past deadlines, the minutes into fixed starts."""
    late = sum(
        max(0, outcome.finish_of(activity.id) - activity.deadline)
        for activity in sequence.activities
        if activity.deadline is not None
    )
    pushed = sum(pair.allowed_start - outcome.start_of(pair.successor) for pair in outcome.contradictions)
    return outcome.finish, late, pushed


@given(sequences(with_fixed=False))
def test_using_up_slack_harms_nothing_and_one_minute_more_does(sequence: Sequence) -> None:
    outcome = schedule(sequence)
    is_sound = harm(sequence, outcome)[1:] == (0, 0)
    for activity_id, timing in outcome.timings.items():
        if timing.total_slack >= 0:
            used = delayed(sequence, activity_id, timing.start + timing.total_slack)
            assert harm(sequence, used) == harm(sequence, outcome)
        if is_sound:
            over = delayed(sequence, activity_id, timing.start + timing.total_slack + 1)
            assert harm(sequence, over) > harm(sequence, outcome)


@given(sequences())
def test_slack_protects_fixed_starts_too(sequence: Sequence) -> None:
    outcome = schedule(sequence)
    is_sound = harm(sequence, outcome)[1:] == (0, 0)
    for activity_id, timing in outcome.timings.items():
        if sequence.activity(activity_id).fixed_start is None and timing.total_slack >= 0:
            used = delayed(sequence, activity_id, timing.start + timing.total_slack)
            assert harm(sequence, used) == harm(sequence, outcome)
            if is_sound:
                over = delayed(sequence, activity_id, timing.start + timing.total_slack + 1)
                assert harm(sequence, over) != harm(sequence, outcome)


@given(sequences())
def test_using_up_free_slack_moves_nobody_else(sequence: Sequence) -> None:
    outcome = schedule(sequence)
    for activity_id, timing in outcome.timings.items():
        if timing.free_slack > 0 and sequence.activity(activity_id).fixed_start is None:
            used = delayed(sequence, activity_id, timing.start + timing.free_slack)
            moved = {other for other in outcome.timings if used.start_of(other) != outcome.start_of(other)}
            assert moved == {activity_id}
            assert used.finish == outcome.finish


@given(sequences())
def test_a_kept_order_gives_the_schedule_of_a_fresh_one(sequence: Sequence) -> None:
    schedule(sequence)
    first = sequence.activities[0]
    changed = sequence.replacing({first.id: replace(first, duration_minutes=first.duration_minutes + 7)})
    fresh = Sequence(changed.activities, changed.links, changed.window_minutes)
    assert schedule(changed) == schedule(fresh)


def test_a_rollback_step_stands_where_its_change_was_rolled_back() -> None:
    """Not at the window's start: where it began; while it waits, after the last of its change; 0 before."""
    deploy = replace(step("D", 30), change_key="CHG-1")
    back = replace(step("B", 10), change_key="CHG-1", phase=Phase.ROLLBACK)
    rolled = replace(deploy, state=ActivityState.ROLLED_BACK, actual_start=40, actual_finish=75)
    begun = replace(back, state=ActivityState.RUNNING, actual_start=90)
    assert schedule(Sequence((deploy, back), (), 480)).start_of("B") == 0
    assert schedule(Sequence((rolled, back), (), 480)).start_of("B") == 75
    assert schedule(Sequence((rolled, begun), (), 480)).start_of("B") == 90
    assert schedule(Sequence((rolled, replace(begun, planned_start=120)), (), 480)).start_of("B") == 120
