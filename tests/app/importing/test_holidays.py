"""Calendars of public holidays: days on which nothing is changed, and so freezes."""

from __future__ import annotations

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from app.importing.words.holidays import OF_HOLIDAYS, are_holidays, is_holiday, says_holidays


@pytest.mark.parametrize(
    "title",
    [
        "New Year's Day",
        "Memorial Day (observed)",
        "1. Weihnachtstag",
        "Neujahrstag",
        "Lundi de Pâques",
        "Jour de Noël",
        "Año Nuevo",
        "Jueves Santo (Semana Santa)",
        "Confraternização Universal",
        "Festa della Repubblica",
        "Boże Narodzenie (pierwszy dzień)",
        "Święto Konstytucji 3 Maja",
        "Cumhuriyet Bayramı",
        "Company holiday",
    ],
)
def test_holidays_are_known_by_name(title: str) -> None:
    assert is_holiday(title)


@pytest.mark.parametrize("title", ["Natal release", "Christmas maintenance", "Patch Tuesday", "Eastern data"])
def test_what_is_named_after_a_holiday_is_none(title: str) -> None:
    assert not is_holiday(title)


@pytest.mark.parametrize(
    "text", ["nom_jour_ferie", "Feiertage in Hessen", "Public holiday", "Feriado", "Tatil"]
)
def test_the_word_for_holidays_is_known(text: str) -> None:
    assert says_holidays(text)


def test_one_holiday_among_others_makes_no_list_of_them() -> None:
    assert not are_holidays(["Good Friday", "Patch Tuesday", "Release 12"])
    assert not are_holidays(["Good Friday"])


@pytest.mark.parametrize(
    "lines",
    [
        ("fecha,nombre", "2027-01-01,Año Nuevo", "2027-12-25,Navidad"),
        (
            "date,annee,zone,nom_jour_ferie",
            "2027-01-01,2027,Métropole,Jour A",
            "2027-12-25,2027,Métropole,Jour B",
        ),
        ("Datum;Feiertag;von;bis", "01.01.2027;Neujahr;;", "25.12.2027;Weihnachten;;"),
        ("Holiday,Date,Day", "New Year's Day,2027-01-01,Friday", "Christmas Day,2027-12-25,Saturday"),
    ],
)
def test_days_with_names_of_holidays_are_freezes_of_a_day(lines: tuple[str, ...]) -> None:
    table = read_table("\n".join(lines).encode())
    proposal = propose(table)
    assert (proposal.kind, proposal.problems) == ("freezes", ())
    assert OF_HOLIDAYS in table.warnings
    first = convert(table, proposal.mapping, "UTC").rows[0].values
    assert f"{first['starts_at']:%Y-%m-%d %H:%M}" == "2027-01-01 00:00"
    assert f"{first['ends_at']:%Y-%m-%d %H:%M}" == "2027-01-02 00:00"


@pytest.mark.parametrize(
    "lines",
    [
        ("Date,Title", "2027-01-01,Release 12", "2027-12-25,Release 13"),
        ("Name,Hired on", "Eva Kral,2020-01-01", "Omar Said,2021-02-01"),
    ],
)
def test_days_of_anything_else_are_no_freezes(lines: tuple[str, ...]) -> None:
    assert propose(read_table("\n".join(lines).encode())).kind != "freezes"


OUTLOOK = "Subject,Start Date,Start Time,End Date,End Time,All day event"


def test_holidays_in_a_list_of_a_calendar_are_freezes() -> None:
    lines = (
        OUTLOOK,
        "Boxing Day,12/26/2026,12:00:00 AM,12/27/2026,12:00:00 AM,True",
        "Good Friday,3/26/2027,12:00:00 AM,3/27/2027,12:00:00 AM,True",
    )
    proposal = propose(read_table("\n".join(lines).encode()))
    assert (proposal.kind, proposal.source) == ("freezes", "Outlook or Google calendar")


def test_a_window_on_a_holiday_stays_one() -> None:
    lines = (
        OUTLOOK,
        "Holiday maintenance window,12/26/2026,1:00:00 AM,12/26/2026,5:00:00 AM,False",
        "Holiday maintenance window 2,3/26/2027,1:00:00 AM,3/26/2027,5:00:00 AM,False",
    )
    assert propose(read_table("\n".join(lines).encode())).kind == "windows"


def _event(day: str, summary: str, description: str = "") -> str:
    return (
        f"BEGIN:VEVENT\r\nUID:{day}\r\nDTSTART;VALUE=DATE:{day}\r\nSUMMARY:{summary}\r\n"
        f"DESCRIPTION:{description}\r\nEND:VEVENT\r\n"
    )


@pytest.mark.parametrize(
    ("name", "events"),
    [
        ("Feiertage in Hessen", _event("20270401", "Ein Tag") + _event("20270402", "Noch einer")),
        ("Calendar", _event("20270326", "Karfreitag") + _event("20270329", "Ostermontag")),
        ("", _event("20270101", "A", "Public holiday") + _event("20270102", "B", "Public holiday")),
    ],
)
def test_a_calendar_file_of_holidays_holds_freezes(name: str, events: str) -> None:
    file = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:{name}\r\n{events}END:VCALENDAR\r\n"
    table = read_table(file.encode())
    assert propose(table).kind == "freezes"
    assert OF_HOLIDAYS in table.warnings


def test_a_calendar_file_with_windows_too_is_as_it_was() -> None:
    events = _event("20270326", "Karfreitag") + _event("20270327", "Maintenance window")
    file = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n"
    assert propose(read_table(file.encode())).kind == "windows"
