"""The ten-second entry of a production fix, from any screen: what, where, who, when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QWidget

from app.domain.fixes import ProductionFix
from app.domain.time_words import moment_words
from app.services.fixes.entering import EntryChoices, QuickFix, enter_fix, entry_choices
from app.ui.context import DeskContext
from app.ui.submission import submit_form
from app.ui.widgets import FormDialog, InstantEdit

LABEL = "Production fix: fix first, document after…"
SHORTCUT = "Ctrl+Shift+F"
_SCREEN = "fixes"


def open_quick_fix(context: DeskContext, parent: QWidget) -> None:
    """Ask for a fix over whatever screen is in front; Enter stores it."""
    services = context.services

    def show(choices: EntryChoices) -> None:
        QuickFixDialog(context, choices, parent).open()

    context.fetch(
        "Preparing the entry", lambda _control: entry_choices(services), show, parent, key="quick-fix"
    )


class QuickFixDialog(FormDialog):
    """The four questions; who and when are answered already."""

    def __init__(self, context: DeskContext, choices: EntryChoices, parent: QWidget | None = None) -> None:
        super().__init__(
            "Production fix",
            "Enter fix",
            self._enter,
            parent,
            intro="Only what you know now. Why, steps, discussion, risk and sign-off are owed afterwards.",
        )
        self._context = context
        self._zone_name = choices.zone_name
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.what = QLineEdit()
        self.what.setPlaceholderText("Restarted the payment queue")
        self.where = suggesting(choices.places)
        self.where.setPlaceholderText("A server or application; several with commas")
        self.who = suggesting(choices.people, context.services.actor)
        self.when = InstantEdit(choices.zone_name, "When")
        self.when.set_instant(context.clock())
        self.add_field("what", "What was done", self.what, required=True)
        self.add_field("where", "Where", self.where, required=True)
        self.add_field("who", "Who did it", self.who, required=True)
        self.add_field("when", "When", self.when)

    def _enter(self, values: dict[str, Any]) -> None:
        services, context = self._context.services, self._context
        happened_at = values["when"]
        # The field shows whole minutes; "now" must not lie a minute's rest ahead of the clock.
        quick = QuickFix(
            values["what"],
            values["who"],
            tuple(values["where"].split(",")),
            min(happened_at, context.clock()) if _is_this_minute(happened_at, context) else happened_at,
        )

        def entered(fix: ProductionFix) -> None:
            due = moment_words(fix.due_at, fix.zone_name)
            context.notify(
                f"{fix.key} entered. Its documentation is due {due}.",
                "met",
                "Document it",
                lambda: context.navigate(_SCREEN, record=fix.id),
            )

        submit_form(context, "Entering the fix", lambda: enter_fix(services, quick), self, context, entered)


def _is_this_minute(instant: datetime, context: DeskContext) -> bool:
    return abs(instant - context.clock()) < timedelta(minutes=1)


def suggesting(choices: Sequence[str], text: str = "") -> QLineEdit:
    """A line that offers `choices` while one types and takes any words."""
    field = QLineEdit(text)
    completer = QCompleter(list(choices), field)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    field.setCompleter(completer)
    if (popup := completer.popup()) is not None:
        popup.installEventFilter(_EnterGoesOn(field))
    return field


class _EnterGoesOn(QObject):
    """Lets Enter reach the form where a line's list is open and nothing of it was chosen.

    Qt would only close the list, and the entry would wait for a second Enter.
    """

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand Enter on."""
        is_enter = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        )
        if not is_enter or not isinstance(watched, QAbstractItemView) or watched.currentIndex().isValid():
            return False
        watched.hide()
        QCoreApplication.sendEvent(self._field, event)
        return True
