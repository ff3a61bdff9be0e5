"""What past nights teach: medians and spreads by step, offers, and the edit that takes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sequencing.learning import (
    PastDuration,
    StepKey,
    learn,
    learned_of,
    learned_spreads,
    offers,
    step_title,
    use_learned,
)
from app.sequencing.model import ActivityState, Phase
from tests.app.sequencing.worlds import network, step

KEY = StepKey(4, Phase.DEPLOY, "stop crm")


def nights(*minutes: int) -> list[PastDuration]:
    return [PastDuration(KEY, window, one) for window, one in enumerate(minutes)]


def test_the_words_name_median_range_and_nights() -> None:
    learned = learn(nights(25, 30, 35, 35, 40, 50))[KEY]
    assert (learned.median_minutes, learned.nights) == (35, 6)
    assert (learned.low_minutes, learned.high_minutes) == (28, 45)
    assert learned.words == "typically 35 min (28 min to 45 min, 6 nights)"
    assert learn(nights(20))[KEY].words == "typically 20 min (1 night)"


def test_a_spread_needs_three_nights_and_reaches_beyond_what_was_seen() -> None:
    assert learn(nights(20, 40))[KEY].spread is None
    spread = learn(nights(20, 30, 40))[KEY].spread
    assert spread is not None
    assert (spread.optimistic_minutes, spread.likely_minutes, spread.pessimistic_minutes) == (10, 30, 50)


@given(st.lists(st.integers(0, 600), min_size=3, max_size=30))
def test_a_spread_is_in_order_and_holds_every_night(minutes: list[int]) -> None:
    learned = learn(nights(*minutes))[KEY]
    spread = learned.spread
    assert spread is not None
    assert 0 <= spread.optimistic_minutes <= min(minutes)
    assert spread.optimistic_minutes <= spread.likely_minutes <= spread.pessimistic_minutes
    assert spread.pessimistic_minutes >= max(minutes)
    assert learned.least_minutes <= learned.low_minutes <= learned.high_minutes <= learned.most_minutes


def test_two_of_one_night_count_once() -> None:
    past = [PastDuration(KEY, 1, 10), PastDuration(KEY, 1, 30), PastDuration(KEY, 2, 40)]
    assert learn(past)[KEY].nights == 2
    assert learn(past)[KEY].median_minutes == 30


def test_steps_are_matched_by_application_phase_and_title() -> None:
    known = learn(nights(25, 30, 35))
    same = step("a", 60, title="  STOP   crm", change_key="C")
    other_phase = step("b", 60, title="Stop CRM", change_key="C", phase=Phase.CLOSE)
    other_application = step("c", 60, title="Stop CRM", change_key="D")
    without_change = step("d", 60, title="Stop CRM")
    sequence = network(same, other_phase, other_application, without_change)
    found = learned_of(sequence, {"C": (9, 4), "D": (5,)}, known)
    assert set(found) == {"a"}
    assert set(learned_spreads(found)) == {"a"}
    assert step_title(" Stop\n CRM ") == "stop crm"


def test_what_is_offered_is_taken_in_one_edit() -> None:
    known = learn(nights(30, 30, 30))
    late = step("a", 60, title="Stop CRM", change_key="C", optimistic_minutes=40, pessimistic_minutes=90)
    right = step("b", 30, title="Stop CRM", change_key="C")
    done = step("c", 60, title="Stop CRM", change_key="C", state=ActivityState.DONE)
    sequence = network(late, right, done)
    found = offers(sequence, learned_of(sequence, {"C": (4,)}, known))
    assert [(offer.activity_id, offer.planned_minutes) for offer in found] == [("a", 60)]
    edit = use_learned(sequence, found)
    taken = edit.sequence.activity("a")
    assert (taken.duration_minutes, taken.optimistic_minutes, taken.pessimistic_minutes) == (30, None, 90)
    assert edit.sequence.activity("c").duration_minutes == 60
    assert edit.label == "Use durations of past nights for 1 activity"
    assert use_learned(sequence, []).sequence == sequence


@pytest.mark.parametrize("minutes", [-5, -1])
def test_times_that_run_backwards_teach_nothing(minutes: int) -> None:
    assert learn(nights(minutes)) == {}
