"""Suggest a sequence that keeps every requirement: the search in a thread of its own, stopped at once.

First the earliest finish, then risky and hard-to-roll-back changes early, then as few moves as possible.
OR-Tools is imported on the first call (about half a second); `preload` does it beforehand.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Protocol

from app.sequencing.model import Sequence
from app.sequencing.passes import schedule
from app.sequencing.suggesting.answers import (
    Stage,
    Suggestion,
    SuggestionOptions,
    SuggestionStatus,
    bound_sentence,
)
from app.sequencing.suggesting.compiling import Rules, compile_problem
from app.sequencing.suggesting.manners import yielding_often
from app.sequencing.suggesting.search import Search
from app.sequencing.surroundings import Surroundings

__all__ = [
    "Stage",
    "Stop",
    "Suggestion",
    "SuggestionOptions",
    "SuggestionStatus",
    "bound_sentence",
    "preload",
    "suggest",
]

_POLL_SECONDS = 0.01
_GRACE_SECONDS = 0.1
"""How long a stopped search may take to hand over its last answer before it is left to end by itself."""


class Stop(Protocol):
    """What a search asks whether to end, such as a `threading.Event`."""

    def is_set(self) -> bool:
        """Whether to end."""
        ...


def preload() -> None:
    """Import OR-Tools, so that the first search does not wait for it (about half a second, any thread)."""
    from ortools.sat.python import cp_model

    cp_model.CpModel()


def suggest(
    sequence: Sequence,
    surroundings: Surroundings,
    options: SuggestionOptions | None = None,
    on_better: Callable[[Suggestion], None] | None = None,
    stop: Stop | None = None,
) -> Suggestion:
    """Search for the best sequence until proven, out of time or stopped; always the best so far comes back.

    `on_better` is called from other threads with each better suggestion. Links, people, absences, items,
    hard freezes, fixed and earliest starts, deadlines, points of no return, kept places and the window's end
    bind; pins are where activities are now and may be moved. After a stop it returns within 200 ms.
    Raises CyclicSequenceError for a network that has no order.
    """
    options = options or SuggestionOptions()
    stop = stop or threading.Event()
    began = time.perf_counter()
    if stop.is_set():
        return Suggestion(SuggestionStatus.NOTHING_FOUND)
    rules = Rules(options.keep_points_of_no_return, options.keep_working_hours, options.kept_ids)
    with yielding_often():
        problem = compile_problem(sequence, surroundings, schedule(sequence), rules)
    search = Search(problem, sequence, options, began, on_better)
    ended = threading.Event()
    failures: list[BaseException] = []

    def work() -> None:
        try:
            with yielding_often():
                search.run()
        except BaseException as error:  # handed to the caller below, whatever it is
            failures.append(error)
        finally:
            ended.set()

    threading.Thread(target=work, name="suggestion").start()
    while not ended.wait(_POLL_SECONDS):
        if stop.is_set() or time.perf_counter() - began > options.limit_seconds:
            search.switch.turn_off()
            ended.wait(_GRACE_SECONDS)
            break
    if failures:
        raise failures[0]
    return search.suggestion(is_final=ended.is_set())
