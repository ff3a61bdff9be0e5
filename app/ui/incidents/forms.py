"""The forms of incidents: the incident itself, its root-cause analysis, and one follow-up action."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QLineEdit, QWidget

from app.domain.incidents import FollowUpAction, Incident, IncidentKind, RootCauseAnalysis, TimelineEntry
from app.domain.rca import MOST_WHYS
from app.domain.zones import local, local_instant
from app.services.incidents.reading import IncidentChoices, IncidentView
from app.ui.theme import Theme
from app.ui.widgets import FormDialog, InstantEdit, PickMany, calm_calendar, combo, text_area

Submit = Callable[[dict[str, Any]], None]
_KINDS: list[tuple[object, str]] = [
    (IncidentKind.OUTAGE, "Outage: it did not work"),
    (IncidentKind.IMPAIRMENT, "Impairment: it worked badly"),
]
_LINE = re.compile(r"\s*(\d{4}-\d{2}-\d{2})[ T](\d{1,2}:\d{2})\s+(.+)$")
_LINE_HINT = "One a line: 2026-11-28 22:40 the queue stopped"


def incident_form(
    theme: Theme,
    incident: Incident,
    choices: IncidentChoices,
    submit: Submit,
    parent: QWidget,
    now: datetime,
) -> FormDialog:
    """The form of an incident; its analysis is due once it has ended, which is asked from `now` on."""
    is_new = incident.id is None
    dialog = FormDialog(
        "New incident" if is_new else f"Edit {incident.key}",
        "Record" if is_new else "Save",
        submit,
        parent,
    )
    dialog.add_field("title", "What happened", QLineEdit(incident.title), required=True)
    dialog.add_field("kind", "Kind", combo(_KINDS, incident.kind))
    started = InstantEdit(incident.zone_name, "Began")
    started.set_instant(incident.started_at)
    dialog.add_field("started_at", "Began", started)
    ended = InstantEdit(incident.zone_name, "Ended", optional=True)
    ended.set_instant(incident.ended_at)
    ended.suggest(now)
    dialog.add_field("ended_at", "Ended", ended, hint="Leave it off while it lasts.")
    dialog.add_field("impact", "Who felt it, and how", text_area(incident.impact, 2))
    applications = PickMany(theme, [(one.id, one.name) for one in choices.applications], "Applications")
    applications.set_picked(incident.applications)
    dialog.add_field("applications", "Applications", applications)
    items = PickMany(theme, [(one.id, one.name) for one in choices.configuration_items], "Items")
    items.set_picked(incident.configuration_items)
    dialog.add_field("configuration_items", "Configuration items", items)
    none: list[tuple[object, str]] = [(None, "None known")]
    changes = none + [(key, f"{name}  {title}"[:90]) for key, name, title in choices.changes]
    dialog.add_field(
        "change_id",
        "Change it came from",
        combo(changes, incident.change_id),
        hint="Its gates and who let it through are shown with the incident.",
    )
    counts = QCheckBox("Counts against the allowed downtime")
    counts.setChecked(incident.counts_as_downtime)
    dialog.add_field("counts_as_downtime", "Counts against the allowed downtime", counts)
    return dialog


def analysis_form(view: IncidentView, submit: Submit, parent: QWidget) -> FormDialog:
    """The form of a root-cause analysis: timeline, five whys, factors, and what let it through."""
    analysis, incident = view.analysis, view.incident
    dialog = FormDialog(
        f"Analysis of {incident.key}", "Save", submit, parent, intro=incident.title, width=640
    )
    lines = "\n".join(_timeline_line(entry, incident.zone_name) for entry in analysis.timeline)
    dialog.add_field(
        "timeline",
        f"Timeline ({incident.zone_name})",
        text_area(lines, 5, _LINE_HINT),
        hint=_LINE_HINT,
        check=lambda text: _timeline_problem(text, incident.zone_name),
    )
    for place in range(MOST_WHYS):
        said = analysis.whys[place] if place < len(analysis.whys) else ""
        label = "Why did it happen?" if place == 0 else f"And why that? ({place + 1})"
        dialog.add_field(f"why_{place}", label, QLineEdit(said))
    factors = "\n".join(analysis.contributing_factors)
    dialog.add_field("factors", "Contributing factors", text_area(factors, 3), hint="One a line.")
    dialog.add_field("root_cause", "Root cause", text_area(analysis.root_cause, 2))
    gates: list[tuple[object, str]] = [(("", ""), "None")]
    gates += [
        ((gate.checkpoint_name, gate.criterion_code), f"{gate.checkpoint_name}: {gate.criterion_code}")
        for gate in view.gates
    ]
    chosen = (analysis.checkpoint_name, analysis.criterion_code)
    dialog.add_field("gate", "Gate that should have caught it", combo(gates, chosen))
    steps: list[tuple[object, str]] = [("", "None"), *[(step, step) for step in view.steps]]
    dialog.add_field("activity_title", "Step at which it happened", combo(steps, analysis.activity_title))
    return dialog


def read_analysis(view: IncidentView, values: dict[str, Any]) -> RootCauseAnalysis:
    """The analysis that the form's values say."""
    checkpoint, code = values["gate"]
    return replace(
        view.analysis,
        timeline=read_timeline(values["timeline"], view.incident.zone_name),
        whys=tuple(values[f"why_{place}"] for place in range(MOST_WHYS)),
        contributing_factors=tuple(values["factors"].splitlines()),
        root_cause=values["root_cause"],
        checkpoint_name=checkpoint,
        criterion_code=code,
        activity_title=values["activity_title"],
    )


