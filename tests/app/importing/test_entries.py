"""Which entries of a list of windows call themselves freezes."""

from __future__ import annotations

import pytest

from app.importing.proposing.entries import CALENDAR, HEADER, STRENGTH, says_freeze, with_entries
from app.importing.proposing.proposal import propose
from app.importing.reading.files import read_table
from app.importing.table import Table


@pytest.mark.parametrize(
    "words",
    [
        "Year-end freeze",
        "BLACKOUT: quarter close",
        "Change stop Christmas",
        "No changes: elections",
        "Einfrieren zum Jahresende",
        "Änderungsstopp Inventur",
        "Gel des changements",
        "Congelación de fin de año",
        "Congelamento natalizio",
        "Blocco di fine anno",
        "Zamrożenie zmian",
        "Yıl sonu dondurma",
    ],
)
def test_a_freeze_is_called_one_in_every_language(words: str) -> None:
    assert says_freeze(words)


@pytest.mark.parametrize(
    "words", ["Weekly window", "Gelsenkirchen: network", "Wartungsfenster", "Changes to blocks", "Antifreeze"]
)
def test_other_entries_are_no_freezes(words: str) -> None:
    assert not says_freeze(words)


def told(*titles: str) -> Table:
    """A list of windows with these titles."""
    rows = "".join(
        f"{title},2026-03-{day:02} 22:00,2026-03-{day:02} 23:00\n" for day, title in enumerate(titles, 1)
    )
    table = read_table(f"Window,Window start,Window end\n{rows}".encode())
    return with_entries(table, propose(table).mapping)


def test_a_freeze_among_windows_is_told_in_a_column_and_a_sentence() -> None:
    table = told("Week 1", "Year-end freeze", "Week 2", "Week 3")
    assert table.headers[-1] == HEADER
    assert [row[-1] for row in table.rows] == ["Window", "Freeze", "Window", "Window"]
    assert table.warnings[0].startswith(
        "1 of the 4 entries is a freeze: “Year-end freeze”. A list of windows"
    )


def test_where_most_are_freezes_one_that_calls_itself_a_window_is_one() -> None:
    table = told("Year-end freeze", "Easter freeze", "Election", "Weekly window", "Patch night")
    assert [row[-1] for row in table.rows] == ["Freeze", "Freeze", "Window", "Window", "Window"]
    table = told("Year-end freeze", "Easter freeze", "Audit freeze", "Election", "Weekly window")
    assert [row[-1] for row in table.rows] == ["Freeze", "Freeze", "Freeze", "Freeze", "Window"]


def sorted_by(*cells: str) -> Table:
    """A list of windows with a column that says of what sort each entry is."""
    rows = "".join(
        f"Night,{cell},2026-03-{day:02},2026-03-{day + 1:02}\n" for day, cell in enumerate(cells, 1)
    )
    table = read_table(f"Title,Type,Start,End\n{rows}".encode())
    return with_entries(table, propose(table, "windows").mapping)


def test_a_column_of_sorts_tells_windows_from_freezes_and_keeps_words_that_say_neither() -> None:
    table = sorted_by("Maintenance window", "Freeze", "Holiday", "")
    assert [row[-1] for row in table.rows] == ["Window", "Freeze", "Holiday", ""]


@pytest.mark.parametrize("word", ["Sperre", "Sperre (weich)", "Bloqueo", "Bloqueio [parcial]", "Blokada"])
def test_a_column_of_sorts_may_call_a_freeze_by_one_word(word: str) -> None:
    assert sorted_by("Wartungsfenster", word, "Wartungsfenster").rows[1][4] == "Freeze"


def test_a_column_of_sorts_says_how_strong_a_freeze_is_where_one_is_soft() -> None:
    table = sorted_by("Change window", "Soft freeze", "Hard freeze")
    assert table.headers[-2:] == (HEADER, STRENGTH)
    assert [row[-1] for row in table.rows] == ["", "Soft freeze", "Hard freeze"]
    assert STRENGTH not in sorted_by("Change window", "Freeze").headers


@pytest.mark.parametrize("cells", [("Standard", "Emergency", "Standard"), ("Window", "Window", "Window")])
def test_a_column_that_does_not_speak_of_both_tells_nothing(cells: tuple[str, ...]) -> None:
    assert HEADER not in sorted_by(*cells).headers


@pytest.mark.parametrize(
    ("header", "window", "freeze"),
    [
        ("Titel;Art;Beginn;Ende", "Wartungsfenster", "Änderungsstopp"),
        ("Nom;Type;Début;Fin", "Fenêtre de maintenance", "Gel"),
        ("Nombre;Tipo;Inicio;Fin", "Ventana de mantenimiento", "Congelación"),
        ("Nome;Tipo;Início;Fim", "Janela de manutenção", "Congelamento"),
        ("Nome;Tipo;Inizio;Fine", "Finestra di manutenzione", "Blocco"),
        ("Nazwa;Typ;Początek;Koniec", "Okno serwisowe", "Zamrożenie"),
        ("Ad;Tür;Başlangıç;Bitiş", "Bakım penceresi", "Dondurma"),
    ],
)
def test_sorts_are_told_in_every_language(header: str, window: str, freeze: str) -> None:
    days = "01.12.2026 22:00;02.12.2026 04:00"
    table = read_table(f"{header}\nOne;{window};{days}\nTwo;{freeze};{days}\n".encode())
    told = with_entries(table, propose(table, "windows").mapping)
    assert [row[-1] for row in told.rows] == ["Window", "Freeze"]
    assert propose(told, CALENDAR).mapping.columns[header.partition(";")[0]] == "title"


def test_lists_of_one_kind_stay_as_they_are() -> None:
    assert HEADER not in told("Week 1", "Week 2").headers
    assert HEADER not in told("Year-end freeze", "Easter freeze", "Election").headers


@pytest.mark.parametrize("sort", ["freeze", "Änderungsstopp", "gel"])
def test_sorts_go_before_what_a_freeze_is_called(sort: str) -> None:
    table = read_table(
        (
            "event;event type;start;end\n"
            f"Network Freeze;{sort};2026-12-15;2026-12-17\n"
            f"Security Patch Week;{sort};2027-02-05;2027-02-09\n"
        ).encode()
    )
    told = with_entries(table, propose(table, "windows").mapping)
    assert [row[-1] for row in told.rows] == ["Freeze", "Freeze"]


def test_sorts_that_name_no_freeze_leave_a_list_of_windows_as_it_is() -> None:
    table = read_table(
        b"title,type,start,end\n"
        b"Patch week,Window,2026-12-15,2026-12-17\n"
        b"After the freeze,Window,2027-02-05,2027-02-06\n"
    )
    assert with_entries(table, propose(table, "windows").mapping) is table
