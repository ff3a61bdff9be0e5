"""What packets and audit workbooks cost, against the plainest code that writes the same text."""

import sys
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from io import BytesIO
from time import perf_counter
from xml.sax.saxutils import escape

from exports import documents as d
from exports.packet_pdf import render_packet_pdf
from exports.workbook import write_audit_workbook
from tests.exports.sample_packets import START, sample_packet

COLUMNS = 25


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


def bare_paragraphs(document: d.PacketDocument) -> bytes:
    """The same text through reportlab's paragraphs, one after another."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    style = getSampleStyleSheet()["BodyText"]
    target = BytesIO()
    SimpleDocTemplate(target).build([Paragraph(escape(text), style) for text in texts(document) if text])
    return target.getvalue()


def rows(count: int) -> Iterator[tuple[d.CellValue, ...]]:
    for number in range(count):
        yield tuple(
            START if column % 5 == 1 else number if column % 5 == 2 else f"value {number} {column}"
            for column in range(COLUMNS)
        )


def plain_workbook(count: int) -> bytes:
    """openpyxl's write-only mode with nothing added."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Rows")
    for row in rows(count):
        sheet.append([value.replace(tzinfo=None) if isinstance(value, datetime) else value for value in row])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def audit_workbook(count: int) -> bytes:
    """The styled audit workbook of so many rows."""
    kinds = {1: "instant", 2: "number"}
    columns = tuple(d.Column(f"C{n}", kinds.get(n % 5, "text")) for n in range(COLUMNS))  # type: ignore[arg-type]
    document = d.AuditDocument(
        "Nordbank", date(2016, 1, 1), date(2026, 1, 1), "Europe/Berlin", START, "bench", (),
        (d.AuditSheet("Rows", columns, rows(count)),), ("",), d.AuditHead(1, "00"),
    )  # fmt: skip
    target = BytesIO()
    write_audit_workbook(document, target)
    return target.getvalue()


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """The fastest of some runs."""
    taken = []
    for _ in range(times):
        begin = perf_counter()
        work()
        taken.append(perf_counter() - begin)
    return min(taken)


def main(count: int = 100_000) -> None:
    """Print each figure beside its floor."""
    packet = sample_packet(150, 300)
    ours, floor = seconds(lambda: render_packet_pdf(packet)), seconds(lambda: bare_paragraphs(packet))
    print(f"packet 150 x 300: {ours:.2f} s, paragraphs {floor:.2f} s, {ours / floor:.2f} x")
    ours, floor = seconds(lambda: audit_workbook(count), 1), seconds(lambda: plain_workbook(count), 1)
    print(f"audit {count:,} x {COLUMNS}: {ours:.1f} s, plain {floor:.1f} s, {ours / floor:.2f} x")
    for some in (1_000, 10_000):
        tracemalloc.start()
        audit_workbook(some)
        print(f"audit workbook {some:,} rows: peak {tracemalloc.get_traced_memory()[1] / 1e6:.1f} MB")
        tracemalloc.stop()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
