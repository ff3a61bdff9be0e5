"""The pages of the import with their answers: what a person says of a list becomes part of its draft."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.services.imports.kinds import KINDS
from app.services.imports.profiles import forget_profile
from app.ui.context import DeskContext
from app.ui.imports.draft import Draft, Step
from app.ui.imports.pages import StepPages
from app.ui.imports.reads import Orders, Values
from app.ui.imports.windows import Windows
from app.ui.imports.work import ImportWork


class AnsweredPages(StepPages):
    """Follows the answers on the pages of a list: read anew, mapped otherwise, checked, settled."""

    goes_to_check = False
    """Whether a list that asks nothing is shown at its dry run at once."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.work = ImportWork(context, self)
        self.work.given_up.connect(self._show_as_it_was)
        self.work.overtaken.connect(self.check, Qt.ConnectionType.QueuedConnection)  # once the work has ended
        self._connect_answers()

    def _connect_answers(self) -> None:
        understand = self.understand_page
        understand.stands_after = self.strip.last
        understand.reading_changed.connect(self._read_otherwise)
        understand.kind_changed.connect(self._kind_changed)
        understand.zone_changed.connect(lambda name: self._settle(self.current_draft().with_zone(name)))
        understand.window_chosen.connect(self._window_chosen)
        understand.forgetting_wanted.connect(self._forget)
        understand.guessing_anew_wanted.connect(self._guess_anew)
        understand.calendar_wanted.connect(lambda: self.context.navigate("calendar"))
        understand.source_changed.connect(lambda name: self._settle(self.current_draft().with_source(name)))
        understand.order_answered.connect(
            lambda header, order: self._settle(self.current_draft().with_order(header, order))
        )
        self.map_page.field_chosen.connect(
            lambda header, field: self._settle(self.current_draft().with_field(header, field))
        )
        self.map_page.value_chosen.connect(
            lambda field, word, value: self._settle(self.current_draft().with_value(field, word, value))
        )
        self.map_page.order_answered.connect(
            lambda header, order: self._settle(self.current_draft().with_order(header, order))
        )
        understand.column_shown.connect(self.rows.show_column)
        self.map_page.column_shown.connect(self.rows.show_column)
        self.map_page.said_of_all.connect(self._say_of_all)
        check = self.check_page
        check.draft_changed.connect(self._settled_by_hand)
        check.row_shown.connect(self.rows.show_row)
        check.window_chosen.connect(self._window_chosen)

    def current_draft(self) -> Draft:
        """The list at hand."""
        assert self.draft is not None, "no list was chosen"
        return self.draft

    def show_step(self, step: Step) -> None:
        """Turn to a page."""
        self.step = step
        draft = self.draft
        if draft is not None and step is Step.UNDERSTAND:
            self.understand_page.show_draft(draft)
        if draft is not None and step is Step.MAP:
            self.map_page.show_draft(draft, {})
            self.work.look_at_columns(draft, self._show_columns)
        if step is not Step.MAP:
            self.rows.show_column("")
        if draft is not None and draft.mapping is not None:
            self.rows.show_mapping(draft.mapping.columns)
        self.pages.setCurrentIndex(step)
        self.rows.setVisible(draft is not None and step in (Step.UNDERSTAND, Step.MAP, Step.CHECK))
        self.share_height()
        self.show_frame()
        self.focus_first()
        if step is not Step.CHECK:
            self.rows.table.clearSelection()  # pages that turn hand the keyboard through it
        self.commands_changed.emit()

    def understood(self, draft: Draft) -> None:
        """A list was read: show what it seems to be, or its dry run where that was wanted."""
        self.draft = replace(draft, window_id=self._window_for(draft))
        assert draft.understood is not None
        self.rows.show_table(draft.name, draft.understood.table)
        self.map_page.begin()
        if self.goes_to_check and not any(self.draft.refusal(step) for step in (Step.UNDERSTAND, Step.MAP)):
            self.check()
        else:
            self.show_step(Step.UNDERSTAND)

    def _understood_anew(self, draft: Draft) -> None:
        """A guess was changed in place: the keyboard stays there, for who changes it may go on to."""
        changed = self.understand_page.focused_field()
        self.understood(draft)
        self.understand_page.focus_field(changed)

    def _window_for(self, draft: Draft) -> int | None:
        known = KINDS.get(draft.kind)
        if known is not None and known.needs_window:
            selected = self.context.selected_window_id if draft.meant.begins_at is None else None
            wanted = draft.window_id or draft.meant.window_id or selected
            return wanted if wanted in dict(draft.windows) else None
        return draft.window_id

    def _is_heard(self) -> bool:
        """Whether an answer counts; while something is under way the page says again what holds."""
        if not self.work.tell_busy():
            return True
        self._show_as_it_was()
        return False

    def _settle(self, draft: Draft) -> None:
        if not self._is_heard():
            return
        self.draft = draft
        if self.step is Step.UNDERSTAND:
            self.understand_page.show_draft(draft)
        elif self.step is Step.MAP:
            self.work.look_at_columns(draft, self._show_columns)
        self.show_frame()

    def _say_of_all(self, field: str, text: str) -> None:
        if not self._is_heard():
            return
        self.draft = self.current_draft().said_of_all(field, text)
        self.show_frame()

    def _show_columns(self, values: Values, orders: Orders) -> None:
        if self.draft is not None and self.step is Step.MAP:
            self.draft = self.draft.with_orders(orders)
            self.map_page.show_draft(self.draft, values)
            self.show_frame()

    def _show_as_it_was(self) -> None:
        """What was asked for did not come about: the page says again what holds."""
        if self.draft is None or self.draft.mapping is None:
            return
        if self.step is Step.UNDERSTAND:
            self.understand_page.show_draft(self.draft)
        elif self.step is Step.MAP:
            self.map_page.said_once.show_mapping(self.draft.mapping)
            self.work.look_at_columns(self.draft, self._show_columns)
        elif self.step is Step.CHECK:
            self._offer_windows()
            self.check_page.show_draft(self.draft)

    def _read_otherwise(self, what: str, value: Any) -> None:
        if not self._is_heard():
            return
        self.work.read_again(self.current_draft().read_otherwise(what, value), self._understood_anew)

    def _kind_changed(self, kind: str) -> None:
        if not self._is_heard():
            return
        draft = self.current_draft()
        self.work.read_again(
            replace(draft, kind=kind, settled=draft.settled | {"kind"}), self._understood_anew
        )

    def _guess_anew(self) -> None:
        """Propose a mapping without looking at that of a list with nearly these columns."""
        self._read_otherwise("is_anew", True)

    def _forget(self) -> None:
        """Forget the mapping of this header and propose one anew."""
        if not self._is_heard():
            return
        draft, services = self.current_draft(), self.context.services
        assert draft.understood is not None
        shape = draft.understood.proposal.shape
        self.context.perform(
            "Forgetting the mapping",
            lambda: forget_profile(services, shape),
            self,
            lambda _was_there: self.work.read_again(draft.read_otherwise("is_anew", True), self.understood),
        )

    def check(self) -> None:
        """Make the dry run and show it; what was settled stays so where the conflict is the same."""
        self.work.check(self.current_draft(), self._checked)

    def _checked(self, draft: Draft) -> None:
        self.draft = draft
        if draft.checked is None:  # something is to be answered first
            self.show_step(Step.MAP)
            return
        self._offer_windows()
        self.check_page.show_draft(draft, is_new=True)
        self.show_step(Step.CHECK)

    def _offer_windows(self) -> None:
        draft = self.current_draft()
        windows: list[tuple[object, str]] = [(None, "The window of their release or date"), *draft.windows]
        self.check_page.show_windows(windows, draft.window_id, draft.kind == "changes")

    def offer_new_windows(self, windows: Windows) -> None:
        """Windows were planned while the list waited: ask which of them it is for."""
        if windows and self.draft is not None and self.step is Step.UNDERSTAND:
            draft = replace(self.draft, windows=windows)
            self._settle(replace(draft, window_id=self._window_for(draft)))
            self.focus_first()

    def _window_chosen(self, window_id: int | None) -> None:
        draft = self.current_draft().with_window(window_id)
        if self.step is Step.UNDERSTAND:
            self._settle(draft)
            if window_id is not None and self.draft is draft:
                self.work.read_order(draft, self._order_meant)
        elif draft != self.draft and self._is_heard():
            # what may go there, and what may not, is for another dry run to say
            self.work.check(draft, self._settle_checked)

    def _order_meant(self, order: str) -> None:
        """The window that a plan is for says how its dates are read, where nobody else has."""
        if self.step is Step.UNDERSTAND:
            self._settle(self.current_draft().with_order_of_window(order))

    def _settled_by_hand(self, draft: Draft) -> None:
        if self._is_heard():
            self._settle_checked(draft)

    def _settle_checked(self, draft: Draft) -> None:
        self.draft = draft
        self.check_page.show_draft(draft)
        self.show_frame()
