"""Many rich windows outside the suite: `python -m tests.app.sequencing.trial FIRST COUNT [MOST]`.

Each is suggested and, where nothing is found, explained; every answer is held against the independent checker
and the second solver. What is wrong is printed by seed.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping

from app.sequencing.passes import schedule
from app.sequencing.suggest import SuggestionOptions, SuggestionStatus, suggest
from app.sequencing.why_not.explaining import why_not
from app.sequencing.why_not.explanation import Finding
from tests.app.sequencing.independent_check import broken_rules
from tests.app.sequencing.rich_windows import Window, rich_window
from tests.app.sequencing.second_solver import SecondSolver


def faults_of(window: Window, seen: Counter[str], limit_seconds: float = 1.0) -> list[str]:
    """Everything wrong with the answer to one window; counts what kind of answer it was."""
    sequence, world = window.sequence, window.world
    options = SuggestionOptions(
        limit_seconds=limit_seconds,
        workers=1,
        kept_ids=window.kept_ids,
        keep_working_hours=window.keeps_hours,
        keep_points_of_no_return=window.keeps_points,
    )
    kept = {one: schedule(sequence).start_of(one) for one in window.kept_ids}
    kept = {key: at for key, at in kept.items() if sequence.activity(key).phase.value != "rollback"}
    second = SecondSolver(sequence, world, kept, window.keeps_hours, window.keeps_points)
    found = suggest(sequence, world, options)
    seen[found.status.value] += 1
    if found.is_usable:
        return _of_answer(window, kept, found.starts, found.players)
    if found.status is SuggestionStatus.INFEASIBLE and second.is_possible(None) is not False:
        return ["said to be impossible, and is not"]
    explained = why_not(sequence, world, options)
    seen[f"why not: {explained.finding.value}"] += 1
    wrong: list[str] = []
    if found.status is SuggestionStatus.INFEASIBLE and explained.finding is Finding.POSSIBLE:
        wrong.append("said to be possible, and is not")
    if explained.finding in (Finding.PATH, Finding.CONTRADICTION):
        core = set(explained.requirements)
        seen["minimal" if explained.is_minimal else "not minimal"] += 1
        if second.is_possible(core) is not False:
            wrong.append(f"the set does not contradict: {[one.text for one in explained.reasons]}")
        for one in core if explained.is_minimal else ():
            if second.is_possible(core - {one}) is False:
                wrong.append(f"not needed: {one}")
        wrong += [f"no way out is named: {one.text}" for one in explained.reasons if not one.text]
    return wrong


def _of_answer(
    window: Window, kept: Mapping[str, int], starts: Mapping[str, int], people: Mapping[str, int]
) -> list[str]:
    wrong = broken_rules(window.sequence, window.world, starts, people, window.keeps_hours)
    if not window.keeps_points:
        wrong = [one for one in wrong if "point of no return" not in one]
    for key, minute in kept.items():
        if window.sequence.activity(key).fixed_start is None and starts[key] != minute:
            wrong.append(f"{key} did not stay")
    return wrong


def main(first: int, count: int, most: int) -> None:
    """Try the windows of seeds from `first` on, and print what is wrong and how many were tried."""
    seen: Counter[str] = Counter()
    for seed in range(first, first + count):
        wrong = faults_of(rich_window(seed, most), seen)
        if wrong:
            print(f"seed {seed}: {wrong[:4]}", flush=True)
    print(dict(seen))


if __name__ == "__main__":
    numbers = [int(one) for one in sys.argv[1:]]
    main(numbers[0], numbers[1], numbers[2] if len(numbers) > 2 else 14)
