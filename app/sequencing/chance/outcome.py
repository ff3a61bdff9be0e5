"""What a simulation found: percentiles of the finish, chances, and which activities drive the finish."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PointChance:
    """How often a change is proven by its point of no return (minute of the window)."""

    change_key: str
    minute: int
    chance: float


@dataclass(frozen=True, slots=True)
class Driver:
    """An activity's hold on the finish.

    `criticality` is the share of runs in which delaying it delays the finish (criticality index; Martin
    1965, Van Slyke 1963). `sensitivity` weighs it by its own spread over the finish's: criticality · σ / σ
    of the finish (schedule sensitivity index, Vanhoucke 2010).
    """

    activity_id: str
    title: str
    criticality: float
    sensitivity: float


@dataclass(frozen=True, slots=True)
class Chance:
    """Minutes of the window; chances and shares from 0 to 1. `drivers` begin with the strongest.

    `with_spread` of `activities` rest on three points or past nights; the others keep their duration.
    """

    runs: int
    planned_finish: int
    finish_p50: int
    finish_p80: int
    finish_p95: int
    chance_in_window: float
    points: tuple[PointChance, ...]
    drivers: tuple[Driver, ...]
    with_spread: int
    activities: int

    @property
    def has_spread(self) -> bool:
        """Whether anything varies at all; without it the finish is that of the plan."""
        return self.with_spread > 0


def percent(share: float) -> str:
    """A share in whole percent; never "100 %" or "0 %" unless it is exactly that."""
    rounded = round(share * 100)
    if rounded >= 100 and share < 1:
        return "over 99 %"
    if rounded <= 0 and share > 0:
        return "under 1 %"
    return f"{rounded} %"


def chance_sentence(chance: Chance, describe: Callable[[int], str]) -> str:
    """The chance in a sentence; `describe` turns a minute of the window into clock time."""
    if not chance.activities:
        return "Nothing is planned yet."
    if not chance.has_spread:
        return "No chance to finish yet: enter durations at best and at worst, or use those of past nights."
    said = [
        f"80 % finish by {describe(chance.finish_p80)}",
        f"{percent(chance.chance_in_window)} before the window's end",
    ]
    weakest = min(chance.points, key=lambda point: point.chance, default=None)
    if weakest is not None and weakest.chance < 1:
        said.append(
            f"{weakest.change_key} is proven before its point of no return "
            f"{describe(weakest.minute)} in {percent(weakest.chance)}"
        )
    if chance.drivers:
        first = chance.drivers[0]
        said.append(f"“{first.title}” drives the finish in {percent(first.criticality)} of runs")
    return "; ".join(said) + "."
