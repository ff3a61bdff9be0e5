"""Times what the sequence editor does at every edit, beside the plainest forward and backward pass.

Run with `python -m tests.bench.bench_sequencing`; prints one line a size with the ratio to the floor.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import replace

from app.sequencing.analysis import analyse
from app.sequencing.model import Activity, CiHold, Link, LinkKind, Phase, Sequence
from app.sequencing.passes import schedule
from app.sequencing.surroundings import CiInfo, PersonInfo, Surroundings, Unavailability

PHASES = (Phase.PREPARE, Phase.DEPLOY, Phase.DEPLOY, Phase.VERIFY, Phase.CLOSE)


def window_like(count: int, seed: int = 7) -> tuple[Sequence, Surroundings]:
    """A sequence of changes of five steps each, with people, items and links between changes."""
    chance = random.Random(seed)
    activities, links = [], []
    people = {
        number: PersonInfo(f"Person {number}", number % 8, (Unavailability(0, 20, "absent"),))
        for number in range(max(8, count // 8))
    }
    cis = {number: CiInfo(f"CI {number}", 3) for number in range(max(10, count // 4))}
    closure = {number: frozenset({number // 2, number // 4} - {number}) for number in cis}
    for number in range(count):
        change, step = divmod(number, 5)
        activities.append(
            Activity(
                id=f"a{number}",
                title=f"Step {number}",
                phase=PHASES[step],
                change_key=f"CHG-{change}",
                duration_minutes=chance.choice((5, 10, 15, 20, 30)),
                players=(chance.randrange(len(people)),),
                configuration_items=(CiHold(chance.randrange(len(cis)), step == 1),)
                if step in (1, 2)
                else (),
                rollback_minutes=10 if step == 1 else None,
                position=number,
                planned_start=(change * 37) % (count * 2),
            )
        )
        if step:
            links.append(Link(f"a{number - 1}", f"a{number}"))
        elif change and chance.random() < 0.5:
            links.append(Link(f"a{5 * chance.randrange(max(0, change - 9), change) + 3}", f"a{number}"))
        if step == 4:
            links.append(Link(f"a{number - 3}", f"a{number}", LinkKind.START_START, 5))
    return Sequence(tuple(activities), tuple(links), count * 3), Surroundings(people, cis, closure)


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


def median_seconds(action: Callable[[], object], repeats: int = 41) -> float:
    """The median time of an action."""
    times = []
    for _ in range(repeats):
        began = time.perf_counter()
        action()
        times.append(time.perf_counter() - began)
    return sorted(times)[repeats // 2]


def main() -> None:
    """Print the figures."""
    for count in (300, 2_000):
        sequence, surroundings = window_like(count)
        analyse(sequence, surroundings)
        durations = [activity.duration_minutes for activity in sequence.activities]
        bounds = [activity.not_before for activity in sequence.activities]
        links = [
            (p, s, lag + a * durations[p] - b * durations[s]) for p, s, a, b, lag in sequence.topology.links
        ]
        dragged = replace(sequence.activities[count // 2], planned_start=17)

        def drag(sequence: Sequence = sequence, dragged: Activity = dragged) -> Sequence:
            return sequence.replacing({dragged.id: dragged})

        floor = median_seconds(lambda d=durations, b=bounds, k=links: plain_passes(d, b, k))
        passes = median_seconds(lambda: schedule(drag()))
        whole = median_seconds(lambda s=surroundings: analyse(drag(), s))
        fresh = median_seconds(
            lambda q=sequence, s=surroundings: analyse(Sequence(q.activities, q.links, q.window_minutes), s)
        )
        conflicts = len(analyse(sequence, surroundings).conflicts)
        for name, seconds in (("passes", passes), ("analyse", whole), ("analyse, links changed", fresh)):
            print(
                f"{count:5d} activities  {name:24s} {seconds * 1000:7.2f} ms  "
                f"floor {floor * 1000:5.2f} ms  ratio {seconds / floor:5.1f}  ({conflicts} conflicts)"
            )


if __name__ == "__main__":
    main()
