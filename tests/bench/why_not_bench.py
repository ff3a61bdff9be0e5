"""How soon planted contradictions among a hundred activities are explained, and how many reasons they take.

Run: `python -m tests.bench.why_not_bench [--count N] [--plants N]`.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import replace

from app.sequencing.model import Sequence
from app.sequencing.suggest import preload
from app.sequencing.surroundings import Surroundings
from app.sequencing.why_not.explaining import why_not
from tests.bench.suggestion_worlds import night


def main() -> None:
    """Print a line for each planted contradiction and the slowest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--plants", type=int, default=25)
    arguments = parser.parse_args()
    preload()
    slowest = 0.0
    for seed in range(1, arguments.plants + 1):
        sequence, world = night(arguments.count, seed)
        planted, what = plant(sequence, world, random.Random(seed))
        found = why_not(planted, world)
        slowest = max(slowest, found.seconds)
        print(
            f"{seed:3d} {what:28s} {found.finding.value:13s} {len(found.requirements):3d} requirements "
            f"in {len(found.reasons)} lines, minimal {found.is_minimal}, {1000 * found.seconds:.0f} ms"
        )
    print(f"slowest {1000 * slowest:.0f} ms")


def plant(sequence: Sequence, world: Surroundings, chance: random.Random) -> tuple[Sequence, str]:
    """The sequence with one contradiction planted, and what it is."""
    deploys = [one for one in sequence.activities if one.id.endswith("s2")]
    one, other = chance.sample(deploys, 2)
    person = next(key for key, who in world.people.items() if who.team_id == 1)
    kind = chance.choice(
        ["one player, two fixed starts", "deadline too early", "window too short", "team too small"]
    )
    if kind == "one player, two fixed starts":
        held = {"players": (person,), "team_id": None, "duration_minutes": 30}
        changed = {
            one.id: replace(one, fixed_start=200, **held),
            other.id: replace(other, fixed_start=215, **held),
        }
        return sequence.replacing(changed), kind
    if kind == "deadline too early":
        return sequence.replacing({one.id: replace(one, deadline=15)}), kind
    if kind == "window too short":
        return replace(sequence, window_minutes=chance.randrange(120, 300, 5)), kind
    members = len(world.members_of(2)) + 1
    chosen = chance.sample(deploys, min(members, len(deploys)))
    held = {"players": (), "team_id": 2, "duration_minutes": 30, "earliest_start": 200, "deadline": 245}
    return sequence.replacing({step.id: replace(step, **held) for step in chosen}), kind


if __name__ == "__main__":
    main()
