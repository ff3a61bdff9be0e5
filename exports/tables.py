"""Simple lists as CSV and as a workbook of one sheet."""

import csv
from datetime import date, datetime, timedelta
from io import BytesIO, StringIO

from exports.documents import CellValue, TableDocument
from exports.plain_text import in_words, without_controls

# Spreadsheets run cells that begin so (CWE-1236).
RISKY = ("=", "+", "-", "@", "\t", "\r")


def render_csv(document: TableDocument) -> bytes:
    """The list as CSV (RFC 4180) in UTF-8 with a byte order mark, so that Excel reads every language.

    Text that begins with = + - @ gets a leading apostrophe, here and nowhere else, because a spreadsheet
    would run it as a formula; numbers stay numbers. Instants are ISO 8601 with their offset, durations
    minutes, flags "yes" and "no".
    """
    target = StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([_safe(column.title) for column in document.columns])
    for row in document.rows:
        writer.writerow(
            [_worded(value, column.kind) for value, column in zip(row, document.columns, strict=True)]
        )
    return b"\xef\xbb\xbf" + target.getvalue().encode("utf-8")


def _safe(text: str) -> str:
    risky = text.startswith(RISKY)
    text = without_controls(text)
    return f"'{text}" if risky or text.startswith(RISKY) else text


def _worded(value: CellValue, kind: str) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, str):
        return _safe(in_words(value) if kind == "name" else value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return int(value.total_seconds() // 60)
    return value


def render_table_workbook(document: TableDocument) -> bytes:
    """The list as a workbook of one sheet with a frozen, filtered header; texts are never formulas."""
    from openpyxl import Workbook

    from exports.workbook import write_table

    book = Workbook(write_only=True)
    write_table(book, document.title, document.columns, document.rows, document.zone_name, document.note)
    target = BytesIO()
    book.save(target)
    return target.getvalue()
