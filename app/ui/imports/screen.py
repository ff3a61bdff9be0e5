"""The import screen: one step a page, the file's rows always in view, the keyboard all the way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.services.imports.apply import Imported
from app.services.imports.kinds import KINDS
from app.services.imports.rejects import rejects_csv
from app.services.imports.undo import PastImport, Undone
from app.ui.announcer import Changes
from app.ui.commands import Command
from app.ui.context import DeskContext
from app.ui.imports.check_lines import counts_of
from app.ui.imports.check_page import CheckPage
from app.ui.imports.choose_page import ChoosePage, undo_sentence
from app.ui.imports.done_page import DonePage
from app.ui.imports.draft import Draft, Step, kind_label
from app.ui.imports.file_rows import FileRows
from app.ui.imports.frame import Footer, StepStrip
from app.ui.imports.map_page import MapPage
from app.ui.imports.texts import counted
from app.ui.imports.understand_page import UnderstandPage
from app.ui.imports.watch_dialog import WatchDialog, watched_words
from app.ui.imports.work import ImportWork, Values
from app.ui.screen import Screen
from app.ui.widgets import ConfirmDialog

FILTER = "Lists (*.csv *.txt *.tsv *.xlsx);;All files (*)"
PASTED = "Pasted rows"
ROWS_BELOW = (3, 2)
NEXT_LABELS = {
    Step.CHOOSE: "Next",
    Step.UNDERSTAND: "Next: map columns",
    Step.MAP: "Next: check",
    Step.DONE: "Import another list",
}


@dataclass(frozen=True, slots=True)
class ArrivedList:
    """A list that arrived in the watched folder, to be opened at its dry run."""

    path: Path
    kind: str


class ImportScreen(Screen):
    """Brings lists in, step by step, and takes imports back."""

    title = "Import"
    shows_window = False

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.draft: Draft | None = None
        self.step = Step.CHOOSE
        self._wanted_kind = "auto"
        self._wanted_window: int | None = None
        self._goes_to_check = False
        self._done: Imported | None = None
        self._dialog: Any = None
        self.work = ImportWork(context, self)
        theme = context.theme
        self.strip, self.footer = StepStrip(), Footer()
        self.choose_page, self.understand_page = ChoosePage(theme), UnderstandPage(theme)
        self.map_page, self.check_page, self.done_page = MapPage(theme), CheckPage(theme), DonePage(theme)
        self.rows = FileRows(theme)
        self.pages = QStackedWidget(self)
        self._build()
        self._connect()
        self._show_step(Step.CHOOSE)

    def _build(self) -> None:
        for page in (
            self.choose_page,
            self.understand_page,
            self.map_page,
            self.check_page,
            self.done_page,
        ):
            self.pages.addWidget(page)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.pages)
        self.splitter.addWidget(self.rows)
        for place, share in enumerate(ROWS_BELOW):
            self.splitter.setStretchFactor(place, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.strip)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.footer)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        self.strip.step_chosen.connect(self._step_chosen)
        self.footer.next.clicked.connect(self.next)
        self.footer.back.clicked.connect(self.back)
        self.footer.stop.clicked.connect(self.work.stop)
        self.work.busy.connect(self.footer.show_work)
        choose = self.choose_page
        choose.drop.choose.clicked.connect(self.choose_file)
        choose.drop.paste.clicked.connect(self.paste)
        choose.drop.files_dropped.connect(lambda paths: self.open_path(paths[0]))
        choose.undo_wanted.connect(self._ask_undo)
        choose.watch.clicked.connect(self._watch)
        understand = self.understand_page
        understand.reading_changed.connect(self._read_otherwise)
        understand.kind_changed.connect(self._kind_changed)
        understand.zone_changed.connect(self._zone_changed)
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
        check = self.check_page
        check.settlement_chosen.connect(self._settle_conflict)
        check.all_settled.connect(self._settle_all)
        check.rejects_wanted.connect(self.save_rejects)
        check.row_shown.connect(self.rows.show_row)
        check.window_chosen.connect(self._window_chosen)
        self.done_page.opened.connect(self._open_records)
        self.done_page.again_wanted.connect(self.begin_again)
        self.done_page.undo_wanted.connect(self._ask_undo_done)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(QKeyCombination(key)), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.next)

    # -- going on and back -------------------------------------------------------------------------

    def next(self) -> None:
        """Go on, where nothing stands in the way."""
        if self.work.is_busy:
            return
        if self.step is Step.DONE:
            self.begin_again()
        elif self.step is Step.CHOOSE and self.draft is None:
            self.choose_file()
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
        self.draft, self._done, self._wanted_kind = None, None, "auto"
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
        self.pages.setCurrentIndex(step)
        self.rows.setVisible(draft is not None and step in (Step.UNDERSTAND, Step.MAP, Step.CHECK))
        self._show_frame()
        focus = {
            Step.CHOOSE: self.choose_page.drop.choose,
            Step.MAP: self.map_page.columns,
            Step.CHECK: self.check_page.table,
            Step.DONE: self.done_page.open,
        }.get(step, self.footer.next)
        focus.setFocus()
        self.commands_changed.emit()

    def _show_frame(self) -> None:
        self.strip.show_step(self.step, self.step is not Step.DONE)
        refusal = "" if self.draft is None else self.draft.refusal(self.step)
        label = NEXT_LABELS.get(self.step, "")
        if self.step is Step.CHECK and self.draft is not None:
            counts = counts_of(self.draft)
            stored = counts["new"] + counts["changed"]
            label = f"Import {counted(stored, 'record')}" if stored else "Remember this list"
        self.footer.show_step(label, refusal, self.step in (Step.UNDERSTAND, Step.MAP, Step.CHECK))
        is_alone = self.step is Step.DONE or (self.step is Step.CHOOSE and self.draft is None)
        self.footer.next.setVisible(not is_alone)

    # -- choosing ----------------------------------------------------------------------------------

    def choose_file(self) -> None:
        """Ask for a file."""
        folder = str(self.context.settings.value("import/folder", ""))
        dialog = QFileDialog(self, "Choose a list", folder, FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.open_path(Path(name)))
        dialog.open()

    def open_path(self, path: Path) -> None:
        """Read a file and show what it is."""
        self.context.settings.setValue("import/folder", str(path.parent))
        self._goes_to_check = False
        self.work.read_file(path, self._understood, self._wanted_kind)

    def paste(self) -> None:
        """Take rows from the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        if mime.hasUrls() and mime.urls()[0].isLocalFile():
            self.open_path(Path(mime.urls()[0].toLocalFile()))
            return
        text = mime.text() if mime.hasText() else ""
        if not text.strip():
            self.context.notify("There are no rows on the clipboard. Copy them from a table first.", "waived")
            return
        draft = Draft(PASTED, text.encode("utf-8", "replace"), self._wanted_kind)
        self.work.read_again(draft, self._understood)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped anywhere on the screen."""
        if event.mimeData().hasUrls() and not self.work.is_busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        if urls:
            event.acceptProposedAction()
            self.open_path(Path(urls[0].toLocalFile()))

    def _understood(self, draft: Draft) -> None:
        self.draft = replace(draft, window_id=self._window_for(draft))
        assert self.draft.understood is not None
        self.rows.show_table(draft.name, self.draft.understood.table)
        if self._goes_to_check and not any(self.draft.refusal(step) for step in (Step.UNDERSTAND, Step.MAP)):
            self._check()
        else:
            self._show_step(Step.UNDERSTAND)

    def _window_for(self, draft: Draft) -> int | None:
        known = KINDS.get(draft.kind)
        if known is not None and known.needs_window:
            return self.context.selected_window_id
        return self._wanted_window

    # -- settling ----------------------------------------------------------------------------------

    def _current(self) -> Draft:
        assert self.draft is not None, "no list was chosen"
        return self.draft

    def _settle(self, draft: Draft) -> None:
        self.draft = draft
        if self.step is Step.UNDERSTAND:
            self.understand_page.show_draft(draft)
        elif self.step is Step.MAP:
            self.work.count_values(draft, self._show_values)
        self._show_frame()

    def _show_values(self, values: Values) -> None:
        if self.draft is not None and self.step is Step.MAP:
            self.map_page.show_draft(self.draft, values)

    def _read_otherwise(self, what: str, value: Any) -> None:
        draft = self._current()
        choice = replace(draft.choice, **{what: value})
        self.work.read_again(replace(draft, choice=choice, kind="auto"), self._understood)

    def _kind_changed(self, kind: str) -> None:
        draft = self._current()
        self.work.read_again(replace(draft, kind=kind, settled=draft.settled | {"kind"}), self._understood)

    def _zone_changed(self, zone_name: str) -> None:
        draft = self._current()
        self._settle(replace(draft, zone_name=zone_name, settled=draft.settled | {"zone"}, checked=None))

    # -- checking and storing ----------------------------------------------------------------------

    def _check(self) -> None:
        self.work.check(self._current(), self._checked)

    def _checked(self, draft: Draft) -> None:
        self.draft = draft
        self._offer_windows()
        self.check_page.show_draft(draft, is_new=True)
        self._show_step(Step.CHECK)

    def _offer_windows(self) -> None:
        draft = self._current()
        chosen = self.context.selected_window_id
        windows: list[tuple[object, str]] = [(None, "The window of their deployment date")]
        if chosen is not None:
            windows.append((chosen, "The window selected on the desk"))
        self.check_page.show_windows(windows, draft.window_id, draft.kind == "changes")

    def _window_chosen(self, window_id: int | None) -> None:
        self.draft = replace(self._current(), window_id=window_id)

    def _settle_conflict(self, conflict: Any, takes_list: bool) -> None:
        draft, name = self._current(), (conflict.key, conflict.field)
        taken = draft.taken | {name} if takes_list else draft.taken - {name}
        self._taken(taken)

    def _settle_all(self, takes_list: bool) -> None:
        checked = self._current().checked
        assert checked is not None
        names = ((one.key, one.field) for one in checked.planned.outcome.conflicts)
        self._taken(frozenset(names) if takes_list else frozenset())

    def _taken(self, taken: frozenset[tuple[str, str]]) -> None:
        self.draft = replace(self._current(), taken=taken)
        self.check_page.show_draft(self.draft)
        self._show_frame()

    def save_rejects(self) -> None:
        """Ask where to save the rejected rows with their reasons."""
        dialog = QFileDialog(self, "Save rejected rows", "rejected.csv", "CSV (*.csv)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.write_rejects(Path(name)))
        dialog.open()

    def write_rejects(self, path: Path) -> None:
        """Write the rejected rows to a file."""
        draft = self._current()
        assert draft.checked is not None and draft.understood is not None
        rejected = draft.checked.planned.outcome.rejected
        headers = draft.understood.table.headers
        self.context.fetch(
            f"Saving {path.name}",
            lambda _control: path.write_bytes(rejects_csv(headers, rejected)),
            lambda _size: self.context.notify(f"{path.name} saved.", "met"),
            self,
        )

    def _applied(self, done: Imported) -> None:
        draft = self._current()
        self._done = done
        destination = "Open the board" if draft.kind == "changes" else "Open the register"
        self.done_page.show_done(done, draft.name, destination)
        self._show_step(Step.DONE)

    def _open_records(self) -> None:
        self.context.navigate("board" if self._current().kind == "changes" else "register")

    # -- undoing -----------------------------------------------------------------------------------

    def _ask_undo(self, past: PastImport) -> None:
        title = f"Undo the import of {past.file_name}?"
        self._dialog = ConfirmDialog.ask(
            self,
            title,
            undo_sentence(past),
            "Undo import",
            lambda _reason: self.undo(past.id, past.file_name),
            is_dangerous=True,
        )

    def _ask_undo_done(self) -> None:
        done = self._done
        if done is not None:
            self.work.read_history(
                lambda answer: self._ask_undo(next(one for one in answer[0] if one.id == done.import_id))
            )

    def undo(self, import_id: int, file_name: str) -> None:
        """Take a whole import back."""
        self.work.undo(import_id, file_name, self._undone)

    def _undone(self, undone: Undone) -> None:
        what = f"{counted(undone.removed, 'record')} removed, {undone.restored:,} restored"
        self.context.notify(f"Import of {undone.file_name} undone: {what}.", "met")
        if self.step is Step.DONE:
            self.begin_again()
        self.reload()

    # -- the shell ---------------------------------------------------------------------------------

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
        """Begin an import of a kind of record, or of a list that arrived."""
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
            Command("Choose a list…", self.choose_file, "Ctrl+N", "Import"),
            Command("Paste rows", self.paste, "Ctrl+V", "Import", nothing),
            Command("Back to the step before", self.back, "Alt+Left", "Import", behind),
            Command("Watch a folder…", self._watch, "", "Import"),
        ]
