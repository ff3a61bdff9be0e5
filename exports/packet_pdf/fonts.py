"""Fonts of the packet: Inter first, and for every other letter the first bundled font that has it."""

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
REGULAR = "Lockstep"
BOLD = "Lockstep-Bold"
_FILES = {
    REGULAR: "LockstepInter-Regular.ttf",
    BOLD: "LockstepInter-SemiBold.ttf",
    "Lockstep-Arabic": "NotoSansArabic-Regular.ttf",
    "Lockstep-Hebrew": "NotoSansHebrew-Regular.ttf",
    "Lockstep-Armenian": "NotoSansArmenian-Regular.ttf",
    "Lockstep-Georgian": "NotoSansGeorgian-Regular.ttf",
    "Lockstep-Thai": "NotoSansThai-Regular.ttf",
    "Lockstep-Devanagari": "NotoSansDevanagari-Regular.ttf",
    "Lockstep-CJK": "DroidSansFallback.ttf",
    "Lockstep-Symbols": "Symbola_hint.ttf",
}
# Where a script lives, so that only the fonts a packet needs are read from disk (Unicode block ranges).
_RANGES = (
    ("Lockstep-Hebrew", 0x0590, 0x05FF),
    ("Lockstep-Hebrew", 0xFB1D, 0xFB4F),
    ("Lockstep-Arabic", 0x0600, 0x08FF),
    ("Lockstep-Arabic", 0xFB50, 0xFDFF),
    ("Lockstep-Arabic", 0xFE70, 0xFEFF),
    ("Lockstep-Armenian", 0x0530, 0x058F),
    ("Lockstep-Georgian", 0x10A0, 0x10FF),
    ("Lockstep-Thai", 0x0E00, 0x0E7F),
    ("Lockstep-Devanagari", 0x0900, 0x097F),
    ("Lockstep-CJK", 0x1100, 0x11FF),
    ("Lockstep-CJK", 0x2E80, 0xD7FF),
    ("Lockstep-CJK", 0xF900, 0xFAFF),
    ("Lockstep-CJK", 0xFF00, 0xFFEF),
)
Run = tuple[str, str]


@cache
def _font(name: str) -> Any:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(name, str(FONTS / _FILES[name]))
    pdfmetrics.registerFont(font)
    return font


@cache
def _coverage(name: str) -> frozenset[str]:
    return frozenset(map(chr, _font(name).face.charToGlyph))


@lru_cache(maxsize=20_000)
def _font_for(letter: str, primary: str) -> str | None:
    """The font that draws this letter, or None where no bundled font has it."""
    if letter in _coverage(primary):
        return primary
    point = ord(letter)
    for name, first, last in _RANGES:
        if first <= point <= last and letter in _coverage(name):
            return name
    for name in ("Lockstep-Symbols", "Lockstep-CJK"):
        if letter in _coverage(name):
            return name
    return None


@lru_cache(maxsize=50_000)
def runs(text: str, bold: bool) -> tuple[Run, ...]:
    """The text split into (font name, text) runs; a letter that no font has is spelled ‹U+1F9EC›."""
    primary = BOLD if bold else REGULAR
    if text.isascii() or _coverage(primary).issuperset(text):
        _font(primary)
        return ((primary, text),)
    return tuple(_joined(text, primary))


def _joined(text: str, primary: str) -> Iterator[Run]:
    current, letters = primary, ""
    for letter in text:
        name = _font_for(letter, primary)
        shown = letter if name else f"‹U+{ord(letter):04X}›"
        name = name or primary
        if letter == " ":
            name = current
            if " " not in _coverage(name):
                name = primary
        if name != current and letters:
            yield current, letters
            letters = ""
        current = name
        letters += shown
    if letters:
        yield current, letters


@lru_cache(maxsize=100_000)
def _unit_width(text: str, bold: bool) -> float:
    return float(sum(_font(name).stringWidth(part, 1000) for name, part in runs(text, bold)))


def width_of(text: str, bold: bool, size: float) -> float:
    """The width of one line in points."""
    return _unit_width(text, bold) * size / 1000
