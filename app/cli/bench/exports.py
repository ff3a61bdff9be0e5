"""Packet and audit workbook, beside reportlab's bare paragraphs and openpyxl's plain write-only mode."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from app.cli.bench.measurement import Measurement, median_seconds
from exports import documents

_COLUMNS = 25
_ROWS = 100_000
_START = datetime(2026, 11, 28, 21, tzinfo=UTC)
_CHANGES, _ACTIVITIES = 150, 300


def texts(value: object) -> Iterator[str]:
    """Every text in a document, in its order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, datetime):
        yield value.isoformat()
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def bare_paragraphs(document: documents.PacketDocument) -> bytes:
    """The floor of the packet: the same text through reportlab's paragraphs, one after another."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    style = getSampleStyleSheet()["BodyText"]
    target = BytesIO()
    SimpleDocTemplate(target).build([Paragraph(escape(text), style) for text in texts(document) if text])
    return target.getvalue()


def plain_workbook(count: int) -> bytes:
    """The floor of the workbook: openpyxl's write-only mode with nothing added."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Rows")
    for row in _rows(count):
        sheet.append([value.replace(tzinfo=None) if isinstance(value, datetime) else value for value in row])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def audit_workbook(count: int) -> bytes:
    """The styled audit workbook of so many rows."""
    from exports.workbook import write_audit_workbook

    kinds = {1: "instant", 2: "number"}
    columns = tuple(
        documents.Column(f"C{place}", kinds.get(place % 5, "text"))  # type: ignore[arg-type]
        for place in range(_COLUMNS)
    )
    document = documents.AuditDocument(
        organisation="Bench",
        period_start=date(2016, 1, 1),
        period_end=date(2026, 1, 1),
        zone_name="Europe/Berlin",
        generated_at=_START,
        generated_by="bench",
        gaps=(),
        sheets=(documents.AuditSheet("Rows", columns, _rows(count)),),
        how_to_verify=("",),
        head=documents.AuditHead(1, "00"),
    )
    target = BytesIO()
    write_audit_workbook(document, target)
    return target.getvalue()


def _rows(count: int) -> Iterator[tuple[documents.CellValue, ...]]:
    for number in range(count):
        yield tuple(
            _START if column % 5 == 1 else number if column % 5 == 2 else f"value {number} {column}"
            for column in range(_COLUMNS)
        )


def packet_document_of(changes: int, activities: int) -> documents.PacketDocument:
    """A packet with so many change blocks and sequence rows, drawn from the demo's coming window."""
    from app.reports.packet import packet_document
    from app.services.demo.month import make_demo
    from app.services.packet_source import packet_source
    from app.services.workplace import open_workplace

    with TemporaryDirectory() as folder:
        url = f"sqlite:///{(Path(folder) / 'bench.db').as_posix()}"
        workplace = open_workplace(url, "bench", lambda: _START - timedelta(days=1))
        try:
            made = make_demo(workplace, with_packets=False)
            document = packet_document(packet_source(workplace, made.next_window_id, "final"))
        finally:
            workplace.close()
    return _stretched(document, changes, activities)


def _stretched(document: documents.PacketDocument, changes: int, activities: int) -> documents.PacketDocument:
    """The document with its change blocks and sequence rows repeated, each under a key of its own."""
    blocks, rows = document.changes, document.sequence
    return replace(
        document,
        changes=tuple(
            replace(blocks[place % len(blocks)], key=f"CHG-{place:04d}") for place in range(changes)
        ),
        sequence=tuple(
            replace(rows[place % len(rows)], number=str(place + 1)) for place in range(activities)
        ),
        links=(),
    )


def measure_packet() -> list[Measurement]:
    """The packet PDF of 150 changes and 300 activities."""
    from exports.packet_pdf import render_packet_pdf

    document = packet_document_of(_CHANGES, _ACTIVITIES)
    floor = median_seconds(lambda: bare_paragraphs(document), 3)
    ours = median_seconds(lambda: render_packet_pdf(document), 3)
    return [Measurement.of(f"packet, {_CHANGES} changes and {_ACTIVITIES} activities", ours, floor)]


def measure_workbook() -> list[Measurement]:
    """The audit workbook of 100,000 rows and 25 columns."""
    floor = median_seconds(lambda: plain_workbook(_ROWS), 1)
    ours = median_seconds(lambda: audit_workbook(_ROWS), 1)
    return [Measurement.of(f"audit workbook, {_ROWS:,} rows", ours, floor)]
