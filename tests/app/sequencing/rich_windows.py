"""Windows as a night really has them, by seed: all links and lags, teams, hours, items, freezes, pins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from app.sequencing.model import Activity, CiHold, Link, LinkKind, Phase, Sequence
from app.sequencing.surroundings import CiInfo, Freeze, PersonInfo, Surroundings, Unavailability


@dataclass(frozen=True, slots=True)
class Window:
    """One window to search: what is asked besides the sequence and its surroundings."""

    sequence: Sequence
    world: Surroundings
    kept_ids: frozenset[str]
    keeps_hours: bool
    keeps_points: bool


def rich_window(seed: int, most: int = 14) -> Window:
    """The window of a seed: up to `most` steps of changes in their usual order, with odd ones among them."""
    dice = Random(seed)
    grid = dice.choice((1, 5, 5, 5, 15))
    activities, links = _changes(dice, dice.randint(1, most), grid)
    oddness = dice.choice((0.0, 0.3, 1.0))
    activities = [_bounded(dice, one, grid, oddness) for one in activities]
    for _ in range(dice.randint(0, len(activities) // 4)):
        first, second = sorted(dice.sample(range(len(activities)), 2))
        lag = dice.choice((0, 0, 1, 2, 4, -1, -2, -5)) * grid
        link = Link(activities[first].id, activities[second].id, dice.choice(tuple(LinkKind)), lag)
        links[link.key] = link
    work = sum(one.duration_minutes for one in activities if one.phase is not Phase.ROLLBACK)
    window = max(grid, int(work * dice.choice((0.7, 1.0, 1.4, 2.5, 4))) // grid * grid)
    window += dice.choice((0, 0, 0, 1, 7))
    sequence = Sequence(tuple(activities), tuple(links.values()), window)
    kept = frozenset(one.id for one in activities if dice.random() < 0.05 * oddness)
    return Window(sequence, _world(dice, grid, window), kept, dice.random() < 0.4, dice.random() < 0.9)


def _changes(
    dice: Random, count: int, grid: int
) -> tuple[list[Activity], dict[tuple[str, str, LinkKind], Link]]:
    activities: list[Activity] = []
    links: dict[tuple[str, str, LinkKind], Link] = {}
    phases = (Phase.PREPARE, Phase.DEPLOY, Phase.VERIFY, Phase.CLOSE)
    change = 0
    while len(activities) < count:
        key = dice.choice((None, f"C{change}", f"C{change}", f"C{change}", f"C{max(0, change - 1)}"))
        change += 1
        before: Activity | None = None
        for phase in phases[: dice.randint(1, 4)]:
            here = _activity(dice, f"s{len(activities)}", phase, key, grid, len(activities))
            activities.append(here)
            if before is not None and dice.random() < 0.85:
                link = Link(before.id, here.id)
                links[link.key] = link
            before = here
        if dice.random() < 0.3:
            step = _activity(dice, f"s{len(activities)}", Phase.ROLLBACK, key, grid, len(activities))
            activities.append(step)
    return activities, links


def _activity(
    dice: Random, activity_id: str, phase: Phase, key: str | None, grid: int, position: int
) -> Activity:
    people = dice.choice(((), (), (), (1,), (2,), (3,), (4,), (1, 4), (2, 5)))
    holds = dice.choice(
        (
            (),
            (),
            (CiHold(1),),
            (CiHold(2),),
            (CiHold(3), CiHold(4, False)),
            (CiHold(4, False, 2),),
            (CiHold(4, False),),
            (CiHold(5, False),),
            (CiHold(5),),
        )
    )
    return Activity(
        activity_id,
        f"Step {activity_id}",
        phase,
        key,
        dice.choice((0, 1, 1, 2, 3, 4, 6, 9)) * grid,
        players=people,
        team_id=dice.choice((None, 1, 1, 2, 3)),
        configuration_items=holds,
        rollback_minutes=dice.choice((None, None, grid, 3 * grid)),
        position=position,
    )


def _bounded(dice: Random, one: Activity, grid: int, oddness: float) -> Activity:
    def minute(low: int = -4, high: int = 40) -> int:
        return dice.randint(low, high) * grid

    bounds: dict[str, int] = {}
    if dice.random() < 0.1 * oddness:
        bounds["earliest_start"] = minute()
    if dice.random() < 0.1 * oddness:
        bounds["planned_start"] = minute()
    if dice.random() < 0.04 * oddness:
        bounds["fixed_start"] = minute()
    if dice.random() < 0.08 * oddness:
        bounds["deadline"] = minute(5, 60)
    return replace(one, **bounds)


def _world(dice: Random, grid: int, window: int) -> Surroundings:
    def away() -> tuple[Unavailability, ...]:
        found = []
        for _ in range(dice.choice((0, 0, 0, 1, 2))):
            start = dice.randint(-3, max(1, window // grid)) * grid + dice.choice((0, 0, 3))
            length = dice.randint(1, 10) * grid
            found.append(Unavailability(start, start + length, "away", dice.random() < 0.5))
        return tuple(found)

    teams = {1: 1, 2: 1, 3: 1, 4: 2, 5: 2, 6: None}
    people = {key: PersonInfo(f"P{key}", team, away()) for key, team in teams.items()}
    freezes = []
    for number in range(dice.choice((0, 0, 1, 2))):
        start = dice.randint(-2, max(1, window // grid)) * grid
        scope = dice.choice(
            (
                (frozenset(), frozenset()),
                (frozenset({3}), frozenset()),
                (frozenset(), frozenset({"C0", "C1"})),
            )
        )
        finish = start + dice.randint(1, 5) * grid
        freezes.append(Freeze(f"Freeze {number}", start, finish, dice.random() < 0.7, *scope))
    return Surroundings(
        people,
        {1: CiInfo("db"), 2: CiInfo("app"), 3: CiInfo("host"), 4: CiInfo("pool", 2), 5: CiInfo("room")},
        {1: frozenset({3}), 2: frozenset({1, 3})},
        tuple(freezes),
        {1: "Operators", 2: "Testers", 3: "Nobody"},
    )
