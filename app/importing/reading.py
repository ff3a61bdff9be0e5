"""Bytes of any list people export to a table of text: encoding, delimiter, header row and rows."""

from __future__ import annotations

from app.importing.calendars import is_calendar, read_calendar
from app.importing.delimited import Records, parse
from app.importing.encodings import Decoded, decode
from app.importing.errors import UnreadableList
from app.importing.headers import find_header, looks_like_prose, name_columns
from app.importing.monitoring import monitoring_report, with_one_time
from app.importing.refusals import refuse_what_is_no_list
from app.importing.rich_text import is_rich_text, text_of
from app.importing.steady import without_collecting
from app.importing.table import Table
from app.importing.workbooks import is_archive, read_sheet

_WIDEST = 16_384
"""Columns of the widest worksheet; what is wider is no list."""
_LEAST_REGULAR = 0.95
"""Share of rows as wide as most, below which a list inside formatted text is not trusted."""


def read_table(data: bytes, sheet: str | None = None) -> Table:
    """The table in a CSV-like text or a workbook (recognised by its bytes, not by its name).

    Every record below the header is a row unless all its cells are empty; those are counted in the
    warnings. Raises `UnreadableList` with what, where and how to mend it.
    """
    if is_calendar(data):
        return read_calendar(data)
    if is_archive(data):
        read = read_sheet(data, sheet)
        records = Records("", read.rows, max(map(len, read.rows), default=0), 1.0)
        return _table(records, "", read.name, read.names, ())
    if is_rich_text(data):
        decoded = Decoded(
            text_of(data), "rtf", ("The list was taken out of a formatted text document (RTF).",)
        )
    else:
        refuse_what_is_no_list(data)
        decoded = decode(data)
    with without_collecting():
        parsed = monitoring_report(decoded.text) or with_one_time(parse(decoded.text))
    if decoded.encoding == "rtf" and (parsed.width < 2 or parsed.regularity < _LEAST_REGULAR):
        refuse_what_is_no_list(data)  # rows that do not line up would be read into wrong columns
    if looks_like_prose(parsed.records, parsed.width, parsed.regularity):
        raise UnreadableList(
            "This is running text, not a list with columns",
            mend="Export the list as CSV or .xlsx with one row per record and choose that file.",
        )
    return _table(parsed, decoded.encoding, "", (), (*decoded.warnings, *parsed.warnings))


def _table(
    parsed: Records, encoding: str, sheet: str, sheets: tuple[str, ...], warnings: tuple[str, ...]
) -> Table:
    records = parsed.records
    header = find_header(records, parsed.width)
    first = 0 if header is None else header + 1
    rows: list[list[str]] = []
    numbers: list[int] = []
    blank = 0
    for number, record in enumerate(records[first:], start=first + 1):
        if any(record) and any(cell and not cell.isspace() for cell in record):
            rows.append(record)
            numbers.append(number)
        elif record:
            blank += 1
    notes = list(warnings)
    if header:
        notes.append(f"The column names are in row {header + 1}; what stands above was not read.")
    if blank:
        notes.append(f"{blank} rows hold nothing but empty cells and were passed over.")
    names = records[header] if header is not None else []
    width = _used_width(names, rows)
    if width == 0:
        raise UnreadableList("The file holds no rows", mend="Export the list again and choose that file.")
    if width > _WIDEST:
        raise UnreadableList(
            f"A row has {width} columns, more than any list has", mend="Check the quotes and the delimiter."
        )
    ragged = sum(len(row) < len(names) or any(row[len(names) :]) for row in rows) if header is not None else 0
    if ragged and parsed.delimiter:
        notes.append(
            f"{ragged} rows have fewer or more cells than there are column names; none was left out."
        )
    if header is None:
        notes.append("The first row is data already; the columns are called by their places.")
    return Table(
        encoding=encoding,
        delimiter=parsed.delimiter,
        headers=name_columns(names, width),
        rows=[_fitted(row, width) for row in rows],
        row_numbers=numbers,
        has_header=header is not None,
        warnings=tuple(notes),
        sheet=sheet,
        sheets=sheets,
    )


def _used_width(names: list[str], rows: list[list[str]]) -> int:
    """Columns with a name or any content; empty trailing columns do not count."""
    width = len(names)
    while width and not names[width - 1].strip():
        width -= 1
    for row in rows:
        end = len(row)
        while end > width and not row[end - 1].strip():
            end -= 1
        width = max(width, end)
    return width


def _fitted(row: list[str], width: int) -> tuple[str, ...]:
    if len(row) < width:
        return (*row, *([""] * (width - len(row))))
    return tuple(row[:width])
