"""The chance to finish as `lockstep sequence --chance` prints it."""

from __future__ import annotations

from typing import Any

from app.sequencing.chance.outcome import Chance, chance_sentence, percent
from app.services.sequences import SequenceView

_MOST_DRIVERS = 10


def chance_data(view: SequenceView, chance: Chance) -> dict[str, Any]:
    """The figures for JSON: instants in UTC, shares from 0 to 1."""
    return {
        "runs": chance.runs,
        "finish_p50": view.instant(chance.finish_p50).isoformat(),
        "finish_p80": view.instant(chance.finish_p80).isoformat(),
        "finish_p95": view.instant(chance.finish_p95).isoformat(),
        "chance_in_window": chance.chance_in_window,
        "points_of_no_return": [
            {"change": one.change_key, "at": view.instant(one.minute).isoformat(), "chance": one.chance}
            for one in chance.points
        ],
        "drivers": [
            {
                "id": one.activity_id,
                "title": one.title,
                "criticality": one.criticality,
                "sensitivity": one.sensitivity,
            }
            for one in chance.drivers[:_MOST_DRIVERS]
        ],
        "activities": chance.activities,
        "activities_with_spread": chance.with_spread,
    }


def chance_lines(view: SequenceView, chance: Chance) -> list[str]:
    """The same in lines for people."""
    say = view.surroundings.describe
    lines = [f"Chance: {chance_sentence(chance, say)}"]
    if not chance.has_spread:
        return lines
    lines.append(
        f"Finish P50 {say(chance.finish_p50)}, P80 {say(chance.finish_p80)}, P95 {say(chance.finish_p95)} "
        f"({chance.runs} runs; {chance.with_spread} of {chance.activities} activities have a spread)"
    )
    for point in chance.points:
        said = percent(point.chance)
        lines.append(f"  {point.change_key} before its point of no return {say(point.minute)}: {said}")
    for driver in chance.drivers[:_MOST_DRIVERS]:
        lines.append(f"  drives the finish in {percent(driver.criticality)} of runs: {driver.title}")
    return lines
