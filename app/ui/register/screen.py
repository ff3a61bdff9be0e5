"""The register screen: a tab a kind, a searchable table, and forms to add, edit and archive."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from app.services.register import Register, read_register, save_record, set_archived
from app.ui.announcer import Changes
from app.ui.commands import Command
from app.ui.context import DeskContext
from app.ui.register.forms import new_record, record_form
from app.ui.register.impact import impact_sentence
from app.ui.register.kinds import KINDS, Names, RegisterKind
from app.ui.screen import Screen
from app.ui.submission import submit_form
from app.ui.widgets import (
    EmptyState,
    FormDialog,
    PlainLabel,
    RecordModel,
    RecordTable,
    SearchField,
    Segmented,
    ToolbarRow,
    button,
    set_refusal,
)

_KINDS_OF_RECORDS = {
    "application",
    "configuration_item",
    "team",
    "person",
    "environment",
    "build_machine",
}
_NOTHING = Register((), (), (), (), (), ())


class RegisterScreen(Screen):
    """Everything that stands: what changes run on, who owns them, and who may build them."""

    title = "Register"
    shows_window = False

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._register = _NOTHING
        self._names = Names(_NOTHING)
        self._shows_archived = False
        self._kind = KINDS[0]
        self._tables: dict[str, RecordTable] = {}
        self._dialog: FormDialog | None = None
        self._search = SearchField(context.theme, "Search the register")
        self._search.searched.connect(self._searched)
        self._archived = button("Show archived", self._toggle_archived, checkable=True)
        self._archive = button("Archive", self._archive_selected)
        self._edit = button("Edit…", self._edit_current)
        self._import = button("Import…", self._go_import)
        self._new = button("New application", self._create, "primary")
        self._tabs = Segmented([(kind.key, kind.plural) for kind in KINDS], "Kind of record")
        self._tabs.chosen.connect(self._choose)
        self._impact = PlainLabel("", "muted", wraps=True)
        self._stack = QStackedLayout()
        self._empty: dict[str, EmptyState] = {}
        self._build()

    def _build(self) -> None:
        first, second = ToolbarRow(), ToolbarRow()
        first.add_left(self._tabs)
        first.add_right(self._import, self._new)
        second.add_left(self._search, self._archived)
        second.add_right(self._edit, self._archive)
        for kind in KINDS:
            model: RecordModel[Any] = RecordModel(
                kind.columns(lambda: self._names), lambda record: record.id, self
            )
            table = RecordTable(self.context.theme, model, kind.plural)
            table.record_opened.connect(self._edit_record)
            table.selection_changed.connect(self._selected)
            table.restore_columns(self.context.settings, f"register-{kind.key}")
            self._tables[kind.key] = table
            self._stack.addWidget(table)
            empty = EmptyState(
                self.context.theme,
                kind.icon,
                f"No {kind.plural.lower()} yet",
                f"Add the first {kind.singular}, or import a list of them.",
                f"New {kind.singular}",
                self._create,
            )
            self._empty[kind.key] = empty
            self._stack.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(first)
        column.addWidget(second)
        column.addLayout(self._stack, 1)
        column.addWidget(self._impact)
        self._choose(self._kind.key)

    @property
    def table(self) -> RecordTable:
        """The table in front."""
        return self._tables[self._kind.key]

    def reload(self) -> None:
        """Fetch the register."""
        services = self.context.services
        self.context.fetch(
            "Reading the register", lambda _control: read_register(services), self._show, self, key="register"
        )

    def refresh(self, changes: Changes) -> None:
        """Fetch again when a record of the register changed."""
        if any(one.kind in _KINDS_OF_RECORDS for one in changes):
            self.reload()

    def deactivate(self) -> bool:
        """Keep how the columns stand."""
        for key, table in self._tables.items():
            table.save_columns(self.context.settings, f"register-{key}")
        return True

    def _show(self, register: Register) -> None:
        self._register, self._names = register, Names(register)
        for kind in KINDS:
            records = [one for one in kind.records(register) if self._shows_archived or not one.is_archived]
            self._tables[kind.key].records.set_records(records)
        self._show_front()

    def _show_front(self) -> None:
        is_empty = not self._kind.records(self._register)
        front: QWidget = self._empty[self._kind.key] if is_empty else self.table
        self._stack.setCurrentWidget(front)
        self._selected(self.table.selected_records())

    def _choose(self, key: str) -> None:
        self._kind = next(kind for kind in KINDS if kind.key == key)
        self._new.setText(f"New {self._kind.singular}")
        self._new.setAccessibleName(f"New {self._kind.singular}")
        self._searched(self._search.text())
        self._show_front()
        self.commands_changed.emit()

    def _searched(self, text: str) -> None:
        self.table.records.set_search(text)

    def _toggle_archived(self) -> None:
        self._shows_archived = self._archived.isChecked()
        self._show(self._register)

    def _selected(self, records: list[Any]) -> None:
        nothing = "" if records else f"Select {_article(self._kind)} first"
        set_refusal(self._edit, nothing)
        set_refusal(self._archive, nothing)
        self._archive.setText("Bring back" if records and records[0].is_archived else "Archive")
        words = impact_sentence(self._register, records[0]) if len(records) == 1 else ""
        self._impact.setText(words)
        self._impact.setVisible(bool(words))

    def _go_import(self) -> None:
        self.context.navigate("imports", record=self._kind.key)

    def _create(self) -> None:
        zone = self._register.people[0].zone_name if self._register.people else "UTC"
        self._edit_record(new_record(self._kind, zone))

    def _edit_current(self) -> None:
        records = self.table.selected_records()
        if records:
            self._edit_record(records[0])

    def _edit_record(self, record: Any) -> None:
        dialog = record_form(
            self.context.theme, self._kind, record, self._register, self._submit, self.window()
        )
        self._dialog = dialog
        dialog.open()

    def _submit(self, record: Any) -> None:
        services, dialog = self.context.services, self._dialog
        if dialog is None:
            return

        def saved(stored: Any) -> None:
            self.context.notify(f"{stored.name} saved.", "met")

        doing = f"Saving {record.name}"
        submit_form(self.context, doing, lambda: save_record(services, record), dialog, self, saved)

    def _archive_selected(self) -> None:
        for record in self.table.selected_records():
            self._set_archived(record, not record.is_archived)

    def _set_archived(self, record: Any, is_archived: bool) -> None:
        services = self.context.services

        def told(stored: Any) -> None:
            done = "archived" if is_archived else "brought back"
            self.context.notify(
                f"{stored.name} {done}.", "met", "Undo", lambda: self._set_archived(stored, not is_archived)
            )

        self.context.perform(
            f"Archiving {record.name}", lambda: set_archived(services, record, is_archived), self, told
        )

    def open_record(self, record: object) -> None:
        """Show a record named by kind and id, as search hits name it."""
        kind = getattr(record, "kind", "")
        wanted = next((one for one in KINDS if one.key.startswith(str(kind)[:6]) and kind), None)
        if wanted is not None:
            self._tabs.choose(wanted.key)
            self._choose(wanted.key)
            self.table.select_key(getattr(record, "record_id", None))
        self.setFocus()

    def commands(self) -> list[Command]:
        """What can be done here now."""
        chosen = self.table.selected_records()
        nothing = "" if chosen else f"Select {_article(self._kind)} first."
        return [
            Command(f"New {self._kind.singular}", self._create, "Ctrl+N", "Register"),
            Command(f"Edit {self._kind.singular}", self._edit_current, "F2", "Register", nothing),
            Command("Archive or bring back", self._archive_selected, "", "Register", nothing),
            Command(f"Import {self._kind.plural.lower()}", self._go_import, "Ctrl+I", "Register"),
        ]


def _article(kind: RegisterKind) -> str:
    return f"{'an' if kind.singular[0] in 'aeiou' else 'a'} {kind.singular}"
