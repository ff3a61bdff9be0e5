"""A night's log as a list: when it happened, when it was entered, by whom, and what."""

from __future__ import annotations

from collections.abc import Iterable

from exports.documents import CellValue, Column, TableDocument

COLUMNS = (
    Column("No.", "number", 6),
    Column("Happened", "instant", 18),
    Column("Entered", "instant", 18),
    Column("By", "text", 18),
    Column("Act", "text", 12),
    Column("Change", "text", 14),
    Column("What", "text", 70),
    Column("Taken back", "flag", 13),
)


def night_log(
    title: str, rows: Iterable[tuple[CellValue, ...]], zone_name: str, note: str = ""
) -> TableDocument:
    """The log of one run; instants in `rows` are aware and in `zone_name`."""
    return TableDocument(title, COLUMNS, rows, zone_name, note)
