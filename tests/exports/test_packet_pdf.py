"""The printed packet, read back by other readers."""

from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pdfplumber
import pytest
from pypdf import PdfReader

from exports import documents as d
from exports.packet_pdf import render_packet_pdf
from tests.exports.sample_packets import START, change, key_of, sample_packet

HOSTILE = (
    "<b>bold</b> &lt;i&gt; &amp; <script>",
    "دفتر المدفوعات ٧٫٣ والتحويل",
    "שלום לכולם 12.4",
    "支付系统升级 한국어 にほんご",
    "rocket 🚀 tick ✅ family 👨‍👩‍👧 unassigned \U000e0fff",
    "nul\x00 bell\x07 escape\x1b[31m \ud800 lone surrogate",
    "x" * 10_000,
    "word " * 2_000,
    "line\nline\r\nline\u2028line",
    "",
    "%s {0} \\ ( ) (unbalanced",
)


@pytest.fixture(scope="module")
def packet() -> bytes:
    return render_packet_pdf(sample_packet())


def test_every_page_says_its_number_and_how_many_there_are(packet: bytes) -> None:
    pages = PdfReader(BytesIO(packet)).pages
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page.extract_text()
        assert "audit head #48213" in page.extract_text()


def test_outline_names_sections_and_changes_where_they_stand(packet: bytes) -> None:
    reader = PdfReader(BytesIO(packet))
    top = [one for one in reader.outline if not isinstance(one, list)]
    assert [one.title for one in top][:4] == [
        "Cover",
        "What changed since the last packet",
        "Agenda",
        "Readiness",
    ]
    assert [one.title for one in top][-2:] == ["Sign-off", "Notes"]
    below = next(one for one in reader.outline if isinstance(one, list))
    assert len(below) == 40
    for entry in below[:5]:
        page = reader.get_destination_page_number(entry)
        assert entry.title.split()[0] in reader.pages[page].extract_text()


def test_second_page_tells_what_changed_and_first_packet_says_so(packet: bytes) -> None:
    text = PdfReader(BytesIO(packet)).pages[1].extract_text()
    assert "What changed since the last packet" in text
    first = render_packet_pdf(sample_packet(2, 4, differences=None))
    assert "first packet" in PdfReader(BytesIO(first)).pages[1].extract_text()


def test_matrix_rows_lead_to_their_change(packet: bytes) -> None:
    reader = PdfReader(BytesIO(packet))
    page = next(
        page
        for page in reader.pages
        if "Readiness" in page.extract_text()[:400] and "criteria:" in page.extract_text()
    )
    targets = [note.get_object()["/Dest"] for note in page["/Annots"]]  # type: ignore[union-attr]
    aims = {reader.pages.index(target[0].get_object()) for target in targets}
    texts = [page.extract_text() for page in reader.pages]
    first = next(
        number for number, text in enumerate(texts) if "Posting" in text or "CHG-0430  Payments" in text
    )
    assert first in aims


def test_metadata_and_language(packet: bytes) -> None:
    reader = PdfReader(BytesIO(packet))
    assert reader.metadata is not None
    assert reader.metadata.title == "Final meeting packet, Sat 28 Nov 2026, 22:00 – Sun 06:00 CET"
    assert reader.metadata.author == "Nordbank Operations"
    assert reader.trailer["/Root"]["/Lang"] == "en"  # type: ignore[index]


def test_same_document_gives_same_bytes(packet: bytes) -> None:
    assert render_packet_pdf(sample_packet()) == packet


def test_same_bytes_after_a_packet_in_other_scripts() -> None:
    small = sample_packet(2, 4)
    before = render_packet_pdf(small)
    render_packet_pdf(sample_packet(2, 4, go_line=HOSTILE[3], organisation=HOSTILE[1]))
    assert render_packet_pdf(small) == before


