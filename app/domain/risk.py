"""Risk of a change: impact × likelihood, raised by facts on record, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass

_LEVELS = ((20, "Critical"), (12, "High"), (6, "Medium"), (0, "Low"))
_TIER_ONE_RAISE = _FAILURE_RAISE = 3
_LATE_RAISE = _EMERGENCY_RAISE = _ROLLBACK_RAISE = 2
_FEWEST_CHANGES, _FAILURE_SHARE = 3, 0.2
_MOST = 25


@dataclass(frozen=True, slots=True)
class RiskFacts:
    """What risk rests on; tiers are (application, tier), failures (application, failed, all) lately.

    Rollback and slack are minutes by the window's sequence, None where it does not say.
    """

    impact: int
    likelihood: int
    tiers: tuple[tuple[str, int], ...] = ()
    failures: tuple[tuple[str, int, int], ...] = ()
    is_emergency: bool = False
    is_late: bool = False
    rollback_minutes: int | None = None
    slack_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Risk:
    """Low, Medium, High or Critical, with the score (1 to 25) and every reason."""

    level: str
    score: int
    reasons: tuple[str, ...]


def risk_of(facts: RiskFacts) -> Risk:
    """The risk with its reasons; the score never exceeds 25."""
    score = facts.impact * facts.likelihood
    reasons = [f"impact {facts.impact} × likelihood {facts.likelihood} = {score}"]
    for name, tier in facts.tiers:
        if tier == 1:
            score += _TIER_ONE_RAISE
            reasons.append(f"{name} is tier 1")
            break
    for name, failed, count in facts.failures:
        if count >= _FEWEST_CHANGES and failed / count >= _FAILURE_SHARE:
            score += _FAILURE_RAISE
            reasons.append(f"{failed} of the last {count} changes of {name} failed")
            break
    if facts.is_late:
        score += _LATE_RAISE
        reasons.append("entered after a cutoff")
    if facts.is_emergency:
        score += _EMERGENCY_RAISE
        reasons.append("emergency")
    if (
        facts.rollback_minutes is not None
        and facts.slack_minutes is not None
        and facts.rollback_minutes > facts.slack_minutes
    ):
        score += _ROLLBACK_RAISE
        reasons.append(f"rollback takes {facts.rollback_minutes} min, the slack is {facts.slack_minutes} min")
    score = min(score, _MOST)
    level = next(word for least, word in _LEVELS if score >= least)
    return Risk(level, score, tuple(reasons))
