"""Lists saved as formatted text (RTF): the plain text inside, line by line."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.DOTALL,
)
_CODE_PAGE = re.compile(r"\\ansicpg(\d{3,5})")
_HIDDEN = frozenset(
    [
        "fonttbl",
        "colortbl",
        "stylesheet",
        "info",
        "pict",
        "object",
        "header",
        "footer",
        "headerl",
        "headerr",
        "footerl",
        "footerr",
        "listtable",
        "listoverridetable",
        "rsidtbl",
        "generator",
        "themedata",
        "datastore",
        "xmlnstbl",
    ]
)
_BREAKS = {"par": "\n", "line": "\n", "row": "\n", "sect": "\n", "page": "\n", "tab": "\t", "cell": "\t"}
_MARKS = {
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "endash": "–", "emdash": "—",
    "bullet": "•",
}  # fmt: skip
_ESCAPED = {"~": "\u00a0", "_": "\u2011", "\n": "\n", "\r": "\n", "\\": "\\", "{": "{", "}": "}"}


def is_rich_text(data: bytes) -> bool:
    """Whether the bytes are an RTF document."""
    return data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{\\rtf")


def text_of(data: bytes) -> str:
    """The document's text; fonts, colours, pictures and page headers are left out."""
    source = data.decode("latin-1")
    page = _CODE_PAGE.search(source[:2000])
    letters = _Letters(_codec(page.group(1) if page else "1252"))
    hidden_at: int | None = None
    stand_ins = [1]  # how many letters stand in for one of Unicode: by group
    skipped = 0
    for token in _TOKEN.finditer(source):
        word, number, code, escaped, brace, plain = token.groups()
        if brace:
            skipped = 0
            if brace == "{":
                stand_ins.append(stand_ins[-1])
            elif len(stand_ins) > 1:
                stand_ins.pop()
            if hidden_at is not None and len(stand_ins) < hidden_at:
                hidden_at = None
        elif hidden_at is not None:
            continue
        elif escaped == "*" or word in _HIDDEN:
            hidden_at = len(stand_ins)
        elif word == "uc" and number:
            stand_ins[-1] = max(0, int(number))
        elif word == "u" and number:
            letters.add(chr(int(number) % 0x10000))
            skipped = stand_ins[-1]
        elif code and skipped:
            skipped -= 1
        elif code:
            letters.add_byte(int(code, 16))
        elif word or escaped:
            letters.add(_BREAKS.get(word or "") or _MARKS.get(word or "") or _ESCAPED.get(escaped or "", ""))
        elif plain:
            letters.add(plain[skipped:])
            skipped = max(0, skipped - len(plain))
    text = letters.text().replace("\x00", "")  # no database keeps them in a text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class _Letters:
    """What was read so far; bytes that follow each other may be one letter."""

    def __init__(self, codec: str) -> None:
        self._codec = codec
        self._parts: list[str] = []
        self._bytes = bytearray()

    def add_byte(self, code: int) -> None:
        self._bytes.append(code)

    def add(self, text: str) -> None:
        if self._bytes:
            self._parts.append(self._bytes.decode(self._codec, errors="replace"))
            self._bytes.clear()
        self._parts.append(text)

    def text(self) -> str:
        self.add("")
        return "".join(self._parts)


def _codec(page: str) -> str:
    try:
        b"".decode(f"cp{page}")
    except LookupError:
        return "cp1252"
    return f"cp{page}"
