"""Wrap text of any language into lines: joined Arabic, right-to-left order, breaks inside endless words."""

import re
import unicodedata
from functools import lru_cache

from exports.packet_pdf.fonts import width_of
from exports.plain_text import printable, shortened

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")
_EAST_ASIAN = re.compile("([\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef])")


def is_right_to_left(text: str) -> bool:
    """Whether the text's first strong letter reads from right to left (Unicode bidi rule P2)."""
    if not _RIGHT_TO_LEFT.search(text):
        return False
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def _joined_arabic(text: str) -> str:
    if not _ARABIC.search(text):
        return text
    import arabic_reshaper

    return str(arabic_reshaper.reshape(text))


def visual(line: str) -> str:
    """The line in the order it is drawn from left to right."""
    if not _RIGHT_TO_LEFT.search(line):
        return line
    from bidi import get_display

    return str(get_display(line, base_dir="R" if is_right_to_left(line) else "L"))


def _pieces(word: str, bold: bool, size: float, width: float) -> list[str]:
    """A word that is wider than the line, cut where the line is full."""
    pieces, current = [], ""
    taken = 0.0
    for letter in word:
        advance = width_of(letter, bold, size)
        if current and taken + advance > width:
            pieces.append(current)
            current, taken = "", 0.0
        current += letter
        taken += advance
    return [*pieces, current]


def _words(paragraph: str) -> list[str]:
    """The paragraph cut where a line may end; every word keeps the space after it."""
    words = re.findall(r"\S+\s*|\s+", paragraph)
    if not _EAST_ASIAN.search(paragraph):
        return words
    return [piece for word in words for piece in _EAST_ASIAN.split(word) if piece]


def _wrapped(paragraph: str, bold: bool, size: float, width: float) -> list[str]:
    if width_of(paragraph, bold, size) <= width:
        return [paragraph]
    lines: list[str] = []
    current, taken = "", 0.0
    for word in _words(paragraph):
        solid = word.rstrip()
        if current and taken + width_of(solid, bold, size) > width:
            lines.append(current.rstrip())
            current, taken = "", 0.0
        if width_of(solid, bold, size) > width:
            *whole, solid_rest = _pieces(solid, bold, size, width)
            lines.extend(whole)
            word = solid_rest + word[len(solid) :]
        current += word
        taken += width_of(word, bold, size)
    return [*lines, current.rstrip()] if current.strip() else lines


@lru_cache(maxsize=4_000)
def wrap(text: str, bold: bool, size: float, width: float, letters: int = 4_000) -> tuple[str, ...]:
    """Lines of at most `width` points, ready to draw (visual order); at least one line.

    Text above `letters` is cut with a note, so that a page always has an end.
    """
    shown = _joined_arabic(shortened(printable(text), letters))
    lines: list[str] = []
    for paragraph in shown.split("\n"):
        lines.extend(visual(line) for line in _wrapped(paragraph, bold, size, max(width, size * 2)))
    return tuple(lines) or ("",)


def one_line(text: str, bold: bool, size: float, width: float) -> str:
    """The text on one line, ending in "…" where it does not fit."""
    flat = " ".join(printable(text[:2_000]).split()) if "\n" in text or len(text) > 200 else printable(text)
    shown = _joined_arabic(flat)
    if width_of(shown, bold, size) <= width:
        return visual(shown)
    room = width - width_of("…", bold, size)
    kept = _pieces(shown, bold, size, room)[0] if room > 0 else ""
    return visual(kept.rstrip() + "…")
