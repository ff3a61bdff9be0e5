"""Recording incidents, writing their root-cause analyses, and following their actions up."""

from __future__ import annotations

from dataclasses import replace

from app.domain.incidents import (
    FollowUpAction,
    Incident,
    RootCauseAnalysis,
    action_problems,
    incident_problems,
)
from app.domain.rca import analysis_due, analysis_problems, conclusion_problems
from app.services.errors import RefusedError
from app.services.follow_up import rules_of
from app.services.workplace import Done, Workplace
from app.store.queries.aftermath import next_number
from app.store.unit_of_work import UnitOfWork


def save_incident(workplace: Workplace, incident: Incident, reason: str = "") -> Done[Incident]:
    """Record a new incident (id None) or store a changed one; the analysis is due once it has ended.

    Raises RefusedError with every problem, StaleRecordError.
    """
    with workplace.write() as work:
        problems = [one.message for one in incident_problems(incident)]
        if incident.started_at > work.now:
            problems.append("It starts in the future; an incident is recorded once it has begun.")
        if incident.ended_at is not None and incident.ended_at > work.now:
            problems.append("It ends in the future; leave its end off while it lasts.")
        _refuse(problems, "The incident was not saved.")
        number = next_number(work.connection, Incident)
        named = incident if incident.key.strip() else replace(incident, key=f"INC-{number:04d}")
        dated = replace(
            named,
            title=named.title.strip(),
            rca_due_at=analysis_due(named, rules_of(work.connection)),
        )
        stored = work.add(dated, reason) if dated.id is None else work.save(dated, reason)
        return workplace.done(stored, work.commit())


def save_analysis(
    workplace: Workplace, analysis: RootCauseAnalysis, reason: str = ""
) -> Done[RootCauseAnalysis]:
    """Store what is written of an analysis so far; a concluded one is not changed any more.

    Raises RefusedError, StaleRecordError.
    """
    with workplace.write() as work:
        work.get(Incident, analysis.incident_id)
        _refuse_concluded(work, analysis)
        tidy = replace(
            analysis,
            timeline=tuple(sorted(analysis.timeline, key=lambda entry: entry.at)),
            whys=tuple(why.strip() for why in analysis.whys if why.strip()),
            contributing_factors=tuple(one.strip() for one in analysis.contributing_factors if one.strip()),
            concluded_by="",
            concluded_at=None,
        )
        _refuse(list(analysis_problems(tidy)), "The analysis was not saved.")
        stored = work.add(tidy, reason) if tidy.id is None else work.save(tidy, reason)
        return workplace.done(stored, work.commit())


def conclude_analysis(workplace: Workplace, incident_id: int) -> Done[RootCauseAnalysis]:
    """Conclude an analysis in the name of who acts here; raises RefusedError with all that is missing."""
    with workplace.write() as work:
        incident = work.get(Incident, incident_id)
        found = work.find(RootCauseAnalysis, incident_id=incident_id)
        if not found:
            raise RefusedError(f"Nothing is written of {incident.key} yet; begin with the timeline.")
        actions = work.find(FollowUpAction, incident_id=incident_id)
        problems = conclusion_problems(incident, found[0], actions)
        _refuse(list(problems), f"The analysis of {incident.key} was not concluded.")
        concluded = replace(found[0], concluded_by=work.actor, concluded_at=work.now)
        stored = work.save(concluded, f"concluded the analysis of {incident.key}")
        return workplace.done(stored, work.commit())


def save_action(workplace: Workplace, action: FollowUpAction, reason: str = "") -> Done[FollowUpAction]:
    """Add an action (id None) or store a changed one; raises RefusedError, StaleRecordError."""
    with workplace.write() as work:
        work.get(Incident, action.incident_id)
        _refuse([one.message for one in action_problems(action)], "The action was not saved.")
        stored = work.add(action, reason) if action.id is None else work.save(action, reason)
        return workplace.done(stored, work.commit())


def finish_action(workplace: Workplace, action: FollowUpAction, note: str = "") -> Done[FollowUpAction]:
    """Mark an action as done now, with what came of it; raises RefusedError, StaleRecordError."""
    if action.done_at is not None:
        raise RefusedError("It is done already.")
    with workplace.write() as work:
        stored = work.save(replace(action, done_at=work.now, done_note=note.strip()), "done")
        return workplace.done(stored, work.commit())


def _refuse_concluded(work: UnitOfWork, analysis: RootCauseAnalysis) -> None:
    before = work.find(RootCauseAnalysis, incident_id=analysis.incident_id)
    if before and before[0].concluded_at is not None:
        raise RefusedError(
            "The analysis is concluded; what it says stays. Record what came later as a new action."
        )


def _refuse(problems: list[str], sentence: str) -> None:
    if problems:
        raise RefusedError(f"{sentence} {problems[0]}", tuple(problems))
