"""The fourth page: the dry run, counted and listed; conflicts are settled and rejects saved here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.ui.imports.check_lines import (
    ADD,
    ADD_COLUMN,
    ADDITIONS,
    CHANGED,
    CONFLICTS,
    DESK,
    GONE,
    LIST,
    NEW,
    NOTES,
    PEOPLE,
    REJECTED,
    REMOVED,
    RETURN_COLUMN,
    RETURNS,
    SETTLE_COLUMN,
    SETTLEMENTS,
    UNCHANGED,
    counts_of,
    lines_of,
    notes_of,
)
from app.ui.imports.choice_table import ChoiceTable
from app.ui.imports.draft import Draft
from app.ui.imports.dry_lines import ConflictLine, PersonLine, headers_of, place_in
from app.ui.imports.notes_view import NotesView
from app.ui.imports.tables import LinesModel, LinesTable
from app.ui.theme import Theme
from app.ui.widgets import ElidedLabel, PlainLabel, ToolbarRow, button, combo

PARTS = (
    (NEW, "New", "Nothing in this list is new."),
    (CHANGED, "Changed", "Nothing on the desk would change."),
    (CONFLICTS, "Conflicts", "Nothing was changed both here and in the source."),
    (UNCHANGED, "Unchanged", "Nothing in this list is already here unchanged."),
    (REJECTED, "Rejected", "Every row can be stored."),
    (REMOVED, "Removed here", "Nothing in this list was removed here."),
    (PEOPLE, "People", "The register knows everybody in this list."),
    (GONE, "Not in this list", "Everything this source brought before is in this list."),
    (NOTES, "Notes", "Nothing had to be set right while reading."),
)
SENTENCES = {
    NEW: "These records will be made, with the values as they will be stored.",
    CHANGED: "Only what the source changed; everything else stays as it is on the desk.",
    CONFLICTS: "Changed on the desk and in the source since the last import. The desk's value is kept unless "
    "you take the list's.",
    UNCHANGED: "These rows say nothing new.",
    REJECTED: "These rows will be left out. Save them with the reasons to have them mended at the source.",
    REMOVED: "Brought by this list before and removed on the desk. They stay out unless you take them back.",
    PEOPLE: "The register does not know them. Their names are kept as text unless you add them.",
    GONE: "Imported before from this source and not named now. Nothing happens to them by itself.",
    NOTES: "What was set right, kept as text or left out, and what will not go where the list says.",
}


class CheckPage(QWidget):
    """The parts of a dry run.

    `draft_changed` carries the draft with what a person settled; `row_shown` the number of a row of the file,
    0 where the part has none, and the headers of the columns that a line is about; `window_chosen` where new
    changes go.
    """

    draft_changed = Signal(object)
    rejects_wanted = Signal()
    row_shown = Signal(int, object)
    window_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._offers_windows = False
        self.current = NEW
        self._group = QButtonGroup(self)
        self._parts: dict[str, QPushButton] = {}
        tabs = QHBoxLayout()
        tabs.setSpacing(4)
        for place, (name, _label, _empty) in enumerate(PARTS):
            part = button("", kind="tab", checkable=True)
            self._group.addButton(part, place)
            self._parts[name] = part
            tabs.addWidget(part)
        tabs.addStretch(1)
        self._group.idClicked.connect(self._turned)
        self._sentence = ElidedLabel("", "muted")
        self.save_rejects = button("Save rejected rows…", self.rejects_wanted.emit)
        self.keep_all = button("Keep the desk's for all", lambda: self._settle_all(False))
        self.take_all = button("Take the list's for all", lambda: self._settle_all(True))
        self.leave_all = button("Leave all out", lambda: self._settle_all(False))
        self.return_all = button("Take all back", lambda: self._settle_all(True))
        self.add_nobody = button("Add nobody", lambda: self._change(Draft.with_all_people, False))
        self.add_everybody = button("Add everybody", lambda: self._change(Draft.with_all_people, True))
        self.window_box = combo([(None, "By their release or date")], None, "New changes go to")
        self.window_box.activated.connect(self._window_chosen)
        self._window_label = PlainLabel("New changes go to", "muted")
        head = ToolbarRow()
        head.add_left(self._sentence)
        head.add_right(
            self.keep_all,
            self.take_all,
            self.leave_all,
            self.return_all,
            self.add_nobody,
            self.add_everybody,
            self.save_rejects,
            self._window_label,
            self.window_box,
        )
        column = QVBoxLayout(self)  # before the tables, for Tab goes from the top to the bottom
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(tabs)
        column.addWidget(head)
        self.model = LinesModel((), self)
        self.table = LinesTable(theme, self.model, "Dry run", self)
        self.conflicts_model = LinesModel((), self)
        self.conflicts = ChoiceTable(
            theme, self.conflicts_model, "Conflicts", SETTLE_COLUMN, lambda _line: SETTLEMENTS
        )
        self.removed_model = LinesModel((), self)
        self.removed = ChoiceTable(
            theme, self.removed_model, "Removed here", RETURN_COLUMN, lambda _line: RETURNS
        )
        for settling in (self.conflicts, self.removed):
            settling.chosen.connect(self._settled)
        self.people_model = LinesModel((), self)
        self.people = ChoiceTable(theme, self.people_model, "People", ADD_COLUMN, lambda _line: ADDITIONS)
        self.people.chosen.connect(self._person_chosen)
        self.notes = NotesView(self)
        self.notes.note_selected.connect(lambda note: self.row_shown.emit(*place_in(note)))
        self._nothing = PlainLabel("", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        for table in (self.table, self.conflicts, self.removed, self.people):
            table.line_selected.connect(self._selected)
        self.stack = QStackedWidget(self)
        for widget in (self.table, self.conflicts, self.removed, self.people, self.notes, self._nothing):
            self.stack.addWidget(widget)
        column.addWidget(self.stack, 1)

    def part(self, name: str) -> QPushButton:
        """The button of one part of the dry run."""
        return self._parts[name]

    @property
    def front(self) -> QWidget | None:
        """What the keyboard is for: the lines of the part that is shown."""
        return self.stack.currentWidget()

    def show_windows(self, windows: list[tuple[object, str]], chosen: int | None, are_offered: bool) -> None:
        """Offer windows for new changes; kinds that have no window offer none."""
        self.window_box.clear()
        for window_id, label in windows:
            self.window_box.addItem(label, window_id)
        self.window_box.setCurrentIndex(max(0, self.window_box.findData(chosen)))
        self._offers_windows = are_offered

    def show_draft(self, draft: Draft, *, is_new: bool = False) -> None:
        """Show the dry run; a new one begins at its first part that needs a look."""
        self._draft = draft
        counts = counts_of(draft)
        for name, label, _empty in PARTS:
            part = self._parts[name]
            part.setText(f"{label}  {counts[name]:,}")
            part.setAccessibleName(f"{label}: {counts[name]:,}")
            part.setVisible(counts[name] > 0 or name in (NEW, CHANGED, UNCHANGED, REJECTED))
        if is_new:
            order = (CONFLICTS, REJECTED, NEW, CHANGED, UNCHANGED)
            self.current = next((name for name in order if counts[name]), NEW)
            self.conflicts_model.show_lines(())
            self.removed_model.show_lines(())
            self.people_model.show_lines(())
        self.show_part(self.current)

    def show_part(self, name: str) -> None:
        """Show one part of the dry run."""
        assert self._draft is not None
        self.current = name
        self._mark_part(name)
        has_lines = counts_of(self._draft)[name] > 0
        view = self._view_of(name, self._draft)
        empty = next(text for key, _label, text in PARTS if key == name)
        self._nothing.setText(empty)
        self.stack.setCurrentWidget(view if has_lines else self._nothing)
        self._sentence.setText(SENTENCES[name] if has_lines else "")
        self.save_rejects.setVisible(name == REJECTED and has_lines)
        for one in (self.keep_all, self.take_all):
            one.setVisible(name == CONFLICTS and has_lines)
        for one in (self.leave_all, self.return_all):
            one.setVisible(name == REMOVED and has_lines)
        for one in (self.add_nobody, self.add_everybody):
            one.setVisible(name == PEOPLE and has_lines)
        for shown in (self._window_label, self.window_box):
            shown.setVisible(name == NEW and has_lines and self._offers_windows)

    def _turned(self, place: int) -> None:
        """Turn to another part: the file shows the row that it begins with."""
        self.show_part(PARTS[place][0])
        front = self.front
        if front is not None and not front.hasFocus():  # else the keyboard has come to a line of it already
            lines = front.lines.lines if isinstance(front, LinesTable) else ()
            self._selected(lines[0] if lines else None)

    def _view_of(self, name: str, draft: Draft) -> QWidget:
        """What shows a part of the dry run, with its lines."""
        if name == NOTES:
            self.notes.show_notes(notes_of(draft))
            return self.notes
        lines, columns = lines_of(draft, name)
        tables = {
            CONFLICTS: (self.conflicts, self.conflicts_model),
            REMOVED: (self.removed, self.removed_model),
            PEOPLE: (self.people, self.people_model),
        }
        table, model = tables.get(name, (self.table, self.model))
        if name in tables and len(model.lines) == len(lines) and model.columns:
            model.replace_lines(lines)
        else:
            model.show_lines(lines, columns)
        return table

    def _mark_part(self, name: str) -> None:
        """Tab comes to the part that is shown; the arrows go from there to the others."""
        self._parts[name].setChecked(True)
        for one, part in self._parts.items():
            policy = Qt.FocusPolicy.TabFocus if one == name else Qt.FocusPolicy.NoFocus
            part.setFocusPolicy(policy)

    def _selected(self, line: object) -> None:
        """Show the row of the file that a line is of, and the columns that it is about."""
        assert self._draft is not None
        mapping = self._draft.mapping
        headers = headers_of(line, mapping) if mapping is not None else ()
        self.row_shown.emit(getattr(line, "row_number", 0), headers)

    def _settled(self, line: ConflictLine, value: str) -> None:
        assert value in (DESK, LIST)
        self._change(Draft.with_settlement, line.conflict, value == LIST)

    def _settle_all(self, takes_list: bool) -> None:
        """Settle everything of the part that is shown the same way."""
        assert self._draft is not None
        assert self._draft.checked is not None
        checked = self._draft.checked
        offered = checked.left_out if self.current == REMOVED else checked.planned.outcome.conflicts
        self._change(Draft.with_all_settled, offered, takes_list)

    def _person_chosen(self, line: PersonLine, value: str) -> None:
        self._change(Draft.with_person, line.person.name, value == ADD)

    def _change(self, how: Callable[..., Draft], *what: object) -> None:
        assert self._draft is not None
        self.draft_changed.emit(how(self._draft, *what))

    def _window_chosen(self) -> None:
        self.window_chosen.emit(self.window_box.currentData())
