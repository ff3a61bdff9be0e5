"""The renewed analysis equals the full one after any row of edits."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.sequencing.analysis import analyse
from app.sequencing.incremental import Analyst
from app.sequencing.model import ActivityState, Link, Sequence
from app.sequencing.surroundings import Surroundings
from tests.app.sequencing.suggesting.random_windows import windows
from tests.bench.suggestion_worlds import night

_FIELDS = {
    "planned_start": st.one_of(st.none(), st.integers(-20, 200)),
    "duration_minutes": st.integers(0, 60),
    "fixed_start": st.one_of(st.none(), st.integers(0, 150)),
    "deadline": st.one_of(st.none(), st.integers(10, 200)),
    "players": st.sampled_from([(), (1,), (2, 3)]),
    "title": st.sampled_from(["Other", "Name"]),
    "rollback_minutes": st.sampled_from([None, 10, 60]),
    "state": st.sampled_from(ActivityState),
    "change_key": st.sampled_from([None, "A", "B"]),
}


@st.composite
def edits(draw: st.DrawFn) -> list[tuple[int, str, object]]:
    """Which field of which activity becomes what; times far more often than the rest."""
    names = st.sampled_from([*["planned_start", "duration_minutes"] * 5, *_FIELDS])
    chosen = draw(st.lists(st.tuples(st.integers(0, 30), names), min_size=1, max_size=8))
    return [(place, name, draw(_FIELDS[name])) for place, name in chosen]


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(windows(most=14), edits(), st.booleans())
def test_every_edit_gives_what_the_full_analysis_gives(
    window: tuple[Sequence, Surroundings], made: list[tuple[int, str, object]], drops_a_link: bool
) -> None:
    sequence, world = window
    analyst = Analyst(world)
    assert analyst.analyse(sequence) == analyse(sequence, world)
    for place, name, value in made:
        activity = sequence.activities[place % len(sequence)]
        changed = {activity.id: replace(activity, **{name: value})}  # type: ignore[arg-type]
        sequence = sequence.replacing(changed)
        assert analyst.analyse(sequence) == analyse(sequence, world)
    if drops_a_link and sequence.links:
        sequence = Sequence(sequence.activities, sequence.links[1:], sequence.window_minutes)
        assert analyst.analyse(sequence) == analyse(sequence, world)


def test_a_drag_in_a_large_night_gives_what_the_full_analysis_gives() -> None:
    sequence, world = night(300)
    analyst = Analyst(world)
    analyst.analyse(sequence)
    for place in (3, 50, 120, 299):
        activity = sequence.activities[place]
        for minute in (40, 45, 200):
            sequence = sequence.replacing({activity.id: replace(activity, planned_start=minute)})
            assert analyst.analyse(sequence) == analyse(sequence, world)


def test_adding_a_link_works_all_out_again() -> None:
    sequence, world = night(50)
    analyst = Analyst(world)
    analyst.analyse(sequence)
    first, last = sequence.ids[0], sequence.ids[-1]
    linked = Sequence(sequence.activities, (*sequence.links, Link(first, last)), sequence.window_minutes)
    assert analyst.analyse(linked) == analyse(linked, world)
