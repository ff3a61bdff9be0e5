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
    codec = _codec(page.group(1) if page else "1252")
    out: list[str] = []
    hidden_at: int | None = None
    depth = skipped = 0
    for token in _TOKEN.finditer(source):
        word, number, code, escaped, brace, plain = token.groups()
        if brace:
            depth += 1 if brace == "{" else -1
            if hidden_at is not None and depth < hidden_at:
                hidden_at = None
        elif hidden_at is not None:
            continue
        elif escaped == "*" or word in _HIDDEN:
            hidden_at = depth
        elif word == "u" and number:
            out.append(chr(int(number) % 0x10000))
            skipped = 1
        elif code and not skipped:
            out.append(bytes((int(code, 16),)).decode(codec, errors="replace"))
        elif code:
            skipped = 0
        elif word or escaped:
            out.append(_BREAKS.get(word or "") or _MARKS.get(word or "") or _ESCAPED.get(escaped or "", ""))
        elif plain:
            out.append(plain[skipped:])
            skipped = 0
    text = "".join(out).replace("\x00", "")  # no database keeps them in a text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _codec(page: str) -> str:
    try:
        b"".decode(f"cp{page}")
    except LookupError:
        return "cp1252"
    return f"cp{page}"
