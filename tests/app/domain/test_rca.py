"""Where an incident stands, when its analysis is due, and what an analysis needs before it is concluded."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.debts import DebtLevel, FollowUpRules
from app.domain.incidents import FollowUpAction, Incident, RootCauseAnalysis, TimelineEntry
from app.domain.rca import (
    IncidentStanding,
    action_level,
    analysis_due,
    analysis_level,
    analysis_problems,
    conclusion_problems,
    standing,
)

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
RULES = FollowUpRules()
LASTING = Incident("INC-1", "Down", MONDAY, "UTC")
ENDED = replace(LASTING, ended_at=MONDAY, rca_due_at=MONDAY + timedelta(days=7))
ACTION = FollowUpAction(1, "Alarm", date(2026, 11, 30), 1)
DONE = replace(ACTION, done_at=MONDAY)
BEGUN = RootCauseAnalysis(1, whys=("because",))
WHOLE = RootCauseAnalysis(1, (TimelineEntry(MONDAY, "It rang"),), ("because",), (), "No alarm")
CONCLUDED = replace(WHOLE, concluded_by="Ann", concluded_at=MONDAY)


@pytest.mark.parametrize(
    ("incident", "analysis", "actions", "wanted"),
    [
        (LASTING, None, (), IncidentStanding.LASTING),
        (ENDED, None, (), IncidentStanding.AWAITS_ANALYSIS),
        (replace(ENDED, asks_for_rca=False), None, (), IncidentStanding.NOT_ASKED),
        (ENDED, BEGUN, (), IncidentStanding.IN_ANALYSIS),
        (ENDED, CONCLUDED, (DONE, ACTION), IncidentStanding.ACTIONS_OPEN),
        (ENDED, CONCLUDED, (DONE,), IncidentStanding.CLOSED),
    ],
)
def test_where_it_stands(
    incident: Incident,
    analysis: RootCauseAnalysis | None,
    actions: tuple[FollowUpAction, ...],
    wanted: IncidentStanding,
) -> None:
    assert standing(incident, analysis, actions) is wanted


def test_the_analysis_is_due_working_days_after_the_end() -> None:
    assert analysis_due(LASTING, RULES) is None
    assert analysis_due(ENDED, RULES) == MONDAY + timedelta(days=7)
    assert analysis_due(replace(ENDED, asks_for_rca=False), RULES) is None


def test_the_debt_of_an_analysis_escalates_until_it_is_concluded() -> None:
    late = MONDAY + timedelta(days=8)
    assert analysis_level(ENDED, None, MONDAY, RULES) is DebtLevel.DUE
    assert analysis_level(ENDED, BEGUN, late, RULES) is DebtLevel.OVERDUE
    assert analysis_level(ENDED, None, late + timedelta(days=5), RULES) is DebtLevel.LONG_OVERDUE
    assert analysis_level(ENDED, CONCLUDED, late, RULES) is DebtLevel.SETTLED


def test_an_action_is_due_until_its_day_is_over() -> None:
    evening = datetime(2026, 11, 30, 23, 59, tzinfo=UTC)
    assert action_level(ACTION, "UTC", evening, RULES) is DebtLevel.DUE
    assert action_level(ACTION, "UTC", evening + timedelta(minutes=2), RULES) is DebtLevel.OVERDUE
    assert action_level(DONE, "UTC", evening + timedelta(days=90), RULES) is DebtLevel.SETTLED


@pytest.mark.parametrize(
    ("incident", "analysis", "actions", "words"),
    [
        (LASTING, WHOLE, (ACTION,), "still lasts"),
        (ENDED, replace(WHOLE, timeline=()), (ACTION,), "timeline is empty"),
        (ENDED, replace(WHOLE, whys=(" ",)), (ACTION,), "No why"),
        (ENDED, replace(WHOLE, root_cause=""), (ACTION,), "root cause is missing"),
        (ENDED, WHOLE, (), "No action"),
        (ENDED, CONCLUDED, (ACTION,), "concluded already"),
    ],
)
def test_what_is_missing_before_it_is_concluded(
    incident: Incident, analysis: RootCauseAnalysis, actions: tuple[FollowUpAction, ...], words: str
) -> None:
    (problem,) = conclusion_problems(incident, analysis, actions)
    assert words in problem


def test_nothing_is_missing_of_a_whole_one() -> None:
    assert conclusion_problems(ENDED, WHOLE, (ACTION,)) == ()
    assert analysis_problems(WHOLE) == ()
    assert "five are enough" in analysis_problems(replace(WHOLE, whys=("w",) * 6))[0]
