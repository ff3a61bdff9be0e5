"""Random small windows for the suggestion: people, teams, items, freezes, lags, pins, points of no return."""

from __future__ import annotations

from hypothesis import strategies as st

from app.sequencing.model import Activity, CiHold, Link, LinkKind, Phase, Sequence
from app.sequencing.surroundings import CiInfo, Freeze, PersonInfo, Surroundings, Unavailability

_PHASES = (Phase.PREPARE, Phase.DEPLOY, Phase.DEPLOY, Phase.VERIFY, Phase.CLOSE, Phase.ROLLBACK)


@st.composite
def windows(draw: st.DrawFn, most: int = 9, grid: int = 5) -> tuple[Sequence, Surroundings]:
    """A window of up to `most` activities on a grid of minutes, not always possible."""
    count = draw(st.integers(1, most))
    activities = tuple(_activity(draw, number, grid) for number in range(count))
    links = {}
    for _ in range(draw(st.integers(0, count)) if count > 1 else 0):
        first = draw(st.integers(0, count - 2))
        second = draw(st.integers(first + 1, count - 1))
        lag = grid * draw(st.integers(-3, 4))
        link = Link(f"a{first}", f"a{second}", draw(st.sampled_from(LinkKind)), lag)
        links[link.key] = link
    sequence = Sequence(activities, tuple(links.values()), grid * draw(st.integers(8, 40)))
    return sequence, _world(draw, grid)


def _activity(draw: st.DrawFn, number: int, grid: int) -> Activity:
    rarely = st.one_of(
        st.none(), st.none(), st.none(), st.none(), st.integers(-2, 20).map(lambda n: n * grid)
    )
    people = draw(st.sampled_from([(), (), (1,), (2,), (3,), (1, 2)]))
    holds = draw(
        st.sampled_from(
            [(), (), (CiHold(1),), (CiHold(2),), (CiHold(3),), (CiHold(2, False),), (CiHold(4, False, 2),)]
        )
    )
    phase = draw(st.sampled_from(_PHASES))
    return Activity(
        id=f"a{number}",
        title=f"Step {number}",
        phase=phase,
        change_key=draw(st.sampled_from([None, "A", "A", "B", "C"])),
        duration_minutes=grid * draw(st.integers(0, 6)),
        earliest_start=draw(rarely),
        planned_start=draw(rarely),
        fixed_start=draw(rarely),
        deadline=draw(st.one_of(st.none(), st.none(), st.integers(4, 30).map(lambda n: n * grid))),
        players=people,
        team_id=draw(st.sampled_from([None, 1, 1, 2])),
        configuration_items=holds,
        rollback_minutes=draw(st.sampled_from([None, None, grid, 3 * grid])),
        position=number,
    )


def _world(draw: st.DrawFn, grid: int) -> Surroundings:
    def away() -> tuple[Unavailability, ...]:
        if draw(st.integers(0, 3)):
            return ()
        start = grid * draw(st.integers(-2, 20))
        return (
            Unavailability(start, start + grid * draw(st.integers(1, 8)), is_absence=draw(st.booleans())),
        )

    people = {
        1: PersonInfo("Ada", 1, away()),
        2: PersonInfo("Ben", 1, away()),
        3: PersonInfo("Cem", 2, away()),
    }
    freezes = []
    if not draw(st.integers(0, 3)):
        start = grid * draw(st.integers(-2, 15))
        scope = draw(st.sampled_from([(frozenset(), frozenset({"A"})), (frozenset({3}), frozenset())]))
        finish = start + grid * draw(st.integers(1, 6))
        freezes.append(Freeze("Quarter", start, finish, draw(st.booleans()), *scope))
    return Surroundings(
        people=people,
        cis={1: CiInfo("db"), 2: CiInfo("app"), 3: CiInfo("host"), 4: CiInfo("pool", 3)},
        ci_closure={1: frozenset({3}), 2: frozenset({1, 3})},
        freezes=tuple(freezes),
        team_names={1: "Operators", 2: "Testers"},
    )