@pytest.mark.parametrize(("name", "size"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_paper(name: str, size: tuple[int, int]) -> None:
    pages = PdfReader(BytesIO(render_packet_pdf(sample_packet(3, 6, page_size=name)))).pages
    sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages}
    assert sizes == {size, size[::-1]}


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_printed_and_layout_never_fails(text: str) -> None:
    block = d.ChangeBlock(
        key="CHG-1", title=text, what=text, why=text, kind=text, change_class=text, risk=text, impact=text,
        likelihood=text, state=text, owner=text, requester=text, applications=(text,), conflicts=(text,),
        builds=(d.BuildLine(text, text, text, text, text),),
    )  # fmt: skip
    row = d.SequenceRow("1", text, text, START, START + timedelta(minutes=5), 5, "CHG-1", conflict=text)
    document = sample_packet(
        1, 2, organisation=text, window_name=text, window_title=text, go_line=text, changes=(block,),
        matrix=(d.MatrixRow("CHG-1", text, text, ()),), criteria=(d.Criterion(text, "C1", text),),
        sequence=(row,), attendees=(d.Attendee(text, text, text, text),),
        conflicts=(d.ConflictLine(text, text, text),),
        players=(d.Player(text, text, text, (d.PlayerEntry(START, START, text),)),),
    )  # fmt: skip
    pages = PdfReader(BytesIO(render_packet_pdf(document))).pages
    assert len(pages) < 60
    assert f"Page 1 of {len(pages)}" in pages[0].extract_text()


def test_markup_is_shown_as_it_was_typed() -> None:
    pages = PdfReader(BytesIO(render_packet_pdf(sample_packet(1, 2, go_line=HOSTILE[0])))).pages
    assert "<b>bold</b> &lt;i&gt; &amp; <script>" in pages[0].extract_text()


def test_long_texts_are_cut_with_a_note() -> None:
    text = (
        PdfReader(BytesIO(render_packet_pdf(sample_packet(1, 2, go_line="y" * 10_000))))
        .pages[0]
        .extract_text()
    )
    assert "(10,000 letters, whole text in the" in text


def test_nothing_is_drawn_outside_the_paper() -> None:
    document = sample_packet(8, 20, 45, go_line="word " * 40)
    with pdfplumber.open(BytesIO(render_packet_pdf(document))) as pdf:
        for page in pdf.pages:
            assert all(one["x0"] >= 0 and one["x1"] <= page.width + 0.5 for one in page.chars)
            assert all(one["top"] >= 0 and one["bottom"] <= page.height for one in page.chars)


def test_matrix_of_many_changes_and_criteria_repeats_its_header() -> None:
    document = sample_packet(150, 10, 45, changes=())
    texts = [page.extract_text() for page in PdfReader(BytesIO(render_packet_pdf(document))).pages]
    matrix = [text for text in texts if "CHG-0" in text and "Build digest recorded" in text]
    assert len(matrix) > 10
    assert all("Change" in text and "Risk" in text for text in matrix)
    last = key_of(149)
    assert sum(last in text for text in matrix) >= 2


def test_change_that_fits_stays_on_one_page(packet: bytes) -> None:
    with pdfplumber.open(BytesIO(packet)) as pdf:
        texts = [page.extract_text().splitlines() for page in pdf.pages]
    begun = [sum(line.startswith("What Replaces") for line in lines) for lines in texts]
    ended = [sum(line.startswith("Signed Mei") for line in lines) for lines in texts]
    assert sum(begun) == 40
    assert begun == ended


def test_block_taller_than_a_page_goes_on_without_loss() -> None:
    lines = "\n".join(f"line {number}" for number in range(200))
    tall = d.ChangeBlock("CHG-9", "Tall", lines, "", "", "", "", "", "", "")
    document = sample_packet(1, 2, changes=(tall, change(1, 3)))
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(render_packet_pdf(document))).pages)
    assert all(f"line {number}" in text.splitlines() for number in range(1, 200))


def test_hours_of_a_night_when_clocks_change() -> None:
    zone = ZoneInfo("Europe/Berlin")
    start = datetime(2026, 10, 24, 22, 0, tzinfo=zone)
    row = d.SequenceRow("1", "Work", "deploy", start, start + timedelta(hours=1), 60)
    document = sample_packet(
        1,
        2,
        window_start=start,
        window_end=datetime(2026, 10, 25, 6, 0, tzinfo=zone),
        sequence=(row,),
        links=(),
    )
    pages = [page.extract_text() for page in PdfReader(BytesIO(render_packet_pdf(document))).pages]
    gantt = next(page for page in pages if "Sequence, drawn" in page and "point of no return" in page)
    assert gantt.count("02:00") == 2


def test_empty_packet_has_every_section() -> None:
    bare = sample_packet(
        0, 0, attendees=(), differences=None, agenda=(), criteria=(), matrix=(), sequence=(), links=(),
        players=(),
        changes=(), conflicts=(), exceptions=(), freezes=(), bookings=(), debts=(), signoff_roles=(),
        points_of_no_return=(),
    )  # fmt: skip
    reader = PdfReader(BytesIO(render_packet_pdf(bare)))
    assert len([one for one in reader.outline if not isinstance(one, list)]) == 13


def test_a_point_of_no_return_says_which_change_it_is_of(packet: bytes) -> None:
    texts = [page.extract_text() for page in PdfReader(BytesIO(packet)).pages]
    page = next(text for text in texts if "Points of no return" in text)
    below = page[page.index("Points of no return") :]
    assert f"{key_of(0)} {change(0, 12).title}" in " ".join(below.split())


def test_many_predecessors_take_few_lines() -> None:
    packet = sample_packet()
    after = "; ".join(str(number) for number in range(100, 125))
    row = replace(packet.sequence[-1], after=after, conflict="", group_heading=None)
    text = render_packet_pdf(replace(packet, sequence=(row,)))
    with pdfplumber.open(BytesIO(text)) as pages:
        page = next(page for page in pages.pages if "100; 101;" in page.extract_text())
        words = [word for word in page.extract_words() if f"{word['text']} " in after]
    assert len(words) == 24
    assert len({round(word["top"]) for word in words}) <= 9