def action_form(
    incident: Incident,
    action: FollowUpAction | None,
    choices: IncidentChoices,
    submit: Submit,
    parent: QWidget,
) -> FormDialog:
    """The form of a follow-up action."""
    dialog = FormDialog(f"Action after {incident.key}", "Add" if action is None else "Save", submit, parent)
    dialog.add_field("title", "What is to be done", QLineEdit(action.title if action else ""), required=True)
    people: list[tuple[object, str]] = [(None, "Choose somebody")]
    people += [(one.id, one.name) for one in choices.people]
    dialog.add_field("owner_id", "Who", combo(people, action.owner_id if action else None), required=True)
    until = QDateEdit()
    until.setCalendarPopup(True)
    calm_calendar(until.calendarWidget())
    until.setDisplayFormat("ddd d MMM yyyy")
    day = action.due_on if action else datetime.now(UTC).date() + timedelta(days=14)
    until.setDate(QDate(day.year, day.month, day.day))
    dialog.add_field("due_on", "Until", until)
    return dialog


def read_timeline(text: str, zone_name: str) -> tuple[TimelineEntry, ...]:
    """Entries from their lines, local times of the zone; raises ValueError naming the line it cannot read."""
    found = []
    for line in text.splitlines():
        if not line.strip():
            continue
        match = _LINE.match(line)
        try:
            wall = datetime.fromisoformat(f"{match[1]}T{match[2]:0>5}") if match else None
        except ValueError:
            wall = None
        if match is None or wall is None:
            raise ValueError(f"“{line.strip()}” has no date and time. {_LINE_HINT}.")
        found.append(TimelineEntry(local_instant(wall, zone_name), match[3].strip()))
    return tuple(found)


def _timeline_line(entry: TimelineEntry, zone_name: str) -> str:
    return f"{local(entry.at, zone_name):%Y-%m-%d %H:%M} {entry.text}"


def _timeline_problem(text: str, zone_name: str) -> str:
    try:
        read_timeline(text, zone_name)
    except ValueError as error:
        return str(error)
    return ""


def due_day(values: dict[str, Any]) -> date:
    """The day chosen."""
    day: date = values["due_on"]
    return day
