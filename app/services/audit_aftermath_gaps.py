"""Gaps after the night: undocumented fixes, unexplained detections, missing analyses, wrong signatures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection

from app.domain.debts import PAST
from app.domain.fixes import SIGNING_ROLES, ProductionFix, missing_words
from app.domain.incidents import Incident, RootCauseAnalysis
from app.domain.rca import action_level, analysis_level
from app.domain.reconciliation import Settled, settled_by
from app.domain.time_words import moment_words
from app.services.audit_aftermath import judged
from app.services.follow_up import rules_of
from app.store.queries.aftermath import names
from app.store.queries.audit import Period
from app.store.queries.audit_aftermath import actions_of, criteria_of, holds_role, of_period, said_in
from app.store.queries.audit_gaps import FoundGap
from app.store.queries.packets import organisation_facts
from app.store.reading import find


def find_aftermath_gaps(connection: Connection, period: Period, now: datetime) -> Iterator[FoundGap]:
    """All gaps of the period that rest on what followed the night, judged at `now` (UTC)."""
    yield from _signatures(connection, period)
    yield from _fixes(connection, period, now)
    yield from _detections(connection, period)
    yield from _incidents(connection, period, now)


def _signatures(connection: Connection, period: Period) -> Iterator[FoundGap]:
    """Attestations by somebody without the role, in another role than asked for, or after the cutoff."""
    said = said_in(connection, period)
    criteria = criteria_of(connection, sorted({row[8] for row in said if row[8] is not None}))
    zone = organisation_facts(connection).zone_name
    for key, checkpoint, code, role, person, person_id, when, cutoff, checkpoint_id in said:
        spec = criteria.get(checkpoint_id, {}).get(code)
        asked = f"“{spec.label}”" if spec is not None else code
        if spec is not None and spec.role is not None and spec.role != role:
            yield FoundGap("other_role", key, (person, role, asked, checkpoint, spec.role.value), when)
        elif not holds_role(connection, person_id, role, when):
            yield FoundGap("role_not_held", key, (person, role, f"{asked} at {checkpoint}"), when)
        if cutoff is not None and when > cutoff:
            yield FoundGap("signed_late", key, (person, asked, checkpoint, moment_words(cutoff, zone)), when)


def _fixes(connection: Connection, period: Period, now: datetime) -> Iterator[FoundGap]:
    people = names(connection).people
    for fixes in of_period(connection, ProductionFix, "happened_at", period.start, period.end):
        for fix in fixes:
            owed = missing_words(fix)
            if owed and fix.due_at < now:
                due = moment_words(fix.due_at, fix.zone_name)
                yield FoundGap("fix_undocumented", fix.key, (fix.title, owed, due), fix.happened_at)
            if fix.signed_at is None or fix.signed_role is None or fix.signed_by_id is None:
                continue
            is_held = holds_role(connection, fix.signed_by_id, fix.signed_role, fix.signed_at)
            signer = people.get(fix.signed_by_id, "")
            if fix.signed_role not in SIGNING_ROLES or not is_held:
                facts = (signer, fix.signed_role.value, "the sign-off")
                yield FoundGap("role_not_held", fix.key, facts, fix.signed_at)
            elif fix.signed_at > fix.due_at:
                due = moment_words(fix.due_at, fix.zone_name)
                yield FoundGap(
                    "signed_late", fix.key, (signer, "the sign-off", "its deadline", due), fix.signed_at
                )


def _detections(connection: Connection, period: Period) -> Iterator[FoundGap]:
    for one, verdict in judged(connection, period):
        if settled_by(one, verdict) is Settled.OPEN:
            facts = (one.what, verdict.standing.value, verdict.reason)
            yield FoundGap("detection_unexplained", one.ci_name, facts, one.detected_at)


def _incidents(connection: Connection, period: Period, now: datetime) -> Iterator[FoundGap]:
    rules = rules_of(connection)
    people = names(connection).people
    for incidents in of_period(connection, Incident, "started_at", period.start, period.end):
        known = {one.id or 0: one for one in incidents}
        found = find(connection, RootCauseAnalysis, incident_id=list(known))
        analyses = {one.incident_id: one for one in found}
        for one in incidents:
            if analysis_level(one, analyses.get(one.id or 0), now, rules) in PAST:
                due = moment_words(one.rca_due_at, one.zone_name) if one.rca_due_at else ""
                yield FoundGap("no_analysis", one.key, (one.title, due), one.started_at)
        for action in actions_of(connection, incidents):
            incident = known[action.incident_id]
            if action_level(action, incident.zone_name, now, rules) in PAST:
                owner = people.get(action.owner_id or 0, action.owner_name)
                facts = (action.title, owner, str(action.due_on))
                yield FoundGap("action_overdue", incident.key, facts, incident.started_at)
