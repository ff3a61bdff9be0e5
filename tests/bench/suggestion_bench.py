"""Figures of the suggestion: first answer, proof, gap to the bound, and how fast it stops.

Run: `python -m tests.bench.suggestion_bench [COUNT ...]`; every answer is checked by the independent program.
"""

from __future__ import annotations

import argparse
import threading
import time

from app.sequencing.suggest import Suggestion, SuggestionOptions, preload, suggest
from tests.app.sequencing.independent_check import broken_rules
from tests.bench.suggestion_worlds import night

_LIMIT_SECONDS = {50: 1.0, 100: 1.0, 300: 5.0, 2000: 10.0}
_STOP_AFTER_SECONDS = 1.0


def main() -> None:
    """Print one line a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=list(_LIMIT_SECONDS))
    parser.add_argument("--seeds", type=int, default=3)
    arguments = parser.parse_args()
    preload()
    for count in arguments.counts:
        for seed in range(1, arguments.seeds + 1):
            print(_figures(count, seed), flush=True)
    print("stop after 1 s:", *(f"{count}: {_stop_milliseconds(count):.0f} ms" for count in arguments.counts))


def _figures(count: int, seed: int) -> str:
    sequence, world = night(count, seed)
    limit = _LIMIT_SECONDS.get(count, 5.0)
    seen: list[tuple[float, Suggestion]] = []
    began = time.perf_counter()

    def better(one: Suggestion) -> None:
        seen.append((time.perf_counter() - began, one))

    found = suggest(sequence, world, SuggestionOptions(limit_seconds=limit), better)
    first = seen[0][0] * 1000 if seen else -1
    wrong = broken_rules(sequence, world, found.starts, found.players) if found.is_usable else ["nothing"]
    finishes = [one.finish for _, one in seen]
    optimal_at = next((at for at, one in seen if one.finish == found.finish), 0.0)
    gap = 100 * (found.possible_gain_minutes or 0) / max(1, found.bound_minutes or 1)
    return (
        f"{count:5d} seed {seed}: {found.status.value:8s} finish {found.finish} bound {found.bound_minutes} "
        f"gap {gap:.1f} % first {first:.0f} ms ({finishes[:1]}) best finish at {optimal_at:.2f} s, "
        f"ended {found.seconds:.2f} s of {limit:.0f}, {len(seen)} proposals, broken rules: {len(wrong)}"
    )


def _stop_milliseconds(count: int) -> float:
    sequence, world = night(count, 1)
    stop, pressed = threading.Event(), [0.0]

    def press() -> None:
        pressed[0] = time.perf_counter()
        stop.set()

    timer = threading.Timer(_STOP_AFTER_SECONDS, press)
    timer.start()
    suggest(sequence, world, SuggestionOptions(limit_seconds=30), stop=stop)
    ended = time.perf_counter()
    timer.cancel()
    return max(0.0, ended - pressed[0]) * 1000 if pressed[0] else 0.0


if __name__ == "__main__":
    main()
