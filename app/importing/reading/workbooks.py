"""Workbook bytes (.xlsx, whatever the file is called) to rows of text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from app.importing.errors import UnreadableList
from app.importing.reading.headers import known_share
from app.importing.reading.merged_cells import besides_cells, with_merged

_MOST_BYTES_UNPACKED = 2_000_000_000
_CELLS_OF_A_ROW, _ROWS_OF_A_LIST = 3, 2
_HEADER_AMONG, _ENOUGH_KNOWN = 25, 3
"""A sheet with so many known headers in one of its first rows is a list."""
_SAVE_AGAIN = "Open it in a spreadsheet program, save it again as .xlsx and choose that file."


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet's rows as text, the names of all sheets that are there, and sentences about its cells."""

    name: str
    names: tuple[str, ...]
    rows: list[list[str]]
    warnings: tuple[str, ...] = ()

    @property
    def known(self) -> int:
        """How many known headers stand in one of the first rows."""
        return max((known_share(row) for row in self.rows[:_HEADER_AMONG]), default=0)

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """The higher, the more it looks like a list."""
        return self.known >= _ENOUGH_KNOWN, _looks_like_a_list(self.rows), self.known


def is_archive(data: bytes) -> bool:
    """Whether the bytes are a zip archive, as every .xlsx workbook is."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read_sheet(data: bytes, wanted: str | None = None) -> Sheet:
    """The wanted sheet, or the first visible one with known headers; where none has, the first that looks
    like a list, else the first that holds anything.

    Raises `UnreadableList` for archives that are no workbook, damaged workbooks and unknown sheets.
    """
    _refuse_other_archives(data)
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except Exception as fault:
        raise UnreadableList("The workbook is damaged and cannot be opened", mend=_SAVE_AGAIN) from fault
    try:
        sheets = {sheet.title: sheet for sheet in book.worksheets}
        names = tuple(sheets)
        if wanted is not None and wanted not in sheets:
            raise UnreadableList(
                f'There is no sheet "{wanted}"', mend="The workbook has: " + ", ".join(names) + "."
            )
        candidates = (
            [wanted] if wanted is not None else [n for n in names if sheets[n].sheet_state == "visible"]
        )
        best: Sheet | None = None
        for name in candidates or list(names):
            sheet = sheets[name]
            sheet.reset_dimensions()
            read = Sheet(name, names, _rows_of(sheet.iter_rows(values_only=True)))
            if wanted is not None:
                return _with_what_is_besides(read, data, sheet)
            if read.rows and (best is None or read.rank > best.rank):
                best = read
            if best is not None and best.known >= _ENOUGH_KNOWN:
                break
        if best is not None:
            return _with_what_is_besides(best, data, sheets[best.name])
    except UnreadableList:
        raise
    except Exception as fault:
        raise UnreadableList("The workbook is damaged and cannot be read", mend=_SAVE_AGAIN) from fault
    finally:
        book.close()
    raise UnreadableList("The workbook holds no rows", mend="Choose a workbook with a list in it.")


def _with_what_is_besides(read: Sheet, data: bytes, sheet: Any) -> Sheet:
    """The sheet with the text of merged cells in each of their rows, and sentences about that."""
    besides = besides_cells(data, sheet._worksheet_path.removeprefix("/"))
    told = []
    if filled := with_merged(read.rows, besides.merged):
        which = "1 cell is" if filled == 1 else f"{filled} cells are"
        told.append(f"{which} merged with the one above, and read as saying the same.")
    if besides.uncalculated:
        many = besides.uncalculated != 1
        which = f"{besides.uncalculated} cells hold formulas" if many else "1 cell holds a formula"
        told.append(
            f"{which} without a value, and {'are' if many else 'is'} read as empty. Open the workbook in a "
            "spreadsheet program and save it, so that they are calculated."
        )
    return replace(read, warnings=tuple(told))


def _refuse_other_archives(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            size = sum(entry.file_size for entry in archive.infolist())
    except Exception as fault:
        raise UnreadableList("The workbook or archive is damaged", mend=_SAVE_AGAIN) from fault
    if not any(name.startswith("xl/") for name in names):
        what = (
            "This is an OpenDocument file" if "content.xml" in names else "This is an archive, not a workbook"
        )
        raise UnreadableList(what, mend="Save the list as .xlsx or CSV and choose that file.")
    if "xl/workbook.bin" in names:
        raise UnreadableList("This is a workbook in the .xlsb format", mend=_SAVE_AGAIN)
    if size > _MOST_BYTES_UNPACKED:
        raise UnreadableList("The workbook is too large to read", mend="Export the list as CSV.")


def _looks_like_a_list(rows: list[list[str]]) -> bool:
    """Whether at least two rows have several cells, as a cover page or a page of notes has not."""
    wide = (row for row in rows if sum(1 for cell in row if cell.strip()) >= _CELLS_OF_A_ROW)
    return sum(1 for _ in islice(wide, _ROWS_OF_A_LIST)) == _ROWS_OF_A_LIST


def _rows_of(rows: Iterable[tuple[object, ...]]) -> list[list[str]]:
    texts = [[_text_of(cell) for cell in row] for row in rows]
    while texts and not any(texts[-1]):
        texts.pop()
    return texts


def _text_of(cell: object) -> str:
    """A cell as text; days and instants in ISO 8601, whole numbers without a decimal point."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        midnight = cell.hour == cell.minute == cell.second == cell.microsecond == 0
        return cell.date().isoformat() if midnight else cell.isoformat(sep=" ", timespec="seconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        minutes, seconds = divmod(int(cell.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
    return str(cell)
