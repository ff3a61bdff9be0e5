"""Risk rises by facts on record, says each of them, and stays on its scale."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.risk import RiskFacts, risk_of

BASE = RiskFacts(3, 1)
FACTS = st.builds(RiskFacts, st.integers(1, 5), st.integers(1, 5))


@pytest.mark.parametrize(
    ("facts", "score", "reason"),
    [
        (BASE, 3, "impact 3 × likelihood 1 = 3"),
        (replace(BASE, tiers=(("Ledger", 1), ("Portal", 1))), 6, "Ledger is tier 1"),
        (replace(BASE, tiers=(("Ledger", 2),)), 3, "impact"),
        (replace(BASE, failures=(("Ledger", 1, 5),)), 6, "1 of the last 5 changes of Ledger failed"),
        (replace(BASE, failures=(("Ledger", 1, 6),)), 3, "impact"),
        (replace(BASE, failures=(("Ledger", 2, 2),)), 3, "impact"),
        (replace(BASE, is_late=True), 5, "entered after a cutoff"),
        (replace(BASE, is_emergency=True), 5, "emergency"),
        (replace(BASE, rollback_minutes=61, slack_minutes=60), 5, "rollback takes 61 min"),
        (replace(BASE, rollback_minutes=60, slack_minutes=60), 3, "impact"),
        (replace(BASE, rollback_minutes=60), 3, "impact"),
    ],
)
def test_each_fact_raises_the_score_and_is_said(facts: RiskFacts, score: int, reason: str) -> None:
    """The last reason is the fact's."""
    risk = risk_of(facts)
    assert risk.score == score
    assert reason in risk.reasons[-1]


@given(FACTS)
def test_a_fact_never_lowers_the_risk(facts: RiskFacts) -> None:
    """And the score stays between 1 and 25."""
    raised = risk_of(replace(facts, is_late=True, is_emergency=True, tiers=(("Ledger", 1),)))
    assert 1 <= risk_of(facts).score <= raised.score <= 25
    assert len(raised.reasons) == 4


@pytest.mark.parametrize(
    ("impact", "likelihood", "level"),
    [(1, 5, "Low"), (2, 3, "Medium"), (2, 5, "Medium"), (3, 4, "High"), (4, 4, "High"), (4, 5, "Critical")],
)
def test_levels(impact: int, likelihood: int, level: str) -> None:
    """Medium from 6, high from 12, critical from 20."""
    assert risk_of(RiskFacts(impact, likelihood)).level == level
