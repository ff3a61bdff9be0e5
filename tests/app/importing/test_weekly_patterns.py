"""Windows that recur by weekdays, in the words and the columns of the lists that tell them."""

from __future__ import annotations

import pytest

from app.importing.cells.weekly_patterns import pattern_of
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table

SATURDAY = ("FREQ=WEEKLY;BYDAY=SA", "22:00", "04:00")
FIRST_SUNDAY = ("FREQ=MONTHLY;BYDAY=1SU", "01:00", "05:00")


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("Every Saturday 22:00-04:00", SATURDAY),
        ("Saturdays 22:00 – 04:00", SATURDAY),
        ("Weekly on Saturday, 10 PM to 4 AM", SATURDAY),
        ("Sat 22:00 - Sun 04:00", SATURDAY),
        ("Samstags 22:00-04:00 Uhr", SATURDAY),
        ("jeden Samstag von 22 Uhr bis 4 Uhr", SATURDAY),
        ("Tous les samedis de 22h00 à 04h00", SATURDAY),
        ("Todos los sábados de 22:00 a 04:00", SATURDAY),
        ("Todo sábado das 22:00 às 04:00", SATURDAY),
        ("Ogni sabato dalle 22:00 alle 04:00", SATURDAY),
        ("W każdą sobotę od 22:00 do 04:00", SATURDAY),
        ("Her Cumartesi 22:00-04:00", SATURDAY),
        ("First Sunday of the month 01:00-05:00", FIRST_SUNDAY),
        ("1. Sonntag im Monat 01:00-05:00", FIRST_SUNDAY),
        ("premier dimanche du mois 01h00 à 05h00", FIRST_SUNDAY),
        ("primeiro domingo do mês 01:00-05:00", FIRST_SUNDAY),
        ("Her ayın ilk Pazarı 01:00-05:00", FIRST_SUNDAY),
        ("Last Saturday of each month", ("FREQ=MONTHLY;BYDAY=-1SA", "", "")),
        ("2nd and 4th Tuesday", ("FREQ=MONTHLY;BYDAY=2TU,4TU", "", "")),
        ("Mon-Wed 20:00-24:00", ("FREQ=WEEKLY;BYDAY=MO,TU,WE", "20:00", "00:00")),
        ("Sa/So", ("FREQ=WEEKLY;BYDAY=SA,SU", "", "")),
        ("Weekdays", ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "", "")),
        ("täglich 02:00-03:00", ("FREQ=DAILY", "02:00", "03:00")),
        ("Saturday 5 December", None),
        ("Sat 10:00 - Mon 04:00", None),
        ("every other Saturday 22:00-04:00", None),
        ("Saturday of the month", None),
        ("22:00-04:00", None),
        ("Every", None),
    ],
)
def test_words_tell_a_rule_and_hours(text: str, pattern: tuple[str, str, str] | None) -> None:
    assert pattern_of(text) == pattern


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Window;Schedule\nPatching;Every Saturday 22:00-04:00\n"
            "Net;First Sunday of the month 02:00-06:00\nAd hoc;as needed\n",
            "window_series",
        ),
        ("Window;Schedule\nPatching;Every Saturday 22:00-04:00\n", "window_series"),
        ("Window Name;Day;Start Time;End Time\nPatching;Saturday;22:00;04:00\n", "window_series"),
        ("Wartungsfenster;Wochentag;Uhrzeit\nSAP;Samstag;22:00 - 04:00\n", "window_series"),
        (
            "Fenêtre de maintenance;Jour;Heure de début;Heure de fin\nRéseau;Samedi;22:00;04:00\n",
            "window_series",
        ),
        (
            "Maintenance Window;Recurrence;Start Time;Duration (h)\nPatching;Second Tuesday;20:00;4\n",
            "window_series",
        ),
        (
            "Manutenção;Recorrência;Início;Duração (h)\nPatch;Primeiro domingo do mês;02:00;4\n",
            "window_series",
        ),
        ("Window;Date;Start;End\nPatching;2026-12-05;22:00;04:00\n", "windows"),
        ("Meeting;Day;Start;End\nStand-up;Monday;09:00;09:15\n", "windows"),
    ],
)
def test_a_list_of_weekdays_is_one_of_windows_that_recur(text: str, kind: str) -> None:
    assert propose(read_table(text.encode())).kind == kind


def test_a_length_tells_when_it_closes() -> None:
    table = read_table(b"Maintenance Window;Recurrence;Start;Duration (h)\nPatching;Second Tuesday;20:00;6\n")
    assert table.rows[0][:3] == ("FREQ=MONTHLY;BYDAY=2TU", "20:00", "02:00")
