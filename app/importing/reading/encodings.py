"""Bytes to text: by the mark at the start, as UTF-8 or UTF-16, or in the most plausible older code page."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from app.importing.errors import UnreadableList
from app.importing.reading.letters import PLAIN_WORDS, SINGLE_BYTE, score_of_letters, score_of_wide_characters
from app.importing.reading.neighbours import plausible_share
from app.importing.reading.twice_encoded import TWICE, written_once
from app.importing.words.synonyms import ACCENTED

_MARKS: tuple[tuple[bytes, str, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
    ("\ufeff".encode("gb18030"), "gb18030", "gb18030"),
)
_WIDE = ("cp932", "gb18030", "big5", "euc_kr", "euc_jp")
_BYTE_ORDER, _END_OF_FILE = "\ufeff", "\x1a"
_SAMPLE_BYTES = 40_000
_PIECE, _PIECE_BEFORE = 2_000, 200
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_MOSTLY = 0.9
_HEADER_LINES, _HEADER_BYTES = 5, 4_000
_CELL = re.compile(r'[,;\t|"\n]+')
_PER_KNOWN_HEADER = 0.5
"""What a header that is known, letters beyond ASCII and all, counts beside the score of the letters."""
_PER_PLAIN_HEADER = 0.1
"""What a header counts that has no accents, but only one language has."""
_FOR_NEIGHBOURS = 0.5
"""What it counts, beside the score of the letters, that all accented ones stand as in known words."""
_NUL_SHARE_OF_UTF16 = 0.2
_CONTROL_SHARE_OF_BINARY, _FEW_CONTROLS = 0.01, 3
_ZEROS = "Zero bytes inside the text were left out."
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\x0b\x0c\x1a\x1b")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the name of the encoding it was in and sentences about what was set right."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Text of a list in any common encoding.

    Raises `UnreadableList` for bytes that are no text.
    """
    found = _decoded(data)
    found = replace(found, text=without_marks(found.text))
    if not found.encoding.startswith("utf-8") or (text := written_once(found.text)) is None:
        return found
    return Decoded(without_marks(text), found.encoding, (*found.warnings, TWICE))


def without_marks(text: str, is_end: bool = True) -> str:
    """The text without marks of byte order, which stand wherever one file was put behind another, and
    without the mark that old systems put at the end of a file."""
    text = text.replace(_BYTE_ORDER, "") if _BYTE_ORDER in text else text
    return text.rstrip(_END_OF_FILE) if is_end else text


def _decoded(data: bytes) -> Decoded:
    for mark, name, codec in _MARKS:
        if data.startswith(mark):
            return _with_replacements(data, codec, name)
    nul_share = data[:_SAMPLE_BYTES].count(0) / max(1, min(len(data), _SAMPLE_BYTES))
    if nul_share > _NUL_SHARE_OF_UTF16:
        codec = (
            "utf-16-le"
            if data[1:_SAMPLE_BYTES:2].count(0) >= data[:_SAMPLE_BYTES:2].count(0)
            else "utf-16-be"
        )
        return _with_replacements(data, codec, codec)
    sample = data[:_SAMPLE_BYTES]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > max(_FEW_CONTROLS, _CONTROL_SHARE_OF_BINARY * len(sample)):
        raise UnreadableList(
            "This file is neither a text nor a workbook",
            mend="Export the list as CSV or .xlsx and choose that file.",
        )
    warnings: tuple[str, ...] = ()
    if b"\x00" in data:
        data = data.replace(b"\x00", b"")
        warnings = (_ZEROS,)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", warnings)
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(data):
        decoded = _with_replacements(data, "utf-8", "utf-8")
        return Decoded(decoded.text, "utf-8", (*warnings, *decoded.warnings))
    codec = _most_plausible(data)
    decoded = _with_replacements(data, codec, codec)
    return Decoded(decoded.text, codec, (*warnings, *decoded.warnings))


def _with_replacements(data: bytes, codec: str, name: str) -> Decoded:
    warnings: tuple[str, ...] = ()
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        text = data.decode(codec, errors="replace")
        count = text.count("\ufffd")
        warnings = (f"{count} places are not valid {name}; they are shown as \ufffd.",)
    if "\x00" in text:  # no database keeps them in a text
        return Decoded(text.replace("\x00", ""), name, (_ZEROS, *warnings))
    return Decoded(text, name, warnings)


def _mostly_utf8(data: bytes) -> bool:
    """Whether nearly all high bytes stand in well-formed UTF-8: a damaged UTF-8 file, not a code page."""
    high = len(_HIGH.findall(data))
    well_formed = sum(len(found) for found in _SEQUENCE.findall(data))
    return high > 0 and well_formed / high >= _MOSTLY


def _sample(data: bytes) -> bytes:
    """Pieces of lines around high bytes, up to a bound: plain lines say nothing about the code page."""
    pieces: list[bytes] = []
    size = start = 0
    while size <= _SAMPLE_BYTES and (found := _HIGH.search(data, start)) is not None:
        begin = max(data.rfind(b"\n", start, found.start()) + 1, found.start() - _PIECE_BEFORE, start)
        end = data.find(b"\n", found.start(), begin + _PIECE)
        end = _safe_cut(data, found.start(), begin + _PIECE) if end < 0 else end
        pieces.append(data[begin:end])
        size += end - begin
        start = max(end, found.start() + 1)
    return b"\n".join(pieces)


def _safe_cut(data: bytes, begin: int, end: int) -> int:
    """A place to cut no character of two bytes in half: after a mark that is never part of one."""
    if end >= len(data):
        return len(data)
    cut = max(data.rfind(mark, begin, end) for mark in (b",", b";", b"\t", b'"', b" "))
    return cut + 1 if cut > begin else end


def _most_plausible(data: bytes) -> str:
    sample = _sample(data)
    best, best_score = "cp1252", float("-inf")
    for codec, common in SINGLE_BYTE.items():
        text = sample.decode(codec, errors="replace")
        score = score_of_letters(text, common) + _PER_KNOWN_HEADER * _known_headers(data, codec)
        score += _FOR_NEIGHBOURS * plausible_share(text) + _PER_PLAIN_HEADER * _plain_headers(data, codec)
        if score > best_score:
            best, best_score = codec, score
    for codec in _WIDE:
        try:
            text = sample.decode(codec, errors="strict")
        except UnicodeDecodeError as fault:
            if fault.start < len(sample) - 4 or fault.start == 0:
                continue
            text = sample[: fault.start].decode(codec, errors="ignore")
        score = score_of_wide_characters(text, codec) + _PER_KNOWN_HEADER * _known_headers(data, codec)
        if score > best_score:
            best, best_score = codec, score
    return best


def _known_headers(data: bytes, codec: str) -> int:
    """How many cells of the first lines are known headers with letters beyond ASCII in this encoding."""
    lines = data[:_HEADER_BYTES].splitlines()[:_HEADER_LINES]
    cells = _CELL.split(b"\n".join(lines).decode(codec, errors="ignore").casefold())
    return sum(cell.strip() in ACCENTED for cell in cells)


def _plain_headers(data: bytes, codec: str) -> int:
    """How many cells of the first lines are headers of the language of this encoding, without accents."""
    if codec not in PLAIN_WORDS:
        return 0
    lines = data[:_HEADER_BYTES].splitlines()[:_HEADER_LINES]
    cells = _CELL.split(b"\n".join(lines).decode("ascii", errors="ignore").casefold())
    return sum(cell.strip() in PLAIN_WORDS[codec] for cell in cells)
