"""Fields of the exceptions' forms: a change found by typing, a passphrase, and the content that is signed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, QStringListModel, Signal
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QCompleter, QLineEdit, QTextEdit, QWidget

from app.services.exceptions.reading import ExceptionItem
from app.services.search import Found, search
from app.ui.context import DeskContext

_OFFERED = 20
_LEAST_HEIGHT = 260
_SHARE_OF_SCREEN = 0.3


class ChangePicker(QLineEdit):
    """A line in which a change is found by its key or the words of its title."""

    value_changed = Signal(object)

    def __init__(
        self,
        context: DeskContext,
        offered: Iterable[tuple[int, str]],
        chosen: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._ids = {label: change_id for change_id, label in offered}
        self._labels = QStringListModel(list(self._ids), self)
        completer = QCompleter(self._labels, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompleter(completer)
        self.setPlaceholderText("Type a key or words of the title")
        self.textEdited.connect(self._look)
        self.textChanged.connect(lambda _text: self.value_changed.emit(self.field_value()))
        self.setText(next((label for label, one in self._ids.items() if one == chosen), ""))
        self.setCursorPosition(0)

    def field_value(self) -> int | None:
        """The id of the change named, or None."""
        text = self.text().strip()
        exact = next((one for label, one in self._ids.items() if label.strip() == text), None)
        if exact is not None or not text:
            return exact
        fits = [one for label, one in self._ids.items() if label.split("  ")[0].casefold() == text.casefold()]
        return fits[0] if len(fits) == 1 else None

    def problem(self) -> str:
        """Why what is typed names no change."""
        is_unknown = self.text().strip() and self.field_value() is None
        return "No change has this key; take one from the list." if is_unknown else ""

    def _look(self, text: str) -> None:
        self._labels.setStringList(self._holding(text))
        services = self._context.services
        self._context.fetch(
            "Looking for changes",
            lambda _control: search(services, text, _OFFERED),
            self._found,
            self,
            key="exceptions/changes",
        )

    def _found(self, found: Found) -> None:
        labels = {f"{one.key}  {one.title}": one.id for one in found.changes}
        self._ids = {**labels, **self._ids}
        self._labels.setStringList(list(dict.fromkeys([*self._holding(self.text()), *labels])))
        self.value_changed.emit(self.field_value())
        # Qt opened the list before the answer was there; once a change is named nobody waits for it.
        if self.hasFocus() and self.text() not in self._ids:
            self.completer().complete()

    def _holding(self, text: str) -> list[str]:
        wanted = text.strip().casefold()
        return [label for label in self._ids if wanted in label.casefold()]


class PassphraseEdit(QLineEdit):
    """A passphrase as typed, blanks included; it is shown to nobody and emptied after each use."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def field_value(self) -> str:
        """What is typed."""
        return self.text()


class ContentView(QTextEdit):
    """The whole content of a request as it will be signed: in words, then in its canonical form."""

    def __init__(self, item: ExceptionItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digest = item.digest
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        heading, code = QTextCharFormat(), QTextCharFormat()
        heading.setFontWeight(QFont.Weight.DemiBold)
        code.setFontFamilies(["DejaVu Sans Mono", "monospace"])
        plain = QTextCharFormat()
        cursor = self.textCursor()
        for label, text in item.told:
            cursor.insertText(f"{label}\n", heading)
            cursor.insertText(f"{text}\n\n", plain)
        cursor.insertText("Exactly as it is signed\n", heading)
        cursor.insertText(f"{item.content}\n\n", code)
        cursor.insertText("Digest (SHA-256)\n", heading)
        cursor.insertText(item.digest, code)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def sizeHint(self) -> QSize:
        """Room to read much of it at once, more on a higher screen."""
        height = max(_LEAST_HEIGHT, round(self.screen().availableGeometry().height() * _SHARE_OF_SCREEN))
        return QSize(super().sizeHint().width(), height)

    def field_value(self) -> str:
        """The digest of what is shown."""
        return self._digest
