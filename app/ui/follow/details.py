"""The pane beside a list: what one record says, in sections of plain text, with its chips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.widgets import Chip, PlainLabel, replace_content
from app.ui.widgets.records import ChipSpec

_LEAST_WIDTH = 320
_MARGIN = 16
_GAP = 12
_LINE_GAP = 4
_LONGEST_WORD = 28  # letters that fit a line of the narrowest pane
_BREAK = "\u200b"


@dataclass(frozen=True, slots=True)
class Mark:
    """A line behind a chip, with a note below; one that counts no more is struck through."""

    chip: ChipSpec
    line: str
    note: str = ""
    is_struck: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines and marks; `role` is the lines' role in the stylesheet."""

    heading: str
    lines: tuple[str, ...]
    role: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Details:
    """What the pane shows of one record."""

    title: str
    subtitle: str = ""
    chips: tuple[ChipSpec, ...] = ()
    sections: tuple[Section, ...] = ()


class DetailPane(QFrame):
    """Shows `Details`, or a sentence that says what to select."""

    def __init__(self, theme: Theme, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nothing = Details("", nothing)
        self.setProperty("role", "panel")
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setMaximumWidth(theme.space("side_panel_width"))
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._area)
        self.show_details(None)

    def show_details(self, details: Details | None) -> None:
        """Show one record, or nothing."""
        shown = details or self._nothing
        page = QWidget()
        page.setProperty("role", "scrolled")
        column = QVBoxLayout(page)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        if shown.title:
            column.addWidget(_wrapped(shown.title, "title"))
        if shown.subtitle:
            column.addWidget(_wrapped(shown.subtitle, "muted"))
        if shown.chips:
            row = QHBoxLayout()
            row.setSpacing(6)
            for word, tone in shown.chips:
                row.addWidget(Chip(word, tone))
            row.addStretch(1)
            column.addLayout(row)
        for section in shown.sections:
            column.addLayout(_laid_out(section))
        column.addStretch(1)
        self.setAccessibleName(shown.title or "Details")
        self.setAccessibleDescription(
            "\n".join(f"{one.heading}: {'; '.join(_spoken(one))}" for one in shown.sections)
        )
        replace_content(self._area, page)

    def text(self) -> str:
        """Everything the pane says, for tests and readers."""
        page = self._area.widget()
        labels = page.findChildren(PlainLabel) if page else []
        return "\n".join(label.text().replace(_BREAK, "") for label in labels)


def _spoken(section: Section) -> list[str]:
    return [*section.lines, *(f"{mark.chip[0]}: {mark.line} {mark.note}".strip() for mark in section.marks)]


def _laid_out(section: Section) -> QVBoxLayout:
    box = QVBoxLayout()
    box.setSpacing(_LINE_GAP)
    box.addWidget(PlainLabel(section.heading, "section"))
    for line in section.lines:
        box.addWidget(_wrapped(line, section.role))
    for mark in section.marks:
        box.addSpacing(_LINE_GAP)
        box.addWidget(Chip(*mark.chip))
        said = _wrapped(mark.line, "muted" if mark.is_struck else "")
        font = said.font()
        font.setStrikeOut(mark.is_struck)
        said.setFont(font)
        box.addWidget(said)
        if mark.note:
            box.addWidget(_wrapped(mark.note, "small"))
    return box


def _wrapped(text: str, role: str) -> PlainLabel:
    """Text that wraps in the pane; a word too long for a line may break anywhere."""
    words = text.split(" ")
    if any(len(word) > _LONGEST_WORD for word in words):
        words = [_BREAK.join(word) if len(word) > _LONGEST_WORD else word for word in words]
    return PlainLabel(" ".join(words), role, wraps=True, selectable=True)


def sections(*pairs: tuple[str, str | Sequence[str]]) -> tuple[Section, ...]:
    """Sections of (heading, text or lines); those that say nothing are left out."""
    found = []
    for heading, said in pairs:
        lines = (said,) if isinstance(said, str) else tuple(said)
        kept = tuple(line for line in lines if line.strip())
        if kept:
            found.append(Section(heading, kept))
    return tuple(found)
