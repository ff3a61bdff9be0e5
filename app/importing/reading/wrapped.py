"""Lists whose lines a spreadsheet program took for single cells when it saved them: the lines as they were.

A program that expects semicolons shows a line with commas in its first column, and saves it in quotes or
with semicolons behind it. The cells of each line, put together again, are the line.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from itertools import islice

from app.importing.reading.delimited import DELIMITERS, with_line_feeds
from app.importing.reading.headers import known_share

PUT_TOGETHER = "Every line had been saved as a cell of one column; the lines were taken apart as they were."
_HEAD_RECORDS = 5
_LEAST_KNOWN = 2


def unwrapped_text(text: str) -> str | None:
    """The lines of a text that were saved as cells; None for any other text."""
    text = with_line_feeds(text)
    outer = next((one for one in DELIMITERS if _is_wrapped(text, one)), None)
    return None if outer is None else _lines(csv.reader(io.StringIO(text), delimiter=outer), outer)


def unwrapped_rows(rows: Sequence[Sequence[str]]) -> str | None:
    """The lines that stand in the first column of a sheet; None for any other sheet."""
    first = next((row for row in rows if any(row)), ())
    return _lines(rows, "") if first and not any(first[1:]) and _holds_header(first[0]) else None


def _is_wrapped(text: str, outer: str) -> bool:
    """Whether the first line is a single cell: in quotes as a whole, or with empty ones behind it."""
    for line in islice(io.StringIO(text), _HEAD_RECORDS):
        written = line.rstrip("\n")
        cells = next(csv.reader([written], delimiter=outer), [])
        if any(cells):
            quoted = '"' + cells[0].replace('"', '""') + '"'
            is_single = written.rstrip(outer) == quoted or written.rstrip(outer) == cells[0] != written
            return is_single and not any(cells[1:]) and _holds_header(cells[0])
    return False


def _holds_header(cell: str) -> bool:
    """Whether a cell is a line of headers known from trackers."""
    parted = (next(csv.reader([cell], delimiter=inner), []) for inner in DELIMITERS)
    return "\n" not in cell and any(known_share(cells) >= _LEAST_KNOWN for cells in parted)


def _lines(records: Iterable[Sequence[str]], outer: str) -> str:
    return "".join(f"{outer.join(_filled(record))}\n" for record in records)


def _filled(record: Sequence[str]) -> Sequence[str]:
    """The cells up to the last with any content."""
    end = len(record)
    while end and not record[end - 1]:
        end -= 1
    return record[:end]
