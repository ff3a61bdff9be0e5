"""The printed time axis: pages, repeated titles and hours, fitting, papers, and hostile text as text."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pdfplumber
import pytest

from exports.documents.sequence import PointOfNoReturn, SequenceLink, SequencePlayer, SequenceRow
from exports.documents.timeline import FinishBand, TimelineDocument
from exports.packet_pdf.time_axis import MOST_LABELS, TimeAxis
from exports.timeline_pdf import letter_points, render_timeline_pdf
from exports.timeline_pdf.tiles import pages_of_rows, tiles

START = datetime(2026, 11, 28, 22, tzinfo=ZoneInfo("Europe/Berlin"))
HOSTILE = "<b>bold</b> &lt; =cmd|' /C calc'!A0"


def heading(title: str, first: int, last: int) -> SequenceRow:
    begin, end = START + timedelta(minutes=first), START + timedelta(minutes=last)
    return SequenceRow("", title, "", begin, end, last - first, group_heading=title)


def row(number: int, minute: int, minutes: int = 20, **more: object) -> SequenceRow:
    begin = START + timedelta(minutes=minute)
    made = SequenceRow(
        str(number),
        f"Step {number}",
        "deploy",
        begin,
        begin + timedelta(minutes=minutes),
        minutes,
        "CHG-1",
        slack_minutes=15,
        players=(SequencePlayer("Ana"),),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def document(rows: tuple[SequenceRow, ...], hours: int = 8, **more: object) -> TimelineDocument:
    made = TimelineDocument(
        "Sequence: Weekly",
        "One night",
        "Europe/Berlin",
        START,
        START + timedelta(hours=hours),
        rows,
        (SequenceLink("1", "2"), SequenceLink("2", "3")),
        (PointOfNoReturn("CHG-1", START + timedelta(hours=hours - 1)),),
        START,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def many(count: int) -> tuple[SequenceRow, ...]:
    steps = [row(n, n * 4, is_critical=n % 3 == 0) for n in range(1, count + 1)]
    return (heading("CHG-1 Broker", 0, count * 4 + 24), *steps)


def texts(pdf: bytes) -> list[str]:
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return [page.extract_text() for page in opened.pages]


def test_titles_headings_and_hours_stand_on_every_page() -> None:
    pages = texts(render_timeline_pdf(document(many(110))))
    assert len(pages) > 3
    for page in pages:
        assert "CHG-1 Broker" in page
        assert "Activity" in page
        assert ":00" in page
    assert "Page 1 of" in pages[0]
    said = " ".join(pages)
    assert all(f"Step {number} " in said for number in range(1, 111))


def test_fitted_it_is_one_page_of_the_paper_with_every_row() -> None:
    for paper, size in (("A4", (842, 595)), ("A3", (1191, 842)), ("Letter", (792, 612))):
        pdf = render_timeline_pdf(document(many(110), paper=paper, is_fitted=True))
        with pdfplumber.open(io.BytesIO(pdf)) as opened:
            assert len(opened.pages) == 1
            page = opened.pages[0]
            assert (round(page.width), round(page.height)) == size
            numbers = {word["text"] for word in page.extract_words()}
            assert {str(n) for n in range(1, 111)} <= numbers
            assert max(char["x1"] for char in page.chars) <= page.width
            assert max(char["bottom"] for char in page.chars) <= page.height


def test_nothing_is_drawn_outside_the_paper() -> None:
    band = FinishBand(*(START + timedelta(minutes=m) for m in (400, 440, 470)), "80 % finish by 05:20.")
    pdf = render_timeline_pdf(document(many(60), band=band))
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        assert "80 % finish by 05:20." in opened.pages[0].extract_text()
        for page in opened.pages:
            assert all(char["x0"] >= 0 and char["x1"] <= page.width for char in page.chars)


def test_text_of_lists_is_text() -> None:
    page = texts(render_timeline_pdf(document((row(1, 10, title=HOSTILE), row(2, 40)))))[0]
    assert "<b>bold</b>" in page
    assert "&lt;" in page


def test_equal_documents_give_equal_bytes_and_an_unknown_paper_is_refused() -> None:
    assert render_timeline_pdf(document(many(5))) == render_timeline_pdf(document(many(5)))
    assert "No activities are shown." in texts(render_timeline_pdf(document(())))[0]
    with pytest.raises(KeyError):
        render_timeline_pdf(document(many(2), paper="A9"))


def test_spans_without_work_are_left_out() -> None:
    far = document((row(1, 0), row(2, 60), row(3, 60 * 24 * 6)), hours=24 * 7)
    pages = list(tiles(far, 400, 400))
    assert 2 <= len(pages) < 8
    for number in ("1", "2", "3"):
        at = next(one for one in far.rows if one.number == number)
        assert any(tile.start <= at.start < tile.finish and at in tile.rows for tile in pages)


@pytest.mark.parametrize("most", [2, 3, 5, 40])
def test_no_heading_ends_a_page_and_no_row_is_lost(most: int) -> None:
    rows = tuple(
        one
        for group in range(4)
        for one in (heading(f"G{group}", 0, 60), *(row(group * 10 + n, n) for n in range(1, 6)))
    )
    pages = list(pages_of_rows(rows, most))
    assert all(page[-1].group_heading is None or len(page) == 1 for page in pages)
    assert [one for page in pages for one in page if one.number] == [one for one in rows if one.number]
    assert all(len(page) <= most for page in pages)


@pytest.mark.parametrize("days", [7, 12, 13, 34, 84, 300, 2000])
def test_over_many_days_labels_are_midnights_without_a_clock_and_have_room(days: int) -> None:
    ticks = list(TimeAxis(START, START + timedelta(days=days), 0.0, 420.0).ticks())
    assert 2 < len(ticks) <= MOST_LABELS + 1
    assert {tick.clock for tick in ticks} == {""}
    assert ticks[0].day == "29 Nov"
    places = [tick.place for tick in ticks]
    assert min(after - before for before, after in pairwise(places)) > 30


def test_within_days_the_clock_stands_at_each_label_and_the_day_once() -> None:
    ticks = list(TimeAxis(START, START + timedelta(hours=8), 0.0, 420.0).ticks())
    assert [tick.clock for tick in ticks[:4]] == ["22:00", "23:00", "00:00", "01:00"]
    assert [tick.day for tick in ticks if tick.day] == ["Sat 28 Nov", "Sun 29 Nov"]


def test_letters_shrink_with_what_has_to_fit_on_one_page_only() -> None:
    assert letter_points(document(many(375))) == 8
    assert letter_points(document(many(10), is_fitted=True)) == 8
    small = letter_points(document(many(375), is_fitted=True))
    assert 0 < small < 2
    assert letter_points(document(many(375), is_fitted=True, paper="A3")) > small


def test_work_of_weeks_has_days_on_its_starts_and_weeks_on_a_page() -> None:
    weeks = tuple(row(n, n * 1440, 12 * 1440) for n in range(1, 24))
    pages = texts(render_timeline_pdf(document(weeks, hours=36 * 24)))
    assert len(pages) <= 4
    assert "29 Nov 22:00" in pages[0]
    assert all("Step 1 " in page or "Step 23" in page for page in pages)


def test_pages_of_weeks_begin_at_midnight_of_the_window() -> None:
    begin = START.replace(hour=0)
    weeks = tuple(
        replace(row(n, 0), start=begin + timedelta(days=n), finish=begin + timedelta(days=n + 9))
        for n in range(20)
    )
    found = list(tiles(replace(document(weeks, hours=900), window_start=begin), 400, 420))
    assert len(found) > 1
    assert {(tile.start.hour, tile.start.minute) for tile in found} == {(0, 0)}
