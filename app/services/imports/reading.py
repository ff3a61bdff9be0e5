"""Reading a list the way a person says: another encoding, delimiter, sheet or header row than was found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from app.importing.errors import UnreadableList
from app.importing.reading.delimited import parse
from app.importing.reading.encodings import decode, without_marks
from app.importing.reading.files import read_file, read_table
from app.importing.reading.headers import name_columns
from app.importing.reading.streaming import Tell
from app.importing.reading.workbooks import is_archive, read_sheet
from app.importing.table import Table
from app.services.imports.dry import Understood, understand_table
from app.services.workplace import Workplace

ENCODINGS = (
    "utf-8",
    "utf-16",
    "cp1252",
    "cp1250",
    "iso8859-1",
    "iso8859-2",
    "iso8859-9",
    "iso8859-15",
    "cp1254",
    "mac_roman",
    "cp850",
    "cp932",
    "gb18030",
)
"""Encodings offered to people, by the names the standard library knows."""

DELIMITERS = ((",", "Comma"), (";", "Semicolon"), ("\t", "Tab"), ("|", "Bar"))
"""Delimiters offered to people, with their names."""


@dataclass(frozen=True, slots=True)
class ReadingChoice:
    """What a person says about a file; empty (None for the row) leaves it to the program.

    `header_row` counts from 1 as a spreadsheet does; 0 means that the first row is data already. Where it
    `is_anew`, no mapping of a list with nearly these columns is proposed.
    """

    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    header_row: int | None = None
    is_anew: bool = False


AS_FOUND = ReadingChoice()
"""Everything is left to the program."""


def read_as(data: bytes | Path, choice: ReadingChoice = AS_FOUND, tell: Tell | None = None) -> Table:
    """The table in `data`, read as chosen; a file is read line by line where it is long.

    `tell` is told the share of a file that was read, and may raise to stop. Raises UnreadableList for what is
    no list, and for a header row below the last row; OSError for a file that cannot be read.
    """
    if isinstance(data, Path):
        if not choice.sheet and choice.header_row is None:
            return read_file(data, choice.encoding, choice.delimiter, tell)
        data = data.read_bytes()
    sheet = choice.sheet or None
    if choice.header_row is None:
        return read_table(data, sheet, choice.encoding, choice.delimiter)
    if is_archive(data):
        return _headed(read_table(data, sheet), read_sheet(data, sheet).rows, choice.header_row)
    encoding = choice.encoding or decode(data).encoding
    text = without_marks(data.decode(encoding, "replace").replace("\x00", ""))  # no database keeps zeros
    parsed = parse(text, choice.delimiter)
    base = Table(encoding, parsed.delimiter, (), [], [], warnings=parsed.warnings)
    return _headed(base, parsed.records, choice.header_row)


def understand_as(
    workplace: Workplace,
    data: bytes | Path,
    kind: str = "auto",
    choice: ReadingChoice = AS_FOUND,
    tell: Tell | None = None,
) -> Understood:
    """What a list seems to be when it is read as chosen. Raises UnreadableList, and OSError for a file."""
    return understand_table(workplace, read_as(data, choice, tell), kind, is_anew=choice.is_anew)


def _headed(table: Table, records: list[list[str]], header_row: int) -> Table:
    """The records below a header row that a person named."""
    if header_row > len(records):
        raise UnreadableList(f"The list has no row {header_row}", mend="Choose a row that holds the names.")
    names = records[header_row - 1] if header_row else []
    rows: list[list[str]] = []
    numbers: list[int] = []
    for number, record in enumerate(records[header_row:], start=header_row + 1):
        if any(cell.strip() for cell in record):
            rows.append(record)
            numbers.append(number)
    width = max([len(names), *map(len, rows)], default=0)
    if width == 0:
        raise UnreadableList("There are no rows below that one", mend="Choose a row further up.")
    return replace(
        table,
        headers=name_columns(names, width),
        rows=[tuple(row) + ("",) * (width - len(row)) for row in rows],
        row_numbers=numbers,
        has_header=bool(header_row),
    )
