"""The re-plan: what it proposes can be done, never ends later than right shift, and moves no more than it."""

from __future__ import annotations

import random
import threading
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.sequencing.model import Activity, ActivityState, CiHold, Link, LinkKind, Phase, Sequence
from app.sequencing.night_picture import agreed_schedule
from app.sequencing.replan import replan
from app.sequencing.right_shift import right_shift
from app.sequencing.surroundings import CiInfo, PersonInfo, Surroundings
from tests.app.sequencing.worlds import network, sequences, step

RUNNING, DONE, PLANNED = ActivityState.RUNNING, ActivityState.DONE, ActivityState.PLANNED


def crowded_night(
    count: int, under_way: int, late_minutes: int, seed: int
) -> tuple[Sequence, int, Surroundings]:
    """A tight night agreed without clashes; at the minute returned one activity runs late."""
    draw = random.Random(seed)
    people = {number: PersonInfo(f"Person {number}") for number in range(1, max(4, count // 8))}
    items = {number: CiInfo(f"Item {number}") for number in range(1, max(4, count // 6))}
    surroundings = Surroundings(people=people, cis=items)
    activities: list[Activity] = []
    links: list[Link] = []
    for number in range(count):
        change = f"C{number // 5}"
        if number % 5:
            links.append(Link(f"s{number - 1:03}", f"s{number:03}"))
        elif number >= 20 and draw.random() < 0.4:
            links.append(Link(f"s{draw.randrange(number // 5) * 5 + 4:03}", f"s{number:03}"))
        activities.append(
            Activity(
                f"s{number:03}", f"Step {number}", Phase.DEPLOY, change, draw.randrange(1, 10) * 5,
                players=(draw.choice(list(people)),),
                configuration_items=(CiHold(draw.choice(list(items))),) if draw.random() < 0.3 else (),
                position=number,
            )
        )  # fmt: skip
    plan = Sequence(tuple(activities), tuple(links), 100_000)
    placed = right_shift(plan, 0, agreed_schedule(plan), surroundings)
    plan = plan.replacing(
        {
            one.id: replace(one, planned_start=placed.starts[one.id] + draw.choice((0, 0, 5)))
            for one in activities
        }
    )
    placed = right_shift(plan, 0, agreed_schedule(plan), surroundings)
    plan = plan.replacing(
        {one.id: replace(one, planned_start=placed.starts[one.id]) for one in plan.activities}
    )
    order = sorted(plan.activities, key=lambda one: (one.planned_start or 0, one.position))
    minute = order[under_way - 1].planned_start or 0
    changed = {}
    running = []
    for one in order:
        start = one.planned_start or 0
        if start > minute:
            continue
        finish = start + one.duration_minutes
        if finish <= minute:
            changed[one.id] = replace(one, state=DONE, actual_start=start, actual_finish=finish)
        else:
            running.append(one)
            changed[one.id] = replace(one, state=RUNNING, actual_start=start)
    slow = min(running, key=lambda one: abs(minute - (one.planned_start or 0) - late_minutes))
    changed[slow.id] = replace(changed[slow.id], actual_start=minute)
    return Sequence(plan.activities, plan.links, placed.finish + 60).replacing(changed), minute, surroundings


def broken(sequence: Sequence, starts: dict[str, int], minute: int) -> list[str]:
    """What a set of starts breaks, found without the code under test: links, people, exclusive items, now."""
    spans: dict[str, tuple[int, int]] = {}
    for one in sequence.activities:
        if one.state is DONE:
            spans[one.id] = (one.actual_start or 0, one.actual_finish or 0)
        elif one.state is RUNNING:
            begun = one.actual_start or 0
            spans[one.id] = (begun, max(minute, begun + one.duration_minutes))
        else:
            spans[one.id] = (starts[one.id], starts[one.id] + one.duration_minutes)
    found = [f"{key} before now" for key in starts if starts[key] < minute]
    for link in sequence.links:
        if sequence.activity(link.successor).state is PLANNED:
            begin = spans[link.predecessor][1 if link.kind.is_from_finish else 0] + link.lag_minutes
            if spans[link.successor][1 if link.kind.is_to_finish else 0] < begin:
                found.append(f"{link.predecessor} {link.kind} {link.successor}")
    for one in sequence.activities:
        for other in sequence.activities:
            if one.id >= other.id or PLANNED not in (one.state, other.state):
                continue
            together = spans[one.id][0] < spans[other.id][1] and spans[other.id][0] < spans[one.id][1]
            shared = set(one.players) & set(other.players)
            if one.change_key != other.change_key:
                shared |= {h.ci_id for h in one.configuration_items} & {
                    h.ci_id for h in other.configuration_items
                }
            if together and shared:
                found.append(f"{one.id} and {other.id}")
    return found


@pytest.mark.parametrize("seed", range(6))
def test_a_re_plan_can_be_done_and_is_no_worse_than_right_shift(seed: int) -> None:
    sequence, minute, surroundings = crowded_night(50, 20, 25, seed)
    found = replan(sequence, minute, surroundings, seconds=1.0)
    agreed = agreed_schedule(sequence)
    waiting = [one for one in sequence.activities if one.state is PLANNED]
    starts = {one.id: found.starts.get(one.id, agreed.start_of(one.id)) for one in waiting}
    assert broken(sequence, starts, minute) == []
    assert found.finish <= found.right_shift_finish
    assert len(found.moves) <= found.right_shift_moves
    assert all(move.start != move.agreed_start for move in found.moves)


def test_right_shift_itself_breaks_nothing() -> None:
    for seed in range(10, 16):
        sequence, minute, surroundings = crowded_night(60, 25, 40, seed)
        shifted = right_shift(sequence, minute, agreed_schedule(sequence), surroundings)
        assert broken(sequence, dict(shifted.starts), minute) == []
        assert shifted.finish == max(
            shifted.fixed_finish,
            *(start + sequence.activity(key).duration_minutes for key, start in shifted.starts.items()),
        )


def test_at_200_activities_it_moves_at_most_half() -> None:
    moved = shifted = 0
    for seed in (1, 2, 3):
        sequence, minute, surroundings = crowded_night(200, 80, 25, seed)
        found = replan(sequence, minute, surroundings, seconds=3.0)
        assert found.finish <= found.right_shift_finish
        moved += len(found.moves)
        shifted += found.right_shift_moves
    assert moved <= shifted / 2


def test_a_night_on_time_moves_nothing_and_asks_no_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.sequencing.replan.build_cp", lambda _: pytest.fail("The solver was asked."))
    sequence = network(step("a", 10), step("b", 10), Link("a", "b"))
    found = replan(sequence, 0, Surroundings())
    assert (found.moves, found.finish, found.is_proven) == ((), 20, True)


def test_what_must_move_moves_and_a_fixed_start_stays() -> None:
    sequence = network(
        step("late", 10, state=RUNNING, actual_start=0),
        step("next", 10, planned_start=20),
        step("fixed", 10, fixed_start=60),
        step("free", 10, planned_start=70),
        Link("late", "next"),
        Link("late", "free", LinkKind.FINISH_START),
    )
    found = replan(sequence, 25, Surroundings())
    assert {move.activity_id: move.start for move in found.moves} == {"next": 25}
    assert found.finish == 80


def test_a_stopped_re_plan_gives_right_shift() -> None:
    sequence, minute, surroundings = crowded_night(40, 15, 25, 4)
    stop = threading.Event()
    stop.set()
    found = replan(sequence, minute, surroundings, stop=stop)
    assert len(found.moves) == found.right_shift_moves
    assert found.finish == found.right_shift_finish


@settings(max_examples=40, deadline=None)
@given(sequences(with_fixed=False), st.integers(0, 120), st.data())
def test_any_night_with_links_of_all_kinds_is_re_planned_without_breaking_one(
    plan: Sequence, minute: int, data: st.DataObject
) -> None:
    changed = {}
    ended: set[str] = set()
    for index in plan.topology.order:
        one = plan.activities[index]
        before = {link.predecessor for link in plan.links_into.get(one.id, ())}
        if before <= ended and data.draw(st.booleans()):
            finish = data.draw(st.integers(0, minute))
            changed[one.id] = replace(one, state=DONE, actual_start=min(finish, 5), actual_finish=finish)
            ended.add(one.id)
    sequence = plan.replacing(changed)
    found = replan(sequence, minute, Surroundings(), seconds=0.5)
    agreed = agreed_schedule(sequence)
    waiting = [one for one in sequence.activities if one.state is PLANNED]
    starts = {one.id: found.starts.get(one.id, agreed.start_of(one.id)) for one in waiting}
    assert broken(sequence, starts, minute) == []
    assert found.finish <= found.right_shift_finish
    assert len(found.moves) <= found.right_shift_moves
    for one in waiting:
        assert one.earliest_start is None or starts[one.id] >= one.earliest_start
