"""Which entries of a list of windows call themselves freezes."""

from __future__ import annotations

import pytest

from app.importing.entries import HEADER, says_freeze, with_entries
from app.importing.proposing import propose
from app.importing.reading import read_table
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
        "1 of the 4 entries calls itself a freeze: “Year-end freeze”. It is no"
    )


def test_lists_of_one_kind_stay_as_they_are() -> None:
    assert HEADER not in told("Week 1", "Week 2").headers
    assert HEADER not in told("Year-end freeze", "Easter freeze", "Election").headers
