"""Who is booked: people do one step at a time, and work spread over days beside other work."""

from __future__ import annotations

import pytest

from app.sequencing.analysis import analyse
from app.sequencing.conflict_kinds import ConflictKind
from app.sequencing.incremental import Analyst
from app.sequencing.model import SPREAD_MINUTES, Activity, Sequence
from app.sequencing.surroundings import PersonInfo, Surroundings, Unavailability

SURROUNDINGS = Surroundings(people={1: PersonInfo("Ada", 1, (Unavailability(0, 10_000, "absent"),))})


def two_steps(minutes: int) -> Sequence:
    steps = (Activity("a", "Load", duration_minutes=minutes, players=(1,)),)
    return Sequence((*steps, Activity("b", "Check", duration_minutes=30, players=(1,))), (), 20_000)


@pytest.mark.parametrize(
    ("minutes", "is_booked"),
    [(30, True), (SPREAD_MINUTES - 1, True), (SPREAD_MINUTES, False), (17_280, False)],
)
def test_work_spread_over_days_books_nobody(minutes: int, is_booked: bool) -> None:
    found = analyse(two_steps(minutes), SURROUNDINGS).conflicts
    double = [one for one in found if one.kind is ConflictKind.PLAYER_DOUBLE_BOOKED]
    away = [one for one in found if one.kind is ConflictKind.PLAYER_UNAVAILABLE and "a" in one.activity_ids]
    assert (bool(double), bool(away)) == (is_booked, is_booked)


def test_a_step_stretched_to_a_day_frees_its_people_at_once() -> None:
    analyst = Analyst(SURROUNDINGS)
    short, spread = two_steps(60), two_steps(SPREAD_MINUTES)
    for sequence in (short, spread, short):
        found = analyst.analyse(sequence)
        assert found.conflicts == analyse(sequence, SURROUNDINGS).conflicts
