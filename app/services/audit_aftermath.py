"""What followed the night as rows of workbooks and lists: fixes, detections, incidents, actions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy import Connection

from app.domain.fixes import ProductionFix, missing_words
from app.domain.incidents import FollowUpAction, Incident, RootCauseAnalysis
from app.domain.reconciliation import DetectedChange, Verdict, by_item, classify, settled_by
from app.domain.time_words import moment_words
from app.services.follow_up import rules_of
from app.services.reconciliation.linking import linked_by_name
from app.store.queries.aftermath import Names, change_keys, fix_keys, names, recorded_work
from app.store.queries.audit import Period, Row
from app.store.queries.audit_aftermath import actions_of, of_period
from app.store.reading import find

Judged = tuple[DetectedChange, Verdict]


def fix_rows(connection: Connection, period: Period) -> Iterator[Row]:
    """The production fixes made in the period, with what they still owe."""
    known = names(connection)
    for fixes in of_period(connection, ProductionFix, "happened_at", period.start, period.end):
        keys = change_keys(connection, {fix.change_id for fix in fixes if fix.change_id is not None})
        for fix in fixes:
            yield (
                fix.happened_at,
                fix.key,
                fix.title,
                known.where(fix.applications, fix.configuration_items, fix.place),
                fix.made_by,
                fix.entered_at,
                fix.entered_by,
                fix.due_at,
                missing_words(fix),
                fix.reason,
                fix.steps_taken,
                fix.discussion,
                fix.risk,
                known.people.get(fix.signed_by_id or 0, ""),
                fix.signed_role.value if fix.signed_role else "",
                fix.signed_at,
                fix.signed_digest,
                keys.get(fix.change_id or 0, ""),
            )


def detected_rows(connection: Connection, period: Period) -> Iterator[Row]:
    """The changes detected in the period, each in its class with the reason."""
    fixes = fix_keys(connection)
    for one, verdict in judged(connection, period):
        yield (
            one.detected_at,
            one.ci_name,
            one.what,
            one.who,
            one.source_system,
            verdict.standing.value,
            verdict.reason,
            settled_by(one, verdict).value,
            one.explanation,
            one.explained_by,
            one.explained_at,
            fixes.get(one.fix_id or 0, ""),
        )


def judged(connection: Connection, period: Period) -> Iterator[Judged]:
    """The detections of the period by time, held against the records around them, some hundred at a time."""
    rules = rules_of(connection)
    margin = timedelta(minutes=rules.near_minutes + rules.tolerance_minutes, days=1)
    for part in of_period(connection, DetectedChange, "detected_at", period.start, period.end):
        first, last = part[0].detected_at, part[-1].detected_at
        works = by_item(recorded_work(connection, first - margin, last + margin))
        for one in linked_by_name(connection, part):
            yield one, classify(one, works, rules)


def incident_rows(connection: Connection, period: Period) -> Iterator[Row]:
    """The incidents that began in the period, with their analyses."""
    known = names(connection)
    for incidents in of_period(connection, Incident, "started_at", period.start, period.end):
        keys = change_keys(connection, {one.change_id for one in incidents if one.change_id is not None})
        wanted = [one.id for one in incidents]
        analyses = {one.incident_id: one for one in find(connection, RootCauseAnalysis, incident_id=wanted)}
        for one in incidents:
            analysis = analyses.get(one.id or 0) or RootCauseAnalysis(one.id or 0)
            yield (
                *_incident(one, known, keys.get(one.change_id or 0, "")),
                *_analysis(analysis, one.zone_name),
            )


def _incident(one: Incident, known: Names, change_key: str) -> Row:
    return (
        one.started_at,
        one.ended_at,
        one.key,
        one.title,
        one.kind.value,
        int((one.ended_at - one.started_at) / timedelta(minutes=1)) if one.ended_at else None,
        known.where(one.applications, one.configuration_items),
        one.impact,
        change_key,
        one.counts_as_downtime,
        one.asks_for_rca,
        one.rca_due_at,
    )


def _analysis(analysis: RootCauseAnalysis, zone_name: str) -> Row:
    gate = (analysis.checkpoint_name, analysis.criterion_code)
    return (
        analysis.concluded_at,
        analysis.concluded_by,
        "\n".join(f"{moment_words(one.at, zone_name)} {one.text}" for one in analysis.timeline),
        "\n".join(analysis.whys),
        "\n".join(analysis.contributing_factors),
        analysis.root_cause,
        ": ".join(part for part in gate if part),
        analysis.activity_title,
    )


def action_rows(connection: Connection, period: Period) -> Iterator[Row]:
    """The follow-up actions of the incidents that began in the period."""
    people = names(connection).people
    for incidents in of_period(connection, Incident, "started_at", period.start, period.end):
        keys = {one.id: one.key for one in incidents}
        for action in actions_of(connection, incidents):
            yield _action(action, keys[action.incident_id], people)


def _action(action: FollowUpAction, incident_key: str, people: dict[int, str]) -> Row:
    return (
        incident_key,
        action.title,
        people.get(action.owner_id or 0, action.owner_name),
        action.due_on,
        action.done_at,
        action.done_note,
    )
