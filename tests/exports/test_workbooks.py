"""Workbooks read back: real dates, text that never acts, streams that stay small."""

import csv
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from exports import documents as d
from exports.packet_xlsx import render_packet_workbook
from exports.sheets import LINE_POINTS, sheet_name, wrapped_lines
from exports.tables import render_csv, render_table_workbook
from exports.workbook import render_audit_workbook, write_audit_workbook
from tests.exports.sample_packets import DIGEST, START, ZONE, change, sample_packet

RISKY = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x")')


def audit(rows: int, **other: object) -> d.AuditDocument:
    def stream() -> Iterator[tuple[d.CellValue, ...]]:
        for number in range(rows):
            yield ("=1+1", number, START, date(2026, 11, 28), 75, DIGEST, True)

    kinds = ("text", "number", "instant", "date", "duration", "digest", "flag")
    columns = tuple(d.Column(kind.title(), kind) for kind in kinds)
    values: dict[str, object] = {
        "organisation": "Nordbank & Sons",
        "period_start": date(2016, 1, 1),
        "period_end": date(2026, 1, 1),
        "zone_name": "Europe/Berlin",
        "generated_at": START,
        "generated_by": "Lena Groß",
        "gaps": (d.GapRow("high", "signature", "CHG-1", "nobody signed", START),),
        "sheets": (d.AuditSheet("Changes", columns, stream()),),
        "how_to_verify": ("Run lockstep verify on the database.",),
        "head": d.AuditHead(7, DIGEST),
    }
    return d.AuditDocument(**{**values, **other})  # type: ignore[arg-type]


def test_packet_workbook_has_dates_filters_and_frozen_headers() -> None:
    book = load_workbook(BytesIO(render_packet_workbook(sample_packet())))
    assert book.sheetnames[:4] == ["Cover", "Attendees", "Differences", "Agenda"]
    sequence = book["Sequence"]
    assert sequence["E1"].value == "Start (Europe/Berlin)"
    assert sequence["E2"].value == datetime(2026, 11, 28, 22, 0)  # noqa: DTZ001  # Excel has no zones
    assert sequence["E2"].is_date
    assert sequence.freeze_panes == "A2"
    assert sequence.auto_filter.ref == f"A1:N{sequence.max_row}"
    assert sequence.print_title_rows == "$1:$1"
    assert sequence.page_setup.orientation == "landscape"
    assert book["Readiness"].conditional_formatting
    assert book["Readiness"].max_row == 41


@pytest.mark.parametrize(
    ("differences", "said"),
    [
        (None, "This is the window's first packet: there is nothing to compare it with."),
        (d.Differences(START, DIGEST, ()), "Nothing has changed."),
    ],
)
def test_an_empty_sheet_says_what_that_means(differences: d.Differences | None, said: str) -> None:
    packet = sample_packet(
        0, 0, attendees=(), differences=differences, agenda=(), criteria=(), matrix=(), sequence=(), links=(),
        players=(), changes=(), conflicts=(), exceptions=(), freezes=(), bookings=(), debts=(),
    )  # fmt: skip
    book = load_workbook(BytesIO(render_packet_workbook(packet)))
    assert book["Differences"]["C2"].value == said
    for sheet in book.worksheets[1:]:
        sentences = [cell.value for row in sheet.iter_rows(min_row=2) for cell in row if cell.value]
        assert len(sentences) == 1, sheet.title
        assert str(sentences[0]).endswith(".")
    assert book["Debts"]["B2"].value == "Nothing is owed."


@pytest.mark.parametrize("text", RISKY)
def test_text_is_never_a_formula(text: str) -> None:
    block = change(0, 0)
    packet = sample_packet(1, 2, go_line=text, debts=(d.DebtLine(text, text, text),), changes=(block,))
    book = load_workbook(BytesIO(render_packet_workbook(packet)))
    cell = book["Debts"]["A2"]
    assert (cell.value, cell.data_type) == (text, "s")
    table = d.TableDocument("List", (d.Column("A"),), ((text,),))
    cell = load_workbook(BytesIO(render_table_workbook(table))).active["A2"]  # type: ignore[index]
    assert (cell.value, cell.data_type) == (text, "s")


def test_control_characters_go_and_endless_text_is_cut_with_a_note() -> None:
    packet = sample_packet(1, 2, debts=(d.DebtLine("a\x00b\x0bc\ud800\uffff", "z" * 40_000, "x"),))
    sheet = load_workbook(BytesIO(render_packet_workbook(packet)))["Debts"]
    assert sheet["A2"].value == "abc"
    assert len(sheet["B2"].value) == 32_767
    assert sheet["B2"].value.endswith("(40,000 letters, cut at what a cell can hold)")


