"""The audit workbook as a document: a sheet of gaps, the records, and how to verify them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from exports.documents.packet import AuditHead
from exports.documents.tables import CellValue, Column


@dataclass(frozen=True, slots=True)
class GapRow:
    """Something that an auditor would miss: `severity` is a word such as "high"; `when` is aware or None."""

    severity: str
    kind: str
    record: str
    what: str
    when: datetime | None


@dataclass(frozen=True, slots=True)
class AuditSheet:
    """One kind of record; `rows` is read once, row by row, so that ten years need little memory."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[CellValue, ...]]


@dataclass(frozen=True, slots=True)
class AuditDocument:
    """The audit of a period: both days included, instants given in `zone_name`, `head` of the chain."""

    organisation: str
    period_start: date
    period_end: date
    zone_name: str
    generated_at: datetime
    generated_by: str
    gaps: Iterable[GapRow]
    sheets: tuple[AuditSheet, ...]
    how_to_verify: tuple[str, ...]
    head: AuditHead
