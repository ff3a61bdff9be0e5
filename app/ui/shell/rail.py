"""The navigation rail: the screens in groups, with their badges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.screen import ScreenEntry
from app.ui.theme import Theme
from app.ui.widgets import PlainLabel, button, hairline, plain_tooltip
from app.ui.widgets.buttons import DeskButton

GROUPS = ("plan", "follow", "know")
LOGO_SIZE = 24
ICON_SIZE = 16


class RailButton(DeskButton):
    """One screen in the rail, with the number of things waiting there."""

    def __init__(self, theme: Theme, entry: ScreenEntry, shortcut: str, parent: QWidget) -> None:
        super().__init__(entry.label.replace("&", "&&"), parent)
        self._theme = theme
        self.entry = entry
        self.setProperty("kind", "rail")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.setToolTip(plain_tooltip(f"{entry.label} ({shortcut})" if shortcut else entry.label))
        self._badge = PlainLabel("", "badge", self)
        self._badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 10, 0)
        row.addStretch(1)
        row.addWidget(self._badge)
        self.set_badge(0)
        self.toggled.connect(self.redraw)
        theme.theme_changed.connect(self.redraw)
        self.redraw()

    def set_badge(self, count: int) -> None:
        """Show how many things wait; none shows nothing."""
        self._badge.setText(str(count) if count < 1000 else "999+")
        self._badge.setVisible(count > 0)
        self.setAccessibleName(f"{self.entry.label}, {count} waiting" if count else self.entry.label)

    def redraw(self) -> None:
        """Draw the icon in the colours of the theme."""
        self.setIcon(self._theme.icon(self.entry.icon, "accent" if self.isChecked() else "muted"))


class Rail(QFrame):
    """The rail; `screen_chosen` carries the id of a screen, `help_asked` and `theme_asked` nothing."""

    screen_chosen = Signal(str)
    theme_asked = Signal()
    help_asked = Signal()

    def __init__(self, theme: Theme, entries: Sequence[ScreenEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName("Screens")
        self.setFixedWidth(theme.space("rail_width"))
        self._theme = theme
        self._buttons: dict[str, RailButton] = {}
        self._held: dict[str, int] = {}
        self._group = QButtonGroup(self)
        self._logo = QLabel(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 8)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addSpacing(12)
        self._add_entries(column, entries)
        column.addStretch(1)
        self._theme_button = button("", self.theme_asked.emit, "rail", self)
        help_button = button("Keyboard help", self.help_asked.emit, "rail", self)
        self._help_button = help_button
        column.addWidget(self._theme_button)
        column.addWidget(help_button)
        theme.theme_changed.connect(self.redraw)
        self.redraw()

    def show_current(self, screen_id: str) -> None:
        """Mark the screen that shows."""
        if screen_id in self._buttons:
            self._buttons[screen_id].setChecked(True)

    def show_badges(self, badges: Mapping[str, int]) -> None:
        """Show how many things wait on each screen."""
        for screen_id, made in self._buttons.items():
            made.set_badge(badges.get(screen_id, self._held.get(screen_id, 0)))

    def hold_badge(self, screen_id: str, count: int) -> None:
        """Show how many things wait on a screen that no question to the database tells."""
        self._held[screen_id] = count
        if screen_id in self._buttons:
            self._buttons[screen_id].set_badge(count)

    def redraw(self) -> None:
        """Draw logo and icons in the colours of the theme."""
        logo = self._theme.icon("lockstep", "text", LOGO_SIZE)
        self._logo.setPixmap(logo.pixmap(QSize(LOGO_SIZE, LOGO_SIZE), self.devicePixelRatioF()))
        names = {"system": "Theme: system", "light": "Theme: light", "dark": "Theme: dark"}
        icons = {"system": "system", "light": "sun", "dark": "moon"}
        preference = self._theme.preference.value
        self._theme_button.setText(names[preference])
        self._theme_button.setAccessibleName(names[preference])
        self._theme_button.setIcon(self._theme.icon(icons[preference]))
        self._help_button.setIcon(self._theme.icon("help"))

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(10, 0, 0, 0)
        head.setSpacing(6)
        head.addWidget(self._logo)
        head.addWidget(PlainLabel("Lockstep", "title"))
        head.addStretch(1)
        return head

    def _add_entries(self, column: QVBoxLayout, entries: Sequence[ScreenEntry]) -> None:
        shown = [[entry for entry in entries if entry.group == group] for group in GROUPS]
        for place, group in enumerate([one for one in shown if one]):
            if place:
                column.addSpacing(8)
                column.addWidget(hairline(self))
                column.addSpacing(8)
            for entry in group:
                self._add_entry(column, entry, entries.index(entry))

    def _add_entry(self, column: QVBoxLayout, entry: ScreenEntry, place: int) -> None:
        made = RailButton(self._theme, entry, shortcut_of(place), self)
        made.clicked.connect(lambda _checked=False, screen_id=entry.id: self.screen_chosen.emit(screen_id))
        self._group.addButton(made)
        self._buttons[entry.id] = made
        column.addWidget(made)


def shortcut_of(place: int) -> str:
    """The shortcut of the screen at `place`: Ctrl+1 to Ctrl+9, then Alt+1 to Alt+9."""
    return f"Ctrl+{place + 1}" if place < 9 else (f"Alt+{place - 8}" if place < 18 else "")
