"""Buttons of the desk: made here so that each has its kind, its name for readers and its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from app.ui.theme import Theme
from app.ui.widgets.labels import plain_tooltip

ICON_SIZE = 16


_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class DeskButton(QPushButton):
    """A push button that Enter presses as Space does, wherever the focus is on it.

    The arrows go from one button of a group to the next; from a button that stands alone they go nowhere.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too; an arrow does not take the keyboard to another part of the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        elif event.key() in _ARROWS and self.group() is None:
            event.ignore()
        else:
            super().keyPressEvent(event)


def button(
    text: str,
    clicked: Callable[[], object] | None = None,
    kind: str = "secondary",
    parent: QWidget | None = None,
    *,
    checkable: bool = False,
    tooltip: str = "",
) -> QPushButton:
    """A push button; `kind` is primary, secondary, flat, danger or link; a click leaves the focus alone."""
    made = DeskButton(text.replace("&", "&&"), parent)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setCheckable(checkable)
    made.setToolTip(plain_tooltip(tooltip))
    made.setAccessibleName(text)
    if clicked is not None:
        made.clicked.connect(lambda: clicked())
    return made


def set_refusal(target: QPushButton | QToolButton | QAction, reason: str) -> None:
    """Disable `target` with the reason as its tooltip, or enable it when there is none."""
    target.setEnabled(not reason)
    target.setToolTip(plain_tooltip(reason))


class IconButton(QToolButton):
    """A square button with an icon of the theme; `name` is what readers hear and the tooltip says."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        clicked: Callable[[], object] | None = None,
        parent: QWidget | None = None,
        *,
        kind: str = "flat",
        compact: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setProperty("kind", kind)
        self.setProperty("compact" if compact else "iconOnly", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))
        if clicked is not None:
            self.clicked.connect(lambda: clicked())
        theme.theme_changed.connect(self.redraw)
        self.redraw()

    def redraw(self) -> None:
        """Draw the icon in the colours of the theme."""
        self.setIcon(self._theme.icon(self._icon))

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.redraw()


def menu_button(
    text: str, actions: Sequence[tuple[str, Callable[[], object]]], parent: QWidget | None = None
) -> QPushButton:
    """A button that opens a menu of (label, what to do)."""
    made = button(text, parent=parent)
    made.setProperty("hasMenu", True)
    menu = QMenu(made)
    for label, run in actions:
        menu.addAction(label.replace("&", "&&")).triggered.connect(lambda _checked=False, run=run: run())
    made.setMenu(menu)
    return made


class Segmented(QFrame):
    """A row of choices of which exactly one holds; `chosen` carries the key of the new one."""

    chosen = Signal(str)

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """`choices` are (key, label); `name` is what readers hear for the whole."""
        super().__init__(parent)
        self.setProperty("role", "segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._keys = [key for key, _ in choices]
        for place, (_key, label) in enumerate(choices):
            segment = button(label, kind="segment", parent=self, checkable=True)
            segment.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            segment.setProperty("edge", _edge(place, len(choices)))
            self._group.addButton(segment, place)
            row.addWidget(segment)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self._clicked)

    @property
    def current(self) -> str:
        """The key of the choice that holds."""
        return self._keys[self._group.checkedId()]

    def choose(self, key: str) -> None:
        """Make another choice hold, without telling; raises ValueError for an unknown key."""
        self._group.button(self._keys.index(key)).setChecked(True)

    def _clicked(self, place: int) -> None:
        self.chosen.emit(self._keys[place])


def _edge(place: int, count: int) -> str:
    if count == 1:
        return "only"
    return {0: "first", count - 1: "last"}.get(place, "inner")
