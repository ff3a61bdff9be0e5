"""The chance to finish: against a slow second way, without spread, with growing spread, in its figures."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.cli.bench.chance import uncertain_window
from app.cli.bench.passes import window_like
from app.sequencing.chance.draws import draw_durations
from app.sequencing.chance.holds import find_holds
from app.sequencing.chance.outcome import chance_sentence, percent
from app.sequencing.chance.playing import play, waits_of
from app.sequencing.chance.simulation import simulate
from app.sequencing.chance.spread import Spread, spreads_of
from app.sequencing.model import ActivityState, CiHold, Link, LinkKind, Phase, Sequence
from app.sequencing.passes import schedule
from app.sequencing.surroundings import CiInfo, Surroundings
from tests.app.sequencing.chance.reference import play_slowly
from tests.app.sequencing.worlds import chain, network, sequences, step

NOBODY = Surroundings()


@st.composite
def nights(draw: st.DrawFn) -> tuple[Sequence, Surroundings]:
    """Small networks with people, exclusive and shared items, changes and links of positive lag."""
    count = draw(st.integers(2, 7))
    steps = [
        step(
            f"s{n}",
            draw(st.integers(0, 40)),
            change_key=draw(st.sampled_from((None, "A", "B", "C"))),
            players=tuple(draw(st.sets(st.integers(1, 3), max_size=2))),
            configuration_items=tuple(
                CiHold(ci, draw(st.booleans())) for ci in draw(st.sets(st.integers(1, 3), max_size=2))
            ),
            planned_start=draw(st.one_of(st.none(), st.integers(0, 60))),
        )
        for n in range(count)
    ]
    links = {}
    for _ in range(draw(st.integers(0, 6))):
        first = draw(st.integers(0, count - 2))
        second = draw(st.integers(first + 1, count - 1))
        kind = draw(st.sampled_from((LinkKind.FINISH_START, LinkKind.START_START)))
        link = Link(f"s{first}", f"s{second}", kind, draw(st.integers(0, 15)))
        links[link.key] = link
    closure = {2: frozenset({1})}
    items = {ci: CiInfo(f"CI {ci}", 99) for ci in (1, 2, 3)}
    return network(*steps, *links.values()), Surroundings(cis=items, ci_closure=closure)


@settings(max_examples=150, deadline=None)
@given(nights(), st.integers(0, 2**31))
def test_every_run_equals_the_slow_way(night: tuple[Sequence, Surroundings], seed: int) -> None:
    sequence, surroundings = night
    widths = {
        a.id: Spread(a.duration_minutes / 2, a.duration_minutes, a.duration_minutes * 3)
        for a in sequence.activities
    }
    durations = draw_durations(sequence, spreads_of(sequence, widths), 6, np.random.default_rng(seed))
    holds = find_holds(sequence, schedule(sequence), surroundings)
    played = play(sequence, holds, waits_of(sequence, holds), durations)
    for run in range(6):
        starts, finishes = play_slowly(sequence, surroundings, durations[:, run].tolist())
        assert played.starts[:, run] == pytest.approx(starts, abs=0.01)
        assert played.finishes[:, run] == pytest.approx(finishes, abs=0.01)


@settings(max_examples=150, deadline=None)
@given(sequences())
def test_without_spread_the_finish_is_that_of_the_passes(sequence: Sequence) -> None:
    plan = schedule(sequence)
    if plan.contradictions:  # a fixed start that its predecessors contradict waits for them on the night
        return
    chance = simulate(sequence, NOBODY, runs=3)
    assert (chance.finish_p50, chance.finish_p80, chance.finish_p95) == (plan.finish,) * 3
    assert chance.chance_in_window == (1.0 if plan.fits else 0.0)
    assert not chance.has_spread


def test_without_spread_a_plan_without_conflicts_stays_as_planned_with_people_and_items() -> None:
    one, other = step("a", 30, players=(1,)), step("b", 20, players=(1,), planned_start=30)
    third = step("c", 25, configuration_items=(CiHold(7, False, 2),))
    fourth = step("d", 25, configuration_items=(CiHold(7, False, 2),), planned_start=25)
    around = Surroundings(cis={7: CiInfo("DB", 3)})
    assert simulate(network(one, other, third, fourth), around, runs=5).finish_p95 == 50


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 6), st.integers(0, 25), st.integers(1, 20), st.booleans())
def test_more_spread_never_lowers_the_95th_percentile(
    count: int, narrow: int, more: int, in_a_row: bool
) -> None:
    text = "abcdef"[:count]
    sequence = chain(text, minutes=60) if in_a_row else network(*(step(x, 60) for x in text))

    def p95(width: int) -> int:
        learned = {letter: Spread(60 - width, 60, 60 + width) for letter in text}
        return simulate(sequence, NOBODY, learned, 1000).finish_p95

    assert p95(narrow) <= p95(narrow + more)


def test_one_person_does_two_steps_one_after_the_other() -> None:
    one, other = step("a", 30, players=(1,)), step("b", 30, players=(1,))
    assert simulate(network(one, other), NOBODY, runs=5).finish_p50 == 60
    assert simulate(network(one, replace(other, players=(2,))), NOBODY, runs=5).finish_p50 == 30


def test_a_pool_lets_in_as_many_as_it_has_units() -> None:
    steps = [step(x, 20, configuration_items=(CiHold(7, False),)) for x in "abc"]
    around = Surroundings(cis={7: CiInfo("Runner", 2)})
    assert simulate(network(*steps), around, runs=5).finish_p50 == 40


def test_the_figures_are_those_of_the_beta_pert() -> None:
    sequence = network(step("a", 60, optimistic_minutes=30, pessimistic_minutes=120))
    drawn = draw_durations(sequence, spreads_of(sequence), 100_000, np.random.default_rng(1))[0]
    assert drawn.mean() == pytest.approx((30 + 4 * 60 + 120) / 6, abs=0.2)
    rising, falling = 1 + 4 * 30 / 90, 1 + 4 * 60 / 90
    variance = rising * falling / ((rising + falling) ** 2 * (rising + falling + 1)) * 90**2
    assert drawn.var() == pytest.approx(variance, rel=0.02)
    assert 30 <= drawn.min() <= drawn.max() <= 120


def test_steps_of_one_person_are_slow_together() -> None:
    spread = {x: Spread(20, 30, 60) for x in "abc"}
    sequence = network(step("a", 30, players=(1,)), step("b", 30, players=(1,)), step("c", 30, players=(2,)))
    drawn = draw_durations(sequence, spreads_of(sequence, spread), 50_000, np.random.default_rng(1), 0.5)
    together = np.corrcoef(drawn)
    assert together[0, 1] == pytest.approx(0.5, abs=0.03)
    assert together[0, 2] == pytest.approx(0.0, abs=0.03)
    with pytest.raises(ValueError, match="between 0 and 1"):
        draw_durations(sequence, spreads_of(sequence, spread), 5, np.random.default_rng(1), 1.5)


def test_the_uncertain_long_step_drives_the_finish() -> None:
    long = step("long", 60, optimistic_minutes=50, pessimistic_minutes=120)
    short = step("short", 55, optimistic_minutes=50, pessimistic_minutes=70)
    end = step("end", 10)
    links = (Link("long", "end"), Link("short", "end"))
    chance = simulate(network(long, short, end, *links, window=90), NOBODY)
    first = chance.drivers[0]
    assert first.activity_id == "long"
    assert 0.7 < first.criticality < 1.0
    assert next(d for d in chance.drivers if d.activity_id == "end").criticality == 1.0
    assert chance_sentence(chance, str).endswith(
        f"“long” drives the finish in {percent(first.criticality)} of runs."
    )


def test_chance_before_the_point_of_no_return() -> None:
    deploy = step(
        "d",
        60,
        phase=Phase.DEPLOY,
        change_key="C",
        rollback_minutes=30,
        optimistic_minutes=30,
        pessimistic_minutes=90,
    )
    chance = simulate(network(deploy, window=90), NOBODY)
    assert [(p.change_key, p.minute) for p in chance.points] == [("C", 60)]
    assert chance.points[0].chance == pytest.approx(0.5, abs=0.02)
    assert chance.chance_in_window == 1.0


def test_equal_seeds_agree_and_the_bench_night_is_played() -> None:
    sequence, (_, around) = uncertain_window(100), window_like(100)
    one = simulate(sequence, around, runs=500, generator=np.random.default_rng(5))
    assert one == simulate(sequence, around, runs=500, generator=np.random.default_rng(5))
    assert one.finish_p50 <= one.finish_p80 <= one.finish_p95
    assert one.planned_finish < one.finish_p95


def test_nothing_planned_and_no_runs() -> None:
    assert simulate(Sequence(), NOBODY).activities == 0
    with pytest.raises(ValueError, match="at least one run"):
        simulate(chain("a"), NOBODY, runs=0)


@pytest.mark.parametrize(
    ("share", "said"),
    [(1.0, "100 %"), (0.999, "over 99 %"), (0.42, "42 %"), (0.001, "under 1 %"), (0.0, "0 %")],
)
def test_shares_in_words(share: float, said: str) -> None:
    assert percent(share) == said


def test_what_is_done_is_certain_and_what_runs_began_when_it_did() -> None:
    done = step(
        "a",
        60,
        optimistic_minutes=10,
        pessimistic_minutes=200,
        state=ActivityState.DONE,
        actual_start=5,
        actual_finish=35,
    )
    running = step("b", 20, state=ActivityState.RUNNING, actual_start=50)
    waiting = step("c", 10)
    sequence = network(done, running, waiting, Link("a", "b"), Link("b", "c"))
    chance = simulate(sequence, NOBODY, runs=200)
    assert (chance.finish_p50, chance.finish_p95) == (80, 80)
    assert not chance.has_spread
