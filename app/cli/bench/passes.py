"""The sequence editor's work at every edit, beside the plainest forward and backward pass."""

from __future__ import annotations

import random
from dataclasses import replace

from app.cli.bench.measurement import Measurement, median_seconds
from app.sequencing.analysis import analyse
from app.sequencing.model import Activity, CiHold, Link, LinkKind, Phase, Sequence
from app.sequencing.passes import schedule
from app.sequencing.surroundings import CiInfo, PersonInfo, Surroundings, Unavailability

SIZES = (300, 2_000)
_REPEATS = 41
_PHASES = (Phase.PREPARE, Phase.DEPLOY, Phase.DEPLOY, Phase.VERIFY, Phase.CLOSE)
_MINUTES = (5, 10, 15, 20, 30)


def window_like(count: int, seed: int = 7) -> tuple[Sequence, Surroundings]:
    """A sequence of changes of five steps each, with people, items and links between changes."""
    chance = random.Random(seed)
    people = {
        number: PersonInfo(f"Person {number}", number % 8, (Unavailability(0, 20, "absent"),))
        for number in range(max(8, count // 8))
    }
    items = {number: CiInfo(f"CI {number}", 3) for number in range(max(10, count // 4))}
    below = {number: frozenset({number // 2, number // 4} - {number}) for number in items}
    activities = tuple(_step(chance, number, count, len(people), len(items)) for number in range(count))
    links = tuple(link for number in range(count) for link in _links(chance, number))
    return Sequence(activities, links, count * 3), Surroundings(people, items, below)


def _step(chance: random.Random, number: int, count: int, people: int, items: int) -> Activity:
    change, step = divmod(number, 5)
    holds = (CiHold(chance.randrange(items), step == 1),) if step in (1, 2) else ()
    return Activity(
        id=f"a{number}",
        title=f"Step {number}",
        phase=_PHASES[step],
        change_key=f"CHG-{change}",
        duration_minutes=chance.choice(_MINUTES),
        players=(chance.randrange(people),),
        configuration_items=holds,
        rollback_minutes=10 if step == 1 else None,
        position=number,
        planned_start=(change * 37) % (count * 2),
    )


def _links(chance: random.Random, number: int) -> list[Link]:
    change, step = divmod(number, 5)
    links = []
    if step:
        links.append(Link(f"a{number - 1}", f"a{number}"))
    elif change and chance.random() < 0.5:
        links.append(Link(f"a{5 * chance.randrange(max(0, change - 9), change) + 3}", f"a{number}"))
    if step == 4:
        links.append(Link(f"a{number - 3}", f"a{number}", LinkKind.START_START, 5))
    return links


def plain_passes(durations: list[int], bounds: list[int], links: list[tuple[int, int, int]]) -> int:
    """The floor: both passes over links already sorted and weighted."""
    starts = bounds.copy()
    for predecessor, successor, weight in links:
        if starts[predecessor] + weight > starts[successor]:
            starts[successor] = starts[predecessor] + weight
    horizon = max(start + duration for start, duration in zip(starts, durations, strict=True))
    late = [horizon - duration for duration in durations]
    for predecessor, successor, weight in reversed(links):
        if late[successor] - weight < late[predecessor]:
            late[predecessor] = late[successor] - weight
    return sum(late) - sum(starts)


def measure() -> list[Measurement]:
    """Passes, and passes with all conflicts, after one activity was dragged."""
    return [measured for count in SIZES for measured in _measure(count)]


def _measure(count: int) -> list[Measurement]:
    sequence, surroundings = window_like(count)
    analyse(sequence, surroundings)
    durations = [activity.duration_minutes for activity in sequence.activities]
    bounds = [activity.not_before for activity in sequence.activities]
    links = [(p, s, lag + a * durations[p] - b * durations[s]) for p, s, a, b, lag in sequence.topology.links]
    dragged = replace(sequence.activities[count // 2], planned_start=17)

    def drag() -> Sequence:
        return sequence.replacing({dragged.id: dragged})

    floor = median_seconds(lambda: plain_passes(durations, bounds, links), _REPEATS)
    passes = median_seconds(lambda: schedule(drag()), _REPEATS)
    whole = median_seconds(lambda: analyse(drag(), surroundings), _REPEATS)
    return [
        Measurement.of(f"passes, {count} activities", passes, floor),
        Measurement.of(f"passes and conflicts, {count} activities", whole, floor),
    ]
