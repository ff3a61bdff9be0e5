"""The import screen: one step a page, the file's rows always in view, the keyboard all the way."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from app.services.imports.apply import Imported
from app.services.imports.kinds import KINDS
from app.services.imports.undo import PastImport
from app.ui.announcer import Changes
from app.ui.commands import Command, KeyHint
from app.ui.context import DeskContext
from app.ui.imports.answers import AnsweredPages
from app.ui.imports.choosing import ListChooser, local_files
from app.ui.imports.destinations import Destination, destination_of
from app.ui.imports.draft import Step, kind_label
from app.ui.imports.keys import keys_at
from app.ui.imports.past_dialog import PastImports
from app.ui.imports.texts import counted, landed_sentence
from app.ui.imports.undoing import ImportUndo
from app.ui.imports.waiting import ArrivedList, WaitingLists
from app.ui.imports.watch_dialog import WatchDialog, watched_words
from app.ui.widgets import RecordTable


class ImportScreen(AnsweredPages):
    """Brings lists in, step by step, and takes imports back."""

    title = "Import"
    shows_window = False
    _zone_name = "UTC"
    _imports: tuple[PastImport, ...] = ()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._wanted_kind = "auto"
        self._arrived: ArrivedList | None = None
        self._done: Imported | None = None
        self._destination: Destination | None = None
        self._dialog: Any = None
        self.chooser = ListChooser(context, self)
        self.undoing = ImportUndo(context, self.work, self)
        self.past = PastImports(context, self.work, self.undoing, self)
        self.waiting = WaitingLists.of(context)
        self._connect()
        self.show_step(Step.CHOOSE)

    def _connect(self) -> None:
        self.strip.step_chosen.connect(self._step_chosen)
        self.footer.next.clicked.connect(self.next)
        self.footer.back.clicked.connect(self.back)
        self.footer.stop.clicked.connect(self.work.stop)
        self.work.busy.connect(self.footer.show_work)
        choose = self.choose_page
        choose.drop.choose.clicked.connect(self.chooser.choose_file)
        choose.drop.paste.clicked.connect(self.chooser.paste)
        self.chooser.path_chosen.connect(lambda path: self.open_paths([path]))
        self.chooser.rows_pasted.connect(self._pasted)
        self.chooser.files_pasted.connect(self.open_paths)
        choose.drop.files_dropped.connect(self.open_paths)
        choose.undo_wanted.connect(self.undoing.ask)
        choose.details_wanted.connect(lambda one: self.past.open(one, self._zone_name))
        choose.waiting.opened.connect(self.open_record)
        choose.waiting.put_aside.connect(self.waiting.take)
        self.waiting.changed.connect(self._show_waiting)
        self.undoing.undone.connect(self._undone)
        choose.watch.clicked.connect(self._watch)
        for page in (self.check_page, self.done_page):
            page.rejects_wanted.connect(lambda: self.chooser.save_rejects(self.current_draft()))
        self.done_page.opened.connect(self._open_records)
        self.done_page.again_wanted.connect(self.begin_again)
        self.done_page.undo_wanted.connect(self._ask_undo_done)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._shortcut(key).activated.connect(self._entered)
        self._escape = self._shortcut(Qt.Key.Key_Escape)
        self._escape.activated.connect(self.work.stop)
        self._escape.setEnabled(False)
        self.work.busy.connect(lambda words, _share: self._escape.setEnabled(bool(words)))

    def _shortcut(self, key: Qt.Key) -> QShortcut:
        shortcut = QShortcut(QKeySequence(QKeyCombination(key)), self)
        shortcut.setAutoRepeat(False)  # a key held down must not go on until all is stored
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return shortcut

    def _entered(self) -> None:
        """Enter presses the button or opens the record that the focus is on; anywhere else it goes on."""
        focused = self.focusWidget()
        if isinstance(focused, QPushButton) and focused.isEnabled() and focused.isVisible():
            focused.click()
        elif isinstance(focused, RecordTable) and focused.isVisible():
            record = focused.current_record()
            if record is not None:
                focused.record_opened.emit(record)
        else:
            self.next()

    def next(self) -> None:
        """Go on; where something stands in the way, the keyboard goes there."""
        if self.work.is_busy:
            return
        if self.step is Step.DONE:
            self._open_records()
        elif self.step is Step.CHOOSE and self.draft is None:
            self.chooser.choose_file()
        elif self.step is Step.UNDERSTAND and not self.understand_page.take_zone():
            self.understand_page.field("zone").setFocus()
        elif self.draft is not None and self.draft.refusal(self.step):
            self._show_open()
        elif self.draft is not None:
            if self.step is Step.MAP:
                self.check()
            elif self.step is Step.CHECK:
                self.work.apply(self.draft, self._applied)
            else:
                self.show_step(Step(self.step + 1))

    def _show_open(self) -> None:
        """Bring the keyboard to what is asked before one can go on; once it is there, the choices open."""
        before = self.focusWidget()
        self.focus_first()
        asked = self.focusWidget()
        if isinstance(asked, QComboBox) and asked is before:
            asked.showPopup()

    def back(self) -> None:
        """Go one step back; a finished import is not gone back into."""
        if self.step in (Step.UNDERSTAND, Step.MAP, Step.CHECK) and not self.work.is_busy:
            self.show_step(Step(self.step - 1))

    def _step_chosen(self, place: int) -> None:
        if place < self.step and not self.work.is_busy:
            self.show_step(Step(place))

    def begin_again(self) -> None:
        """Forget the list at hand and choose another."""
        self.draft, self._done, self._destination, self._wanted_kind = None, None, None, "auto"
        self._arrived = None
        self.show_step(Step.CHOOSE)
        self.reload()

    def open_path(self, path: Path) -> None:
        """Read a file and show what it is."""
        if self.work.tell_busy():
            return
        self.goes_to_check, self._arrived = False, self.waiting.at(path)
        self.work.read_file(path, self.understood, self._wanted_kind)

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Read the first of several files; the others wait on the first page. Where answers about another
        list would be lost, all wait there."""
        if self.work.tell_busy():
            return
        keeps = self._has_answers()
        arrived = [ArrivedList(one, arrived_at=self.context.clock()) for one in paths]
        later = arrived if keeps else arrived[1:]
        self.waiting.add(later)
        if later:
            noun, verb = "list" if keeps else "more list", "waits" if len(later) == 1 else "wait"
            why = ". This one comes first: you have answered questions about it" if keeps else ""
            self.context.notify(f"{counted(len(later), noun)} {verb} on the first page{why}.")
        if not keeps:
            self.open_path(paths[0])

    def _has_answers(self) -> bool:
        """Whether answers about the list at hand would be lost with it."""
        is_at_hand = Step.CHOOSE < self.step < Step.DONE and self.draft is not None
        return is_at_hand and self.current_draft().has_answers

    def _pasted(self, text: str, page: str) -> None:
        if self.work.tell_busy():
            return
        self.goes_to_check, self._arrived = False, None
        self.work.read_pasted(text, page, self.understood, self._wanted_kind)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped anywhere on the screen."""
        if local_files(event.mimeData()) and not self.work.is_busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the files that were dropped."""
        if paths := local_files(event.mimeData()):
            event.acceptProposedAction()
            self.open_paths(paths)

    def _applied(self, done: Imported, besides: dict[str, int]) -> None:
        draft = self.current_draft()
        self._done, self._destination = done, destination_of(draft.kind, done, draft.window_id)
        gone = len(draft.checked.disappeared) if draft.checked is not None else 0
        self.done_page.show_done(done, draft.name, self._destination.label, gone, besides)
        self.work.read_landed(
            done.import_id,
            lambda landed: self.done_page.show_landed(landed_sentence(landed, dict(draft.windows))),
        )
        self.waiting.take(self._arrived)
        self.show_step(Step.DONE)

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
            self.work.read_windows(self.offer_new_windows)
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
        self._imports, self._zone_name = answer
        self.choose_page.show_imports(self._imports, self._zone_name)
        self._show_waiting()

    def _show_waiting(self) -> None:
        self.choose_page.waiting.show_lists(self.waiting.lists, self._imports, self._zone_name)

    def open_record(self, record: object) -> None:
        """Begin an import of a kind of record, or of a list that arrived; not while another is under way."""
        if self.work.tell_busy():
            return
        if isinstance(record, ArrivedList):
            self.begin_again()
            self._wanted_kind = record.kind
            self.open_path(record.path)
            self.goes_to_check = True
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
        nothing = "" if self.step is Step.CHOOSE else "Rows are pasted at the first step; go back to it."
        behind = "" if Step.CHOOSE < self.step < Step.DONE else "There is no step behind this one."
        return [
            Command("Choose file to import…", self.chooser.choose_file, "Ctrl+N", "Import"),
            Command("Paste rows", self.chooser.paste, "Ctrl+V", "Import", nothing),
            Command("Back to the step before", self.back, "Alt+Left", "Import", behind),
            Command("Watch a folder…", self._watch, "", "Import"),
        ]

    def key_hints(self) -> list[KeyHint]:
        """What the page takes itself."""
        return keys_at(self.step)
