"""Calendars exported as tables, whose days and times of day stand in columns apart, are lists of windows."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.importing.converting.rows import convert
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table

NIGHT = (datetime(2026, 11, 28, 22, tzinfo=UTC), datetime(2026, 11, 29, 6, tzinfo=UTC))


@pytest.mark.parametrize(
    "text",
    [
        '"Subject","Start Date","Start Time","End Date","End Time","All day event","Show time as"\n'
        '"Night","11/28/2026","10:00:00 PM","11/29/2026","6:00:00 AM","False","2"\n',
        '"Betreff","Beginnt am","Beginnt um","Endet am","Endet um","Ganztägiges Ereignis"\n'
        '"Night","28.11.2026","22:00:00","29.11.2026","06:00:00","Aus"\n',
        "Oggetto;Data inizio;Ora inizio;Data fine;Ora fine;Giornata intera\n"
        "Night;28/11/2026;22:00;29/11/2026;06:00;Falso\n",
        "Konu;Başlangıç Tarihi;Başlangıç Saati;Bitiş Tarihi;Bitiş Saati;Tüm gün süren etkinlik\n"
        "Night;28.11.2026;22:00;29.11.2026;06:00;Yanlış\n",
        '"Objet","Début","Début","Fin","Fin","Journée entière"\n'
        '"Night","28/11/2026","22:00:00","29/11/2026","06:00:00","Faux"\n',
        '"Asunto","Fecha de comienzo","Comienzo","Fecha de finalización","Finalización","Todo el día"\n'
        '"Night","28/11/2026","22:00:00","29/11/2026","06:00:00","Falso"\n',
        "Calendar of the operations\n\n"
        "Subject,Start Date,Start Time,End Date,End Time,All day event\n"
        "Night,2026-11-28,22:00,2026-11-29,06:00,False\n",
        "Subject,Start Date,Start Time,End Date,End Time,Location,Private\n"
        "Night,2026-11-28,22:00,2026-11-29,06:00,DC1,True\n",
    ],
)
def test_an_exported_calendar_is_a_list_of_windows(text: str) -> None:
    table = read_table(text.encode())
    proposal = propose(table)
    assert (proposal.kind, proposal.source) == ("windows", "Outlook or Google calendar")
    (row,) = convert(table, proposal.mapping, "UTC").rows
    assert (row.values["title"], row.values["starts_at"], row.values["ends_at"]) == ("Night", *NIGHT)


def test_a_whole_day_and_a_row_cut_short_keep_what_they_have() -> None:
    text = (
        "Subject,Start date,Start time,End date,End time,Private\n"
        "A,2026-11-28,,2026-11-30,,False\nB,2026-11-28,22:00\n\n"
    )
    table = read_table(text.encode())
    whole_day, cut_short = convert(table, propose(table).mapping, "UTC").rows
    assert whole_day.values["starts_at"] == datetime(2026, 11, 28, tzinfo=UTC)
    assert whole_day.values["ends_at"] == datetime(2026, 12, 1, tzinfo=UTC)
    assert (cut_short.values["starts_at"], cut_short.values["ends_at"]) == (NIGHT[0], None)


def test_times_called_as_their_days_are_called_times() -> None:
    table = read_table("Objet;Début;Début;Début\nNuit;28/11/2026;22:00;DC1\nJour;;;\n".encode())
    assert table.headers == ("Objet", "Début", "Début (time)", "Début")


@pytest.mark.parametrize(
    "text",
    [
        "Key;Label;Label\nA-1;28/11/2026;night\n",
        "Key;Start;Start\nA-1;28/11/2026 10:00;22:00\n",
        "Key;Start;Start\nA-1;28/11/2026;22:00\nA-2;28/11/2026;29/11/2026\n",
        "Key;Start;Start\nA-1;;\n",
    ],
)
def test_other_repeated_columns_are_left_alone(text: str) -> None:
    header = text.partition("\n")[0]
    assert read_table(text.encode()).headers == tuple(header.split(";"))
