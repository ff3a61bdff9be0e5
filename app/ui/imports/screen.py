"""The import screen: one step a page, the file's rows always in view, the keyboard all the way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from app.services.imports.apply import Imported
from app.services.imports.kinds import KINDS
from app.services.imports.profiles import forget_profile
from app.services.imports.undo import PastImport
from app.ui.announcer import Changes
from app.ui.commands import Command
from app.ui.context import DeskContext
from app.ui.imports.choosing import ListChooser, local_file
from app.ui.imports.draft import Destination, Draft, Step, destination_of, kind_label
from app.ui.imports.pages import StepPages
from app.ui.imports.texts import landed_sentence
from app.ui.imports.undoing import ImportUndo
from app.ui.imports.watch import ArrivedList
from app.ui.imports.watch_dialog import WatchDialog, watched_words
from app.ui.imports.work import ImportWork, Values, Windows

PASTED = "Pasted rows"


class ImportScreen(StepPages):
    """Brings lists in, step by step, and takes imports back."""

    title = "Import"
    shows_window = False

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._wanted_kind = "auto"
        self._goes_to_check = False
        self._done: Imported | None = None
        self._destination: Destination | None = None
        self._dialog: Any = None
        self.work = ImportWork(context, self)
        self.chooser = ListChooser(context, self)
        self.undoing = ImportUndo(context, self.work, self)
        self._connect()
        self._show_step(Step.CHOOSE)

    def _connect(self) -> None:
        self.strip.step_chosen.connect(self._step_chosen)
        self.footer.next.clicked.connect(self.next)
        self.footer.back.clicked.connect(self.back)
        self.footer.stop.clicked.connect(self.work.stop)
        self.work.busy.connect(self.footer.show_work)
        choose = self.choose_page
        choose.drop.choose.clicked.connect(self.chooser.choose_file)
        choose.drop.paste.clicked.connect(self.chooser.paste)
        self.chooser.path_chosen.connect(self.open_path)
        self.chooser.rows_pasted.connect(self._pasted)
        choose.drop.files_dropped.connect(lambda paths: self.open_path(paths[0]))
        choose.undo_wanted.connect(self.undoing.ask)
        self.undoing.undone.connect(self._undone)
        choose.watch.clicked.connect(self._watch)
        understand = self.understand_page
        understand.stands_after = self.strip.last
        understand.reading_changed.connect(self._read_otherwise)
        understand.kind_changed.connect(self._kind_changed)
        understand.zone_changed.connect(lambda name: self._settle(self._current().with_zone(name)))
        understand.window_chosen.connect(self._window_chosen)
        understand.forgetting_wanted.connect(self._forget)
        understand.calendar_wanted.connect(lambda: self.context.navigate("calendar"))
        understand.source_changed.connect(lambda name: self._settle(self._current().with_source(name)))
        understand.order_answered.connect(
            lambda header, order: self._settle(self._current().with_order(header, order))
        )
        self.map_page.field_chosen.connect(
            lambda header, field: self._settle(self._current().with_field(header, field))
        )
        self.map_page.value_chosen.connect(
            lambda field, word, value: self._settle(self._current().with_value(field, word, value))
        )
        self.map_page.column_shown.connect(self.rows.show_column)
        self.map_page.said_of_all.connect(self._say_of_all)
        check = self.check_page
        check.draft_changed.connect(self._settle_checked)
        check.rejects_wanted.connect(lambda: self.chooser.save_rejects(self._current()))
        check.row_shown.connect(self.rows.show_row)
        check.window_chosen.connect(self._window_chosen)
        self.done_page.opened.connect(self._open_records)
        self.done_page.again_wanted.connect(self.begin_again)
        self.done_page.undo_wanted.connect(self._ask_undo_done)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(QKeyCombination(key)), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._entered)

    def _entered(self) -> None:
        """Enter presses the button that the focus is on; anywhere else it goes on."""
        focused = self.focusWidget()
        if isinstance(focused, QPushButton) and focused.isEnabled() and focused.isVisible():
            focused.click()
        else:
            self.next()

    def next(self) -> None:
        """Go on, where nothing stands in the way."""
        if self.work.is_busy:
            return
        if self.step is Step.DONE:
            self._open_records()
        elif self.step is Step.CHOOSE and self.draft is None:
            self.chooser.choose_file()
        elif self.draft is not None and not self.draft.refusal(self.step):
            if self.step is Step.MAP:
                self._check()
            elif self.step is Step.CHECK:
                self.work.apply(self.draft, self._applied)
            else:
                self._show_step(Step(self.step + 1))

    def back(self) -> None:
        """Go one step back; a finished import is not gone back into."""
        if self.step in (Step.UNDERSTAND, Step.MAP, Step.CHECK) and not self.work.is_busy:
            self._show_step(Step(self.step - 1))

    def _step_chosen(self, place: int) -> None:
        if place < self.step and not self.work.is_busy:
            self._show_step(Step(place))

    def begin_again(self) -> None:
        """Forget the list at hand and choose another."""
        self.draft, self._done, self._destination, self._wanted_kind = None, None, None, "auto"
        self._show_step(Step.CHOOSE)
        self.reload()

    def _show_step(self, step: Step) -> None:
        self.step = step
        draft = self.draft
        if draft is not None and step is Step.UNDERSTAND:
            self.understand_page.show_draft(draft)
        if draft is not None and step is Step.MAP:
            self.map_page.show_draft(draft, {})
            self.work.count_values(draft, self._show_values)
        if step is not Step.MAP:
            self.rows.show_column("")
        self.pages.setCurrentIndex(step)
        self.rows.setVisible(draft is not None and step in (Step.UNDERSTAND, Step.MAP, Step.CHECK))
        self.share_height()
        self.show_frame()
        self.focus_first()
        self.commands_changed.emit()

    def open_path(self, path: Path) -> None:
        """Read a file and show what it is."""
        self._goes_to_check = False
        self.work.read_file(path, self._understood, self._wanted_kind)

    def _pasted(self, text: str) -> None:
        self._goes_to_check = False
        draft = Draft(PASTED, text.encode("utf-8", "replace"), self._wanted_kind)
        self.work.read_again(draft, self._understood)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped anywhere on the screen."""
        if local_file(event.mimeData()) is not None and not self.work.is_busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        path = local_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.open_path(path)

    def _understood(self, draft: Draft) -> None:
        self.draft = replace(draft, window_id=self._window_for(draft))
        assert draft.understood is not None
        self.rows.show_table(draft.name, draft.understood.table)
        if self._goes_to_check and not any(self.draft.refusal(step) for step in (Step.UNDERSTAND, Step.MAP)):
            self._check()
        else:
            self._show_step(Step.UNDERSTAND)

    def _window_for(self, draft: Draft) -> int | None:
        known = KINDS.get(draft.kind)
        if known is not None and known.needs_window:
            wanted = draft.window_id or self.context.selected_window_id
            return wanted if wanted in dict(draft.windows) else None
        return draft.window_id

    def _current(self) -> Draft:
        assert self.draft is not None, "no list was chosen"
        return self.draft

    def _settle(self, draft: Draft) -> None:
        self.draft = draft
        if self.step is Step.UNDERSTAND:
            self.understand_page.show_draft(draft)
        elif self.step is Step.MAP:
            self.work.count_values(draft, self._show_values)
        self.show_frame()

    def _say_of_all(self, field: str, text: str) -> None:
        self.draft = self._current().said_of_all(field, text)
        self.show_frame()

    def _show_values(self, values: Values) -> None:
        if self.draft is not None and self.step is Step.MAP:
            self.map_page.show_draft(self.draft, values)

    def _read_otherwise(self, what: str, value: Any) -> None:
        self.work.read_again(self._current().read_otherwise(what, value), self._understood)

    def _kind_changed(self, kind: str) -> None:
        draft = self._current()
        self.work.read_again(replace(draft, kind=kind, settled=draft.settled | {"kind"}), self._understood)

    def _forget(self) -> None:
        """Forget the mapping of this header and propose one anew."""
        draft, services = self._current(), self.context.services
        assert draft.understood is not None
        shape = draft.understood.proposal.shape
        self.context.perform(
            "Forgetting the mapping",
            lambda: forget_profile(services, shape),
            self,
            lambda _was_there: self.work.read_again(replace(draft, kind="auto"), self._understood),
        )

    def _check(self) -> None:
        self.work.check(self._current(), self._checked)

    def _checked(self, draft: Draft) -> None:
        self.draft = draft
        self._offer_windows()
        self.check_page.show_draft(draft, is_new=True)
        self._show_step(Step.CHECK)

    def _offer_windows(self) -> None:
        draft = self._current()
        windows: list[tuple[object, str]] = [(None, "The window of their release or date"), *draft.windows]
        self.check_page.show_windows(windows, draft.window_id, draft.kind == "changes")

    def _offer_new_windows(self, windows: Windows) -> None:
        """Windows were planned while the list waited: ask which of them it is for."""
        if windows and self.draft is not None and self.step is Step.UNDERSTAND:
            draft = replace(self.draft, windows=windows)
            self._settle(replace(draft, window_id=self._window_for(draft)))
            self.focus_first()

    def _window_chosen(self, window_id: int | None) -> None:
        draft = self._current().with_window(window_id)
        if self.step is Step.UNDERSTAND:
            self._settle(draft)
        else:
            self.draft = draft

    def _settle_checked(self, draft: Draft) -> None:
        self.draft = draft
        self.check_page.show_draft(draft)
        self.show_frame()

    def _applied(self, done: Imported) -> None:
        draft = self._current()
        self._done, self._destination = done, destination_of(draft.kind, done, draft.window_id)
        gone = len(draft.checked.disappeared) if draft.checked is not None else 0
        self.done_page.show_done(done, draft.name, self._destination.label, gone)
        self.work.read_landed(
            done.import_id,
            lambda landed: self.done_page.show_landed(landed_sentence(landed, dict(draft.windows))),
        )
        self._show_step(Step.DONE)

    def _open_records(self) -> None:
        if self._destination is not None:
            self.context.navigate(self._destination.screen, self._destination.window_id)

    def _ask_undo_done(self) -> None:
        if self._done is not None:
            self.undoing.ask_number(self._done.import_id)

    def _undone(self) -> None:
        if self.step is Step.DONE:
            self.begin_again()
        self.reload()

    def activate(self, window_id: int | None) -> None:
        """Come to the front with the keyboard where one begins."""
        super().activate(window_id)
        if self.draft is not None and self.step is Step.UNDERSTAND and not self.draft.windows:
            self.work.read_windows(self._offer_new_windows)
        if self.step is Step.CHOOSE:
            self.choose_page.drop.choose.setFocus()

    def reload(self) -> None:
        """Read the imports there have been."""
        self.work.read_history(self._show_history)
        self.choose_page.watched.setText(watched_words(self.context.settings))

    def refresh(self, changes: Changes) -> None:
        """Read the imports again when one was made or undone."""
        if any(one.kind == "import" for one in changes):
            self.reload()

    def _show_history(self, answer: tuple[tuple[PastImport, ...], str]) -> None:
        self.choose_page.show_imports(*answer)

    def open_record(self, record: object) -> None:
        """Begin an import of a kind of record, or of a list that arrived; not while another is under way."""
        if self.work.tell_busy():
            return
        if isinstance(record, ArrivedList):
            self.begin_again()
            self._wanted_kind = record.kind
            self.open_path(record.path)
            self._goes_to_check = True
        elif isinstance(record, str) and record in KINDS:
            self.begin_again()
            self._wanted_kind = record
            self.context.notify(f"Choose a list of {kind_label(record).lower()}.")

    def _watch(self) -> None:
        self._dialog = WatchDialog(self.context, self)
        self._dialog.accepted.connect(self.reload)
        self._dialog.open()

    def commands(self) -> list[Command]:
        """What can be done here now."""
        nothing = "" if self.step is Step.CHOOSE else "Go back to the first step."
        behind = "" if Step.CHOOSE < self.step < Step.DONE else "There is no step behind this one."
        return [
            Command("Choose file to import…", self.chooser.choose_file, "Ctrl+N", "Import"),
            Command("Paste rows", self.chooser.paste, "Ctrl+V", "Import", nothing),
            Command("Back to the step before", self.back, "Alt+Left", "Import", behind),
            Command("Watch a folder…", self._watch, "", "Import"),
        ]
