"""The panel of one change: its data, gates, deliveries, tickets, steps, signatures, discussion, history."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from app.domain.changes import Change
from app.services import change_records, changes
from app.services.board_models import COLUMNS
from app.services.change_panel import Attestable, ChangePanel, change_panel
from app.services.changes import EditConflictError
from app.ui.board import panel_tabs, record_forms
from app.ui.board.change_form import ChangeForm
from app.ui.board.sections import Section
from app.ui.board.unsaved import ask_what_becomes_of, typed_since
from app.ui.context import DeskContext
from app.ui.exceptions.beginnings import SCREEN as EXCEPTIONS
from app.ui.exceptions.beginnings import ask_for_exception
from app.ui.submission import submit_form
from app.ui.texts import one_line
from app.ui.times import span_text
from app.ui.widgets import ConfirmDialog, FormDialog, SidePanel, button, text_area

_WIDTH = 440


class ChangePanelView(SidePanel):
    """Shows one change and lets a person work on it.

    `move_requested` carries its id, `place_requested` its id and that of a window.
    """

    move_requested = Signal(int)
    place_requested = Signal(int, int)

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent, width=_WIDTH)
        self._context = context
        self._panel: ChangePanel | None = None
        self._change_id: int | None = None
        self._go_on: Callable[[], object] | None = None
        self._unsent: dict[int, str] = {}
        self.form = ChangeForm(context.theme, self)
        self.form.saved.connect(self._save)
        self.gates, self.deliveries, self.tickets = Section(self), Section(self), Section(self)
        self.steps, self.signatures = Section(self), Section(self)
        self.discussion, self.history = Section(self), Section(self)
        self.add_tab("Details", self.form, self.form.bar)
        for label, content in (
            ("Gates", self.gates),
            ("Builds", self.deliveries),
            ("Tickets", self.tickets),
            ("Steps", self.steps),
            ("Signatures", self.signatures),
            ("Discussion", self.discussion),
            ("History", self.history),
        ):
            self.add_tab(label, content)
        self.tabs.setUsesScrollButtons(True)
        self.comment = text_area("", 3, "Write to the discussion…")
        self.head_actions.insertWidget(0, button("Move…", self._move, tooltip="Move to another window (M)"))

    @property
    def change_id(self) -> int | None:
        """The change shown, if any."""
        return self._change_id

    @property
    def panel(self) -> ChangePanel | None:
        """What was read last."""
        return self._panel

    @property
    def is_unsaved(self) -> bool:
        """Whether something typed into the change shown is not saved yet."""
        return not self.isHidden() and self.form.is_dirty

    def show_change(self, change_id: int) -> None:
        """Read and show a change; the panel comes up when it is read.

        Where something typed into another is not saved, the person is asked first.
        """
        if change_id != self._change_id:
            self.leave(lambda: self._read(change_id))
        else:
            self._read(change_id)

    def leave(self, then: Callable[[], object]) -> None:
        """Go on with `then`, once what is being saved is; what is not saved is saved or dropped first, or the
        person stays."""
        if self.is_unsaved and self.form.is_saving_all:
            self._go_on = then
            return
        if not self.is_unsaved or self._panel is None:
            then()
            return
        self.question = ask_what_becomes_of(
            self,
            one_line(self._panel.change.key, 60),
            self.form.refusal(),
            save=lambda: self.save(then),
            drop=lambda: self._drop(then),
        )

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save what was typed, and go on with `then` once it is stored."""
        self._go_on = then
        self.form.save()

    def _drop(self, then: Callable[[], object]) -> None:
        self.form.revert()
        then()

    def close_panel(self) -> None:
        """Hide the panel; what is not saved is asked about first."""
        self.leave(super().close_panel)

    def _read(self, change_id: int) -> None:
        if change_id != self._change_id:
            self._turn_comment_to(change_id)
        self._change_id = change_id
        self._context.fetch(
            "Reading the change",
            lambda _control: change_panel(self._context.services, change_id),
            self._show,
            self,
            key="board/panel",
            failed=self._gone,
        )

    def _turn_comment_to(self, change_id: int) -> None:
        """A comment that was not sent stays with its change, and is there when that is opened again."""
        if self._change_id is not None:
            self._unsent[self._change_id] = self.comment.toPlainText()
        self.comment.setPlainText(self._unsent.pop(change_id, ""))

    def reload(self) -> None:
        """Read the same change again."""
        if self._change_id is not None and self.isVisible():
            self.show_change(self._change_id)

    def _gone(self, error: Exception) -> None:
        if not self.is_unsaved:  # else what was typed stays on screen, to be saved or copied
            super().close_panel()
        self._context.show_error(error, "Reading the change")

    def _show(self, panel: ChangePanel) -> None:
        if panel.change.id != self._change_id:
            return
        self._panel = panel
        card = panel.card
        where = "Intake list"
        if panel.window is not None:
            window = panel.window
            where = span_text(window.starts_at, window.ends_at, window.zone_name)
        title = f"{one_line(card.key, 60)}  {one_line(card.title, 200)}"
        self.set_title(title, f"{COLUMNS[card.column][1]} · {where}")
        self.form.show_change(panel.change, panel.choices)
        panel_tabs.fill_gates(self.gates, panel, self._attest, self._place, self._ask_exception)
        panel_tabs.fill_deliveries(self.deliveries, panel, self)
        panel_tabs.fill_tickets(self.tickets, panel, self)
        panel_tabs.fill_steps(self.steps, panel, self._open_sequence)
        panel_tabs.fill_signatures(self.signatures, panel, self._open_exception)
        panel_tabs.fill_discussion(self.discussion, panel, self.comment, self._add_comment)
        panel_tabs.fill_history(self.history, panel)
        self.show()

    # -- what a person does ------------------------------------------------------------------------

    def _save(self, before: Change, after: Change) -> None:
        services = self._context.services
        self._context.perform(
            f"Saving {before.key}",
            lambda: changes.edit_change(services, before, after),
            self,
            self._saved,
            self._save_failed,
        )

    def _saved(self, change: Change) -> None:
        self.form.taken(change)
        self._context.notify(f"{change.key} saved.", "met")
        self.reload()
        if self.form.is_saving:  # what was typed meanwhile, and asked to be saved as well
            return
        go_on, self._go_on = self._go_on, None
        if go_on is not None:
            self.leave(go_on)

    def _save_failed(self, error: Exception) -> None:
        self.form.not_taken()
        self._go_on = None
        self._context.show_error(error, "Saving the change")
        if isinstance(error, EditConflictError):
            self.reload()

    def _move(self) -> None:
        if self._change_id is not None:
            self.move_requested.emit(self._change_id)

    def _place(self, window_id: int) -> None:
        if self._change_id is not None:
            self.place_requested.emit(self._change_id, window_id)

    def _ask_exception(self, checkpoint: str) -> None:
        window = self._panel.window if self._panel else None
        if self._change_id is not None:
            ask_for_exception(self._context, self._change_id, window.id if window else None, checkpoint)

    def _open_exception(self, request_id: int) -> None:
        self._context.navigate(EXCEPTIONS, None, request_id)

    def _open_sequence(self) -> None:
        window = self._panel.window if self._panel else None
        self._context.navigate("sequence", window.id if window else None, self._change_id)

    def _attest(self, attestable: Attestable) -> None:
        change_id, services = self._change_id, self._context.services
        if change_id is None:
            return

        def submit(values: dict[str, Any]) -> None:
            self._perform(
                dialog,
                f"Attesting {attestable.spec.short}",
                lambda: change_records.attest(
                    services, change_id, attestable.checkpoint, attestable.spec.code, **values
                ),
            )

        dialog = record_forms.attest_form(attestable, submit, self)
        dialog.open()

    def edit_ticket(self, ticket: Any = None) -> None:
        """Open the dialog of a ticket (None: a new one)."""
        if self._panel is not None:
            self._open(lambda submit, panel: record_forms.ticket_form(panel, submit, self, ticket), ticket)

    def edit_build(self, build: Any = None) -> None:
        """Open the dialog of a build (None: a new one)."""
        zone, now = self._zone(), self._context.clock()
        self._open(
            lambda submit, panel: record_forms.build_form(panel, zone, now, submit, self, build), build
        )

    def edit_deployment(self, deployment: Any = None) -> None:
        """Open the dialog of a deployment (None: a new one)."""
        zone, now, actor = self._zone(), self._context.clock(), self._context.services.actor
        self._open(
            lambda submit, panel: record_forms.deployment_form(
                panel, zone, now, actor, submit, self, deployment
            ),
            deployment,
        )

    def remove(self, record: Any, name: str) -> None:
        """Ask for the reason and take a record off the change."""
        services = self._context.services
        ConfirmDialog.ask(
            self,
            f"Remove {name}?",
            "The audit trail keeps it; gates that rested on it are evaluated again.",
            "Remove",
            lambda reason: self._perform(
                None, f"Removing {name}", lambda: change_records.remove_record(services, record, reason)
            ),
            is_dangerous=True,
            reason_label="Why",
        )

    def _add_comment(self) -> None:
        text, change_id, services = self.comment.toPlainText(), self._change_id, self._context.services
        if text.strip() and change_id is not None:
            self._context.perform(
                "Writing the comment",
                lambda: change_records.comment(services, change_id, text),
                self,
                lambda _comment: self._commented(change_id, text),
            )

    def _commented(self, change_id: int, sent: str) -> None:
        """The comment was written; what was typed behind it, or instead of it, meanwhile stays."""
        if change_id != self._change_id:
            self._unsent[change_id] = typed_since(self._unsent.get(change_id, ""), sent)
        elif (now := self.comment.toPlainText()) != (rest := typed_since(now, sent)):
            self.comment.setPlainText(rest)
            self.comment.moveCursor(QTextCursor.MoveOperation.End)
        self.reload()

    def _open(self, make: Callable[[Callable[[Any], None], ChangePanel], FormDialog], known: object) -> None:
        services, panel = self._context.services, self._panel
        if panel is None:
            return
        work = change_records.edit_record if known is not None else change_records.add_record

        def submit(record: Any) -> None:
            self._perform(dialog, "Saving the record", lambda: work(services, record))

        dialog = make(submit, panel)
        dialog.open()

    def _perform(self, dialog: FormDialog | None, title: str, work: Callable[[], Any]) -> None:
        submit_form(self._context, title, work, dialog, self, lambda _value: self.reload())

    def _zone(self) -> str:
        window = self._panel.window if self._panel else None
        return window.zone_name if window else "UTC"
