"""The theme: which scheme is shown, its colours, fonts and icons, and the look applied to the program."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from app.ui.resources import RESOURCES
from app.ui.theme.icons import draw_icon, write_icon
from app.ui.theme.stylesheet import build_stylesheet
from app.ui.theme.tokens import Tokens, read_tokens

WEIGHTS = {
    "body": 400,
    "strong": 600,
    "small": 400,
    "small_strong": 600,
    "chip": 600,
    "title": 600,
    "headline": 600,
    "display": 600,
}


class Scheme(StrEnum):
    """The two sets of colours."""

    LIGHT = "light"
    DARK = "dark"


class Preference(StrEnum):
    """What the person asked for: to follow the system, or one scheme always."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def system_scheme() -> Scheme:
    """The scheme of the system; light where the system does not say."""
    is_dark = QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return Scheme.DARK if is_dark else Scheme.LIGHT


class Theme(QObject):
    """Gives every colour, size, font and icon; `theme_changed` follows each change of scheme."""

    theme_changed = Signal()

    def __init__(
        self,
        preference: Preference = Preference.SYSTEM,
        read_scheme: Callable[[], Scheme] = system_scheme,
        tokens: Tokens | None = None,
        parent: QObject | None = None,
        *,
        icons_folder: Path | None = None,
    ) -> None:
        """`icons_folder` keeps the stylesheet's icons from one start to the next; None: a temporary one."""
        super().__init__(parent)
        self._tokens = tokens or read_tokens()
        self._read_scheme = read_scheme
        self._preference = preference
        self._icons_folder = icons_folder
        self._temporary: TemporaryDirectory[str] | None = None
        self._icons: dict[tuple[str, str, int], QIcon] = {}
        self._fonts: dict[str, QFont] = {}
        self._scheme = self._wanted_scheme()
        self._colors = self._read_colors()

    @property
    def preference(self) -> Preference:
        """What the person asked for."""
        return self._preference

    @property
    def scheme(self) -> Scheme:
        """The scheme shown now."""
        return self._scheme

    @property
    def is_dark(self) -> bool:
        """Whether the dark scheme is shown."""
        return self._scheme is Scheme.DARK

    def color(self, name: str) -> QColor:
        """The colour of token `name` in the scheme shown; raises KeyError for an unknown name.

        The colour is shared: copy it (QColor(color)) before changing it.
        """
        return self._colors[name]

    def space(self, name: str = "unit") -> int:
        """A length of the [space] tokens in pixels."""
        return self._tokens.space[name]

    def font(self, role: str = "body") -> QFont:
        """The font of a role: body, strong, small, small_strong, chip, title or headline; tabular figures."""
        if role not in self._fonts:
            font = QFont(self._tokens.family)
            font.setPixelSize(self._tokens.type_sizes[role.removesuffix("_strong").replace("strong", "body")])
            font.setWeight(QFont.Weight(WEIGHTS[role]))
            font.setFeature(QFont.Tag("tnum"), 1)
            self._fonts[role] = font
        return self._fonts[role]

    def icon(self, name: str, color: str = "muted", size: int = 16) -> QIcon:
        """Icon `name` (a file of resources/icons) in the colour of token `color`, `size` pixels wide."""
        key = (name, self._color_text(color), size)
        if key not in self._icons:
            self._icons[key] = draw_icon(*key)
        return self._icons[key]

    def set_preference(self, preference: Preference) -> None:
        """Show what the person asked for."""
        self._preference = preference
        self._update_scheme()

    def apply(self, application: QApplication) -> None:
        """Give the whole program this look, and follow the system from now on."""
        for path in sorted((RESOURCES / "fonts").glob("Inter-*.otf")):
            QFontDatabase.addApplicationFont(str(path))
        application.setStyle("Fusion")
        application.setFont(self.font())
        application.styleHints().colorSchemeChanged.connect(self._system_scheme_changed)
        self._show(application)

    def stylesheet(self) -> str:
        """The stylesheet in the scheme shown."""
        return build_stylesheet(
            self._scheme_tokens(), self._tokens.space, self._tokens.type_sizes, self._icon_file
        )

    def palette(self) -> QPalette:
        """The palette in the scheme shown, for what the stylesheet does not reach."""
        palette = QPalette()
        for role, name in PALETTE_ROLES.items():
            palette.setColor(role, self.color(name))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("faint"))
        return palette

    def _icon_file(self, name: str, color: str) -> str:
        if self._icons_folder is not None:
            try:
                return write_icon(self._icons_folder, name, color)
            except OSError:  # a full disk, or a home that may not be written to
                self._icons_folder = None
        if self._temporary is None:
            self._temporary = TemporaryDirectory(prefix="lockstep-theme-")
        return write_icon(Path(self._temporary.name), name, color)

    @Slot()
    def _system_scheme_changed(self) -> None:
        self._update_scheme()

    def _update_scheme(self) -> None:
        wanted = self._wanted_scheme()
        if wanted is self._scheme:
            return
        self._scheme = wanted
        self._colors = self._read_colors()
        application = QApplication.instance()
        if isinstance(application, QApplication) and application.styleSheet():
            self._show(application)
        self.theme_changed.emit()

    def _show(self, application: QApplication) -> None:
        application.setPalette(self.palette())
        application.setStyleSheet(self.stylesheet())

    def _wanted_scheme(self) -> Scheme:
        if self._preference is Preference.SYSTEM:
            return self._read_scheme()
        return Scheme(self._preference.value)

    def _scheme_tokens(self) -> dict[str, str]:
        return self._tokens.dark if self._scheme is Scheme.DARK else self._tokens.light

    def _color_text(self, name: str) -> str:
        return self._scheme_tokens()[name]

    def _read_colors(self) -> dict[str, QColor]:
        return {name: QColor(text) for name, text in self._scheme_tokens().items()}


PALETTE_ROLES = {
    QPalette.ColorRole.Window: "background",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "alternate",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "not_met",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "background",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line_strong",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Shadow: "shadow",
    QPalette.ColorRole.Accent: "accent",
}
