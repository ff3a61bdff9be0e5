"""Text as it may be shown: no control characters, and cut with a note where it would break a layout."""

import re

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\u00ad]")
EXCEL_LIMIT = 32_767


def without_controls(text: str) -> str:
    """The text without characters that XML and PDF forbid; tabs become spaces, line ends become \\n."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", text)


def printable(text: str) -> str:
    """The text for paper: without controls, and without marks that have no ink (joiners, selectors)."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\t", "    ")
    return _INVISIBLE.sub("", without_controls(text)).replace("\u00a0", " ")


def shortened(text: str, letters: int) -> str:
    """The text cut to `letters`, with a note saying how long it is and where the whole is."""
    if len(text) <= letters:
        return text
    return f"{text[:letters].rstrip()}… ({len(text):,} letters, whole text in the workbook)"


def in_words(name: str) -> str:
    """A name of the program as people write it: "rolled back" for "rolled_back"."""
    return name.replace("_", " ")


def for_cell(text: str) -> str:
    """The text for a workbook's cell: without controls, at most 32,767 letters (Excel's limit)."""
    text = without_controls(text)
    if len(text) <= EXCEL_LIMIT:
        return text
    note = f"… ({len(text):,} letters, cut at what a cell can hold)"
    return text[: EXCEL_LIMIT - len(note)] + note
