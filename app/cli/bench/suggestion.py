"""The suggestion's first answer beside a bare CP-SAT model's, and how soon a stopped search has ended."""

from __future__ import annotations

import threading
import time

from app.cli.bench.measurement import Measurement
from app.cli.bench.passes import window_like
from app.sequencing.model import Sequence
from app.sequencing.passes import schedule
from app.sequencing.suggest import SuggestionOptions, preload, suggest
from app.sequencing.suggesting.compiling import compile_problem
from app.sequencing.suggesting.cp_building import build_cp
from app.sequencing.suggesting.solving import Switch, Telling, run
from app.sequencing.surroundings import Surroundings

COUNT = 300
_LIMIT_SECONDS = 20.0
_STOP_AFTER_SECONDS = 1.0
_STOP_REACH_SECONDS = 0.2
"""What DESIGN asks of stopping; there is no plainer program to stop."""


def measure() -> list[Measurement]:
    """Seconds to the first answer at 300 activities, and from a stop to the end of the search."""
    preload()
    sequence, world = window_like(COUNT)
    ours, stopped_in = _first_and_stop(sequence, world)
    return [
        Measurement.of(f"first suggestion, {COUNT} activities", ours, _bare_first(sequence, world)),
        Measurement.of(f"stopping a suggestion, {COUNT} activities", stopped_in, _STOP_REACH_SECONDS),
    ]


def _first_and_stop(sequence: Sequence, world: Surroundings) -> tuple[float, float]:
    stop, seen, pressed = threading.Event(), [0.0], [0.0]
    began = time.perf_counter()

    def press() -> None:
        pressed[0] = time.perf_counter()
        stop.set()

    def better(_suggestion: object) -> None:
        seen[0] = seen[0] or time.perf_counter() - began

    timer = threading.Timer(_STOP_AFTER_SECONDS, press)
    timer.start()
    suggest(sequence, world, SuggestionOptions(limit_seconds=_LIMIT_SECONDS), better, stop)
    ended = time.perf_counter()
    timer.cancel()
    return seen[0] or ended - began, max(0.0, ended - pressed[0]) if pressed[0] else 0.0


def _bare_first(sequence: Sequence, world: Surroundings) -> float:
    """The same model given to CP-SAT as it is, until it has an answer."""
    began = time.perf_counter()
    found = [0.0]
    switch = Switch()

    def answered(_starts: list[int], _people: dict[int, int]) -> None:
        found[0] = found[0] or time.perf_counter() - began
        switch.turn_off()

    model = build_cp(compile_problem(sequence, world, schedule(sequence)))
    if model is not None:
        model.cp.minimize(model.finish)
        run(model, _LIMIT_SECONDS, 2, 1, switch, Telling(answered))
    return found[0] or time.perf_counter() - began
