"""Reading a list the way a person says: another encoding, delimiter, sheet or header row than was found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from app.importing.errors import UnreadableList
from app.importing.reading.delimited import Records, parse
from app.importing.reading.encodings import decode
from app.importing.reading.files import read_file, read_table, set_right
from app.importing.reading.headers import name_columns
from app.importing.reading.streaming import Tell
from app.importing.reading.twice_encoded import TWICE, rows_written_once
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
    if choice.header_row is None:
        return read_table(data, choice.sheet or None, choice.encoding, choice.delimiter)
    base, parsed = _of_sheet(data, choice) if is_archive(data) else _of_text(data, choice)
    if choice.header_row > len(parsed.records):
        raise UnreadableList(
            f"The list has no row {choice.header_row}", mend="Choose a row that holds the names."
        )
    right = set_right(parsed, max(0, choice.header_row - 1))
    is_own = base.as_it_stands and right is parsed
    base = replace(base, warnings=(*base.warnings, *right.warnings), as_it_stands=is_own)
    return _headed(base, right.records, choice.header_row)


def _of_sheet(data: bytes, choice: ReadingChoice) -> tuple[Table, Records]:
    """The records of a sheet, and a table that says where they come from and has none of them yet."""
    read = read_sheet(data, choice.sheet or None)
    once = rows_written_once(read.rows)
    rows, told = (read.rows, read.warnings) if once is None else (once, (*read.warnings, TWICE))
    base = Table("", "", (), [], [], warnings=told, sheet=read.name, sheets=read.names)
    parsed = Records("", rows, max(map(len, rows), default=0), 1.0)
    return replace(base, as_it_stands=not told), parsed


def _of_text(data: bytes, choice: ReadingChoice) -> tuple[Table, Records]:
    """The records of a text, as `_of_sheet`."""
    if choice.encoding:
        data = data.decode(choice.encoding, "replace").encode("utf-8")
    decoded = decode(data)
    parsed = parse(decoded.text, choice.delimiter)
    encoding = choice.encoding or decoded.encoding
    base = Table(encoding, parsed.delimiter, (), [], [], warnings=decoded.warnings)
    return replace(base, as_it_stands=TWICE not in decoded.warnings), parsed


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
