"""Find out why no sequence exists: the longest path first, then the solver's core, an elastic model last."""

from __future__ import annotations

import time
from collections.abc import Sequence as ListOf

from app.sequencing.model import Sequence
from app.sequencing.passes import schedule
from app.sequencing.suggesting.answers import SuggestionOptions
from app.sequencing.suggesting.compiling import Rules, compile_problem
from app.sequencing.suggesting.generation import Generator
from app.sequencing.suggesting.problem import Problem
from app.sequencing.suggesting.requirements import Requirement, RequirementKind
from app.sequencing.surroundings import Surroundings
from app.sequencing.why_not.cores import contradicting_core
from app.sequencing.why_not.explanation import Explanation, Finding, Reason
from app.sequencing.why_not.paths import contradicting_path
from app.sequencing.why_not.relief import Relief, relief_of, window_relief
from app.sequencing.why_not.wording import Words

_CORE_SHARE = 0.55
_ONE_RELIEF_SECONDS = 0.25
_MOST_REASONS = 10
"""A longer list helps nobody; how much too short the window is says more."""


def why_not(
    sequence: Sequence,
    surroundings: Surroundings,
    options: SuggestionOptions | None = None,
    seconds: float = 2.0,
) -> Explanation:
    """The requirements that contradict each other, each with what would resolve it, within about `seconds`.

    Raises CyclicSequenceError for a network that has no order.
    """
    options = options or SuggestionOptions()
    began = time.perf_counter()
    rules = Rules(options.keep_points_of_no_return, options.keep_working_hours, options.kept_ids, True)
    problem = compile_problem(sequence, surroundings, schedule(sequence), rules)
    words = Words(sequence, surroundings)
    path = contradicting_path(problem)
    if path:
        reasons = _reasons(problem, path, words, began + seconds)
        headline = "A chain of steps is longer than the time there is for it."
        return Explanation(Finding.PATH, headline, reasons, True, None, time.perf_counter() - began)
    generator = Generator(problem)
    if generator.in_order_of([float(tail) for tail in generator.tails])[0] is not None:
        return Explanation(Finding.POSSIBLE, "A sequence exists.", seconds=time.perf_counter() - began)
    core, is_minimal = contradicting_core(problem, _CORE_SHARE * seconds)
    if len(_groups(problem, core)) > _MOST_REASONS:
        longer = _elastic(problem, words, began, seconds)
        if longer.finding is Finding.TOO_SHORT:
            return longer
    if core:
        reasons = _reasons(problem, core, words, began + seconds)
        headline = "These requirements contradict each other."
        return Explanation(
            Finding.CONTRADICTION, headline, reasons, is_minimal, None, time.perf_counter() - began
        )
    return _elastic(problem, words, began, seconds)


def _elastic(problem: Problem, words: Words, began: float, seconds: float) -> Explanation:
    left = max(0.3, began + seconds - time.perf_counter())
    found = window_relief(problem, left)
    spent = time.perf_counter() - began
    if found is None:
        return Explanation(
            Finding.UNKNOWN, "Whether a sequence exists was not found out in the time given.", seconds=spent
        )
    least, enough = found
    if not enough:
        return Explanation(Finding.POSSIBLE, "A sequence exists.", seconds=spent)
    span = f"{enough}" if least == enough else f"{max(least, problem.grain)} to {enough}"
    asked = Requirement(RequirementKind.WINDOW_END, minute=problem.window_minutes)
    reason = Reason((asked,), words.requirement(asked), f"window {span} min longer", ())
    return Explanation(
        Finding.TOO_SHORT, f"The window is {span} min too short.", (reason,), False, found, spent
    )


def _reasons(problem: Problem, core: ListOf[Requirement], words: Words, until: float) -> tuple[Reason, ...]:
    """A reason for each requirement; links between steps of one change that follow each other are one."""
    reasons = []
    for group in _groups(problem, core):
        relief: Relief | None = None
        left = until - time.perf_counter()
        if left > 0:
            relief = relief_of(problem, core, group[0], min(left, _ONE_RELIEF_SECONDS))
        ids = tuple(dict.fromkeys(activity_id for one in group for activity_id in one.activity_ids))
        if len(group) > 1:
            resolution = f"these steps {relief.minutes} min shorter" if relief else ""
            reasons.append(Reason(tuple(group), words.path(list(ids)), resolution, ids))
            continue
        text = words.requirement(group[0])
        resolution = words.resolution(group[0], relief) if relief else ""
        reasons.append(Reason((group[0],), text, resolution, ids or _concerned(problem, group[0], core)))
    return tuple(reasons)


def _groups(problem: Problem, core: ListOf[Requirement]) -> list[list[Requirement]]:
    """Requirements one by one, links that follow each other within one change together."""
    links = {one.activity_ids[0]: one for one in core if _is_within_a_change(problem, one)}
    ends = {one.activity_ids[1] for one in links.values()}
    groups: list[list[Requirement]] = []
    told: set[Requirement] = set()
    for one in core:
        if one in told or (
            links.get(one.activity_ids[0] if one.activity_ids else "") is one and one.activity_ids[0] in ends
        ):
            continue
        group = [one]
        if one in links.values():
            while (following := links.get(group[-1].activity_ids[1])) is not None and following not in told:
                group.append(following)
        told.update(group)
        groups.append(group)
    return groups


def _is_within_a_change(problem: Problem, one: Requirement) -> bool:
    if one.kind is not RequirementKind.LINK:
        return False
    before, after = (problem.steps[problem.index_of[key]].activity.change_key for key in one.activity_ids)
    return before is not None and before == after


def _concerned(problem: Problem, one: Requirement, core: ListOf[Requirement]) -> tuple[str, ...]:
    """The rows a requirement without activities of its own is about, as far as the set speaks of them."""
    named = {activity_id for other in core for activity_id in other.activity_ids}
    found = []
    for step in problem.steps:
        activity = step.activity
        items = {hold.ci_id for hold in activity.configuration_items}
        is_about = (
            (one.person_id is not None and one.person_id in activity.players)
            or (one.team_id is not None and one.team_id == activity.team_id and not activity.players)
            or (one.ci_id is not None and one.ci_id in items)
            or (one.change_key is not None and one.change_key == activity.change_key)
        )
        if is_about:
            found.append(activity.id)
    narrowed = [activity_id for activity_id in found if activity_id in named]
    return tuple(narrowed or found)