def test_audit_workbook_begins_with_gaps_and_ends_with_verification() -> None:
    book = load_workbook(BytesIO(render_audit_workbook(audit(3))))
    assert book.sheetnames == ["Gaps", "Changes", "How to verify"]
    assert book["Gaps"]["D2"].value == "nobody signed"
    assert book["Gaps"]["D2"].alignment.wrap_text  # what is missing is read, not scrolled to
    assert not book["Changes"]["A4"].alignment.wrap_text
    row = [cell.value for cell in book["Changes"][4]]
    assert row[0] == "=1+1"
    assert book["Changes"]["A4"].data_type == "s"
    assert row[1:4] == [2, datetime(2026, 11, 28, 22, 0), datetime(2026, 11, 28)]  # noqa: DTZ001
    assert row[6] == "yes"
    assert any(DIGEST in str(cell.value) for (cell,) in book["How to verify"].iter_rows())


def test_wrapped_texts_have_room_in_programs_that_make_none() -> None:
    sentence = "What is missing here takes some words to say, " * 4
    gaps = (
        d.GapRow("high", "signature", "CHG-1", "short", START),
        d.GapRow("low", "test", "A", sentence, None),
    )
    book = load_workbook(BytesIO(render_audit_workbook(audit(1, gaps=gaps, how_to_verify=(sentence,)))))
    heights = {row: book["Gaps"].row_dimensions[row].height / LINE_POINTS for row in (1, 2, 3)}
    assert heights == {1: 2, 2: 1, 3: 3}  # the header's "When (Europe/Berlin)", then the sentences
    assert book["How to verify"].row_dimensions[5].height == 2 * LINE_POINTS
    cover = load_workbook(BytesIO(render_packet_workbook(sample_packet(1, 2, go_line=sentence))))["Cover"]
    place = next(cell.row for cell in cover["A"] if cell.value == "Go / no-go")
    assert cover.row_dimensions[place].height == 2 * LINE_POINTS


@pytest.mark.parametrize(
    ("text", "letters", "lines"),
    [
        ("", 10, 1),
        ("ten digits", 10, 1),
        ("two\nlines", 10, 2),
        ("Ready for production: Verified", 14, 3),
        ("a word longer than the line", 4, 7),
        ("0123456789012345", 8, 2),
    ],
)
def test_lines_break_between_words(text: str, letters: float, lines: int) -> None:
    assert wrapped_lines(text, letters) == lines


def test_a_fact_that_is_not_known_is_left_out() -> None:
    cover = load_workbook(BytesIO(render_packet_workbook(sample_packet(1, 2, organisation=""))))["Cover"]
    names = [cell.value for cell in cover["A"] if cell.value]
    assert "Organisation" not in names
    assert all(cell.value is not None for cell in cover["B"][2:])
    book = load_workbook(BytesIO(render_audit_workbook(audit(1, organisation=""))))
    assert book["Gaps"].oddHeader.left.text == "Audit 2016-01-01 to 2026-01-01"


def test_audit_rows_stream_in_flat_memory() -> None:
    def peak(rows: int) -> int:
        tracemalloc.start()
        render_audit_workbook(audit(rows))
        _, highest = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return highest

    peak(100)
    assert peak(6_000) < peak(1_000) + 600_000


def test_audit_stops_when_asked() -> None:
    target = BytesIO()
    assert write_audit_workbook(audit(1_000), target, lambda: True) is False
    assert target.getvalue() == b""


def test_csv_quotes_what_would_run_and_reads_back() -> None:
    rows = tuple((text, -5, START, None) for text in (*RISKY, 'plain, "quoted"\nline'))
    columns = (d.Column("Text"), d.Column("Number", "number"), d.Column("At", "instant"), d.Column("None"))
    content = render_csv(d.TableDocument("List", columns, rows, "Europe/Berlin"))
    assert content.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row[0] for row in read[1:6]] == [f"'{text}" for text in RISKY]
    assert read[6] == ['plain, "quoted"\nline', "-5", "2026-11-28 22:00+01:00", ""]


@pytest.mark.parametrize(
    ("name", "taken", "shown"),
    [
        ("Changes", (), "Changes"),
        ("changes", ("Changes",), "changes 2"),
        ("a/b:c*[d]?", (), "a b c  d"),
        ("x" * 40, (), "x" * 31),
        ("", (), "Sheet"),
    ],
)
def test_sheet_names(name: str, taken: tuple[str, ...], shown: str) -> None:
    assert sheet_name(name, taken) == shown


def test_instants_keep_the_wall_clock_of_their_zone() -> None:
    at = datetime(2026, 11, 28, 21, 0, tzinfo=UTC).astimezone(ZONE)
    table = d.TableDocument("List", (d.Column("At", "instant", 20),), ((at,),), "Europe/Berlin")
    sheet = load_workbook(BytesIO(render_table_workbook(table))).active
    assert sheet is not None
    assert sheet["A1"].value == "At (Europe/Berlin)"
    assert sheet["A2"].value == datetime(2026, 11, 28, 22, 0)  # noqa: DTZ001
