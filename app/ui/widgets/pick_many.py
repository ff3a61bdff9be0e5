"""Choosing many from a list by typing: what is chosen stands as tags in the field."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLineEdit, QWidget

from app.ui.theme import Theme
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import PlainLabel, restyle

INPUT_WIDTH = 120


class _Tag(QFrame):
    """One chosen thing, with a button that takes it out."""

    removed = Signal(object)

    def __init__(self, theme: Theme, key: Hashable, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "tag")
        self.key = key
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(PlainLabel(label))
        row.addWidget(IconButton(theme, "close", f"Remove {label}", self._remove, compact=True))

    def _remove(self) -> None:
        self.removed.emit(self.key)


class PickMany(QFrame):
    """A field for many of `choices` (key, label), found by typing part of the label.

    Enter takes the first that fits, Backspace in the empty field takes the last one out, Down and a click
    into the empty field list what can be taken. With `allows_new`, Enter also takes words that are no
    choice; their key is the text itself.
    """

    picked_changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        choices: Iterable[tuple[Hashable, str]],
        name: str,
        parent: QWidget | None = None,
        *,
        allows_new: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "field")
        self.setAccessibleName(name)
        self._theme = theme
        self._allows_new = allows_new
        self._labels: dict[Hashable, str] = dict(choices)
        self._picked: list[Hashable] = []
        self._tags: dict[Hashable, _Tag] = {}
        self._flow = FlowLayout(self, margin=3)
        self._input = QLineEdit(self)
        self._input.setMinimumWidth(INPUT_WIDTH)
        self._input.setAccessibleName(f"{name}: type to add")
        self._input.setPlaceholderText("Type to add…")
        self._input.installEventFilter(self)
        self._flow.addWidget(self._input)
        self._open = QStringListModel(self)
        self._completer = QCompleter(self._open, self)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.activated.connect(self._completed)
        self._input.setCompleter(self._completer)
        self.setFocusProxy(self._input)
        self._list_open()

    @property
    def picked(self) -> tuple[Hashable, ...]:
        """The keys chosen, in the order they were chosen."""
        return tuple(self._picked)

    def set_choices(self, choices: Iterable[tuple[Hashable, str]]) -> None:
        """Offer other `choices`; what was picked and is none of them is taken out, without telling."""
        self._labels = dict(choices)
        self.set_picked([key for key in self.picked if key in self._labels])

    def set_picked(self, keys: Sequence[Hashable]) -> None:
        """Show `keys` as chosen, without telling."""
        for key in self.picked:
            self._take_out(key)
        for key in keys:
            self._put_in(key)
        self._list_open()

    def pick(self, key: Hashable) -> None:
        """Choose `key` and tell."""
        if key not in self._tags:
            self._put_in(key)
            self._list_open()
            self.picked_changed.emit(self.picked)

    def drop(self, key: Hashable) -> None:
        """Take `key` out and tell."""
        if key in self._tags:
            self._take_out(key)
            self._list_open()
            self.picked_changed.emit(self.picked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes, Backspace takes out, Down or a click lists all; the frame shows the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("focused", event.type() == QEvent.Type.FocusIn)
            restyle(self)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._widen_list()
            return self._key_pressed(event)
        elif event.type() == QEvent.Type.MouseButtonRelease and not self._input.text():
            self._show_all()
        return super().eventFilter(watched, event)

    def _key_pressed(self, event: QKeyEvent) -> bool:
        text = self._input.text().strip()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and text:
            self._take_first(text)
            return True
        if event.key() == Qt.Key.Key_Backspace and not self._input.text() and self._picked:
            self.drop(self._picked[-1])
            return True
        if event.key() == Qt.Key.Key_Down:
            self._show_all()
            return True
        return False

    def _show_all(self) -> None:
        """List what fits what is typed; everything where nothing is."""
        self._widen_list()
        self._completer.setCompletionPrefix(self._input.text())
        self._completer.complete()

    def _widen_list(self) -> None:
        """Make the list as wide as the whole field, where the screen has room; the input itself is narrow."""
        left = self._input.mapToGlobal(self._input.rect().topLeft()).x()
        room = self.screen().availableGeometry().right() - left
        if (popup := self._completer.popup()) is not None:
            popup.setMinimumWidth(max(min(self.width(), room), self._input.width()))

    def _take_first(self, text: str) -> None:
        fits = [
            key
            for key, label in self._labels.items()
            if text.lower() in label.lower() and key not in self._tags
        ]
        exact = [key for key in fits if self._labels[key].lower() == text.lower()]
        if exact or (fits and not self._allows_new):
            self.pick((exact or fits)[0])
        elif self._allows_new:
            self.pick(text)
        else:
            return
        self._input.clear()

    def _completed(self, label: str) -> None:
        for key, known in self._labels.items():
            if known == label and key not in self._tags:
                self.pick(key)
                break
        QTimer.singleShot(0, self._input.clear)

    def _put_in(self, key: Hashable) -> None:
        tag = _Tag(self._theme, key, self._labels.get(key, str(key)), self)
        tag.removed.connect(self.drop)
        self._flow.insert_widget(len(self._picked), tag)
        self._picked.append(key)
        self._tags[key] = tag
        tag.show()
        self.updateGeometry()

    def _take_out(self, key: Hashable) -> None:
        tag = self._tags.pop(key)
        self._picked.remove(key)
        self._flow.removeWidget(tag)
        tag.hide()
        tag.deleteLater()
        self.updateGeometry()

    def _list_open(self) -> None:
        self._open.setStringList([label for key, label in self._labels.items() if key not in self._tags])
