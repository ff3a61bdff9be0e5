"""What a person does on the night: each key asks what it must, and hands the act to its use case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from app.sequencing.model import Activity
from app.sequencing.night import Act, NightEntry
from app.sequencing.night_rules import refusal
from app.sequencing.night_words import results
from app.sequencing.replan import Replan
from app.services.night import acts, replanning, runs
from app.services.night.models import NightView, ReasonNeededError
from app.services.night.status import status_text
from app.services.workplace import Done
from app.ui.context import DeskContext
from app.ui.night.dialogs import (
    BackdateDialog,
    ChangeDialog,
    CloseDialog,
    HandOverDialog,
    NoteDialog,
    RollbackDialog,
)
from app.ui.night.one_question import ask_alone
from app.ui.night.problems import NO_NIGHT, SELECT_FIRST, changes_before, changes_to_roll_back, problem_of
from app.ui.night.replan_dialog import ReplanDialog
from app.ui.widgets import ConfirmDialog


class NightPage(Protocol):
    """What the acts ask of the page that shows a night, and tell it."""

    @property
    def view(self) -> NightView | None:
        """The night shown; None while none is open."""
        ...

    @property
    def window_id(self) -> int | None:
        """The window the page is about."""
        ...

    def selected_activity(self) -> Activity | None:
        """The activity the keyboard is at."""
        ...

    def open_run(self, run_id: int) -> None:
        """Show a run of the window."""
        ...

    def show_backdating(self) -> None:
        """Show whether the next entry is backdated."""
        ...


class NightActions:
    """The acts of the open run on the selected activity; `backdated_to` holds for the next entry.

    `owner` is the widget that dialogs stand on and that results are for.
    """

    def __init__(self, context: DeskContext, page: NightPage, owner: QWidget) -> None:
        self._context = context
        self._page = page
        self._owner = owner
        self.backdated_to: datetime | None = None

    @property
    def view(self) -> NightView | None:
        """The night that the acts are about; None while none is open."""
        return self._page.view

    def open_run(self, run_id: int) -> None:
        """Show another run of the window."""
        self._page.open_run(run_id)

    @property
    def _view(self) -> NightView:
        view = self._page.view
        assert view is not None
        return view

    def problem(self, act: Act) -> str:
        """Why an act cannot be done on the selected activity now; empty when it can, maybe for a reason."""
        view = self._page.view
        if view is None:
            return NO_NIGHT
        return problem_of(act, view, self._page.selected_activity(), self._context.clock())

    # Acts on the selected activity.

    def start(self) -> None:
        """S: the selected activity starts."""
        self._on_activity(acts.start, "Starting")

    def finish(self) -> None:
        """F: it finishes."""
        self._on_activity(acts.finish, "Finishing")

    def fail(self) -> None:
        """X: it failed."""
        self._on_activity(acts.fail, "Recording the failure")

    def skip(self) -> None:
        """K: it is left out."""
        self._on_activity(acts.skip, "Skipping")

    def go(self) -> None:
        """G: the selected point is decided as go."""
        self._decide(True)

    def no_go(self) -> None:
        """N: it is decided as no-go; the rollback of what is deployed is offered."""
        self._decide(False)

    def hand_over(self) -> None:
        """H: somebody else takes the selected activity."""
        activity = self._page.selected_activity()
        if activity is None:
            return self._say(SELECT_FIRST)

        def chosen(person_id: int | None, stand_in_id: int, reason: str) -> None:
            self._record(
                "Handing over",
                lambda at, why: acts.hand_over(
                    self._context.services, self._view.run_id, activity.id, person_id, stand_in_id, at, why
                ),
                reason,
            )

        view = self._view
        return self._ask(lambda window: HandOverDialog(view, activity, chosen, window))

    def roll_back(self) -> None:
        """R: the change of the selected activity is rolled back, or one that the person chooses."""
        activity = self._page.selected_activity()
        keys = changes_to_roll_back(self._view)
        if activity is not None and activity.change_key in keys:
            self.roll_back_change(activity.change_key)
        else:
            view = self._view
            self._ask(lambda window: ChangeDialog(view, keys, self.roll_back_change, window))

    def roll_back_change(self, key: str) -> None:
        """Ask about a change's rollback, then record it."""
        view, services = self._view, self._context.services

        def asked(question: Any) -> None:
            self._ask(lambda window: RollbackDialog(view, question, chosen, window))

        def chosen(choices: Any, reason: str) -> None:
            self._record(
                f"Rolling back {key}",
                lambda at, why: acts.roll_back(services, view.run_id, key, choices, at, why),
                reason,
            )

        self._context.fetch(
            f"Asking about {key}",
            lambda _control: acts.ask_rollback(services, view.run_id, key),
            asked,
            self._owner,
        )

    def note(self) -> None:
        """T: a line in the log."""
        view, activity = self._view, self._page.selected_activity()

        def chosen(text: str) -> None:
            self._record(
                "Writing the note",
                lambda at, _why: acts.note(
                    self._context.services, view.run_id, text, activity.id if activity else None, at
                ),
            )

        about = f"About “{activity.title}”" if activity else ""
        self._ask(lambda window: NoteDialog(about, chosen, window))

    def backdate(self) -> None:
        """B: the next entry happened earlier."""
        if self.backdated_to is not None:
            self._set_backdated(None)
            return
        view, now = self._view, self._context.clock()
        self._ask(lambda window: BackdateDialog(view, now, self._set_backdated, window))

    # Acts on the whole night.

    def undo(self) -> None:
        """Take the last act back."""
        self._record("Taking back", lambda _at, _why: acts.undo(self._context.services, self._view.run_id))

    def redo(self) -> None:
        """Bring back what was taken back last."""
        self._record("Doing again", lambda _at, _why: acts.redo(self._context.services, self._view.run_id))

    def replan(self) -> None:
        """P: look for the re-plan that moves least, and show it."""
        view, services = self._view, self._context.services

        def found(proposal: Replan) -> None:
            theme = self._context.theme
            self._ask(lambda window: ReplanDialog(theme, view, proposal, lambda: take(proposal), window))

        def take(proposal: Replan) -> None:
            self._record(
                "Taking the re-plan", lambda _at, _why: replanning.accept(services, view.run_id, proposal)
            )

        self._context.fetch(
            "Re-planning",
            lambda _control: replanning.propose(services, view),
            found,
            self._owner,
            key="replan",
        )

    def copy_status(self) -> None:
        """C: the status as text on the clipboard, for the chat."""
        QGuiApplication.clipboard().setText(status_text(self._view, self._context.clock()))
        self._context.notify("The status is on the clipboard; paste it into the chat.", "met")

    def begin(self) -> None:
        """Begin the night of the selected window."""
        self._begin("")

    def rehearse(self) -> None:
        """Begin a rehearsal of the selected window."""
        window_id = self._page.window_id
        if window_id is not None:
            self._context.perform(
                "Beginning the rehearsal",
                lambda: runs.begin_rehearsal(self._context.services, window_id),
                self._owner,
                self._page.open_run,
            )

    def end(self) -> None:
        """End the rehearsal, or close the window with the results of its changes."""
        view, services = self._view, self._context.services
        if view.run.is_rehearsal:
            self._record(
                "Ending the rehearsal", lambda _at, why: runs.end_rehearsal(services, view.run_id, why)
            )
            return
        minute = view.run.minute(self._context.clock())
        left = refusal(view.sequence, NightEntry(0, Act.END, minute, minute), view.surroundings)
        sentence = left.sentence if left is not None else ""

        def chosen(outcomes: Any, reason: str) -> None:
            self._record(
                "Closing the window",
                lambda _at, why: runs.close_window(services, view.run_id, outcomes, why),
                reason,
            )

        self._ask(lambda window: CloseDialog(view, results(view.sequence), sentence, chosen, window))

    def _begin(self, reason: str) -> None:
        window_id, services = self._page.window_id, self._context.services
        if window_id is None:
            return

        def failed(error: Exception) -> None:
            if isinstance(error, ReasonNeededError):
                self._ask_reason("Begin the night all the same?", error, "Begin the night", self._begin)
            else:
                self._context.show_error(error, "Beginning the night")

        self._context.perform(
            "Beginning the night",
            lambda: runs.begin(services, window_id, reason),
            self._owner,
            self._page.open_run,
            failed,
        )

    def _decide(self, is_go: bool) -> None:
        view, activity = self._view, self._page.selected_activity()
        if activity is None:
            return self._say(SELECT_FIRST)

        def decided(_line: Any) -> None:
            if not is_go:
                self._offer_rollback(activity)

        self._record(
            "Deciding",
            lambda at, why: acts.decide(self._context.services, view.run_id, activity.id, is_go, at, why),
            done=decided,
        )
        return None

    def _offer_rollback(self, gate: Activity) -> None:
        """After a no-go: one action rolls back the change that stands before the point, if there is one."""
        view = self._page.view
        keys = changes_before(view, gate.id) if view is not None else []
        if len(keys) == 1:
            self._context.notify(
                "No-go. What prepares, deploys or verifies after it is held.",
                "not_met", f"Roll back {keys[0]}", lambda: self.roll_back_change(keys[0]), stays=True,
            )  # fmt: skip
        else:
            hint = f" Roll back what must go (R): {', '.join(keys)}." if keys else ""
            self._context.notify(
                f"No-go. What prepares, deploys or verifies after it is held.{hint}",
                "not_met",
                stays=bool(keys),
            )

    def _on_activity(self, use_case: Callable[..., Done[Any]], doing: str) -> None:
        view, activity = self._view, self._page.selected_activity()
        if activity is None:
            return self._say(SELECT_FIRST)
        self._record(
            doing, lambda at, why: use_case(self._context.services, view.run_id, activity.id, at, why)
        )
        return None

    def _record(
        self,
        doing: str,
        use_case: Callable[[datetime | None, str], Done[Any]],
        reason: str = "",
        done: Callable[[Any], None] | None = None,
    ) -> None:
        """Run an act; where it needs a reason, ask for it and try again. The backdating is used up."""
        at = self.backdated_to

        def recorded(line: Any) -> None:
            self._set_backdated(None)
            if done is not None:
                done(line)

        def failed(error: Exception) -> None:
            if isinstance(error, ReasonNeededError):
                self._ask_reason(
                    f"{doing} all the same?",
                    error,
                    "Do it",
                    lambda why: self._record(doing, use_case, why, done),
                )
            else:
                self._context.show_error(error, doing)

        self._context.perform(doing, lambda: use_case(at, reason), self._owner, recorded, failed)

    def _ask_reason(self, title: str, error: Exception, label: str, confirmed: Callable[[str], None]) -> None:
        def make(window: QWidget) -> QDialog:
            dialog = ConfirmDialog(title, str(error), label, window, reason_label="Reason, for the log")
            dialog.confirmed.connect(confirmed)
            return dialog

        self._ask(make)

    def _ask(self, make: Callable[[QWidget], QDialog]) -> None:
        ask_alone(self._context, self._owner, make)

    def _set_backdated(self, instant: datetime | None) -> None:
        self.backdated_to = instant
        self._page.show_backdating()

    def _say(self, sentence: str) -> None:
        self._context.notify(sentence, "waived")
