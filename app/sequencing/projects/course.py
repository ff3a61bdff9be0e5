"""The course of one search: which thread works at what, and when one gives its core to another."""

from __future__ import annotations

import threading
import time

from app.sequencing.projects.genetic import Island
from app.sequencing.projects.proof import Proof
from app.sequencing.projects.shared import Board, SearchLimits

_LOOK_SECONDS = 0.005
_PATIENCE_SECONDS = 0.1
"""How long a thread is waited for that still compiles or imports; it ends by itself afterwards."""
_TURN_SECONDS = 0.01
_OPENING_SHARE = 0.06
_OPENING_SECONDS_PER_JOB = 0.0025
_PROOF_STAGES = ((0.12, 0.04), (0.35, 0.01))
"""At which share of the time a proof ends that is still further than which share from the best."""
_ALWAYS_PROVEN_JOBS = 62
_STALE_BIRTHS_PER_JOB = 150


class Settler:
    """A thread that works on a population until it is paused or the search is over."""

    def __init__(self, board: Board, seed: int) -> None:
        """Start at once."""
        self.board = board
        self.seed = seed
        self.going = threading.Event()
        self.going.set()
        self.is_ready = False
        self.thread = threading.Thread(target=self._run, name=f"population {seed}", daemon=True)
        self.thread.start()

    def _run(self) -> None:
        board = self.board
        island = Island(board.project, board.known, self.seed)
        children = 1
        self._fill(island)
        last, since = island.best_makespan, 0
        while not board.is_over:
            if not self.going.wait(0.02):
                continue
            began = time.perf_counter()
            island.evolve(children)
            since += children
            board.births += children
            children = max(
                1, round(children * min(2.0, _TURN_SECONDS / (time.perf_counter() - began + 1e-9)))
            )
            self._share(island)
            if island.best_makespan < last:
                last, since = island.best_makespan, 0
            if since > _STALE_BIRTHS_PER_JOB * len(board.project.jobs):
                self._renew(island)
                last, since = island.best_makespan, 0

    def _fill(self, island: Island) -> None:
        while not island.populate(1) and not self.board.is_over:
            self.is_ready = True
            self._share(island)

    def _renew(self, island: Island) -> None:
        """Take in the best that others found, or begin anew where the island has come as far itself."""
        if self.board.makespan < island.best_makespan:
            island.welcome(self.board.best)
        else:
            island.restart()
            self._fill(island)

    def _share(self, island: Island) -> None:
        if island.best_makespan < self.board.makespan:
            self.board.offer(island.best_starts())


def run_course(board: Board, limits: SearchLimits) -> None:
    """Run until proven, stopped or out of time; the threads have ended, or end once they have compiled."""
    settlers = [Settler(board, limits.seed)]
    if limits.workers > 1:
        settlers.append(Settler(board, limits.seed + 1000))
    proof: Proof | None = None
    try:
        jobs = len(board.project.jobs)
        _wait(board, min(limits.seconds * _OPENING_SHARE, jobs * _OPENING_SECONDS_PER_JOB), None)
        if not board.is_over and board.elapsed < limits.seconds:
            if limits.workers > 1:
                settlers[1].going.clear()
            left = limits.seconds - board.elapsed
            proof = Proof(
                board.project, board.known, board.bound, board.best, board.offer, board.raise_bound, 1, left
            )
            for share, distance in _PROOF_STAGES:
                _wait(board, limits.seconds * share, proof)
                if jobs > _ALWAYS_PROVEN_JOBS and settlers[0].is_ready and _is_further(board, distance):
                    proof.stop()
            _wait(board, limits.seconds, proof)
            settlers[-1].going.set()
            _wait(board, limits.seconds, None)
    finally:
        board.ended.set()
        until = time.perf_counter() + _PATIENCE_SECONDS
        if proof is not None:
            proof.stop()
        for settler in settlers:
            settler.thread.join(max(0.0, until - time.perf_counter()))


def _is_further(board: Board, distance: float) -> bool:
    return board.makespan - board.bound > max(1, board.makespan * distance)


def _wait(board: Board, until_seconds: float, proof: Proof | None) -> None:
    """Wait for the end of the search, of the proof if there is one, or for the moment."""
    while not board.is_over and board.elapsed < until_seconds:
        if proof is not None and not proof.is_running:
            return
        board.ended.wait(_LOOK_SECONDS)
