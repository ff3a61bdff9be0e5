"""Bytes that are surely not a list, each refused with a sentence that says how to get one."""

from __future__ import annotations

import re

from app.importing.errors import UnreadableList

_EXPORT_AGAIN = "Export the list as CSV or .xlsx and choose that file."

_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (
        b"{\\rtf",
        "This is a formatted text document (RTF), whatever its name says",
        "Open it in the editor that made it and save it as plain text, or export the list again as CSV.",
    ),
    (b"%PDF", "This is a PDF document, not a list", _EXPORT_AGAIN),
    (
        b"\xd0\xcf\x11\xe0",
        "This is a workbook in the old .xls format",
        "Open it, save it as .xlsx and choose that file.",
    ),
    (b"\x89PNG", "This is a picture, not a list", _EXPORT_AGAIN),
    (b"\xff\xd8\xff", "This is a picture, not a list", _EXPORT_AGAIN),
    (b"GIF8", "This is a picture, not a list", _EXPORT_AGAIN),
    (b"\x1f\x8b", "This is a compressed file", "Unpack it and choose the list inside."),
    (b"7z\xbc\xaf", "This is a compressed file", "Unpack it and choose the list inside."),
    (b"SQLite format 3", "This is a database file, not a list", _EXPORT_AGAIN),
)
_COMPOUND = b"\xd0\xcf\x11\xe0"
_IN_COMPOUND: tuple[tuple[str, str, str], ...] = (
    (
        "EncryptedPackage",
        "This workbook is protected by a password",
        "Open it, save it without a password and choose that file.",
    ),
    ("WordDocument", "This is a text document, not a list", _EXPORT_AGAIN),
    ("__substg1.0_", "This is a mail, not a list", "Save the list attached to it and choose that file."),
)
"""What the streams of an older kind of office file are called, where it is no workbook in the .xls format."""
_WEB_PAGE = re.compile(rb"<(!doctype\s+html|html|table|head|body|meta)\b", re.IGNORECASE)
_JSON = re.compile(rb'^(\{\s*("|\}\s*$)|\[\s*[\{\[])')


def is_compound(data: bytes) -> bool:
    """Whether the bytes are an older kind of office file, which names its parts anywhere."""
    return data.startswith(_COMPOUND)


def refuse_what_is_no_list(data: bytes) -> None:
    """Raise `UnreadableList` for empty files and for well-known formats that hold no list."""
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.strip(b"\x00") and not data.strip():
        raise UnreadableList("The file is empty", mend="Export the list again and choose that file.")
    if is_compound(start):
        for stream, what, mend in _IN_COMPOUND:
            if stream.encode("utf-16-le") in data:
                raise UnreadableList(what, mend=mend)
    for signature, what, mend in _SIGNATURES:
        if start.startswith(signature):
            raise UnreadableList(what, mend=mend)
    if start.startswith(b"<") and _WEB_PAGE.search(start):
        raise UnreadableList("This is a web page (HTML), whatever its name says", mend=_EXPORT_AGAIN)
    if start.startswith((b"<?xml", b"<")) and b">" in start and b"," not in start.split(b">", 1)[0]:
        raise UnreadableList("This is an XML document, not a list", mend=_EXPORT_AGAIN)
    if _JSON.match(start):
        raise UnreadableList("This is JSON, not a list of rows", mend=_EXPORT_AGAIN)
