"""What is owed after the night, all kinds together: for badges, packets and meetings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from app.domain.debts import DebtLevel
from app.domain.fixes import missing_words
from app.domain.rca import IncidentStanding
from app.services.fixes.listing import fixes_at
from app.services.incidents.listing import action_rows, incidents_at
from app.services.reconciliation.listing import open_detections
from app.services.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Debt:
    """One thing owed: `kind` says what ("fix to document"), `what` which, `due_at` (UTC) until when."""

    kind: str
    what: str
    who: str
    due_at: datetime | None
    level: DebtLevel


def debts_at(connection: Connection, now: datetime) -> tuple[Debt, ...]:
    """Everything owed at an instant (UTC), the gravest first."""
    found = [
        Debt(
            "fix to document",
            f"{row.fix.key}: {row.fix.title} (owes {missing_words(row.fix)})",
            row.fix.made_by,
            row.fix.due_at,
            row.level,
        )
        for row in fixes_at(connection, now).rows
        if row.is_open
    ]
    found += [
        Debt(
            "root cause analysis",
            f"{row.incident.key}: {row.incident.title}",
            row.incident.team_name,
            row.incident.rca_due_at,
            row.analysis_level,
        )
        for row in incidents_at(connection, now, only_asked=True).rows
        if row.analysis_level is not DebtLevel.SETTLED and row.standing is not IncidentStanding.LASTING
    ]
    found += [
        Debt("follow-up action", f"{row.incident_key}: {row.action.title}", row.owner, row.due_at, row.level)
        for row in action_rows(connection, now)
    ]
    order = list(DebtLevel)
    return tuple(sorted(found, key=lambda debt: (-order.index(debt.level), debt.due_at or now, debt.what)))


def debt_badges(workplace: Workplace) -> Mapping[str, int]:
    """By screen: fixes that owe, incidents with something to do, detections to explain."""
    with workplace.read() as connection:
        now = workplace.now()
        fixes = fixes_at(connection, now)
        incidents = incidents_at(connection, now, only_asked=True)
        return {
            "fixes": sum(row.is_open for row in fixes.rows),
            "incidents": sum(row.is_open for row in incidents.rows),
            "reconciliation": open_detections(connection),
        }
