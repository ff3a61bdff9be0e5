"""The form of the organisation's deadlines and tolerances after the night."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QSpinBox, QWidget

from app.domain.debts import FollowUpRules
from app.services.follow_up import read_rules, set_rules
from app.ui.context import DeskContext
from app.ui.submission import submit_form
from app.ui.widgets import DurationEdit, FormDialog

LABEL = "Deadlines and tolerances…"
_DAYS = (
    ("fix_working_days", "Working days to document a fix"),
    ("rca_working_days", "Working days to analyse an incident"),
    ("long_overdue_days", "Days past a deadline until it is long overdue"),
)
_MINUTES = (
    ("tolerance_minutes", "How far a detection may lie from an activity"),
    ("instant_tolerance_minutes", "How far it may lie from a fix or deployment"),
    ("quiet_minutes", "Silence within which repeats are one"),
    ("near_minutes", "How far recorded work counts as near"),
)
_MOST_DAYS = 365


def open_rules(context: DeskContext, parent: QWidget) -> None:
    """Show the rules as they are, to be changed."""
    services = context.services
    context.fetch(
        "Reading the deadlines",
        lambda _: read_rules(services),
        lambda rules: _show(context, rules, parent),
        parent,
    )


def _show(context: DeskContext, rules: FollowUpRules, parent: QWidget) -> None:
    dialog = rules_form(rules, context, parent)
    dialog.open()


def rules_form(rules: FollowUpRules, context: DeskContext, parent: QWidget) -> FormDialog:
    """The form; what is owed already keeps the deadline it was given."""
    services = context.services

    def save(values: dict[str, Any]) -> None:
        changed = FollowUpRules(**{name: int(value or 0) for name, value in values.items()})
        submit_form(context, "Setting the deadlines", lambda: set_rules(services, changed), dialog, context)

    dialog = FormDialog(
        "Deadlines and tolerances",
        "Set",
        save,
        parent,
        intro="For everybody on this database. What is owed already keeps its deadline.",
    )
    for name, label in _DAYS:
        field = QSpinBox()
        field.setRange(0, _MOST_DAYS)
        field.setValue(getattr(rules, name))
        dialog.add_field(name, label, field)
    for name, label in _MINUTES:
        dialog.add_field(name, label, DurationEdit(getattr(rules, name)), required=True)
    return dialog
