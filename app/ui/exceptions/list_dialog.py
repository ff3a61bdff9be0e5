"""What the dialogs of policies, keys and stand-ins share: lists, forms over them, refusals in the form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.announcer import Changes
from app.ui.context import DeskContext, Performed
from app.ui.submission import submit_form
from app.ui.widgets import FormDialog, PlainLabel, RecordTable, button


class ListDialog(QDialog):
    """A dialog with lists that follow the records, with a Close button below."""

    records: frozenset[str] = frozenset()

    def __init__(
        self, context: DeskContext, title: str, intro: str, size: tuple[int, int], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.form: FormDialog | None = None
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*size)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(12)
        self.column.addWidget(PlainLabel(title, "title"))
        self.column.addWidget(PlainLabel(intro, "muted", wraps=True))
        context.announcer.records_changed.connect(self._follow)

    def reload(self) -> None:
        """Read again what is listed."""
        raise AssertionError("each dialog reads its own lists")

    def add_list(self, heading: str, table: RecordTable, tools: Sequence[QWidget], stretch: int = 1) -> None:
        """Add a heading with its buttons or search, and a table below."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(PlainLabel(heading, "strong"), 1)
        for one in tools:
            row.addWidget(one)
        self.column.addLayout(row)
        self.column.addWidget(table, stretch)

    def add_close(self) -> None:
        """Add the row with the Close button."""
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button("Close", self.reject, parent=self))
        self.column.addLayout(row)

    def ask(self, form: FormDialog) -> None:
        """Open a form over this dialog."""
        self.form = form
        form.open()

    def run(
        self,
        doing: str,
        work: Callable[[], Performed[Any]],
        form: FormDialog | None,
        words: Callable[[Any], str],
    ) -> None:
        """Do what a form asks for, then say it; a refusal stays in the form."""
        notify = self.context.notify
        submit_form(self.context, doing, work, form, self.context, lambda value: notify(words(value), "met"))

    def _follow(self, changes: Changes) -> None:
        if any(one.kind in self.records for one in changes):
            self.reload()
