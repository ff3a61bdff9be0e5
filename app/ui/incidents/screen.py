"""The incidents screen: from outage to closed actions, and the downtime they cost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QLineEdit

from app.domain.debts import PAST
from app.domain.incidents import FollowUpAction, Incident
from app.domain.rca import IncidentStanding
from app.domain.time_words import moment_words
from app.services.incidents.listing import IncidentList, IncidentRow, list_incidents
from app.services.incidents.reading import IncidentChoices, IncidentView, incident_choices, read_incident
from app.services.incidents.recording import (
    conclude_analysis,
    finish_action,
    save_action,
    save_analysis,
    save_incident,
)
from app.ui.commands import Command
from app.ui.context import DeskContext
from app.ui.follow.debts import debt_tone
from app.ui.follow.details import Details
from app.ui.follow.screen import Filter, FollowScreen
from app.ui.incidents.downtime import DowntimePage
from app.ui.incidents.forms import action_form, analysis_form, due_day, incident_form, read_analysis
from app.ui.incidents.words import STANDINGS, brief, lasted, whole
from app.ui.widgets import Column, EmptyState, FormDialog, combo

_NONE = "Select an incident first."
_DOWNTIME = "downtime"
_NO_CHOICES = IncidentChoices((), (), (), (), "UTC")


class IncidentsScreen(FollowScreen):
    """Incidents with their debts, and downtime against the allowance."""

    title = "Incidents"
    name = "incidents"
    icon = "incidents"
    records = frozenset({"incident", "root_cause_analysis", "follow_up_action", "application", "setting"})
    select_first = "Select an incident to read its analysis, its actions and what let it through."

    def __init__(self, context: DeskContext) -> None:
        self.choices = _NO_CHOICES
        self.view: IncidentView | None = None
        super().__init__(context)
        self.downtime = DowntimePage(context.theme, self)
        self.stack.addWidget(self.downtime)

    def filters(self) -> Sequence[Filter]:
        """What is still to be done comes first; the last is the month's account."""
        return (
            ("open", "Open", lambda row: row.is_open),
            ("past", "Overdue", lambda row: row.level in PAST),
            ("all", "All", lambda row: True),
            (_DOWNTIME, "Downtime", lambda row: True),
        )

    def columns(self) -> tuple[Column[IncidentRow], ...]:
        """What the list says of an incident."""
        return (
            Column("key", "Incident", lambda row: row.incident.key, width=104, font="strong"),
            Column(
                "standing",
                "State",
                lambda row: STANDINGS[row.standing][0],
                lambda row: list(IncidentStanding).index(row.standing),
                130,
                chips=lambda row: [STANDINGS[row.standing]],
            ),
            Column(
                "clock",
                "Clock",
                lambda row: row.clock,
                lambda row: row.clock.casefold(),
                230,
                tone=lambda row: debt_tone(row.level),
            ),
            Column("title", "What happened", lambda row: row.incident.title, width=250),
            Column("where", "Where", lambda row: row.where, width=150),
            Column(
                "began",
                "Began",
                lambda row: moment_words(row.incident.started_at, row.incident.zone_name),
                lambda row: row.incident.started_at,
                178,
            ),
            Column(
                "lasted",
                "Lasted",
                lambda row: lasted(row.incident),
                lambda row: row.incident.ended_at and row.incident.ended_at - row.incident.started_at,
                84,
                True,
            ),
            Column("change", "Change", lambda row: row.change_key, width=110),
        )

    def empty_state(self) -> EmptyState:
        """What to do first."""
        return EmptyState(self.context.theme, self.icon, "", "", "New incident…", self.enter)

    def empty_words(self, filter_key: str, has_any: bool) -> tuple[str, str]:
        """Why nothing is listed."""
        if has_any:
            return "Nothing is open", "Every analysis is concluded and every action is done."
        return (
            "No incidents yet",
            "Record an outage or an impairment, or import a list of them. Its root-cause analysis is due "
            "some working days after its end.",
        )

    def tools(self) -> Sequence[tuple[str, str, Callable[[], None], str]]:
        """What can be done with incidents."""
        return (
            ("edit", "Edit…", self.edit, "secondary"),
            ("analyse", "Analysis…", self.analyse, "secondary"),
            ("action", "Add action…", self.add_action, "secondary"),
            ("done", "Action done…", self.finish, "secondary"),
            ("conclude", "Conclude", self.conclude, "secondary"),
            ("new", "New incident…", self.enter, "primary"),
        )

    def refusals(self, chosen: Sequence[IncidentRow]) -> dict[str, str]:
        """Why something cannot be done now."""
        row = chosen[0] if len(chosen) == 1 else None
        if row is None:
            return dict.fromkeys(("edit", "analyse", "action", "done", "conclude"), _NONE)
        is_concluded = row.standing in (IncidentStanding.ACTIONS_OPEN, IncidentStanding.CLOSED)
        concluded = "Its analysis is concluded." if is_concluded else ""
        begun = "" if row.standing is IncidentStanding.IN_ANALYSIS else "Write its analysis first."
        return {
            "edit": "",
            "analyse": concluded,
            "action": "",
            "done": "" if row.open_actions else "It has no open action.",
            "conclude": concluded or begun,
        }

    def activate(self, window_id: int | None) -> None:
        """Read what the forms offer, then the incidents."""
        services = self.context.services
        self.context.fetch(
            "Reading the register", lambda _: incident_choices(services), self._take_choices, self
        )
        super().activate(window_id)

    def reload(self) -> None:
        """Read the incidents with their debts as of now."""
        services = self.context.services
        self.context.fetch(
            "Reading the incidents", lambda _: list_incidents(services), self._show, self, key="incidents"
        )

    def _take_choices(self, choices: IncidentChoices) -> None:
        self.choices = choices

    def _show(self, found: IncidentList) -> None:
        open_ones = sum(row.is_open for row in found.rows)
        past = sum(row.level in PAST for row in found.rows)
        words = f"{open_ones} of {len(found.rows):,} incidents open"
        self.downtime.show_list(found)
        self.show_rows(found.rows, f"{words}{f', {past} overdue' if past else ''}." if found.rows else "")

    def _show_front(self) -> None:
        super()._show_front()
        if self.filter.current == _DOWNTIME and self.stack.count() > 2:
            self.stack.setCurrentIndex(2)

    def details_of(self, row: IncidentRow) -> Details:
        """What is known at once; the rest follows when it has been read."""
        if self.view is not None and self.view.incident == row.incident:
            shown = whole(row, self.view, self.choices)
        else:
            shown = brief(row)
        self._read(row)
        return shown

    def _read(self, row: IncidentRow) -> None:
        services = self.context.services

        def show(view: IncidentView) -> None:
            is_other = self.view != view
            self.view = view
            chosen = self.selected()
            if is_other and len(chosen) == 1 and chosen[0].id == view.incident.id:
                self.details.show_details(whole(chosen[0], view, self.choices))

        self.context.fetch(
            "Reading the incident", lambda _: read_incident(services, row.id), show, self, key="incident"
        )

    def _one(self, action: str) -> IncidentRow | None:
        chosen = self.selected()
        return chosen[0] if len(chosen) == 1 and not self.refusals(chosen)[action] else None

    def enter(self) -> None:
        """Record a new incident."""
        now = self.context.clock()
        self._edit(Incident("", "", now, self.choices.zone_name))

    def open_current(self) -> None:
        """Enter opens the analysis, or the incident where that is concluded."""
        chosen = self.selected()
        if len(chosen) == 1:
            (self.edit if self.refusals(chosen)["analyse"] else self.analyse)()

    def edit(self) -> None:
        """Change the selected incident."""
        row = self._one("edit")
        if row is not None:
            self._edit(row.incident)

    def _edit(self, incident: Incident) -> None:
        services, now = self.context.services, self.context.clock()

        def submit(values: dict[str, Any]) -> None:
            changed = replace(incident, **values)
            # The field shows whole minutes; "now" must not lie a minute's rest ahead of the clock. What is
            # further ahead is a mistake, which is told.
            if now < changed.started_at < now + timedelta(minutes=1):
                changed = replace(changed, started_at=now)
            self.submit("Saving the incident", lambda: save_incident(services, changed), self.dialog)

        theme, window = self.context.theme, self.window()
        self.ask(incident_form(theme, incident, self.choices, submit, window, now))

    def analyse(self) -> None:
        """Write the analysis of the selected incident."""
        row = self._one("analyse")
        if row is None:
            return
        services = self.context.services

        def show(view: IncidentView) -> None:
            def submit(values: dict[str, Any]) -> None:
                self.submit(
                    f"Saving the analysis of {view.incident.key}",
                    lambda: save_analysis(services, read_analysis(view, values)),
                    self.dialog,
                )

            self.ask(analysis_form(view, submit, self.window()))

        self.context.fetch("Reading the analysis", lambda _: read_incident(services, row.id), show, self)

    def add_action(self) -> None:
        """Add a follow-up action to the selected incident."""
        row = self._one("action")
        if row is None:
            return
        services = self.context.services

        def submit(values: dict[str, Any]) -> None:
            action = FollowUpAction(row.id, values["title"], due_day(values), values["owner_id"])
            self.submit("Adding the action", lambda: save_action(services, action), self.dialog)

        self.ask(action_form(row.incident, None, self.choices, submit, self.window()))

    def finish(self) -> None:
        """Mark one of the incident's actions as done."""
        row = self._one("done")
        view = self.view
        if row is None or view is None or view.incident.id != row.id:
            return
        services = self.context.services
        open_ones = {one.id: one for one in view.actions if one.done_at is None}

        def submit(values: dict[str, Any]) -> None:
            action = open_ones[values["action"]]
            self.submit(
                "Finishing the action", lambda: finish_action(services, action, values["note"]), self.dialog
            )

        dialog = FormDialog(f"Action of {row.incident.key} done", "Done", submit, self.window())
        dialog.add_field("action", "Action", combo([(key, one.title) for key, one in open_ones.items()]))
        dialog.add_field("note", "What came of it", QLineEdit())
        self.ask(dialog)

    def conclude(self) -> None:
        """Conclude the analysis of the selected incident."""
        row = self._one("conclude")
        if row is None:
            return
        services = self.context.services
        self.submit(
            f"Concluding the analysis of {row.incident.key}",
            lambda: conclude_analysis(services, row.id),
            None,
            lambda _done: self.context.notify(f"The analysis of {row.incident.key} is concluded.", "met"),
        )

    def commands(self) -> list[Command]:
        """What can be done here now."""
        refused = self.refusals(self.selected())
        return [
            Command("New incident", self.enter, "Ctrl+N", "Incidents"),
            Command("Edit the incident", self.edit, "F2", "Incidents", refused["edit"]),
            Command("Write its analysis", self.analyse, "Ctrl+Return", "Incidents", refused["analyse"]),
            Command("Add an action", self.add_action, "Ctrl+Shift+N", "Incidents", refused["action"]),
            Command("Mark an action as done", self.finish, "Ctrl+D", "Incidents", refused["done"]),
            Command("Conclude the analysis", self.conclude, "", "Incidents", refused["conclude"]),
            self.rules_command(),
        ]
