"""The search for a suggestion, in stages: generation, a model that counts heads, the exact model, the aims.

1. Quick generation with people: the first answer and the hint for all that follows.
2. Where teams make the exact model large, the same with people pooled; what it finds is given people, and its
   bound holds.
3. The exact model from the best so far: earliest finish, until proven or its share of the time is used.
4. At that finish: risky and hard-to-roll-back changes early; then as few moves as can be.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from app.sequencing.model import Sequence
from app.sequencing.suggesting.aims import add_moves_aim, early_weights, moves_of, risk_aim, risk_of
from app.sequencing.suggesting.answers import Stage, Suggestion, SuggestionOptions, SuggestionStatus
from app.sequencing.suggesting.assigning import assign
from app.sequencing.suggesting.cp_building import build_cp
from app.sequencing.suggesting.cp_problem import CpProblem
from app.sequencing.suggesting.generation import Answer, Generator
from app.sequencing.suggesting.problem import Problem
from app.sequencing.suggesting.propagation import earliest
from app.sequencing.suggesting.solving import Outcome, Switch, Telling, run

_GENERATION_SHARE = 0.04
_GENERATION_MOST_SECONDS = 0.1
_POOLED_CHOICES = 400
"""Optional intervals above which people are pooled first."""
_POOLED_SHARE = 0.35
_FINISH_SHARE = 0.7
_RISK_SHARE = 0.6
_WORTH_SECONDS = 0.02

Score = tuple[int, int, int]


@dataclass(slots=True)
class _Best:
    """The best answer so far with its score: finish, risk, moves, each less is better."""

    answer: Answer | None = None
    score: Score | None = None
    bound: int | None = None
    is_infeasible: bool = False


class Search:
    """One search; `best` and `suggestion` may be asked from any thread while it runs in another."""

    def __init__(
        self,
        problem: Problem,
        sequence: Sequence,
        options: SuggestionOptions,
        began: float,
        on_better: Callable[[Suggestion], None] | None,
    ) -> None:
        self.problem = problem
        self.options = options
        self.switch = Switch()
        self.stage = Stage.FINISH
        self._began = began
        self._on_better = on_better
        self._weights = early_weights(problem, sequence, options.importance)
        self._best = _Best()
        self._lock = threading.Lock()

    def run(self) -> None:
        """Search until proven, out of time or switched off."""
        heads = earliest(self.problem).starts
        ends = (head + step.length for head, step in zip(heads, self.problem.steps, strict=True))
        self._raise_bound(max(ends, default=0))
        generator = Generator(self.problem)
        seconds = min(_GENERATION_MOST_SECONDS, _GENERATION_SHARE * self.options.limit_seconds)
        generator.search(seconds, self.options.random_seed, lambda: self.switch.is_off, self._found)
        if not self._is_proven():
            self._earliest_finish(generator)
        if self._best.answer is not None and not self.switch.is_off:
            self._polish()

    def suggestion(self, is_final: bool = False) -> Suggestion:
        """The best so far; when final, also whether it is proven or there is none."""
        with self._lock:
            best, grain = self._best, self.problem.grain
            seconds = time.perf_counter() - self._began
            if best.answer is None:
                is_none = best.is_infeasible and is_final
                status = SuggestionStatus.INFEASIBLE if is_none else SuggestionStatus.NOTHING_FOUND
                return Suggestion(status, seconds=seconds)
            ids = [step.activity.id for step in self.problem.steps]
            bound = min(best.bound if best.bound is not None else best.answer.finish, best.answer.finish)
            is_proven = bound >= best.answer.finish
            return Suggestion(
                SuggestionStatus.OPTIMAL if is_proven else SuggestionStatus.FEASIBLE,
                {ids[index]: start * grain for index, start in enumerate(best.answer.starts)},
                {ids[index]: person_id for index, person_id in best.answer.people.items()},
                None if best.bound is None else bound * grain,
                best.answer.finish * grain,
                seconds,
                self.stage,
            )

    # -- stages --------------------------------------------------------------------------------------

    def _earliest_finish(self, generator: Generator) -> None:
        choices = sum(len(step.candidates) for step in self.problem.steps)
        if choices > _POOLED_CHOICES:
            self._pooled(generator)
        if self._is_proven() or self._best.is_infeasible or self.switch.is_off:
            return
        model = build_cp(self.problem)
        if model is None:
            self._best.is_infeasible = True
            return
        self._hint(model)
        model.cp.minimize(model.finish)
        outcome = self._solve(model, _FINISH_SHARE * self.options.limit_seconds - self._elapsed())
        self._conclude(outcome)

    def _pooled(self, generator: Generator) -> None:
        """Count heads first; each schedule found is given people, or generated again in its order."""
        model = build_cp(self.problem, is_pooled=True)
        if model is None:
            self._best.is_infeasible = True
            return
        self._hint(model)
        model.cp.minimize(model.finish)
        last: list[list[int]] = []

        def found(starts: list[int], _people: dict[int, int]) -> None:
            last[:] = [starts]
            people = assign(self.problem, starts)
            if people is not None:
                self._found(Answer(starts, people, self._finish(starts)))

        seconds = _POOLED_SHARE * self.options.limit_seconds - self._elapsed()
        outcome = self._solve(model, seconds, found)
        self._conclude(outcome, is_relaxed=True)
        if last and not self.switch.is_off:
            answer, _ = generator.in_order_of([float(start) for start in last[0]])
            if answer is not None:
                self._found(answer)

    def _polish(self) -> None:
        """Keep the finish; risky changes early, then few moves."""
        left = self.options.limit_seconds - self._elapsed()
        model = build_cp(self.problem) if left > _WORTH_SECONDS else None
        best = self._best.answer
        if model is None or best is None:
            return
        model.cp.add(model.finish <= best.finish)
        if self._weights:
            self.stage = Stage.RISK
            self._hint(model)
            aim = risk_aim(model, self._weights)
            model.cp.minimize(aim)
            self._solve(model, _RISK_SHARE * (self.options.limit_seconds - self._elapsed()))
            best = self._best.answer or best
            model.cp.add(aim <= risk_of(best.starts, self._weights))
        left = self.options.limit_seconds - self._elapsed()
        if left > _WORTH_SECONDS and not self.switch.is_off and moves_of(self.problem, best.starts):
            self.stage = Stage.MOVES
            self._hint(model)
            model.cp.minimize(add_moves_aim(model, best.starts))
            self._solve(model, left)

    def _solve(
        self,
        model: CpProblem,
        seconds: float,
        found: Callable[[list[int], dict[int, int]], None] | None = None,
    ) -> Outcome:
        def answered(starts: list[int], people: dict[int, int]) -> None:
            self._found(Answer(starts, people, self._finish(starts)))

        is_finish = self.stage is Stage.FINISH
        telling = Telling(found or answered, self._raise_bound) if is_finish else Telling(answered)
        options = self.options
        return run(model, seconds, options.workers, options.random_seed, self.switch, telling)

    # -- what is known -------------------------------------------------------------------------------

    def _conclude(self, outcome: Outcome, is_relaxed: bool = False) -> None:
        if outcome.is_infeasible and self._best.answer is None:
            self._best.is_infeasible = True
        if outcome.bound is not None:
            self._raise_bound(outcome.bound)
        if outcome.is_optimal and not is_relaxed and self._best.answer is not None:
            self._raise_bound(self._best.answer.finish)

    def _raise_bound(self, bound: int) -> None:
        with self._lock:
            if self._best.bound is None or bound > self._best.bound:
                self._best.bound = bound

    def _found(self, answer: Answer) -> None:
        """Keep an answer that scores better than the best, and announce it."""
        score = (
            answer.finish,
            risk_of(answer.starts, self._weights),
            moves_of(self.problem, answer.starts),
        )
        with self._lock:
            if self._best.score is not None and score >= self._best.score:
                return
            self._best.answer, self._best.score = answer, score
        if self._on_better is not None and not self.switch.is_off:
            self._on_better(self.suggestion())

    def _hint(self, model: CpProblem) -> None:
        if self._best.answer is not None:
            model.hint(self._best.answer.starts, self._best.answer.people)

    def _is_proven(self) -> bool:
        best = self._best
        return best.answer is not None and best.bound is not None and best.answer.finish <= best.bound

    def _finish(self, starts: list[int]) -> int:
        ends = (start + step.length for start, step in zip(starts, self.problem.steps, strict=True))
        return max(ends, default=0)

    def _elapsed(self) -> float:
        return time.perf_counter() - self._began
