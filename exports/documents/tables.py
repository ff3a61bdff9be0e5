"""Lists as documents: named columns of one kind each, and rows that may stream."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

ColumnKind = Literal["text", "prose", "name", "number", "instant", "date", "duration", "digest", "flag"]
CellValue = str | int | float | bool | date | datetime | timedelta | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `width` is in characters of the workbook's text font.

    Kinds: `instant` takes aware datetimes in the document's zone, `date` takes dates, `duration` takes whole
    minutes (or a timedelta), `flag` takes booleans, `digest` takes hexadecimal text, `prose` takes
    sentences, which are wrapped, `name` takes names of the program, which are written as words: "rolled back"
    for `rolled_back`.
    """

    title: str
    kind: ColumnKind = "text"
    width: int = 18


@dataclass(frozen=True, slots=True)
class TableDocument:
    """A simple list to be written as CSV or as a workbook of one sheet.

    `zone_name` is the zone of all instants (IANA name); `rows` is read once and may be a generator.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[CellValue, ...]]
    zone_name: str = "UTC"
    note: str = ""
