"""Dates and times in the writings of many tools, and the order of day and month."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from app.importing.times.dates import DateReader
from app.importing.times.orders import orders_of

CASES = [
    ("2020-11-13 24:00", (2020, 11, 14)),
    ("2020-11-13T24:00:00Z", (2020, 11, 14)),
    ("13-NOV-20 03.22.31.000000 PM", (2020, 11, 13, 15, 22, 31)),
    ("13-NOV-20 03.22.31.000000000 PM +02:00", (2020, 11, 13, 13, 22, 31)),
    ("2020-11-13T15:22:31−02:00", (2020, 11, 13, 17, 22, 31)),
    ("2020-11-13 15:22:31", (2020, 11, 13, 15, 22, 31)),
    ("2020-11-13T15:22:31Z", (2020, 11, 13, 15, 22, 31)),
    ("2020-11-13T15:22:31.500+0200", (2020, 11, 13, 13, 22, 31, 500000)),
    ("29/Feb/24 10:02 AM", (2024, 2, 29, 10, 2)),
    ("29/Feb/24 10:02\u202fPM", (2024, 2, 29, 22, 2)),
    ("04/nov/25 1:16 PM", (2025, 11, 4, 13, 16)),
    ("Sep 14, 2026 @ 08:02 am", (2026, 9, 14, 8, 2)),
    ("3 de febrero de 2024", (2024, 2, 3)),
    ("20240301220010", (2024, 3, 1, 22, 0, 10)),
    ("20240301T220010Z", (2024, 3, 1, 22, 0, 10)),
    ("22:00 01.03.2024", (2024, 3, 1, 22, 0)),
    ("1 Mart 2024 Cuma 22:00", (2024, 3, 1, 22, 0)),
    ("2024-03-01 (Fri)", (2024, 3, 1)),
    ("3. März 2024 14:05 Uhr", (2024, 3, 3, 14, 5)),
    ("12 août 2023 à 09:30", (2023, 8, 12, 9, 30)),
    ("01/fev/24 23:59", (2024, 2, 1, 23, 59)),
    ("7 gennaio 2022", (2022, 1, 7)),
    ("15 października 2021 08:00", (2021, 10, 15, 8)),
    ("09/Ağu/23 3:05 ÖS", (2023, 8, 9, 15, 5)),
    ("Wed, 2 Oct 2013 10:15:50 +0300", (2013, 10, 2, 7, 15, 50)),
    ("Oct 29, 2013, 11:26 AM", (2013, 10, 29, 11, 26)),
    ("Mon Feb 12 10:22:33 CET 2024", (2024, 2, 12, 9, 22, 33)),
    ("7.6.2025 14:59:28", (2025, 6, 7, 14, 59, 28)),
    ("02/10/2013 10.15", (2013, 10, 2, 10, 15)),
    ("45292.5", (2024, 1, 1, 12)),
    ("1380698150", (2013, 10, 2, 7, 15, 50)),
    ("1685582402000.0", (2023, 6, 1, 1, 20, 2)),
    ("2024年2月3日", (2024, 2, 3)),
    ("20240203", (2024, 2, 3)),
    ("12/31/99 12:00 AM", (1999, 12, 31)),
    ("12/31/23 12:30 PM", (2023, 12, 31, 12, 30)),
    ("Mon 20/01/25 10:00 PM", (2025, 1, 20, 22)),
    ("Fr 20.02.26 22:00", (2026, 2, 20, 22)),
    ("sáb. 21/02/26 1:30", (2026, 2, 21, 1, 30)),
    ("Pt 2026-02-20 22:00", (2026, 2, 20, 22)),
    ("Sat Nov 28 02:15:09 2026 UTC", (2026, 11, 28, 2, 15, 9)),
    ("Sat Nov 28 02:15:09 2026 +0100", (2026, 11, 28, 1, 15, 9)),
    ("28/11/2026 ore 02:15", (2026, 11, 28, 2, 15)),
    ("09-Jan-27 08:00 A", (2027, 1, 9, 8)),
    ("12-Jan-27 17:00*", (2027, 1, 12, 17)),
    ("12-Jan-27 A", (2027, 1, 12)),
    ("12-Jan-27*", (2027, 1, 12)),
]


@pytest.mark.parametrize(("text", "parts"), CASES)
def test_a_written_instant_is_read(text: str, parts: tuple[int, ...]) -> None:
    assert DateReader("dmy", "UTC").instant(text) == datetime(*parts, tzinfo=UTC)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "31/02/2024",
        "25:61",
        "2024-01-01 24:01",
        "2024-13-01",
        "1 foo 2024",
        "2024-01-01 10:00 XQZ",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    reader = DateReader("dmy", "UTC")
    assert reader.instant(text) is None
    assert reader.day(text) is None


def test_times_without_a_zone_are_read_in_the_given_one_across_summer_time() -> None:
    reader = DateReader("dmy", "Europe/Berlin")
    assert reader.instant("2024-01-15 10:30") == datetime(2024, 1, 15, 9, 30, tzinfo=UTC)
    assert reader.instant("2024-07-15 10:30") == datetime(2024, 7, 15, 8, 30, tzinfo=UTC)
    assert reader.instant("2024-07-15 10:45") == datetime(2024, 7, 15, 8, 45, tzinfo=UTC)


@pytest.mark.parametrize(
    ("cells", "order", "ambiguous"),
    [
        (["9/12/22", "9/13/22"], "mdy", False),
        (["9/12/22", "13/9/22"], "dmy", False),
        (["1/2/2024 10:00"], "dmy", True),
        (["1/2/2024 10:00 AM"], "mdy", True),
        (["1.2.2024"], "dmy", False),
        (["13/1/2024", "1/13/2024", "1/14/2024"], "mdy", True),
        (["2024-01-02"], "dmy", False),
        (["26/03/04", "26/12/31", "26/11/02"], "ymd", False),
        (["25.12.30", "26.01.04"], "ymd", False),
        (["26/03/24", "26/04/25", "26/05/26"], "dmy", False),
        (["26/03/04", "13/12/31", "30/11/02"], "dmy", False),
        (["26/03/04"], "dmy", False),
        (["26/03/2004", "26/12/2031"], "dmy", False),
    ],
)
def test_the_whole_column_tells_the_order(cells: list[str], order: str, ambiguous: bool) -> None:
    found = orders_of({"Created": cells})["Created"]
    assert (found.order, found.is_ambiguous) == (order, ambiguous)


def test_a_column_that_cannot_tell_follows_its_neighbour() -> None:
    found = orders_of({"Created": ["1/2/24"], "Updated": ["1/13/24"]})["Created"]
    assert (found.order, found.is_ambiguous) == ("mdy", False)
    assert "Updated" in found.reason


SECONDS = st.integers(
    int(datetime(1971, 1, 1, tzinfo=UTC).timestamp()), int(datetime(2068, 1, 1, tzinfo=UTC).timestamp())
)


@given(SECONDS, st.sampled_from(["dmy", "mdy"]))
def test_any_instant_written_by_digits_comes_back(seconds: int, order: str) -> None:
    form = "%d/%m/%Y %H:%M:%S" if order == "dmy" else "%m/%d/%Y %H:%M:%S"
    moment = datetime.fromtimestamp(seconds, UTC)
    decided = orders_of({"a": [moment.strftime(form), "13/1/2024" if order == "dmy" else "1/13/2024"]})["a"]
    assert DateReader(decided.order, "UTC").instant(moment.strftime(form)) == moment


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    instant = DateReader("dmy", "Europe/Berlin").instant(text)
    assert instant is None or instant.tzinfo is UTC


def test_a_weekday_before_the_date_does_not_hide_which_number_is_the_day() -> None:
    cells = ["Mon 1/5/26 8:00 AM", "Mon 2/23/26 8:00 AM", "Mon 3/2/26 8:00 AM"]
    found = orders_of({"Start": cells})["Start"]
    assert (found.order, found.is_ambiguous) == ("mdy", False)
    assert DateReader(found.order, "UTC").instant(cells[0]) == datetime(2026, 1, 5, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["Sat 09/01/27 22:00"], "dmy"),
        (["Fri 01/09/26 22:00", "Sat 01/10/26 22:00"], "mdy"),
        (["sáb 09/01/27 22:00"], "dmy"),
        (["Cmt 09/01/27 22:00"], "dmy"),
        (["dim. 10/01/27 22:00"], "dmy"),
    ],
)
def test_a_weekday_tells_which_number_is_the_day(cells: list[str], order: str) -> None:
    found = orders_of({"Start": cells})["Start"]
    assert (found.order, found.is_ambiguous) == (order, False)


def test_a_weekday_that_fits_neither_way_tells_nothing() -> None:
    assert orders_of({"Start": ["Mon 09/01/27 22:00"]})["Start"].is_ambiguous


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["3/1/24", "3/4/24", "3/11/24"], "mdy"),
        (["1/3/24", "4/3/24", "11/3/24"], "dmy"),
        (["1/1/24", "1/4/24", "1/7/24"], "dmy"),
        (["3/1/24", "3/4/24"], "dmy"),
    ],
)
def test_days_of_one_month_are_guessed_to_be_so(cells: list[str], order: str) -> None:
    found = orders_of({"Created": cells})["Created"]
    assert (found.order, found.is_ambiguous) == (order, True)


def test_dates_in_a_column_without_a_field_tell_the_order_of_the_others() -> None:
    read = read_table(b"Key,Summary,Created,Last Viewed\nA-1,x,3/4/24,3/14/24\nA-2,y,3/5/24,3/15/24\n")
    found = propose(read)
    assert "Last Viewed" not in found.mapping.columns
    assert (found.date_orders["Created"].order, found.ambiguous) == ("mdy", ())


def test_a_clock_time_before_the_date_does_not_hide_which_number_is_the_day() -> None:
    found = orders_of({"Start": ["22:00 01/03/2024", "22:00 01/13/2024"]})["Start"]
    assert (found.order, found.is_ambiguous) == ("mdy", False)


@pytest.mark.parametrize("cell", ["Tue 05/06/0000", "Mo 13/14/13", "Mo 0/5/13", "Mo 31/30/2026"])
def test_a_weekday_before_a_date_that_there_is_not_tells_nothing(cell: str) -> None:
    assert orders_of({"Due": [cell]})["Due"].is_ambiguous


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Pacific/Kiritimati", "Etc/GMT+12", "UTC"])
@pytest.mark.parametrize(
    "text",
    ["9999-12-31T23:59:59Z", "9999-12-31", "9999-12-31 23:59", "0001-01-01", "0001-01-01 11:00 +02:00"],
)
def test_an_instant_that_is_read_can_be_shown_in_every_zone(text: str, zone: str) -> None:
    found = DateReader("ymd", zone).instant(text)
    for hours in (-12, 14):
        assert found is None or found.astimezone(timezone(timedelta(hours=hours))).year in (1, 9999)
