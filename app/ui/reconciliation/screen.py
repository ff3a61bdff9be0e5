"""The reconciliation screen: detected changes to explain or to make fixes of, until the list is empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QLineEdit

from app.domain.reconciliation import Settled, Standing
from app.domain.time_words import moment_words
from app.services.reconciliation.listing import DetectedList, DetectedRow, list_detected
from app.services.reconciliation.settling import explain, make_fix, reopen
from app.ui.commands import Command
from app.ui.follow.details import Details, sections
from app.ui.follow.screen import Filter, FollowScreen
from app.ui.widgets import Column, ConfirmDialog, EmptyState, FormDialog
from app.ui.widgets.records import ChipSpec

_NONE = "Select what was detected first."
_STANDINGS: dict[Standing, ChipSpec] = {
    Standing.MATCHED: ("Matched", "met"),
    Standing.PARTLY: ("Partly", "waived"),
    Standing.UNRECORDED: ("Unrecorded", "not_met"),
}
_SETTLED: dict[Settled, ChipSpec] = {
    Settled.OPEN: ("To explain", "accent"),
    Settled.MATCHED: ("Recorded", "met"),
    Settled.EXPLAINED: ("Explained", "met"),
    Settled.FIX: ("Fix", "met"),
}
_MOST_LISTED = 12


class ReconciliationScreen(FollowScreen):
    """Detected changes, each in one class with its reason."""

    title = "Reconciliation"
    name = "reconciliation"
    icon = "reconcile"
    records = frozenset({"detected_change", "production_fix", "activity", "deployment", "maintenance_window"})
    select_first = "Select what was detected to see why it stands as it does. Shift selects many at once."

    def filters(self) -> Sequence[Filter]:
        """What is to be explained comes first."""
        return (
            ("open", "To explain", lambda row: row.is_open),
            ("unrecorded", "Unrecorded", lambda row: row.standing is Standing.UNRECORDED),
            ("partly", "Partly", lambda row: row.standing is Standing.PARTLY),
            ("matched", "Matched", lambda row: row.standing is Standing.MATCHED),
            ("all", "All", lambda row: True),
        )

    def columns(self) -> tuple[Column[DetectedRow], ...]:
        """What the list says of a detection."""
        return (
            Column(
                "standing",
                "Standing",
                lambda row: _STANDINGS[row.standing][0],
                lambda row: -list(Standing).index(row.standing),
                112,
                chips=lambda row: [_STANDINGS[row.standing]],
            ),
            Column(
                "when",
                "Seen",
                lambda row: moment_words(row.first.detected_at, row.first.zone_name),
                lambda row: row.first.detected_at,
                178,
            ),
            Column("where", "Where", lambda row: row.first.ci_name, width=100, font="strong"),
            Column("what", "What", lambda row: row.first.what, width=200),
            Column("who", "Who", lambda row: row.first.who, width=90),
            Column(
                "times",
                "Times",
                lambda row: str(row.sighting.repeats + 1) if row.sighting.repeats else "",
                lambda row: row.sighting.repeats,
                56,
                align_right=True,
            ),
            Column(
                "settled",
                "Settled",
                lambda row: _settled(row)[0],
                width=110,
                chips=lambda row: [_settled(row)],
            ),
            Column("why", "Why", lambda row: row.sighting.verdict.reason, width=250),
        )

    def empty_state(self) -> EmptyState:
        """Nothing to explain is what everybody works for."""
        return EmptyState(self.context.theme, self.icon, "", "", "Import what was detected…", self.bring)

    def empty_words(self, filter_key: str, has_any: bool) -> tuple[str, str]:
        """Why nothing is listed; for the first filter that is the goal."""
        if filter_key == "open" and has_any:
            return "Nothing left to explain", "Every change seen in production is recorded or explained."
        if has_any:
            return "None of these", "No detected change stands like this; look at another filter."
        return (
            "Nothing detected yet",
            "Import what auditd, AIDE, Tripwire or Windows saw change. What is recorded matches by itself; "
            "the rest is explained here until the list is empty.",
        )

    def tools(self) -> Sequence[tuple[str, str, Callable[[], None], str]]:
        """What can be done with detections."""
        return (
            ("explain", "Explain…", self.explain, "secondary"),
            ("fix", "Make a fix of it…", self.make_fix, "secondary"),
            ("reopen", "Take explanation back…", self.reopen, "secondary"),
            ("import", "Import…", self.bring, "primary"),
        )

    def refusals(self, chosen: Sequence[DetectedRow]) -> dict[str, str]:
        """Why something cannot be done now."""
        is_fix = next((f"It was made {row.fix_key} of." for row in chosen if row.fix_key), "")
        unexplained = "" if any(row.first.explanation for row in chosen) else "Nothing of it is explained."
        nothing = "" if chosen else _NONE
        return {
            "explain": nothing or is_fix,
            "fix": nothing or is_fix,
            "reopen": nothing or unexplained,
            "import": "",
        }

    def reload(self) -> None:
        """Hold everything detected against the records."""
        services = self.context.services
        self.context.fetch(
            "Matching detected changes", lambda _: list_detected(services), self._show, self, key="detected"
        )

    def _show(self, found: DetectedList) -> None:
        left = len(found.open_rows)
        words = f"{left} to explain · {found.detections} detected in {len(found.rows)} sightings"
        self.show_rows(found.rows, f"{words}." if found.rows else "")

    def details_of(self, row: DetectedRow) -> Details:
        """Why it stands as it does, when it was seen again, and what became of it."""
        first, verdict = row.first, row.sighting.verdict
        times = [moment_words(one.detected_at, one.zone_name) for one in row.sighting.members]
        more = [f"and {len(times) - _MOST_LISTED} more"] if len(times) > _MOST_LISTED else []
        explained = ""
        if first.explained_at is not None:
            explained = f"{first.explained_by}, {moment_words(first.explained_at, first.zone_name)}"
        return Details(
            first.what,
            f"{first.ci_name}{f' · {first.who}' if first.who else ''}",
            (_STANDINGS[row.standing], _settled(row)),
            sections(
                ("Why", verdict.reason),
                ("Explanation", (first.explanation, explained)),
                ("Production fix", row.fix_key),
                ("Seen", [*times[:_MOST_LISTED], *more]),
                ("From", first.source_system),
                ("As it was reported", [f"{name}: {text}" for name, text in first.extra]),
            ),
        )

    def open_current(self) -> None:
        """Enter explains."""
        self.explain()

    def explain(self) -> None:
        """Explain everything selected with one sentence."""
        chosen = self.selected()
        if self.refusals(chosen)["explain"]:
            return
        ids = [one for row in chosen for one in row.ids]
        services = self.context.services

        def confirmed(reason: str) -> None:
            self.submit(
                "Explaining",
                lambda: explain(services, ids, reason),
                None,
                lambda count: self.context.notify(f"{count} explained.", "met"),
            )

        sentence = f"{chosen[0].first.what} on {chosen[0].first.ci_name}"
        if len(ids) > 1:
            sentence += f", and {len(ids) - 1} more"
        ConfirmDialog.ask(
            self, "Explain what was detected", sentence, "Explain", confirmed, reason_label="What it was"
        )

    def make_fix(self) -> None:
        """Make one production fix of what is selected."""
        chosen = self.selected()
        if self.refusals(chosen)["fix"]:
            return
        ids = [one for row in chosen for one in row.ids]
        services = self.context.services

        def submit(values: dict[str, Any]) -> None:
            self.submit(
                "Making a fix",
                lambda: make_fix(services, ids, values["made_by"], values["title"]),
                self.dialog,
                lambda fix: self.context.notify(
                    f"{fix.key} stands for it now and owes its documentation.",
                    "met",
                    "Document it",
                    lambda: self.context.navigate("fixes", record=fix.id),
                ),
            )

        first = chosen[0].first
        dialog = FormDialog(
            "Make a production fix",
            "Make the fix",
            submit,
            self.window(),
            intro="Where and when are taken from what was detected; the documentation is owed from now on.",
        )
        title = f"Changed {', '.join(dict.fromkeys(row.first.what for row in chosen))}"
        dialog.add_field("title", "What was done", QLineEdit(title), required=True)
        dialog.add_field("made_by", "Who did it", QLineEdit(first.who), required=True)
        self.ask(dialog)

    def reopen(self) -> None:
        """Take explanations back."""
        chosen = self.selected()
        if self.refusals(chosen)["reopen"]:
            return
        ids = [one for row in chosen for one in row.ids]
        services = self.context.services

        def confirmed(reason: str) -> None:
            self.submit("Taking the explanation back", lambda: reopen(services, ids, reason), None)

        ConfirmDialog.ask(
            self,
            "Take the explanation back?",
            "It stands among those to explain again.",
            "Take it back",
            confirmed,
            reason_label="Why it does not hold",
        )

    def bring(self) -> None:
        """Go and import a report."""
        self.context.navigate("imports", record="detected")

    def commands(self) -> list[Command]:
        """What can be done here now."""
        refused = self.refusals(self.selected())
        return [
            Command("Explain what is selected", self.explain, "F2", "Reconciliation", refused["explain"]),
            Command("Make a production fix of it", self.make_fix, "Ctrl+N", "Reconciliation", refused["fix"]),
            Command("Take the explanation back", self.reopen, "", "Reconciliation", refused["reopen"]),
            Command("Import detected changes", self.bring, "Ctrl+I", "Reconciliation"),
            self.rules_command(),
        ]


def _settled(row: DetectedRow) -> ChipSpec:
    return (row.fix_key, "met") if row.fix_key else _SETTLED[row.sighting.settled]
