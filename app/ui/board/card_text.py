"""How the words of a card fit its width: lines of the title, rows of chips, lines of conflicts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from app.domain.gates import GateResult
from app.services.board_models import GATE_SIGNS, BoardCard, GateChip
from app.ui.texts import one_line

PADDING = 10
LINE = 18
SMALL_LINE = 16
CHIP_HEIGHT = 18
CHIP_PADDING = 6
CHIP_GAP = 5
ROW_GAP = 5
MOST_TITLE_LINES = 2
MOST_CONFLICT_LINES = 2
MOST_SINGLE_GATES = 3
CONFLICT_SIGN = "▲"


@dataclass(frozen=True, slots=True)
class PlacedChip:
    """A chip with its place inside the card's content."""

    result: GateResult
    text: str
    x: int
    row: int
    width: int


@dataclass(frozen=True, slots=True)
class CardWords:
    """A card's words broken for one width, and the height they need."""

    title: tuple[str, ...]
    chips: tuple[PlacedChip, ...]
    chip_rows: int
    conflicts: tuple[str, ...]
    height: int


class CardFitter:
    """Breaks cards' words for the fonts in use; remembers what it measured."""

    def __init__(self, title_font: QFont, small_font: QFont, chip_font: QFont) -> None:
        self.title_font, self.small_font, self.chip_font = title_font, small_font, chip_font
        self._chip_metrics = QFontMetrics(chip_font)
        self._chip_widths: dict[str, int] = {}
        self._fitted: dict[tuple[BoardCard, int], CardWords] = {}

    def forget(self) -> None:
        """Drop what was measured, after many cards have gone."""
        self._fitted.clear()

    def height(self, card: BoardCard, width: int) -> int:
        """The height of a card that is `width` pixels wide."""
        return self.fit(card, width).height

    def fit(self, card: BoardCard, width: int) -> CardWords:
        """The words of a card as they will be painted at this width."""
        words = self._fitted.get((card, width))
        if words is None:
            words = self._fitted[card, width] = self._fit(card, width - 2 * PADDING)
        return words

    def _fit(self, card: BoardCard, width: int) -> CardWords:
        title = broken(one_line(card.title), self.title_font, width, MOST_TITLE_LINES)
        chips, chip_rows = self._chips(card, width)
        conflicts: tuple[str, ...] = ()
        if card.conflicts:
            more = f" (+{len(card.conflicts) - 1})" if len(card.conflicts) > 1 else ""
            text = f"{CONFLICT_SIGN} {one_line(card.conflicts[0])}{more}"
            conflicts = broken(text, self.small_font, width, MOST_CONFLICT_LINES)
        height = 2 * PADDING + SMALL_LINE + ROW_GAP + LINE * len(title) + ROW_GAP + SMALL_LINE
        if chip_rows:
            height += chip_rows * (CHIP_HEIGHT + ROW_GAP)
        if conflicts:
            height += SMALL_LINE * len(conflicts) + ROW_GAP
        return CardWords(title, chips, chip_rows, conflicts, height)

    def _chips(self, card: BoardCard, width: int) -> tuple[tuple[PlacedChip, ...], int]:
        placed: list[PlacedChip] = []
        x = row = 0
        for result, text in chip_words(card.gates):
            needed = min(self._chip_width(text), width)
            if x and x + needed > width:
                x, row = 0, row + 1
            placed.append(PlacedChip(result, text, x, row, needed))
            x += needed + CHIP_GAP
        return tuple(placed), row + 1 if placed else 0

    def _chip_width(self, text: str) -> int:
        width = self._chip_widths.get(text)
        if width is None:
            width = self._chip_metrics.horizontalAdvance(text) + 2 * CHIP_PADDING
            self._chip_widths[text] = width
        return width


def chip_words(gates: Iterable[GateChip]) -> list[tuple[GateResult, str]]:
    """The chips of a card from left to right: what still asks for work by its name, the rest counted.

    A checkpoint of more than three criteria says "✓ 6 of 7" for those that are met and unchanged since its
    cutoff, or "✓ In for test" where that is all of them; the tooltip and the panel name each.
    """
    words: list[tuple[GateResult, str]] = []
    for checkpoint, group in groupby(gates, key=lambda gate: gate.checkpoint):
        asked = list(group)
        quiet = [gate for gate in asked if gate.result is GateResult.MET and not gate.after_cutoff]
        if len(asked) <= MOST_SINGLE_GATES or len(quiet) < 2:
            quiet = []
        words += [(gate.result, _chip_text(gate)) for gate in asked if gate not in quiet]
        if quiet:
            is_all = len(quiet) == len(asked)
            said = one_line(checkpoint, 24) if is_all else f"{len(quiet)} of {len(asked)}"
            words.append((GateResult.MET, f"{GATE_SIGNS[GateResult.MET]} {said}"))
    return words


def _chip_text(gate: GateChip) -> str:
    late = " *" if gate.after_cutoff else ""
    return f"{GATE_SIGNS[gate.result]} {one_line(gate.short, 24)}{late}"


def broken(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """`text` in at most `most` lines of `width` pixels, the last one elided; at least one line."""
    metrics = QFontMetrics(font)
    if len(text) * 3 < width and metrics.horizontalAdvance(text) <= width:
        return (text,)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    breaks: list[int] = []
    while len(breaks) <= most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        breaks.append(line.textStart())
    layout.endLayout()
    # Positions are UTF-16 code units: cut there, so that letters beyond the first plane stay whole.
    units = text.encode("utf-16-le", "surrogatepass")
    ends = [*breaks[1:], len(units) // 2]
    lines = [
        units[2 * start : 2 * end].decode("utf-16-le", "replace").strip()
        for start, end in zip(breaks, ends, strict=True)
    ]
    if len(lines) <= most:
        return tuple(lines) or ("",)
    rest = units[2 * breaks[most - 1] :].decode("utf-16-le", "replace").strip()
    return (*lines[: most - 1], metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
