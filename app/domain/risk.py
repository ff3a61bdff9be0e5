"""Risk of a change: impact × likelihood, raised by facts on record, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass

_MEDIUM_FROM, _HIGH_FROM = 6, 12
_TIER_ONE_RAISE = _FAILURE_RAISE = 3
_LATE_RAISE = _EMERGENCY_RAISE = 2
_FEWEST_CHANGES, _FAILURE_SHARE = 3, 0.2
_MOST = 25


@dataclass(frozen=True, slots=True)
class RiskFacts:
    """What risk rests on; tiers are (application, tier), failures (application, failed, all) lately."""

    impact: int
    likelihood: int
    tiers: tuple[tuple[str, int], ...] = ()
    failures: tuple[tuple[str, int, int], ...] = ()
    is_emergency: bool = False
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Risk:
    """Low, Medium or High, with the score (1 to 25) and every reason."""

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
    score = min(score, _MOST)
    level = "High" if score >= _HIGH_FROM else "Medium" if score >= _MEDIUM_FROM else "Low"
    return Risk(level, score, tuple(reasons))
